//! Blocks that look alike: the paragraphs of an article, the teasers of a list.

use rustc_hash::FxHashMap;

use super::sum::Sum;
use crate::judge::context::Context;

/// Blocks by the signatures of their elements.
pub struct Alike {
    /// The signature of each block.
    pub signatures: Vec<u64>,
    /// Sums over the blocks of a signature, and how many they are.
    pub sums: FxHashMap<u64, (Sum, u32)>,
}

impl Alike {
    /// By this many levels of elements around each block.
    pub fn of(context: &Context<'_>, p: &[f32], levels: usize) -> Alike {
        let page = context.page;
        let mut sums: FxHashMap<u64, (Sum, u32)> = FxHashMap::default();
        let mut signatures = Vec::with_capacity(p.len());
        for (at, block) in context.blocks.iter().enumerate() {
            let up = page.self_and_ancestors(block.inner);
            let signature = up.take(levels).fold(levels as u64, |hash, id| {
                hash.rotate_left(17) ^ context.classes.rough_signature(page, id)
            });
            let words = block.stats.words.max(1) as f32;
            let held = sums.entry(signature).or_default();
            held.0 = held.0.plus(Sum {
                mass: words * p[at],
                words,
            });
            held.1 += 1;
            signatures.push(signature);
        }
        Alike { signatures, sums }
    }
}
