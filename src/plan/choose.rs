//! Which verdicts the plan grants: the outermost ones, but for what is spared in them.

use std::cmp::Reverse;

use super::budget::grants;
use super::{Case, kept, lifted, pictures, rules};
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};

/// The outermost verdict that the budget grants, walking down the tree; mutes and what lifts beside them. Nothing
/// goes with an element of `kept`.
pub(crate) fn choose(
    case: &Case<'_, '_>,
    verdicts: Vec<&Verdict>,
    kept: &[NodeId],
) -> Vec<Verdict> {
    let mut order = in_order(verdicts);
    let spared =
        rules::Exceptions::of(case.context).map(|exceptions| exceptions.spare(case, &order));
    if let Some(spared) = &spared {
        order = in_order(spared);
    }
    let illustrated = pictures::spare(case, &order);
    if let Some(illustrated) = &illustrated {
        order = in_order(illustrated);
    }
    kept::spare(case.context, kept, &mut order);
    let mut chosen = granted(case, &order);
    lifted::settle(&mut chosen);
    chosen
}

/// Those that the budget grants; what stands in a hidden block is hidden with it.
fn granted(case: &Case<'_, '_>, order: &[&Verdict]) -> Vec<Verdict> {
    let page = case.context.page;
    let mut chosen: Vec<Verdict> = Vec::new();
    let mut hidden_to = 0;
    for &verdict in order {
        let covered = verdict.node < hidden_to;
        let again = chosen
            .last()
            .is_some_and(|last| last.node == verdict.node && last.action == verdict.action);
        // What a template holds is not on the page.
        let unseen = page.tag(verdict.node) == Tag::Template;
        if covered
            || again
            || unseen
            || !(case.article || covers(case.context, verdict))
            || !grants(case, verdict)
        {
            continue;
        }
        if verdict.action == Action::Hide {
            hidden_to = page.node(verdict.node).end;
        }
        chosen.push(verdict.clone());
    }
    chosen
}

/// Outermost first; of several on one element the surest.
fn in_order<'v>(verdicts: impl IntoIterator<Item = &'v Verdict>) -> Vec<&'v Verdict> {
    let mut order: Vec<&Verdict> = verdicts.into_iter().collect();
    order.sort_by_key(|verdict| {
        let other = verdict.action != Action::Hide;
        (verdict.node, other, Reverse(verdict.certainty))
    });
    order
}

/// What goes from pages that are no article, too. A name alone is not enough for what an application may call its
/// panels, nor for settings of cookies among its own.
fn covers(context: &Context<'_>, verdict: &Verdict) -> bool {
    let page = context.page;
    let in_main = || {
        page.ancestors(verdict.node)
            .any(|up| page.tag(up) == Tag::Main)
    };
    match verdict.reason {
        _ if verdict.action == Action::Mute || verdict.certainty == Certainty::Rule => true,
        Reason::Overlay => !matches!(verdict.evidence.clue, Clue::NamedOverlay | Clue::Folds),
        Reason::Consent => verdict.evidence.clue != Clue::Named || !in_main(),
        _ => false,
    }
}
