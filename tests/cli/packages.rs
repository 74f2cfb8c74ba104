//! Formats that hold images: where the images come from, where they go, and what is said when they go nowhere.

use std::fs;
use std::path::Path;

use crate::harness::Folder;

/// The formats whose files hold images.
const PACKAGES: [&str; 2] = ["epub", "pdf"];

/// An article with these images.
fn article(hrefs: &[&str]) -> String {
    let figure = |href| {
        format!("<fig><caption><p>A well.</p></caption><graphic xlink:href=\"{href}\"/></fig>")
    };
    let figures = hrefs.iter().map(figure).collect::<Vec<_>>().concat();
    format!(
        "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\"><body>{figures}</body></article>"
    )
}

/// A true PNG and a true JPEG.
fn image(name: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples/data")
            .join(name),
    )
    .unwrap()
}

/// A folder with an article and its images, and a package made of them.
fn packed(name: &str, package: &str) -> Folder {
    let folder = Folder::new(&format!("{name}-{package}"));
    folder.write(
        "in/a.xml",
        article(&["img/one.png", "other/one.png", "two.tif"]),
    );
    folder.write("in/img/one.png", image("fig1.png"));
    folder.write("in/other/one.png", image("fig2.jpg"));
    folder.write("in/two.jpg", image("fig2.jpg"));
    let run = folder.run(&format!("convert in/a.xml a.{package} --report r.json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    folder
}

#[test]
fn images_beside_the_input_are_found_and_nothing_else_is_opened() {
    for package in PACKAGES {
        let folder = packed("found", package);
        let report = folder.report("r.json");
        assert_eq!(report["lossless"], true, "{report}");
        assert!(
            report.to_string().contains("two.jpg"),
            "which file was taken is said: {report}"
        );
        folder.write("out/a.xml", article(&["../in/two.jpg", "three.png"]));
        let run = folder.run(&format!("convert out/a.xml b.{package} --report r.json"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        let report = folder.report("r.json").to_string();
        assert!(
            report.contains("../in/two.jpg") && report.contains("three.png"),
            "{report}"
        );
        let run = folder.run(&format!("convert b.{package} b.xml --media m"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            !folder.names().iter().any(|name| name.starts_with("m/")),
            "{:?}",
            folder.names()
        );
    }
}

#[test]
fn images_go_to_a_folder_and_addresses_stay_as_spelled() {
    for package in PACKAGES {
        let folder = packed("media", package);
        folder.write("m/two.jpg", "someone's own");
        let run = folder.run(&format!(
            "convert a.{package} b.xml --media m --report r.json --strict"
        ));
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(folder.read("m/one.png"), image("fig1.png"));
        assert_eq!(folder.read("m/one.jpg"), image("fig2.jpg"));
        assert_eq!(folder.read("m/two-2.jpg"), image("fig2.jpg"));
        assert_eq!(folder.read("m/two.jpg"), b"someone's own");
        let xml = String::from_utf8(folder.read("b.xml")).unwrap();
        for href in ["img/one.png", "other/one.png", "two.tif"] {
            assert!(xml.contains(href), "{href} is not in {xml}");
        }
        assert_eq!(folder.report("r.json")["lossless"], true);
    }
}

#[test]
fn images_that_go_nowhere_are_losses() {
    for package in PACKAGES {
        let folder = packed("nowhere", package);
        for output in ["b.xml", "b.json"] {
            let run = folder.run(&format!("convert a.{package} {output} --report r.json"));
            assert_eq!(run.status, 0, "{}", run.stderr);
            let report = folder.report("r.json");
            assert_eq!(report["lossless"], false);
            let dropped = report["findings"].as_array().unwrap().iter();
            assert_eq!(
                dropped.filter(|f| f["code"] == "media.dropped").count(),
                3,
                "{report}"
            );
            assert!(run.stderr.contains("media.dropped"), "{}", run.stderr);
        }
    }
}

#[test]
fn strict_writes_nothing_but_the_report_when_something_would_be_lost() {
    for package in PACKAGES {
        let folder = packed("strict", package);
        folder.write("b.xml", "older");
        let before = folder.names();
        let run = folder.run(&format!(
            "convert a.{package} b.xml --strict --report r.json"
        ));
        run.failed(4, "not lossless");
        assert_eq!(folder.report("r.json")["lossless"], false);
        assert_eq!(folder.read("b.xml"), b"older");
        assert_eq!(folder.names(), before);
    }
}

#[test]
fn images_are_taken_back_when_the_output_fails() {
    for package in PACKAGES {
        let folder = packed("back", package);
        let before = folder.names();
        folder
            .run(&format!("convert a.{package} missing/b.xml --media m/n"))
            .failed(5, "missing");
        folder
            .run(&format!(
                "convert a.{package} b.xml --media m/n --report missing/r.json"
            ))
            .failed(5, "missing");
        folder
            .run(&format!("convert a.{package} b.xml --media in/a.xml"))
            .failed(5, "in/a.xml");
        assert_eq!(folder.names(), before);
    }
}

#[test]
fn an_article_goes_through_a_package_and_comes_back() {
    for package in PACKAGES {
        let folder = packed("through", package);
        assert_eq!(folder.run("convert in/a.xml direct.xml").status, 0);
        let bytes = folder.read(&format!("a.{package}"));
        assert_eq!(
            folder
                .run(&format!("convert a.{package} b.xml --media m"))
                .status,
            0
        );
        assert_eq!(folder.read("b.xml"), folder.read("direct.xml"));
        let run = folder.run_with("convert - c.xml --media n", &bytes);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(folder.read("c.xml"), folder.read("direct.xml"));
        assert_eq!(folder.run(&format!("inspect a.{package}")).status, 0);
        // Bytes go to a pipe, though not to a terminal.
        let run = folder.run(&format!("convert in/a.xml - --to {package}"));
        assert_eq!((run.status, run.stdout), (0, bytes));
        assert_eq!(
            folder
                .run(&format!("convert a.{package} d.{package}"))
                .status,
            0
        );
        assert_eq!(
            folder
                .run(&format!("convert d.{package} d.xml --media o --strict"))
                .status,
            0
        );
        assert_eq!(folder.read("d.xml"), folder.read("direct.xml"));
    }
}

#[test]
fn an_attachment_is_verified_ignored_or_read_alone() {
    let folder = packed("attachment", "pdf");
    assert_eq!(folder.run("convert in/a.xml direct.xml").status, 0);
    for how in ["verify", "ignore", "only"] {
        let run = folder.run(&format!("convert a.pdf {how}.xml --attachment {how}"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(
            folder.read(&format!("{how}.xml")),
            folder.read("direct.xml")
        );
    }
}

#[test]
fn a_font_that_is_none_is_refused() {
    let folder = packed("font", "pdf");
    folder.write("font.ttf", "no font");
    folder
        .run("convert in/a.xml b.pdf --font font.ttf")
        .failed(3, "font");
    assert!(!folder.exists("b.pdf"));
}
