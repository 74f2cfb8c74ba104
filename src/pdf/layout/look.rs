//! Local only.
use super::tests::{pages_of, read_back};
use crate::pdf::tags::to_document;
use crate::report::Report;
use crate::resources::MapResources;

#[test]
fn look() {
    let Ok(list) = std::env::var("LOOK") else {
        return;
    };
    let out = std::env::var("LOOK_OUT").ok();
    let (mut good, mut bad, mut pages_all) = (0, 0, 0);
    let mut time = std::time::Duration::ZERO;
    let mut wtime = std::time::Duration::ZERO;
    for path in list.split(':').filter(|p| !p.is_empty()) {
        let bytes = std::fs::read(path).unwrap();
        let Ok(read) = crate::jats::from_slice(&bytes) else {
            continue;
        };
        let document = crate::codec::to_document(&read.value).unwrap();
        let mut resources = MapResources::new();
        let dir = std::path::Path::new(path).parent().unwrap();
        if std::env::var("LOOK_IMAGES").is_ok() {
            for entry in std::fs::read_dir(dir).unwrap().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if let Ok(data) = std::fs::read(entry.path()) {
                    resources.insert(name.clone(), data.clone());
                    if let Some((stem, _)) = name.rsplit_once('.') {
                        resources.insert(stem.to_owned(), data.clone());
                        resources.insert(format!("{stem}.tif"), data);
                    }
                }
            }
        }
        let mut report = Report::new();
        let facts = crate::facts::Facts::of(&read.value);
        let t = std::time::Instant::now();
        let pages = pages_of(&document, &resources, &facts, &mut report);
        time += t.elapsed();
        pages_all += pages.pages.len();
        let mut rep = Report::new();
        let back = to_document(&read_back(&pages), &mut rep).unwrap();
        super::tests::stays_inside_soft(&pages, path);
        if back == document {
            good += 1
        } else {
            bad += 1;
            eprintln!("DIFFERENT {path}");
            let a = format!("{:#?}", document);
            let b = format!("{back:#?}");
            for (x, y) in a.lines().zip(b.lines()).filter(|(x, y)| x != y).take(3) {
                eprintln!("  - {x}\n  + {y}");
            }
        }
        if let Some(out) = &out {
            let about = crate::pdf::write::About {
                facts: &facts,
                digest: "00",
                jats: None,
            };
            let t = std::time::Instant::now();
            match crate::pdf::write::write(&pages, &about) {
                Ok(bytes) => {
                    wtime += t.elapsed();
                    let name = path.rsplit('/').next().unwrap();
                    std::fs::write(format!("{out}/{name}.pdf"), &bytes).unwrap();
                    use crate::pdf::read::TaggedSource;
                    let limits = crate::Limits::default();
                    let parts = crate::pdf::read::open(&bytes, &limits)
                        .unwrap()
                        .parts()
                        .unwrap();
                    let back = to_document(&parts.tags, &mut Report::new()).unwrap();
                    if back != document {
                        eprintln!("PDF DIFFERENT {path}");
                        let a = format!("{:#?}", document);
                        let b = format!("{back:#?}");
                        for (x, y) in a.lines().zip(b.lines()).filter(|(x, y)| x != y).take(3) {
                            eprintln!("  - {x}\n  + {y}");
                        }
                    }
                }
                Err(e) => eprintln!("WRITE {path}: {e}"),
            }
        }
        for f in report.findings() {
            if std::env::var("LOOK_V").is_ok() {
                eprintln!("{path}: {f}");
            }
        }
    }
    eprintln!("good {good} bad {bad}, {pages_all} pages, layout {time:?} write {wtime:?}");
}
