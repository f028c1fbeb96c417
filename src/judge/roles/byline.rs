//! The lines of author and date, by where they stand and what they say.

use std::ops::Range;

use super::author_page::holds_author_link;
use super::signed::{LONGEST_BYLINE, begins_with_author, is_date, shows_author, signs_alone};
use crate::judge::context::{BlockId, Context, Hints};
use crate::rules::{Phrase, PhraseKind};
use crate::tag::Tag;
use crate::verdict::Reason;
use crate::words::{likeness, words_of};

/// Blocks above the headline, where some sites have the day and the section.
const ABOVE: usize = 4;
/// Blocks below it: a standfirst, a picture with its caption and a share bar may come first.
const BELOW: usize = 14;
/// Blocks into the body: a standfirst and a first paragraph or two may stand above the author.
const INTO: usize = 6;

/// Author and date lines stand between the headline and the body, or just below the headline.
pub(super) fn is_byline(
    context: &Context<'_>,
    at: BlockId,
    headline: Option<BlockId>,
    body: &Range<BlockId>,
) -> bool {
    let block = &context.blocks[at];
    let top = headline.unwrap_or(body.start);
    let from = top.saturating_sub(ABOVE);
    let to = (top + BELOW).min(body.start + INTO);
    if !block.is_in_sight()
        || block.stats.words > LONGEST_BYLINE
        || at < from
        || at > to
        || context.phrases[at].is_some_and(|said| !is_beside_author(context, at, said))
    {
        return false;
    }
    let page = context.page;
    let mut around = page.self_and_ancestors(block.inner).take(3);
    let named = around
        .find_map(|id| {
            let hints = context.hints[id as usize];
            let is_stamp = matches!(page.tag(id), Tag::Time | Tag::Address);
            if hints.has(Hints::BYLINE) || is_stamp {
                return Some(true);
            }
            // A bar of buttons in the author's box is a box of its own.
            hints.has(Hints::SHARE).then_some(false)
        })
        .unwrap_or(false);
    named
        || names_author(context, at)
        || (at > top && (signs_alone(context, at) || shows_author(context, at)))
        || is_date(context.text(at))
        || holds_author_link(page, block)
}

/// The word before a name, "Author:", or a date, and a note in the line of the page's author take the line from nobody.
fn is_beside_author(context: &Context<'_>, at: BlockId, said: &Phrase) -> bool {
    let names = labels(said) && context.blocks[at].stats.digits == 0;
    names || dates(context, at, said) || notes_beside_author(context, at, said)
}

/// "Dodano: 29 grudnia 2011, 13:45": the label says what the date is, and is no other than that.
pub(super) fn dates(context: &Context<'_>, at: BlockId, said: &Phrase) -> bool {
    labels(said) && is_date(context.text(at))
}

fn labels(said: &Phrase) -> bool {
    said.reason == Reason::Byline && said.kind == PhraseKind::Starts
}

/// "By Ida Brandt. This post may contain affiliate links."
pub(crate) fn notes_beside_author(context: &Context<'_>, at: BlockId, said: &Phrase) -> bool {
    let author = context.page.metadata.byline.as_deref().unwrap_or("");
    said.kind == PhraseKind::Contains
        && author.contains(char::is_whitespace)
        && context.text(at).contains(author)
}

fn names_author(context: &Context<'_>, at: BlockId) -> bool {
    let Some(byline) = &context.page.metadata.byline else {
        return false;
    };
    let (author, own) = (words_of(byline), words_of(context.text(at)));
    likeness(&author, &own) > 0.5 || begins_with_author(context, at)
}
