//! Ad slots and their labels.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::outline::NodeId;
use crate::verdict::{Reason, Verdict};

/// Verdicts on adverts. Slots are hidden as a style sheet would hide them; their nodes stay, so adblock walls sleep on.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let is_no_prose = |id: NodeId| bench.context.sums[id as usize].prose == 0;
    bench.by_phrase_or_hint(Reason::Advert, Hints::ADVERT, is_no_prose)
}
