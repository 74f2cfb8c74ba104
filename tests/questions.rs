//! A probe of 53 facts: each is answered from the typed model, and still is after a way through EPUB and through PDF.
#![cfg(all(feature = "jats", feature = "epub", feature = "pdf"))]
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that fails says so"
)]

use separatum::model::{
    Affiliation, Back, Block, BoxedText, CitationFields, Contributor, DatumKind, EmphasisKind,
    Figure, Inline, Licence, Note, Part, Quotation, Section, Speech, Supplement, Table, Visitor,
    Written,
};
use separatum::{Article, epub, jats, pdf};

/// What the fixture states, and how a program asks for it.
struct Fact {
    name: &'static str,
    ask: fn(&Article) -> Option<String>,
    expected: &'static str,
}

#[test]
fn the_probe_is_answered_from_jats() {
    answers(&probe(), "JATS");
}

#[test]
fn the_probe_is_answered_after_epub() {
    let book = epub::to_vec(&probe()).unwrap().value;
    answers(&epub::from_slice(&book).unwrap().value, "EPUB");
}

#[test]
fn the_probe_is_answered_after_pdf() {
    let pages = pdf::to_vec(&probe()).unwrap().value;
    answers(&pdf::from_slice(&pages).unwrap().value, "PDF");
}

/// A fact that is not there is not answered.
#[test]
fn nothing_is_answered_of_an_empty_article() {
    for fact in FACTS {
        assert_eq!((fact.ask)(&Article::default()), None, "{}", fact.name);
    }
}

fn probe() -> Article {
    jats::from_str(include_str!("data/probe.xml"))
        .unwrap()
        .into_lossless()
        .unwrap()
}

fn answers(article: &Article, way: &str) {
    assert_eq!(FACTS.len(), 53);
    let wrong: Vec<String> = FACTS
        .iter()
        .filter_map(|fact| {
            let found = (fact.ask)(article);
            (found.as_deref() != Some(fact.expected))
                .then(|| format!("{}: {found:?}, not {:?}", fact.name, fact.expected))
        })
        .collect();
    println!(
        "MEASURED facts of the probe, {way}: {} of {}",
        FACTS.len() - wrong.len(),
        FACTS.len()
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The facts in the order of the article, a line each.
#[rustfmt::skip]
const FACTS: &[Fact] = &[
    fact("kicker", |a| text(a.kickers.first()?.subjects.first()), "Lamps and lenses"),
    fact("subtitle", |a| text(a.headline.subtitles.first()), "Thirty nights on a headland"),
    fact("translated title", |a| text(a.translation("nb")?.titles.first()?.title.as_ref()), "Hvor langt en liten flamme ses"),
    fact("other title", |a| Some(a.headline.alternatives.first()?.text()), "A small flame"),
    fact("ORCID", |a| Some(first_author(a)?.credit.orcid()?.to_owned()), "https://orcid.org/0000-0002-1825-0097"),
    fact("role", |a| Some(first_author(a)?.credit.roles.first()?.text()), "Design of the nights"),
    fact("term of CRediT", |a| { first_author(a)?.credit.credit_terms().next().map(|term| term.name().to_owned()) }, "Methodology"),
    fact("group of authors", |a| a.authors().get(1)?.credit.name(), "Headland Keepers"),
    fact("institution", |a| { affiliation(a)?.institutions().first()?.names.first().cloned() }, "Cape Observatory"),
    fact("ROR", |a| Some(affiliation(a)?.institutions().first()?.ror()?.url()), "https://ror.org/05dxps055"),
    fact("country code", |a| affiliation(a)?.country()?.code, "NO"),
    fact("correspondence", |a| a.corresponding().first()?.emails().first().cloned(), "s.vik@cape.example"),
    fact("ISSN", |a| Some(a.publication.journal.as_ref()?.issns.first()?.text()), "2999-0044"),
    fact("DOI", |a| Some(a.publication.doi()?.as_str().to_owned()), "10.5555/lq.2026.7"),
    fact("received", |a| Some(a.date("received")?.parsed()?.to_string()), "2025-11-03"),
    fact("year of publication", |a| Some(a.published()?.year.to_string()), "2026"),
    fact("copyright", Article::copyright_statement, "© 2026 The keepers of the lamp"),
    fact("licence address", |a| a.licence()?.address(), "https://creativecommons.org/licenses/by/4.0/"),
    fact("licence text", |a| a.licence().map(Licence::statement), "Everybody may copy this article who says whose it is."),
    fact("structured abstract", structured_abstract, "Question; Answer: From two and a half kilometres, on a dark night."),
    fact("teaser", |a| text(a.standfirst.as_ref()), "A candle, a headland and thirty clear nights."),
    fact("translated abstract", |a| Some(a.translation("nb")?.abstracts.first()?.text()), "Et stearinlys, en odde og tretti klare netter."),
    fact("keyword", |a| text(a.keywords.first()?.keywords.first()), "candle power"),
    fact("funder", |a| a.funders().first()?.names.first().cloned(), "Fund for Slow Light"),
    fact("award", |a| a.award_numbers().into_iter().next(), "FSL-88/3"),
    fact("named content", |a| datum(a, DatumKind::NamedContent, Some("place")), "Skarv Point"),
    fact("small capitals", small_capitals, "first dark"),
    fact("caption title", |a| text(figure(a)?.caption.as_ref()?.title.as_ref()), "The headland."),
    fact("caption text", |a| Some(figure(a)?.caption.as_ref()?.content.first()?.text()), "The path runs along the dotted line."),
    fact("alternative text", |a| text(figure(a)?.images().next()?.alt.as_ref()), "A map of a narrow cape with a dotted path along its spine."),
    fact("figure credit", |a| a.figures().first()?.credits().into_iter().next(), "Drawing: T. Aas"),
    fact("figure rights", |a| text(figure(a)?.rights.as_ref()?.holders.first()), "Lista Map Room"),
    fact("quote", |a| Some(quotation(a)?.content.first()?.text()), "I took it for Capella, and then it blew out."),
    fact("who is quoted", |a| text(quotation(a)?.credits.first()), "A walker, night nineteen"),
    fact("title of a box", |a| text(boxed(a)?.caption.as_ref()?.title.as_ref()), "What counts as dark"),
    fact("text of a box", |a| Some(boxed(a)?.content.first()?.text()), "The moon is down and no ship is in sight."),
    fact("speaker", |a| text(speech(a)?.speaker.as_ref()), "Keeper"),
    fact("what is said", |a| Some(speech(a)?.content.first()?.text()), "Can you still see it?"),
    fact("line of verse", verse_line, "One light on the rock, and no one beside it"),
    fact("table caption", |a| Some(table(a)?.caption.as_ref()?.text()), "Distance at which the flame was lost."),
    fact("table note", |a| Some(table(a)?.foot.first()?.text()), "Paced, not measured."),
    fact("supplement label", |a| text(supplement(a)?.label.as_ref()), "Data file 1"),
    fact("supplement address", |a| supplement(a)?.href.clone(), "nights.csv"),
    fact("acknowledgement", acknowledgement, "We thank the harbour office for turning off its lights."),
    fact("conflict of interest", conflict, "S. V. owns two lamps of the kind that was tested."),
    fact("appendix", |a| text(appendix(a)?.title.as_ref()), "How to pace a kilometre"),
    fact("cited title", |a| cited(a)?.article_title, "Lamps that pass for planets"),
    fact("cited source", |a| cited(a)?.source, "Annals of Night"),
    fact("cited in words", cited_words, "A classic, often misread."),
    fact("cited DOI", |a| Some(cited(a)?.doi()?.as_str().to_owned()), "10.5555/an.2001.7"),
    fact("cited PMID", |a| cited(a)?.id("pmid").map(str::to_owned), "99990007"),
    fact("title of a translation", |a| text(translation(a)?.headline.title.as_ref()), "Hvor langt en liten flamme ses på en odde"),
    fact("body of a translation", |a| Some(translation(a)?.body.as_ref()?.text()), "Vi tente lampen og gikk bort fra den."),
];

const fn fact(
    name: &'static str,
    ask: fn(&Article) -> Option<String>,
    expected: &'static str,
) -> Fact {
    Fact {
        name,
        ask,
        expected,
    }
}

fn text(written: Option<&Written>) -> Option<String> {
    written.map(Written::text)
}

fn first_author(article: &Article) -> Option<Contributor<'_>> {
    article.authors().into_iter().next()
}

fn affiliation(article: &Article) -> Option<&Affiliation> {
    first_author(article)?.affiliations.first().copied()
}

fn structured_abstract(article: &Article) -> Option<String> {
    let sections = article
        .abstracts
        .first()?
        .content
        .iter()
        .filter_map(|block| match block {
            Block::Section(section) => Some(&**section),
            _ => None,
        });
    let sections: Vec<&Section> = sections.collect();
    let titles: Vec<String> = sections
        .iter()
        .filter_map(|section| text(section.title.as_ref()))
        .collect();
    Some(format!(
        "{}: {}",
        titles.join("; "),
        sections.last()?.content.first()?.text()
    ))
}

fn figure(article: &Article) -> Option<&Figure> {
    Some(article.figures().first()?.figure)
}

fn table(article: &Article) -> Option<&Table> {
    article.tables().first().copied()
}

fn cited(article: &Article) -> Option<CitationFields> {
    Some(
        article
            .reference("r1")?
            .citations
            .first()?
            .citation()?
            .fields(),
    )
}

/// The text that stands between the data of the citation and is more than punctuation.
fn cited_words(article: &Article) -> Option<String> {
    let parts = &article
        .reference("r1")?
        .citations
        .first()?
        .citation()?
        .parts;
    parts.iter().find_map(|part| match part {
        Inline::Text(text) if text.len() > 8 => {
            Some(text.trim_start_matches(['.', ' ']).trim_end().to_owned())
        }
        _ => None,
    })
}

fn translation(article: &Article) -> Option<&Article> {
    article.translation("nb")?.articles.first().copied()
}

fn acknowledgement(article: &Article) -> Option<String> {
    article.back.iter().find_map(|back| match back {
        Back::Acknowledgements(section) => Some(section.text()),
        _ => None,
    })
}

fn conflict(article: &Article) -> Option<String> {
    let mut notes = article.author_notes.iter().flat_map(|notes| &notes.notes);
    notes
        .find(|note| note.kind.as_deref() == Some("coi-statement"))
        .map(Note::text)
}

fn appendix(article: &Article) -> Option<&Section> {
    article.back.iter().find_map(|back| match back {
        Back::Appendices(group) => group.appendices.first(),
        _ => None,
    })
}

/// Keeps the blocks and inlines of an article, that of its parts aside.
#[derive(Default)]
struct All<'a> {
    blocks: Vec<&'a Block>,
    inlines: Vec<&'a Inline>,
}

impl<'a> Visitor<'a> for All<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        self.blocks.push(block);
        true
    }

    fn inline(&mut self, inline: &'a Inline) -> bool {
        self.inlines.push(inline);
        true
    }
}

/// What is asked of the first block that answers.
fn block<'a, T>(article: &'a Article, ask: impl Fn(&'a Block) -> Option<T>) -> Option<T> {
    let mut all = All::default();
    article.visit(&mut all);
    all.blocks.into_iter().find_map(ask)
}

/// What is asked of the first inline that answers.
fn inline<'a, T>(article: &'a Article, ask: impl Fn(&'a Inline) -> Option<T>) -> Option<T> {
    let mut all = All::default();
    article.visit(&mut all);
    all.inlines.into_iter().find_map(ask)
}

fn quotation(article: &Article) -> Option<&Quotation> {
    block(article, |block| match block {
        Block::Quotation(quotation) => Some(&**quotation),
        _ => None,
    })
}

fn boxed(article: &Article) -> Option<&BoxedText> {
    block(article, |block| match block {
        Block::Boxed(boxed) => Some(&**boxed),
        _ => None,
    })
}

fn speech(article: &Article) -> Option<&Speech> {
    block(article, |block| match block {
        Block::Speech(speech) => Some(&**speech),
        _ => None,
    })
}

fn supplement(article: &Article) -> Option<&Supplement> {
    block(article, |block| match block {
        Block::Supplement(supplement) => Some(&**supplement),
        _ => None,
    })
}

fn verse_line(article: &Article) -> Option<String> {
    block(article, |block| match block {
        Block::VerseLine(line) => Some(line.text()),
        _ => None,
    })
}

fn small_capitals(article: &Article) -> Option<String> {
    inline(article, |inline| match inline {
        Inline::Emphasis(emphasis) if emphasis.kind == EmphasisKind::SmallCaps => {
            Some(emphasis.text())
        }
        _ => None,
    })
}

fn datum(article: &Article, kind: DatumKind, content_type: Option<&str>) -> Option<String> {
    inline(article, |inline| match inline {
        Inline::Datum(datum)
            if datum.kind == kind && datum.attr("content-type") == content_type =>
        {
            Some(datum.text())
        }
        _ => None,
    })
}

/// The translation is a part of its own, not only an answer to a question.
#[test]
fn the_translation_is_a_part() {
    let article = probe();
    assert!(matches!(article.parts.as_slice(), [Part::SubArticle(_)]));
}
