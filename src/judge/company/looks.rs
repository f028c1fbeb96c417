//! Blocks that look alike: the paragraphs of an article, the teasers of a list.

use std::collections::HashMap;

use super::sum::Sum;
use crate::judge::context::Context;
use crate::outline::{Attr, NodeId};

/// Blocks by the look of their elements.
pub struct Looks {
    /// The look of each block.
    pub of: Vec<u64>,
    /// Sums over the blocks of a look, and how many they are.
    pub sums: HashMap<u64, (Sum, u32)>,
}

impl Looks {
    /// Looks at this many levels of elements around each block.
    pub fn of(context: &Context<'_>, p: &[f32], levels: usize) -> Looks {
        let page = context.page;
        let mut sums: HashMap<u64, (Sum, u32)> = HashMap::new();
        let mut of = Vec::with_capacity(p.len());
        for (at, block) in context.blocks.iter().enumerate() {
            let up = std::iter::once(block.inner).chain(page.ancestors(block.inner));
            let look = up.take(levels).fold(levels as u64, |hash, id| {
                hash.rotate_left(17) ^ look(context, id)
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

/// A hash of an element's tag and class names without digits.
fn look(context: &Context<'_>, id: NodeId) -> u64 {
    let class = context.page.attr(id, Attr::Class).unwrap_or("");
    let letters = class.bytes().take(200).filter(|b| !b.is_ascii_digit());
    letters.fold(context.page.tag(id) as u64 + 17, |hash, byte| {
        hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
    })
}
