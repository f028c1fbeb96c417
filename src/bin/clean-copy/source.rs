//! Where the pages come from, and where the results go.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::args::Job;
use crate::failure::Failure;

/// What the input names.
pub(crate) enum Source {
    /// A file, or standard input.
    Page(Option<PathBuf>),
    /// Pages whose results go into a folder.
    Folder { pages: Vec<Place>, out: PathBuf },
}

/// A page of a folder: where it lies and where its result goes.
pub(crate) struct Place {
    pub(crate) from: PathBuf,
    pub(crate) to: PathBuf,
}

impl Source {
    pub(crate) fn of(job: &Job) -> Result<Source, Failure> {
        let stdin = job.input.as_os_str() == "-";
        match &job.out {
            None if stdin => Ok(Source::Page(None)),
            None if job.input.is_dir() => Err(Failure::say(
                &job.input,
                "is a folder: name one for the results with --out DIR",
            )),
            None => Ok(Source::Page(Some(job.input.clone()))),
            Some(_) if stdin => Err(Failure::say(
                "standard input",
                "has no name to write to: leave --out away",
            )),
            Some(out) => Ok(Source::Folder {
                pages: places(job, out)?,
                out: out.clone(),
            }),
        }
    }
}

/// Every page in the folder and the folders in it, with the same place under `out`.
fn places(job: &Job, out: &Path) -> Result<Vec<Place>, Failure> {
    let mut pages = Vec::new();
    for entry in WalkDir::new(&job.input).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::walk(&job.input, error))?;
        let from = entry.path();
        // A single file is taken whatever its name ends in.
        let asked_for = entry.depth() == 0 || has_ending(from, job.task.form.takes());
        if !entry.file_type().is_dir() && asked_for {
            let to = place_under(out, &job.input, from, job.task.form.makes());
            pages.push(Place {
                from: from.to_path_buf(),
                to,
            });
        }
    }
    if pages.is_empty() {
        let ending = job.task.form.takes();
        return Err(Failure::say(
            &job.input,
            format!("holds no *.{ending} files"),
        ));
    }
    match pages.iter().find(|page| is_same_file(page)) {
        Some(page) => Err(Failure::say(
            &page.from,
            "would be overwritten: give another folder with --out",
        )),
        None => Ok(pages),
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn place_under(out: &Path, root: &Path, from: &Path, ending: &str) -> PathBuf {
    let inside = match from.strip_prefix(root) {
        Ok(inside) if inside != Path::new("") => inside,
        _ => from.file_name().map(Path::new).unwrap_or(from),
    };
    out.join(inside).with_extension(ending)
}

fn is_same_file(page: &Place) -> bool {
    match (fs::canonicalize(&page.from), fs::canonicalize(&page.to)) {
        (Ok(from), Ok(to)) => from == to,
        _ => false,
    }
}
