//! Candidates for the element that holds the article. None is trusted alone: they are features of the model.

use crate::judge::context::{Context, is_paragraph};
use crate::outline::{Attr, NO_NODE, NodeId};
use crate::tag::Tag;

/// Elements that may hold the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Roots {
    /// By scores handed up from paragraphs, as Readability does.
    pub scored: Option<NodeId>,
    /// The smallest element that still holds most of the page's prose.
    pub mass: Option<NodeId>,
    /// What the page itself declares: `itemprop=articleBody`, else `<article>`, else `<main>`; the one with most prose.
    pub declared: Option<NodeId>,
}

impl Roots {
    /// Finds all three.
    pub fn of(context: &Context<'_>) -> Roots {
        Roots {
            scored: scored(context),
            mass: mass(context),
            declared: declared(context),
        }
    }
}

fn scored(context: &Context<'_>) -> Option<NodeId> {
    let page = context.page;
    let mut scores = vec![0.0f32; page.nodes.len()];
    for block in context.blocks.iter().filter(|b| is_paragraph(b)) {
        let stats = &block.stats;
        let worth = (1.0 + stats.commas.min(10) as f32 + (stats.words as f32 / 20.0).min(3.0))
            * (1.0 - stats.link_density());
        // A paragraph may be the root: scripts build such documents.
        let parent = page.node(block.node).parent;
        let holder = if page.tag(block.node) == Tag::P && parent != NO_NODE {
            parent
        } else {
            block.node
        };
        let around = page.self_and_ancestors(holder);
        for (id, share) in around.zip([1.0, 0.5, 0.25]) {
            if let Some(score) = scores.get_mut(id as usize) {
                *score += worth * share;
            }
        }
    }
    let weighed =
        |id: NodeId| scores[id as usize] * (1.0 - context.sums[id as usize].link_density());
    (0..page.len())
        .filter(|&id| scores[id as usize] > 0.0)
        .max_by(|&a, &b| weighed(a).total_cmp(&weighed(b)).then(b.cmp(&a)))
}

fn mass(context: &Context<'_>) -> Option<NodeId> {
    let total = context.sums.first()?.prose;
    if total == 0 {
        return None;
    }
    let mut at = 0;
    while let Some(child) = context
        .page
        .children(at)
        .find(|&c| context.sums[c as usize].prose * 10 >= total * 6)
    {
        at = child;
    }
    Some(at)
}

fn declared(context: &Context<'_>) -> Option<NodeId> {
    let page = context.page;
    let most = |wanted: &dyn Fn(NodeId) -> bool| {
        (0..page.len())
            .filter(|&id| context.sums[id as usize].prose > 0 && wanted(id))
            .max_by_key(|&id| (context.sums[id as usize].prose, std::cmp::Reverse(id)))
    };
    most(&|id| {
        page.attr(id, Attr::ItemProp)
            .is_some_and(|p| p.contains("articleBody"))
    })
    .or_else(|| {
        most(&|id| page.tag(id) == Tag::Article || page.attr(id, Attr::Role) == Some("article"))
    })
    .or_else(|| most(&|id| page.tag(id) == Tag::Main || page.attr(id, Attr::Role) == Some("main")))
}

#[cfg(test)]
mod tests {
    use crate::{Options, clean};

    #[test]
    fn a_paragraph_that_is_the_whole_document_can_be_cleaned() {
        let words =
            "The council voted, nine to four, to keep the lamp lit until the spring. ".repeat(9);
        let clean = clean(&format!("<p>{words}</p>"), &Options::default());
        assert!(clean.plan.edits.is_empty());
    }
}
