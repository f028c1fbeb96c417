//! What of a block is read, beside icons and labels for screen readers.

use std::borrow::Cow;

use super::classes::Classes;
use crate::blocks::{Block, Hidden, block_runs};
use crate::outline::{NodeId, Outline};
use crate::squeeze::squeeze_into;

/// A block's text as a reader sees it: without the names of icons and without hidden labels.
pub(super) fn spoken<'t>(
    page: &Outline,
    classes: &Classes,
    block: &Block,
    text: &'t str,
) -> Cow<'t, str> {
    let unseen = |node: NodeId| {
        node != block.node
            && (classes.is_icon(page, node)
                || classes.labels.own_hidden(node) == Hidden::ScreenReader)
    };
    let runs = block_runs(page, block);
    if block.stats.words > 40 || runs.len() < 2 || !runs.iter().any(|run| unseen(run.node)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for run in runs
        .iter()
        .filter(|run| !unseen(run.node) && !page.node(run.node).foreign)
    {
        squeeze_into(page.run_text(run), &mut out);
    }
    Cow::Owned(out.trim().to_owned())
}
