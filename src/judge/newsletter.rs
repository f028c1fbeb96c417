//! Newsletter, subscription, donation and sign-in prompts.

use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on prompts that want the reader's address or money.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Newsletter, Hints::NEWSLETTER, |id| {
        bench.context.sums[id as usize].words <= 150
    });
    bench
        .by_phrase(Reason::Newsletter)
        .into_iter()
        .chain(named)
        .collect()
}
