use super::*;

fn text(bytes: &[u8]) -> String {
    decode(bytes).unwrap().0.into_owned()
}

fn error(bytes: &[u8]) -> String {
    decode(bytes).unwrap_err().to_string()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn marks_and_declarations() {
    assert_eq!(text("<é/>".as_bytes()), "<é/>");
    assert_eq!(text("\u{FEFF}<é/>".as_bytes()), "<é/>");
    let declared = "<?xml version='1.0' encoding='UTF-16'?><é/>";
    assert_eq!(text(&utf16(&format!("\u{FEFF}{declared}"), true)), declared);
    assert_eq!(
        text(&utf16(&format!("\u{FEFF}{declared}"), false)),
        declared
    );
    assert_eq!(text(&utf16(declared, true)), declared);
    assert_eq!(text(&utf16("<é/>", false)), "<é/>");
    assert_eq!(
        text(b"<?xml version='1.0' encoding=\"ISO-8859-1\"?><a>\xE9\x80</a>")
            .matches("é\u{80}")
            .count(),
        1
    );
    assert_eq!(
        text(b"<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>")
            .matches('€')
            .count(),
        1
    );
    assert_eq!(
        text(b"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xfa</a>")
            .matches('日')
            .count(),
        1
    );
}

#[test]
fn white_space_may_stand_before_utf16_without_a_mark() {
    for big in [true, false] {
        let long = format!("{}<ж/>", " \r\n\t".repeat(HEAD));
        for xml in ["\r\n\t <é/>", "<ж/>", &long] {
            assert_eq!(text(&utf16(xml, big)), xml);
        }
        assert!(error(&utf16("é", big)).contains("neither a byte order mark nor a `<`"));
    }
    assert!(error(b"<\0\0\0a\0\0\0").contains("UTF-32"));
    assert!(error(b"\0\0\0<\0\0\0a").contains("UTF-32"));
    assert_eq!(text(b" \n<a/>"), " \n<a/>");
}

#[test]
fn an_instruction_is_no_declaration() {
    let xml = "<?xml-model href='m.rnc' encoding='ISO-8859-1'?><é/>";
    assert_eq!(text(xml.as_bytes()), xml);
    let xml = "<?xml-model href='m.rnc' encoding='UTF-16'?><é/>";
    assert_eq!(text(xml.as_bytes()), xml);
}

#[test]
fn every_name_of_latin_1_means_it() {
    for label in [
        "iso-8859-1",
        "ISO_8859-1:1987",
        "cp819",
        "IBM819",
        "csISOLatin1",
        "iso-ir-100",
        "l1",
    ] {
        let xml = [
            b"<?xml version='1.0' encoding='",
            label.as_bytes(),
            b"'?><a>\x85</a>",
        ]
        .concat();
        assert!(text(&xml).contains('\u{85}'), "{label}");
    }
}

#[test]
fn a_wrong_declaration_is_an_error() {
    assert_eq!(
        error(b"<a>\n\xE9</a>"),
        "malformed XML: byte 0xE9, which is not valid UTF-8 at 2:1"
    );
    assert!(
        error(b"<?xml version='1.0' encoding='us-ascii'?><a>\xE9</a>")
            .contains("not valid us-ascii at 1:45")
    );
    assert!(
        error(b"<?xml version='1.0' encoding='UTF-16'?><a/>").contains("not that of the bytes")
    );
    assert!(
        error(b"\xEF\xBB\xBF<?xml version='1.0' encoding='windows-1252'?><a/>")
            .contains("bytes are UTF-8")
    );
    assert!(error(b"<?xml version='1.0' encoding='x-none'?><a/>").contains("encoding `x-none`"));
    assert!(error(b"<?xml version='1.0' encoding='utf-7'?><a/>").contains("encoding `utf-7`"));
    assert!(
        error(b"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xff</a>").contains("byte 0x93")
    );
    assert!(error(&[0xFF, 0xFE, b'<', 0, 0]).contains("not valid UTF-16LE"));
}
