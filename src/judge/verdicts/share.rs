//! Share bars and prompts, "follow us", app prompts.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on everything that asks to share or follow.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Share, Hints::SHARE, |id| {
        let sums = bench.context.sums[id as usize];
        sums.words <= 40 && sums.prose == 0
    });
    bench
        .by_phrase(Reason::Share)
        .into_iter()
        .chain(named)
        .collect()
}
