//! Small furniture around the article: menus and tags, author boxes, players and tool bars.

use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::verdict::{Reason, Verdict};

/// Verdicts on navigation, bylines and widgets.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let mut out = Vec::new();
    for (reason, hint) in [
        (Reason::Navigation, Hints::NAVIGATION),
        (Reason::Byline, Hints::BYLINE),
        (Reason::Widget, Hints::WIDGET),
    ] {
        out.extend(bench.by_phrase(reason));
        out.extend(bench.by_hint(reason, hint, |id| {
            let sums = bench.context.sums[id as usize];
            // Between headline and end of the body, times and names are the article's own: a live blog's entries.
            let within = !bench.is_below_body(id) && !bench.is_above_article(id);
            !(within && (reason == Reason::Byline || sums.words > 12))
                && sums.blocks > 0
                && sums.words <= 60
                && sums.prose == 0
        }));
    }
    out
}
