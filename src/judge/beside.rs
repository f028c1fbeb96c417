//! What stands in the article beside its prose: headings, tables, lists, code, quotations, boxes of facts.
//!
//! The model learned what is prose of the article. A copy of the article holds the rest too, or its tables lose their
//! rows and its sections their headings.

use crate::blocks::{Block, Hidden};
use crate::judge::context::{BlockId, Context};
use crate::judge::headline::heading_around;
use crate::judge::roles::{BODY, Parts, Role};
use crate::judge::standfirst::is_standfirst;
use crate::judge::tokens::Hints;
use crate::tag::Tag;

/// From this probability on a block of a list, a table or a quotation is the article's.
const LIKELY: f32 = 0.08;
/// From this on any block between headline and end of the body: of those in the corpus, two in three are the article's.
const LIKELIER: f32 = 0.2;
/// From this on a list, a table or a quotation right below the last body text: of those, three in four are.
const CLOSING: f32 = 0.15;

/// From this on a heading heads what comes below a line of clutter, and from this on where it is a link.
const HEADS_FAR: f32 = 0.1;
const HEADS_LINKED: f32 = 0.15;

/// For each block whether it is the article's without being its body.
pub fn beside(context: &Context<'_>, p: &[f32], parts: &Parts) -> Vec<bool> {
    let mut out = vec![false; context.blocks.len()];
    let (mut before_text, mut apart) = (false, false);
    let first = first_body(p, parts);
    for at in parts.range.clone().rev() {
        let block = &context.blocks[at];
        // A picture or a button to press may stand between a heading and its text.
        let is_clutter = parts.roles[at] == Role::Other && context.phrases[at].is_some();
        if block.hidden != Hidden::No || parts.roles[at] == Role::Caption || is_clutter {
            apart |= is_clutter;
            continue;
        }
        let own = match parts.roles[at] {
            Role::Body => true,
            Role::Other => {
                let heading = heading_around(context.page, block.node).is_some();
                let least = match (block.stats.link_density() < 0.5, apart) {
                    (true, false) => 0.0,
                    (true, true) => HEADS_FAR,
                    (false, _) => HEADS_LINKED,
                };
                let heads = before_text && heading && p[at] >= least;
                may_stand(context, at, parts, heads) && {
                    let set_off = p[at] >= LIKELY && is_set_off(context, block, parts);
                    heads || set_off || p[at] >= LIKELIER || is_standfirst(context, at)
                }
            }
            // The times of a live blog's entries; author and date of the article stand in the header.
            Role::Byline => before_text && !apart && is_stamp(context, block) && at > first,
            _ => false,
        };
        out[at] = own && parts.roles[at] != Role::Body;
        (before_text, apart) = (own, false);
    }
    for at in closing(context, p, parts) {
        out[at] = true;
    }
    out
}

/// The set-off text with which an article ends: footnotes, a last list, a table. It goes on from the last body text
/// without anything between, and no box around it is named as clutter. Closing paragraphs are no better than a guess.
fn closing(context: &Context<'_>, p: &[f32], parts: &Parts) -> std::ops::Range<BlockId> {
    let goes_on = |&at: &BlockId| {
        let block = &context.blocks[at];
        block.hidden == Hidden::No
            && parts.roles[at] == Role::Other
            && may_stand(context, at, parts, false)
            && p[at] >= CLOSING
            && is_set_off(context, block, parts)
            && !is_named(context, block, parts)
    };
    let from = parts.range.end;
    let past = (from..context.blocks.len()).find(|at| !goes_on(at));
    from..past.unwrap_or(context.blocks.len())
}

/// In a box whose name says more than that it holds the article's text.
fn is_named(context: &Context<'_>, block: &Block, parts: &Parts) -> bool {
    let text = Hints(Hints::BODY.0 | Hints::QUOTE.0 | Hints::LIST.0);
    let up = std::iter::once(block.inner).chain(context.page.ancestors(block.inner));
    up.take_while(|&id| id != parts.root)
        .any(|id| context.hints[id as usize].0 & !text.0 != 0)
}

/// The first block of body text; the standfirst stands above the byline.
fn first_body(p: &[f32], parts: &Parts) -> BlockId {
    let body = |&at: &BlockId| parts.roles[at] == Role::Body && p[at] >= BODY;
    parts.range.clone().find(body).unwrap_or(parts.range.end)
}

/// Words of the page's that say nothing of clutter and link nowhere. What heads a text may open it, or lead to what it is
/// about.
fn may_stand(context: &Context<'_>, at: BlockId, parts: &Parts, heads: bool) -> bool {
    let block = &context.blocks[at];
    context.page.contains(parts.root, block.node)
        && context.phrases[at].is_none()
        && block.stats.letters > 0
        && (heads || block.stats.link_density() < 0.5)
        && !is_control(context, block)
}

/// The label of a button is no text.
fn is_control(context: &Context<'_>, block: &Block) -> bool {
    let page = context.page;
    let inner = std::iter::once(block.inner).chain(page.ancestors(block.inner));
    inner
        .take(4)
        .any(|id| matches!(page.tag(id), Tag::Button | Tag::Label | Tag::Form))
}

fn is_stamp(context: &Context<'_>, block: &Block) -> bool {
    let mut inside = (block.node..context.page.node(block.node).end).take(6);
    inside.any(|id| context.page.tag(id) == Tag::Time)
}

/// True for blocks in an element that sets its text off from the prose.
fn is_set_off(context: &Context<'_>, block: &Block, parts: &Parts) -> bool {
    let page = context.page;
    let around = std::iter::once(block.node).chain(page.ancestors(block.node));
    around.take_while(|&id| id != parts.root).any(|id| {
        matches!(
            page.tag(id),
            Tag::Table | Tag::Pre | Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Details
        )
    })
}
