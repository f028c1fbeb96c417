//! Runs the built tool.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

pub const PAGE: &str = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html lang="en"><head><title>Harbour bridge opens - Ostrel Herald</title>
<meta property="og:type" content="article"></head><body>
<nav class="main-nav"><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a><li><a href="/weather">Weather</a></ul></nav>
<main><article>
<h1>Harbour bridge opens after nine years</h1>
<p class="byline">By Mira Tolland</p>
<p>The new bridge over the Ostrel harbour opened to traffic on Monday morning, nine years after the first pile was driven and four years later than planned.</p>
<p>Several hundred people walked across before the first buses, among them the engineer who had drawn the original plans as a student and never thought to see them built.</p>
<p class="promo">Also on <a href="https://other.example/ferry">ostrel.example Why the ferry will not be missed</a></p>
<p>The mayor, Anselm Brook, said the delay had cost the city dearly, and that the inquiry into the contracts would go on whatever the weather on opening day.</p>
<div class="share-bar">Think your friends would be interested? Share this story! <a href="https://social.example/share?u=1">Share</a></div>
<p>Ferry crossings will end in March. The company that runs them has offered its forty sailors places on the island route, and most of them have accepted.</p>
</article></main></body></html>"#;

pub const HEADLINE: &str = "Harbour bridge opens after nine years";
pub const CLUTTER: [&str; 2] = ["Why the ferry will not be missed", "Think your friends"];
pub const PARAGRAPHS: [&str; 4] = [
    "The new bridge over",
    "Several hundred people",
    "The mayor, Anselm Brook",
    "Ferry crossings will end",
];

/// A folder of the test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a new folder");
    path
}

pub fn put(path: &Path, bytes: impl AsRef<[u8]>) -> String {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
    fs::write(path, bytes).expect("a new file");
    path.display().to_string()
}

pub fn tool(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clean-copy"));
    command.args(arguments).stdin(Stdio::null());
    command
}

pub fn run(arguments: &[&str]) -> Output {
    tool(arguments).output().expect("the tool runs")
}

pub fn spawn(arguments: &[&str]) -> Child {
    let mut command = tool(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("the tool runs")
}

/// Runs the tool with `input` on its standard input.
pub fn run_with(input: &[u8], arguments: &[&str]) -> Output {
    let mut child = spawn(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("the tool reads");
    drop(stdin);
    child.wait_with_output().expect("the tool ends")
}

pub fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

pub fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

#[track_caller]
pub fn assert_article(text: &str) {
    for paragraph in PARAGRAPHS {
        assert!(text.contains(paragraph), "{paragraph} is missing in {text}");
    }
    for clutter in CLUTTER {
        assert!(!text.contains(clutter), "{clutter} is left in {text}");
    }
}
