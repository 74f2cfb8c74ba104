//! The command line: `separatum convert` and `separatum inspect`.
//!
//! Exit status: 0 done; 2 wrong usage; 3 input refused; 4 `--strict` and something was or would be lost; 5 input or output
//! failed.

mod args;
mod convert;
mod failure;
mod formats;
mod input;
mod inspect;
mod media;
mod output;
mod paths;
mod report;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(answer) => return usage(&answer),
    };
    let result = match &args.command {
        Command::Convert(args) => convert::run(args),
        Command::Inspect(args) => inspect::run(args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.status())
        }
    }
}

/// What clap has to say: an error is wrong usage, help and version are what was asked for.
fn usage(answer: &clap::Error) -> ExitCode {
    let _ = answer.print();
    if answer.use_stderr() {
        ExitCode::from(failure::USAGE)
    } else {
        ExitCode::SUCCESS
    }
}
