//! `clean` never panics, on any bytes.

use clean_copy::normalise::normalise;
use clean_copy::{TextForm, clean, clean_plain, rewrite};
use proptest::prelude::*;

use super::{STRENGTHS, config, on_fixtures, options};
use crate::common::pieces::{broken_html, raw_page};

fn run_everything(html: &str) {
    for strength in STRENGTHS {
        let clean = clean(html, &options(strength));
        let _ = rewrite(html, &clean.plan);
        let _ = (
            clean.markdown(),
            clean.fragment(),
            clean.text(TextForm::Article),
        );
        serde_json::to_string(&clean.report()).expect("the report is JSON");
    }
    let _ = clean_plain(html);
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        run_everything(&normalise(&bytes).html);
        run_everything(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn never_panics_on_any_text(text in any::<String>()) {
        run_everything(&text);
    }

    #[test]
    fn never_panics_on_broken_html(html in broken_html()) {
        run_everything(&html);
        run_everything(&normalise(html.as_bytes()).html);
    }

    #[test]
    fn never_panics_on_a_page_cut_anywhere(raw in raw_page(), at in any::<prop::sample::Index>()) {
        let cut = (0..=at.index(raw.len() + 1)).rev().find(|&at| raw.is_char_boundary(at));
        run_everything(&raw[..cut.unwrap_or(0)]);
    }
}

/// What stands at the top of a page that leaves out `<html>` and `<body>` has nothing around it.
#[test]
fn never_panics_on_a_page_without_its_outermost_elements() {
    on_fixtures(|html, _| {
        let outermost = ["html", "head", "body", "main", "article"];
        let mut bare = html.to_owned();
        for name in outermost {
            bare = without(&bare, name);
            run_everything(&bare);
        }
        Ok(())
    });
}

/// A page without the tags of this name.
fn without(html: &str, name: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for part in html.split_inclusive('>') {
        let (text, tag) = part.split_at(part.rfind('<').unwrap_or(part.len()));
        let own = tag.trim_start_matches(['<', '/']);
        let ends = |rest: &str| rest.starts_with(|c: char| c == '>' || c.is_whitespace());
        out.push_str(text);
        if !own.strip_prefix(name).is_some_and(ends) {
            out.push_str(tag);
        }
    }
    out
}
