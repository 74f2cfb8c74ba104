//! The marks of lists: bullets, numbers, letters.

use crate::tree::Element;

/// The mark of an item that has no label: a bullet or the number; none in a list that wants none.
pub(super) fn mark(list_type: Option<&str>, numbering: &str, number: u32) -> Option<String> {
    let letter = |first: char| {
        let offset = (number - 1) % 26;
        char::from_u32(u32::from(first) + offset).map(String::from)
    };
    let mark = match numbering {
        "Decimal" => number.to_string(),
        "LowerAlpha" => letter('a')?,
        "UpperAlpha" => letter('A')?,
        "LowerRoman" => roman(number),
        "UpperRoman" => roman(number).to_ascii_uppercase(),
        _ => {
            let plain = matches!(list_type, Some("simple" | "none" | "plain"));
            return (!plain).then(|| "•".to_owned());
        }
    };
    Some(format!("{mark}."))
}

fn roman(mut number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1_000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 4_000 {
        return number.to_string();
    }
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while number >= *value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

/// The numbering that the list's labels have.
pub(super) fn numbering(list: &Element) -> &'static str {
    match list.attr("list-type") {
        Some("order" | "arabic" | "ordered" | "number") => "Decimal",
        Some("alpha-lower") => "LowerAlpha",
        Some("alpha-upper") => "UpperAlpha",
        Some("roman-lower") => "LowerRoman",
        Some("roman-upper") => "UpperRoman",
        _ => "Disc",
    }
}
