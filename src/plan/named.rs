//! Gives each hidden block a selector that a rule can be made of.

use std::collections::HashMap;

use crate::outline::{NodeId, Outline};
use crate::selector::{Names, Selector, lasting};
use crate::verdict::{Action, Verdict};

/// Most bearers of a name that tells elements apart. More are not looked at, so that time stays linear.
const MOST_BEARERS: usize = 64;

/// The selector of each verdict's block: of those that last, the one that names the fewest elements.
///
/// None names an element with the whole article in it: "keep this" would keep everything.
pub fn selectors(page: &Outline, article: NodeId, chosen: &[Verdict]) -> Vec<Option<String>> {
    let wanted = chosen.iter().filter(|v| v.action != Action::Unlock);
    if wanted.clone().next().is_none() {
        return vec![None; chosen.len()];
    }
    let mut namer = Namer {
        page,
        article,
        names: Names::around(page, wanted.map(|v| v.node)),
        known: HashMap::new(),
    };
    let named = |verdict: &Verdict| match verdict.action {
        Action::Unlock => None,
        Action::Hide | Action::Mute => namer.best(verdict.node),
    };
    chosen.iter().map(named).collect()
}

struct Namer<'p> {
    page: &'p Outline,
    article: NodeId,
    names: Names<'p>,
    /// Alike blocks have alike selectors: how many elements each names, and those with the whole article in them.
    known: HashMap<String, (usize, Vec<NodeId>)>,
}

impl Namer<'_> {
    fn best(&mut self, id: NodeId) -> Option<String> {
        let mut best: Option<(usize, String)> = None;
        for selector in lasting(self.page, &self.names, id) {
            let bearers = self.names.bearers(&selector).map_or(0, <[NodeId]>::len);
            if !(1..=MOST_BEARERS).contains(&bearers) {
                continue;
            }
            let text = selector.to_string();
            let (count, broad) = self.count(&selector, &text);
            let fewer = best.as_ref().is_none_or(|(least, _)| count < *least);
            if fewer && broad.iter().all(|&holder| holder == id) {
                best = Some((count, text));
            }
        }
        best.map(|(_, text)| text)
    }

    fn count(&mut self, selector: &Selector, text: &str) -> (usize, &[NodeId]) {
        let (page, article, names) = (self.page, self.article, &self.names);
        let look = || {
            let named = names.matches(selector);
            let broad = |id: &NodeId| page.contains(*id, article);
            (named.len(), named.iter().copied().filter(broad).collect())
        };
        let (count, broad) = self.known.entry(text.to_owned()).or_insert_with(look);
        (*count, broad)
    }
}
