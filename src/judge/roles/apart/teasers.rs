//! Teasers under a label that says so ("Related", "More from the Harbour Post"), each a headline that leads on and a line
//! or two. Below a short article the model takes them for its sections, since they are most of what the page says.

use super::counts::Counts;
use crate::judge::context::{BlockId, is_inward, is_material, stays_on_site};
use crate::outline::NodeId;
use crate::rules::PhraseKind;
use crate::tag::Tag;
use crate::verdict::Reason;

/// Words of a label.
const LONGEST_LABEL: u32 = 8;
/// Boxes that begin with a label, and boxes around the teasers below it, that are looked at.
const LEVELS: usize = 4;
/// Fewer are no list.
const FEWEST: usize = 3;
/// Words and blocks of a teaser, words of its headline, and how many lines may stand above that.
const MOST_WORDS: u32 = 60;
const MOST_BLOCKS: u32 = 6;
const HEADLINE: u32 = 4;
const ABOVE: usize = 2;
/// Words of body text above them and below them: two sentences are a piece of news, and what goes on is the article.
const NEWS: u32 = 15;
const GOES_ON: u32 = 40;

/// The boxes of such a label and teasers, below the article.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let context = counts.context;
    let labels = (0..context.blocks.len()).filter(|&at| {
        let says = context.phrases[at].is_some_and(|said| {
            matches!(said.reason, Reason::Related | Reason::Promo)
                && said.kind != PhraseKind::Contains
        });
        says && context.blocks[at].stats.words <= LONGEST_LABEL
    });
    labels.filter_map(|at| labelled(counts, at)).collect()
}

/// The box that begins with the label at `at` and holds teasers and nothing else.
fn labelled(counts: &Counts<'_, '_>, at: BlockId) -> Option<NodeId> {
    let context = counts.context;
    let begins = |up: &NodeId| context.blocks_in(*up).start == at;
    let around = context.page.ancestors(context.unit(at)).take(LEVELS);
    around
        .take_while(begins)
        .find(|&up| is_below(counts, up) && are_teasers(counts, up, at))
}

fn is_below(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let (blocks, plain) = (counts.context.blocks_in(id), &counts.plain);
    plain[blocks.start] >= NEWS
        && plain[plain.len() - 1] - plain[blocks.end] < GOES_ON
        && !counts.context.holds_headline(id)
}

/// Everything below the label is a teaser; they may share a box of their own.
fn are_teasers(counts: &Counts<'_, '_>, around: NodeId, label: BlockId) -> bool {
    let context = counts.context;
    let mut list = around;
    for _ in 0..LEVELS {
        let mut shown = context.page.children(list).filter(|&child| {
            let blocks = context.blocks_in(child);
            !blocks.is_empty() && blocks.end > label + 1
        });
        let Some(first) = shown.next() else {
            return false;
        };
        let beside: Vec<NodeId> = shown.collect();
        if beside.is_empty() {
            list = first;
            continue;
        }
        return beside.len() + 1 >= FEWEST
            && is_teaser(counts, first)
            && beside.iter().all(|&child| is_teaser(counts, child));
    }
    false
}

fn is_teaser(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let sums = context.sums[id as usize];
    let leads_on = |at: BlockId| {
        let stats = &context.blocks[at].stats;
        stats.words >= HEADLINE && stats.link_density() > 0.8
    };
    let page = context.page;
    sums.words <= MOST_WORDS
        && sums.blocks <= MOST_BLOCKS
        && context.blocks_in(id).take(ABOVE + 1).any(leads_on)
        && page.subtree(id).all(|inside| match page.tag(inside) {
            // A letter recommends what others wrote.
            Tag::A => stays_on_site(page, inside) && !is_inward(page, inside),
            tag => !is_material(tag),
        })
}
