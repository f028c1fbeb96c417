//! Where the pages come from, and where the results go.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

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
        let stdin = job.inputs.iter().any(|input| input.as_os_str() == "-");
        match (job.inputs.as_slice(), &job.out) {
            ([_], None) if stdin => Ok(Source::Page(None)),
            ([input], None) if input.is_dir() => Err(Failure::say(
                input,
                "is a folder: name one for the results with --out DIR",
            )),
            ([input], None) => Ok(Source::Page(Some(input.clone()))),
            (_, None) => Err(Failure::say(
                "several pages",
                "need a folder for their results: name it with --out DIR",
            )),
            (_, Some(_)) if stdin => Err(Failure::say(
                "standard input",
                "has no name to write to: leave --out away",
            )),
            (_, Some(out)) if out.is_file() => Err(Failure::say(
                out,
                "is a file: --out names a folder for the results",
            )),
            (_, Some(out)) => Ok(Source::Folder {
                pages: places(job, out)?,
                out: out.clone(),
            }),
        }
    }
}

/// Every page named, and every one in the folders named and the folders in them, with the same place under `out`.
fn places(job: &Job, out: &Path) -> Result<Vec<Place>, Failure> {
    let mut pages = Vec::new();
    let mut taken = HashSet::new();
    let ending = job.task.form.makes();
    for root in &job.inputs {
        for from in files(job, root, out)? {
            let place = place_under(out, root, &from);
            let mut to = place.with_extension(ending);
            // `a.html` beside `a.htm` becomes `a.html.txt`, and one more of that name `a.html.2.txt`.
            let mut numbers = 2..;
            let mut more = String::new();
            while !taken.insert(to.clone()) {
                let name = place.file_name().unwrap_or_default().to_string_lossy();
                to = place.with_file_name(format!("{name}{more}.{ending}"));
                more = numbers.next().map_or(more, |number| format!(".{number}"));
            }
            pages.push(Place { from, to });
        }
    }
    match overwritten(&pages) {
        Some(page) => Err(Failure::say(
            page,
            "would be overwritten: give another folder with --out",
        )),
        None => Ok(pages),
    }
}

/// The files of pages in the folder, without what an earlier run wrote into a folder in it.
fn files(job: &Job, root: &Path, out: &Path) -> Result<Vec<PathBuf>, Failure> {
    let results = fs::canonicalize(out).ok();
    let is_results = |entry: &DirEntry| {
        entry.file_type().is_dir()
            && results.is_some()
            && fs::canonicalize(entry.path()).ok() == results
    };
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| entry.depth() == 0 || !is_results(entry));
    let mut files = Vec::new();
    for entry in walk {
        let entry = entry.map_err(|error| Failure::walk(root, error))?;
        let from = entry.path();
        // A single file is taken whatever its name ends in. A link may lead to a folder.
        let asked_for = entry.depth() == 0 || has_ending(from, job.task.form.takes());
        if asked_for && !from.is_dir() {
            files.push(from.to_path_buf());
        }
    }
    if files.is_empty() {
        let endings = job.task.form.takes().join(", *.");
        return Err(Failure::say(root, format!("holds no files *.{endings}")));
    }
    Ok(files)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|found| {
        endings
            .iter()
            .any(|ending| found.eq_ignore_ascii_case(ending))
    })
}

fn place_under(out: &Path, root: &Path, from: &Path) -> PathBuf {
    let inside = match from.strip_prefix(root) {
        Ok(inside) if inside != Path::new("") => inside,
        _ => from.file_name().map(Path::new).unwrap_or(from),
    };
    out.join(inside)
}

/// A page that a result would be written over.
fn overwritten(pages: &[Place]) -> Option<&Path> {
    let pages_by_file = pages.iter().filter_map(|page| {
        let file = fs::canonicalize(&page.from).ok()?;
        Some((file, page.from.as_path()))
    });
    let known: HashMap<PathBuf, &Path> = pages_by_file.collect();
    let mut results = pages
        .iter()
        .filter_map(|page| fs::canonicalize(&page.to).ok());
    results.find_map(|file| known.get(&file).copied())
}
