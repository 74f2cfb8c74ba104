//! Exit status 0: what stands where afterwards, and what does not.

use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};

use crate::harness::{ARTICLE, Folder};

#[test]
fn an_article_is_written_and_nothing_else() {
    let folder = Folder::new("written");
    folder.write("a.xml", ARTICLE);
    let run = folder.run("convert a.xml b.xml");
    assert_eq!(
        (run.status, run.stdout.as_slice(), run.stderr.as_str()),
        (0, b"".as_slice(), "")
    );
    assert_eq!(folder.names(), ["a.xml", "b.xml"]);
    assert!(
        String::from_utf8(folder.read("b.xml"))
            .unwrap()
            .contains("<italic>near</italic>")
    );
    assert_eq!(folder.read("a.xml"), ARTICLE.as_bytes());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::new("same");
    folder.write("a.xml", ARTICLE);
    assert_eq!(folder.run("convert a.xml b.xml").status, 0);
    assert_eq!(folder.run("convert a.xml c.xml").status, 0);
    assert_eq!(folder.read("b.xml"), folder.read("c.xml"));
}

#[test]
fn dashes_are_standard_input_and_output() {
    let folder = Folder::new("dashes");
    folder.write("a.xml", ARTICLE);
    assert_eq!(folder.run("convert a.xml b.xml").status, 0);
    let run = folder.run_with("convert - - --to jats", ARTICLE.as_bytes());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, folder.read("b.xml"));
    assert_eq!(
        folder
            .run_with("convert - c.xml", ARTICLE.as_bytes())
            .status,
        0
    );
    assert_eq!(folder.read("c.xml"), folder.read("b.xml"));
    assert_eq!(folder.names(), ["a.xml", "b.xml", "c.xml"]);
}

#[test]
fn names_claim_options_overrule_and_content_decides_the_rest() {
    let folder = Folder::new("names");
    folder.write("a.NXML", ARTICLE);
    folder.write("a.unknown", ARTICLE);
    folder.write("a.txt", ARTICLE);
    folder.write("no-extension", ARTICLE);
    for arguments in [
        "convert a.NXML out.XML",
        "convert a.unknown out.XML",
        "convert no-extension out.XML",
        "convert a.txt out.XML --from jats",
        "convert a.NXML out.XML --to jats",
        "convert a.unknown out.data --to jats",
    ] {
        assert_eq!(folder.run(arguments).status, 0, "{arguments}");
    }
}

#[test]
fn an_older_output_is_replaced_and_keeps_its_permissions() {
    let folder = Folder::new("older");
    folder.write("a.xml", ARTICLE);
    folder.write("b.xml", "older");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder.path("b.xml"), fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(folder.run("convert a.xml b.xml").status, 0);
        let mode = fs::metadata(folder.path("b.xml"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert_ne!(folder.read("b.xml"), b"older");
    assert_eq!(folder.names(), ["a.xml", "b.xml"]);
}

#[cfg(unix)]
#[test]
fn a_linked_output_stays_a_link() {
    let folder = Folder::new("linked");
    folder.write("a.xml", ARTICLE);
    folder.write("there/b.xml", "older");
    std::os::unix::fs::symlink("there/b.xml", folder.path("b.xml")).unwrap();
    assert_eq!(folder.run("convert a.xml b.xml").status, 0);
    assert!(folder.path("b.xml").is_symlink());
    assert_ne!(folder.read("there/b.xml"), b"older");
    assert_eq!(folder.names(), ["a.xml", "b.xml", "there", "there/b.xml"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_place_for_anything() {
    let folder = Folder::new("dangling");
    folder.write("a.xml", ARTICLE);
    for (link, to) in [("b.xml", "gone/b.xml"), ("r.json", "r.json")] {
        std::os::unix::fs::symlink(to, folder.path(link)).unwrap();
    }
    for (arguments, words) in [
        ("convert a.xml b.xml", "b.xml: is a link that leads nowhere"),
        (
            "convert a.xml c.xml --report r.json",
            "r.json: is a link that leads nowhere",
        ),
    ] {
        folder.run(arguments).failed(5, words);
    }
    assert_eq!(folder.names(), ["a.xml", "b.xml", "r.json"]);
    assert!(folder.path("b.xml").is_symlink() && folder.path("r.json").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_into_and_not_replaced() {
    let folder = Folder::new("into-pipe");
    folder.write("a.xml", ARTICLE);
    assert!(
        Command::new("mkfifo")
            .arg(folder.path("p.xml"))
            .status()
            .unwrap()
            .success()
    );
    let reader = Command::new("cat")
        .arg(folder.path("p.xml"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    assert_eq!(folder.run("convert a.xml p.xml").status, 0);
    let got = reader.wait_with_output().unwrap().stdout;
    assert!(String::from_utf8(got).unwrap().contains("near"));
    assert_eq!(folder.names(), ["a.xml", "p.xml"]);
}

#[test]
fn the_report_is_written_beside() {
    let folder = Folder::new("report");
    folder.write("a.xml", ARTICLE);
    assert_eq!(folder.run("convert a.xml b.xml --report r.json").status, 0);
    let report = folder.report("r.json");
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["lossless"], true);
    assert!(report["findings"].as_array().unwrap().is_empty());
}

#[test]
fn a_place_that_cannot_be_written_leaves_everything_as_it_was() {
    let folder = Folder::new("places");
    folder.write("a.xml", ARTICLE);
    folder.write("old.xml", "older");
    fs::create_dir(folder.path("folder.xml")).unwrap();
    for (arguments, words) in [
        ("convert a.xml missing/b.xml", "missing/b.xml: No such file"),
        ("convert a.xml folder.xml", "folder.xml: is a folder"),
        (
            "convert a.xml old.xml --report missing/r.json",
            "missing/r.json: No such file",
        ),
        (
            "convert a.xml old.xml --report folder.xml",
            "folder.xml: is a folder",
        ),
        ("convert a.xml a.xml/b.xml", "a.xml/b.xml: Not a directory"),
    ] {
        folder.run(arguments).failed(5, words);
    }
    let mut read_only = fs::metadata(folder.path("old.xml")).unwrap().permissions();
    read_only.set_readonly(true);
    fs::set_permissions(folder.path("old.xml"), read_only).unwrap();
    folder.run("convert a.xml old.xml").failed(5, "read-only");
    assert_eq!(folder.names(), ["a.xml", "folder.xml", "old.xml"]);
    assert_eq!(folder.read("old.xml"), b"older");
}

#[test]
fn one_of_several_articles_is_chosen() {
    let folder = Folder::new("several");
    let other = ARTICLE.replace("near", "far");
    folder.write("a.xml", format!("<articles>{ARTICLE}{other}</articles>"));
    assert_eq!(folder.run("convert a.xml b.xml --article 2").status, 0);
    assert!(
        String::from_utf8(folder.read("b.xml"))
            .unwrap()
            .contains("far")
    );
    assert_eq!(folder.run("inspect a.xml --article 1").status, 0);
}

#[test]
fn inspect_prints_for_a_person() {
    let folder = Folder::new("inspect");
    folder.write("a.xml", ARTICLE);
    for run in [
        folder.run("inspect a.xml"),
        folder.run_with("inspect -", ARTICLE.as_bytes()),
    ] {
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let shown = String::from_utf8(run.stdout).unwrap();
        for words in [
            "Wells of the steppe\n",
            "words in the body: 3",
            "paragraphs: 1",
            "lossless",
        ] {
            assert!(shown.contains(words), "{words:?} is not in {shown}");
        }
    }
}

#[test]
fn nobody_listening_is_no_panic() {
    let folder = Folder::new("listening");
    folder.write("a.xml", ARTICLE.replace("near", &"near ".repeat(200_000)));
    for (arguments, status) in [("inspect a.xml", 0), ("convert a.xml - --to jats", 5)] {
        let mut child = folder
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(status), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn jats_is_converted_and_set_out_on_request() {
    let folder = Folder::new("dialects");
    folder.write("a.xml", ARTICLE);
    let run = folder.run("convert a.xml b.xml --jats publishing-1.2 --pretty --report r.json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = String::from_utf8(folder.read("b.xml")).unwrap();
    assert!(
        written.contains("JATS-journalpublishing1.dtd")
            && written.contains("dtd-version=\"1.2\"")
            && written.contains("\n  <body>\n    <p>Water is <italic>near</italic>.</p>\n"),
        "{written}"
    );
    // It has no journal, which Publishing demands, and none is made up.
    let report = folder.report("r.json");
    assert_eq!(report["findings"][0]["code"], "jats.invalid");
    assert_eq!(report["lossless"], true);
}

#[test]
fn what_a_conversion_loses_counts_for_strict() {
    let folder = Folder::new("dialects-strict");
    folder.write("a.xml", ARTICLE.replace("<p>", "<p nobody=\"knows\">"));
    let run = folder.run("convert a.xml b.xml --jats archiving --strict");
    assert_eq!(run.status, 4, "{}", run.stderr);
    assert_eq!(folder.run("convert a.xml b.xml --strict").status, 0);
    assert_eq!(folder.names(), ["a.xml", "b.xml"]);
}
