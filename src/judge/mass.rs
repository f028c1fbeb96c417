//! How much of the article each element holds, by the model's word and by the roles.

use crate::blocks::Hidden;
use crate::judge::context::Context;
use crate::judge::roles::{Parts, Role};
use crate::outline::{NO_NODE, NodeId};

/// Per element, over the blocks of its subtree.
pub struct Mass {
    top: Vec<f32>,
    words: Vec<f32>,
    kept: Vec<bool>,
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
                mass.top[node] = mass.top[node].max(p[at]);
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
        mass
    }

    /// The highest probability of any block in the element.
    pub fn top(&self, id: NodeId) -> f32 {
        self.top[id as usize]
    }

    /// The article's words that the element is expected to hold.
    pub fn words(&self, id: NodeId) -> f32 {
        self.words[id as usize]
    }

    /// True where the element holds the headline, a caption, or the byline.
    pub fn holds_kept(&self, id: NodeId) -> bool {
        self.kept[id as usize]
    }
}
