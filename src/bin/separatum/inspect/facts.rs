//! What an article says of itself: titles, where and when it was published, who is credited.

use separatum::model::{
    Affiliation, Award, Contributor, DatedEvent, Journal, Licence, Publication, Role, SubjectGroup,
    Written,
};
use separatum::{Article, Format};

/// The head of the print-out: the headline and a line for each fact that is there.
pub(crate) fn lines(format: Format, article: &Article) -> Vec<String> {
    let headline = match article.headline.text() {
        text if text.is_empty() => "(no headline)".to_owned(),
        text => text,
    };
    let kickers = article.kickers.iter().flat_map(subjects).collect();
    let subtitles = article
        .headline
        .subtitles
        .iter()
        .map(Written::text)
        .collect();
    let kind = article.kind.iter().cloned().collect();
    let lang = article
        .lang
        .iter()
        .map(|lang| lang.as_str().to_owned())
        .collect();
    let facts = [
        ("subtitle", subtitles),
        (
            "standfirst",
            article.standfirst.iter().map(Written::text).collect(),
        ),
        ("kicker", kickers),
        ("read from", vec![format.to_string()]),
        ("kind", kind),
        ("language", lang),
        ("section", article.section().into_iter().collect()),
        ("published in", published_in(&article.publication)),
        ("dates", article.dates().iter().filter_map(date).collect()),
        (
            "DOI",
            article
                .publication
                .doi()
                .iter()
                .map(|doi| doi.as_str().to_owned())
                .collect(),
        ),
        (
            "licence",
            article
                .licence()
                .and_then(Licence::address)
                .into_iter()
                .collect(),
        ),
        ("funding", article.awards().map(award).collect()),
    ];
    let shown = facts
        .into_iter()
        .filter(|(_, values): &(_, Vec<String>)| !values.is_empty())
        .map(|(name, values)| format!("  {name}: {}", values.join("; ")));
    std::iter::once(headline).chain(shown).collect()
}

/// A line for everyone credited: name, roles, ORCID, where they belong, the addresses of those to write to.
pub(crate) fn credits(article: &Article) -> Vec<String> {
    article.contributors().iter().map(credit).collect()
}

fn credit(contributor: &Contributor<'_>) -> String {
    let credit = contributor.credit;
    let name = credit.name().unwrap_or_else(|| "(no name)".to_owned());
    let kind = credit.kind.iter().cloned();
    let roles: Vec<_> = kind.chain(credit.roles.iter().map(Role::text)).collect();
    let head = match roles.as_slice() {
        [] => name,
        roles => format!("{name}: {}", roles.join(", ")),
    };
    let orcid = credit.orcid().map(|orcid| format!("ORCID {orcid}"));
    let places = contributor
        .affiliations
        .iter()
        .copied()
        .map(Affiliation::text);
    let emails = contributor.is_corresponding().then(|| contributor.emails());
    let details = orcid
        .into_iter()
        .chain(places)
        .chain(emails.into_iter().flatten());
    std::iter::once(head)
        .chain(details)
        .collect::<Vec<_>>()
        .join("; ")
}

/// An award: its number, and who gave it.
fn award(award: &Award) -> String {
    let funders: Vec<String> = award
        .funders()
        .into_iter()
        .flat_map(|funder| funder.names)
        .collect();
    let numbers: Vec<&str> = award.numbers().collect();
    [funders.join(", "), numbers.join(", ")]
        .join(" ")
        .trim()
        .to_owned()
}

fn subjects(group: &SubjectGroup) -> Vec<String> {
    group.subjects.iter().map(Written::text).collect()
}

/// Journal, volume, issue, pages, as far as stated.
fn published_in(publication: &Publication) -> Vec<String> {
    let journal = publication.journal.as_ref().and_then(Journal::title);
    let all = |name: &str, texts: &[Written]| -> Vec<String> {
        texts
            .iter()
            .map(|text| format!("{name} {}", text.text()))
            .collect()
    };
    let pages = match (&publication.first_page, &publication.last_page) {
        (Some(first), Some(last)) => Some(format!("pages {}\u{2013}{}", first.text(), last.text())),
        (Some(first), None) => Some(format!("page {}", first.text())),
        _ => publication
            .elocation_id
            .as_ref()
            .map(|id| format!("article {}", id.text())),
    };
    journal
        .into_iter()
        .chain(all("volume", &publication.volumes))
        .chain(all("issue", &publication.issues))
        .chain(pages)
        .collect()
}

/// A date with what it dates.
fn date(dated: &DatedEvent<'_>) -> Option<String> {
    let parsed = dated.date.parsed().map(|parsed| parsed.to_string());
    let when = parsed.or_else(|| dated.date.words.as_ref().map(Written::text))?;
    Some(match dated.what {
        Some(what) => format!("{when} ({what})"),
        None => when,
    })
}
