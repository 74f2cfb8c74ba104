//! A formula in MathML as one line: what is painted until formulas are laid out, and what is read aloud.

mod operand;

use operand::{accent, is_fraction, is_operand, is_simple};

use crate::tree::{Element, Node};

/// A stretch of a formula on one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its text.
    pub(super) text: String,
    /// Raised (1), lowered (-1), or neither.
    pub(super) script: i8,
    /// A variable: set in italics.
    pub(super) slanted: bool,
}

impl Part {
    /// Text on the line.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            script: 0,
            slanted: false,
        }
    }
}

/// The formula in parts.
pub(super) fn parts(formula: &Element) -> Vec<Part> {
    let mut line = Line::default();
    line.element(formula, 0);
    if let Some(last) = line.parts.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    line.parts.retain(|part| !part.text.is_empty());
    line.parts
}

/// The parts in one string: `a^{n}`.
pub(super) fn spelled(parts: &[Part]) -> String {
    let levels = parts.chunk_by(|a, b| a.script == b.script);
    let spelled = levels.map(|level| {
        let text: String = level.iter().map(|part| part.text.as_str()).collect();
        match level.first().map_or(0, |part| part.script) {
            0 => text,
            1 => format!("^{{{text}}}"),
            _ => format!("_{{{text}}}"),
        }
    });
    spelled.collect()
}

/// A formula in TeX without the document and the signs around it.
pub(super) fn tex(source: &str) -> String {
    let body = source
        .split_once("\\begin{document}")
        .map_or(source, |(_, body)| body);
    let body = body
        .split_once("\\end{document}")
        .map_or(body, |(body, _)| body);
    let body = body.trim().trim_matches('$').trim();
    let body = body
        .strip_prefix("\\[")
        .and_then(|body| body.strip_suffix("\\]"))
        .unwrap_or(body);
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Line {
    parts: Vec<Part>,
    /// The last sign was a word: the name of a function or quantity.
    after_word: bool,
}

/// Between the name of a function and what it is of.
const THIN: &str = "\u{2009}";

impl Line {
    fn push(&mut self, text: &str, script: i8) {
        self.after_word = false;
        self.add(text, script, false);
    }

    fn add(&mut self, text: &str, script: i8, slanted: bool) {
        match self.parts.last_mut() {
            Some(last) if last.script == script && last.slanted == slanted => {
                last.text.push_str(text);
            }
            _ => self.parts.push(Part {
                text: text.to_owned(),
                script,
                slanted,
            }),
        }
    }

    /// A variable, number or word: one letter is a variable and slanted, unless the article says otherwise; words stand
    /// apart from what is beside them.
    fn token(&mut self, token: &Element, script: i8) {
        let text = token
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let variant = token.attr("mathvariant");
        let is_variable = token.name == "mi" && text.chars().count() == 1 && variant.is_none();
        let slanted = letters > 0 && (is_variable || variant.is_some_and(|v| v.contains("italic")));
        let is_word = token.name == "mi" && letters > 1 && letters == text.chars().count();
        let ends = self.parts.last().filter(|part| part.script == script);
        let touches = ends.is_some_and(|part| {
            part.text
                .ends_with(|c: char| c.is_alphanumeric() || c == ')')
        });
        if touches && (is_word || self.after_word) {
            self.add(THIN, script, false);
        }
        self.add(&text, script, slanted);
        self.after_word = is_word;
    }

    fn element(&mut self, element: &Element, script: i8) {
        let kids: Vec<&Element> = element.elements().collect();
        match element.name.as_ref() {
            "mi" | "mn" | "mtext" | "ms" => self.token(element, script),
            "mo" => self.operator(element.text().trim(), script),
            "mover" if let Some(accent) = accent(&kids) => {
                self.all(kids.get(..1).unwrap_or_default(), script);
                if let Some(last) = self.parts.last_mut() {
                    last.text.push(accent);
                }
            }
            "msup" | "mover" => self.scripts(&kids, &[1], script),
            "msub" | "munder" => self.scripts(&kids, &[-1], script),
            "msubsup" | "munderover" => self.scripts(&kids, &[-1, 1], script),
            "mfrac" => {
                self.group(kids.first(), script);
                self.push("/", script);
                self.group(kids.get(1), script);
                // What follows is no part of what is below the line.
                self.after_word = true;
            }
            "msqrt" => {
                self.push("√(", script);
                self.all(&kids, script);
                self.push(")", script);
            }
            "mroot" => {
                if let Some(degree) = kids.get(1) {
                    self.element(degree, if script == 0 { 1 } else { script });
                }
                self.push("√", script);
                self.group(kids.first(), script);
            }
            "mfenced" => {
                self.push(element.attr("open").unwrap_or("("), script);
                for (index, kid) in kids.iter().enumerate() {
                    if index > 0 {
                        self.push(", ", script);
                    }
                    self.element(kid, script);
                }
                self.push(element.attr("close").unwrap_or(")"), script);
            }
            "mtr" | "mlabeledtr" => self.listed(&kids, " ", script),
            "mtable" => self.listed(&kids, "; ", script),
            "mspace" => self.push(" ", script),
            "semantics" => self.all(kids.get(..1).unwrap_or_default(), script),
            "mphantom" | "annotation" | "annotation-xml" => {}
            _ => self.mixed(element, script),
        }
    }

    fn all(&mut self, kids: &[&Element], script: i8) {
        for kid in kids {
            self.element(kid, script);
        }
    }

    fn mixed(&mut self, element: &Element, script: i8) {
        let mut before = None;
        let mut kids = element.elements().skip(1);
        for node in &element.content {
            match node {
                Node::Element(kid) => {
                    let after = kids.next();
                    // On one line nothing shows how far a fraction goes that is a factor: `ln((a)/(b))`.
                    let is_factor = before.is_some_and(|e| is_operand(e, ')'))
                        || after.is_some_and(|e| is_operand(e, '('));
                    if is_factor && is_fraction(kid) {
                        self.push("(", script);
                        self.element(kid, script);
                        self.push(")", script);
                    } else {
                        self.element(kid, script);
                    }
                    before = Some(kid);
                }
                Node::Text(text) if !text.trim().is_empty() => self.push(text.trim(), script),
                _ => {}
            }
        }
    }

    fn listed(&mut self, kids: &[&Element], between: &str, script: i8) {
        for (index, kid) in kids.iter().enumerate() {
            if index > 0 {
                self.push(between, script);
            }
            self.element(kid, script);
        }
    }

    /// A base and what is raised or lowered beside it. A script of a script stays on its level.
    fn scripts(&mut self, kids: &[&Element], levels: &[i8], script: i8) {
        self.all(kids.get(..1).unwrap_or_default(), script);
        for (kid, level) in kids.iter().skip(1).zip(levels) {
            self.element(kid, if script == 0 { *level } else { script });
        }
    }

    /// One operand; in parentheses when it is more than one sign.
    fn group(&mut self, kid: Option<&&Element>, script: i8) {
        let Some(kid) = kid else {
            return;
        };
        let simple = is_simple(kid);
        if !simple {
            self.push("(", script);
        }
        self.element(kid, script);
        if !simple {
            self.push(")", script);
        }
    }

    /// An operator; relations and signs between operands with space around, on the line.
    fn operator(&mut self, operator: &str, script: i8) {
        let sign = match operator {
            "-" => "−",
            "*" => "∗",
            "'" => "′",
            "\u{2061}" | "\u{2062}" | "\u{2063}" | "\u{2064}" => return,
            other => other,
        };
        let spaced = "=≠<>≤≥≈≃≅≡∼∝→←↔⇒⇔∈∉⊂⊆∪∩+−±∓×·÷⊗⊕∧∨";
        let opening = ['(', '[', '{', ' ', ',', '|', '/'];
        let begins = self
            .parts
            .last()
            .is_none_or(|part| part.text.ends_with(opening));
        if script == 0 && spaced.contains(sign) && !sign.is_empty() && !begins {
            self.push(&format!(" {sign} "), script);
        } else if sign == "," && script == 0 {
            self.push(", ", script);
        } else {
            self.push(sign, script);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn el(name: &'static str, content: Vec<Node>) -> Node {
        Node::Element(Element {
            content: content.into(),
            ..Element::new(name)
        })
    }

    fn token(name: &'static str, text: &str) -> Node {
        el(name, vec![Node::Text(text.to_owned())])
    }

    #[test]
    fn tex_is_read_without_its_document() {
        let document = "\\documentclass{x}\n\\begin{document}$$a  = b$$\\end{document}";
        assert_eq!(tex(document), "a = b");
        assert_eq!(tex("\\[x\\]"), "x");
    }

    #[test]
    fn scripts_and_fractions_are_spelled() {
        let power = el("msup", vec![token("mi", "a"), token("mi", "n")]);
        let sum = el(
            "mrow",
            vec![token("mi", "x"), token("mo", "-"), token("mn", "1")],
        );
        let fraction = el("mfrac", vec![sum, token("mn", "2")]);
        let formula = Element {
            content: vec![power, token("mo", "="), fraction].into(),
            ..Element::new("math")
        };
        assert_eq!(spelled(&parts(&formula)), "a^{n} = (x − 1)/2");
    }

    #[test]
    fn a_fraction_that_is_a_factor_stands_in_parentheses() {
        let fraction = || el("mfrac", vec![token("mi", "a"), token("mi", "b")]);
        let spelled = |content: Vec<Node>| {
            spelled(&parts(&Element {
                content: content.into(),
                ..Element::new("math")
            }))
        };
        assert_eq!(spelled(vec![token("mi", "ln"), fraction()]), "ln(a/b)");
        assert_eq!(spelled(vec![fraction(), token("mi", "c")]), "(a/b)c");
        assert_eq!(spelled(vec![fraction(), fraction()]), "(a/b)(a/b)");
        assert_eq!(
            spelled(vec![
                token("mi", "c"),
                token("mo", "="),
                fraction(),
                token("mo", ".")
            ]),
            "c = a/b."
        );
        let bracketed = vec![token("mo", "("), fraction(), token("mo", ")")];
        assert_eq!(spelled(bracketed), "(a/b)");
    }

    #[test]
    fn a_sum_under_a_bar_is_an_operand_in_parentheses() {
        let over = |base: Node, sign: &str| el("mover", vec![base, token("mo", sign)]);
        let below = |top: Node| {
            let formula = Element {
                content: vec![el("mfrac", vec![top, token("mi", "c")])].into(),
                ..Element::new("math")
            };
            spelled(&parts(&formula))
        };
        let [a, b] = ["a", "b"].map(|letter| token("mi", letter));
        let sum = el("mrow", vec![a.clone(), token("mo", "+"), b]);
        assert_eq!(below(over(sum, "¯")), "(a + b^{¯})/c");
        assert_eq!(below(over(a, "¯")), "a\u{304}/c");
    }
}
