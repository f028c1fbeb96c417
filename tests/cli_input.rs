//! What the tool is given by mistake, and folders as people have them.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::tool::*;

fn convert(command: &str, from: &Path, to: &Path) -> std::process::Output {
    let (from, to) = (from.display().to_string(), to.display().to_string());
    run(&[command, &from, "--out", &to])
}

/// What lies in the folder and the folders in it, by name.
fn listed(folder: &Path) -> Vec<String> {
    let mut folders = vec![folder.to_path_buf()];
    let mut names = Vec::new();
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("a folder").flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let inside = path.strip_prefix(folder).expect("inside");
                    names.push(inside.display().to_string());
                }
            }
        }
    }
    names.sort();
    names
}

fn pages(name: &str, names: &[&str]) -> (PathBuf, PathBuf) {
    let folder = folder(name);
    for name in names {
        put(&folder.join("in").join(name), PAGE);
    }
    (folder.join("in"), folder.join("out"))
}

#[test]
fn a_folder_is_taken_with_every_ending_of_a_page_and_loses_none_by_its_name() {
    let names = ["a b.html", "same.htm", "same.html", "ü–名.xhtml", "x.txt"];
    let (from, to) = pages("endings", &names);
    assert!(convert("text", &from, &to).status.success());
    let expected = ["a b.txt", "same.html.txt", "same.txt", "ü–名.txt"];
    assert_eq!(listed(&to), expected);
}

#[test]
fn several_pages_and_folders_are_taken_at_once() {
    let (from, to) = pages(
        "several",
        &["one.html", "more/two.html", "rest/one.html", "old/one.html"],
    );
    let named = ["one.html", "more", "rest", "old"];
    let named = named.map(|name| from.join(name).display().to_string());
    let arguments = ["text", &named[0], &named[1], &named[2], &named[3]];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("several pages need a folder for their results"));
    let to_text = to.display().to_string();
    let output = run(&[&arguments[..], &["--out", &to_text]].concat());
    assert!(output.status.success(), "{}", err(&output));
    assert_eq!(
        listed(&to),
        ["one.html.2.txt", "one.html.txt", "one.txt", "two.txt"]
    );
}

#[test]
fn results_in_the_folder_are_no_pages_the_next_time() {
    let (from, _) = pages("again", &["one.html"]);
    for _ in 0..2 {
        assert!(convert("html", &from, &from.join("out")).status.success());
    }
    assert_eq!(listed(&from), ["one.html", "out/one.html"]);
}

#[test]
fn no_page_is_written_over_by_the_result_of_another() {
    let (from, _) = pages("over", &["one.htm", "two.html"]);
    put(&from.join("one.html"), "<p>Something else");
    let output = convert("html", &from, &from);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("would be overwritten"));
    assert_eq!(listed(&from), ["one.htm", "one.html", "two.html"]);
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_no_pages() {
    let (from, to) = pages("links", &["deep/one.html"]);
    let link = from.join("deep.html");
    std::os::unix::fs::symlink(from.join("deep"), link).expect("a link");
    let output = convert("text", &from, &to);
    assert!(output.status.success(), "{}", err(&output));
    assert_eq!(listed(&to), ["deep/one.txt"]);
}

#[test]
fn folders_that_are_none_are_said_once() {
    let folder = folder("none");
    let missing = folder.join("missing");
    let output = convert("text", &missing, &folder);
    let expected = format!("clean-copy: can't read {}: No such", missing.display());
    assert!(err(&output).starts_with(&expected), "{}", err(&output));
    let file = PathBuf::from(put(&folder.join("page.html"), PAGE));
    let output = convert("text", &file, &file);
    assert!(err(&output).contains("page.html is a file: --out names a folder for the results"));
}

#[test]
fn what_is_no_page_is_called_by_its_name() {
    let archive = "From: <Saved by Blink>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n\
                   Content-Type: multipart/related;\r\n\tboundary=\"--x\"\r\n\r\n----x\r\n";
    for (bytes, message) in [
        (b"\xef\xbb\xbf\n%PDF-1.7".as_slice(), "is a PDF"),
        (b"\x1f\x8b\x08\x08page", "is compressed with gzip"),
        (b"bplist00\xd1\x01\x02\0", "is a web archive of Safari"),
        (archive.as_bytes(), "is a web archive (MHTML)"),
        (b"{\"title\": \"<p>Bridge</p>\"}\n", "is JSON"),
        (b"[1, 2]", "is JSON"),
        (b"{\\rtf1\\ansi Bridge}", "is a document in RTF"),
    ] {
        let output = run_with(bytes, &["text"]);
        assert_eq!(output.status.code(), Some(1), "{message}");
        let expected = format!("clean-copy: standard input {message}");
        assert!(err(&output).starts_with(&expected), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
    // Pages that show such things are pages.
    let page = PAGE.replace(
        "By Mira",
        "MIME-Version: 1.0 multipart/related {\\rtf By Mira",
    );
    assert_article(out(&run_with(page.as_bytes(), &["text"])));
}

#[test]
fn says_where_html_and_plain_text_were_mistaken_for_each_other() {
    let text = "Harbour bridge opens\n\nThe new bridge opened on Monday.\n";
    let output = run_with(text.as_bytes(), &["text"]);
    assert!(err(&output).contains("this holds no HTML; text that was copied without it"));
    let output = run_with(PAGE.as_bytes(), &["text", "--plain"]);
    assert!(err(&output).contains("this is HTML; leave --plain away"));
    let output = run_with(b" \n", &["text"]);
    assert!(err(&output).contains("the page is empty"));
    let output = run_with(text.as_bytes(), &["text", "--plain"]);
    assert_eq!(err(&output), "");
}

#[test]
fn an_address_that_is_none_is_refused() {
    let page = put(&folder("address").join("page.html"), PAGE);
    for url in ["example.com/page", "", "not a url", "://x"] {
        let output = run(&["text", "--url", url, &page]);
        assert_eq!(output.status.code(), Some(2), "{url}");
        assert!(err(&output).contains("expected an address") || url.is_empty());
    }
}

#[test]
fn an_address_in_the_place_of_a_file_is_called_so() {
    let output = run(&["text", "https://example.com/page"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("https://example.com/page is an address, and the tool reads files")
    );
}

#[test]
fn goes_on_where_nobody_listens_to_its_complaints() {
    let (from, to) = pages("deaf", &["one.html"]);
    put(&from.join("bad.html"), "%PDF-1.7");
    let (from, to_text) = (from.display().to_string(), to.display().to_string());
    let mut child = tool(&["text", &from, "--out", &to_text])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the tool runs");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("the tool ends").code(), Some(1));
    assert_eq!(listed(&to), ["one.txt"]);
}
