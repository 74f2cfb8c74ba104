//! What generated documents are made of.

pub(super) const DOCTYPES: &[&str] = &[
    "",
    "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN\" \"JATS-archivearticle1-3.dtd\">",
    "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN\" 'JATS-journalpublishing1.dtd'>",
    "<!DOCTYPE article PUBLIC '-//NLM//DTD JATS (Z39.96) Article Authoring DTD v1.0 20120330//EN' \"JATS-articleauthoring1.dtd\">",
    "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with OASIS Tables with MathML3 v1.4 20241031//EN\" \"JATS-archive-oasis-article1-4-mathml3.dtd\">",
    "<!DOCTYPE article\n  PUBLIC \"-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN\"\n  \"http://dtd.nlm.nih.gov/publishing/2.3/journalpublishing.dtd\">",
    "<!DOCTYPE article PUBLIC \"-//NLM//DTD Journal Archiving and Interchange DTD v3.0 20080202//EN\" \"archivearticle3.dtd\">",
    "<!DOCTYPE article SYSTEM 'jats.dtd' [<!ENTITY own 'its &#38;amp; own'> <!-- subset -->]>",
    "<!DOCTYPE article [<!ENTITY own \"two  words\">]>",
];

pub(super) const VERSIONS: &[&str] = &["", " dtd-version=\"1.3\"", " dtd-version='2.3'"];

pub(super) const ENCODINGS: &[&str] = &[
    "",
    "UTF-8",
    "UTF-16",
    "UTF-16 big",
    "ISO-8859-1",
    "US-ASCII",
    "bom",
];

pub(super) const ATTRIBUTES: &[&str] = &[
    "id='i1'",
    "rid=\"a  b\"",
    "xlink:href=\"http://x/?a=1&amp;b='2'\"",
    "xml:lang=\"kk\"",
    "content-type=' a&#10;b&#9;c&#13;d\n\te&quot; '",
    "colspan=\"2\"",
    "rowspan='3'",
    "namest=\"c1\" nameend=\"c2\"",
    "morerows='1'",
    "list-type=\"order\"",
    "subj-group-type=\"kicker\"",
    "abstract-type=\"teaser\"",
    "other:a='1' a=\"2\"",
    "xmlns:more=\"urn:more\" more:b='&lt;>'",
];

pub(super) const TEXTS: &[&str] = &[
    "salt",
    " water  and\n salt ",
    "Балқаш",
    "a\u{a0}b",
    "&amp;",
    "&#x1F600;",
    "&#xe9;&#32;",
    "<![CDATA[ a < b ]]>",
    "<!-- between -->",
    "<?page 3?>",
    "\n    ",
    " ",
    "\u{5e9}\u{5dc}",
];

/// What stands in running text.
pub(super) const INLINES: &[&str] = &[
    "italic",
    "bold",
    "sup",
    "xref",
    "ext-link",
    "named-content",
    "fn",
    "inline-formula",
    "inline-graphic",
    "year",
    "article-title",
    "string-name",
    "name",
    "mixed-citation",
    "list",
    "table-wrap",
    "disp-formula",
    "preformat",
    "code",
    "tex-math",
    "p",
    "break",
    "alternatives",
    "email",
    "styled-content",
    "related-article",
];
