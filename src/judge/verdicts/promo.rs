//! Promo lines and boxes: "Also on …", "Read more: …", also between the paragraphs of the article.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on promos.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Promo, Hints::PROMO, |id| {
        let sums = bench.context.sums[id as usize];
        // A wrapper of the article may be called "promo" too: only short boxes of mostly links.
        sums.words <= 120 && (sums.link_density() > 0.5 || sums.prose == 0)
    });
    bench
        .by_phrase(Reason::Promo)
        .into_iter()
        .chain(named)
        .collect()
}
