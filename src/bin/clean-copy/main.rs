//! `clean-copy`: the core at the command line.

mod args;
mod convert;
mod folder;
mod input;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Job};
use convert::{Output, convert};
use input::{Failure, Source};

fn main() -> ExitCode {
    let job = Cli::parse().into_job();
    match run(&job) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("clean-copy: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(job: &Job) -> Result<(), Failure> {
    match Source::of(job)? {
        Source::Folder { pages, out } => folder::run(job, &pages, &out),
        Source::Page(path) => {
            let bytes = input::read(path.as_deref())?;
            let output = convert(&job.task, &bytes);
            print(&output)?;
            if let Some(remark) = output.verdict.remark() {
                eprintln!("clean-copy: {}: {remark}", input::name(path.as_deref()));
            }
            Ok(())
        }
    }
}

/// Writes to standard output; a reader that has seen enough (`| head`) is no failure.
fn print(output: &Output) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let written = stdout
        .write_all(output.text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::write("standard output", error))
        }
        _ => Ok(()),
    }
}
