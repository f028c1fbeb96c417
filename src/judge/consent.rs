//! Consent banners.

use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on cookie and consent banners, wherever they stand.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Consent, Hints::CONSENT, |id| {
        bench.mass.words(id) < 20.0
    });
    bench
        .by_phrase(Reason::Consent)
        .into_iter()
        .chain(named)
        .collect()
}
