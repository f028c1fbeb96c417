//! What a clean costs beside the parse of the same page: `cargo bench --features cli [-- FOLDER]`.
//!
//! Without a folder: generated pages of three sizes, and how the cost per megabyte grows with the page. With one: the
//! medians over its pages. Milliseconds belong to the machine; the ratios are what to look at.
#![allow(
    clippy::expect_used,
    reason = "what the bench prepares must be there; if not, it fails"
)]

#[path = "../tests/common/grown.rs"]
mod grown;
#[path = "../tests/common/time.rs"]
mod time;

use std::hint::black_box;
use std::{env, fs};

use clean_copy::judge::{context::Context, judge};
use clean_copy::normalise::normalise;
use clean_copy::plan::plan;
use clean_copy::{Options, clean, read::read, rewrite};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;

const SIZES: [usize; 3] = [100_000, 1_000_000, 10_000_000];
const STAGES: [&str; 7] = [
    "parse", "read", "context", "judge", "rewrite", "clean", "core",
];

/// Milliseconds for each of [`STAGES`].
type Row = [f64; STAGES.len()];

fn main() {
    // Cargo itself adds "--bench".
    match env::args().skip(1).find(|arg| !arg.starts_with('-')) {
        Some(folder) => medians(&folder),
        None => growth(),
    }
    println!("parse: html5ever's. core: read + context + judge; clean: that and all copies.");
}

/// The stages at three sizes, in milliseconds for each megabyte.
fn growth() {
    heading("MB");
    let rows = SIZES.map(|size| {
        let html = grown::page(size);
        let megabytes = html.len() as f64 / 1e6;
        let row = stages(&html, 3).map(|ms| ms / megabytes);
        print_row(&format!("{megabytes:.1}"), &row);
        row
    });
    let [small, _, large] = rows;
    let grown: Row = std::array::from_fn(|at| large[at] / small[at]);
    print_row("growth", &grown);
    println!("ms per MB; growth: cost per MB at 10 MB against that at 0.1 MB.");
}

/// The median of each stage over the pages of a folder, in milliseconds.
fn medians(folder: &str) {
    let entries = fs::read_dir(folder).expect("the folder");
    let rows: Vec<Row> = entries
        .map(|entry| fs::read(entry.expect("its entries").path()).expect("a page"))
        .map(|bytes| stages(&normalise(&bytes).html, 1))
        .collect();
    heading("pages");
    let median = |values: &mut dyn Iterator<Item = f64>| {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let row: Row = std::array::from_fn(|at| median(&mut rows.iter().map(|row| row[at])));
    print_row(&rows.len().to_string(), &row);
    let ratio = |row: &Row| row[STAGES.len() - 1] / row[0];
    let half = median(&mut rows.iter().map(ratio));
    println!("ms, medians; median of core / parse page by page: {half:.2}");
}

fn stages(html: &str, rounds: usize) -> Row {
    let ms = |work: &mut dyn FnMut()| time::shortest(rounds, work).as_secs_f64() * 1e3;
    let options = Options::default();
    let page = read(html);
    let context = Context::new(&page);
    let judged = |context: &Context<'_>| plan(context, &judge(context, &options), &options);
    let done = judged(&context);
    let parse = ms(&mut || drop(parse_document(RcDom::default(), ParseOpts::default()).one(html)));
    let reading = ms(&mut || drop(black_box(read(html))));
    let summing = ms(&mut || drop(black_box(Context::new(&page))));
    let judging = ms(&mut || drop(black_box(judged(&context))));
    let rewriting = ms(&mut || drop(black_box(rewrite(html, &done))));
    let cleaning = ms(&mut || drop(black_box(clean(html, &options))));
    let core = reading + summing + judging;
    [parse, reading, summing, judging, rewriting, cleaning, core]
}

fn heading(first: &str) {
    let stages: String = STAGES.iter().map(|name| format!(" {name:>8}")).collect();
    println!("{first:>7}{stages}     core/parse");
}

fn print_row(first: &str, row: &Row) {
    let stages: String = row.iter().map(|ms| format!(" {ms:>8.2}")).collect();
    println!(
        "{first:>7}{stages}     {:.2}",
        row[STAGES.len() - 1] / row[0]
    );
}
