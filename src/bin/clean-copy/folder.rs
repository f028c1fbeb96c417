//! A whole folder of pages, in parallel.

use std::fs;
use std::path::Path;

use clean_copy::Outcome;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::args::{Job, Task};
use crate::convert::convert;
use crate::failure::{Failure, say};
use crate::input;
use crate::source::Place;

/// Writes one result for each page; a page that fails does not stop the others.
pub(crate) fn run(job: &Job, pages: &[Place], out: &Path) -> Result<(), Failure> {
    fs::create_dir_all(out).map_err(|error| Failure::write(out.display(), error))?;
    let bar = bar(pages.len());
    let one_of_many = |page| {
        let end = one(&job.task, page);
        bar.inc(1);
        end.inspect_err(|failure| bar.suspend(|| say(failure))).ok()
    };
    let ends: Vec<Option<End>> = pages.par_iter().map(one_of_many).collect();
    bar.finish_and_clear();
    sum_up(&ends)
}

/// On standard error, and only where that is a terminal.
fn bar(pages: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:32} {pos} of {len} pages, {eta} left");
    let bar = ProgressBar::new(pages as u64);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// How the cleaning of a page ended, and whether a rule was held back on it.
type End = (Outcome, bool);

fn one(task: &Task, page: &Place) -> Result<End, Failure> {
    let bytes = input::read_page(Some(&page.from), &task.form)?;
    let output = convert(task, &bytes);
    if let Some(folder) = page.to.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::write(folder.display(), error))?;
    }
    fs::write(&page.to, output.text).map_err(|error| Failure::write(page.to.display(), error))?;
    Ok((output.outcome, !output.held.is_empty()))
}

fn sum_up(ends: &[Option<End>]) -> Result<(), Failure> {
    let done = || ends.iter().flatten();
    let count = |outcome| done().filter(|(found, _)| *found == outcome).count();
    let remarks = [
        (Outcome::NotAnArticle, "did not look like articles"),
        (
            Outcome::TooMuch,
            "would have lost most of their text and were left as they are",
        ),
        (
            Outcome::CutOff,
            "have the beginning of their article only and were left as they are",
        ),
    ];
    for (outcome, what) in remarks {
        let pages = count(outcome);
        if pages > 0 {
            say(format_args!("{pages} of {} pages {what}", ends.len()));
        }
    }
    let held = done().filter(|(_, held)| *held).count();
    if held > 0 {
        say(format_args!(
            "on {held} of {} pages a rule would have hidden the article and hid nothing",
            ends.len()
        ));
    }
    match ends.len() - done().count() {
        0 => Ok(()),
        failed => Err(Failure::sum_up(format!(
            "{failed} of {} pages failed",
            ends.len()
        ))),
    }
}
