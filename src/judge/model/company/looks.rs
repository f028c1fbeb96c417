//! Blocks that look alike: the paragraphs of an article, the teasers of a list.

use rustc_hash::FxHashMap;

use super::sum::Sum;
use crate::judge::context::Context;

/// Blocks by the look of their elements.
pub struct Looks {
    /// The look of each block.
    pub of: Vec<u64>,
    /// Sums over the blocks of a look, and how many they are.
    pub sums: FxHashMap<u64, (Sum, u32)>,
}

impl Looks {
    /// Looks at this many levels of elements around each block.
    pub fn of(context: &Context<'_>, p: &[f32], levels: usize) -> Looks {
        let page = context.page;
        let mut sums: FxHashMap<u64, (Sum, u32)> = FxHashMap::default();
        let mut of = Vec::with_capacity(p.len());
        for (at, block) in context.blocks.iter().enumerate() {
            let up = page.self_and_ancestors(block.inner);
            let look = up.take(levels).fold(levels as u64, |hash, id| {
                hash.rotate_left(17) ^ context.classes.rough_look(page, id)
            });
            let words = block.stats.words.max(1) as f32;
            let held = sums.entry(look).or_default();
            held.0 = held.0.plus(Sum {
                mass: words * p[at],
                words,
            });
            held.1 += 1;
            of.push(look);
        }
        Looks { of, sums }
    }
}
