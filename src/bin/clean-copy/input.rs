//! Reads pages and lists of rules.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::failure::Failure;

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
