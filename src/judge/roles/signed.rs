//! Lines that an author signs: below the headline, and, as blogs do, below the text.

use crate::article::{
    NameKind, Sites, begins_with_by, is_weekday, month, names_in, names_person, tells_publishing,
};
use crate::blocks::{block_runs, text_ends_sentence, words};
use crate::chars::plain_digits;
use crate::judge::context::{BlockId, Context, Hints, is_paragraph};
use crate::verdict::Reason;

/// Words of several authors with their jobs and two dates.
pub(super) const LONGEST_BYLINE: u32 = 25;

/// Lines from the headline down to its author: a standfirst and a picture's caption may come between.
const MOST_ABOVE: usize = 3;

/// "By Ida Brandt, 3 May 2026", "By Ida Brandt · Share": the model takes some such lines for the text that they stand over.
/// A name alone is in the header of a copy where the metadata has no other.
pub(super) fn signs_above(context: &Context<'_>, at: BlockId, headline: BlockId) -> bool {
    let text = context.text(at);
    let near = at > headline && at - headline <= MOST_ABOVE;
    let block = &context.blocks[at];
    near && block.is_in_sight()
        && block.stats.words <= LONGEST_BYLINE
        && begins_with_by(text)
        && !text_ends_sentence(text)
        && ((is_date(text) && names_someone(text))
            || begins_with_author(context, at)
            || (context.page.metadata.byline.is_none()
                && signs_alone(context, at)
                && names_all(text)))
}

/// Names, with "by" before and "and" between them, are all of it: who drew the picture is in no header.
fn names_all(text: &str) -> bool {
    let names = names_in(text, &Sites::default());
    let named: u32 = names.iter().map(|name| words(&name.text)).sum();
    named + 2 >= words(text)
}

/// "Sunday, 3 May 2026" and no more.
pub(super) fn is_day(text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    is_date(text)
        && words.all(|word| {
            word.starts_with(char::is_numeric) || month(word).is_some() || is_weekday(word)
        })
}

/// "By July 2026, 12 lamps will be lit" is a standfirst. A job may stand behind a name without a mark, and what was posted
/// was by somebody.
fn names_someone(text: &str) -> bool {
    let is_large = |name: &str| name.starts_with(char::is_uppercase) && name.contains(' ');
    let names = names_in(text, &Sites::default());
    let named = names.first();
    named.is_some_and(|name| name.kind == NameKind::Person || is_large(&name.text))
        || tells_publishing(text)
        || text.split_whitespace().take(2).any(is_site)
}

/// "Author: harbour.example".
fn is_site(word: &str) -> bool {
    let end = word.rsplit_once('.').map_or("", |(_, end)| end);
    end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// "By Ida Brandt" and no more, whoever the metadata names.
pub(super) fn signs_alone(context: &Context<'_>, at: BlockId) -> bool {
    let text = context.text(at);
    context.blocks[at].stats.words <= LONGEST_NAMES
        && begins_with_by(text)
        && !text_ends_sentence(text)
        && names_person(text)
}

/// Words of a line that is a name or two.
const LONGEST_NAMES: u32 = 8;

/// An element of the line says the author's name and no more: "Ida Brandt" beside a button to follow her, or a place.
pub(super) fn shows_author(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let authors = &page.metadata.authors;
    let is_author = |text: &str| {
        text.contains(char::is_whitespace) && authors.iter().any(|author| author == text)
    };
    let mut runs = block_runs(page, &context.blocks[at]).iter();
    runs.any(|run| is_author(page.run_text(run).trim()))
}

/// Blocks below the body, where blogs have "Posted by Ida Brandt at 7:32 PM".
const MOST_BELOW: usize = 2;

/// The line below the body, which ends at `end`, that says who posted it.
pub(super) fn signs_below(context: &Context<'_>, end: BlockId) -> Option<BlockId> {
    let past = (end + MOST_BELOW).min(context.blocks.len());
    (end..past).find(|&at| says_who_posted(context, at) || (at == end && signs_off(context, at)))
}

/// A person's name alone right behind the last paragraph, in the same element.
fn signs_off(context: &Context<'_>, at: BlockId) -> bool {
    let (page, block) = (context.page, &context.blocks[at]);
    let names = || names_in(context.text(at), &Sites::default());
    let beside = |last: BlockId| {
        is_paragraph(&context.blocks[last])
            && page.parent(block.node) == page.parent(context.blocks[last].node)
    };
    (2..=LONGEST_NAMES).contains(&block.stats.words)
        && block.is_in_sight()
        && block.stats.links == 0
        && context.phrases[at].is_none()
        && at.checked_sub(1).is_some_and(beside)
        && matches!(&names()[..], [only] if only.kind == NameKind::Person && only.text == context.text(at))
}

/// A day or a time stands behind the name. Comments are signed so, too.
fn says_who_posted(context: &Context<'_>, at: BlockId) -> bool {
    let (page, block, text) = (context.page, &context.blocks[at], context.text(at));
    let mut around = page.self_and_ancestors(block.node).take(MOST_AROUND);
    block.is_in_sight()
        && block.stats.words <= LONGEST_BYLINE
        && block.stats.digits > 0
        && tells_publishing(text)
        && begins_with_by(text)
        && names_person(text)
        && context.phrases[at].is_none_or(|said| said.reason == Reason::Byline)
        && !around.any(|id| context.hints[id as usize].has(Hints::READERS))
}

/// Boxes around a line that may be called comments.
const MOST_AROUND: usize = 8;

/// Whatever else stands in the line: "By Ida Brandt · 7:10 on Monday · Share · 12 comments".
pub(super) fn begins_with_author(context: &Context<'_>, at: BlockId) -> bool {
    let text = context.text(at);
    let author = context.page.metadata.byline.as_deref().unwrap_or("");
    author.contains(char::is_whitespace) && begins_with_by(text) && text.contains(author)
}

/// A paragraph that begins with the author's name, as the metadata has it: it tells who that is. A paper that signs its
/// articles itself has asked the council for an answer.
pub(crate) fn tells_of_author(context: &Context<'_>, at: BlockId) -> bool {
    let metadata = &context.page.metadata;
    let begins = |name: &String| {
        let rest = context.text(at).strip_prefix(name.as_str());
        name.contains(' ')
            && Some(name) != metadata.site.as_ref()
            && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    is_paragraph(&context.blocks[at]) && metadata.authors.iter().any(begins)
}

/// A short line with a year and at least one more number, in the digits of any script: "9 Jan, 2020 19:03", "2024年5月6日".
pub(crate) fn is_date(text: &str) -> bool {
    // 80 characters are at most 320 bytes.
    if text.len() > 4 * LONGEST_DATE || text.chars().count() > LONGEST_DATE {
        return false;
    }
    let plain = plain_digits(text);
    let mut numbers = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty());
    let era = |n: &str| match &n[..2] {
        "19" | "20" => true,
        // Iran writes 1403, in digits of its own, and Thailand 2568.
        "13" | "14" => text.contains(|c| matches!(c, '۰'..='۹')),
        "25" => text.contains(|c| matches!(c, '\u{e00}'..='\u{e7f}')),
        _ => false,
    };
    let year = |n: &str| n.len() == 4 && era(n);
    numbers.clone().any(year) && numbers.any(|n| n.len() <= 2)
}

/// Characters of a line that is a date and not much else.
const LONGEST_DATE: usize = 80;

#[cfg(test)]
mod tests;
