//! Where the likely blocks of a page stand.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::sum::Sum;
use crate::judge::context::{BlockId, Context};

/// From this probability on a block is surely the article's.
const SURE: f32 = 0.8;

/// The blocks in a row with the largest gain (Kadane's algorithm).
pub fn stretch(before: &[Sum]) -> Range<BlockId> {
    let (mut lowest, mut start) = (before[0].gain(), 0);
    let mut best = (f32::MIN, 0..0);
    for (at, sum) in before.iter().enumerate().skip(1) {
        let gain = sum.gain() - lowest;
        if gain > best.0 {
            best = (gain, start..at);
        }
        if sum.gain() < lowest {
            (lowest, start) = (sum.gain(), at);
        }
    }
    best.1
}

/// The nearest sure blocks before and after each block.
pub fn sure(p: &[f32]) -> Vec<[Option<BlockId>; 2]> {
    let mut near = vec![[None; 2]; p.len()];
    let mut last = None;
    for at in 0..p.len() {
        near[at][0] = last;
        last = if p[at] >= SURE { Some(at) } else { last };
    }
    last = None;
    for at in (0..p.len()).rev() {
        near[at][1] = last;
        last = if p[at] >= SURE { Some(at) } else { last };
    }
    near
}

/// For texts that stand more than once, the likeliest place.
pub fn repeated<'c>(context: &'c Context<'_>, p: &[f32]) -> FxHashMap<&'c str, (f32, BlockId)> {
    let mut best: FxHashMap<&str, (f32, BlockId)> = FxHashMap::default();
    for (at, text) in context
        .texts
        .iter()
        .enumerate()
        .filter(|&(at, _)| context.occurrences[at] > 1)
    {
        let held = best.entry(text).or_insert((p[at], at));
        if p[at] > held.0 {
            *held = (p[at], at);
        }
    }
    best
}
