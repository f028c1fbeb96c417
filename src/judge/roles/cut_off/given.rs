//! How much of an article JSON-LD gives, beside what the page shows.

use super::{NEAR, Parts, Role};
use crate::judge::context::{BlockId, Context};
use crate::words::{Word, words_of};

/// Words by which two texts are known to say the same there.
const SAME: usize = 6;
/// And how long these may be.
const SAME_BYTES: usize = 400;

/// JSON-LD counts, or gives, more words than the page has.
pub(super) fn says_more(context: &Context<'_>, parts: &Parts, words: u32) -> bool {
    let metadata = &context.page.metadata;
    let is_more = |said: u32| u64::from(said) * 10 > u64::from(words) * 16 + 400;
    let gives_more = |body: &str| {
        is_more(body.split_whitespace().count() as u32) && !is_shown_to_end(context, parts, body)
    };
    metadata.words.is_some_and(is_more) || metadata.body.as_deref().is_some_and(gives_more)
}

/// The page shows the last words of the text that JSON-LD gives: nothing is missing, however often that says the rest. What
/// stands below every article of a paper ends those that are cut off, too, so the page must show words from late in that
/// text as well.
fn is_shown_to_end(context: &Context<'_>, parts: &Parts, body: &str) -> bool {
    let last = |text: &str| {
        let mut words = words_of(part(text, text.len().saturating_sub(SAME_BYTES)));
        words.split_off(words.len().saturating_sub(SAME))
    };
    let end = last(body);
    let is_body = |&at: &BlockId| parts.roles[at] == Role::Body;
    let own = parts.range.clone().filter(is_body);
    let mut near = own.clone().rev().take(NEAR);
    if end.len() < SAME || !near.any(|at| last(context.text(at)) == end) {
        return false;
    }
    // The first may be half a word.
    let late = words_of(part(body, body.len() / 4 * 3));
    let late = late.get(1..=SAME).unwrap_or(&end);
    let shown: Vec<Word> = own.flat_map(|at| words_of(context.text(at))).collect();
    shown.windows(SAME).any(|words| words == late)
}

/// What a text says from a place on, as far as it is read.
fn part(text: &str, from: usize) -> &str {
    let border = |from: usize| (from..text.len()).find(|&at| text.is_char_boundary(at));
    let [from, to] = [from, from + SAME_BYTES].map(|at| border(at).unwrap_or(text.len()));
    &text[from..to]
}
