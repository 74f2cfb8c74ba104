/// The types without words: those of attributes only, and names of kinds.
const WORDLESS: &[&str] = &[
    "Article",
    "Break",
    "CitationForm",
    "Column",
    "ColumnGroup",
    "Count",
    "CountOf",
    "Counts",
    "DatumKind",
    "Elements",
    "EmphasisKind",
    "FreeToRead",
    "NamedSpan",
    "Part",
];

/// Every type of the model that holds words tells them; the types are those of the documentation, which is made from the code.
#[test]
fn every_type_has_a_plain_text() {
    let sources = [
        include_str!("../texts.rs"),
        include_str!("../../text.rs"),
        include_str!("../../math.rs"),
        include_str!("../../headline.rs"),
        include_str!("../../credit.rs"),
        include_str!("../../credit/name.rs"),
        include_str!("../../citation.rs"),
    ];
    let types = include_str!("../../../../docs/mapping.md")
        .lines()
        .filter_map(|line| line.strip_prefix("## "));
    let missing: Vec<&str> = types
        .filter(|name| !WORDLESS.contains(name))
        .filter(|name| {
            let (listed, written) = (format!(" {name} = \""), format!("impl {name} {{"));
            !sources
                .iter()
                .any(|source| source.contains(&listed) || source.contains(&written))
        })
        .collect();
    assert!(
        missing.is_empty(),
        "without text(), to be listed in model/plain/texts.rs: {missing:?}"
    );
}
