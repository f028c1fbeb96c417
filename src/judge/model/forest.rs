//! Gradient-boosted trees: the tables as they are shipped, and how they are asked.
//!
//! A tree is not walked. Splits are asked feature by feature, of all rows at once, and strike out the leaves that their
//! answers rule out (QuickScorer, Lucchese et al. 2015): those that cut above every row strike out none and are not looked
//! at, those that cut below every row, as of what is the same all over the page, strike out the same for all.

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
    /// By feature, and those of one feature by where they cut.
    splits: Vec<Split>,
    /// The features that splits ask for, in that order, and how many of the splits are each one's.
    features: Vec<(u8, usize)>,
    /// The leaves of each tree.
    leaves: Vec<[f32; MOST]>,
    scale: f32,
}

#[derive(Debug)]
struct Split {
    cut: f32,
    /// The leaves that are left for rows above the cut, a bit each.
    kept: u16,
    tree: u8,
    feature: u8,
}

/// Most leaves of a tree; `tools/train/` learns trees of 15.
const MOST: usize = 16;

/// Most trees of a forest.
const TREES: usize = 128;

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
            features: Vec::new(),
            leaves: Vec::new(),
            scale: self.scale,
        };
        while !reader.nodes.as_slice().is_empty() {
            let mut leaves = Vec::new();
            reader.read(trees.leaves.len() as u8, &mut trees.splits, &mut leaves);
            leaves.resize(MOST, 0.0);
            trees.leaves.push(std::array::from_fn(|at| leaves[at]));
        }
        let order = |one: &Split, other: &Split| {
            let features = one.feature.cmp(&other.feature);
            features.then(one.cut.total_cmp(&other.cut))
        };
        debug_assert!(trees.leaves.len() <= TREES, "the trainer learns fewer");
        trees.splits.sort_unstable_by(order);
        let by_feature = trees
            .splits
            .chunk_by(|one, other| one.feature == other.feature);
        trees.features = by_feature.map(|own| (own[0].feature, own.len())).collect();
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
    fn read(&mut self, tree: u8, splits: &mut Vec<Split>, leaves: &mut Vec<f32>) {
        let feature = self.nodes.next().copied().unwrap_or(0);
        let Some(of_feature) = usize::from(feature).checked_sub(1) else {
            leaves.extend(self.leaves.next().map(|&value| f32::from(value)));
            return;
        };
        let (own, first) = (splits.len(), leaves.len());
        let cut = self.cuts.next().copied().unwrap_or(0);
        splits.push(Split {
            cut: self.cuts_of[of_feature][usize::from(cut)],
            kept: 0,
            tree,
            feature,
        });
        self.read(tree, splits, leaves);
        // Whoever is above the cut goes to the right.
        let left = (1u32 << leaves.len()) - (1 << first);
        splits[own].kept = !(left as u16);
        self.read(tree, splits, leaves);
    }
}

impl Trees {
    /// The sums over all trees: the logits of the probabilities.
    ///
    /// Eight rows go side by side through what compilers make vector code of, which in WebAssembly they do where it is asked
    /// for only. The rest of the core has hardly a loop of the kind, and would be larger by it.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn scores(&self, rows: &Rows) -> [f32; LANES] {
        let mut left = [[u16::MAX; LANES]; TREES];
        let mut splits = self.splits.as_slice();
        for &(feature, count) in &self.features {
            let (own, others) = splits.split_at(count);
            splits = others;
            strike(own, &rows.values[usize::from(feature)], &mut left);
        }
        let mut sums = [0.0; LANES];
        for (leaves, left) in self.leaves.iter().zip(&left) {
            for (sum, left) in sums.iter_mut().zip(left) {
                // Whole numbers below 2^24: the order of the trees changes nothing.
                *sum += leaves[left.trailing_zeros() as usize % MOST];
            }
        }
        sums.map(|sum| sum * self.scale)
    }
}

/// Strikes out what the splits of one feature rule out, for each row by its value.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn strike(splits: &[Split], row: &[f32; LANES], left: &mut [[u16; LANES]; TREES]) {
    let (least, most) = bounds(row);
    for split in splits.iter().take_while(|split| split.cut < most) {
        let left = &mut left[usize::from(split.tree) % TREES];
        if split.cut < least {
            *left = left.map(|left| left & split.kept);
            continue;
        }
        // In this form compilers make vector code of it.
        let below = row.map(|value| if value > split.cut { 0 } else { u32::MAX });
        let kept = below.map(|below| below as u16 | split.kept);
        for (left, kept) in left.iter_mut().zip(kept) {
            *left &= kept;
        }
    }
}

/// The least and the most of a row, in halves side by side.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn bounds(row: &[f32; LANES]) -> (f32, f32) {
    const HALF: usize = LANES / 2;
    let less = |one: f32, other: f32| if other < one { other } else { one };
    let more = |one: f32, other: f32| if other > one { other } else { one };
    let least: [f32; HALF] = std::array::from_fn(|at| less(row[at], row[at + HALF]));
    let most: [f32; HALF] = std::array::from_fn(|at| more(row[at], row[at + HALF]));
    (
        least.into_iter().fold(least[0], less),
        most.into_iter().fold(most[0], more),
    )
}
