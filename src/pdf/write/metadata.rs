//! What the file says of itself: XMP, the information dictionary, the colours. Derived from the article, never read back.

use std::fmt::Write as _;

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::text::{dates, name, text_string};
use crate::facts::Facts;

/// The program, as the file names it.
const CREATOR: &str = concat!("separatum ", env!("CARGO_PKG_VERSION"));
/// The libraries that put the file together.
const PRODUCER: &str = "printpdf and lopdf";

/// The title, or what stands for a missing one.
pub(super) fn title(facts: &Facts) -> &str {
    facts
        .title
        .as_deref()
        .filter(|t| !t.trim().is_empty())
        .unwrap_or("Untitled")
}

/// The article's language, or the word for none.
pub(super) fn language(facts: &Facts) -> &str {
    facts.lang.as_deref().unwrap_or("und")
}

/// Adds the XMP stream.
pub(super) fn xmp(document: &mut Document, facts: &Facts) -> ObjectId {
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let packet = packet(facts).into_bytes();
    document.add_object(Stream::new(dictionary, packet).with_compression(false))
}

/// Writes the information dictionary in place of printpdf's.
pub(super) fn info(document: &mut Document, facts: &Facts) {
    let (date, _) = dates(facts.latest.as_deref());
    let mut info = dictionary! {
        "Title" => text_string(title(facts)),
        "Creator" => text_string(CREATOR),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => text_string(&date),
        "ModDate" => text_string(&date),
    };
    if !facts.creators.is_empty() {
        let names: Vec<&str> = facts.creators.iter().map(|c| c.name.as_str()).collect();
        info.set("Author", text_string(&names.join("; ")));
    }
    let id = document.add_object(info);
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", id);
}

/// Adds the output intent: the colours are sRGB.
pub(super) fn output_intent(document: &mut Document) -> ObjectId {
    let profile = dictionary! { "N" => 3, "Alternate" => name("DeviceRGB") };
    let profile = document.add_object(Stream::new(profile, typst_assets::icc::S_RGB_V4.to_vec()));
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => name("GTS_PDFA1"),
        "OutputConditionIdentifier" => text_string("sRGB"),
        "Info" => text_string("sRGB IEC61966-2.1"),
        "RegistryName" => text_string("http://www.color.org"),
        "DestOutputProfile" => profile,
    })
}

fn packet(facts: &Facts) -> String {
    let (_, date) = dates(facts.latest.as_deref());
    let mut xmp = String::from(HEAD);
    xmp.push_str("<dc:format>application/pdf</dc:format>");
    list(&mut xmp, "dc:title", "Alt", [title(facts)]);
    list(
        &mut xmp,
        "dc:creator",
        "Seq",
        facts.creators.iter().map(|c| c.name.as_str()),
    );
    list(&mut xmp, "dc:language", "Bag", [language(facts)]);
    list(&mut xmp, "dc:publisher", "Bag", facts.publisher.as_deref());
    list(
        &mut xmp,
        "dc:subject",
        "Bag",
        facts.subjects.iter().map(String::as_str),
    );
    list(
        &mut xmp,
        "dc:description",
        "Alt",
        facts.description.as_deref(),
    );
    list(&mut xmp, "dc:rights", "Alt", facts.rights.as_deref());
    list(&mut xmp, "dc:date", "Seq", facts.published.as_deref());
    let container = facts.container.as_deref();
    value(
        &mut xmp,
        "dc:identifier",
        facts
            .doi
            .as_deref()
            .map(|doi| format!("doi:{doi}"))
            .as_deref(),
    );
    value(&mut xmp, "dc:source", container);
    value(&mut xmp, "xmpRights:WebStatement", facts.licence.as_deref());
    value(&mut xmp, "xmp:CreateDate", Some(&date));
    value(&mut xmp, "xmp:ModifyDate", Some(&date));
    value(&mut xmp, "xmp:CreatorTool", Some(CREATOR));
    value(&mut xmp, "pdf:Producer", Some(PRODUCER));
    xmp.push_str(TAIL);
    xmp
}

fn value(xmp: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = write!(xmp, "<{key}>{}</{key}>", escaped(value));
    }
}

fn list<'a>(xmp: &mut String, key: &str, kind: &str, values: impl IntoIterator<Item = &'a str>) {
    let lang = if kind == "Alt" {
        " xml:lang=\"x-default\""
    } else {
        ""
    };
    let mut items = String::new();
    for value in values {
        let _ = write!(items, "<rdf:li{lang}>{}</rdf:li>", escaped(value));
    }
    if !items.is_empty() {
        let _ = write!(xmp, "<{key}><rdf:{kind}>{items}</rdf:{kind}></{key}>");
    }
}

/// Escaped for XML; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Up to the article's own facts.
const HEAD: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
<rdf:Description rdf:about=\"\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" \
xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">";

/// The claims of conformance, and PDF/A's description of what it does not know: the claim of PDF/UA.
const TAIL: &str = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
<pdfuaid:part>1</pdfuaid:part>\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
