//! How much of the article each element holds, by the model's word and by the roles.

use crate::blocks::{Block, Hidden};
use crate::judge::context::{BlockId, Context, is_paragraph};
use crate::judge::roles::{Parts, Role};
use crate::outline::{NO_NODE, NodeId};

/// Per element, over the blocks of its subtree.
pub struct Mass {
    top: Vec<f32>,
    words: Vec<f32>,
    kept: Vec<bool>,
}

/// The probability that a paragraph's neighbours give it: prose that stands among paragraphs of the article, in the same
/// element, is hidden only where the model is five times as sure.
fn guarded(context: &Context<'_>, parts: &Parts, at: BlockId, p: f32) -> f32 {
    if p >= 0.5
        || !is_paragraph(&context.blocks[at])
        || context.phrases[at].is_some()
        || at < parts.range.start
        || at > parts.range.end + 3
    {
        return p;
    }
    let parent = |at: BlockId| context.page.node(context.blocks[at].node).parent;
    let near = at.saturating_sub(3)..(at + 4).min(context.blocks.len());
    let among = near
        .filter(|&other| parts.roles[other] == Role::Body && parent(other) == parent(at))
        .count();
    if among >= 2 { (5.0 * p).min(0.49) } else { p }
}

/// The part of a block that counts as the article's. Thousands of words that are surely clutter would add up to a
/// paragraph, so the surely low count nothing.
fn expected(p: f32) -> f32 {
    if p < 0.15 { 0.0 } else { p }
}

impl Mass {
    /// Sums the blocks up.
    pub fn of(context: &Context<'_>, p: &[f32], parts: &Parts) -> Mass {
        let count = context.page.nodes.len();
        let mut mass = Mass {
            top: vec![0.0; count],
            words: vec![0.0; count],
            kept: vec![false; count],
        };
        for (at, block) in context.blocks.iter().enumerate() {
            let node = block.node as usize;
            let role = parts.roles[at];
            // What nobody sees is no reason to keep a box.
            let seen = block.hidden == Hidden::No;
            mass.kept[node] |=
                seen && matches!(role, Role::Headline | Role::Caption | Role::Byline);
            if block.stats.words > 0 {
                mass.top[node] = mass.top[node].max(guarded(context, parts, at, p[at]));
                mass.words[node] += expected(p[at]) * block.stats.words as f32;
            }
        }
        for id in (1..count).rev() {
            let parent = context.page.nodes[id].parent;
            if parent != NO_NODE {
                let parent = parent as usize;
                mass.top[parent] = mass.top[parent].max(mass.top[id]);
                mass.words[parent] += mass.words[id];
                mass.kept[parent] |= mass.kept[id];
            }
        }
        for (at, block) in context.blocks.iter().enumerate() {
            mass.spread(context, block, p[at]);
        }
        mass
    }

    /// Gives the inline elements of a block their part of it: hiding one takes words out of a sentence.
    fn spread(&mut self, context: &Context<'_>, block: &Block, p: f32) {
        let page = context.page;
        let runs = &page.runs[block.runs.0 as usize..block.runs.1 as usize];
        let whole: u32 = runs.iter().map(|run| run.text.end - run.text.start).sum();
        for run in runs {
            let part = (run.text.end - run.text.start) as f32 / whole.max(1) as f32;
            let inline = std::iter::once(run.node).chain(page.ancestors(run.node));
            for id in inline.take_while(|&id| id != block.node).take(16) {
                self.top[id as usize] = self.top[id as usize].max(p);
                self.words[id as usize] += part * expected(p) * block.stats.words as f32;
            }
        }
    }

    /// The highest probability of any block in the element.
    pub fn top(&self, id: NodeId) -> f32 {
        self.top[id as usize]
    }

    /// The article's words that the element is expected to hold; a page without elements holds none.
    pub fn words(&self, id: NodeId) -> f32 {
        self.words.get(id as usize).copied().unwrap_or(0.0)
    }

    /// True where the element holds the headline, a caption, or the byline.
    pub fn holds_kept(&self, id: NodeId) -> bool {
        self.kept[id as usize]
    }
}
