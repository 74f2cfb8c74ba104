//! A document along a tape of numbers: each number decides what comes next.

use super::words::{ATTRIBUTES, DOCTYPES, ENCODINGS, INLINES, TEXTS, VERSIONS};
use crate::support::vocabulary::{self, Content};

const DEPTH: usize = 20;

/// A document in the making.
struct Maker<'t> {
    tape: std::slice::Iter<'t, u16>,
    out: String,
    /// The prefix of JATS elements, with its colon.
    prefix: &'static str,
    names_are_declared: bool,
}

impl Maker<'_> {
    fn pick(&mut self, n: usize) -> usize {
        self.tape
            .next()
            .map_or(0, |number| usize::from(*number) % n)
    }

    fn choose(&mut self, from: &[&'static str]) -> &'static str {
        let at = self.pick(from.len());
        from[at]
    }

    fn space(&mut self) {
        let space = self.choose(&["", "\n  ", " ", "\t\n"]);
        self.out.push_str(space);
    }

    fn text(&mut self) {
        let text = match self.pick(TEXTS.len() + 2) {
            at if at < TEXTS.len() => TEXTS[at],
            _ if self.names_are_declared => "&phi;&nbsp;",
            _ => "'",
        };
        self.out.push_str(text);
    }

    fn attributes(&mut self) {
        let first = self.pick(ATTRIBUTES.len());
        let count = self.pick(4).saturating_sub(1);
        for at in 0..count {
            // Neighbours in the list, so that none stands twice.
            let attribute = ATTRIBUTES[(first + at) % ATTRIBUTES.len()];
            self.out.extend([" ", attribute]);
        }
    }

    fn element(&mut self, name: &'static str, depth: usize) {
        if matches!(name, "math" | "mml:math") {
            return self.out.push_str("<mml:math><mml:mrow> <mml:mi>x</mml:mi>\n<mml:mo>&lt;</mml:mo></mml:mrow></mml:math>");
        }
        // Tables of OASIS stand in a namespace of their own, now and then.
        let is_cals = matches!(name, "tgroup" | "colspec" | "spanspec" | "row" | "entry");
        let prefix = if is_cals && self.pick(2) == 1 {
            "oasis:"
        } else {
            self.prefix
        };
        let tag = if name.contains(':') {
            name.to_owned()
        } else {
            format!("{prefix}{name}")
        };
        self.out.extend(["<", &tag]);
        self.attributes();
        if depth >= DEPTH || self.tape.len() == 0 {
            self.out.push_str(" />");
            return;
        }
        self.out.push('>');
        match vocabulary::row(name) {
            (Content::Element, children) => self.elements(children, depth),
            (Content::Kept, _) => self.text(),
            (Content::Mixed, _) => self.mixed(depth),
        }
        self.out.extend(["</", &tag, "\n>"]);
    }

    /// Children in the order of the content model, which some documents do not keep.
    fn elements(&mut self, children: &[&'static str], depth: usize) {
        let mut at = 0;
        for _ in 0..self.pick(6) {
            self.space();
            match self.pick(12) {
                0 => self.out.push_str("<!-- between --><?page 3?>"),
                1 => self.foreign(depth),
                2 => at = 0,
                _ => {}
            }
            if !children.is_empty() {
                at = (at + self.pick(4)) % children.len();
                self.element(children[at], depth + 1);
            }
        }
        self.space();
    }

    fn mixed(&mut self, depth: usize) {
        for _ in 0..self.pick(6) {
            match self.pick(8) {
                0..=4 => self.text(),
                5 | 6 => {
                    let name = self.choose(INLINES);
                    self.element(name, depth + 1);
                }
                // Any element there is.
                _ if self.pick(2) == 1 => self.foreign(depth),
                _ => {
                    let at = self.pick(usize::MAX);
                    self.element(vocabulary::name(at), depth + 1);
                }
            }
        }
    }

    fn foreign(&mut self, depth: usize) {
        let (open, close) = match self.pick(4) {
            0 => ("<tp:taxon-name rank='genus'>", "</tp:taxon-name>"),
            1 => (
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width='1'><g>",
                "</g></svg>",
            ),
            2 => ("<other:p>", "</other:p>"),
            _ => ("<no-such-element xmlns=''>", "</no-such-element>"),
        };
        self.out.push_str(open);
        if depth < DEPTH && self.pick(2) == 1 {
            self.text();
        }
        self.out.push_str(close);
    }
}

/// The bytes of the document that a tape describes.
pub(super) fn document(tape: &[u16]) -> Vec<u8> {
    let mut maker = Maker {
        tape: tape.iter(),
        out: String::new(),
        prefix: "",
        names_are_declared: false,
    };
    let encoding = maker.choose(ENCODINGS);
    let doctype = maker.choose(DOCTYPES);
    maker.names_are_declared = doctype.contains("PUBLIC");
    let (prefix, namespace) = match maker.pick(6) {
        0 => ("", " xmlns='http://jats.nlm.nih.gov'"),
        1 => ("j:", " xmlns:j=\"https://jats.example.org/\""),
        _ => ("", ""),
    };
    // What wraps articles has a document type of its own, or none.
    let wrapper = if doctype.is_empty() && prefix.is_empty() {
        maker.choose(&["", "", "pmc-articleset", "records"])
    } else {
        ""
    };
    maker.prefix = prefix;
    let version = maker.choose(VERSIONS);
    let declared = encoding.split(' ').next().unwrap_or_default();
    match declared {
        "" => {}
        "bom" => maker.out.push_str("<?xml version='1.0'?>\n"),
        declared => maker
            .out
            .extend(["<?xml version=\"1.0\" encoding='", declared, "'?>\n"]),
    }
    maker.out.extend([doctype, "\n<!-- before -->\n"]);
    if !wrapper.is_empty() {
        maker.out.extend(["<", wrapper, ">\n"]);
    }
    maker
        .out
        .extend(["<", prefix, "article", namespace, version]);
    maker.out.push_str(concat!(
        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"",
        " xmlns:ali=\"http://www.niso.org/schemas/ali/1.0/\" xmlns:tp='http://www.plazi.org/taxpub' xmlns:other='urn:other'",
        " xmlns:oasis=\"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table\">"
    ));
    parts(&mut maker);
    maker.out.extend(["</", prefix, "article>"]);
    if !wrapper.is_empty() {
        maker.out.extend(["\n</", wrapper, ">"]);
    }
    maker.out.push_str("\n<?after it?>\n");
    let out = if maker.pick(4) == 1 {
        maker.out.replace('\n', "\r\n")
    } else {
        maker.out
    };
    encoded(&out, encoding)
}

/// Front and body always, so that it is an article also in a wrapper; each part has its share of the tape.
fn parts(maker: &mut Maker<'_>) {
    let mut parts = vec!["front", "body"];
    for part in ["back", "floats-group", "sub-article", "response"] {
        if maker.pick(3) == 1 {
            parts.push(part);
        }
    }
    let tape = maker.tape.as_slice();
    let share = (tape.len() / parts.len()).max(1);
    let mut shares = tape.chunks(share);
    for part in parts {
        maker.tape = shares.next().unwrap_or_default().iter();
        maker.element(part, 1);
        maker.out.push('\n');
    }
}

/// The bytes of a text; characters that the encoding does not have are references.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    let narrow = |limit: u32| -> Vec<u8> {
        let one = |c: char| match u8::try_from(u32::from(c)) {
            Ok(byte) if u32::from(c) < limit => vec![byte],
            _ => format!("&#{};", u32::from(c)).into_bytes(),
        };
        text.chars().flat_map(one).collect()
    };
    match encoding {
        "UTF-16" => [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        "UTF-16 big" => [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect(),
        "ISO-8859-1" => narrow(0x100),
        "US-ASCII" => narrow(0x80),
        "bom" => format!("\u{feff}{text}").into_bytes(),
        _ => text.as_bytes().to_vec(),
    }
}
