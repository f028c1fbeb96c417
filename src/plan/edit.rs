//! The edits of a page, as they cross to whoever applies them.

use serde::Serialize;

use super::named;
use crate::evidence::Evidence;
use crate::judge::Judgement;
use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::verdict::{Action, Reason, Verdict};

/// Characters of a block's text that the ledger shows.
const LONGEST_TEXT: usize = 200;

/// One edit of the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edit {
    /// The element, by its place in document order.
    pub ordinal: NodeId,
    /// Its tag name.
    pub tag: String,
    /// What happens to it.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// In English words that a reader understands.
    pub evidence: String,
    /// The same as data, for words of other languages.
    pub why: Evidence,
    /// The beginning of its text, at most 200 characters.
    pub text: String,
    /// A selector that names the block on this page and is likely to on the site's other pages, where there is one.
    pub selector: Option<String>,
}

/// The edits that these verdicts make.
pub(crate) fn edits(context: &Context<'_>, judgement: &Judgement, chosen: &[Verdict]) -> Vec<Edit> {
    let selectors = named::selectors(context.page, judgement.parts.root, chosen);
    let edit = |(verdict, selector): (&Verdict, Option<String>)| Edit {
        ordinal: verdict.node,
        tag: context.page.tag_name(verdict.node).to_owned(),
        action: verdict.action,
        reason: verdict.reason,
        evidence: verdict.evidence.to_string(),
        why: verdict.evidence.clone(),
        text: if verdict.action.lifts() {
            String::new()
        } else {
            context.page.squeezed(verdict.node, LONGEST_TEXT)
        },
        selector,
    };
    chosen.iter().zip(selectors).map(edit).collect()
}

/// True for a hidden block.
pub(super) fn hides(edit: &Edit) -> bool {
    edit.action == Action::Hide
}

/// The same edit of another element, for which no rule is offered.
pub(super) fn like(edit: &Edit, context: &Context<'_>, id: NodeId) -> Edit {
    Edit {
        ordinal: id,
        tag: context.page.tag_name(id).to_owned(),
        text: context.page.squeezed(id, LONGEST_TEXT),
        selector: None,
        ..edit.clone()
    }
}
