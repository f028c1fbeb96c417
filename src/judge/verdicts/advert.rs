//! Ad slots and their labels.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on adverts. Slots are hidden as a style sheet would hide them; their nodes stay, so adblock walls sleep on.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Advert, Hints::ADVERT, |id| {
        bench.context.sums[id as usize].prose == 0
    });
    bench
        .by_phrase(Reason::Advert)
        .into_iter()
        .chain(named)
        .collect()
}
