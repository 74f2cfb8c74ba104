//! Formulas and the letters that they touch: readers of books break lines on both sides of a formula, so that "CO" and its
//! "2" part, and a comma begins a line. What touches stands in one element that is not broken.

use super::part::wrap;
use crate::tree::{Element, Node, ns};
use crate::xhtml::mark;

/// More letters without a space can be broken themselves, or are of a script that needs no spaces.
const LONGEST: usize = 16;

/// More parts in a row would be wider than a narrow screen.
const MOST: usize = 6;

/// The content of a line with its formulas and what they touch in elements of their own.
pub(super) fn together(content: Vec<Node>) -> Vec<Node> {
    if !content.iter().any(is_formula) {
        return content;
    }
    let mut line = Line::default();
    for node in content {
        match node {
            Node::Text(text) if !line.run.is_empty() => line.text(text),
            node if is_formula(&node) => line.formula(node),
            node => {
                line.close();
                line.out.push(node);
            }
        }
    }
    line.close();
    line.out
}

/// A line on its way out.
#[derive(Default)]
struct Line {
    out: Vec<Node>,
    /// A formula and what touches it.
    run: Vec<Node>,
}

impl Line {
    /// A formula, after the letters that end the line.
    fn formula(&mut self, formula: Node) {
        if self.run.is_empty()
            && let Some(Node::Text(text)) = self.out.last_mut()
        {
            let letters = text.rsplit(char::is_whitespace).next().unwrap_or_default();
            if (1..=LONGEST).contains(&letters.chars().count()) {
                let at = text.len().saturating_sub(letters.len());
                self.run.push(Node::Text(text.split_off(at)));
                if text.is_empty() {
                    self.out.pop();
                }
            }
        }
        self.run.push(formula);
        if self.run.len() >= MOST {
            self.close();
        }
    }

    /// A text behind a formula.
    fn text(&mut self, mut text: String) {
        let letters = text.split(char::is_whitespace).next().unwrap_or_default();
        let (at, count) = (letters.len(), letters.chars().count());
        let rest = if count > LONGEST {
            std::mem::take(&mut text)
        } else {
            text.split_off(at)
        };
        if !text.is_empty() {
            self.run.push(Node::Text(text));
        }
        if !rest.is_empty() {
            self.close();
            self.out.push(Node::Text(rest));
        }
    }

    fn close(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.len() > 1 {
            self.out
                .push(Node::Element(wrap("span", "whole").holding(run)));
        } else {
            self.out.extend(run);
        }
    }
}

fn is_formula(node: &Node) -> bool {
    let is_formula = |element: &Element| {
        element.namespace.as_deref() == Some(ns::MATHML)
            || element.attr(mark::EL) == Some("inline-formula")
            || element.attr(mark::WRAP) == Some("math")
    };
    matches!(node, Node::Element(element) if is_formula(element))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The content with formulas for `#`, and what stands together in braces.
    fn seen(texts: &str) -> String {
        let formula = || {
            Node::Element(Element {
                namespace: Some(ns::MATHML.into()),
                ..Element::new("math")
            })
        };
        let mut content = Vec::new();
        for (index, text) in texts.split('#').enumerate() {
            if index > 0 {
                content.push(formula());
            }
            if !text.is_empty() {
                content.push(Node::Text(text.to_owned()));
            }
        }
        print(&together(content))
    }

    fn print(content: &[Node]) -> String {
        let part = |node: &Node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) if element.attr(mark::WRAP) == Some("whole") => {
                format!("{{{}}}", print(&element.content))
            }
            _ => "#".to_owned(),
        };
        content.iter().map(part).collect()
    }

    #[test]
    fn what_a_formula_touches_stands_with_it() {
        assert_eq!(seen("of CO# and (n #), or"), "of {CO#} and (n {#),} or");
        assert_eq!(seen("a m#b#, c"), "a {m#b#,} c");
        assert_eq!(seen("m#"), "{m#}");
        assert_eq!(seen("a # b\u{2009}# c"), "a # b\u{2009}# c");
        assert_eq!(seen("none"), "none");
    }

    #[test]
    fn long_runs_can_be_broken() {
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(seen(&format!("{long}#{long}")), format!("{long}#{long}"));
        assert_eq!(seen("a#b#c#d#e#f"), "{a#b#c#}{d#e#f}");
    }
}
