//! What is to be pressed in a box, and what for.

use super::counts::Counts;
use crate::judge::context::{BlockId, Context, is_tool};
use crate::tag::Tag;
use crate::verdict::Reason;

/// Words on a button.
pub(super) const LONGEST_LABEL: u32 = 8;

/// Its phrase speaks of a letter or a subscription.
pub(super) fn says_newsletter(context: &Context<'_>, at: BlockId) -> bool {
    context.phrases[at].is_some_and(|phrase| phrase.reason == Reason::Newsletter)
}

/// A few words to press that are for what stands over them: no tool for reading it.
pub(super) fn presses(counts: &Counts<'_, '_>, at: BlockId) -> bool {
    let context = counts.context;
    let block = &context.blocks[at];
    let link = block.stats.link_density() > 0.9 && context.page.tag(block.node) != Tag::Li;
    let tool = context.phrases[at].is_some_and(|phrase| is_tool(phrase.reason));
    !tool && ((link && block.stats.words <= LONGEST_LABEL) || has_button(counts, at))
}

/// A few words on a button, or beside it in a form of one field.
fn has_button(counts: &Counts<'_, '_>, at: BlockId) -> bool {
    let context = counts.context;
    let block = &context.blocks[at];
    let mut around = context.page.self_and_ancestors(block.inner).take(2);
    block.stats.words <= LONGEST_LABEL
        && (counts.has(&counts.buttons, block.node)
            || around.any(|id| context.page.tag(id) == Tag::Button))
}
