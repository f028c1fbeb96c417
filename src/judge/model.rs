//! The learned judge: for each block, how likely it is the article's own text.
//!
//! Gradient-boosted trees over [`crate::judge::features`], learned by `tools/train/`. The weights are static tables;
//! nothing is parsed and nothing can fail.

use crate::judge::context::Context;
use crate::judge::features;
use crate::judge::weights;

/// Trees in flat tables. Nodes stand in preorder: the left child of a split is the next node, the right child stands
/// `jumps` nodes further on.
#[derive(Debug)]
pub struct Forest {
    /// The number of the feature a node splits on plus one; 0 for a leaf.
    pub features: &'static [u8],
    /// How far the right child is.
    pub jumps: &'static [u8],
    /// A split's cut in `cuts`, or a leaf's value in units of `scale`.
    pub values: &'static [i16],
    /// The root of each tree.
    pub starts: &'static [u16],
    /// Where splits cut: rows at or below go left.
    pub cuts: &'static [f32],
    /// The unit of leaf values.
    pub scale: f32,
}

impl Forest {
    /// The sum over all trees: the logit of the probability.
    pub fn score(&self, row: &[f32]) -> f32 {
        let sum: i32 = self
            .starts
            .iter()
            .map(|&start| i32::from(self.leaf(usize::from(start), row)))
            .sum();
        sum as f32 * self.scale
    }

    fn leaf(&self, mut at: usize, row: &[f32]) -> i16 {
        loop {
            let value = self.values[at];
            let Some(feature) = self.features[at].checked_sub(1) else {
                return value;
            };
            let left = row[usize::from(feature)] <= self.cuts[value as usize];
            at += if left { 1 } else { usize::from(self.jumps[at]) };
        }
    }
}

/// The probability of each block that it is the article's own text; the cut for text is 0.5.
pub fn probabilities(context: &Context<'_>) -> Vec<f32> {
    features::rows(context)
        .iter()
        .map(|row| logistic(weights::BLOCK.score(row)))
        .collect()
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::read::read;

    #[derive(Deserialize)]
    struct Sample {
        row: Vec<f32>,
        score: f32,
    }

    #[test]
    fn weights_were_learned_on_these_features() {
        let page = read("<body><p>One block is enough to name the features.</p></body>");
        let mut hash = 0x811c_9dc5_u32;
        for byte in features::names(&Context::new(&page))
            .iter()
            .flat_map(|name| name.bytes().chain([b'\n']))
        {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        assert_eq!(
            hash,
            weights::BLOCK_FEATURES,
            "train again: tools/train/README.md"
        );
    }

    #[test]
    fn scores_as_the_library_that_learned_the_trees() {
        let samples: Vec<Sample> = serde_json::from_str(include_str!("model_sample.json")).unwrap();
        assert!(samples.len() >= 5);
        for Sample { row, score } in samples {
            assert!(
                (weights::BLOCK.score(&row) - score).abs() < 0.02,
                "expected {score}, found {}",
                weights::BLOCK.score(&row)
            );
        }
    }
}
