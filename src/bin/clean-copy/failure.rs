//! What can go wrong on the way.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

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

    pub(crate) fn walk(root: &Path, error: walkdir::Error) -> Failure {
        let place = error.path().unwrap_or(root).display().to_string();
        // The cause alone: the error's own words name the place once more.
        let cause = error.into_io_error();
        Failure::read(
            place,
            cause.unwrap_or_else(|| io::Error::other("links in a circle")),
        )
    }
}

/// Says something on standard error. Where nobody listens any more (`2>&1 | head`) the work goes on.
pub(crate) fn say(what: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "clean-copy: {what}");
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
