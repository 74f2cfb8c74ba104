//! Names that are read without an allocation.

use crate::vocabulary;

/// The name as a static string, when it is a frequent one: an element of JATS, or one of those below.
pub(super) fn interned(name: &str) -> Option<&'static str> {
    let other = || {
        let at = OTHERS.binary_search(&name).ok()?;
        OTHERS.get(at).copied()
    };
    vocabulary::interned(name).or_else(other)
}

/// Attributes of JATS, elements of MathML, elements and attributes of XHTML; sorted.
#[rustfmt::skip]
const OTHERS: [&str; 166] = [
    "a", "abbrev-type", "align", "alt", "alt-title-type", "annotation", "annotation-xml", "article",
    "article-type", "aside", "assigning-authority", "b", "blockquote", "body", "br", "caption", "char",
    "charoff", "citation-type", "cite", "class", "code", "colname", "colnum", "colspan", "columnalign",
    "content-type", "contrib-id-type", "contrib-type", "corresp", "count", "country", "data-sep-attrs",
    "data-sep-el", "data-sep-gen", "data-sep-name", "data-sep-ns", "data-sep-order", "date-type", "dd",
    "display", "displaystyle", "div", "dl", "dt", "em", "ext-link-type", "fence", "fig-type", "figcaption",
    "figure", "fn-type", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "href", "html", "i", "id", "img", "institution-id-type", "iso-8601-date", "journal-id-type",
    "kwd-group-type", "lang", "li", "license-type", "link", "linkable", "list-type", "main", "math",
    "mathvariant", "meta", "mfenced", "mfrac", "mi", "mime-subtype", "mimetype", "mmultiscripts", "mn", "mo",
    "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub",
    "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "name-style", "nameend",
    "namest", "nav", "none", "notation", "ol", "orientation", "overflow", "p", "person-group-type",
    "position", "pre", "pub-id-type", "pub-type", "publication-format", "publication-type", "ref-type",
    "related-article-type", "rid", "rowspan", "rules", "scope", "sec-type", "section", "semantics",
    "separators", "show", "small", "space", "span", "specific-use", "stretchy", "strong", "style",
    "style-type", "sub", "subj-group-type", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "toggle", "tr", "type", "u", "ul", "units", "valign", "vocab", "vocab-identifier", "vocab-term", "width",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_of_names() {
        assert!(OTHERS.is_sorted_by(|a, b| a < b));
        assert!(OTHERS.iter().all(|name| crate::xml::chars::is_ncname(name)));
        assert_eq!(interned("rid"), Some("rid"));
        assert_eq!(interned("article-title"), Some("article-title"));
        assert_eq!(interned("no-such"), None);
    }
}
