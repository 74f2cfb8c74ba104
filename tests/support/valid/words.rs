//! What the documents say, as it is written in XML.

/// Attributes that real articles nearly always have.
pub(super) const USUAL: &[&str] = &[
    "id",
    "rid",
    "xlink:href",
    "ref-type",
    "colspan",
    "rowspan",
    "article-type",
    "list-type",
    "contrib-type",
    "colname",
    "namest",
    "nameend",
    "morerows",
    "pub-id-type",
    "date-type",
    "pub-type",
    "content-type",
    "fn-type",
    "xml:lang",
];

/// Elements that real articles are mostly made of.
pub(super) const COMMON: &[&str] = &[
    "p",
    "sec",
    "title",
    "italic",
    "bold",
    "sup",
    "xref",
    "list",
    "fig",
    "table-wrap",
    "table",
    "tr",
    "td",
    "th",
    "ref",
    "element-citation",
    "mixed-citation",
    "contrib",
    "name",
    "aff",
    "graphic",
    "disp-formula",
    "inline-formula",
    "mml:math",
    "mml:mrow",
    "mml:mi",
    "mml:mo",
    "mml:mn",
    "oasis:table",
    "ref-list",
    "fn",
    "ext-link",
    "caption",
    "label",
];

/// What identifiers begin with; a number makes each its own.
pub(super) const IDS: &[&str] = &["f", "bib-", "sec_", "T.", "e", "fn", "Übung", "a-b.c_"];

/// White space between elements.
pub(super) const SPACES: &[&str] = &["", "\n  ", "\n", " ", "\t\n"];

/// What may stand between elements too, and before which child.
pub(super) const ODD: &[(&str, usize)] = &[
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("", 0),
    ("<!-- a comment -->", 0),
    ("<!-- between -->", 1),
    ("<?page 12?>", 1),
    ("<?new-line?><!---->", 2),
];

/// Pieces of running text.
const TEXTS: &[&str] = &[
    "Water and salt.",
    " and ",
    "The lake has lost a third of its area since 1970, and its eastern part has become saltier. ",
    " (see the figure) ",
    ", ",
    "; ",
    "In the second experiment, 24&nbsp;samples were dried at 60&#xa0;&#xb0;C for 48&#x2009;h (mean &#xb1; SD: 3.2 &plusmn; 0.4); \
     the others were kept cold until they were measured, which took a further two weeks and some patience.",
    "Балқаш көлі",
    "\u{5de}\u{5d9}\u{5dd} \u{5d5}\u{5de}\u{5dc}\u{5d7}",
    "الماء والملح",
    "水与盐",
    "a &lt; b &amp; c &gt; d",
    "<![CDATA[if (a < b && c) { return; }]]>",
    "&alpha;-helix",
    "&#x1F30A;",
    "x<!-- inside -->y",
    "two  spaces\n   and a line end",
    " ",
    "na\u{ef}ve \u{201c}quoted\u{201d} \u{2013} text\u{2026}",
    "1",
    "*",
    "https://example.org/very/long/path/that/does/not/end/anywhere/soon?query=string&amp;more=1",
    "CO",
    "p = 0.05",
    "H\u{301}\u{323}",
    "soft\u{ad}hyphen and zero\u{200b}width",
    "\u{200e}mark",
    "<?break here?>",
    "Fig. 1",
    "[",
    "]",
];

/// Text of elements that say one kind of thing.
const OF: &[(&str, &[&str])] = &[
    ("year", &["2024", "1998", "2024a", "in press"]),
    ("month", &["5", "05", "12", "May", "13"]),
    ("day", &["3", "03", "31", "32"]),
    ("season", &["Spring", "Jan-Feb"]),
    (
        "label",
        &[
            "1",
            "1.",
            "Figure 1",
            "Table&nbsp;2",
            "*",
            "(a)",
            "&#x2020;",
            "[12]",
            "A.1",
        ],
    ),
    (
        "email",
        &[
            "a@example.org",
            "first.last@example.org",
            "not an address",
            "а@пример.рф",
        ],
    ),
    (
        "uri",
        &[
            "https://example.org/",
            "example.org",
            "http://example.org/a b",
            "urn:isbn:1",
        ],
    ),
    (
        "ext-link",
        &["https://example.org/", "a link", "10.5555/12345678"],
    ),
    ("self-uri", &["https://example.org/article.pdf", "pdf"]),
    (
        "surname",
        &["Ahmetova", "van der Berg", "O&#x2019;Neil", "李", "Müller"],
    ),
    ("given-names", &["Aigerim", "J. P.", "Jean-Luc", "明"]),
    ("suffix", &["Jr", "III"]),
    ("prefix", &["Dr", "Prof."]),
    (
        "contrib-id",
        &[
            "https://orcid.org/0000-0002-1825-0097",
            "0000-0002-1825-0097",
            "http://orcid.org/0000-0001-5109-3700",
        ],
    ),
    (
        "article-id",
        &["10.5555/12345678", "12345", "PMC123", "e-1"],
    ),
    ("pub-id", &["10.5555/12345678", "31234567", "not a doi"]),
    ("journal-id", &["J Salt", "jsalt"]),
    ("issn", &["1234-5679", "0000-0000", "12345679"]),
    ("isbn", &["978-3-16-148410-0", "3161484100"]),
    ("volume", &["12", "12A"]),
    ("issue", &["3", "3-4", "Suppl 1"]),
    ("fpage", &["101", "e101", "S1"]),
    ("lpage", &["109", "9"]),
    ("xref", &["1", "[1]", "Figure 2", "a", "1,2", "&#x2a;"]),
    (
        "tex-math",
        &[
            "\\frac{a}{b} &lt; x_1",
            "\\begin{document}$$ a &amp; b $$\\end{document}",
            "\n  x^2 \n",
        ],
    ),
    ("preformat", &["  two\n    four\n\ttab", "one line"]),
    (
        "code",
        &["fn main() {\n    println!(\"{}\", 1 &lt; 2);\n}", "x = 1"],
    ),
    ("mml:mi", &["x", "sin", "&alpha;", "\u{1d465}"]),
    ("mml:mn", &["1", "3.14", "1,000"]),
    ("mml:mo", &["+", "&lt;", "(", "&#x2211;", "&#x2061;", "="]),
    ("mml:mtext", &["for all", " if "]),
    ("mml:ms", &["text"]),
    ("mml:cn", &["1", "2.5"]),
    ("mml:ci", &["x"]),
    (
        "td",
        &[
            "1",
            "2.5",
            "a cell with some more words in it",
            "&#x2212;3",
            "n.a.",
            "0.05*",
        ],
    ),
    ("th", &["Group", "n", "%"]),
    ("oasis:entry", &["1", "2.5", "a cell", "&#x2212;3"]),
    ("copyright-year", &["2024"]),
    ("copyright-statement", &["&#xa9; 2024 The authors"]),
    (
        "ali:license_ref",
        &["https://creativecommons.org/licenses/by/4.0/"],
    ),
    ("award-id", &["AP-1", "123"]),
    ("country", &["Kazakhstan", "DE"]),
    ("meta-name", &["a name", "separatum:dateline"]),
    ("content-language", &["en", "kk", "not a language"]),
    ("alt-text", &["A lake seen from above.", ""]),
    (
        "long-desc",
        &["A lake from above, with a white rim of salt on its eastern shore."],
    ),
];

/// Pieces of the text of an element.
pub(super) fn of(element: &str) -> &'static [&'static str] {
    let known = OF.iter().find(|(name, _)| *name == element);
    known.map_or(TEXTS, |(_, texts)| texts)
}

const LINKS: &[&str] = &[
    "https://example.org/?a=1&amp;b=2",
    "fig1.png",
    "images/fig 2.tif",
    "10.5555/12345678",
    "mailto:a@example.org",
    "#f1",
    "http://example.org/a b/[c]|d",
    "http://[not-a-host",
    "ftp://example.org/data.zip",
    "javascript:alert(1)",
    "data.csv",
    "//example.org/x",
    "urn:lsid:example.org:names:1",
    "https://пример.рф/путь",
    "",
    "../up/movie.mp4",
    "file:///c:/a.png",
    "https://example.org/%zz",
    "doi:10.5555/12345678",
];

/// Values of an attribute of any text.
pub(super) fn values(element: &str, name: &str) -> &'static [&'static str] {
    match name {
        "xlink:href" => LINKS,
        "xml:base" => &["https://example.org/base/", "", "base dir/"],
        "colspan" | "rowspan" | "span" => &["1", "2", "3", "0", "", "two"],
        "width" | "height" | "border" | "cellpadding" | "cellspacing"
            if !element.starts_with("mml:") =>
        {
            &["100%", "20", "3cm", ""]
        }
        "style" => &[
            "color: red",
            "text-align:center;",
            "",
            "background: url(x.png)",
        ],
        "content-type" => &["pull-quote", "a b", "", "genus &amp; \"species\""],
        "ref-type" => &[
            "bibr", "fig", "fn", "table", "aff", "corresp", "sec", "house",
        ],
        "fn-type" => &["coi-statement", "equal", "house"],
        "list-type" => &[
            "bullet",
            "order",
            "alpha-lower",
            "roman-upper",
            "simple",
            "house",
        ],
        "contrib-type" => &["author", "editor", "house"],
        "contrib-id-type" => &["orcid", "isni"],
        "pub-id-type" => &["doi", "pmid", "house"],
        "journal-id-type" => &["nlm-ta", "publisher-id"],
        "date-type" => &["received", "accepted", "pub", "house"],
        "pub-type" => &["epub", "ppub", "collection"],
        "publication-format" => &["electronic", "print"],
        "iso-8601-date" => &["2024-05-03", "2024", "2024-13-45", "2024-05-03T10:00:00Z"],
        "article-type" => &["research-article", "news", "correction", "house type"],
        "abstract-type" => &["teaser", "graphical", "house"],
        "sec-type" => &["methods", "intro|results"],
        "publication-type" => &["journal", "book", "other"],
        "vocab" => &["credit", "CRediT"],
        "mimetype" => &["image", "video", "application"],
        "mime-subtype" => &["png", "tiff", "mp4", "zip", "postscript"],
        "ext-link-type" => &["uri", "doi", "ftp"],
        "char" => &[".", ""],
        "charoff" => &["50", "x"],
        "country" => &["KZ", "Germany"],
        "specific-use" => &["web", "print only"],
        "xsi:noNamespaceSchemaLocation" => &["https://example.org/jats.xsd"],
        "alt" => &["alternative", ""],
        "display" => &["block", "inline"],
        "mathvariant" => &["bold", "normal"],
        "encoding" => &["application/x-tex", "MathML-Content"],
        _ => &["x", "yes", "Two  words", "", "&lt;a&gt; &quot;b&quot;", "1"],
    }
}

/// Values of an attribute that takes a name token.
pub(super) fn tokens(name: &str) -> &'static [&'static str] {
    match name {
        "xml:lang" | "hreflang" => &[
            "en",
            "kk",
            "ar",
            "en-US",
            "zh-Hant",
            "EN",
            "eng",
            "de_AT",
            "x-klingon",
            "123",
        ],
        "colsep" | "rowsep" => &["0", "1"],
        "morerows" | "cols" | "colnum" | "count" => &["1", "2", "0", "3"],
        "colname" | "namest" | "nameend" => &["c1", "c2", "c3"],
        _ => &["x", "1", "a-b.c"],
    }
}
