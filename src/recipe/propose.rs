//! What of a clean may be known again: selectors that match hidden blocks only, and those of what stayed.

use super::View;
use crate::judge::Role;
use crate::judge::context::Context;
use crate::judge::roles::Parts;
use crate::outline::NodeId;
use crate::plan::Plan;
use crate::selector::{Names, Selector, lasting};
use crate::tag::Tag;
use crate::verdict::{Action, Reason};

/// Most hidden blocks that are looked at.
const MOST_BLOCKS: usize = 200;
/// Most selectors for one block. The second is for sites where the first is the page's own.
const MOST_SELECTORS: usize = 2;
/// Most bearers of a name. More are not looked at, so that time stays linear.
const MOST_BEARERS: usize = 64;
/// How far down or up an element with a name is looked for.
const STEPS: usize = 3;

/// What a page offers to a recipe.
pub(crate) struct Proposed {
    /// For each hidden block its selectors, the one that lasts longest first.
    pub hides: Vec<(NodeId, Reason, Vec<Selector>)>,
    /// Selectors of headline, article and paragraphs, which nothing hidden shares.
    pub anchors: Vec<String>,
}

/// Looks for selectors on a page after its clean.
pub(crate) fn proposals(
    context: &Context<'_>,
    parts: &Parts,
    plan: &Plan,
    view: &View,
) -> Proposed {
    let blocks = plan.edits.iter().filter(|e| e.action == Action::Hide);
    let blocks: Vec<(NodeId, Reason)> = blocks
        .take(MOST_BLOCKS)
        .map(|edit| (edit.ordinal, edit.reason))
        .collect();
    let kept = kept(context, parts);
    let inner = blocks.iter().flat_map(|(id, _)| inward(context, *id));
    let outer = kept.iter().flat_map(|id| outward(context, *id));
    let names = Names::around(context.page, inner.chain(outer));
    let of_block = |&(id, reason): &(NodeId, Reason)| {
        let found = inward(context, id).find_map(|id| {
            let found = telling(context, view, &names, id);
            (!found.is_empty()).then_some(found)
        });
        (id, reason, found.unwrap_or_default())
    };
    let mut anchors: Vec<String> = Vec::new();
    for id in kept {
        let mut near = outward(context, id);
        if let Some(found) = near.find_map(|id| anchor(context, view, &names, id))
            && !anchors.contains(&found)
        {
            anchors.push(found);
        }
    }
    Proposed {
        hides: blocks.iter().map(of_block).collect(),
        anchors,
    }
}

/// The block, and what it holds where that is one element: the wrapper often has no name that lasts.
fn inward<'c>(context: &'c Context<'_>, id: NodeId) -> impl Iterator<Item = NodeId> + 'c {
    let page = context.page;
    let only = move |&id: &NodeId| {
        let mut children = page.children(id);
        let child = children.next()?;
        let alone = children.next().is_none() && page.node(id).runs == page.node(child).runs;
        alone.then_some(child)
    };
    std::iter::successors(Some(id), only).take(STEPS)
}

fn outward<'c>(context: &'c Context<'_>, id: NodeId) -> impl Iterator<Item = NodeId> + 'c {
    let around = context.page.self_and_ancestors(id);
    around
        .take(STEPS)
        .take_while(|&id| !matches!(context.page.tag(id), Tag::Html | Tag::Body))
}

fn telling(context: &Context<'_>, view: &View, names: &Names<'_>, id: NodeId) -> Vec<Selector> {
    let keeps = |all: Vec<NodeId>| all.iter().any(|&n| view.keeps(context, n));
    let fits = |selector: &Selector| {
        selector.is_telling() && matches(names, selector).is_some_and(|all| !keeps(all))
    };
    let found = lasting(context.page, names, id).into_iter();
    found.filter(fits).take(MOST_SELECTORS).collect()
}

/// A selector that names the element and nothing hidden.
fn anchor(context: &Context<'_>, view: &View, names: &Names<'_>, id: NodeId) -> Option<String> {
    let hides = |all: Vec<NodeId>| all.iter().any(|&n| view.is_hidden(n));
    let fits = |selector: &Selector| {
        selector.lasts() && matches(names, selector).is_some_and(|all| !hides(all))
    };
    let found = lasting(context.page, names, id).into_iter().find(fits);
    found.map(|selector| selector.to_string())
}

fn matches(names: &Names<'_>, selector: &Selector) -> Option<Vec<NodeId>> {
    let bearers = names.bearers(selector).map_or(0, <[NodeId]>::len);
    (1..=MOST_BEARERS)
        .contains(&bearers)
        .then(|| names.matches(selector))
}

/// The headline, the article, and what holds its first paragraph.
fn kept(context: &Context<'_>, parts: &Parts) -> Vec<NodeId> {
    let block = |role| parts.roles.iter().position(|found| *found == role);
    let node = |at: usize| context.blocks[at].node;
    let paragraph = block(Role::Body).map(|at| context.page.node(node(at)).parent);
    let headline = block(Role::Headline).map(node);
    let inside = |id: &NodeId| *id < context.page.len();
    let all = headline.into_iter().chain([parts.root]).chain(paragraph);
    all.filter(inside).collect()
}
