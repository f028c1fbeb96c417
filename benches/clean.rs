//! What a clean costs beside the parse of the same page, at three sizes: `cargo bench --features cli`.
//!
//! Milliseconds belong to the machine; the ratios and how little they change with the size are what to look at.
#![allow(
    clippy::expect_used,
    reason = "what the bench prepares must be there; if not, it fails"
)]

#[path = "../tests/common/time.rs"]
mod time;

use std::hint::black_box;
use std::{fs, path::Path};

use clean_copy::judge::{context::Context, judge};
use clean_copy::normalise::normalise;
use clean_copy::plan::plan;
use clean_copy::{Options, Strength, clean, read::read, rewrite};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;

const SIZES: [usize; 3] = [100_000, 1_000_000, 10_000_000];

fn main() {
    println!(
        "{:>7} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7}",
        "MB", "parse", "read", "judge", "rewrite", "clean", "ratio"
    );
    for size in SIZES {
        row(&page_of(size));
    }
    println!("ms per MB; ratio: a whole clean (with all copies) against html5ever's parse");
}

fn row(html: &str) {
    let megabytes = html.len() as f64 / 1e6;
    let per_megabyte =
        |work: &mut dyn FnMut()| time::shortest(3, work).as_secs_f64() * 1e3 / megabytes;
    let options = Options::default();
    let page = read(html);
    let done = clean(html, &options);
    let parse = per_megabyte(&mut || {
        drop(parse_document(RcDom::default(), ParseOpts::default()).one(html))
    });
    let reading = per_megabyte(&mut || drop(black_box(read(html))));
    let judging = per_megabyte(&mut || {
        let context = Context::new(&page);
        black_box(plan(&context, &judge(&context, &options), Strength::Tidy));
    });
    let rewriting = per_megabyte(&mut || drop(black_box(rewrite(html, &done.plan))));
    let cleaning = per_megabyte(&mut || drop(black_box(clean(html, &options))));
    let ratio = cleaning / parse;
    println!(
        "{megabytes:>7.1} {parse:>9.2} {reading:>9.2} {judging:>9.2} {rewriting:>9.2} {cleaning:>9.2} {ratio:>7.2}"
    );
}

/// The wire-service page with its body again and again, up to a size.
fn page_of(size: usize) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/wire-service/page.html");
    let html = normalise(&fs::read(file).expect("the wire-service page")).html;
    let start = html.find("<body").expect("a body");
    let open = start + html[start..].find('>').expect("its tag ends") + 1;
    let close = html.rfind("</body>").expect("its end");
    let body = &html[open..close];
    let times = (size.saturating_sub(open) / body.len()).max(1);
    format!("{}{}{}", &html[..open], body.repeat(times), &html[close..])
}
