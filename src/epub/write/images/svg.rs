//! SVG without anything active and without anything from outside.

use crate::limits::Limits;
use crate::tree::{Attr, Element, Node, ns};
use crate::xml;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements of SVG that draw; all others go.
#[rustfmt::skip]
const DRAWING: &[&str] = &[
    "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feOffset",
    "feTurbulence", "filter", "g", "image", "line", "linearGradient", "marker", "mask", "path", "pattern", "polygon",
    "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title",
    "tspan", "use", "view",
];

/// The drawing without scripts and outside references, and whether there were any; `None` when it is no SVG.
pub(super) fn harmless(bytes: &[u8], limits: &Limits) -> Option<(Vec<u8>, bool)> {
    let options = xml::ReadOptions {
        limits: *limits,
        depth: Limits::DEPTH,
        entities: xml::Entities::Html,
        repair: false,
        drop_blanks: false,
        wrapped: None,
    };
    let mut root = xml::read(bytes, options).ok()?.root;
    if root.namespace.as_deref() != Some(SVG) || root.name != "svg" {
        return None;
    }
    let mut is_changed = false;
    clean(&mut root, &mut is_changed);
    if !is_changed {
        return Some((bytes.to_vec(), false));
    }
    let namespaces = [
        (String::new(), SVG.to_owned()),
        ("xlink".to_owned(), ns::XLINK.to_owned()),
    ];
    let mut out = String::new();
    let options = xml::WriteOptions {
        namespaces: &namespaces,
        vocabulary: None,
        local: &[],
        root_attrs: &[],
        depth: Limits::DEPTH,
    };
    xml::write(&mut out, &root, &options).ok()?;
    Some((out.into_bytes(), true))
}

fn clean(element: &mut Element, is_changed: &mut bool) {
    let attributes = element.attrs.len();
    element.attrs.retain(is_harmless);
    *is_changed |= element.attrs.len() != attributes;
    let nodes = element.content.len();
    element.content.retain(|node| match node {
        Node::Element(child) => is_drawing(child),
        Node::Text(_) | Node::Comment(_) => true,
        Node::Instruction(_) => false,
    });
    *is_changed |= element.content.len() != nodes;
    for node in &mut element.content {
        if let Node::Element(child) = node {
            clean(child, is_changed);
        }
    }
}

fn is_drawing(element: &Element) -> bool {
    let is_known =
        element.namespace.as_deref() == Some(SVG) && DRAWING.contains(&element.name.as_ref());
    is_known && (element.name != "style" || is_inside(&element.text()))
}

/// True for attributes that run nothing and fetch nothing.
fn is_harmless(attr: &Attr) -> bool {
    let is_link =
        attr.name == "href" && matches!(attr.namespace.as_deref(), None | Some(ns::XLINK));
    let is_known = matches!(attr.namespace.as_deref(), None | Some(ns::XLINK | ns::XML));
    is_known
        && !attr.name.starts_with("on")
        && (!is_link
            || attr.value.starts_with('#')
            || attr.value.starts_with("data:image/png")
            || attr.value.starts_with("data:image/jpeg"))
        && attr.name != "base"
        && is_inside(&attr.value)
}

/// True for style that refers to nothing outside.
fn is_inside(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    !style.contains("@import")
        && !style.contains('\\')
        && !style.contains("javascript:")
        && style
            .split("url(")
            .skip(1)
            .all(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_and_outside_things_are_taken_out() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>1</script><a href="http://example.org/"><rect/></a>
            <use href="#a"/><rect style="fill:url(http://example.org/x)" fill="url(#g)"/><foreignObject/></svg>"##;
        let (out, is_changed) = harmless(svg, &Limits::default()).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(is_changed);
        for gone in ["onload", "script", "example.org", "foreignObject"] {
            assert!(!out.contains(gone), "{gone}: {out}");
        }
        assert!(out.contains("<use href=\"#a\"/>") && out.contains("url(#g)"));
    }

    #[test]
    fn a_plain_drawing_stays_to_the_byte() {
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>"#;
        assert_eq!(
            harmless(svg, &Limits::default()).unwrap(),
            (svg.to_vec(), false)
        );
        assert!(harmless(b"<svg/>", &Limits::default()).is_none());
        assert!(harmless(b"<svg", &Limits::default()).is_none());
    }
}
