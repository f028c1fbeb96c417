//! The test pages: what goes, what stays, what the ledger says, and what the article reads like.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::fs;
use std::path::Path;

use clean_copy::judge::Role;
use clean_copy::judge::context::Context;
use clean_copy::outline::Attr;
use clean_copy::plan::Edit;
use clean_copy::{Action, Clean, Strength, rewrite};

use crate::common::dom::Dom;
use crate::common::fixture::{Fixture, fixtures};
use crate::common::{blesses, complain, squeeze, text_of};

/// One thing a page is held to.
struct Check {
    name: &'static str,
    /// The text it looks for; empty where it looks at one thing only.
    text: String,
    /// What is wrong, if anything is.
    wrong: Option<String>,
}

fn check(name: &'static str, text: &str, wrong: Option<String>) -> Check {
    let text = text.to_owned();
    Check { name, text, wrong }
}

#[test]
fn every_page_is_cleaned_as_its_page_toml_says() {
    let complaints: Vec<String> = fixtures().iter().flat_map(complaints).collect();
    complain(&complaints);
}

fn complaints(page: &Fixture) -> Vec<String> {
    let tidy = page.clean(Strength::Tidy);
    let focus = page.clean(Strength::Focus);
    let mut checks = facts(page, &tidy);
    checks.extend(goes(page, &tidy));
    checks.extend(stays("must_stay in the page", page, &tidy));
    if page.spec.outcome != "not-an-article" {
        checks.extend(stays("must_stay in focus", page, &focus));
        checks.extend(copied(page, &tidy));
    }
    let mut out: Vec<String> = checks
        .iter()
        .filter_map(|check| verdict(page, check))
        .collect();
    out.extend(stale(page, &checks));
    out
}

/// A check that fails, or one that is known to fail and no longer does.
fn verdict(page: &Fixture, check: &Check) -> Option<String> {
    let mut known = page.spec.known_failure.iter();
    let known = known.find(|known| known.check == check.name && known.text == check.text);
    let place = format!("{}: {} {:?}", page.slug, check.name, check.text);
    match (&check.wrong, known) {
        (Some(wrong), None) => Some(format!("{place}: {wrong}")),
        (None, Some(known)) => Some(format!(
            "{place}: works now: take this known_failure out of page.toml ({})",
            known.why
        )),
        _ => None,
    }
}

/// Known failures of checks that do not exist.
fn stale<'p>(page: &'p Fixture, checks: &'p [Check]) -> impl Iterator<Item = String> + 'p {
    let exists = |check: &str, text: &str| checks.iter().any(|c| c.name == check && c.text == text);
    page.spec
        .known_failure
        .iter()
        .filter(move |known| !exists(&known.check, &known.text))
        .map(|known| {
            format!(
                "{}: no check {:?} of {:?}",
                page.slug, known.check, known.text
            )
        })
}

fn facts(page: &Fixture, clean: &Clean) -> Vec<Check> {
    let report = serde_json::to_value(clean.report()).expect("the report is JSON");
    let said = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let article = &report["article"];
    let published = said(&article["published"]).map(|date| date.chars().take(10).collect());
    // "en-US" is English.
    let language = said(&article["language"]);
    let language = language.and_then(|tag| tag.split('-').next().map(str::to_owned));
    vec![
        equal(
            "outcome",
            Some(page.spec.outcome.clone()),
            said(&report["outcome"]),
        ),
        equal("title", page.spec.title.clone(), said(&article["title"])),
        equal("byline", page.spec.byline.clone(), said(&article["byline"])),
        equal("published", page.spec.published.clone(), published),
        equal("language", page.spec.language.clone(), language),
    ]
}

fn equal(name: &'static str, expected: Option<String>, found: Option<String>) -> Check {
    let squeezed = |text: &Option<String>| text.as_deref().map(squeeze);
    let wrong = squeezed(&expected) != squeezed(&found);
    let wrong = wrong.then(|| format!("expected {expected:?}, but found {found:?}"));
    check(name, "", wrong)
}

/// What must go is neither in the page, but for what is muted there, nor in the Markdown.
fn goes(page: &Fixture, clean: &Clean) -> Vec<Check> {
    let before = page_text(&page.html);
    let after = page_text(&rewrite(&page.html, &clean.plan));
    let markdown = squeeze(&clean.markdown());
    let mut checks = Vec::new();
    for text in &page.spec.must_go {
        let found = squeeze(text);
        let still = |place: &str| {
            place
                .contains(&found)
                .then(|| "it is still there".to_owned())
        };
        let never = (!before.contains(&found)).then(|| "the page never had it".to_owned());
        checks.push(check(
            "must_go in the page",
            text,
            never.or_else(|| still(&after)),
        ));
        checks.push(check("must_go in the Markdown", text, still(&markdown)));
    }
    checks
}

fn stays(name: &'static str, page: &Fixture, clean: &Clean) -> Vec<Check> {
    let after = page_text(&rewrite(&page.html, &clean.plan));
    let one = |text: &String| {
        let lost = !after.contains(&squeeze(text));
        check(name, text, lost.then(|| blame(text, clean)))
    };
    page.spec.must_stay.iter().map(one).collect()
}

/// What must stay is in the Markdown too. Marks of emphasis and links may stand between its words.
fn copied(page: &Fixture, clean: &Clean) -> Vec<Check> {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let markdown = letters(&without_addresses(&clean.markdown()));
    let one = |text: &String| {
        let lost = !markdown.contains(&letters(text));
        let wrong = lost.then(|| "it is not there".to_owned());
        check("must_stay in the Markdown", text, wrong)
    };
    let must_stay = page.spec.must_stay.iter();
    must_stay
        .filter(|text| !in_header(clean, text))
        .map(one)
        .collect()
}

/// True for a text of the lines that say who wrote the article and when: the copy has its own form for them.
fn in_header(clean: &Clean, text: &str) -> bool {
    let context = Context::new(&clean.page);
    let judgement = &clean.judgement;
    let mut lines = (0..context.blocks.len())
        .filter(|&at| judgement.parts.roles[at] == Role::Byline && !judgement.beside[at]);
    lines.any(|at| squeeze(context.text(at)).contains(&squeeze(text)))
}

/// `[words](address)` → `[words]`
fn without_addresses(markdown: &str) -> String {
    let mut parts = markdown.split("](");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push(']');
        out.push_str(part.split_once(')').map_or("", |(_, rest)| rest));
    }
    out
}

/// Which edit took a text.
fn blame(text: &str, clean: &Clean) -> String {
    let holds = |edit: &&Edit| {
        squeeze(&clean.page.squeezed(edit.ordinal, 100_000)).contains(&squeeze(text))
    };
    let mut hidden = clean.plan.edits.iter().filter(|e| e.action == Action::Hide);
    match hidden.find(holds) {
        Some(edit) => format!("lost with {}", line(clean, edit)),
        None => "it is not there, and no edit took it".to_owned(),
    }
}

fn page_text(html: &str) -> String {
    Dom::parse(html).text()
}

#[test]
fn every_ledger_is_the_expected_one() {
    expected("expected.verdicts", |page| {
        let clean = page.clean(Strength::Tidy);
        let lines = clean.plan.edits.iter().map(|edit| line(&clean, edit));
        lines.map(|line| line + "\n").collect()
    });
}

#[test]
fn every_article_reads_as_expected() {
    expected("expected.md", |page| page.clean(Strength::Tidy).markdown());
}

/// `action reason tag#id.class “beginning of the text” — evidence`
fn line(clean: &Clean, edit: &Edit) -> String {
    let attr = |attr| clean.page.attr(edit.ordinal, attr).unwrap_or("");
    let id = attr(Attr::Id).split_whitespace().map(|id| format!("#{id}"));
    let classes = attr(Attr::Class).split_whitespace();
    let names: String = id.chain(classes.map(|class| format!(".{class}"))).collect();
    let text: String = edit.text.chars().take(60).collect();
    let action = format!("{:?}", edit.action).to_lowercase();
    let (reason, tag) = (edit.reason.name(), &edit.tag);
    format!(
        "{action} {reason} {tag}{names} “{}” — {}",
        text.trim(),
        edit.evidence
    )
}

/// Compares with a file in each page's folder, or writes it (`BLESS=1`).
fn expected(file: &str, written: impl Fn(&Fixture) -> String) {
    let mut complaints = Vec::new();
    for page in fixtures() {
        let (path, now) = (page.folder.join(file), written(&page));
        if blesses() {
            fs::write(&path, now).expect("the page's folder can be written to");
        } else if let Some(difference) = difference(&path, &now) {
            complaints.push(format!("{}/{file}: {difference}", page.slug));
        }
    }
    complain(&complaints);
}

fn difference(path: &Path, now: &str) -> Option<String> {
    if !path.exists() {
        return Some("missing: run with BLESS=1 and review it".to_owned());
    }
    let wanted = text_of(path);
    let (mut old, mut new) = (wanted.lines(), now.lines());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return (wanted != now).then(|| "other line ends".to_owned()),
            (was, is) if was == is => {}
            (was, is) => return Some(format!("expected {was:?}, but found {is:?}")),
        }
    }
}
