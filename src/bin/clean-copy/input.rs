//! Where the pages come from, and what can go wrong on the way.

use std::fmt;
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::args::Job;

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

/// The bytes of a page.
pub(crate) fn read(path: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let bytes = match path {
        Some(path) => fs::read(path),
        None => read_stdin(),
    };
    let bytes = bytes.map_err(|error| Failure::read(name(path), error))?;
    match not_a_page(&bytes) {
        Some(what) => Err(Failure::say(name(path), what)),
        None => Ok(bytes),
    }
}

/// A text file, or standard input for `-`.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read(Some(path).filter(|path| path.as_os_str() != "-"))?;
    String::from_utf8(bytes).map_err(|_| Failure::say(path, "is not UTF-8 text"))
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        eprintln!("clean-copy: reading the page from the keyboard; end it with Ctrl-D");
    }
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says what the bytes are when they can't be text in any encoding.
fn not_a_page(bytes: &[u8]) -> Option<&'static str> {
    let start = &bytes[..bytes.len().min(1024)];
    let utf16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    if start.starts_with(b"%PDF-") {
        Some("is a PDF, not an HTML page")
    } else if start.contains(&0) && !utf16 {
        Some("holds binary data, not an HTML page")
    } else {
        None
    }
}

/// How a page is called in messages.
pub(crate) fn name(path: Option<&Path>) -> String {
    path.map_or("standard input".into(), |path| path.display().to_string())
}

/// Why a page could not be read or a result not written.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn read(what: impl fmt::Display, error: io::Error) -> Failure {
        Failure(format!("can't read {what}: {error}"))
    }

    pub(crate) fn write(what: impl fmt::Display, error: io::Error) -> Failure {
        Failure(format!("can't write {what}: {error}"))
    }

    /// A sentence about a file.
    pub(crate) fn say(what: impl AsRef<Path>, about: impl fmt::Display) -> Failure {
        Failure(format!("{} {about}", what.as_ref().display()))
    }

    /// A summary that follows messages already given.
    pub(crate) fn sum_up(text: String) -> Failure {
        Failure(text)
    }

    fn walk(root: &Path, error: walkdir::Error) -> Failure {
        let place = error.path().unwrap_or(root).display().to_string();
        Failure::read(place, error.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
