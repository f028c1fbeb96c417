//! Reads pages and lists of rules.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use serde::de::IgnoredAny;

use crate::args::Form;
use crate::failure::{Failure, say};

/// The bytes of a page.
pub(crate) fn read_page(path: Option<&Path>, form: &Form) -> Result<Vec<u8>, Failure> {
    let bytes = read(path)?;
    match not_a_page(&bytes).filter(|_| !matches!(form, Form::Plain)) {
        Some(what) => Err(Failure::say(name(path), what)),
        None => Ok(bytes),
    }
}

/// A text file, or standard input for `-`.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read(Some(path).filter(|path| path.as_os_str() != "-"))?;
    String::from_utf8(bytes).map_err(|_| Failure::say(path, "is not UTF-8 text"))
}

fn read(path: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let bytes = match path {
        Some(path) => fs::read(path),
        None => read_stdin(),
    };
    let bytes = bytes.map_err(|error| match path.filter(|path| is_address(path)) {
        Some(address) => Failure::say(
            address,
            "is an address, and the tool reads files: curl -sL ADDRESS | clean-copy … --url ADDRESS",
        ),
        None => Failure::read(name(path), error),
    })?;
    match not_text(&bytes) {
        Some(what) => Err(Failure::say(name(path), what)),
        None => Ok(bytes),
    }
}

fn is_address(path: &Path) -> bool {
    path.starts_with("http:") || path.starts_with("https:")
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        say("reading the page from the keyboard; end it with Ctrl-D");
    }
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says what the bytes are when they can't be text in any encoding.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    let start = &bytes[..bytes.len().min(1024)];
    let utf16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    if without_mark(bytes).starts_with(b"%PDF-") {
        Some("is a PDF, not an HTML page")
    } else if start.starts_with(&[0x1f, 0x8b]) {
        Some("is compressed with gzip: unpack it first, or fetch it with `curl --compressed`")
    } else if start.starts_with(b"bplist00") {
        Some("is a web archive of Safari, not an HTML page: save the page as “Page Source”")
    } else if start.contains(&0) && !utf16 {
        Some("holds binary data, not an HTML page")
    } else {
        None
    }
}

/// Says what a text is that has an article in it, perhaps, but is in another language than HTML.
fn not_a_page(bytes: &[u8]) -> Option<&'static str> {
    let text = without_mark(bytes);
    if is_web_archive(text) {
        Some("is a web archive (MHTML), not an HTML page: save the page as HTML")
    } else if text.starts_with(b"{\\rtf") {
        Some("is a document in RTF, not an HTML page")
    } else if matches!(text.first(), Some(b'{' | b'['))
        && serde_json::from_slice::<IgnoredAny>(text).is_ok()
    {
        Some("is JSON, not an HTML page")
    } else {
        None
    }
}

/// A web archive begins like a letter, whose parts are the page and its pictures.
fn is_web_archive(text: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&text[..text.len().min(4096)]).to_lowercase();
    let head: Vec<&str> = start.lines().take_while(|line| !line.is_empty()).collect();
    let says = |what| head.iter().any(|line| line.contains(what));
    !text.starts_with(b"<") && says("mime-version:") && says("multipart/related")
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start()
}

/// How a page is called in messages.
pub(crate) fn name(path: Option<&Path>) -> String {
    path.map_or("standard input".into(), |path| path.display().to_string())
}
