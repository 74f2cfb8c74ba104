//! What the documents say is so.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so"
)]

#[cfg(feature = "jats")]
#[allow(dead_code, reason = "the tests call what its `main` calls")]
#[path = "../examples/ask_article.rs"]
mod ask_article;
#[cfg(all(feature = "jats", feature = "epub", feature = "pdf", feature = "text"))]
#[allow(dead_code, reason = "the tests call what its `main` calls")]
#[path = "../examples/build_article.rs"]
mod build_article;
#[cfg(all(feature = "jats", feature = "epub", feature = "pdf"))]
#[allow(dead_code, reason = "the tests call what its `main` calls")]
#[path = "../examples/convert.rs"]
mod convert;
#[cfg(all(feature = "jats", feature = "text"))]
#[allow(dead_code, reason = "the tests call what its `main` calls")]
#[path = "../examples/inspect_losses.rs"]
mod inspect_losses;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The samples that the documents speak of.
#[cfg(all(
    feature = "jats",
    any(feature = "text", all(feature = "epub", feature = "pdf"))
))]
fn samples() -> [PathBuf; 2] {
    ["feature.xml", "research.xml"].map(|name| root().join("examples/data").join(name))
}

#[cfg(all(feature = "jats", feature = "epub", feature = "pdf"))]
#[test]
fn the_example_convert_shows_the_same_article_in_every_format() {
    for sample in samples() {
        let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join(sample.file_stem().unwrap());
        let lines = convert::run(&sample, &output).unwrap();
        assert_eq!(lines.len(), 4);
        for line in lines {
            assert!(
                line.contains("the same article; 0 loss(es)"),
                "{}: {line}",
                sample.display()
            );
        }
    }
}

#[cfg(all(feature = "jats", feature = "text"))]
#[test]
fn the_example_inspect_losses_shows_losses() {
    for sample in samples() {
        assert!(
            inspect_losses::run(&sample).unwrap().losses().count() > 0,
            "{}",
            sample.display()
        );
    }
}

#[cfg(feature = "jats")]
#[test]
fn the_example_ask_article_is_answered() {
    let [_, research] =
        ["feature.xml", "research.xml"].map(|name| root().join("examples/data").join(name));
    let answers = ask_article::run(&research).unwrap();
    for expected in [
        "author Aigerim Serikova | Institute of Steppe Economies, Saryqum University https://ror.org/00f1ctn35, Qyzyltal, \
         Kazakhstan | Conceptualization, Writing – original draft | a.serikova@saryqum.example",
        "DOI 10.5555/jsr.2026.0117",
        "received 2025-09-18",
        "licence https://creativecommons.org/licenses/by/4.0/",
        "award SFRS-2023-041 from Saryqum Fund for Rural Science",
        "image fig1.png | Chart: M. Dauitov Jr",
        "table 8 by 6, from \"Season\"",
        "methods in Methods",
        "Mensah KA (1998) Ponds in series: forty years of records: cited 2 times",
    ] {
        assert!(
            answers.iter().any(|answer| answer == expected),
            "{expected}: {answers:#?}"
        );
    }
}

/// The style that the document describes is the one that is written.
#[cfg(all(feature = "jats", feature = "text"))]
#[test]
fn structured_citations_are_written_as_documented() {
    use separatum::{jats, text};
    let sample = fs::read(root().join("examples/data/research.xml")).unwrap();
    let written = text::to_string(&jats::from_slice(&sample).unwrap().value)
        .unwrap()
        .value;
    let document = fs::read_to_string(root().join("docs/citations.md")).unwrap();
    let block = document
        .split("```text\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    assert_eq!(block.lines().count(), 9);
    for line in block.lines() {
        assert!(written.lines().any(|found| found == line), "{line}");
    }
}

/// All documents with their texts.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    for folder in [root().to_owned(), root().join("docs")] {
        paths.extend(
            fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path()),
        );
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    assert!(paths.len() >= 4, "{paths:?}");
    paths
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// What stands between these marks, each time.
fn between<'a>(text: &'a str, open: &'a str, close: char) -> impl Iterator<Item = &'a str> {
    text.split(open)
        .skip(1)
        .filter_map(move |rest| rest.split_once(close))
        .map(|(inside, _)| inside)
}

#[test]
fn links_lead_somewhere() {
    for (path, text) in documents() {
        for link in
            between(&text, "](", ')').filter(|link| !link.contains("://") && !link.starts_with('#'))
        {
            let file = link.split('#').next().unwrap_or_default();
            assert!(
                path.with_file_name(file).exists(),
                "{}: {link}",
                path.display()
            );
        }
    }
}

#[test]
fn files_that_are_named_are_there() {
    let folders = [
        "src/",
        "tests/",
        "tools/",
        "docs/",
        "examples/",
        "benches/",
        ".ci/",
    ];
    for (path, text) in documents() {
        let quoted = text.split('`').skip(1).step_by(2);
        let spoken = quoted
            .flat_map(str::split_whitespace)
            .chain(text.split_whitespace());
        for word in spoken.filter(|word| folders.iter().any(|folder| word.starts_with(folder))) {
            let name = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '.');
            let name = name.trim_end_matches(['.', ',', ';']);
            assert!(root().join(name).exists(), "{}: {name}", path.display());
        }
    }
}

/// The codes that stand in the sources, outside of tests: strings such as `text.kicker`.
fn codes(folder: &Path, found: &mut BTreeSet<String>) {
    let starts = ["xml", "jats", "epub", "pdf", "text", "media", "input"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            codes(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let is_code = |text: &&str| {
            text.split_once('.').is_some_and(|(start, name)| {
                let is_name = name.chars().all(|c| c == '-' || c.is_ascii_lowercase());
                starts.contains(&start) && !name.is_empty() && is_name
            })
        };
        found.extend(text.split('"').filter(is_code).map(str::to_owned));
    }
}

#[test]
fn every_code_of_a_finding_is_documented() {
    let mut used = BTreeSet::new();
    codes(&root().join("src"), &mut used);
    assert!(used.len() > 50, "{used:?}");
    let document = fs::read_to_string(root().join("docs/findings.md")).unwrap();
    let listed = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"))
        .map(|(code, _)| code.to_owned())
        .filter(|code| code.contains('.'))
        .collect::<BTreeSet<_>>();
    assert_eq!(used, listed);
}

#[test]
fn the_checks_run_the_readmes_test_command() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let script = fs::read_to_string(root().join(".ci/run")).unwrap();
    let command = readme
        .lines()
        .find(|line| line.starts_with("cargo test"))
        .unwrap();
    assert!(
        script.contains(&command.replace("cargo test", "cargo test --locked")),
        "{command}"
    );
}

/// The version of Rust asked for is the highest that a dependency asks for: less would be a false promise, more a needless
/// demand.
#[test]
fn the_rust_version_is_that_of_the_dependencies() {
    // Crates for other systems need not be at hand.
    let compiler = run(Command::new("rustc").arg("-vV"));
    let host = compiler
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let arguments = [
        "metadata",
        "--format-version=1",
        "--all-features",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ];
    let metadata = run(Command::new(env!("CARGO"))
        .current_dir(root())
        .args(arguments));
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let mut own = None;
    let mut highest = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let version = package["rust_version"]
            .as_str()
            .map(version)
            .unwrap_or_default();
        if package["name"] == "separatum" {
            own = Some(version);
        } else {
            highest = highest.max(version);
        }
    }
    assert_eq!(own.unwrap(), highest);
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn version(text: &str) -> Vec<u32> {
    text.split('.')
        .take(2)
        .map(|part| part.parse().unwrap())
        .collect()
}

#[cfg(all(feature = "jats", feature = "epub", feature = "pdf", feature = "text"))]
#[test]
fn the_example_build_article_writes_the_same_article_in_every_format() {
    use separatum::{epub, jats, json, pdf};
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("built");
    build_article::run(&folder).unwrap();
    let file = |name: &str| fs::read(folder.join(name)).unwrap();
    let article = build_article::article().normal();
    assert!(article.check().is_empty());
    let read = jats::from_slice(&file("article.xml")).unwrap();
    assert_eq!(read.value, article);
    let read = json::from_slice(&file("article.json")).unwrap();
    assert_eq!(read.value, article);
    let read = epub::from_slice(&file("article.epub")).unwrap();
    assert_eq!(read.value, article);
    let read = pdf::from_slice(&file("article.pdf")).unwrap();
    assert_eq!(read.value, article);
    let text = String::from_utf8(file("article.txt")).unwrap();
    assert!(text.contains("The shore that moves") && text.contains("the line of the tide"));
}
