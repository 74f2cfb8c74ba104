use std::path::{Path, PathBuf};

use lopdf::{Document as Objects, Object};

use super::image::tests::{small_jpeg, small_png};
use super::*;
use crate::{Effect, Limits, MapResources, jats};

/// An article with text in several scripts, a link, a table, notes, and two figures.
const ARTICLE: &str = r#"<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en"><front><article-meta>
<title-group><article-title>The river that <italic>remembers</italic></article-title></title-group>
<pub-date><day>5</day><month>3</month><year>2026</year></pub-date></article-meta></front><body>
<sec id="s1"><title>Floods</title><p>The office stood by the fjord; see <xref ref-type="fig" rid="f1">Figure 1</xref>.<!-- why? --></p>
<p xml:lang="kk">Қазақ тіліндегі сөйлем.</p><p>private \u{E000}, no\u{A0}break, soft\u{AD}hyphen, 漢字</p>
<fig id="f1"><label>Figure 1</label><caption><p>Two colours.</p></caption><graphic xlink:href="fig 1.png"/></fig>
<fig id="f2"><graphic xlink:href="fig2"/></fig>
<table-wrap id="t1"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></table-wrap>
<preformat>if x:\n\ty = 1</preformat></sec></body></article>"#;

fn article() -> Article {
    let xml = ARTICLE
        .replace("\\u{E000}", "\u{E000}")
        .replace("\\u{A0}", "\u{A0}")
        .replace("\\u{AD}", "\u{AD}");
    let xml = xml.replace("\\n", "\n").replace("\\t", "\t");
    jats::from_str(&xml).unwrap().into_lossless().unwrap()
}

fn figures() -> MapResources {
    let mut figures = MapResources::new();
    figures.insert("fig 1.png", small_png());
    figures.insert("fig2", small_jpeg());
    figures
}

fn written() -> Vec<u8> {
    let figures = figures();
    let options = WriteOptions::new().resources(&figures);
    options.to_vec(&article()).unwrap().into_lossless().unwrap()
}

/// The PDF after a change to its objects.
fn changed(pdf: &[u8], change: impl FnOnce(&mut Objects)) -> Vec<u8> {
    let mut objects = Objects::load_mem(pdf).unwrap();
    change(&mut objects);
    let mut bytes = Vec::new();
    objects.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn an_article_and_its_images_come_back() {
    let read = open(written().as_slice()).unwrap();
    assert_eq!(read.report.findings(), []);
    assert_eq!(read.value.article, article());
    assert_eq!(read.value.resources, figures());
}

/// A label that has no room beside its formula, or more than one line, is shown whole all the same.
#[test]
fn a_long_label_of_a_formula_comes_back() {
    let long = "a whole sentence that somebody put where a number belongs, ".repeat(6);
    for label in [long.trim(), "one<break/>two", "(1)"] {
        let xml = format!(
            "<article><body><disp-formula><label>{label}</label><tex-math>x</tex-math></disp-formula>\
             <disp-formula><label>{label}</label></disp-formula></body></article>"
        );
        let article = jats::from_str(&xml).unwrap().value;
        let pdf = to_vec(&article).unwrap().value;
        let back = ReadOptions::new().attachment(Attachment::Ignore);
        assert_eq!(back.read_slice(&pdf).unwrap().value, article, "{label}");
    }
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    assert_eq!(written(), written());
}

#[test]
fn hidden_copies_are_not_needed() {
    let bare = changed(&written(), |objects| {
        objects.trailer.remove(b"Info");
        let catalog = objects.catalog_mut().unwrap();
        for key in [
            "AF",
            "Names",
            "Metadata",
            "Outlines",
            "OutputIntents",
            "Lang",
        ] {
            catalog.remove(key.as_bytes());
        }
        objects.prune_objects();
    });
    let read = from_slice(&bare).unwrap();
    assert_eq!(read.report.findings(), []);
    assert_eq!(read.value, article());
}

#[test]
fn an_edit_of_what_is_shown_shows_and_the_attachment_does_not_hide_it() {
    let mut exchanged = 0;
    // Every F that is shown becomes an f: the maps say what glyphs mean.
    let edited = changed(&written(), |objects| {
        for object in objects.objects.values_mut() {
            let Object::Stream(stream) = object else {
                continue;
            };
            let Ok(content) = stream.get_plain_content() else {
                continue;
            };
            let text = String::from_utf8_lossy(&content);
            if text.contains("begincmap") && text.contains("> <0046>") {
                exchanged += 1;
                stream.set_plain_content(text.replace("> <0046>", "> <0066>").into_bytes());
            }
        }
    });
    assert!(exchanged > 0);
    let read = from_slice(&edited).unwrap();
    let codes: Vec<&str> = read
        .report
        .findings()
        .iter()
        .map(|f| f.code.as_ref())
        .collect();
    assert_eq!(codes, ["pdf.edited", "pdf.attachment-differs"]);
    assert!(
        read.report
            .findings()
            .iter()
            .all(|f| f.effect == Effect::Noted)
    );
    let place = read.report.findings()[1].location.path.clone().unwrap();
    assert_eq!(place, "/article/body[1]/sec[1]/title[1]");
    let expected = ARTICLE
        .replace("Floods", "floods")
        .replace(">Figure 1", ">figure 1");
    let expected = expected
        .replace("\\u{E000}", "\u{E000}")
        .replace("\\u{A0}", "\u{A0}")
        .replace("\\u{AD}", "\u{AD}");
    let expected = jats::from_str(&expected.replace("\\n", "\n").replace("\\t", "\t"))
        .unwrap()
        .value;
    assert_eq!(
        jats::to_string(&read.value).unwrap().value,
        jats::to_string(&expected).unwrap().value
    );
    let only = ReadOptions::new().attachment(Attachment::Only);
    assert_eq!(only.read_slice(&edited).unwrap().value, article());
}

/// The well-formed articles of the corpora; none where there are no corpora.
pub(crate) fn articles() -> Vec<(String, Article)> {
    let Some(folder) = corpus("jats") else {
        return Vec::new();
    };
    let rows = std::fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap();
    let mut articles = Vec::new();
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let bytes = std::fs::read(folder.join(cells[0])).unwrap();
        match jats::from_slice(&bytes) {
            Ok(read) => articles.push((cells[0].to_owned(), read.value)),
            Err(error) => assert!(cells.contains(&"malformed"), "{}: {error}", cells[0]),
        }
    }
    assert!(articles.len() > 250, "only {} articles", articles.len());
    articles
}

/// A folder of the corpora; none, said aloud, where there are no corpora.
fn corpus(set: &str) -> Option<PathBuf> {
    let root = variable("SEPARATUM_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    let folder = root.join(set);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED: no corpus at {}", folder.display());
    None
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told where its data are and how long to run"
)]
fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

/// How many articles a spread passes over: none when `SEPARATUM_LONG` is set.
pub(crate) fn step(spread: usize) -> usize {
    if variable("SEPARATUM_LONG").is_some() {
        1
    } else {
        spread
    }
}

/// How one article fares; nothing when it comes back as it was, and digest and attachment confirm it.
fn fault(article: &Article, out: Option<PathBuf>) -> Option<String> {
    let written = match to_vec(article) {
        Ok(written) => written,
        Err(error) => return Some(format!("not written: {error}")),
    };
    if let Some(out) = out {
        std::fs::write(out, &written.value).unwrap();
    }
    let read = match from_slice(&written.value) {
        Ok(read) => read,
        Err(error) => return Some(format!("not read: {error}")),
    };
    if read.value != article.normal() {
        let lossless = written.report.is_lossless() && read.report.is_lossless();
        return Some(format!(
            "differs{}",
            if lossless { ", and says lossless" } else { "" }
        ));
    }
    let quiet = written.report.is_lossless() && read.report.findings().is_empty();
    (!quiet).then(|| format!("equal, but {}{}", written.report, read.report))
}

/// A spread of the corpus; all of it when `SEPARATUM_LONG` is set. `SEPARATUM_OUT` names a folder that gets the files.
#[test]
fn every_article_of_the_corpus_comes_back() {
    let step = step(24);
    let articles = articles();
    let out = variable("SEPARATUM_OUT").map(PathBuf::from);
    let mut faults = Vec::new();
    for (path, article) in articles.iter().step_by(step) {
        let out = out
            .as_ref()
            .map(|out| out.join(path.replace('/', "__")).with_extension("pdf"));
        faults.extend(fault(article, out).map(|fault| format!("{path}: {fault}")));
    }
    println!(
        "{} articles, {} faults",
        articles.len().div_ceil(step),
        faults.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files made to harm, and files that are broken.
#[test]
fn hostile_files_are_refused() {
    let limits = Limits {
        streams_bytes: 64 << 20,
        ..Limits::default()
    };
    for set in ["hostile/pdf", "pdf/hostile", "pdf/tagged", "pdf/untagged"] {
        let Some(folder) = corpus(set) else { continue };
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "tsv") || path.is_dir() {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let error = ReadOptions::new()
                .limits(limits)
                .read_slice(&bytes)
                .unwrap_err()
                .to_string();
            assert!(!error.contains('\n'), "{}: {error}", path.display());
        }
    }
}

#[test]
fn the_ceilings_for_images_are_the_callers() {
    let figures = figures();
    let small = Limits {
        image_pixels: 3,
        ..Limits::default()
    };
    let options = WriteOptions::new().resources(&figures).limits(small);
    let report = options.to_vec(&article()).unwrap().report;
    let too_large = report.iter().filter(|f| f.code == "pdf.image-size");
    assert_eq!(too_large.count(), 2, "{report}");
}
