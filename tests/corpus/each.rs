//! Runs a check over many files, on two threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::corpus::File;

/// What became of each file, in the files' order.
pub(crate) struct Results {
    pub(crate) passed: Vec<String>,
    /// The name of the file, and why.
    pub(crate) failed: Vec<(String, String)>,
}

impl Results {
    /// Prints one line of figures, which `tools/measure.sh` gathers, and each failure.
    pub(crate) fn print(&self, what: &str) {
        let all = self.passed.len() + self.failed.len();
        println!("MEASURED {what}: {} of {all}", self.passed.len());
        for (name, why) in &self.failed {
            println!("  {name}: {why}");
        }
    }
}

/// Checks each file; a panic is a failure of that file.
pub(crate) fn file(files: &[File], check: impl Fn(&File) -> Result<(), String> + Sync) -> Results {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    let work = || {
        while let Some((at, file)) = pick(&next, files) {
            let checked = catch_unwind(AssertUnwindSafe(|| check(file)));
            let checked = checked.unwrap_or_else(|panic| Err(said(panic.as_ref())));
            if let Err(why) = checked {
                failed
                    .lock()
                    .expect("no thread panics with it")
                    .push((at, why));
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    let mut failed = failed.into_inner().expect("no thread panics with it");
    failed.sort();
    let passed = files
        .iter()
        .enumerate()
        .filter(|(at, _)| failed.iter().all(|(failure, _)| failure != at));
    Results {
        passed: passed.map(|(_, file)| file.name.clone()).collect(),
        failed: failed
            .into_iter()
            .map(|(at, why)| (files[at].name.clone(), why))
            .collect(),
    }
}

fn pick<'f>(next: &AtomicUsize, files: &'f [File]) -> Option<(usize, &'f File)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    files.get(at).map(|file| (at, file))
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    format!("it panics: {}", text.unwrap_or("without words"))
}
