//! What comes close to an element for which the target has no place.

/// The nearest that a place may have: the element, and what comes close. The first that has a place is taken.
pub(super) const NEAREST: &[(&str, &str)] = &[
    ("abstract", "sec"),
    ("abstract", "caption"),
    ("abstract", "app"),
    ("ack", "sec"),
    ("app", "sec"),
    ("app-group", "sec"),
    ("array", "table-wrap"),
    ("bio", "sec"),
    ("collab-name-alternatives", "collab-alternatives"),
    ("collab-name-alternatives", "collab"),
    ("collab-wrap", "collab"),
    ("code", "monospace"),
    ("code", "preformat"),
    ("disp-formula", "inline-formula"),
    ("element-citation", "mixed-citation"),
    ("fig-group", "sec"),
    ("fn", "author-comment"),
    ("fn", "p"),
    ("fn-group", "sec"),
    ("glossary", "sec"),
    ("graphic", "inline-graphic"),
    ("inline-formula", "disp-formula"),
    ("inline-graphic", "graphic"),
    ("inline-media", "media"),
    ("inline-supplementary-material", "supplementary-material"),
    ("legend", "caption"),
    ("media", "inline-media"),
    ("mixed-citation", "element-citation"),
    ("notes", "sec"),
    ("preformat", "code"),
    ("question", "boxed-text"),
    ("question-wrap", "boxed-text"),
    ("question-wrap-group", "boxed-text"),
    ("answer", "boxed-text"),
    ("answer-set", "boxed-text"),
    ("explanation", "boxed-text"),
    ("string-name", "name"),
    ("table-wrap-group", "sec"),
    ("supplementary-material", "inline-supplementary-material"),
    ("tex-math", "code"),
    ("unstructured-kwd-group", "kwd"),
];

/// What is about something, and stands elsewhere only where a target has it so.
pub(super) const METADATA: &[&str] = &[
    "aff",
    "aff-alternatives",
    "contrib-group",
    "custom-meta-group",
    "kwd-group",
    "object-id",
    "permissions",
    "sec-meta",
    "subj-group",
];

/// What else is a paragraph where it has no place of its own.
pub(super) const TEXTS: &[&str] = &[
    "address",
    "alt-title",
    "attrib",
    "kwd",
    "sig-block",
    "subtitle",
];
