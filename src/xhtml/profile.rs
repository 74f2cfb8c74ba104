//! Which XHTML element stands for which element of JATS: one table for the writer and the reader.

/// How an element is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The tag when all content is phrasing content.
    pub(crate) phrasing: &'static str,
    /// The tag when it holds a block.
    pub(crate) flow: &'static str,
    /// The DPUB-ARIA role.
    pub(crate) role: Option<&'static str>,
    /// The `epub:type`.
    pub(crate) epub_type: Option<&'static str>,
}

impl Place {
    const fn new(phrasing: &'static str, flow: &'static str) -> Self {
        Self {
            phrasing,
            flow,
            role: None,
            epub_type: None,
        }
    }

    const fn meaning(mut self, role: &'static str, epub_type: &'static str) -> Self {
        self.role = Some(role);
        self.epub_type = Some(epub_type);
        self
    }

    /// A run of text.
    pub(crate) const SPAN: Self = Self::new("span", "div");
    /// A line of its own.
    pub(crate) const LINE: Self = Self::new("p", "div");
    const SECTION: Self = Self::new("section", "section");
}

/// How an element of JATS is written, `parent` being its parent's name.
pub(crate) fn place(name: &str, parent: Option<&str>) -> Place {
    match name {
        "p" | "title" | "verse-line" | "attrib" | "license-p" | "series-text" | "product" => {
            Place::LINE
        }
        "speaker" | "subtitle" if parent != Some("mixed-citation") => Place::LINE,
        "italic" => Place::new("i", "div"),
        "bold" => Place::new("b", "div"),
        "sub" => Place::new("sub", "div"),
        "sup" => Place::new("sup", "div"),
        "underline" => Place::new("u", "div"),
        "strike" => Place::new("s", "div"),
        "monospace" => Place::new("code", "div"),
        "abbrev" => Place::new("abbr", "div"),
        "source" if parent != Some("article-meta") => Place::new("cite", "div"),
        "preformat" => Place::new("pre", "div"),
        "disp-quote" => Place::new("blockquote", "blockquote"),
        "boxed-text" => Place::new("aside", "aside"),
        "fn" => Place::new("aside", "aside").meaning("doc-footnote", "footnote"),
        "fig" | "table-wrap" => Place::new("figure", "figure"),
        "front" | "front-stub" => Place::new("header", "header"),
        "sub-article" | "response" => Place::new("article", "article"),
        "abstract" | "trans-abstract" => Place::SECTION.meaning("doc-abstract", "abstract"),
        "ack" => Place::SECTION.meaning("doc-acknowledgments", "acknowledgments"),
        "app" => Place::SECTION.meaning("doc-appendix", "appendix"),
        "ref-list" => Place::SECTION.meaning("doc-bibliography", "bibliography"),
        "glossary" => Place::SECTION.meaning("doc-glossary", "glossary"),
        "sec" | "fn-group" | "notes" | "bio" | "app-group" => Place::SECTION,
        _ => Place::SPAN,
    }
}

/// Elements that open a level of headings when they have a title.
pub(crate) fn opens_level(name: &str) -> bool {
    matches!(
        name,
        "sec"
            | "abstract"
            | "trans-abstract"
            | "ack"
            | "app"
            | "app-group"
            | "ref-list"
            | "glossary"
            | "fn-group"
            | "notes"
            | "bio"
            | "back"
            | "boxed-text"
            | "sub-article"
            | "response"
            | "answer"
            | "question"
            | "answer-set"
            | "question-wrap-group"
            | "explanation"
            | "author-notes"
    )
}

/// The JATS element that an XHTML element stands for when it says nothing itself.
pub(crate) fn implied(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "p" => "p",
        "section" => "sec",
        "i" | "em" => "italic",
        "b" | "strong" => "bold",
        "sub" => "sub",
        "sup" => "sup",
        "u" => "underline",
        "s" => "strike",
        "blockquote" => "disp-quote",
        "ul" | "ol" => "list",
        "li" => "list-item",
        "table" => "table",
        "thead" => "thead",
        "tbody" => "tbody",
        "tfoot" => "tfoot",
        "tr" => "tr",
        "td" => "td",
        "th" => "th",
        "col" => "col",
        "colgroup" => "colgroup",
        "hr" => "hr",
        "br" => "break",
        _ => return None,
    })
}

/// True for XHTML elements that stand in a line of text. `a` is one here: no link of ours holds a block.
pub(crate) fn is_phrasing(tag: &str) -> bool {
    matches!(
        tag,
        "span"
            | "a"
            | "i"
            | "b"
            | "sub"
            | "sup"
            | "u"
            | "s"
            | "code"
            | "abbr"
            | "cite"
            | "img"
            | "br"
            | "template"
            | "em"
            | "strong"
    )
}

/// True for XHTML elements that take blocks as well as text.
pub(crate) fn takes_flow(tag: &str) -> bool {
    matches!(
        tag,
        "div"
            | "section"
            | "article"
            | "aside"
            | "header"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
    )
}
