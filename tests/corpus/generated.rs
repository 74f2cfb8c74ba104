//! Generated JATS files, spelled in every way that XML allows, survive as the real ones do.

use proptest::prelude::*;
use separatum::jats;

use crate::support::canonical::compare;
use crate::support::cases::cases;

/// Names that differ in how their white space counts, some with a prefix, some with a namespace of their own.
const NAMES: &[&str] = &[
    "p",
    "sec",
    "title",
    "italic",
    "xref",
    "fn",
    "disp-formula",
    "list",
    "list-item",
    "contrib",
    "name",
    "ref",
    "mixed-citation",
    "year",
    "code",
    "preformat",
    "tex-math",
    "history",
    "table-wrap",
    "tr",
    "td",
    "unknown",
    "br",
    "mml:math",
    "tp:taxon-name",
    "ali:license_ref",
    "o:entry",
];

const ATTRIBUTES: &[&str] = &[
    "",
    "",
    "",
    "",
    " id='i'",
    " rid=\"a  b\"",
    " xlink:href=\"http://x/?a=1&amp;b='2'\"",
    " xml:lang=\"kk\"",
    " xml:space=\"preserve\"",
    " content-type=' a&#10;b&#9;c&#13;d\n\te&quot;&phi; '",
    " other:a='1' a=\"2\"",
    " xmlns=''",
    " xmlns:other=\"urn:another\" other:b='&lt;>'",
    " xmlns=\"http://www.w3.org/1998/Math/MathML\"",
];

const ROOTS: &[&str] = &[
    "",
    "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" \"jats.dtd\">\n<!-- a --><?b c?>",
    "<!DOCTYPE article SYSTEM 'jats.dtd' [<!ENTITY own 'its &#38;amp; own  text'>]>",
];

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ \n\ta-c\u{a0}\u{2003}]{0,6}",
        1 => Just("\r\n\t".to_owned()),
        1 => prop::sample::select(vec!["&amp;", "&lt;", "&phi;", "&#x20;", "&#10;", "&#13;", "&#x1F600;", "&nbsp;"])
            .prop_map(str::to_owned),
        1 => "[ \n<&>a-b]{0,5}".prop_map(|text| format!("<![CDATA[{text}]]>")),
        1 => "[ \n<&>a-b]{0,5}".prop_map(|text| format!("<!--{text}-->")),
        1 => "[ \n<&a-b]{0,5}".prop_map(|text| format!("<?target {text}?>")),
    ]
}

fn element(content: impl Strategy<Value = Vec<String>>) -> impl Strategy<Value = String> {
    let name = prop::sample::select(NAMES);
    let attributes = prop::sample::select(ATTRIBUTES);
    (name, attributes, content, any::<bool>()).prop_map(|(name, attributes, content, short)| {
        let content = content.concat();
        if content.is_empty() && short {
            format!("<{name}{attributes} />")
        } else {
            format!("<{name}{attributes}>{content}</{name}\n>")
        }
    })
}

fn file() -> impl Strategy<Value = String> {
    let node = leaf().prop_recursive(8, 64, 6, |inner| {
        element(prop::collection::vec(inner, 0..6))
    });
    let root = prop::sample::select(vec!["", " xmlns='http://jats.nlm.nih.gov'"]);
    let content = prop::collection::vec(node, 0..8);
    (prop::sample::select(ROOTS), root, content).prop_map(|(head, root, content)| {
        let mut content = content.concat();
        if head.is_empty() {
            // Without a document type nothing declares names.
            content = content.replace("&phi;", "&#x3D5;").replace("&nbsp;", "&#160;");
        }
        format!(
            "{head}<article{root} xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:tp='http://www.plazi.org/taxpub' \
             xmlns:mml=\"http://www.w3.org/1998/Math/MathML\" xmlns:ali=\"http://www.niso.org/schemas/ali/1.0/\" \
             xmlns:o=\"http://docs.oasis-open.org/ns/oasis-exchange/table\" xmlns:other='urn:other'>{content}</article>\n<!--z-->"
        )
    })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_generated_file_is_equal_to_the_input(file in file()) {
        let read = jats::from_slice(file.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(read.report.is_lossless(), "{:?}", read.report);
        let written = jats::to_vec(&read.value).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(written.report.is_lossless(), "{:?}", written.report);
        let equal = compare(file.as_bytes(), &written.value);
        prop_assert!(equal.is_ok(), "{}\n{}", equal.unwrap_err(), String::from_utf8_lossy(&written.value));
        let again = jats::from_slice(&written.value).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&again.value, &read.value);
        let twice = jats::to_vec(&again.value).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(twice.value, written.value);
    }
}
