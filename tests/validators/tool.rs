//! The validators, each started once for many files.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::require::or_skip;

/// A validator in `tools/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    /// epubcheck.
    EpubCheck,
    /// veraPDF, with profiles joined by commas.
    VeraPdf(&'static str),
}

/// What a validator says of one file, and of one profile where it knows several.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) word: String,
    pub(crate) profile: String,
    pub(crate) file: PathBuf,
    pub(crate) why: String,
}

impl Verdict {
    pub(crate) fn passes(&self) -> bool {
        self.word == "pass"
    }
}

impl Tool {
    /// What it says of these files, in their order; `None` when it cannot be run here.
    pub(crate) fn judge(self, files: &[PathBuf]) -> Option<Vec<Verdict>> {
        self.ready()?;
        let names: Vec<_> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        let output = self.start(&names.join("\n"));
        let verdicts: Vec<_> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(verdict)
            .collect();
        let profiles = match self {
            Self::EpubCheck => 1,
            Self::VeraPdf(profiles) => profiles.split(',').count(),
        };
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            verdicts.len(),
            files.len() * profiles,
            "a verdict is missing: {said}"
        );
        Some(verdicts)
    }

    /// Fails when it finds fault with one of these files.
    pub(crate) fn accepts(self, files: &[PathBuf]) {
        assert!(!files.is_empty(), "nothing to judge");
        let Some(verdicts) = self.judge(files) else {
            return;
        };
        let faults: Vec<_> = verdicts
            .iter()
            .filter(|verdict| !verdict.passes())
            .map(|v| format!("{} {} {}: {}", v.word, v.profile, v.file.display(), v.why))
            .collect();
        assert!(
            faults.is_empty(),
            "{} of {}:\n{}",
            faults.len(),
            verdicts.len(),
            faults.join("\n")
        );
        println!("{self:?} accepts {} file(s)", files.len());
    }

    /// Whether it starts at all, having fetched what it needs.
    fn ready(self) -> Option<()> {
        let output = self.start("");
        let said = String::from_utf8_lossy(&output.stderr);
        let started = output.status.success().then_some(());
        or_skip(
            started,
            &format!("{self:?} does not start (a JDK and Maven are needed): {said}"),
        )
    }

    fn start(self, list: &str) -> Output {
        let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools");
        let mut command = match self {
            Self::EpubCheck => Command::new(tools.join("epubcheck/epubcheck")),
            Self::VeraPdf(profiles) => {
                let mut command = Command::new(tools.join("verapdf/verapdf"));
                command.arg(profiles);
                command
            }
        };
        feed(command.arg("-"), list)
    }
}

/// Runs a command with this on standard input.
fn feed(command: &mut Command, stdin: &str) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(stdin.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

/// One line of a runner: verdict, profile, file, why.
fn verdict(line: &str) -> Verdict {
    let mut fields = line.splitn(4, '\t').map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    Verdict {
        word: next(),
        profile: next(),
        file: next().into(),
        why: next(),
    }
}

/// An empty folder of a test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("validators")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
