//! Text that the page shows twice: the headline again, the same teaser again.

use rustc_hash::FxHashMap;

use crate::blocks::Hidden;
use crate::evidence::Clue;
use crate::judge::boxes::Bench;
use crate::judge::context::{SHORT, Word, likeness, words_of};
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on second copies.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    headline_again(bench)
        .into_iter()
        .chain(same_text(bench))
        .collect()
}

/// Short blocks near the article that say the headline once more.
fn headline_again(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let context = bench.context;
    let Some(headline) = context.headline else {
        return Vec::new();
    };
    let title = words_of(context.text(headline));
    if title.len() < 4 {
        return Vec::new();
    }
    let is_again = |at: usize| {
        let alike = |words: &[Word]| likeness(&title, words) > 0.9;
        if context.blocks[at].stats.words <= SHORT {
            alike(context.words(at))
        } else {
            alike(&words_of(context.text(at)))
        }
    };
    let again = |&at: &usize| {
        let block = &context.blocks[at];
        at != headline && block.stats.words <= 2 * title.len() as u32 && is_again(at)
    };
    (0..context.blocks.len())
        .filter(again)
        .map(|at| {
            Verdict::hide(
                context.unit(at),
                Reason::Duplicate,
                Certainty::Strong,
                Clue::HeadlineAgain,
            )
        })
        .collect()
}

/// Later copies of a text of five words or more.
fn same_text(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let context = bench.context;
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut out = Vec::new();
    for (at, block) in context.blocks.iter().enumerate() {
        if context.copies[at] < 2 || block.stats.words < 5 || block.hidden != Hidden::No {
            continue;
        }
        if first.contains_key(context.text(at)) {
            out.push(Verdict::hide(
                context.unit(at),
                Reason::Duplicate,
                Certainty::Weak,
                Clue::TextAgain,
            ));
        } else {
            first.insert(context.text(at), at);
        }
    }
    out
}
