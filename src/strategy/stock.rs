//! What generated articles are made of: texts, names, attributes.

/// Texts: plain ones, and those that break careless code.
pub(super) const TEXTS: &[&str] = &[
    "salt",
    "Water and salt in the basin. ",
    " leading and trailing ",
    "two  spaces\tand\na line end",
    "naïve café",
    "e\u{301}le\u{300}ve combining",
    "Балқаш бассейніндегі тұз",
    "فقرة بالعربية",
    "מים ומלח",
    "水与盐",
    "fi ffi fl office",
    "a\u{a0}b\u{a0}|\u{a0}c",
    "soft\u{ad}hyphen",
    "zero\u{200b}width\u{200d}joiner",
    "👩‍🔬 emoji",
    "<tag> & \"quotes\" ]]> 'n'",
    "\u{feff}mark",
    "\u{e000}private",
    "\u{fffd}",
    "line\r\nend",
    "https://example.org/a/very/long/address/that/has/no/space?and=parameters&more=of-them",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "\u{202b}direction\u{202c}",
    " ",
    "\n",
    "--",
    "1",
];

/// Attribute names with their prefixes, and values that fit them now and then.
pub(super) const ATTRIBUTES: &[(&str, &[&str])] = &[
    (
        "id",
        &["a", "b", "fig1", "r1", "1bad", "s p", "ünï", "sep-1"],
    ),
    ("rid", &["a", "b r1", "fig1", "nowhere", ""]),
    (
        "xml:lang",
        &["en", "kk", "ar", "EN", "eng", "en_US", "", "x-klingon"],
    ),
    (
        "xlink:href",
        &[
            "https://example.org/?a=1&b=2",
            "fig1.png",
            "javascript:alert(1)",
            "../up",
            "10.5555/1",
            "mailto:a@example.org",
        ],
    ),
    ("xlink:title", &["a title"]),
    ("content-type", &["x", "pull-quote", "a \"b\" <c>"]),
    ("specific-use", &["web"]),
    (
        "ref-type",
        &["bibr", "fig", "fn", "table", "aff", "corresp", "sec"],
    ),
    ("ext-link-type", &["uri", "doi"]),
    (
        "list-type",
        &["bullet", "order", "alpha-lower", "simple", "roman-upper"],
    ),
    ("contrib-type", &["author", "editor"]),
    ("corresp", &["yes"]),
    ("name-style", &["western", "eastern"]),
    ("pub-id-type", &["doi", "pmid"]),
    ("contrib-id-type", &["orcid"]),
    ("journal-id-type", &["nlm-ta"]),
    ("date-type", &["received", "accepted", "pub"]),
    ("pub-type", &["epub", "ppub"]),
    ("iso-8601-date", &["2026-03-05"]),
    ("subj-group-type", &["heading", "kicker", "discipline"]),
    ("abstract-type", &["teaser", "graphical"]),
    ("article-type", &["news", "research-article"]),
    ("sec-type", &["methods"]),
    ("fn-type", &["coi-statement"]),
    ("publication-type", &["journal", "book"]),
    ("person-group-type", &["author", "editor"]),
    ("colspan", &["2", "0", "x", "4294967295"]),
    ("rowspan", &["2", "3", ""]),
    ("align", &["left", "center", "char"]),
    ("scope", &["row", "col"]),
    ("colname", &["a", "b"]),
    ("namest", &["a", ""]),
    ("nameend", &["b", "nowhere"]),
    ("morerows", &["1", "x", "99999999999"]),
    ("position", &["float", "anchor"]),
    ("xml:space", &["preserve", "default"]),
    ("mimetype", &["image"]),
    ("count", &["3"]),
    ("vocab", &["credit"]),
    ("alt", &["alternative"]),
    ("dtd-version", &["1.3"]),
    ("style", &["color: red"]),
    ("Odd.Name_1", &["tab\tnl\ncr\r\"'<>&", ""]),
];

/// Values of all other attributes.
pub(super) const VALUES: &[&str] = &["x", "yes", "2", "two  words & \"quotes\""];

/// Document types: public and system identifier.
pub(super) const DOCTYPES: &[(Option<&str>, Option<&str>)] = &[
    (
        Some("-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"),
        Some("JATS-archivearticle1.dtd"),
    ),
    (
        Some("-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN"),
        Some("http://dtd.nlm.nih.gov/publishing/2.3/journalpublishing.dtd"),
    ),
    (None, Some("it's mine.dtd")),
    (None, None),
];

/// Elements of other vocabularies: namespace and name.
pub(super) const FOREIGN: &[(Option<&str>, &str)] = &[
    (None, "no-such-element"),
    (None, "div"),
    (Some("http://www.plazi.org/taxpub"), "no-such-element"),
    (Some("urn:example:x"), "p"),
    (Some("http://www.w3.org/1999/xhtml"), "b"),
    (Some("http://www.w3.org/2000/svg"), "svg"),
    (Some(""), "bare"),
];

/// Elements of OASIS tables, from the outside in.
pub(super) const CALS: &[&str] = &[
    "table", "tgroup", "colspec", "thead", "tbody", "row", "entry",
];

/// MathML elements with content.
pub(super) const MATH: &[&str] = &["mrow", "mi", "mn", "mo", "msup", "mfrac", "mtext"];

/// Inline elements beyond emphasis and data.
pub(super) const INLINES: &[&str] = &[
    "ext-link",
    "uri",
    "email",
    "xref",
    "xref",
    "fn",
    "inline-formula",
    "inline-graphic",
    "tex-math",
    "alternatives",
    "name",
    "name-alternatives",
    "abbrev",
    "break",
    "contrib-group",
    "mixed-citation",
    "element-citation",
    "nlm-citation",
    "citation",
];

/// Block elements.
pub(super) const BLOCKS: &[&str] = &[
    "p",
    "p",
    "p",
    "sec",
    "list",
    "def-list",
    "disp-quote",
    "fig",
    "fig-group",
    "graphic",
    "table-wrap",
    "table-wrap-group",
    "table",
    "alternatives",
    "disp-formula",
    "disp-formula-group",
    "code",
    "preformat",
    "boxed-text",
    "media",
    "supplementary-material",
    "statement",
    "verse-group",
    "verse-line",
    "speech",
    "question",
    "question-wrap",
    "question-wrap-group",
    "question-preamble",
    "option",
    "answer",
    "answer-set",
    "explanation",
    "ref-list",
    "fn",
    "fn-group",
    "notes",
    "chem-struct-wrap",
    "chem-struct-wrapper",
    "block-alternatives",
    "legend",
    "sig-block",
    "array",
    "attrib",
    "tp:taxon-treatment",
    "tp:treatment-sec",
];

/// Mixed elements that hold blocks as well.
pub(super) const FLOWS: &[&str] = &[
    "p",
    "td",
    "th",
    "entry",
    "named-content",
    "license-p",
    "disp-formula",
    "alternatives",
];
