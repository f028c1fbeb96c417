//! Related, most-read and recommended lists: by their label, their names, or their shape.

use crate::evidence::Clue;
use crate::judge::boxes::{Bench, is_landmark};
use crate::judge::tokens::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on lists and grids of other articles.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Related, Hints::RELATED, |id| {
        let sums = bench.context.sums[id as usize];
        sums.link_density() > 0.4 || sums.prose == 0
    });
    let shaped = (0..bench.context.page.len()).filter(|&id| is_card_grid(bench, id));
    let shaped =
        shaped.map(|id| Verdict::hide(id, Reason::Related, Certainty::Weak, Clue::Teasers));
    bench
        .by_phrase(Reason::Related)
        .into_iter()
        .chain(named)
        .chain(shaped)
        .collect()
}

/// Three or more alike children, each a link with a few words: a grid of teasers, a list of headlines.
fn is_card_grid(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let context = bench.context;
    let sums = context.sums[id as usize];
    let listed = matches!(
        context.page.tag(id),
        Tag::Ul | Tag::Ol | Tag::Div | Tag::Section | Tag::Aside
    );
    if !listed || is_landmark(context.page.tag(id)) || sums.blocks < 3 || sums.link_density() < 0.7
    {
        return false;
    }
    let teaser = |&child: &NodeId| {
        let sums = context.sums[child as usize];
        sums.words >= 4 && sums.link_density() > 0.6
    };
    context.page.children(id).filter(teaser).count() >= 3
}
