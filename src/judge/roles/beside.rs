//! What stands in the article beside its prose: headings, tables, lists, code, quotations, boxes of facts.
//!
//! The model learned what is prose of the article. A copy of the article holds the rest too, or its tables lose their
//! rows and its sections their headings.

mod closing;

use super::found::Parts;
use super::role::{BODY, Role};
use super::standfirst::is_standfirst;
use crate::blocks::{Block, words};
use crate::judge::context::{BlockId, Context, heading_around};
use crate::outline::NodeId;
use crate::tag::Tag;
use closing::closing;

/// From this probability on a block of a list, a table or a quotation is the article's.
const LIKELY: f32 = 0.08;
/// From this on any block between headline and end of the body: of those in the corpus, two in three are the article's.
const LIKELIER: f32 = 0.2;

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
        if !block.is_in_sight() || parts.roles[at] == Role::Caption || is_clutter {
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
                let set_off = || p[at] >= LIKELY && is_set_off(context, block, parts);
                let likely = || p[at] >= LIKELIER || set_off();
                (heads && is_plain(context, at, parts))
                    || (may_stand(context, at, parts)
                        && (likely() || is_standfirst(context, at, parts.headline)))
            }
            // The times of a live blog's entries; author and date of the article stand in the header.
            Role::Byline => before_text && !apart && shows_time(context, block) && at > first,
            _ => false,
        };
        out[at] = own && parts.roles[at] != Role::Body;
        (before_text, apart) = (own, false);
    }
    for at in closing(context, p, parts) {
        out[at] = true;
    }
    complete_lists(context, parts, &mut out);
    out
}

/// A list amid the article is copied whole or not at all: with half of its items, or where the text brings it up with a
/// colon, all of them.
fn complete_lists(context: &Context<'_>, parts: &Parts, beside: &mut [bool]) {
    let page = context.page;
    let is_list = |id: NodeId| {
        let blocks = context.blocks_in(id);
        let amid = blocks.start > parts.range.start && blocks.end <= parts.range.end;
        matches!(page.tag(id), Tag::Ul | Tag::Ol | Tag::Dl) && !blocks.is_empty() && amid
    };
    for id in page.outermost_of_all(is_list) {
        let blocks = context.blocks_in(id);
        let is_own = |at: &BlockId| parts.roles[*at] == Role::Body || beside[*at];
        let before = blocks.start - 1;
        let brought_up = parts.roles[before] == Role::Body && introduces(context.text(before));
        let half = 2 * blocks.clone().filter(is_own).count() >= blocks.len();
        if half || brought_up {
            let plain = |at: &BlockId| {
                context.blocks[*at].is_in_sight()
                    && parts.roles[*at] == Role::Other
                    && may_stand(context, *at, parts)
            };
            blocks.filter(plain).for_each(|at| beside[at] = true);
        }
    }
}

/// "The books that were lent most:".
pub fn introduces(text: &str) -> bool {
    text.trim_end().ends_with([':', '：']) && words(text) >= 3
}

/// The first block of body text; the standfirst stands above the byline.
fn first_body(p: &[f32], parts: &Parts) -> BlockId {
    let body = |&at: &BlockId| parts.roles[at] == Role::Body && p[at] >= BODY;
    parts.range.clone().find(body).unwrap_or(parts.range.end)
}

/// Words of the page's that say nothing of clutter and link nowhere.
fn may_stand(context: &Context<'_>, at: BlockId, parts: &Parts) -> bool {
    context.blocks[at].stats.link_density() < 0.5 && is_plain(context, at, parts)
}

/// The same, linked or not: what heads a text may open it, or lead to what it is about.
fn is_plain(context: &Context<'_>, at: BlockId, parts: &Parts) -> bool {
    let block = &context.blocks[at];
    context.page.contains(parts.root, block.node)
        && context.phrases[at].is_none()
        && block.stats.letters > 0
        && !is_control(context, block)
}

/// The label of a button is no text.
fn is_control(context: &Context<'_>, block: &Block) -> bool {
    let page = context.page;
    let inner = page.self_and_ancestors(block.inner);
    inner
        .take(4)
        .any(|id| matches!(page.tag(id), Tag::Button | Tag::Label | Tag::Form))
}

fn shows_time(context: &Context<'_>, block: &Block) -> bool {
    let mut inside = context.page.subtree(block.node).take(6);
    inside.any(|id| context.page.tag(id) == Tag::Time)
}

/// True for blocks in an element that sets its text off from the prose.
fn is_set_off(context: &Context<'_>, block: &Block, parts: &Parts) -> bool {
    let page = context.page;
    let around = page.self_and_ancestors(block.node);
    around.take_while(|&id| id != parts.root).any(|id| {
        matches!(
            page.tag(id),
            Tag::Table | Tag::Pre | Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Details
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{later_paragraphs, paragraphs, roles};
    use crate::read::read;

    /// How many of four items of a list amid the article are copied, when the model believes so many of them.
    fn copied(intro: &str, believed: usize) -> usize {
        let items = ["Roof", "Kitchen", "Alley", "Cellar"]
            .map(|item| format!("<li>{item}: ten pounds</li>"));
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit</h1>{}<p>{intro}</p><ul>{}</ul>{}</article></body></html>",
            paragraphs(4),
            items.concat(),
            later_paragraphs()
        ));
        let context = Context::new(&page);
        let item = |text: &String| items.iter().position(|item| item.contains(text.as_str()));
        let p = |text: &String| match item(text) {
            Some(at) if at < believed => 0.1,
            Some(_) => 0.04,
            None => 0.9,
        };
        let p: Vec<f32> = context.texts.iter().map(p).collect();
        let parts = roles::parts(&context, &p);
        beside(&context, &p, &parts)
            .iter()
            .filter(|&&own| own)
            .count()
    }

    #[test]
    fn a_list_is_copied_whole_or_not_at_all() {
        let plain = "The council published its figures on Monday.";
        assert_eq!(copied(plain, 2), 4);
        assert_eq!(copied(plain, 0), 0);
        assert_eq!(copied("The figures show where the money will go:", 0), 4);
    }
}
