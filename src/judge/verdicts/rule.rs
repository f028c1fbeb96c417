//! Rules of the reader and of `rules/sites/`: what they match is to go, whatever it says.

use crate::cosmetic::{Matched, Owner};
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// What one rule would hide.
pub struct Ruled {
    /// The rule's place in [`Context::matched`].
    pub rule: usize,
    /// Outermost only.
    pub verdicts: Vec<Verdict>,
}

/// The verdicts of every rule that hides.
pub fn judge(context: &Context<'_>) -> Vec<Ruled> {
    let rules = context.matched.iter().enumerate();
    rules
        .filter(|(_, matched)| !matched.rule.exception)
        .map(|(rule, matched)| Ruled {
            rule,
            verdicts: verdicts(context.page, matched),
        })
        .collect()
}

fn verdicts(page: &Outline, matched: &Matched) -> Vec<Verdict> {
    let (reason, clue) = match matched.rule.owner {
        Owner::Reader => (Reason::YourRule, Clue::YourRule),
        Owner::Site => (Reason::SiteRule, Clue::SiteRule),
    };
    let nodes = matched.nodes.iter().copied();
    let evidence = clue.on(matched.rule.text.clone());
    page.outermost(nodes, |id| can_go(page, id))
        .map(|id| Verdict::hide(id, reason, Certainty::Rule, evidence.clone()))
        .collect()
}

/// Pieces of a drawing are no blocks, and what shows nothing has nothing to hide: without its styles a page is broken.
fn can_go(page: &Outline, id: NodeId) -> bool {
    let piece = page.node(id).foreign && !matches!(page.tag(id), Tag::Svg | Tag::Math);
    let in_head = || page.ancestors(id).any(|up| page.tag(up) == Tag::Head);
    !piece && !is_metadata(page.tag(id)) && !in_head()
}

/// True for elements that a browser never shows, HTML's metadata and their `<head>`. Other elements may be silent: they
/// show no text and take room all the same.
pub fn is_metadata(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Script | Tag::Style | Tag::Link | Tag::Meta | Tag::Title | Tag::Head | Tag::Template
    )
}
