//! What the tests of the core share.
#![allow(dead_code, reason = "what only one test file uses, too")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what the tests prepare must be there; if not, they fail"
)]

pub mod dom;
pub mod fixture;
pub mod odd_shapes;
pub mod pieces;
pub mod shapes;
pub mod site;
pub mod source;
pub mod time;
pub mod tool;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file.
pub fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("can't read {}: {e}", path.display()))
}

/// True where expected files are to be written anew.
pub fn blesses() -> bool {
    env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// White space of every kind, no-break and ideographic spaces too, squeezed to single spaces.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails with all complaints at once, so that one run shows everything.
pub fn complain(complaints: &[String]) {
    assert!(
        complaints.is_empty(),
        "{} found:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}
