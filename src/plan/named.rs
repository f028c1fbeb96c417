//! Gives each hidden block a selector that a rule can be made of.

use crate::outline::{NodeId, Outline};
use crate::selector::{Names, lasting};
use crate::verdict::{Action, Verdict};

/// Most bearers of a name that tells elements apart. More are not looked at, so that time stays linear.
const MOST_BEARERS: usize = 64;

/// The selector of each verdict's block: of those that last, the one that names the fewest elements.
///
/// None names an element with the whole article in it: "keep this" would keep everything.
pub fn selectors(page: &Outline, article: NodeId, chosen: &[Verdict]) -> Vec<Option<String>> {
    let is_block = |verdict: &&Verdict| !verdict.action.lifts();
    let wanted = chosen.iter().filter(is_block);
    if wanted.clone().next().is_none() {
        return vec![None; chosen.len()];
    }
    let names = Names::around(page, wanted.map(|v| v.node));
    let named = |verdict: &Verdict| match verdict.action {
        Action::Unlock | Action::Lift(_) => None,
        Action::Hide | Action::Mute => best(page, &names, article, verdict.node),
    };
    chosen.iter().map(named).collect()
}

fn best(page: &Outline, names: &Names<'_>, article: NodeId, id: NodeId) -> Option<String> {
    let mut best = None;
    let mut least = usize::MAX;
    for selector in lasting(page, names, id) {
        if least == 1 {
            break;
        }
        let bearers = names.bearers(&selector).map_or(0, <[NodeId]>::len);
        if !(1..=MOST_BEARERS).contains(&bearers) {
            continue;
        }
        let named = names.matches(&selector);
        let broad = |&other: &NodeId| other != id && page.contains(other, article);
        if named.len() < least && !named.iter().any(broad) {
            least = named.len();
            best = Some(selector);
        }
    }
    best.map(|selector| selector.to_string())
}
