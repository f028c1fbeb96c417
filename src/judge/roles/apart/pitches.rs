//! What wants something of the reader amid the article, in sentences like the article's: an address, a click, a subscription.

use super::counts::Counts;
use super::pressed::{presses, says_newsletter};
use super::shaped;
use crate::judge::context::{BlockId, Context, Hints, asks_little, ends_in_call};
use crate::outline::NodeId;
use crate::rules::names_letter;

const MOST_WORDS: u32 = 80;
/// A picture of the letter, in an element of its own.
const MOST_PICTURES: u32 = 2;
/// Of a box that asks for nothing.
const FEW_WORDS: u32 = 60;
const MOST_LINES: usize = 3;

/// More boxes that read like the article are what it is about: letters that a paper recommends to its readers.
const MOST_BOXES: usize = 3;

/// The outermost of such boxes.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let context = counts.context;
    let fits = |id: NodeId| {
        let wants = (asks(counts, id) || offers(counts, id))
            && counts.may_go(id, MOST_WORDS)
            && context.pictures_in(id) == 0;
        (wants
            || is_subscription(counts, id)
            || shaped::is_shaped(counts, id)
            || is_call(context, id))
            && !counts.has(&counts.material, id)
    };
    let mut out: Vec<NodeId> = context.page.outermost_of_all(fits).collect();
    let prose = |id: NodeId| counts.words(&context.blocks_in(id)) > 0;
    // Two right after each other are a list, which some article is about.
    let touch = |pair: &[NodeId]| {
        let [one, other] = [pair[0], pair[1]].map(|id| context.blocks_in(id));
        one.end == other.start && pair.iter().any(|&id| prose(id))
    };
    let many = out.iter().filter(|&&id| prose(id)).count() > MOST_BOXES;
    if many || out.windows(2).any(touch) {
        out.retain(|&id| !prose(id));
    }
    out
}

/// A paragraph that names a newsletter and ends in a link to it.
fn is_call(context: &Context<'_>, id: NodeId) -> bool {
    let mut blocks = context.blocks_in(id);
    let only = blocks.next().filter(|_| blocks.next().is_none());
    only.is_some_and(|at| {
        context.blocks[at].node == id
            && ends_in_call(context.page, &context.blocks[at], context.text(at))
    })
}

/// Is called a newsletter or the like, and has a form for it or ends in words that say so. Nothing reads more like the article than what wants to be read each week.
fn is_subscription(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    // Terms may follow the button.
    let ends = || context.blocks_in(id).rev().take(2);
    context.hints[id as usize].has_all(Hints::NEWSLETTER.or(Hints::PITCH))
        && counts.is_box(id, MOST_WORDS)
        && context.pictures_in(id) <= MOST_PICTURES
        && (counts.has(&counts.addresses, id)
            || counts.has(&counts.forms, id)
            || ends().any(|at| says_newsletter(context, at))
            || is_interruption(counts, id))
}

/// A heading and a sentence or two amid the article's text: the name of the box is enough where the model is not sure of
/// them or they name the letter, but where boxes like it stand beside it or the text around it names one, too. Letters are
/// published on pages, too, in a box for each of their items.
fn is_interruption(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let blocks = context.blocks_in(id);
    let heading = || {
        context
            .page
            .tag(context.blocks[blocks.start].node)
            .is_heading()
    };
    let doubted = || heading() && counts.may_go(id, FEW_WORDS);
    let names = |at: BlockId| names_letter(context.text(at));
    let told = || {
        let opens = context.hints[id as usize].has(Hints::LEAD);
        let around = [blocks.start.checked_sub(1), Some(blocks.end)];
        let mut around = around.into_iter().flatten();
        !opens
            && blocks.clone().any(names)
            && !names_letter(&context.title)
            && !around.any(|at| at < context.blocks.len() && names(at))
    };
    (2..=MOST_LINES).contains(&blocks.len())
        && context.sums[id as usize].words <= FEW_WORDS
        && counts.is_amid(id, &blocks)
        && (doubted() || told())
        && shaped::alike(context.page, id).next().is_none()
}

/// Wants nothing but an address, and nothing of it reads like the article: letters to landlords are written with an
/// address, too.
fn asks(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    counts.has(&counts.addresses, id)
        && asks_little(context.page, id)
        && counts.words(&context.blocks_in(id)) == 0
}

/// Is named after what it offers, and ends in what is to be pressed for it.
fn offers(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    if !context.hints[id as usize].has(Hints::PITCH) {
        return false;
    }
    let blocks = context.blocks_in(id);
    // Links throughout are a list of them.
    context.sums[id as usize].link_density() < 0.6
        && blocks.len() >= 2
        && blocks.last().is_some_and(|at| presses(counts, at))
}

#[cfg(test)]
mod tests;
