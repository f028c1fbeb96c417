//! The learned judge: for each block, how likely it is the article's own text.
//!
//! Two looks at every block: the first by its own features, the second by what the first said of its company. Both are
//! gradient-boosted trees, learned by `tools/train/`. The weights are static tables; nothing is parsed and nothing can
//! fail.

use std::sync::OnceLock;

use super::company::Company;
use super::features::{self, Features, LANES, Rows, Writer};
use super::forest::Trees;
use super::weights;
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, Outline};

/// Both looks, opened once.
fn looks() -> &'static [Trees; 2] {
    static OPEN: OnceLock<[Trees; 2]> = OnceLock::new();
    OPEN.get_or_init(|| [weights::FIRST.open(), weights::SECOND.open()])
}

/// Below this the first look is the last: no company ever made such a block text of the article.
pub const SETTLED: f32 = 0.02;

/// The probability of each block that it is the article's own text; the cut for text is 0.5.
pub fn probabilities(context: &Context<'_>) -> Vec<f32> {
    settled(context, two_looks(context))
}

/// Probabilities with what is text on this page at one half or above.
pub fn settled(context: &Context<'_>, mut p: Vec<f32>) -> Vec<f32> {
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
    let [first, second] = looks();
    let features = Features::new(context);
    let mut rows = Rows::new();
    let mut seen = Seen::default();
    let all: Vec<BlockId> = (0..context.blocks.len()).collect();
    for blocks in all.chunks(LANES) {
        let mut width = 0;
        for (lane, &at) in blocks.iter().enumerate() {
            let mut row = rows.lane(lane);
            features.write(at, &mut row);
            width = row.width();
        }
        let scores = first.scores(&rows);
        for (lane, (score, &at)) in scores.iter().zip(blocks).enumerate() {
            seen.first(at, logistic(*score), rows.row(lane, width));
        }
    }
    let company = Company::new(context, &seen.p, &seen.in_body);
    let mut p = seen.p.clone();
    for (number, blocks) in seen.unsettled.chunks(LANES).enumerate() {
        for (lane, &at) in blocks.iter().enumerate() {
            let mut row = rows.lane(lane);
            let own = seen.row(number * LANES + lane);
            own.iter().for_each(|value| row.put("", *value));
            company.add(at, &mut row);
        }
        for (score, &at) in second.scores(&rows).iter().zip(blocks) {
            p[at] = logistic(*score);
        }
    }
    p
}

/// What the first look leaves.
#[derive(Default)]
struct Seen {
    p: Vec<f32>,
    in_body: Vec<f32>,
    /// The blocks that are looked at again, and their rows, one after another.
    unsettled: Vec<BlockId>,
    rows: Vec<f32>,
}

impl Seen {
    fn first(&mut self, at: BlockId, p: f32, mut row: impl Iterator<Item = f32> + Clone) {
        self.p.push(p);
        if p >= SETTLED {
            self.unsettled.push(at);
            self.rows.extend(row.clone());
        }
        self.in_body
            .push(row.nth(features::IN_BODY).unwrap_or(-1.0));
    }

    /// The row of one of the unsettled blocks.
    fn row(&self, number: usize) -> &[f32] {
        let length = self.rows.len() / self.unsettled.len().max(1);
        &self.rows[number * length..(number + 1) * length]
    }
}

/// True for a page that our rewriter left nothing on but the article: what it shows is the article's unless it is
/// surely not.
fn was_focused(page: &Outline) -> bool {
    page.root_attr(Attr::Cleaned) == Some("focus")
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
    use crate::fnv;
    use crate::read::read;

    #[derive(Deserialize)]
    struct Sample {
        row: Vec<f32>,
        first: f32,
        second: f32,
    }

    fn fingerprint(names: &[String]) -> u32 {
        let bytes = names.iter().flat_map(|name| name.bytes().chain([b'\n']));
        fnv::with(fnv::START, bytes)
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
        assert!(names.len() < 255, "a row has no room for them");
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
            let mut rows = Rows::new();
            for lane in 0..LANES {
                let mut into = rows.lane(lane);
                row.iter().for_each(|value| into.put("", *value));
            }
            for (forest, wanted) in looks().iter().zip([first, second]) {
                for found in forest.scores(&rows) {
                    assert!(
                        (found - wanted).abs() < 0.02,
                        "expected {wanted}, found {found}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_page_without_text_has_no_probabilities() {
        assert!(probabilities(&Context::new(&read("<body><img src='a.png'></body>"))).is_empty());
    }
}
