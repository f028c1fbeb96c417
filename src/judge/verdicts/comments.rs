//! Readers' comments, their forms and counts.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on comments. Comments are prose, so it is their place below the article that makes them surely comments.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let below = |id| bench.is_below_body(id);
    let mut named = bench.by_hint(Reason::Comments, Hints::COMMENTS, |id| {
        below(id) || bench.context.sums[id as usize].prose == 0
    });
    for verdict in named
        .iter_mut()
        .filter(|v| below(v.node) && takes_comments(bench, v.node))
    {
        verdict.certainty = Certainty::Strong;
    }
    let mut out = bench.by_phrase(Reason::Comments);
    out.extend(named);
    out
}

/// Fewer blocks may be one comment, or anything: a paragraph that is named so.
const SEVERAL: u32 = 5;

/// A form to write in, or several blocks.
fn takes_comments(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    bench.context.sums[id as usize].blocks >= SEVERAL
        || page
            .descendants(id)
            .any(|d| matches!(page.tag(d), Tag::Form | Tag::Textarea))
}
