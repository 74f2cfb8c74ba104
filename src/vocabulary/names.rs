//! Names that are frequent in the formats beside the elements of JATS.

/// Attributes of JATS, elements of MathML, elements and attributes of XHTML; sorted.
pub(super) const OTHERS: [&str; 166] = [
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
