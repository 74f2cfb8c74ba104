//! Exit status 2: what was asked for makes no sense; and 5: a file is not there.

use std::fs;
use std::process::Command;

use crate::harness::{ARTICLE, Folder};

#[test]
fn help_and_version_are_no_errors() {
    let folder = Folder::new("help");
    for arguments in ["--help", "--version", "convert --help", "help"] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 0, "{arguments}");
        assert!(!run.stdout.is_empty());
    }
}

#[test]
fn words_that_are_no_command_line_are_wrong_usage() {
    let folder = Folder::new("words");
    folder.write("a.xml", ARTICLE);
    for arguments in [
        "",
        "transmogrify",
        "convert",
        "convert a.xml",
        "convert a.xml b.epub c.pdf",
        "convert a.xml b.epub --from docx",
        "convert a.xml b.epub --to docx",
        "convert a.xml b.epub --article 0",
        "convert a.xml b.epub --article one",
        "convert a.xml b.epub --attachment maybe",
        "convert a.xml b.xml --jats green",
        "convert a.xml b.xml --jats archiving-2.0",
        "convert a.xml b.epub --strict --strict",
        "convert a.xml b.epub --unknown",
        "inspect",
        "inspect a.xml b.xml",
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments}: {}", run.stderr);
        assert!(run.stdout.is_empty());
    }
    assert_eq!(folder.names(), ["a.xml"]);
}

#[test]
fn the_format_written_must_be_told() {
    let folder = Folder::new("target");
    folder.write("a.xml", ARTICLE);
    for output in ["b", "b.docx", "-"] {
        folder
            .run(&format!("convert a.xml {output}"))
            .failed(2, "--to");
    }
}

#[test]
fn nothing_is_written_over_what_is_read() {
    let folder = Folder::new("over");
    folder.write("in/a.xml", ARTICLE);
    folder.write("in/font.ttf", "font");
    for (arguments, words) in [
        ("convert in/a.xml in/a.xml", "OUTPUT and INPUT are the same"),
        (
            "convert in/a.xml ./in/../in/a.xml",
            "OUTPUT and INPUT are the same",
        ),
        (
            "convert in/a.xml b.epub --report in/a.xml",
            "--report and INPUT",
        ),
        (
            "convert in/a.xml b.epub --report b.epub",
            "--report and OUTPUT",
        ),
        (
            "convert in/a.xml b.epub --report ./b.epub",
            "--report and OUTPUT",
        ),
        (
            "convert in/a.xml new/b.epub --report new",
            "--report holds OUTPUT",
        ),
        (
            "convert in/a.xml b.epub --report in",
            "--report holds INPUT",
        ),
        (
            "convert in/a.xml in/font.ttf --to pdf --font in/font.ttf",
            "OUTPUT and --font",
        ),
        (
            "convert in/a.xml b.epub --report -",
            "--report needs a name",
        ),
    ] {
        folder.run(arguments).failed(2, words);
    }
    for (arguments, words) in [
        (
            "convert in/a.epub out.xml --media in",
            "--media holds INPUT",
        ),
        ("convert in/a.epub out.xml --media .", "--media holds INPUT"),
        (
            "convert in/a.epub out/b.xml --media out",
            "--media holds OUTPUT",
        ),
        (
            "convert in/a.epub out.xml --media out.xml",
            "--media and OUTPUT are the same",
        ),
        (
            "convert in/a.epub out.xml --media m --report m",
            "--media and --report are the same",
        ),
        (
            "convert in/a.epub out.xml --media m --report m/fig.png",
            "--media holds --report",
        ),
        (
            "convert in/a.epub out.xml --media -",
            "--media needs a name",
        ),
        (
            "convert in/a.epub out.xml --media new/..",
            "--media holds INPUT",
        ),
        (
            "convert in/a.epub out.xml --media in/new/../more/..",
            "--media holds INPUT",
        ),
    ] {
        folder.run(arguments).failed(2, words);
    }
    assert_eq!(folder.names(), ["in", "in/a.xml", "in/font.ttf"]);
    assert_eq!(folder.read("in/a.xml"), ARTICLE.as_bytes());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_input_is_the_input() {
    let folder = Folder::new("link-to-input");
    folder.write("a.xml", ARTICLE);
    std::os::unix::fs::symlink("a.xml", folder.path("b.xml")).unwrap();
    folder.run("convert a.xml b.xml").failed(2, "same file");
}

#[test]
fn options_that_do_not_fit_the_formats_are_refused() {
    let folder = Folder::new("options");
    folder.write("a.xml", ARTICLE);
    folder.write("a.unknown", ARTICLE);
    folder.write("a.txt", "Headline\n\nText.\n");
    folder.write("font.ttf", "font");
    for arguments in [
        "convert a.txt b.xml --repair",
        "convert a.txt b.xml --article 1",
        "convert a.xml b.epub --attachment ignore",
        "convert a.xml b.epub --media m",
        "convert a.unknown b.epub --media m",
        "convert a.unknown b.epub --attachment only",
        "convert a.xml b.epub --font font.ttf",
        "convert a.xml b.epub --jats archiving",
        "convert a.xml b.json --pretty",
        "convert - b.epub --from text --repair",
    ] {
        folder.run(arguments).failed(2, " is for ");
    }
    assert_eq!(folder.names(), ["a.txt", "a.unknown", "a.xml", "font.ttf"]);
}

#[test]
fn no_binary_goes_to_a_terminal() {
    let folder = Folder::new("terminal");
    folder.write("a.xml", ARTICLE);
    let binary = env!("CARGO_BIN_EXE_separatum");
    // `script` runs a command with a terminal as its standard output and hands on its exit status.
    let Ok(output) = Command::new("script")
        .current_dir(folder.path(""))
        .args([
            "-qec",
            &format!("{binary} convert a.xml - --to epub"),
            "/dev/null",
        ])
        .output()
    else {
        println!("SKIPPED: no `script` to run a terminal with");
        return;
    };
    assert_eq!(output.status.code(), Some(2));
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("not for a terminal"), "{shown}");
}

#[test]
fn files_that_cannot_be_read_or_written_are_told_apart_from_bad_input() {
    let folder = Folder::new("io");
    folder.write("a.xml", ARTICLE);
    fs::create_dir(folder.path("folder.xml")).unwrap();
    for (arguments, words) in [
        ("convert missing.xml b.epub", "missing.xml"),
        ("convert folder.xml b.epub", "not a regular file"),
        ("convert a.xml b.pdf --font missing.ttf", "missing.ttf"),
        ("inspect missing.xml", "missing.xml"),
    ] {
        folder.run(arguments).failed(5, words);
    }
    assert_eq!(folder.names(), ["a.xml", "folder.xml"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::new("pipe");
    let made = Command::new("mkfifo")
        .arg(folder.path("a.xml"))
        .status()
        .unwrap();
    assert!(made.success());
    folder
        .run("convert a.xml b.epub")
        .failed(5, "not a regular file");
}
