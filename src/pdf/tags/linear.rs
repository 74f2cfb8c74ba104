//! A formula in MathML as one line: what is painted until formulas are laid out, and what is read aloud.

use crate::tree::{Element, Node};

/// A stretch of a formula on one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its text.
    pub(super) text: String,
    /// Raised (1), lowered (-1), or neither.
    pub(super) script: i8,
}

impl Part {
    /// Text on the line.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            script: 0,
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
    parts
        .iter()
        .map(|part| match part.script {
            0 => part.text.clone(),
            1 => format!("^{{{}}}", part.text),
            _ => format!("_{{{}}}", part.text),
        })
        .collect()
}

#[derive(Default)]
struct Line {
    parts: Vec<Part>,
}

impl Line {
    fn push(&mut self, text: &str, script: i8) {
        match self.parts.last_mut() {
            Some(last) if last.script == script => last.text.push_str(text),
            _ => self.parts.push(Part {
                text: text.to_owned(),
                script,
            }),
        }
    }

    fn element(&mut self, element: &Element, script: i8) {
        let kids: Vec<&Element> = element.elements().collect();
        match element.name.as_ref() {
            "mi" | "mn" | "mtext" | "ms" => {
                let text = element.text();
                self.push(
                    &text.split_whitespace().collect::<Vec<_>>().join(" "),
                    script,
                );
            }
            "mo" => self.operator(element.text().trim(), script),
            "msup" | "mover" => self.scripts(&kids, &[1], script),
            "msub" | "munder" => self.scripts(&kids, &[-1], script),
            "msubsup" | "munderover" => self.scripts(&kids, &[-1, 1], script),
            "mfrac" => {
                self.group(kids.first(), script);
                self.push("/", script);
                self.group(kids.get(1), script);
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
        for node in &element.content {
            match node {
                Node::Element(kid) => self.element(kid, script),
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
        let begins = self
            .parts
            .last()
            .is_none_or(|part| part.text.ends_with(['(', '[', '{', ' ', ',', '|']));
        if script == 0 && spaced.contains(sign) && !sign.is_empty() && !begins {
            self.push(&format!(" {sign} "), script);
        } else if sign == "," && script == 0 {
            self.push(", ", script);
        } else {
            self.push(sign, script);
        }
    }
}

/// True for a single sign, in whatever groups it stands.
fn is_simple(element: &Element) -> bool {
    match element.name.as_ref() {
        "mi" | "mn" | "mtext" | "msub" | "msup" | "msubsup" | "mfenced" => true,
        "mrow" | "mstyle" | "mpadded" => {
            let mut kids = element.elements();
            match (kids.next(), kids.next()) {
                (Some(kid), None) => is_simple(kid),
                _ => false,
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn el(name: &'static str, content: Vec<Node>) -> Node {
        Node::Element(Element {
            content,
            ..Element::new(name)
        })
    }

    fn token(name: &'static str, text: &str) -> Node {
        el(name, vec![Node::Text(text.to_owned())])
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
            content: vec![power, token("mo", "="), fraction],
            ..Element::new("math")
        };
        assert_eq!(spelled(&parts(&formula)), "a^{n} = (x − 1)/2");
    }
}
