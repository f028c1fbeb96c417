//! Rules at the command line.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use crate::common::tool::*;

const URL: &str = "https://www.ostrel.example/bridge";

/// The tool with the page on its standard input and these rules.
fn ruled(name: &str, rules: &str, arguments: &[&str]) -> std::process::Output {
    let file = put(&folder(name).join("mine.txt"), rules);
    let more = ["--rules", &file, "--url", URL];
    run_with(PAGE.as_bytes(), &[arguments, &more].concat())
}

#[test]
fn rules_hide_and_keep_in_every_form() {
    let rules = "ostrel.example##.main-nav\n~ostrel.example##h1\nostrel.example#@#.promo\n";
    let html = ruled("rules-html", rules, &["html"]);
    assert_eq!(err(&html), "");
    assert!(!out(&html).contains("main-nav") && out(&html).contains(HEADLINE));
    assert!(out(&html).contains(CLUTTER[0]) && !out(&html).contains(CLUTTER[1]));
    let text = ruled("rules-text", "##.byline", &["text"]);
    assert_article(out(&text));

    let report = ruled("rules-report", rules, &["report"]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
    let lines: Vec<_> = report["rules"].as_array().expect("rules").iter().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (&lines[1]["line"], &lines[1]["matched"]),
        (&3.into(), &1.into())
    );
    let hidden = report["hidden"].as_array().expect("a list");
    let nav = hidden.iter().find(|edit| edit["reason"] == "your-rule");
    assert_eq!(nav.expect("the rule's edit")["selector"], ".main-nav");
}

#[test]
fn a_rule_that_takes_the_article_is_held_back_and_said() {
    let output = ruled("rules-held", "##article", &["html"]);
    assert_article(out(&output));
    assert!(err(&output).contains("##article would hide the article"));
    let output = ruled("rules-told", "##article", &["html", "--confirm-rules"]);
    assert_eq!(err(&output), "");
    assert!(!out(&output).contains(PARAGRAPHS[0]));
}

#[test]
fn wrong_lines_are_said_and_the_rest_is_used() {
    let output = ruled("rules-wrong", "##p + p\n##.main-nav", &["html"]);
    assert!(output.status.success());
    assert!(err(&output).contains("mine.txt:1: unsupported-selector: ##p + p"));
    assert!(!out(&output).contains("main-nav"));
}

#[test]
fn rules_are_looked_at_line_by_line() {
    let folder = folder("rules-check");
    let good = put(
        &folder.join("good.txt"),
        "! mine\n##.promo\na.example#@#.promo\n",
    );
    let output = run(&["rules", &good]);
    assert!(output.status.success());
    assert_eq!(out(&output), "");
    assert!(err(&output).contains("rules: 2; lines that are none: 0"));

    let bad = put(
        &folder.join("bad.txt"),
        "##.promo\n\n||ads.example^\na b##i\n",
    );
    let output = run(&["rules", &bad]);
    assert_eq!(output.status.code(), Some(1));
    let expected = format!("{bad}:3: unknown-syntax: ||ads.example^\n{bad}:4: bad-host: a b##i\n");
    assert_eq!(out(&output), expected);

    let output = run_with(b"##:has(a)", &["rules", "-"]);
    assert_eq!(out(&output), "-:1: unsupported-selector: ##:has(a)\n");
    let output = run(&["rules", "no-such-file.txt"]);
    assert!(!output.status.success() && err(&output).contains("can't read no-such-file.txt"));
    let output = run_with(b"\xff\xfe\xfa", &["rules", "-"]);
    assert!(!output.status.success() && err(&output).contains("UTF-8"));
}

#[test]
fn a_folder_says_on_how_many_pages_a_rule_was_held_back() {
    let folder = folder("rules-folder");
    put(&folder.join("in/one.html"), PAGE);
    let rules = put(&folder.join("mine.txt"), "##article");
    let (from, to) = (folder.join("in"), folder.join("out"));
    let (from, to) = (from.display().to_string(), to.display().to_string());
    let output = run(&["html", &from, "--out", &to, "--rules", &rules]);
    assert!(output.status.success());
    assert!(
        err(&output).contains("on 1 of 1 pages a rule"),
        "{}",
        err(&output)
    );
}
