//! A document as it is written.

use super::table::Dtd;
use super::{Element, Node};

/// Each namespace is declared at the root, under the prefix that the DTDs fix.
const NAMESPACES: &str = concat!(
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"",
    " xmlns:ali=\"http://www.niso.org/schemas/ali/1.0/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
);
const CALS: &str = " xmlns:oasis=\"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table\"";

pub(super) fn written(dtd: &Dtd, root: &Element) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.extend([
        "<!DOCTYPE article PUBLIC \"",
        dtd.public,
        "\" \"",
        dtd.system,
        "\">\n",
    ]);
    let cals = if dtd.elements.contains_key("oasis:table") {
        CALS
    } else {
        ""
    };
    element(root, &[NAMESPACES, cals].concat(), &mut out);
    out.push('\n');
    out
}

fn element(element: &Element, declared: &str, out: &mut String) {
    out.extend(["<", element.name, declared]);
    for (name, value) in &element.attributes {
        let quote = if value.contains('"') { "'" } else { "\"" };
        out.extend([" ", name, "=", quote, value, quote]);
    }
    if element.content.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for node in &element.content {
        match node {
            Node::Element(child) => self::element(child, "", out),
            Node::Written(text) => out.push_str(text),
        }
    }
    out.extend(["</", element.name, ">"]);
}
