//! `clean-copy`: the core at the command line.

mod args;
mod convert;
mod failure;
mod folder;
mod input;
mod rules;
mod source;

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Job, Work};
use convert::{Output, convert};
use failure::{Failure, say};
use source::Source;

fn main() -> ExitCode {
    let end = Cli::parse().into_work().and_then(|work| match work {
        Work::Clean(job) => run(&job).map(|()| ExitCode::SUCCESS),
        Work::CheckRules(file) => check_rules(&file),
    });
    end.unwrap_or_else(|failure| {
        say(failure);
        ExitCode::FAILURE
    })
}

/// Fails where a line is wrong.
fn check_rules(file: &Path) -> Result<ExitCode, Failure> {
    let complaints = rules::check(file)?;
    print(&complaints)?;
    Ok(if complaints.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run(job: &Job) -> Result<(), Failure> {
    match Source::of(job)? {
        Source::Folder { pages, out } => folder::run(job, &pages, &out),
        Source::Page(path) => {
            let bytes = input::read_page(path.as_deref(), &job.task.form)?;
            let output = convert(&job.task, &bytes);
            print(&output.text)?;
            remark(&input::name(path.as_deref()), &output);
            Ok(())
        }
    }
}

/// Says what the reader of the output should know.
fn remark(name: &str, output: &Output) {
    for rule in &output.held {
        say(format_args!(
            "{name}: {rule} would hide the article, so it hid nothing; --confirm-rules lets it"
        ));
    }
    if let Some(remark) = output.remark {
        say(format_args!("{name}: {remark}"));
    }
}

/// Writes to standard output; a reader that has seen enough (`| head`) is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::write("standard output", error))
        }
        _ => Ok(()),
    }
}
