//! Sums over subtrees, and sums of all that stands before a place.

use super::{Context, is_paragraph};
use crate::blocks::ratio;
use crate::outline::NO_NODE;

/// Sums over the blocks of a subtree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Blocks.
    pub blocks: u32,
    /// Words.
    pub words: u32,
    /// Letters.
    pub letters: u32,
    /// Letters in links.
    pub link_letters: u32,
    /// Words of blocks that read like paragraphs, see [`is_paragraph`].
    pub prose: u32,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.blocks += other.blocks;
        self.words += other.words;
        self.letters += other.letters;
        self.link_letters += other.link_letters;
        self.prose += other.prose;
    }

    /// The part of the letters that stands in links.
    pub fn link_density(&self) -> f32 {
        ratio(self.link_letters, self.letters)
    }
}

impl Context<'_> {
    /// Fills in the sums and the spans.
    pub(super) fn sum_up(&mut self) {
        for (at, block) in self.blocks.iter().enumerate() {
            let own = Sums {
                blocks: 1,
                words: block.stats.words,
                letters: block.stats.letters,
                link_letters: block.stats.link_letters,
                prose: if is_paragraph(block) {
                    block.stats.words
                } else {
                    0
                },
            };
            let node = block.node as usize;
            self.sums[node].add(own);
            let span = &mut self.spans[node];
            if span.1 == 0 {
                span.0 = at as u32;
            }
            span.1 = at as u32 + 1;
        }
        // Children stand after their parents, so walking backwards hands every sum up once.
        for id in (1..self.page.nodes.len()).rev() {
            let parent = self.page.nodes[id].parent;
            if parent != NO_NODE && self.spans[id].1 > 0 {
                let (sums, span) = (self.sums[id], self.spans[id]);
                self.sums[parent as usize].add(sums);
                let up = &mut self.spans[parent as usize];
                up.0 = if up.1 == 0 { span.0 } else { up.0.min(span.0) };
                up.1 = up.1.max(span.1);
            }
        }
    }
}

/// The sums of all numbers before each, and of all.
pub fn running(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut sums = Vec::with_capacity(numbers.size_hint().0 + 1);
    let mut sum = 0;
    sums.push(sum);
    sums.extend(numbers.map(|number| {
        sum += number;
        sum
    }));
    sums
}
