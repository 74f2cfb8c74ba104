//! From one dialect to another: valid by the target's DTD, or the report says why not; nothing lost in silence.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use separatum::Outcome;
use separatum::jats::{self, Target};

use crate::each;
use crate::support::canonical;
use crate::support::corpus::{self, File};
use crate::support::letters::accounted;
use crate::support::require::full;
use crate::support::xmllint;

/// What articles are converted to: these two; all with `SEPARATUM_FULL=1`.
fn targets() -> Vec<Target> {
    let more = [
        "archiving-1.2",
        "archiving-1.4",
        "publishing-1.2",
        "publishing-1.4",
        "authoring-1.2",
        "authoring-1.3",
        "authoring-1.4",
    ];
    let names = ["archiving-1.3", "publishing-1.3"];
    let more = more.into_iter().filter(|_| full());
    let all = names.into_iter().chain(more);
    all.map(|name| name.parse().unwrap()).collect()
}

#[test]
fn a_conversion_is_valid_or_the_report_says_why_not() {
    let Some(catalog) = xmllint::catalog() else {
        return;
    };
    let files = corpus::spread();
    for target in targets() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("to-{target}"));
        std::fs::create_dir_all(&folder).unwrap();
        let confessed = std::sync::Mutex::new(BTreeSet::new());
        let written = each::file(&files, |file| {
            let converted = convert(file, target)?;
            if !faults(&converted).is_empty() {
                confessed.lock().unwrap().insert(file.name.clone());
            }
            std::fs::write(place(&folder, file), converted.value).map_err(|e| e.to_string())
        });
        assert!(written.failed.is_empty(), "{:#?}", written.failed);
        let invalid = judge(&folder, &files, &catalog);
        std::fs::remove_dir_all(&folder).unwrap();
        println!(
            "MEASURED converted to {target} and valid: {} of {}",
            files.len() - invalid.len(),
            files.len()
        );
        let confessed = confessed.into_inner().unwrap();
        assert_eq!(invalid, confessed, "invalid, and reported so: {target}");
        if target.to_string().starts_with("archiving") && target.to_string() != "archiving-1.2" {
            let spoilt = files
                .iter()
                .filter(|f| f.valid && invalid.contains(&f.name));
            assert_eq!(spoilt.count(), 0, "valid before, and not in {target}");
        }
    }
}

#[test]
fn a_conversion_loses_no_text_in_silence_and_is_done_once() {
    let files = corpus::spread();
    for target in targets() {
        let results = each::file(&files, |file| {
            let article = jats::from_slice(&file.bytes())
                .map_err(|e| e.to_string())?
                .value;
            let before = jats::to_string(&article).map_err(|e| e.to_string())?.value;
            let once = convert(file, target)?;
            accounted(&once.report, &before, &once.value)?;
            let again = jats::from_str(&once.value)
                .map_err(|e| e.to_string())?
                .value;
            let options = jats::WriteOptions::new().target(target);
            let twice = options.to_string(&again).map_err(|e| e.to_string())?;
            let only_faults = twice
                .report
                .findings()
                .iter()
                .all(|f| f.code == "jats.invalid");
            if twice.value != once.value || !only_faults {
                return Err("converting it again changes it".to_owned());
            }
            Ok(())
        });
        results.print(&format!("converted to {target} without silent loss, once"));
        assert!(results.failed.is_empty());
    }
}

#[test]
fn pretty_printing_changes_no_article() {
    let files = corpus::spread();
    let results = each::file(&files, |file| {
        let article = jats::from_slice(&file.bytes())
            .map_err(|e| e.to_string())?
            .value;
        let options = jats::WriteOptions::new().pretty(true);
        let pretty = options
            .to_string(&article)
            .map_err(|e| e.to_string())?
            .value;
        let again = jats::from_str(&pretty).map_err(|e| e.to_string())?.value;
        if again != article {
            return Err("another article".to_owned());
        }
        canonical::compare(&file.bytes(), pretty.as_bytes()).map_err(|d| d.to_string())
    });
    results.print("pretty and the same");
    assert!(results.failed.is_empty());
}

fn convert(file: &File, target: Target) -> Result<Outcome<String>, String> {
    let article = jats::from_slice(&file.bytes())
        .map_err(|e| e.to_string())?
        .value;
    let options = jats::WriteOptions::new().target(target);
    options.to_string(&article).map_err(|e| e.to_string())
}

fn faults(converted: &Outcome<String>) -> Vec<&str> {
    let findings = converted.report.findings().iter();
    let faults = findings.filter(|finding| finding.code == "jats.invalid");
    faults.map(|finding| finding.detail.as_str()).collect()
}

fn place(folder: &Path, file: &File) -> PathBuf {
    folder.join(file.name.replace('/', "_"))
}

/// The names of the files whose conversion `xmllint` finds fault with.
fn judge(folder: &Path, files: &[File], catalog: &Path) -> BTreeSet<String> {
    let places: Vec<_> = files.iter().map(|file| place(folder, file)).collect();
    let (invalid, _) = xmllint::invalid(&places, catalog);
    let blamed = files
        .iter()
        .filter(|file| invalid.contains(&place(folder, file)));
    blamed.map(|file| file.name.clone()).collect()
}
