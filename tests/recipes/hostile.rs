//! Recipes that strangers wrote.

use clean_copy::{Strength, clean, recipe_of};
use proptest::prelude::*;

use super::{CLUTTERED, learned};
use crate::common::site::{options, story};

/// A recipe with one selector, seen on many pages.
fn with(selector: &str) -> String {
    serde_json::json!({
        "version": 1, "host": "marsh.example", "pages": 9, "off": false, "strength": "tidy", "last": 1,
        "hides": [[selector, "promo", 9, 0]],
        "anchors": [], "refused": []
    })
    .to_string()
}

#[test]
fn selectors_of_the_page_its_article_or_of_anything_are_refused() {
    assert!(recipe_of(&with(".promo-box")).is_ok());
    for selector in [
        "html",
        "body",
        "article",
        "main",
        "*",
        "p",
        "div",
        ".story-body",
        ".article-text",
        "h1",
        ":root",
        ":not(.x-y)",
        ".a-b, body",
        ".promo-box *",
        ".promo-box > p",
        "[class]",
        "[class^=\"a\"]",
        "[id]",
        ".promo-box{}body",
        ".promo-box/**/",
        "[data-module=\"x",
        "@import url(a)",
        "",
    ] {
        let error = recipe_of(&with(selector)).expect_err(selector).to_string();
        assert!(error.starts_with("expected a selector"), "{error}");
    }
}

#[test]
fn broken_texts_are_errors_that_say_what_was_expected() {
    let (good, _) = learned();
    let long = format!("{good}{}", " ".repeat(20_000));
    let many = good.replace("\"hides\":[", &format!("\"hides\":[{}", "0,".repeat(99)));
    let newer = good.replace("\"version\":1", "\"version\":2");
    let odd = good.replace("\"hides\"", "\"hide\"");
    let host = good.replace("marsh.example", "marsh example");
    for text in [
        "",
        "{}",
        "null",
        "[1]",
        &good[1..],
        &long,
        &many,
        &newer,
        &odd,
        &host,
    ] {
        let error = recipe_of(text).expect_err("no recipe").to_string();
        assert!(error.starts_with("expected"), "{error}");
        let found = clean(&story(3, CLUTTERED), &options(3, text, Strength::Tidy));
        assert_eq!(found.recipe.wrong, Vec::<String>::new());
    }
}

#[test]
fn a_recipe_is_for_its_host_alone() {
    let (recipe, _) = learned();
    for host in ["other.example", "www.marsh.example", "example"] {
        let foreign = recipe.replace("marsh.example", host);
        let found = clean(&story(3, CLUTTERED), &options(3, &foreign, Strength::Tidy));
        let report = found.recipe.recipe.and_then(|recipe| recipe.report());
        let report = report.expect("one of its own");
        assert_eq!((report.host.as_str(), report.pages), ("marsh.example", 1));
    }
}

#[test]
fn a_selector_that_names_the_article_is_shown_at_once() {
    let recipe = with(".marsh-longread");
    let found = clean(&story(3, CLUTTERED), &options(3, &recipe, Strength::Tidy));
    assert_eq!(found.recipe.wrong, [".marsh-longread"]);
    assert!(found.text(clean_copy::TextForm::Body).len() > 500);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_does_harm(text in any::<String>(), at in 0usize..400, with in any::<char>()) {
        let _ = recipe_of(&text);
        let (recipe, _) = learned();
        let mut chars: Vec<char> = recipe.chars().collect();
        let at = at.min(chars.len() - 1);
        chars[at] = with;
        let changed: String = chars.into_iter().collect();
        let plain = clean(&story(3, CLUTTERED), &options(3, "", Strength::Tidy));
        let found = clean(&story(3, CLUTTERED), &options(3, &changed, Strength::Tidy));
        prop_assert_eq!(found.plan, plain.plan);
    }
}
