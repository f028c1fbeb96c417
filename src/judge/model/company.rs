//! What the model is told at the second look: the first look's probabilities of a block's company.
//!
//! An article is one stretch of the page in few boxes, so a block is judged again by its neighbours, the boxes around
//! it, the blocks that look like it and its place to the stretch where most of the article stands.

mod alike;
mod near;
mod place;
mod sum;

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::SETTLED;
use super::features::{self, Writer};
use crate::judge::context::topic::Topic;
use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;
use alike::Alike;
use near::{repeated, stretch, sure};
use sum::Sum;

/// Steps and words to a block that is not there, as the model learned them.
const FAR: (f32, f32) = (999.0, 9999.0);

/// The page at the second look.
pub struct Company<'c, 'p> {
    context: &'c Context<'p>,
    p: &'c [f32],
    /// Sums before each block, one more at the end.
    before: Vec<Sum>,
    /// By a few and by more of the elements around each block.
    alike: [Alike; 2],
    /// The stretch of blocks with the largest gain.
    stretch: Range<BlockId>,
    /// The element with the largest gain.
    best: NodeId,
    /// The smallest element with four fifths of the mass.
    most: NodeId,
    /// The likeliest other block with the same text, and where it stands.
    repeated: FxHashMap<&'c str, (f32, BlockId)>,
    sure: Vec<[Option<BlockId>; 2]>,
    /// The likeliest block's probability.
    likeliest: f32,
    coverage: f32,
    /// See [`topics`].
    topics: Vec<f32>,
}

impl<'c, 'p> Company<'c, 'p> {
    /// Takes the page in; `in_body` is each block's feature of that name.
    pub fn new(context: &'c Context<'p>, p: &'c [f32], in_body: &[f32]) -> Company<'c, 'p> {
        let mut before = vec![Sum::default()];
        for (at, block) in context.blocks.iter().enumerate() {
            // A line without a word still stands there.
            let words = block.stats.words.max(1) as f32;
            before.push(before[at].plus(Sum {
                mass: words * p[at],
                words,
            }));
        }
        let mut company = Company {
            context,
            p,
            alike: [2, 4].map(|levels| Alike::of(context, p, levels)),
            stretch: stretch(&before),
            best: 0,
            most: 0,
            repeated: repeated(context, p),
            sure: sure(p),
            likeliest: p.iter().copied().fold(0.0, f32::max),
            coverage: 0.0,
            topics: topics(context, p),
            before,
        };
        company.coverage = company.coverage(in_body);
        company.find_elements();
        company
    }

    /// The names of the features, in order; the page must have a block.
    pub fn names(context: &Context<'_>) -> Vec<String> {
        let mut names = Vec::new();
        let none = vec![0.0; context.blocks.len()];
        if !none.is_empty() {
            Company::new(context, &none, &none).add(0, &mut names);
        }
        names
    }

    fn sum(&self, range: Range<BlockId>) -> Sum {
        self.before[range.end].minus(self.before[range.start])
    }

    fn clipped(&self, from: i64, to: i64) -> Range<BlockId> {
        let last = self.p.len() as i64;
        let start = from.clamp(0, last) as usize;
        start..(to.clamp(0, last) as usize).max(start)
    }

    fn in_element(&self, id: NodeId) -> Sum {
        self.sum(self.context.blocks_in(id))
    }

    fn total(&self) -> Sum {
        self.sum(0..self.p.len())
    }

    fn find_elements(&mut self) {
        let page = self.context.page;
        if page.is_empty() {
            return;
        }
        let total = self.total().mass;
        let mut best = (f32::MIN, 0);
        for id in 0..page.len() {
            let gain = self.in_element(id).gain();
            // Of elements with the same blocks the innermost is named: it comes last.
            if gain >= best.0 && self.context.sums[id as usize].blocks > 0 {
                best = (gain, id);
            }
        }
        self.best = best.1;
        while let Some(child) = page
            .children(self.most)
            .find(|&c| self.in_element(c).mass >= 0.8 * total && total > 0.0)
        {
            self.most = child;
        }
    }

    /// The part of the likely words that JSON-LD's body holds, -1 without one.
    fn coverage(&self, in_body: &[f32]) -> f32 {
        let mut held = Sum::default();
        for (at, &in_body) in in_body.iter().enumerate() {
            if in_body < 0.0 {
                return -1.0;
            }
            let own = self.sum(at..at + 1).mass;
            held = held.plus(Sum {
                mass: own * in_body,
                words: own,
            });
        }
        held.mean()
    }

    /// Adds the features of the second look to a block's row.
    pub fn add(&self, at: BlockId, w: &mut impl Writer) {
        w.put("p", self.p[at]);
        self.neighbours(at, w);
        self.windows(at, w);
        self.boxes(at, w);
        self.alike(at, w);
        self.place(at, w);
        let topic = |at: Option<BlockId>| {
            let found = at.and_then(|at| self.topics.get(at));
            found.copied().unwrap_or(-1.0)
        };
        w.put("topic", topic(Some(at)));
        w.put("topic.before", topic(at.checked_sub(1)));
        w.put("topic.after", topic(Some(at + 1)));
        self.whole(w);
    }

    fn neighbours(&self, at: BlockId, w: &mut impl Writer) {
        for step in [-4i64, -3, -2, -1, 1, 2, 3, 4] {
            let p = usize::try_from(at as i64 + step)
                .ok()
                .and_then(|i| self.p.get(i));
            w.put(format_args!("p{step:+}"), p.copied().unwrap_or(-0.1));
        }
        let [previous, next] = self.sure[at];
        let words = |range: Range<BlockId>| self.sum(range).words;
        let before = previous.map(|other| ((at - other) as f32, words(other + 1..at)));
        let after = next.map(|other| ((other - at) as f32, words(at + 1..other)));
        for (side, found) in [("before", before), ("after", after)] {
            let (steps, words) = found.unwrap_or(FAR);
            w.put(format_args!("sure.{side}"), steps);
            w.put(format_args!("sure.{side}_words"), words);
        }
    }

    fn windows(&self, at: BlockId, w: &mut impl Writer) {
        let own = self.sum(at..at + 1);
        let at = at as i64;
        for reach in [3, 10, 30] {
            w.put(
                format_args!("p.window{reach}"),
                self.sum(self.clipped(at - reach, at + reach + 1))
                    .minus(own)
                    .mean(),
            );
        }
        w.put("p.before8", self.sum(self.clipped(at - 8, at)).mean());
        w.put("p.after8", self.sum(self.clipped(at + 1, at + 9)).mean());
    }

    fn boxes(&self, at: BlockId, w: &mut impl Writer) {
        let page = self.context.page;
        let own = self.sum(at..at + 1);
        let total = self.total().mass.max(1.0);
        let mut around = page.ancestors(self.context.unit(at));
        for level in 1..=6 {
            let sum = around
                .next()
                .map(|id| self.in_element(id))
                .unwrap_or_default();
            w.put(format_args!("p.box{level}"), sum.minus(own).mean());
            w.put(format_args!("mass.box{level}"), sum.mass / total);
        }
        let node = self.context.blocks[at].node;
        for (name, root) in [("best", self.best), ("most", self.most)] {
            let outside = features::steps_outside(page, root, node);
            w.put(format_args!("{name}.outside"), outside);
            let depth = f32::from(page.node(node).depth) - f32::from(page.node(root).depth);
            w.put(format_args!("{name}.depth"), depth);
        }
    }

    fn alike(&self, at: BlockId, w: &mut impl Writer) {
        let own = self.sum(at..at + 1);
        for (name, alike) in ["near", "far"].iter().zip(&self.alike) {
            let (sum, count) = alike
                .sums
                .get(&alike.signatures[at])
                .copied()
                .unwrap_or_default();
            w.put(format_args!("look.{name}.p"), sum.minus(own).mean());
            w.put(format_args!("look.{name}.count"), count as f32);
        }
        let copy = self
            .repeated
            .get(self.context.text(at))
            .filter(|_| self.context.occurrences[at] > 1);
        w.put("copy.p", copy.map_or(-1.0, |(p, _)| *p));
        w.put(
            "copy.steps",
            copy.map_or(0.0, |(_, other)| at as f32 - *other as f32),
        );
    }
}

/// The part of each block's words that other likely blocks hold too; only of blocks that are looked at again, and of those
/// beside them.
fn topics(context: &Context<'_>, p: &[f32]) -> Vec<f32> {
    let topic = Topic::of(&context.telling, p);
    let is_asked = |at: BlockId| {
        let mut near = p[at.saturating_sub(1)..p.len().min(at + 2)].iter();
        near.any(|&p| p >= SETTLED)
    };
    let share = |at: BlockId| match is_asked(at) {
        true => topic.share(&context.telling[at], p[at]),
        false => -1.0,
    };
    (0..p.len()).map(share).collect()
}
