//! Gradient-boosted trees: the tables as they are shipped, and how they are asked.
//!
//! A tree is not walked. Every split is asked of all rows at once, and strikes out the leaves that its answer rules out
//! (QuickScorer, Lucchese et al. 2015): no branches, nothing to wait for, and compilers make vector code of it.

use crate::judge::features::{LANES, Rows};

/// Trees in flat tables. Nodes stand in preorder: the left child of a split is the next node.
#[derive(Debug)]
pub struct Forest {
    /// From the top: the number of the feature a node splits on plus one, 0 for a leaf (8 bits); how many nodes further
    /// on its right child stands (8 bits); a split's cut in `cuts`, or a leaf's value in units of `scale` (16 bits).
    pub nodes: &'static [u32],
    /// The root of each tree.
    pub starts: &'static [u16],
    /// Where splits cut: rows at or below go left.
    pub cuts: &'static [f32],
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
        let mut trees = Trees {
            splits: Vec::with_capacity(self.nodes.len() / 2),
            trees: Vec::with_capacity(self.starts.len()),
            scale: self.scale,
        };
        for &start in self.starts {
            let (from, mut leaves) = (trees.splits.len(), Vec::new());
            self.add(usize::from(start), &mut trees.splits, &mut leaves);
            leaves.resize(MOST, 0.0);
            trees.trees.push(Tree {
                splits: trees.splits.len() - from,
                leaves: std::array::from_fn(|at| leaves[at]),
            });
        }
        trees
    }

    /// Adds the splits and leaves below a node, leaves from left to right.
    fn add(&self, at: usize, splits: &mut Vec<Split>, leaves: &mut Vec<f32>) {
        let node = self.nodes[at];
        let [feature, jump, ..] = node.to_be_bytes();
        let value = node as u16;
        if feature == 0 {
            leaves.push(f32::from(value as i16));
            return;
        }
        let (own, first) = (splits.len(), leaves.len());
        splits.push(Split {
            cut: self.cuts[usize::from(value)],
            right: 0,
            feature,
        });
        self.add(at + 1, splits, leaves);
        let left = (1u32 << leaves.len()) - (1 << first);
        splits[own].right = !(left as u16);
        self.add(at + usize::from(jump), splits, leaves);
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
            let left = own.iter().fold([u16::MAX; LANES], |mut left, split| {
                let row = &rows.values[usize::from(split.feature)];
                for (left, value) in left.iter_mut().zip(row) {
                    *left &= if *value > split.cut {
                        split.right
                    } else {
                        u16::MAX
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
