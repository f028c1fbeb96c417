//! The core beside html5ever's parse and two other extractors, on one thread.
//!
//! `clean-copy-bench FOLDER…` prints a JSON object for each page of the folders: its name, its bytes, and the
//! milliseconds of processor time that each of [`WORKS`] takes. The pages are read as a browser serialises them.
//! `clean-copy-bench --write FOLDER BYTES…` writes generated pages of these sizes.
#![allow(
    clippy::expect_used,
    reason = "what the bench prepares must be there; if not, it fails"
)]

#[path = "../../../../tests/common/grown.rs"]
mod grown;
#[path = "../../../../tests/common/time.rs"]
mod time;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clean_copy::judge::{context::Context, judge};
use clean_copy::normalise::normalise;
use clean_copy::plan::plan;
use clean_copy::read::read;
use clean_copy::{Copies, Options, clean};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use serde_json::json;

/// What is timed, by the name that the tables have for it.
const WORKS: [(&str, fn(&str)); 6] = [
    ("parse", parse),
    ("read", |html| drop(black_box(read(html)))),
    ("core", core),
    ("text", text),
    ("dom_smoothie", dom_smoothie),
    ("legible", legible),
];

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.split_first() {
        Some((flag, [folder, sizes @ ..])) if flag == "--write" => write(Path::new(folder), sizes),
        _ => args
            .iter()
            .flat_map(|folder| pages(folder))
            .for_each(|path| measure(&path)),
    }
}

fn write(folder: &Path, sizes: &[String]) {
    for size in sizes {
        let html = grown::page(size.parse().expect("a number of bytes"));
        fs::write(folder.join(format!("{size}.html")), html).expect("room for a page");
    }
}

fn pages(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

fn measure(path: &Path) {
    let html = normalise(&fs::read(path).expect("a page")).html;
    // Extractors that build trees need many times a page of 50 MB; what is asked of them is the pages of the web.
    let is_large = html.len() > 2_000_000;
    let mut row =
        json!({ "page": path.file_stem().expect("a name").to_string_lossy(), "bytes": html.len() });
    for (name, work) in WORKS {
        if !(is_large && matches!(name, "dom_smoothie" | "legible")) {
            row[name] = json!(time::shortest(1, || work(&html)).as_secs_f64() * 1e3);
        }
    }
    println!("{row}");
}

fn parse(html: &str) {
    drop(parse_document(RcDom::default(), ParseOpts::default()).one(html));
}

/// Read, judge and plan.
fn core(html: &str) {
    let page = read(html);
    let context = Context::new(&page);
    let options = Options::default();
    let judgement = judge(&context, &options);
    black_box(plan(&context, &judgement, &options));
}

/// What the tool does for a folder's pages: parse, clean, and write the article.
fn text(html: &str) {
    let page = normalise(html.as_bytes());
    // As the tool does, which writes one copy.
    let options = Options {
        copies: Copies {
            body: true,
            ..Copies::NONE
        },
        ..Options::default()
    };
    black_box(clean(&page.html, &options).text(clean_copy::TextForm::Body));
}

fn dom_smoothie(html: &str) {
    let extracted =
        dom_smoothie::Readability::new(html, None, None).and_then(|mut page| page.parse());
    drop(black_box(extracted));
}

fn legible(html: &str) {
    drop(black_box(legible::parse(html, None, None)));
}
