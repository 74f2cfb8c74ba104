//! From the joined text to units: one font, script, direction and style each.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use unicode_bidi::Level;

use crate::pdf::layout::font::{Fonts, Sign, is_ignorable, is_private};
use crate::pdf::layout::line::{BoxPiece, Piece, TextPiece};
use crate::pdf::layout::shape::{Caps, Context, Shape, Shaper, raised};
use crate::pdf::layout::typeset::character::{LONGEST, grapheme, is_layout_control, script_of};
use crate::pdf::layout::typeset::source::{Cut, Source, Span};
use crate::pdf::layout::typeset::unit::{Kind, Unit, points};

/// The reduction of capitals that stand for small capitals.
const SMALL_CAPS: f32 = 0.8;
/// Tab stops stand this many spaces apart.
const TAB: f32 = 4.0;

/// Makes units.
pub(super) struct Itemiser<'t, 'a> {
    pub(super) fonts: &'t mut Fonts,
    pub(super) shaper: &'t mut Shaper,
    pub(super) uncovered: &'t mut BTreeMap<char, usize>,
    pub(super) source: &'t Source<'a>,
    units: Vec<Unit>,
    open: Option<Open>,
    /// Fonts found for characters that no font has as they are spelled.
    composed: HashMap<(usize, String), Option<usize>>,
    /// Where the pen stands since the last forced break: tab stops are counted from there.
    pen: f32,
}

/// A word that is being gathered.
struct Open {
    start: usize,
    end: usize,
    cut: Cut,
    look: Look,
}

/// What must be equal in a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    kind: Kind,
    piece: usize,
    level: Level,
    context: Context,
    size: f32,
}

/// A text piece with what is the same for all of it.
#[derive(Clone, Copy)]
struct Style<'a> {
    piece: &'a TextPiece<'a>,
    number: usize,
    chain: usize,
    language: Option<usize>,
}

impl<'t, 'a> Itemiser<'t, 'a> {
    /// An itemiser of a paragraph.
    pub(super) fn new(
        fonts: &'t mut Fonts,
        shaper: &'t mut Shaper,
        uncovered: &'t mut BTreeMap<char, usize>,
        source: &'t Source<'a>,
    ) -> Self {
        Self {
            fonts,
            shaper,
            uncovered,
            source,
            units: Vec::new(),
            open: None,
            composed: HashMap::new(),
            pen: 0.0,
        }
    }

    /// The units, which cover the text.
    pub(super) fn units(mut self) -> Vec<Unit> {
        for span in &self.source.spans {
            match span.piece {
                Piece::Text(piece) => self.text(*span, piece),
                Piece::Box(piece) => self.boxed(*span, piece),
                Piece::Break => self.push_plain(*span, Kind::Break, 0.0),
            }
        }
        self.close();
        self.units
    }

    fn text(&mut self, span: Span<'a>, piece: &'a TextPiece<'a>) {
        let style = Style {
            piece,
            number: span.number,
            chain: self.fonts.chain(&piece.style),
            language: self.shaper.language(piece.lang),
        };
        let mut at = 0;
        while let Some(rest) = piece.text.get(at..).filter(|rest| !rest.is_empty()) {
            let length = grapheme(rest);
            let Some(part) = rest.get(..length) else {
                break;
            };
            self.grapheme(span.start + at, part, style);
            at += length;
        }
    }

    fn grapheme(&mut self, at: usize, part: &str, style: Style<'a>) {
        let mut chars = part.chars();
        let (first, single) = (chars.next().unwrap_or(' '), chars.next().is_none());
        match first {
            '\t' if style.piece.kept => self.tab(at, style),
            ' ' | '\u{A0}' if single && style.piece.kept => {
                self.space(at, part, Kind::Space, style);
            }
            ' ' | '\u{A0}' if single => self.space(at, part, Kind::Gap, style),
            c if is_layout_control(c) && !style.piece.kept => {
                self.space(at, part, Kind::Gap, style);
            }
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                self.space(at, part, Kind::Mark, style);
            }
            _ => self.letters(at, part, style),
        }
    }

    /// A grapheme in the first font that has all of it; else its characters one by one.
    fn letters(&mut self, at: usize, part: &str, style: Style<'a>) {
        if let Some(font) = self.font(part, style) {
            return self.gather(at, part, font, Kind::Word, style);
        }
        let mut at = at;
        for c in part.chars() {
            let mut buffer = [0; 4];
            let text: &str = c.encode_utf8(&mut buffer);
            if let Some(font) = self.fonts.covering(style.chain, c) {
                self.gather(at, text, font, Kind::Word, style);
            } else {
                self.uncovered.entry(c).or_insert(style.piece.owner);
                let font = self.fonts.replacing(style.chain);
                self.gather(at, text, font, Kind::Uncovered, style);
            }
            at += c.len_utf8();
        }
    }

    /// The font for a grapheme: one that has its characters, or that can draw it from parts.
    fn font(&mut self, part: &str, style: Style<'a>) -> Option<usize> {
        let mut chars = part.chars();
        let first = chars.next()?;
        let font = self.fonts.covering(style.chain, first);
        if font.is_some_and(|font| chars.clone().all(|c| self.fonts.has(font, c))) {
            return font;
        }
        if font.is_none() && chars.next().is_none() {
            return self.composing(part, style);
        }
        let order = self.fonts.faces_of(style.chain).to_vec();
        let all = |fonts: &Fonts, font| part.chars().all(|c| fonts.has(font, c));
        order
            .into_iter()
            .find(|font| all(self.fonts, *font))
            .or_else(|| self.composing(part, style))
    }

    /// A font that has the composed form, or the parts, of what it lacks as it is spelled.
    fn composing(&mut self, part: &str, style: Style<'a>) -> Option<usize> {
        if part.contains(is_private) {
            return None;
        }
        let key = (style.chain, part.to_owned());
        if let Some(known) = self.composed.get(&key) {
            return *known;
        }
        let order = self.fonts.faces_of(style.chain).to_vec();
        let found = order.into_iter().find(|font| {
            let context = context(part, *font, Caps::Plain, Level::ltr(), style);
            self.shaper.shape(self.fonts, context, part).complete
        });
        self.composed.insert(key, found);
        found
    }

    /// Adds text to the open word, or opens one.
    fn gather(&mut self, at: usize, part: &str, font: usize, kind: Kind, style: Style<'a>) {
        let level = self.source.level(at);
        let (caps, size) = self.caps(part, font, style);
        let context = context(part, font, caps, level, style);
        let mut look = Look {
            kind,
            piece: style.number,
            level,
            context,
            size,
        };
        let cut = self.source.cut(at);
        if let Some(open) = &mut self.open {
            // What belongs to no script goes with its neighbours.
            let script = open.look.context.script.or(look.context.script);
            let mut before = open.look;
            before.context.script = script;
            look.context.script = look.context.script.or(script);
            if cut == Cut::No && open.end == at && before == look && at - open.start < LONGEST {
                open.end = at + part.len();
                open.look = look;
                return;
            }
        }
        self.close();
        look.context = context;
        self.open = Some(Open {
            start: at,
            end: at + part.len(),
            cut,
            look,
        });
    }

    /// Small capitals: the font's own, or reduced capitals in place of the letters that have them.
    fn caps(&self, part: &str, font: usize, style: Style<'a>) -> (Caps, f32) {
        let size = style.piece.style.size;
        if !style.piece.style.small_caps {
            return (Caps::Plain, size);
        }
        if self.fonts.face(font).is_some_and(|face| face.small_caps) {
            return (Caps::Feature, size);
        }
        let lower = part
            .chars()
            .next()
            .is_some_and(|c| raised(c) != c && self.fonts.has(font, raised(c)));
        if lower {
            (Caps::Raised, size * SMALL_CAPS)
        } else {
            (Caps::Plain, size)
        }
    }

    /// Shapes the open word.
    fn close(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let text = self.source.text.get(open.start..open.end).unwrap_or("");
        if text.chars().all(is_ignorable) {
            // At a line's end it must not keep the spaces before it.
            open.look.kind = Kind::Mark;
        }
        let face = self.fonts.face(open.look.context.font);
        let shape = match open.look.kind {
            Kind::Mark => {
                let space = face.and_then(|face| face.space);
                Rc::new(Shape::repeated(
                    space.map(|sign| Sign { advance: 0, ..sign }),
                    text,
                ))
            }
            Kind::Uncovered => {
                let sign = face.and_then(|face| face.replacement.or(face.space));
                Rc::new(Shape::repeated(sign, text))
            }
            _ => self.shaper.shape(self.fonts, open.look.context, text),
        };
        let unit = self.unit(open.start, open.end, open.cut, open.look, shape);
        self.push(unit);
    }

    fn space(&mut self, at: usize, part: &str, kind: Kind, style: Style<'a>) {
        let look = self.blank(at, kind, style);
        let sign = self
            .fonts
            .face(look.context.font)
            .and_then(|face| face.space);
        let sign = match kind {
            Kind::Mark => sign.map(|sign| Sign { advance: 0, ..sign }),
            _ => sign,
        };
        let shape = Rc::new(Shape::single(sign, part.len()));
        let cut = self.source.cut(at);
        let unit = self.unit(at, at + part.len(), cut, look, shape);
        self.push(unit);
        if matches!(part, "\n" | "\r" | "\u{2028}" | "\u{2029}") {
            self.pen = 0.0;
        }
    }

    fn tab(&mut self, at: usize, style: Style<'a>) {
        self.close();
        let look = self.blank(at, Kind::Space, style);
        let sign = self
            .fonts
            .face(look.context.font)
            .and_then(|face| face.space);
        let shape = Rc::new(Shape::single(sign, 1));
        let mut unit = self.unit(at, at + 1, self.source.cut(at), look, shape);
        let step = unit.width * TAB;
        if step > 0.0 {
            // A little more than where the pen stands: a tab always moves.
            let stops = ((self.pen + unit.width * 0.5) / step).trunc() + 1.0;
            unit.width = (stops * step - self.pen).max(0.0);
        }
        self.push(unit);
    }

    /// Spaces come from the family's own face, whatever stands beside them.
    fn blank(&self, at: usize, kind: Kind, style: Style<'a>) -> Look {
        let level = self.source.level(at);
        let font = self.fonts.first(style.chain);
        Look {
            kind,
            piece: style.number,
            level,
            context: context("", font, Caps::Plain, level, style),
            size: style.piece.style.size,
        }
    }

    fn boxed(&mut self, span: Span<'a>, piece: &BoxPiece) {
        let width = if piece.width.is_finite() {
            piece.width.max(0.0)
        } else {
            0.0
        };
        self.push_plain(span, Kind::Box, width);
    }

    fn push_plain(&mut self, span: Span<'a>, kind: Kind, width: f32) {
        let level = self.source.level(span.start);
        let context = Context {
            font: 0,
            script: None,
            rtl: level.is_rtl(),
            language: None,
            caps: Caps::Plain,
        };
        let look = Look {
            kind,
            piece: span.number,
            level,
            context,
            size: 0.0,
        };
        let cut = self.source.cut(span.start);
        let mut unit = self.unit(span.start, span.end, cut, look, Rc::default());
        unit.width = width;
        self.push(unit);
        if kind == Kind::Break {
            self.pen = 0.0;
        }
    }

    fn unit(&self, start: usize, end: usize, cut: Cut, look: Look, shape: Rc<Shape>) -> Unit {
        let units = self
            .fonts
            .face(look.context.font)
            .map_or(1000.0, |face| face.units);
        let scale = look.size / units;
        Unit {
            start,
            end,
            piece: look.piece,
            kind: look.kind,
            cut,
            level: look.level,
            width: points(shape.advance, scale),
            shape,
            context: look.context,
            size: look.size,
            scale,
        }
    }

    fn push(&mut self, unit: Unit) {
        self.close();
        self.pen += unit.width;
        self.units.push(unit);
    }
}

fn context(part: &str, font: usize, caps: Caps, level: Level, style: Style<'_>) -> Context {
    let script = part.chars().find_map(script_of);
    Context {
        font,
        script,
        rtl: level.is_rtl(),
        language: style.language,
        caps,
    }
}
