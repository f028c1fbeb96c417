//! Lines that go because of their neighbours: share bars, bare counts, second copies.

use rustc_hash::FxHashSet;
use std::ops::Range;

use crate::plain::lines::{Line, LineKind};
use crate::plain::round::Round;
use crate::plain::why::Why;
use crate::verdict::Reason;
use crate::words::{Word, likeness, words_of};

/// Longest share bar; a longer run of single words is a list.
const BAR: usize = 8;

/// A list of which less than half is clutter is the article's: its items stay together.
pub(super) fn spare_lists(round: &mut Round<'_, '_>) {
    let mut at = 0;
    while at < round.lines.len() {
        let items = round.lines[at..].iter().take_while(|l| l.item).count();
        let signs = round.gone[at..at + items].iter().flatten().count();
        if signs * 2 < items {
            round.gone[at..at + items].fill(None);
        }
        at += items.max(1);
    }
}

/// The names of networks below "Share": single words, right below a line that goes as share prompt.
pub(super) fn bars(round: &mut Round<'_, '_>) {
    for start in 1..round.lines.len() {
        let shares = round.gone[start - 1].is_some_and(|why| why.reason() == Reason::Share);
        if !shares {
            continue;
        }
        let names = |at: &usize| round.is_loose(*at) && round.lines[*at].is_one_word();
        let most = round.lines.len().min(start + BAR + 1);
        let mut end = start + (start..most).take_while(names).count();
        if end - start > BAR {
            continue;
        }
        // Right above a paragraph a single word is its heading.
        let headed = round
            .lines
            .get(end)
            .is_some_and(|l| l.kind == LineKind::Prose);
        end = end.saturating_sub(usize::from(headed)).max(start);
        round.gone[start..end].fill(Some(Why::Bar));
    }
}

/// "87" beside "View comments", and the odd line inside a newsletter or consent box.
pub(super) fn counts(round: &mut Round<'_, '_>) {
    for at in 0..round.lines.len() {
        if !round.is_loose(at) {
            continue;
        }
        let mut near = round.beside(at).filter_map(|b| round.gone[b]);
        let (one, other) = (near.next(), near.next());
        if round.lines[at].is_number() {
            let social = |why: &Why| matches!(why.reason(), Reason::Share | Reason::Comments);
            round.gone[at] = one
                .into_iter()
                .chain(other)
                .find(social)
                .map(|why| Why::Count(why.reason()));
        } else if at > round.body.start
            && let (Some(Why::Phrase(one)), Some(Why::Phrase(other))) = (one, other)
            && one.reason == other.reason
            && matches!(
                one.reason,
                Reason::Newsletter | Reason::Consent | Reason::Comments
            )
        {
            round.gone[at] = Some(Why::Under(one));
        }
    }
}

/// Below the article, the one unknown line in a group of clutter: "Did you like this story?" above its buttons.
pub(super) fn odd_lines(round: &mut Round<'_, '_>) {
    // Right below the last paragraph a credit may stand, or its last line.
    let end = round.body.end;
    let apart = |group: &Range<usize>| group.start > end;
    let below = round.groups(end..round.lines.len());
    for group in below.into_iter().filter(apart) {
        let phrase = round.gone[group.clone()].iter().find_map(|why| match why {
            Some(Why::Phrase(phrase)) => Some(*phrase),
            _ => None,
        });
        let mut left = group.clone().filter(|&at| round.gone[at].is_none());
        if let (Some(phrase), Some(odd), None, 4..) =
            (phrase, left.next(), left.next(), group.len())
            && round.is_loose(odd)
        {
            round.gone[odd] = Some(Why::Under(phrase));
        }
    }
}

/// Second copies: the headline anywhere, long paragraphs, and short lines that stand by themselves.
pub(super) fn repeats(round: &mut Round<'_, '_>, headline: usize) {
    let title = words_of(round.lines[headline].text);
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for at in round.body.start..round.lines.len() {
        let line = round.lines[at];
        if round.gone[at].is_some() || line.is_blank() {
            continue;
        }
        let alone = line.kind == LineKind::Short && stands_alone(round, at);
        if alone && says_again(&title, &line) {
            round.gone[at] = Some(Why::Headline);
            continue;
        }
        // A refrain is short, and who speaks next ("The chair of the inquiry:") is said often.
        let counts = match line.kind {
            LineKind::Prose => line.words >= 15,
            _ => alone && line.words >= 5 && !line.text.ends_with([':', '：']),
        };
        if counts && !seen.insert(line.text.trim()) {
            round.gone[at] = Some(Why::Repeat);
        }
    }
}

/// No verse, no list: the lines beside it are paragraphs, or go, or are blank.
fn stands_alone(round: &Round<'_, '_>, at: usize) -> bool {
    round
        .beside(at)
        .all(|b| round.lines[b].kind == LineKind::Prose || round.gone[b].is_some())
}

/// True for a line that says the headline, in a long one but for a word; "… review: brakes" is a heading.
pub(super) fn says_again(title: &[Word], line: &Line<'_>) -> bool {
    let near = title.len() as u32 / 2..=2 * title.len() as u32 + 1;
    if title.len() < 3 || !near.contains(&line.words.max(1)) {
        return false;
    }
    let words = words_of(line.text);
    words == title || likeness(title, &words) > 0.95
}
