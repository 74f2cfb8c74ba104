//! A folder of a test's own, and the binary run in it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder of a test's own; empty at the start.
pub(crate) struct Folder {
    path: PathBuf,
}

/// What a run did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("cli")
            .join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self { path }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn exists(&self, name: &str) -> bool {
        self.path(name).symlink_metadata().is_ok()
    }

    /// All files and folders in it, sorted: nothing may be left behind.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut folders = vec![self.path.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                names.push(
                    path.strip_prefix(&self.path)
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .to_owned(),
                );
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        names.sort();
        names
    }

    /// Runs the binary in the folder; arguments are split at spaces.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, b"")
    }

    /// The same with bytes on standard input.
    pub(crate) fn run_with(&self, arguments: &str, stdin: &[u8]) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The binary may end without reading it.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        let output = child.wait_with_output().unwrap();
        Run {
            status: output.status.code().expect("it was not ended by a signal"),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_separatum"));
        command
            .current_dir(&self.path)
            .args(arguments.split_whitespace());
        command
    }

    /// The report in a file.
    pub(crate) fn report(&self, name: &str) -> serde_json::Value {
        serde_json::from_slice(&self.read(name)).unwrap()
    }
}

impl Run {
    /// The run ended so, saying nothing but one line `error: …` that holds these words.
    #[track_caller]
    pub(crate) fn failed(&self, status: i32, words: &str) {
        assert_eq!(self.status, status, "{}", self.stderr);
        let error = self.stderr.lines().last().unwrap_or_default();
        assert!(error.starts_with("error: "), "{}", self.stderr);
        assert!(error.contains(words), "{words:?} is not in {error:?}");
        if status == 3 || status == 5 {
            assert_eq!(self.stderr.lines().count(), 1, "{}", self.stderr);
        }
        assert!(self.stdout.is_empty());
    }
}

/// A small article without anything that a format could lose.
pub(crate) const ARTICLE: &str = "<article><front><article-meta><title-group><article-title>Wells of the \
    steppe</article-title></title-group></article-meta></front><body><p>Water is <italic>near</italic>.</p></body></article>";
