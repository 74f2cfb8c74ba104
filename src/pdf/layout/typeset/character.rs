//! Characters as units are made of them.

use harfrust::Script;
use unicode_linebreak::{BreakClass, break_property};

use crate::pdf::layout::font::is_ignorable;

/// Longer units and characters are divided, so that no work grows with their square.
pub(super) const LONGEST: usize = 200;

/// The length of the first character and what belongs to it.
pub(super) fn grapheme(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, mut last)) = chars.next() else {
        return 0;
    };
    if last.is_control() {
        return last.len_utf8();
    }
    for (at, c) in chars {
        // An invisible mark behind a space would make a word of it.
        let joined = last == '\u{200D}' && !c.is_control() && !c.is_whitespace();
        let extends = extends(c) && !(matches!(last, ' ' | '\u{A0}') && is_ignorable(c));
        if !(extends || joined) || at >= LONGEST {
            return at;
        }
        last = c;
    }
    text.len()
}

/// The script of a character that has one of its own.
pub(super) fn script_of(c: char) -> Option<Script> {
    let script = harfrust::unicode::script(u32::from(c));
    let shared = [Script::COMMON, Script::INHERITED, Script::UNKNOWN];
    (!shared.contains(&script)).then_some(script)
}

/// Whether a character belongs to the one in front of it.
pub(super) fn extends(c: char) -> bool {
    let class = break_property(u32::from(c));
    !c.is_control()
        && matches!(
            class,
            BreakClass::CombiningMark | BreakClass::ZeroWidthJoiner | BreakClass::EmojiModifier
        )
}

/// Tab, line feed, line tabulation, form feed, carriage return.
pub(super) fn is_layout_control(c: char) -> bool {
    matches!(c, '\t'..='\r')
}
