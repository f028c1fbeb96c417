//! What an author of rules is told when the build stops.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "../build.rs"]
#[allow(dead_code, reason = "cargo runs the rest of it")]
mod build;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::common::tool::{folder, put};

const GOOD: &str = "language = 'en'\n[[phrase]]\nreason = 'promo'\nmatch = 'whole'\ntexts = ['Zonk']\n\
                    removes = ['Zonk!']\nkeeps = ['He zonked.']\n";

/// What is said of a file of rules.
#[track_caller]
fn said(tables: impl Fn() -> String) -> String {
    let stop = catch_unwind(AssertUnwindSafe(tables)).expect_err("the build stops");
    *stop.downcast::<String>().expect("a sentence")
}

fn of_phrases(name: &str, files: &[(&str, &str)]) -> String {
    let folder = folder(&format!("rule-errors-{name}"));
    for (file, text) in files {
        put(&folder.join(file), text);
    }
    said(|| build::phrases(&folder))
}

#[test]
fn a_phrase_that_is_wrong_is_named_with_its_file_and_what_was_expected() {
    let again = GOOD
        .split_once("[[")
        .map(|(_, group)| format!("[[{group}"))
        .expect("a group");
    let other = again.replace("promo", "share");
    for (name, text, parts) in [
        (
            "toml",
            "[[phrase]".to_owned(),
            ["en.toml: TOML parse error at line 1", "expected `]`"],
        ),
        (
            "reason",
            GOOD.replace("promo", "promos"),
            ["expected a reason of [", "found \"promos\""],
        ),
        (
            "match",
            GOOD.replace("whole", "begins"),
            ["expected match =", "found \"begins\""],
        ),
        (
            "field",
            GOOD.replace("texts", "text"),
            ["unknown field `text`", "`texts`"],
        ),
        (
            "shown",
            GOOD.replace("'Zonk!'", ""),
            ["an example in removes", "[\"Zonk\"] has none"],
        ),
        (
            "empty",
            GOOD.replace("'Zonk'", ""),
            ["needs texts", "[] has none"],
        ),
        (
            "wordless",
            GOOD.replace("'Zonk'", "'…'"),
            ["en.toml: empty phrase", "…"],
        ),
        (
            "twice",
            GOOD.to_owned() + &again,
            ["\"Zonk\"", "stands there twice"],
        ),
        (
            "means",
            GOOD.to_owned() + &other,
            ["\"Zonk\" stands as promo whole already", "one reason"],
        ),
    ] {
        let said = of_phrases(name, &[("en.toml", &text)]);
        assert!(
            parts.iter().all(|part| said.contains(part)),
            "{name}: {said}"
        );
    }
    let other = GOOD.replace("Zonk", "Zink");
    let said = of_phrases("language", &[("en.toml", GOOD), ("eo.toml", &other)]);
    assert!(
        said.contains("eo.toml: another file has language = \"en\""),
        "{said}"
    );
}

#[test]
fn a_saying_that_is_wrong_is_named_with_its_file_and_what_was_expected() {
    let good = "[[wall]]\nlanguage = 'en'\ntexts = ['zonk']\nsays = ['zonk']\nkeeps = ['x']\n";
    for (name, text, part) in [
        ("shown", good.replace("'x'", ""), "one of \"en\" has none"),
        (
            "empty",
            good.replace("['zonk']\ns", "['']\ns"),
            "\"\" in texts has no word",
        ),
        (
            "lists",
            good.to_owned() + &good.replace("texts", "text"),
            "but a group of \"en\" has [\"text\"]",
        ),
    ] {
        let path = put(
            &folder(&format!("saying-errors-{name}")).join("walls.toml"),
            text,
        );
        let said = said(|| build::sayings::tables(Path::new(&path)));
        assert!(
            said.contains("walls.toml: ") && said.contains(part),
            "{said}"
        );
    }
}

#[test]
fn a_site_rule_that_is_wrong_is_named_with_its_file_and_what_was_expected() {
    let rule = "! The weather of the reader's town.\nexample.com##.weather\n";
    for (file, text, part) in [
        (
            "example.com.txt",
            "example.com##.weather",
            ":1: expected a comment above",
        ),
        (
            "example.org.txt",
            rule,
            ":2: expected a rule for example.org, but found \"example.com##",
        ),
        (
            "Example.com.txt",
            rule,
            "expected a file named for its host",
        ),
        ("example.com", rule, "expected a file named for its host"),
    ] {
        let folder = folder(&format!("site-errors-{file}"));
        put(&folder.join(file), text);
        let said = said(|| build::sites::tables(&folder));
        assert!(said.contains(part), "{said}");
    }
}
