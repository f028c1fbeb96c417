//! Cosmetic rules: what to hide or to keep, in the syntax that people know from their content blockers.
//!
//! `example.com##.promo`, `a.com,~b.a.com##.promo`, `##.promo` everywhere, `example.com#@#.promo` never, `! comment`.
//! A list is data, and bounded: it can slow nothing and run nothing.

mod check;
mod line;
mod site;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::host::host_of;
use crate::options::Options;
use crate::outline::{NodeId, Outline};
use crate::read::read_matching;

pub use check::{is_plain, selector};
pub use line::{Line, line};

/// Most rules of one list.
pub const MOST_RULES: usize = 2000;
/// Most rules that reach one page, exceptions included.
pub const MOST_ON_PAGE: usize = 300;
/// Longest selector, in bytes.
pub const LONGEST_SELECTOR: usize = 400;
/// Most compounds of one selector: `a > b, c` has three.
pub const MOST_PARTS: usize = 16;

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// Nothing stands after `##`.
    EmptySelector,
    /// What stands before `##` is not a list of host names.
    BadHost,
    /// Not a cosmetic rule: a network rule, a scriptlet, an extended form (`#?#`, `#$#`).
    UnknownSyntax,
    /// Not a CSS selector.
    BadSelector,
    /// A selector that can't be matched while the page is read.
    UnsupportedSelector,
    /// A selector longer than [`LONGEST_SELECTOR`], or of more than [`MOST_PARTS`] compounds.
    TooLong,
    /// More rules than [`MOST_RULES`], or more for one host than [`MOST_ON_PAGE`].
    TooMany,
}

impl Problem {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Problem::EmptySelector => "empty-selector",
            Problem::BadHost => "bad-host",
            Problem::UnknownSyntax => "unknown-syntax",
            Problem::BadSelector => "bad-selector",
            Problem::UnsupportedSelector => "unsupported-selector",
            Problem::TooLong => "too-long",
            Problem::TooMany => "too-many",
        }
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The reader's.
    Reader,
    /// Ours, from `rules/sites/`.
    Site,
}

/// One rule, ready to be matched.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Whose it is.
    pub owner: Owner,
    /// Its line in the reader's list, from 1.
    pub line: u32,
    /// The line without white space around it.
    pub text: String,
    /// `#@#`: what it names is kept.
    pub exception: bool,
    /// The reader said that it may hide the article.
    pub confirmed: bool,
    /// What it names.
    pub selector: lol_html::Selector,
}

/// A rule and what it names on a page.
#[derive(Clone, Debug)]
pub struct Matched {
    /// The rule.
    pub rule: Rule,
    /// The elements, in document order.
    pub nodes: Vec<NodeId>,
}

/// Every rule for a page: the reader's, then the site's.
pub fn for_page(options: &Options) -> Vec<Rule> {
    let host = options.url.as_deref().and_then(host_of);
    let mut rules = rules_for(&options.rules, host.as_deref());
    for rule in &mut rules {
        rule.confirmed = options.confirmed.contains(&rule.text);
    }
    rules.extend(site::site_rules(host.as_deref()));
    rules
}

/// One pass reads the page and finds what its rules match, and what each of the selectors `known` does.
pub(crate) fn read_with_rules(
    html: &str,
    options: &Options,
    known: &[&lol_html::Selector],
) -> (Outline, Vec<Matched>, Vec<Vec<NodeId>>) {
    let rules = for_page(options);
    let own = rules.iter().map(|rule| &rule.selector);
    let selectors: Vec<_> = own.chain(known.iter().copied()).collect();
    let (page, mut found) = read_matching(html, &selectors);
    let known = found.split_off(rules.len());
    let matched = rules.into_iter().zip(found);
    let matched = matched.map(|(rule, nodes)| Matched { rule, nodes });
    (page, matched.collect(), known)
}

/// A line that is no rule, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadLine {
    /// The line, from 1.
    pub line: u32,
    /// Its beginning, at most 200 characters.
    pub text: String,
    /// What is wrong with it.
    pub reason: Problem,
}

/// What a look at a whole list found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// How many rules are good.
    pub rules: usize,
    /// The lines that are not, at most [`MOST_RULES`].
    pub errors: Vec<BadLine>,
}

/// Looks at every line of a list.
pub fn check_rules(text: &str) -> Checked {
    let mut checked = Checked::default();
    let mut counts = line::Counts::default();
    for (at, text) in numbered(text) {
        let found = match line(text) {
            Ok(None) => continue,
            Ok(Some(rule)) => counts
                .add(&rule)
                .and_then(|()| selector(rule.selector).map(drop)),
            Err(problem) => Err(problem),
        };
        match found {
            Ok(()) => checked.rules += 1,
            Err(reason) if checked.errors.len() < MOST_RULES => checked.errors.push(BadLine {
                line: at,
                text: text.trim().chars().take(200).collect(),
                reason,
            }),
            Err(_) => {}
        }
    }
    checked
}

/// The good rules of a list that apply to a page of `host`; all that name no host where the page has none.
///
/// Only these are parsed: what a list says of other sites costs a page nothing but a look at each line.
pub fn rules_for(text: &str, host: Option<&str>) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut seen = 0;
    for (at, text) in numbered(text) {
        let Ok(Some(rule)) = line(text) else { continue };
        seen += 1;
        if seen > MOST_RULES || rules.len() == MOST_ON_PAGE {
            break;
        }
        if rule.applies_to(host)
            && let Ok(selector) = selector(rule.selector)
        {
            rules.push(Rule {
                owner: Owner::Reader,
                line: at,
                text: text.trim().to_owned(),
                exception: rule.exception,
                confirmed: false,
                selector,
            });
        }
    }
    rules
}

/// The lines with their numbers from 1; the mark that some editors put before a file is not in the first.
fn numbered(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.trim_start_matches('\u{feff}').lines())
}

#[cfg(test)]
mod tests;
