//! The core on a folder of pages, for profilers and for comparing two builds: see `docs/performance.md`.
//!
//! - `work normalise IN OUT` writes every page of IN as a browser serialises it.
//! - `work judge FOLDER` reads and judges each of those once.
//! - `work clean FOLDER` does with each of those what the extension does when its button is pressed.
//! - `work parse FOLDER` only parses each, with html5ever.
//! - `work text FOLDER` does with each page, as it was saved, what the tool does to print its text.
//! - `work outputs FOLDER` prints a hash of each page's every output.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what can't be read or written must stop it"
)]

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clean_copy::judge::{context::Context, judge};
use clean_copy::normalise::normalise;
use clean_copy::plan::plan;
use clean_copy::{Copies, Options, Strength, TextForm, clean, read::read, rewrite};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["normalise", from, to] => pages(from).for_each(|path| write_normal(&path, to)),
        ["judge", folder] => pages(folder).for_each(|path| judge_page(&text_of(&path))),
        ["clean", folder] => pages(folder).for_each(|path| clean_page(&text_of(&path))),
        ["parse", folder] => pages(folder).for_each(|path| parse(&text_of(&path))),
        ["text", folder] => pages(folder).for_each(|path| text(&path)),
        ["outputs", folder] => {
            pages(folder).for_each(|path| println!("{} {}", name(&path), outputs(&text_of(&path))))
        }
        _ => panic!("usage: work normalise IN OUT | judge|clean|parse|text|outputs FOLDER"),
    }
}

fn pages(folder: &str) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter()
}

fn name(path: &Path) -> String {
    path.file_name()
        .expect("a file's name")
        .to_string_lossy()
        .into_owned()
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).expect("a page in UTF-8")
}

fn write_normal(path: &Path, to: &str) {
    let page = normalise(&fs::read(path).expect("a page"));
    fs::write(Path::new(to).join(name(path)), page.html).expect("room for the page");
}

fn judge_page(html: &str) {
    let page = read(html);
    let context = Context::new(&page);
    black_box(plan(
        &context,
        &judge(&context, &Options::default()),
        &Options::default(),
    ));
}

fn clean_page(html: &str) {
    let options = Options {
        later: true,
        copies: Copies::NONE,
        ..Options::default()
    };
    black_box(clean(html, &options));
}

fn parse(html: &str) {
    drop(parse_document(RcDom::default(), ParseOpts::default()).one(html));
}

fn text(path: &Path) {
    let page = normalise(&fs::read(path).expect("a page"));
    let options = Options {
        copies: Copies {
            body: true,
            ..Copies::NONE
        },
        ..Options::default()
    };
    black_box(clean(&page.html, &options).text(TextForm::Body));
}

/// Hashes of: probabilities, texts, Markdown, fragment, then both strengths' ledgers and pages.
fn outputs(html: &str) -> String {
    let mut out = Vec::new();
    for strength in [Strength::Tidy, Strength::Focus] {
        let options = Options {
            strength,
            ..Options::default()
        };
        let clean = clean(html, &options);
        if strength == Strength::Tidy {
            let bits: Vec<u32> = clean.judgement.p.iter().map(|p| p.to_bits()).collect();
            out.push(format!("{bits:?}"));
            out.extend([TextForm::Article, TextForm::Body].map(|form| clean.text(form)));
            out.extend([clean.markdown(), clean.fragment()]);
        }
        let report = serde_json::to_string(&clean.report());
        out.extend([report.expect("a ledger"), rewrite(html, &clean.plan)]);
    }
    let hash = |text: &String| BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
    let hashes = out.iter().map(|text| format!("{:016x}", hash(text)));
    hashes.collect::<Vec<_>>().join(" ")
}
