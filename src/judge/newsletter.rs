//! Newsletter, subscription, donation and sign-in prompts.

use crate::evidence::Clue;
use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on prompts that want the reader's address or money.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let mut named = bench.by_hint(Reason::Newsletter, Hints::NEWSLETTER, |id| {
        bench.context.sums[id as usize].words <= 150
    });
    let page = bench.context.page;
    let asks_address = |id: NodeId| {
        let mut inputs = page.descendants(id).filter(|&d| page.tag(d) == Tag::Input);
        inputs.any(|d| page.attr(d, Attr::Type) == Some("email"))
    };
    for verdict in &mut named {
        if asks_address(verdict.node) {
            verdict.certainty = Certainty::Strong;
            verdict.evidence.clue = Clue::NamedAsking;
        }
    }
    bench
        .by_phrase(Reason::Newsletter)
        .into_iter()
        .chain(named)
        .collect()
}
