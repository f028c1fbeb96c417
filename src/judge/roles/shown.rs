//! What the page shows a reader of its article: headline, authors, dates.

mod naming;
mod unmarked;

use super::found::Parts;
use super::role::Role;
use super::signed::is_date;
use crate::article::{
    SEAM, Shown, ShownDate, Sites, begins_with_by, ends_as_reporter, is_by_alone, is_reporter,
    names_in, names_person, tells_publishing,
};
use crate::blocks::{block_runs, is_unspaced, text_ends_sentence};
use crate::judge::context::{BlockId, Context, heading_around, link_around};
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::verdict::Reason;
use naming::{is_marked, naming};
use unmarked::{dated, sign_off};

/// The headline, authors and dates that the page shows.
pub fn shown(context: &Context<'_>, parts: &Parts, article: bool) -> Shown {
    let headline = parts.headline.map(|at| context.text(at).to_owned());
    let headline = headline.filter(|text| !text.is_empty());
    if !article {
        return Shown {
            headline,
            ..Shown::default()
        };
    }
    let all = lines(context, parts);
    let own = all
        .iter()
        .copied()
        .filter(|&at| !is_elsewhere(context, at, parts.headline));
    let lines: Vec<BlockId> = own.collect();
    // Dates further away count only where there is no other.
    let is_dated = |&at: &BlockId| stamp(context, at).is_some() || is_date(context.text(at));
    let end = parts.range.end;
    let after = end.saturating_sub(1)..(end + LINES_AFTER).min(context.blocks.len());
    // A notice is signed "Published by the Harbour News on 3 May 2026".
    let signed = |at: &BlockId| {
        let text = context.text(*at);
        after.contains(at) && is_date(text) && tells_publishing(text)
    };
    let far =
        |at: &BlockId| (parts.roles[*at] == Role::Byline || signed(at)) && !lines.contains(at);
    let has_dates = lines.iter().any(is_dated);
    let stamps = (0..parts.roles.len()).filter(|at| !has_dates && far(at));
    let near = all.iter().copied().chain(after.clone());
    Shown {
        headline,
        authors: authors(context, &lines),
        dates: lines
            .iter()
            .copied()
            .filter(|&at| !is_told(context, parts, at))
            .chain(stamps)
            .filter_map(|at| date(context, at))
            .collect(),
        near: near.map(|at| context.text(at).to_owned()).collect(),
        dated: lines
            .iter()
            .find_map(|&at| dated(context, at, parts.headline)),
        sign_off: after
            .rev()
            .find_map(|at| posted(context, parts, at).or_else(|| sign_off(context, at))),
    }
}

/// "Posted by Ida Brandt at 7:32 PM", below the article.
fn posted(context: &Context<'_>, parts: &Parts, at: BlockId) -> Option<String> {
    let is_line = parts.roles[at] == Role::Byline && begins_with_by(context.text(at));
    is_line.then(|| context.text(at).to_owned())
}

/// Lines below the headline that may be its author or date, and above it.
const LINES_BELOW: usize = 14;
const LINES_ABOVE: usize = 4;
/// Lines below the body where an author may sign.
const LINES_AFTER: usize = 3;
/// Author and date lines are short.
const MOST_WORDS: u32 = 25;
/// Elements of a line. A line may stand loose in a large element.
const MOST_ELEMENTS: usize = 200;

/// The short lines between headline and body and right above the headline, those below it first.
fn lines(context: &Context<'_>, parts: &Parts) -> Vec<BlockId> {
    let is_prose = |at: &BlockId| {
        parts.roles[*at] == Role::Body && context.blocks[*at].stats.words > MOST_WORDS
    };
    // A heading in the midst of the body may be what the metadata calls the title.
    let headline = parts
        .headline
        .filter(|&at| parts.roles[at] == Role::Headline);
    let headline = headline.unwrap_or(parts.range.start);
    let past = (headline + LINES_BELOW).min(context.blocks.len());
    // One paragraph may come before the author: the standfirst.
    let past = (headline..past).filter(is_prose).nth(1).unwrap_or(past);
    let below = headline..past;
    let above = headline.saturating_sub(LINES_ABOVE)..headline;
    let is_line = |at: &BlockId| {
        let block = &context.blocks[*at];
        block.is_in_sight()
            && block.stats.words <= MOST_WORDS
            && !matches!(parts.roles[*at], Role::Headline | Role::Caption)
    };
    below.chain(above).filter(is_line).collect()
}

/// Letters of "PORT HARBOUR, February 26, 2026", with which a first paragraph may begin.
const DATELINE: usize = 32;

/// A sentence of the body, whose date is of what it tells: "She died at home on 26 February 2026."
fn is_told(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let text = context.text(at);
    let beginning: String = text.chars().take(DATELINE).collect();
    parts.roles[at] == Role::Body
        && !is_date(text)
        && !is_date(&beginning)
        && text_ends_sentence(text)
        && stamp(context, at).is_none()
}

/// In a teaser, which has a title of its own, or in a side column or menu that the headline is not in.
fn is_elsewhere(context: &Context<'_>, at: BlockId, headline: Option<BlockId>) -> bool {
    let page = context.page;
    let above = headline.is_some_and(|headline| at < headline);
    let headline = headline.map(|at| context.blocks[at].node);
    let around = page.ancestors(context.blocks[at].inner);
    around
        .take_while(|&up| headline.is_none_or(|headline| !page.contains(up, headline)))
        .any(|up| {
            let aside = matches!(page.tag(up), Tag::Aside | Tag::Nav);
            aside || (context.sums[up as usize].blocks <= 6 && is_titled(context, up, at, above))
        })
}

/// Another block of the element is a heading or a link as long as one.
fn is_titled(context: &Context<'_>, id: NodeId, but: BlockId, above: bool) -> bool {
    context.blocks_in(id).any(|at| {
        let block = &context.blocks[at];
        let heading = heading_around(context.page, block.node).is_some();
        // Below the headline stand links to share it.
        let link = above && block.stats.words >= 5 && block.stats.link_density() > 0.8;
        at != but
            && (heading || link)
            && context.text(at) != context.text(but)
            && naming(context, at).is_none()
    })
}

/// The lines that name authors: the first, and those marked up like it.
fn authors(context: &Context<'_>, lines: &[BlockId]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut first: Option<NodeId> = None;
    for &at in lines {
        let naming = naming(context, at);
        let text = author_line(context, at);
        let labelled = context.phrases[at].is_some_and(|phrase| phrase.reason != Reason::Byline);
        // In Chinese and Japanese a short label and a name look alike.
        let unspaced = text.chars().any(is_unspaced) && !is_reporter(&text);
        let named =
            begins_with_by(&text) || ends_as_reporter(&text) || (naming.is_some() && !unspaced);
        if !named || labelled {
            continue;
        }
        let more = match (first, naming) {
            (Some(one), Some(other)) => alike(context, one, other) && is_name_alone(&text),
            _ => false,
        };
        if more || (out.is_empty() && may_name_author(&text)) {
            first = first.or(naming);
            out.push(text);
        }
    }
    out
}

/// The line, and the next where it is only "By"; of a line that begins with something else, what is marked as the author.
fn author_line(context: &Context<'_>, at: BlockId) -> String {
    let text = seamed(context, at, |_| true);
    if !begins_with_by(&text) && !names_person(&text) {
        let marked = seamed(context, at, |piece| is_marked(context, at, piece));
        if !marked.is_empty() {
            return marked;
        }
    }
    if is_by_alone(&text) && at + 1 < context.blocks.len() {
        format!("{text}{SEAM}{}", seamed(context, at + 1, |_| true))
    } else {
        text
    }
}

/// Holds a person's name, or one other: two single words are topics.
fn may_name_author(text: &str) -> bool {
    names_person(text) || names_in(text, &Sites::default()).len() == 1
}

/// Holds a name and no job, which the same markup may show too.
fn is_name_alone(text: &str) -> bool {
    let names = names_in(text, &Sites::default());
    let words = |text: &str| text.split_whitespace().count();
    names.iter().map(|name| words(&name.text)).sum::<usize>() * 2 > words(text)
        && names.len() == 1
        && text.starts_with(&names[0].text)
}

/// The same tag and names; elements without names are like none.
fn alike(context: &Context<'_>, one: NodeId, other: NodeId) -> bool {
    let page = context.page;
    let names = |id| [Attr::Class, Attr::ItemProp, Attr::Rel].map(|attr| page.attr(id, attr));
    page.tag(one) == page.tag(other) && names(one) == names(other) && names(one) != [None; 3]
}

/// The line's text with a mark where a link begins or ends, and where two elements touch without a space: "Ann Example"
/// and "@ann"; only of the pieces that are wanted.
fn seamed(context: &Context<'_>, at: BlockId, wanted: impl Fn(NodeId) -> bool) -> String {
    let page = context.page;
    let block = &context.blocks[at];
    let mut out = String::new();
    let mut last: Option<Option<NodeId>> = None;
    let wanted = block_runs(page, block)
        .iter()
        .filter(|run| wanted(run.node));
    for run in wanted {
        let (text, link) = (page.run_text(run), link_around(page, run.node, 4));
        let touch = !out.ends_with(char::is_whitespace) && !text.starts_with(char::is_whitespace);
        if last.is_some_and(|last| touch || last != link) {
            out.push(SEAM);
        }
        last = Some(link);
        out.push_str(text);
    }
    let pieces = out
        .split(SEAM)
        .map(|piece| piece.split_whitespace().collect::<Vec<_>>().join(" "));
    let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
    pieces.join(&SEAM.to_string())
}

/// A line with a date or a time.
fn date(context: &Context<'_>, at: BlockId) -> Option<ShownDate> {
    let (text, stamp) = (seamed(context, at, |_| true), stamp(context, at));
    let dated = stamp.is_some() || text.contains(char::is_numeric);
    dated.then_some(ShownDate { text, stamp })
}

/// The `datetime` of the `<time>` in or around a line.
fn stamp(context: &Context<'_>, at: BlockId) -> Option<String> {
    let page = context.page;
    let node = context.blocks[at].node;
    let inside = page.subtree(node).take(MOST_ELEMENTS);
    let inside = inside.chain(page.ancestors(node).take(2));
    let mut times = inside.filter(|&id| page.tag(id) == Tag::Time);
    times
        .find_map(|id| page.attr(id, Attr::DateTime))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests;
