//! The learned judge: for each block, how likely it is the article's own text.
//!
//! Two looks at every block: the first by its own features, the second by what the first said of its company. Both are
//! gradient-boosted trees, learned by `tools/train/`. The weights are static tables; nothing is parsed and nothing can
//! fail.

use crate::judge::company::Company;
use crate::judge::context::Context;
use crate::judge::features::{self, Row};
use crate::judge::weights;
use crate::outline::{Attr, Outline};

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

/// A row padded so that every possible feature number is in it: no lookup needs a check.
type Padded = [f32; 256];

impl Forest {
    /// The sum over all trees: the logit of the probability.
    pub fn score(&self, row: &[f32]) -> f32 {
        let mut padded: Padded = [0.0; 256];
        for (place, value) in padded[1..].iter_mut().zip(row) {
            *place = *value;
        }
        let leaf = |&start: &u16| i32::from(self.leaf(usize::from(start), &padded));
        self.starts.iter().map(leaf).sum::<i32>() as f32 * self.scale
    }

    fn leaf(&self, mut at: usize, row: &Padded) -> i16 {
        loop {
            let node = self.nodes[at];
            let [feature, jump, ..] = node.to_be_bytes();
            let value = node as u16;
            if feature == 0 {
                return value as i16;
            }
            let right = row[usize::from(feature)] > self.cuts[usize::from(value)];
            at += if right { usize::from(jump) } else { 1 };
        }
    }
}

/// Below this the first look is the last: no company ever made such a block text of the article.
pub const SETTLED: f32 = 0.02;

/// The probability of each block that it is the article's own text; the cut for text is 0.5.
pub fn probabilities(context: &Context<'_>) -> Vec<f32> {
    let mut p = two_looks(context);
    let cut = if was_focused(context.page) {
        LEAST
    } else {
        cut(context, &p)
    };
    for p in p.iter_mut().filter(|p| **p >= cut) {
        *p = p.max(0.5);
    }
    p
}

fn two_looks(context: &Context<'_>) -> Vec<f32> {
    let mut rows = features::rows(context);
    let guesses: Vec<f32> = rows
        .iter()
        .map(|row| logistic(weights::FIRST.score(row)))
        .collect();
    let company = Company::new(context, &guesses, &rows);
    for (at, row) in rows
        .iter_mut()
        .enumerate()
        .filter(|&(at, _)| guesses[at] >= SETTLED)
    {
        company.add(at, row);
    }
    let second = |(row, &guess): (&Row, &f32)| match guess {
        guess if guess < SETTLED => guess,
        _ => logistic(weights::SECOND.score(row)),
    };
    rows.iter().zip(&guesses).map(second).collect()
}

/// True for a page that our rewriter left nothing on but the article: what it shows is the article's unless it is
/// surely not.
fn was_focused(page: &Outline) -> bool {
    !page.is_empty() && page.attr(0, Attr::Cleaned) == Some("focus")
}

/// No block below this probability is text, however much the model doubts the page.
const LEAST: f32 = 0.2;

/// From which probability on a block is text on this page, 0.5 at most.
///
/// Where the model doubts the whole page, a cut at one half would leave nothing or scraps of the article. The set of
/// blocks with the best expected F1 is cut at half of that F1; a little more keeps clutter out of ordinary pages.
fn cut(context: &Context<'_>, p: &[f32]) -> f32 {
    let mut likeliest: Vec<(f32, f32)> = context
        .blocks
        .iter()
        .zip(p)
        .map(|(block, &p)| (p, block.stats.words.max(1) as f32))
        .collect();
    likeliest.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let expected: f32 = likeliest.iter().map(|(p, words)| p * words).sum();
    let (mut hits, mut taken, mut best) = (0.0, 0.0, 0.0f32);
    for (p, words) in likeliest {
        hits += p * words;
        taken += words;
        best = best.max(2.0 * hits / (taken + expected));
    }
    (best / 2.0 + 0.05).clamp(LEAST, 0.5)
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
        row: Row,
        first: f32,
        second: f32,
    }

    fn fingerprint(names: &[String]) -> u32 {
        let bytes = names.iter().flat_map(|name| name.bytes().chain([b'\n']));
        bytes.fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }

    #[test]
    fn weights_were_learned_on_these_features() {
        let page = read("<body><p>One block is enough to name the features.</p></body>");
        let context = Context::new(&page);
        let mut names = features::names(&context);
        assert_eq!(names[features::IN_BODY], "in_body");
        assert_eq!(
            fingerprint(&names),
            weights::FIRST_FEATURES,
            "train again: tools/train/README.md"
        );
        names.extend(Company::names(&context));
        assert_eq!(
            fingerprint(&names),
            weights::SECOND_FEATURES,
            "train again: tools/train/README.md"
        );
    }

    #[test]
    fn scores_as_the_library_that_learned_the_trees() {
        let samples: Vec<Sample> = serde_json::from_str(include_str!("model_sample.json")).unwrap();
        assert!(samples.len() >= 5);
        for Sample { row, first, second } in samples {
            for (forest, wanted) in [(&weights::FIRST, first), (&weights::SECOND, second)] {
                let found = forest.score(&row);
                assert!(
                    (found - wanted).abs() < 0.02,
                    "expected {wanted}, found {found}"
                );
            }
        }
    }

    #[test]
    fn a_page_without_text_has_no_probabilities() {
        assert!(probabilities(&Context::new(&read("<body><img src='a.png'></body>"))).is_empty());
    }
}
