//! A report of a page that went wrong tells how the page was judged, and nothing of what it says.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::collections::BTreeSet;

use crate::common::complain;
use crate::common::fixture::fixtures;
use clean_copy::breakage::mask::known;
use clean_copy::normalise::normalise;
use clean_copy::outline::Tag;
use clean_copy::{Breakage, Options, Reason, clean};
use proptest::prelude::*;

fn breakage(html: &str) -> Breakage {
    clean(&normalise(html.as_bytes()).html, &Options::default()).breakage()
}

fn json(breakage: &Breakage) -> String {
    serde_json::to_string(breakage).expect("a report is JSON")
}

fn letters(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase)
}

/// Every value that the report takes from the page, without tag names.
fn told(breakage: &Breakage) -> Vec<&str> {
    let gone = breakage.hidden.iter().map(|gone| (&gone.path, &gone.text));
    let near = breakage.around.iter().map(|near| (&near.path, &near.text));
    gone.chain(near)
        .flat_map(|(path, text)| path.split(" > ").chain([text.as_str()]))
        .collect()
}

#[test]
fn tells_what_was_hidden_and_what_stands_around_the_article() {
    for fixture in fixtures()
        .iter()
        .filter(|page| page.spec.outcome == "cleaned")
    {
        let cleaned = clean(&fixture.html, &Options::default());
        let report = cleaned.breakage();
        let ordinals: Vec<u32> = report.hidden.iter().map(|gone| gone.ordinal).collect();
        let planned = cleaned
            .plan
            .edits
            .iter()
            .filter(|edit| edit.reason != Reason::Icon);
        let planned: Vec<u32> = planned.map(|edit| edit.ordinal).collect();
        assert_eq!(ordinals, planned, "{}", fixture.slug);
        let roles: BTreeSet<&str> = report.around.iter().map(|near| near.role).collect();
        assert!(roles.contains("body"), "{}: {roles:?}", fixture.slug);
        assert!(report.words > 60, "{}", fixture.slug);
    }
}

#[test]
fn keeps_the_names_that_judges_go_by() {
    let prose = "The council voted on Monday to keep the old lighthouse lit. ".repeat(20);
    let report = breakage(&format!(
        "<article><h1>Lamp</h1><p>{prose}</p><div class='share-bar ida-brandt'><a href='/?u=ida'>Share</a> \
         <a href='/'>Tweet</a></div></article>"
    ));
    let gone = report
        .hidden
        .iter()
        .find(|gone| gone.reason == Reason::Share);
    let gone = gone.expect("the share bar is hidden");
    assert!(
        gone.path.ends_with("div.share-bar.xxx-xxxxxx"),
        "{}",
        gone.path
    );
    assert_eq!(gone.text, "xxxxx xxxxx");
}

#[test]
fn evidence_is_told_from_its_data_and_not_from_its_words() {
    let prose = "The council voted on Monday to keep the old lighthouse lit. ".repeat(20);
    let bar = "<div class='share ida'><a href='/?u=ida'>Share</a> <a href='/'>Tweet</a></div>";
    let html = format!("<article><h1>Lamp</h1><p>{prose}</p>{bar}</article>");
    let mut clean = clean(&normalise(html.as_bytes()).html, &Options::default());
    for edit in &mut clean.plan.edits {
        edit.evidence = "says “more”, and Ida Brandt says so too".to_owned();
    }
    let written = json(&clean.breakage());
    assert!(written.contains("says “xxxxx”"), "{written}");
    assert!(
        !written.contains("more”") && !written.contains("Ida"),
        "{written}"
    );
}

/// Every text, attribute and address of this page holds the letters "qv".
#[test]
fn holds_no_word_of_the_page() {
    let prose = "Brinqvick faloqvers mented the ruloqvan, and noqv so. ".repeat(15);
    let html = format!(
        r#"<html lang="qvX-secret"><head><title>Tiqvle</title><meta name="author" content="Auqv Thor">
        <link rel="canonical" href="https://siqve.example/paqvth?toqven=1">
        <script type="application/ld+json">{{"@type":"Article","headline":"Heaqvline"}}</script></head>
        <body><qv-widget class="comments-qvabc promoqv qv@mail.example" id="user-qv-77">Also on <a
        href="https://hoqvst.example/?sesqvsion=9">Hoqv elsewhere</a></qv-widget>
        <article data-name="qv name"><h1>Heaqvline</h1><p role="qvrole" aria-label="laqvbel" title="tiqvtip">{prose}</p>
        <div class="newsletter qvsignup">Sign up for our newsletter qvemail <input value="qvvalue"></div><p>{prose}</p>
        <div class="related-qvtopics"><h3>Relaqved</h3><ul><li><a href="/qv">Liqvnk one</a><li><a>Liqvnk</a></ul></div>
        </article><!-- comqvment --></body></html>"#
    );
    let report = breakage(&html);
    assert!(report.hidden.len() > 1, "something is hidden: {report:?}");
    let written = json(&report);
    let at = written.to_lowercase().find("qv");
    assert_eq!(at, None, "{}", written.split_at(at.unwrap_or(0)).1);
    assert!(
        !written.contains("http") && !written.contains('?'),
        "{written}"
    );
    assert_eq!(report.language, None);
}

#[test]
fn holds_no_word_of_any_test_page_but_those_of_structure() {
    let mut complaints = Vec::new();
    for fixture in fixtures() {
        let cleaned = clean(&fixture.html, &Options::default());
        let words: BTreeSet<String> = letters(&cleaned.page.text).collect();
        let report = cleaned.breakage();
        for told in told(&report).into_iter().flat_map(letters) {
            let masked = told.bytes().all(|byte| byte == b'x') || HALVES.contains(&told.as_str());
            let tag = Tag::from_name(&told) != Tag::Other;
            if words.contains(&told) && !masked && !tag && known(&told) < told.len() {
                complaints.push(format!("{}: {told}", fixture.slug));
            }
        }
    }
    complain(&complaints);
}

/// Known only with the word that follows: "sign-in".
const HALVES: &[&str] = &["sign"];

proptest! {
    #[test]
    fn digits_of_a_text_do_not_survive(number in "[1-9]{4,12}", name in "[a-z]{1,9}") {
        let report = breakage(&format!("<p class='{name}-{number}' id='{number}'>Pay {number} now.</p>"));
        prop_assert!(!told(&report).iter().any(|told| told.contains(&number)));
    }
}
