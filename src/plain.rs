//! Text that was copied or scraped without its HTML.
//!
//! Two kinds of evidence. A *sign* is in the line itself: names of icons, a phrase of `rules/phrases/`. Everything else
//! is told from where a line stands (above the headline, under "Most read", said before), and counts only in a text
//! that shows a sign or its headline twice: a text without either comes out byte for byte as it went in.

mod decide;
mod headline;
mod lines;
mod menus;
mod round;
mod sign;
mod surroundings;
mod teasers;
mod why;

use std::borrow::Cow;

use serde::Serialize;

use crate::verdict::Reason;
use decide::decide;
use lines::{Line, LineKind};
use why::Why;

/// One line that went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemovedLine {
    /// The line.
    pub line: String,
    /// Why.
    pub reason: Reason,
    /// In words that a reader understands.
    pub evidence: String,
}

/// Cleaned text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlainClean {
    /// What stays.
    pub text: String,
    /// What went, in order.
    pub removed: Vec<RemovedLine>,
}

/// Rounds after which a text that still changes is left alone; every text we know settles in two or three.
const ROUNDS: usize = 8;

/// Cleans text.
///
/// ```
/// let copied = "Harbour bridge opens after nine years\n\nShare\nPrint\n\nThe new bridge opened on Monday, and \
///     several hundred people walked across it before the first buses.\n";
/// let clean = clean_copy::clean_plain(copied);
/// assert!(clean.text.starts_with("Harbour bridge opens after nine years\n\nThe new bridge"));
/// assert_eq!(clean.removed.len(), 2);
/// ```
pub fn clean_plain(text: &str) -> PlainClean {
    let lines = lines::split(text);
    let cleaned = lines.iter().any(is_prose).then(|| settle(&lines)).flatten();
    match cleaned {
        Some((kept, gone)) if !gone.is_empty() && !takes_most(&lines, &gone) => PlainClean {
            text: joined(text, &kept),
            removed: gone.iter().map(removed).collect(),
        },
        _ => PlainClean {
            text: text.to_owned(),
            removed: Vec::new(),
        },
    }
}

/// Lines that went, and why.
type Gone<'a> = Vec<(Line<'a>, Why)>;

/// Cleans until nothing changes any more, so that cleaning twice is cleaning once.
fn settle<'a>(lines: &[Line<'a>]) -> Option<(Vec<Line<'a>>, Gone<'a>)> {
    let mut kept = Cow::Borrowed(lines);
    let mut gone: Gone<'a> = Vec::new();
    for _ in 0..ROUNDS {
        let round = decide(&kept);
        if round.changes_nothing() {
            gone.sort_by_key(|(line, _)| line.place);
            return Some((kept.into_owned(), gone));
        }
        let (left, lost) = round.apply();
        kept = Cow::Owned(left);
        gone.extend(lost);
    }
    None
}

fn is_prose(line: &Line<'_>) -> bool {
    line.kind == LineKind::Prose
}

/// True where more prose would go than stay: then this was no article with clutter around it.
fn takes_most(lines: &[Line<'_>], gone: &Gone<'_>) -> bool {
    let words = |line: &Line<'_>| u64::from(line.words);
    // A second copy is no loss, and a consent text was never the article's.
    let spare = |why: &Why| matches!(why.reason(), Reason::Duplicate | Reason::Consent);
    let all: u64 = lines.iter().filter(|line| is_prose(line)).map(words).sum();
    let (mut lost, mut spared) = (0, 0);
    for (line, why) in gone.iter().filter(|(line, _)| is_prose(line)) {
        *(if spare(why) { &mut spared } else { &mut lost }) += words(line);
    }
    lost * 2 > all - spared
}

/// The lines with the text's own kind of line break; a last break only where the text had one.
fn joined(text: &str, kept: &[Line<'_>]) -> String {
    let windows = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    let end = if windows { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(text.len());
    for (at, line) in kept.iter().enumerate() {
        if at > 0 {
            out.push_str(end);
        }
        out.push_str(line.text);
    }
    if text.ends_with('\n') && !out.is_empty() {
        out.push_str(end);
    }
    out
}

fn removed((line, why): &(Line<'_>, Why)) -> RemovedLine {
    RemovedLine {
        line: line.text.trim().to_owned(),
        reason: why.reason(),
        evidence: why.evidence(),
    }
}

#[cfg(test)]
mod tests;
