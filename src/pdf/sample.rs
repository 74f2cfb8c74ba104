//! Pages made by hand for tests, with one of everything that pages and tags can hold.

use std::sync::Arc;

use harfrust::{Buffer, Font, ShapeOptions, ShaperFont};

use super::image::tests::{small_jpeg, small_png};
use super::page::{
    AssociatedFile, Chunk, Cluster, FontFace, Glyph, ImageBytes, Item, Link, OutlineItem, Owner,
    Page, Pages, Place, Run, StandardAttr, Tag, TagKid, Target,
};
use super::tags::{ReadKid, ReadTag};

/// Puts text and tags onto pages.
pub(crate) struct Sample {
    pub(crate) pages: Pages,
    pub(crate) y: f32,
}

impl Sample {
    pub(crate) fn new() -> Self {
        let mut pages = Pages::default();
        for (name, data) in ["LibertinusSerif-Regular", "DejaVuSansMono"]
            .into_iter()
            .zip(fonts())
        {
            pages.fonts.push(FontFace {
                data,
                index: 0,
                name: name.to_owned(),
            });
        }
        let mut sample = Self { pages, y: 0.0 };
        sample.new_page();
        sample.tag(None, "article", "Document");
        sample
    }

    pub(crate) fn new_page(&mut self) {
        self.y = 60.0;
        self.pages.pages.push(Page {
            width: 400.0,
            height: 600.0,
            ..Page::default()
        });
        let number = self.pages.pages.len();
        let run = self.shaped(0, &format!("{number}"));
        self.chunk(Owner::Footer, vec![Item::Run(Run { y: 580.0, ..run })]);
    }

    pub(crate) fn tag(
        &mut self,
        parent: Option<usize>,
        role: &str,
        standard: &'static str,
    ) -> usize {
        let id = self.pages.tags.len();
        self.pages.tags.push(Tag {
            role: role.to_owned(),
            standard,
            ..Tag::default()
        });
        if let Some(parent) = parent {
            self.pages.tags[parent].kids.push(TagKid::Tag(id));
        }
        id
    }

    pub(crate) fn chunk(&mut self, owner: Owner, items: Vec<Item>) {
        let page = self.pages.pages.len() - 1;
        let chunks = &mut self.pages.pages[page].chunks;
        chunks.push(Chunk { owner, items });
        let chunk = chunks.len() - 1;
        if let Owner::Tag(tag) = owner {
            self.pages.tags[tag].kids.push(TagKid::Content(page, chunk));
        }
    }

    /// A line of text.
    pub(crate) fn line(&mut self, tag: usize, font: usize, text: &str) {
        let run = self.shaped(font, text);
        self.chunk(Owner::Tag(tag), vec![Item::Run(run)]);
    }

    /// A tag with a line of text.
    pub(crate) fn block(
        &mut self,
        parent: usize,
        role: &str,
        standard: &'static str,
        text: &str,
    ) -> usize {
        let tag = self.tag(Some(parent), role, standard);
        self.line(tag, 0, text);
        tag
    }

    /// The text on a baseline of its own. Characters without a glyph are shown by the replacement character.
    pub(crate) fn shaped(&mut self, font: usize, text: &str) -> Run {
        self.y += 14.0;
        let size = 10.0;
        let data = self.pages.fonts[font].data.to_vec();
        let face = Font::new(data, 0).unwrap();
        let shaper = ShaperFont::new(&face);
        let scale = size / f32::from(shaper.units_per_em());
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let rtl = buffer.direction() == harfrust::Direction::RightToLeft;
        harfrust::shape(&shaper, &mut buffer, ShapeOptions::new()).unwrap();
        let missing = u16::try_from(shaper.nominal_glyph(0xFFFD).unwrap().to_u32()).unwrap();
        let mut clusters: Vec<Cluster> = Vec::new();
        for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let id = u16::try_from(info.glyph_id).unwrap();
            let glyph = Glyph {
                id: if id == 0 { missing } else { id },
                dx: place.x_offset as f32 * scale,
                dy: place.y_offset as f32 * scale,
                advance: place.x_advance as f32 * scale,
            };
            match clusters.last_mut() {
                Some(last) if last.start == info.cluster => last.glyphs.push(glyph),
                _ => clusters.push(Cluster {
                    start: info.cluster,
                    end: 0,
                    glyphs: vec![glyph],
                }),
            }
        }
        let mut end = text.len() as u32;
        let ends = |cluster: &mut Cluster| {
            cluster.end = end;
            end = cluster.start;
        };
        if rtl {
            clusters.iter_mut().for_each(ends);
        } else {
            clusters.iter_mut().rev().for_each(ends);
        }
        Run {
            font,
            size,
            color: [0.0; 3],
            x: 40.0,
            y: self.y,
            text: text.to_owned(),
            clusters,
        }
    }

    /// A run with a hyphen that the line end made.
    pub(crate) fn hyphenated(&mut self, text: &str) -> Run {
        let mut run = self.shaped(0, &format!("{text}-"));
        run.text = text.to_owned();
        let last = run.clusters.last_mut().unwrap();
        (last.start, last.end) = (text.len() as u32, text.len() as u32);
        run
    }

    /// The tags as a reader sees them: neighbouring texts joined, empty ones absent.
    pub(crate) fn expected(&self) -> Vec<ReadTag> {
        self.pages
            .tags
            .iter()
            .map(|tag| self.read_tag(tag))
            .collect()
    }

    fn read_tag(&self, tag: &Tag) -> ReadTag {
        let mut kids: Vec<ReadKid> = Vec::new();
        for kid in &tag.kids {
            match *kid {
                TagKid::Tag(kid) => kids.push(ReadKid::Tag(kid)),
                TagKid::Link(..) => {}
                TagKid::Content(page, chunk) => {
                    for item in &self.pages.pages[page].chunks[chunk].items {
                        let Item::Run(run) = item else { continue };
                        match kids.last_mut() {
                            Some(ReadKid::Text(text)) => text.push_str(&run.text),
                            _ => kids.push(ReadKid::Text(run.text.clone())),
                        }
                    }
                }
            }
        }
        kids.retain(|kid| !matches!(kid, ReadKid::Text(text) if text.is_empty()));
        ReadTag {
            role: tag.role.clone(),
            data: tag
                .data
                .iter()
                .map(|(k, v)| ((*k).to_owned(), v.clone()))
                .collect(),
            id: tag.id.clone(),
            lang: tag.lang.clone(),
            alt: tag.alt.clone(),
            files: tag
                .files
                .iter()
                .map(|f| (f.name.to_owned(), f.media_type.to_owned(), f.data.clone()))
                .collect(),
            kids,
        }
    }
}

/// Serif and typewriter of the bundled fonts.
fn fonts() -> [Arc<Vec<u8>>; 2] {
    let named = |name: &str| {
        typst_assets::fonts()
            .find(|data| {
                use skrifa::MetadataProvider;
                let font = skrifa::FontRef::new(data).unwrap();
                font.localized_strings(skrifa::string::StringId::POSTSCRIPT_NAME)
                    .any(|found| found.to_string() == name)
            })
            .map(|data| Arc::new(data.to_vec()))
            .unwrap()
    };
    [named("LibertinusSerif-Regular"), named("DejaVuSansMono")]
}

/// Two pages with everything.
pub(crate) fn whole() -> Sample {
    let mut s = Sample::new();
    s.pages.tags[0].lang = Some("en".to_owned());
    s.pages.tags[0].data.push(("profile", "1".to_owned()));
    front(&mut s);
    texts(&mut s);
    table_and_list(&mut s);
    figures(&mut s);
    s
}

fn front(s: &mut Sample) {
    let title = s.block(0, "article-title", "H1", "The river that remembers");
    s.pages.tags[title].id = Some("sep-1".to_owned());
    s.pages.outline.push(OutlineItem {
        level: 1,
        title: "The river".to_owned(),
        tag: title,
        page: 0,
        y: 60.0,
    });
    s.pages.places.push(Place {
        tag: title,
        page: 0,
        y: 60.0,
    });
    let meta = s.tag(Some(0), "custom-meta", "NonStruct");
    s.pages.tags[meta].data = vec![
        ("attrs", "[[null,\"a\",\"(\\\\) қазақ\"]]".to_owned()),
        ("long", "Ұзын мәтін 😀 ".repeat(3_000)),
        (
            "odd",
            "\u{1}\ttab\nline\rreturn \u{FEFF}\u{E000}".to_owned(),
        ),
        ("empty", String::new()),
    ];
    let section = s.block(0, "title", "H2", "A heading");
    s.pages.outline.push(OutlineItem {
        level: 2,
        title: "Тақырып".to_owned(),
        tag: section,
        page: 0,
        y: 120.0,
    });
}

fn texts(s: &mut Sample) {
    let p = s.block(0, "p", "P", "Office, fjord, affine, fluff: ligatures ");
    s.line(p, 0, "Қазақстан Республикасының өзендері, ");
    s.line(
        p,
        0,
        "decomposed e\u{301}e\u{301} x\u{304}\u{323}\u{32d} and composed é, ",
    );
    s.line(p, 0, "no\u{A0}break, thin\u{2009}space, soft\u{AD}hyphen, ");
    s.line(
        p,
        0,
        "private \u{E001}\u{F0001}, mark \u{FEFF}, missing 漢字漢, ",
    );
    s.line(p, 0, "עברית בכתב, ");
    let hyphenated = s.hyphenated("the layout broke this wo");
    s.chunk(Owner::Tag(p), vec![Item::Run(hyphenated)]);
    let code = s.tag(Some(0), "code", "Code");
    s.line(code, 1, "let x\t= 1;\n  y\r");
    let link = s.block(p, "ext-link", "Link", "a link");
    s.pages.tags[link].data.push(("attrs", "[]".to_owned()));
    s.pages.tags[link].kids.push(TagKid::Link(0, 0));
    s.pages.pages[0].links.push(Link {
        area: [40.0, 200.0, 80.0, 212.0],
        target: Target::Address("https://example.org/қ?a=(b)".to_owned()),
        tag: link,
        description: "A link to an example".to_owned(),
    });
    let xref = s.block(p, "xref", "Link", "to the title");
    s.pages.tags[xref].kids.push(TagKid::Link(0, 1));
    s.pages.pages[0].links.push(Link {
        area: [40.0, 220.0, 80.0, 232.0],
        target: Target::Tag(1),
        tag: xref,
        description: "The title".to_owned(),
    });
    s.new_page();
    s.line(p, 0, "rd, and the paragraph goes on.");
    let quote = s.block(0, "p", "P", "Қазақша сөйлем.");
    s.pages.tags[quote].lang = Some("kk".to_owned());
    let note = s.block(0, "fn", "Note", "A note.");
    s.pages.tags[note].id = Some("жазба".to_owned());
}

fn table_and_list(s: &mut Sample) {
    let table = s.tag(Some(0), "table", "Table");
    let row = s.tag(Some(table), "tr", "TR");
    let head = s.block(row, "th", "TH", "Head");
    s.pages.tags[head].standard_attrs =
        vec![StandardAttr::Scope("Column"), StandardAttr::ColSpan(2)];
    let row = s.tag(Some(table), "tr", "TR");
    s.block(row, "td", "TD", "1");
    s.tag(Some(row), "td", "TD");
    let list = s.tag(Some(0), "list", "L");
    s.pages.tags[list].standard_attrs = vec![StandardAttr::ListNumbering("Decimal")];
    let item = s.tag(Some(list), "list-item", "LI");
    s.block(item, "label", "Lbl", "1.");
    let body = s.tag(Some(item), "run", "LBody");
    s.block(body, "p", "P", "An item.");
}

fn figures(s: &mut Sample) {
    for (data, href) in [(small_png(), "fig 1.png"), (small_jpeg(), "суреттер/fig2")] {
        s.pages.images.push(ImageBytes {
            data: Arc::new(data),
            href: href.to_owned(),
        });
    }
    for image in 0..2 {
        let figure = s.tag(Some(0), "graphic", "Figure");
        s.pages.tags[figure].alt = Some("Екі түс".to_owned());
        let (x, y) = (40.0, 400.0 + 60.0 * image as f32);
        s.pages.tags[figure].standard_attrs = vec![StandardAttr::BBox([x, y, x + 50.0, y + 50.0])];
        let picture = Item::Picture {
            image,
            x,
            y,
            width: 50.0,
            height: 50.0,
        };
        s.chunk(Owner::Tag(figure), vec![picture]);
    }
    let formula = s.block(0, "disp-formula", "Formula", "a = b");
    s.pages.tags[formula].alt = Some("a equals b".to_owned());
    s.pages.tags[formula].files = vec![AssociatedFile {
        name: "formula.mml",
        media_type: "application/mathml+xml",
        relationship: "Supplement",
        data: b"<math/>".to_vec(),
    }];
    let rule = Item::Rule {
        x: 40.0,
        y: 530.0,
        width: 100.0,
        height: 0.5,
        color: [0.5, 0.5, 0.5],
    };
    s.chunk(Owner::Layout, vec![rule]);
}
