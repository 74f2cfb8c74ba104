//! What a page of a PDF holds and does not show: text in an invisible manner, and the properties of marked content.

#![expect(
    clippy::many_single_char_names,
    reason = "the six numbers of a matrix have no better ones"
)]

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// A matrix as PDF writes it.
type Matrix = [f32; 6];

/// What stands on pages.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// Text that a reader sees.
    pub(crate) seen: String,
    /// Text drawn with no ink, no size, in white, beside the page, or where the page is clipped.
    pub(crate) unseen: String,
    /// Strings in the properties of marked content.
    pub(crate) properties: Vec<Vec<u8>>,
}

/// What is in force while a page is drawn.
#[derive(Debug, Clone)]
struct State {
    place: Matrix,
    size: f32,
    is_drawn: bool,
    is_white: bool,
    /// Where the page is not clipped: left, bottom, right, top; as on the page.
    open: [f32; 4],
    font: Vec<u8>,
}

/// The text of one page.
pub(crate) fn page(document: &Document, id: ObjectId) -> Text {
    let content = Content::decode(&document.get_page_content(id)).unwrap();
    let fonts = document.get_page_fonts(id).unwrap();
    let dictionary = document.get_dictionary(id).unwrap();
    let media: Vec<f32> = numbers(dictionary.get(b"MediaBox").unwrap().as_array().unwrap());
    let mut reader = Reader {
        text: Text::default(),
        states: Vec::new(),
        state: State {
            place: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            size: 0.0,
            is_drawn: true,
            is_white: false,
            open: [media[0], media[1], media[2], media[3]],
            font: Vec::new(),
        },
        line: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        path: Vec::new(),
        clips: false,
    };
    for operation in &content.operations {
        let encoding = fonts
            .get(&reader.state.font)
            .and_then(|font: &&Dictionary| font.get_font_encoding(document).ok());
        reader.operation(operation, encoding.as_ref());
    }
    reader.text
}

fn numbers(operands: &[Object]) -> Vec<f32> {
    operands
        .iter()
        .filter_map(|operand| operand.as_float().ok())
        .collect()
}

struct Reader {
    text: Text,
    states: Vec<State>,
    state: State,
    line: Matrix,
    /// The rectangles of the path that is being built; `None` for a path of another form.
    path: Vec<Option<[f32; 4]>>,
    clips: bool,
}

impl Reader {
    fn operation(&mut self, operation: &Operation, encoding: Option<&Encoding<'_>>) {
        let operands = operation.operands.as_slice();
        let given = numbers(operands);
        match (operation.operator.as_str(), given.as_slice()) {
            ("q", _) => self.states.push(self.state.clone()),
            ("Q", _) => self.state = self.states.pop().unwrap(),
            ("cm", [a, b, c, d, e, f]) => {
                self.state.place = times([*a, *b, *c, *d, *e, *f], self.state.place);
            }
            ("BT", _) => self.line = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            ("Tm", [a, b, c, d, e, f]) => self.line = [*a, *b, *c, *d, *e, *f],
            ("Td" | "TD", [x, y]) => self.line = times([1.0, 0.0, 0.0, 1.0, *x, *y], self.line),
            ("T*" | "'" | "\"", _) => panic!("{} is not followed", operation.operator),
            ("Tf", [size]) => {
                self.state.size = *size;
                self.state.font = operands[0].as_name().unwrap().to_vec();
            }
            ("Tr", [mode]) => self.state.is_drawn = !matches!(mode, 3.0 | 7.0),
            ("g" | "rg" | "sc" | "scn", levels) => {
                self.state.is_white = levels.iter().all(|level| *level > 0.98);
            }
            ("k", inks) => self.state.is_white = inks.iter().all(|ink| *ink < 0.02),
            ("re", [x, y, w, h]) => {
                let (from, to) = (self.on_page(*x, *y), self.on_page(x + w, y + h));
                self.path.push(Some([
                    from.0.min(to.0),
                    from.1.min(to.1),
                    from.0.max(to.0),
                    from.1.max(to.1),
                ]));
            }
            ("m" | "l" | "c" | "v" | "y", _) => self.path.push(None),
            ("W" | "W*", _) => self.clips = true,
            ("n" | "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*", _) => self.end_path(),
            ("Tj" | "TJ", _) => self.show(operands, encoding),
            ("BDC" | "DP", _) => operands
                .iter()
                .for_each(|operand| strings(operand, &mut self.text.properties)),
            _ => {}
        }
    }

    fn on_page(&self, x: f32, y: f32) -> (f32, f32) {
        let [.., x, y] = times([1.0, 0.0, 0.0, 1.0, x, y], self.state.place);
        (x, y)
    }

    fn end_path(&mut self) {
        let path = std::mem::take(&mut self.path);
        if !std::mem::take(&mut self.clips) {
            return;
        }
        let open = &mut self.state.open;
        match path.as_slice() {
            [Some([left, bottom, right, top])] => {
                *open = [
                    open[0].max(*left),
                    open[1].max(*bottom),
                    open[2].min(*right),
                    open[3].min(*top),
                ];
            }
            // What another form leaves open is not worked out: nothing.
            _ => *open = [0.0; 4],
        }
    }

    fn show(&mut self, operands: &[Object], encoding: Option<&Encoding<'_>>) {
        let mut bytes = Vec::new();
        for operand in operands {
            strings(operand, &mut bytes);
        }
        let text =
            encoding.and_then(|encoding| Document::decode_text(encoding, &bytes.concat()).ok());
        let text = text.expect("the font says what its glyphs mean");
        let [a, b, c, d, x, y] = times(self.line, self.state.place);
        let size = self.state.size * (a * d - b * c).abs().sqrt();
        let [left, bottom, right, top] = self.state.open;
        let is_inside = left <= x && x <= right && bottom <= y && y <= top;
        if is_inside && size > 1.0 && self.state.is_drawn && !self.state.is_white {
            self.text.seen.push_str(&text);
        } else {
            self.text.unseen.push_str(&text);
        }
    }
}

/// Every string in a value.
fn strings(value: &Object, found: &mut Vec<Vec<u8>>) {
    match value {
        Object::String(bytes, _) => found.push(bytes.clone()),
        Object::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Object::Dictionary(fields) => fields.iter().for_each(|(_, inner)| strings(inner, found)),
        _ => {}
    }
}

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
