//! The learned judge: for each block, how likely it is the article's own text.
//!
//! Two looks at every block: the first by its own features, the second by what the first said of its company. Both are
//! gradient-boosted trees, learned by `tools/train/`. The weights are static tables; nothing is parsed and nothing can
//! fail.

use std::sync::OnceLock;

use crate::judge::company::Company;
use crate::judge::context::{BlockId, Context};
use crate::judge::features::{self, Features, Row};
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

/// How many rows go through a tree together: each step waits for the one before it, but not for the other rows'.
pub const LANES: usize = 8;

/// Nodes of the largest tree; `tools/train/` learns trees of 15 leaves.
const WIDEST: usize = 32;

/// A node of a [`Tree`]. A leaf's steps are 0, so a row that has come to it stays.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Where a split cuts, or a leaf's value.
    value: f32,
    feature: u8,
    left: u8,
    right: u8,
}

/// A tree as it is walked: in as many steps as its deepest leaf needs, with neither branches nor checks.
#[derive(Clone, Debug)]
struct Tree {
    nodes: [Node; WIDEST],
    steps: u32,
}

/// A [`Forest`] as it is walked.
#[derive(Debug)]
pub struct Walks {
    trees: Vec<Tree>,
    scale: f32,
}

impl Forest {
    /// Opens the table.
    pub fn open(&self) -> Walks {
        let tree = |&start: &u16| self.tree(usize::from(start));
        Walks {
            trees: self.starts.iter().map(tree).collect(),
            scale: self.scale,
        }
    }

    fn tree(&self, start: usize) -> Tree {
        let mut tree = Tree {
            nodes: [Node::default(); WIDEST],
            steps: 0,
        };
        // Nodes that are still to come, with how many steps lead to them.
        let mut open = vec![(0, 0)];
        while let Some((at, steps)) = open.pop() {
            let node = self.nodes[start + at];
            let [feature, jump, ..] = node.to_be_bytes();
            let value = node as u16;
            tree.nodes[at] = Node {
                value: f32::from(value as i16),
                ..Node::default()
            };
            tree.steps = tree.steps.max(steps);
            if feature > 0 {
                tree.nodes[at] = Node {
                    value: self.cuts[usize::from(value)],
                    feature,
                    left: 1,
                    right: jump,
                };
                open.extend([at + 1, at + usize::from(jump)].map(|next| (next, steps + 1)));
            }
        }
        tree
    }
}

impl Walks {
    /// The sums over all trees: the logits of the probabilities.
    pub fn scores(&self, rows: &[Row; LANES]) -> [f32; LANES] {
        let mut sums = [0.0; LANES];
        for tree in &self.trees {
            let mut at = [0usize; LANES];
            for _ in 0..tree.steps {
                for (at, row) in at.iter_mut().zip(rows) {
                    let node = &tree.nodes[*at % WIDEST];
                    let right = row.values[usize::from(node.feature)] > node.value;
                    *at += usize::from(if right { node.right } else { node.left });
                }
            }
            for (sum, at) in sums.iter_mut().zip(at) {
                // Whole numbers below 2^24: the order of the trees changes nothing.
                *sum += tree.nodes[at % WIDEST].value;
            }
        }
        sums.map(|sum| sum * self.scale)
    }
}

/// Both looks, opened once.
fn looks() -> &'static [Walks; 2] {
    static OPEN: OnceLock<[Walks; 2]> = OnceLock::new();
    OPEN.get_or_init(|| [weights::FIRST.open(), weights::SECOND.open()])
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
    let [first, second] = looks();
    let features = Features::new(context);
    let mut rows = [Row::EMPTY; LANES];
    let mut seen = Seen::default();
    let all: Vec<BlockId> = (0..context.blocks.len()).collect();
    for blocks in all.chunks(LANES) {
        for (row, &at) in rows.iter_mut().zip(blocks) {
            row.set(&[]);
            features.write(at, row);
        }
        for ((score, row), &at) in first.scores(&rows).iter().zip(&rows).zip(blocks) {
            seen.first(at, logistic(*score), row);
        }
    }
    let company = Company::new(context, &seen.p, &seen.in_body);
    let mut p = seen.p.clone();
    for (number, blocks) in seen.unsettled.chunks(LANES).enumerate() {
        for (lane, (row, &at)) in rows.iter_mut().zip(blocks).enumerate() {
            row.set(seen.row(number * LANES + lane));
            company.add(at, row);
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
    fn first(&mut self, at: BlockId, p: f32, row: &Row) {
        self.p.push(p);
        self.in_body.push(row.features()[features::IN_BODY]);
        if p >= SETTLED {
            self.unsettled.push(at);
            self.rows.extend(row.features());
        }
    }

    fn row(&self, number: usize) -> &[f32] {
        let length = self.rows.len() / self.unsettled.len().max(1);
        &self.rows[number * length..(number + 1) * length]
    }
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
        row: Vec<f32>,
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
            let mut rows = [Row::EMPTY; LANES];
            rows.iter_mut().for_each(|lane| lane.set(&row));
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
