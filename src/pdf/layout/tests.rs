//! What is painted is the article: every character in its tag, inside the page, line below line.

use proptest::prelude::*;

#[cfg(feature = "jats")]
mod details;
#[cfg(feature = "jats")]
mod formulas;
#[cfg(feature = "jats")]
mod looks;
mod seen;
mod spoilt;
#[cfg(feature = "jats")]
mod tables;

use super::{LayoutOptions, lay_out};
use crate::facts::Facts;
use crate::limits::Limits;
use crate::pdf::page::{Item, Owner, Page, Pages, TagKid};
use crate::pdf::tags::tests::{as_read, document, el, element, nodes, text};
use crate::pdf::tags::{ReadKid, ReadTag, to_document};
use crate::pdf::theme::Theme;
use crate::present;
use crate::report::Report;
use crate::resources::{MapResources, NoResources, Resources};
use crate::tree::{Document, Node, ns};

fn pages(document: &Document, resources: &dyn Resources, report: &mut Report) -> Pages {
    let facts = Facts {
        title: Some("A headline that runs".to_owned()),
        lang: Some("en".to_owned()),
        ..Facts::default()
    };
    pages_of(document, resources, &facts, report)
}

pub(crate) fn pages_of(
    document: &Document,
    resources: &dyn Resources,
    facts: &Facts,
    report: &mut Report,
) -> Pages {
    let shown = present::article(&document.root);
    let options = LayoutOptions {
        theme: &Theme::default(),
        fonts: &[],
        resources,
        limits: &Limits::default(),
        facts,
        source: &document.source,
    };
    lay_out(&shown, &options, report).unwrap()
}

fn plain(document: &Document) -> Pages {
    pages(document, &NoResources, &mut Report::new())
}

/// The text of a marked content.
fn painted(page: &Page, chunk: usize) -> String {
    let items = page.chunks[chunk].items.iter();
    items
        .filter_map(|item| match item {
            Item::Run(run) => Some(run.text.as_str()),
            _ => None,
        })
        .collect()
}

/// The tags as a reader of the pages finds them.
pub(crate) fn read_back(pages: &Pages) -> Vec<ReadTag> {
    let kid = |id: usize, kid: &TagKid| match kid {
        TagKid::Tag(kid) => Some(ReadKid::Tag(*kid)),
        TagKid::Content(page, chunk) => {
            let page = &pages.pages[*page];
            assert_eq!(page.chunks[*chunk].owner, Owner::Tag(id));
            let text = painted(page, *chunk);
            (!text.is_empty()).then_some(ReadKid::Text(text))
        }
        TagKid::Link(..) => None,
    };
    let tags = pages.tags.iter().enumerate();
    tags.map(|(id, tag)| as_read(tag, tag.kids.iter().filter_map(|k| kid(id, k)).collect()))
        .collect()
}

fn comes_back(document: &Document) -> Pages {
    let pages = plain(document);
    let mut report = Report::new();
    let back = to_document(&read_back(&pages), &mut report).unwrap();
    assert!(report.is_lossless(), "{report}");
    assert_eq!(&back, document);
    stays_inside(&pages);
    pages
}

/// Nothing is painted outside of the page.
fn stays_inside(pages: &Pages) {
    for page in &pages.pages {
        for item in page.chunks.iter().flat_map(|chunk| &chunk.items) {
            let [left, upper, right, lower] = match item {
                Item::Run(run) => {
                    let glyphs = run.clusters.iter().flat_map(|cluster| &cluster.glyphs);
                    let width: f32 = glyphs.map(|glyph| glyph.advance).sum();
                    [run.x, run.y - run.size * 0.5, run.x + width, run.y]
                }
                Item::Rule {
                    x,
                    y,
                    width,
                    height,
                    ..
                }
                | Item::Picture {
                    x,
                    y,
                    width,
                    height,
                    ..
                } => [*x, *y, x + width, y + height],
            };
            assert!(upper >= 0.0 && lower <= page.height, "{item:?}");
            assert!(left >= -0.5 && right <= page.width + 0.5, "{item:?}");
        }
    }
}

fn words(count: usize) -> Node {
    let words = [
        "typesetting",
        "is",
        "the",
        "composition",
        "of",
        "text",
        "by",
        "arranging",
    ];
    let text: Vec<&str> = words.iter().copied().cycle().take(count).collect();
    Node::Text(format!("{}.", text.join(" ")))
}

proptest! {
    #[test]
    fn every_tree_is_painted_whole(content in prop::collection::vec(nodes(), 0..8)) {
        let document = document(element("article", content));
        let pages = plain(&document);
        let back = to_document(&read_back(&pages), &mut Report::new()).unwrap();
        prop_assert_eq!(back, document);
    }
}

#[test]
fn paragraphs_flow_over_pages_without_widows_and_orphans() {
    let section = |count: usize| {
        el(
            "sec",
            vec![
                el("title", vec![text("A heading")]),
                el("p", vec![words(count)]),
                el("p", vec![words(count / 2)]),
            ],
        )
    };
    let sections: Vec<Node> = (0..60).map(|n| section(40 + 13 * n % 190)).collect();
    let pages = comes_back(&document(element("article", vec![el("body", sections)])));
    assert!(pages.pages.len() > 5);
    let theme = Theme::default();
    for (number, page) in pages.pages.iter().enumerate() {
        // Lines of the page, by baseline, with the tag of each.
        let mut lines: Vec<(f32, usize)> = Vec::new();
        for chunk in &page.chunks {
            let Owner::Tag(tag) = chunk.owner else {
                continue;
            };
            for item in &chunk.items {
                if let Item::Run(run) = item
                    && lines.last().is_none_or(|(y, _)| (y - run.y).abs() > 0.1)
                {
                    lines.push((run.y, tag));
                }
            }
        }
        assert!(lines.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let (foot, last) = lines[lines.len() - 1];
        assert!(foot < theme.height - theme.bottom + 1.0);
        assert!(
            !pages.tags[last].standard.starts_with('H'),
            "a heading at a foot"
        );
        if number + 1 == pages.pages.len() {
            continue;
        }
        assert!(foot > theme.height * 0.75, "page {number} is not full");
        let contents = &pages.tags[last].kids;
        if contents.len() > 1 {
            let on_page = lines.iter().filter(|(_, tag)| *tag == last).count();
            assert!(on_page != 1, "an orphan on page {number}");
        }
    }
}

#[test]
fn a_table_repeats_its_head_as_decoration() {
    let row = |name: &'static str, n: usize| {
        let cell = |c: usize| el(name, vec![text(&format!("cell {n} {c}"))]);
        el("tr", (0..4).map(cell).collect())
    };
    let table = el(
        "table",
        vec![
            el("thead", vec![row("th", 0)]),
            el("tbody", (1..120).map(|n| row("td", n)).collect()),
        ],
    );
    let wrap = el(
        "table-wrap",
        vec![el("label", vec![text("Table 1")]), table],
    );
    let pages = comes_back(&document(element("article", vec![el("body", vec![wrap])])));
    assert!(pages.pages.len() > 2);
    for (number, page) in pages.pages.iter().enumerate() {
        let heads = |owner: fn(&Owner) -> bool| {
            (0..page.chunks.len())
                .filter(|chunk| owner(&page.chunks[*chunk].owner))
                .filter(|chunk| painted(page, *chunk).contains("cell 0"))
                .count()
        };
        let tagged = heads(|owner| matches!(owner, Owner::Tag(_)));
        let repeated = heads(|owner| *owner == Owner::Layout);
        assert_eq!(tagged > 0, number == 0);
        assert_eq!(repeated > 0, number > 0);
    }
}

#[test]
fn links_lead_to_places() {
    let mut xref = element("xref", vec![text("Section two")]);
    xref.attrs.push(crate::tree::Attr {
        namespace: None,
        name: "rid".into(),
        value: "s2".into(),
    });
    let mut section = element(
        "sec",
        vec![el("title", vec![text("Two")]), el("p", vec![words(9)])],
    );
    section.attrs.push(crate::tree::Attr {
        namespace: None,
        name: "id".into(),
        value: "s2".into(),
    });
    let content = vec![el(
        "body",
        vec![
            el("p", vec![words(5), text(" See "), Node::Element(xref)]),
            Node::Element(section),
        ],
    )];
    let pages = comes_back(&document(element("article", content)));
    let links: Vec<_> = pages.pages.iter().flat_map(|page| &page.links).collect();
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].description, "Section two");
    let target = pages.places[0].tag;
    assert_eq!(links[0].target, crate::pdf::page::Target::Tag(target));
    assert_eq!(pages.tags[target].id.as_deref(), Some("s2"));
    assert_eq!(pages.tags[links[0].tag].standard, "Link");
    assert_eq!(pages.outline.len(), 1);
}

/// A PNG of that size, all black.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::GrayImage::new(width, height);
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn pictures_fit_the_column_and_missing_ones_are_noted() {
    let graphic = |href: &str| {
        let mut graphic = element("graphic", Vec::new());
        graphic.attrs.push(crate::tree::Attr {
            namespace: Some(ns::XLINK.into()),
            name: "href".into(),
            value: href.into(),
        });
        Node::Element(graphic)
    };
    let fig = |href: &str| {
        let caption = el("caption", vec![el("p", vec![words(30)])]);
        el(
            "fig",
            vec![el("label", vec![text("Figure 1")]), caption, graphic(href)],
        )
    };
    let document = document(element(
        "article",
        vec![el("body", vec![fig("a.png"), fig("b.png")])],
    ));
    let mut resources = MapResources::new();
    resources.insert("a.png", png(3_000, 1_000));
    let mut report = Report::new();
    let pages = pages(&document, &resources, &mut report);
    assert_eq!(pages.images.len(), 1);
    let items = pages.pages[0].chunks.iter().flat_map(|chunk| &chunk.items);
    let mut items = items;
    let picture = items
        .find_map(|item| match item {
            Item::Picture { width, height, .. } => Some((*width, *height)),
            _ => None,
        })
        .unwrap();
    let measure = Theme::default().measure();
    assert!((picture.0 - measure).abs() < 0.1 && (picture.1 - measure / 3.0).abs() < 0.1);
    let codes: Vec<&str> = report.findings().iter().map(|f| f.code.as_ref()).collect();
    assert_eq!(codes, ["pdf.image-missing"]);
    assert!(report.is_lossless());
    let figures = pages.tags.iter().filter(|tag| tag.standard == "Figure");
    assert!(figures.map(|tag| tag.standard_attrs.len()).eq([1, 1]));
}

#[test]
fn a_note_stands_at_the_foot_of_its_page() {
    let note = el("fn", vec![el("p", vec![text("Said in passing.")])]);
    let called = el("p", vec![words(20), note, text(" And on.")]);
    let more: Vec<Node> = (0..40).map(|_| el("p", vec![words(60)])).collect();
    let body = el("body", std::iter::once(called).chain(more).collect());
    let pages = comes_back(&document(element("article", vec![body])));
    let baseline = |wanted: &str| {
        let items = pages.pages[0].chunks.iter().flat_map(|chunk| &chunk.items);
        let found = items.filter_map(|item| match item {
            Item::Run(run) if run.text.contains(wanted) => Some(run.y),
            _ => None,
        });
        found.reduce(|_, last| last).unwrap()
    };
    let theme = Theme::default();
    assert!(baseline("passing") > theme.height - theme.bottom - 20.0);
    assert!(baseline("And") < theme.height / 4.0);
    let generated = pages.tags.iter().filter(|tag| tag.role.starts_with("gen"));
    assert_eq!(
        generated.count(),
        2,
        "the mark in the text and the one before the note"
    );
}
