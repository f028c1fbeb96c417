//! Any list of rules is read within its bounds, hides no page, and hides nothing on sites that it does not name.
#![no_main]

use std::sync::LazyLock;

use clean_copy::cosmetic::{MOST_ON_PAGE, MOST_RULES};
use clean_copy::normalise::normalise;
use clean_copy::{Options, Plan, check_rules, clean};
use libfuzzer_sys::fuzz_target;

const PROSE: &str = "The bridge opened on Monday, nine years after the first pile was driven, and several hundred people walked across before the first buses came.";

/// A small page, so that many lists are tried in a second.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let aside = r#"<div class="promo"><a href="/x" title="more">Also on example.com</a></div>"#;
    let body = format!(
        "<h1>Bridge opens</h1><p>{PROSE}</p>{aside}<p id='p2'>But {PROSE}</p><ul><li>{PROSE}</ul>"
    );
    normalise(format!("<article lang=en>{body}</article>").as_bytes()).html
});

static UNRULED: LazyLock<Plan> = LazyLock::new(|| plan(String::new()));

fn plan(rules: String) -> Plan {
    let options = Options {
        url: Some("https://www.example.com/a".to_owned()),
        rules,
        ..Options::default()
    };
    clean(&PAGE, &options).plan
}

fuzz_target!(|text: &str| {
    let checked = check_rules(text);
    assert!(checked.rules <= MOST_RULES && checked.errors.len() <= MOST_RULES);
    let ruled = plan(text.to_owned());
    assert!(ruled.rules.len() <= MOST_ON_PAGE);
    assert!(
        ruled
            .edits
            .iter()
            .all(|edit| !matches!(edit.tag.as_str(), "html" | "body"))
    );
    // The same rules, each for another site.
    let others = text.lines().filter_map(|line| line.split_once("##"));
    let others: Vec<String> = others
        .map(|(_, selector)| format!("other.example##{selector}"))
        .collect();
    assert_eq!(plan(others.join("\n")).edits, UNRULED.edits);
});
