//! Labels such as "Most read" take the teasers under them along.

use crate::plain::lines::{Line, LineKind};
use crate::plain::round::Round;
use crate::plain::why::Why;
use crate::rules::{self, Phrase};
use crate::verdict::Reason;
use crate::words::words_of;

/// Most teasers that one label takes between two paragraphs; longer lists are the article's.
const MOST: usize = 12;

/// How far a label reaches.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// To the next paragraph, or to the end.
    Prose,
    /// To the next blank line; below the article to its end.
    Blank,
    /// Nowhere inside the article, to the end below it.
    End,
}

/// Takes what stands under labels, below the first paragraph. Above it the headline, byline and date stand.
pub(super) fn take(round: &mut Round<'_, '_>) {
    let prose = prose_words(round);
    let mut at = round.body.start;
    while at < round.lines.len() {
        let label = round.gone[at].and_then(|why| label(&round.lines[at], why));
        at = match label {
            Some((phrase, _)) if at >= round.body.end => take_rest(round, at, phrase, prose),
            Some((phrase, reach)) if reach != Reach::End => take_run(round, at, phrase, reach),
            _ => at + 1,
        };
    }
}

fn prose_words(round: &Round<'_, '_>) -> u64 {
    round
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Prose)
        .map(|line| u64::from(line.words))
        .sum()
}

fn label(line: &Line<'_>, why: Why) -> Option<(&'static Phrase, Reach)> {
    let Why::Phrase(phrase) = why else {
        return None;
    };
    // "Also on" and one word more, the site's name, is a label too.
    let more = words_of(line.text)
        .len()
        .saturating_sub(words_of(phrase.text).len());
    let open = !line.text.contains([':', '：']);
    let alone = phrase.kind == rules::PhraseKind::Whole || more == 0 || (open && more <= 2);
    let names = alone || (open && phrase.kind == rules::PhraseKind::Starts);
    let reach = match phrase.reason {
        Reason::Related if names => Reach::Prose,
        Reason::Promo if alone => Reach::Blank,
        Reason::Comments if alone => Reach::End,
        Reason::Navigation => Reach::End,
        _ => return None,
    };
    Some((phrase, reach))
}

/// Takes the short lines below a label after the last paragraph; gives the place to go on from.
fn take_rest(
    round: &mut Round<'_, '_>,
    label: usize,
    phrase: &'static Phrase,
    prose: u64,
) -> usize {
    let end = round.lines.len();
    let rest: Vec<usize> = (label + 1..end).filter(|&at| round.is_loose(at)).collect();
    let words: u64 = rest
        .iter()
        .map(|&at| u64::from(round.lines[at].words))
        .sum();
    // More words than the article has: that is a list with an introduction, not an article with a footer.
    if words <= prose {
        for at in rest {
            round.gone[at] = Some(Why::Under(phrase));
        }
    }
    end
}

/// Takes the teasers between a label and the next paragraph; gives the place to go on from.
fn take_run(
    round: &mut Round<'_, '_>,
    label: usize,
    phrase: &'static Phrase,
    reach: Reach,
) -> usize {
    let mut teasers = Vec::new();
    let mut at = label + 1;
    while let Some(line) = round.lines.get(at) {
        if line.is_blank() && reach == Reach::Blank {
            break;
        }
        if round.is_loose(at) {
            teasers.push(at);
        } else if !line.is_blank() && round.gone[at].is_none() {
            break;
        }
        at += 1;
    }
    if teasers
        .last()
        .is_some_and(|&last| heads_text(round, last, at))
    {
        teasers.pop();
    }
    if teasers.len() <= MOST {
        for teaser in teasers {
            round.gone[teaser] = Some(Why::Under(phrase));
        }
    }
    at
}

/// The last line of a run may be the heading of the paragraph at `end`: one that stands alone, or right above it.
fn heads_text(round: &Round<'_, '_>, last: usize, end: usize) -> bool {
    let follows = round.lines.get(end).is_some_and(|line| !line.is_blank());
    let touches = last + 1 == end;
    follows && (touches || round.lines[last - 1].is_blank())
}
