//! The laws of the design, on generated pages and on all fixtures.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "laws/automatic.rs"]
mod automatic;
#[path = "laws/copies.rs"]
mod copies;
#[path = "laws/edits.rs"]
mod edits;
#[path = "laws/linear.rs"]
mod linear;
#[path = "laws/panics.rs"]
mod panics;
#[path = "laws/rewriting.rs"]
mod rewriting;
#[path = "laws/twice.rs"]
mod twice;

use clean_copy::normalise::normalise;
use clean_copy::{Action, Options, Strength, clean};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::common::complain;
use crate::common::dom::Dom;
use crate::common::fixture::fixtures;
use crate::common::pieces::raw_page;

const STRENGTHS: [Strength; 2] = [Strength::Tidy, Strength::Focus];

fn options(strength: Strength) -> Options {
    let url = Some("https://www.example.com/news/bridge".to_owned());
    Options {
        strength,
        url,
        ..Options::default()
    }
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        // What a run finds becomes a test with a name, not a seed in a file.
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A page in the form that a browser serialises, which it keeps when it is parsed and serialised again.
fn page() -> impl Strategy<Value = String> {
    raw_page()
        .prop_map(|raw| Dom::parse(&normalise(raw.as_bytes()).html).html())
        .prop_filter("the page keeps its form", |html| is_stable(html))
}

/// A few trees can't be written down: parsed again, an `<a>` in an `<a>` comes out of it.
fn is_stable(html: &str) -> bool {
    Dom::parse(html).html() == *html
}

/// All fixtures, in both strengths, with the same look at each; collects what is wrong.
fn on_fixtures(look: impl Fn(&str, Strength) -> Result<(), String>) {
    let mut complaints = Vec::new();
    for page in fixtures() {
        let html = Dom::parse(&page.html).html();
        for strength in STRENGTHS {
            if let Err(wrong) = look(&html, strength) {
                complaints.push(format!("{} {strength:?}: {wrong}", page.slug));
            }
        }
    }
    complain(&complaints);
}

/// Where two strings part, with a little around it.
fn difference(one: &str, other: &str) -> String {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let near = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(60))
            .take(160)
            .collect::<String>()
    };
    format!(
        "they part at {same}: expected …{}…, but found …{}…",
        near(one),
        near(other)
    )
}

/// Laws that no page puts to the test would hold for nothing.
#[test]
fn generated_pages_put_the_laws_to_the_test() {
    let mut runner = TestRunner::deterministic();
    let (mut hides, mut mutes, mut unlocks) = (0, 0, 0);
    for _ in 0..60 {
        let html = page().new_tree(&mut runner).expect("a page").current();
        let edits = clean(&html, &options(Strength::Tidy)).plan.edits;
        let has = |action| u32::from(edits.iter().any(|edit| edit.action == action));
        hides += has(Action::Hide);
        mutes += has(Action::Mute);
        unlocks += has(Action::Unlock);
    }
    let found = format!("{hides} pages with hidden, {mutes} with muted, {unlocks} with unlocked");
    assert!(hides >= 20 && mutes >= 10 && unlocks >= 10, "{found}");
}
