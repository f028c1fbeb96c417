//! Gradient-boosted trees: the tables as they are shipped, and how they are asked.
//!
//! A tree is not walked. Every split is asked of all rows at once, and strikes out the leaves that its answer rules out
//! (QuickScorer, Lucchese et al. 2015): no branches, nothing to wait for, and compilers make vector code of it.

use std::slice::Iter;

use super::features::{LANES, Rows};

/// Trees in flat tables, each of one kind, which is what compresses best. Trees stand one after another, nodes in
/// preorder: the left child of a split is the next node.
#[derive(Debug)]
pub struct Forest {
    /// The number of the feature a node splits on plus one, 0 for a leaf.
    pub nodes: &'static [u8],
    /// For each split, which of its feature's `thresholds` it has.
    pub cuts: &'static [u8],
    /// For each leaf its value, in units of `scale`.
    pub leaves: &'static [i16],
    /// How many of the `thresholds` belong to each feature.
    pub counts: &'static [u8],
    /// Where splits cut, feature by feature: rows at or below go left.
    pub thresholds: &'static [f32],
    /// The unit of leaf values.
    pub scale: f32,
}

/// A [`Forest`] as it is asked.
#[derive(Debug)]
pub struct Trees {
    splits: Vec<Split>,
    trees: Vec<Tree>,
    scale: f32,
}

#[derive(Debug)]
struct Split {
    cut: f32,
    /// The leaves that are left for rows above the cut, a bit each.
    right: u16,
    feature: u8,
}

/// Most leaves of a tree; `tools/train/` learns trees of 15.
const MOST: usize = 16;

#[derive(Debug)]
struct Tree {
    /// How many of the splits are its own.
    splits: usize,
    leaves: [f32; MOST],
}

impl Forest {
    /// Opens the tables.
    pub fn open(&self) -> Trees {
        let mut first = 0;
        let cuts_of = self.counts.iter().map(|&count| {
            let from = first;
            first += usize::from(count);
            &self.thresholds[from..first]
        });
        let mut reader = Reader {
            nodes: self.nodes.iter(),
            cuts: self.cuts.iter(),
            leaves: self.leaves.iter(),
            cuts_of: cuts_of.collect(),
        };
        let mut trees = Trees {
            splits: Vec::with_capacity(self.cuts.len()),
            trees: Vec::new(),
            scale: self.scale,
        };
        while !reader.nodes.as_slice().is_empty() {
            let (from, mut leaves) = (trees.splits.len(), Vec::new());
            reader.read(&mut trees.splits, &mut leaves);
            leaves.resize(MOST, 0.0);
            trees.trees.push(Tree {
                splits: trees.splits.len() - from,
                leaves: std::array::from_fn(|at| leaves[at]),
            });
        }
        trees
    }
}

/// What is left of the tables while they are read.
struct Reader {
    nodes: Iter<'static, u8>,
    cuts: Iter<'static, u8>,
    leaves: Iter<'static, i16>,
    /// The thresholds of each feature.
    cuts_of: Vec<&'static [f32]>,
}

impl Reader {
    /// Reads a node and what is below it: adds the splits, and the leaves from left to right.
    fn read(&mut self, splits: &mut Vec<Split>, leaves: &mut Vec<f32>) {
        let feature = self.nodes.next().copied().unwrap_or(0);
        let Some(of_feature) = usize::from(feature).checked_sub(1) else {
            leaves.extend(self.leaves.next().map(|&value| f32::from(value)));
            return;
        };
        let (own, first) = (splits.len(), leaves.len());
        let cut = self.cuts.next().copied().unwrap_or(0);
        splits.push(Split {
            cut: self.cuts_of[of_feature][usize::from(cut)],
            right: 0,
            feature,
        });
        self.read(splits, leaves);
        let left = (1u32 << leaves.len()) - (1 << first);
        splits[own].right = !(left as u16);
        self.read(splits, leaves);
    }
}

impl Trees {
    /// The sums over all trees: the logits of the probabilities.
    pub fn scores(&self, rows: &Rows) -> [f32; LANES] {
        let mut sums = [0.0; LANES];
        let mut splits = self.splits.as_slice();
        for tree in &self.trees {
            let (own, others) = splits.split_at(tree.splits);
            splits = others;
            let left = own.iter().fold([u32::MAX; LANES], |mut left, split| {
                let row = &rows.values[usize::from(split.feature)];
                for (left, value) in left.iter_mut().zip(row) {
                    *left &= if *value > split.cut {
                        u32::from(split.right)
                    } else {
                        u32::MAX
                    };
                }
                left
            });
            for (sum, left) in sums.iter_mut().zip(left) {
                // Whole numbers below 2^24: the order of the trees changes nothing.
                *sum += tree.leaves[left.trailing_zeros() as usize % MOST];
            }
        }
        sums.map(|sum| sum * self.scale)
    }
}
