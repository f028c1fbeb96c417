//! After a clean: what the recipe hid wrongly is dropped, and what the page teaches is added.

use super::text::{MOST_ANCHORS, MOST_HIDES, MOST_PAGES, MOST_REFUSED};
use super::{Anchor, Hide, Proposed, Recipe, Refused, View, proposals};
use crate::fnv;
use crate::host::{host_of, is_host, without_query};
use crate::judge::Judgement;
use crate::judge::context::Context;
use crate::options::{Options, Strength};
use crate::outline::{Attr, NodeId};
use crate::plan::{Outcome, Plan};

/// For so many pages a selector that hid something wrongly may not come back.
const REFUSED_FOR: u32 = 8;

/// A page after its clean.
pub struct CleanedPage<'c, 'p> {
    /// The page.
    pub context: &'c Context<'p>,
    /// How it was judged.
    pub judgement: &'c Judgement,
    /// What was done to it.
    pub plan: &'c Plan,
    /// What was asked for.
    pub options: &'c Options,
}

/// Most elements that the reader is at that are looked at.
const MOST_KEPT: usize = 64;

/// What became of a recipe.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviewed {
    /// The recipe as it stands now.
    pub recipe: Option<Recipe>,
    /// Selectors that hid something that the plan keeps.
    pub wrong: Vec<String>,
}

/// Checks the recipe of the page's host against the clean, and learns from it where that was asked for. `found` is what
/// each of [`Recipe::selectors`] matched.
pub fn review(
    page: &CleanedPage<'_, '_>,
    recipe: Option<Recipe>,
    found: &[Vec<NodeId>],
) -> Reviewed {
    let host = page.options.url.as_deref().and_then(host_of);
    let host = host.filter(|host| is_host(host));
    let (Some(host), true) = (host, recipe.is_some() || page.options.learn) else {
        return Reviewed::default();
    };
    let strength = page.options.strength;
    let known = recipe.unwrap_or_else(|| Recipe::new(host, strength));
    let view = View::of(page.context, page.plan);
    let mut review = Review {
        page,
        view,
        hides: known
            .hides
            .iter()
            .cloned()
            .zip(found.iter().cloned())
            .collect(),
        anchors: found.get(known.hides.len()..).unwrap_or_default().to_vec(),
        recipe: known,
    };
    let wrong = review.wrong();
    // Only an article tells what stays; other pages are left alone by recipes as by everything else.
    if matches!(page.plan.outcome, Outcome::Cleaned | Outcome::Nothing) {
        review.drop_wrong();
        review.recipe.strength = strength;
        if !review.holds() {
            review.start_anew();
        }
        let again = page.context.page.root_attr(Attr::Cleaned).is_some();
        if page.options.learn && !again {
            review.learn();
        }
        review.recipe.hides = review.hides.into_iter().map(|(hide, _)| hide).collect();
    }
    Reviewed {
        recipe: Some(review.recipe),
        wrong,
    }
}

struct Review<'c, 'p> {
    page: &'c CleanedPage<'c, 'p>,
    view: View,
    recipe: Recipe,
    /// The selectors that hide, with what they matched.
    hides: Vec<(Hide, Vec<NodeId>)>,
    /// What each anchor matched.
    anchors: Vec<Vec<NodeId>>,
}

impl Review<'_, '_> {
    fn keeps(&self, nodes: &[NodeId]) -> bool {
        nodes
            .iter()
            .any(|&id| self.view.keeps(self.page.context, id))
    }

    /// The selectors that hide now and matched something that stays.
    fn wrong(&self) -> Vec<String> {
        let hiding = self.hides.iter();
        let hiding =
            hiding.filter(|(hide, nodes)| self.recipe.is_active(hide) && self.keeps(nodes));
        hiding.map(|(hide, _)| hide.selector.clone()).collect()
    }

    /// Drops what matched something that stays. What stays because the reader is at it says nothing about its kind, and
    /// what only Focus hides is not wrong for staying in Tidy.
    fn drop_wrong(&mut self) {
        let (context, view) = (self.page.context, &self.view);
        let at_hand = self.page.options.facts.kept.iter().take(MOST_KEPT);
        let is_held = |&id: &NodeId| {
            let touches = |&kept: &NodeId| {
                let known = kept < context.page.len();
                known && (context.page.contains(id, kept) || context.page.contains(kept, id))
            };
            at_hand.clone().any(touches)
        };
        let strength = self.page.options.strength;
        let refused = &mut self.recipe.refused;
        self.hides.retain(|(hide, nodes)| {
            let judged = strength == Strength::Focus || hide.tidy > 0;
            let mut kept = nodes.iter().filter(|&&id| view.keeps(context, id));
            let wrong = judged && kept.any(|id| !is_held(id));
            if wrong {
                refused.retain(|known| known.selector != hide.selector);
                refused.push(Refused {
                    selector: hide.selector.clone(),
                    pages: REFUSED_FOR,
                });
            }
            !wrong
        });
        let surplus = refused.len().saturating_sub(MOST_REFUSED);
        refused.drain(..surplus);
    }

    /// True unless all anchors that several pages had are missing, or stand in what the recipe hides.
    fn holds(&self) -> bool {
        let page = self.page.context.page;
        let hiding = || {
            let active = self.hides.iter();
            let active = active.filter(|(hide, _)| self.recipe.is_active(hide));
            active.flat_map(|(_, nodes)| nodes)
        };
        let in_sight = |&id: &NodeId| {
            self.view.keeps(self.page.context, id) && !hiding().any(|&up| page.contains(up, id))
        };
        let anchors = self.recipe.anchors.iter().zip(&self.anchors);
        let mut proven = anchors
            .filter(|(anchor, _)| anchor.seen >= super::AGREEING)
            .peekable();
        proven.peek().is_none() || proven.any(|(_, nodes)| nodes.iter().take(8).any(in_sight))
    }

    fn start_anew(&mut self) {
        self.recipe.off = true;
        self.recipe.pages = 0;
        self.recipe.anchors.clear();
        self.anchors.clear();
        self.hides.clear();
    }

    fn learn(&mut self) {
        let hash = self.hash();
        if self.recipe.pages > 0 && self.recipe.last == hash {
            return;
        }
        let CleanedPage {
            context,
            judgement,
            plan,
            ..
        } = self.page;
        let proposed = proposals(context, &judgement.parts, plan, &self.view);
        let agreed = self.count(proposed);
        let recipe = &mut self.recipe;
        recipe.last = hash;
        if recipe.pages == 0 || agreed {
            recipe.pages = (recipe.pages + 1).min(MOST_PAGES);
        }
        recipe.off &= recipe.pages < super::AGREEING;
        recipe
            .refused
            .iter_mut()
            .for_each(|refused| refused.pages = refused.pages.saturating_sub(1));
        recipe.refused.retain(|refused| refused.pages > 0);
    }

    /// Counts what the page confirms and adds what is new; true where something was confirmed.
    fn count(&mut self, proposed: Proposed) -> bool {
        let focus = self.page.options.strength == Strength::Focus;
        let mut agreed = false;
        for (hide, nodes) in &mut self.hides {
            if nodes.iter().any(|&id| self.view.is_hidden(id)) {
                let seen = if focus {
                    &mut hide.focus
                } else {
                    &mut hide.tidy
                };
                *seen = (*seen + 1).min(MOST_PAGES);
                agreed = true;
            }
        }
        self.add_hides(&proposed, focus);
        for (anchor, nodes) in self.recipe.anchors.iter_mut().zip(&self.anchors) {
            if nodes.iter().any(|&id| !self.view.is_hidden(id)) {
                anchor.seen = (anchor.seen + 1).min(MOST_PAGES);
            }
        }
        for selector in proposed.anchors {
            let hides = self.hides.iter().any(|(h, _)| h.selector == selector);
            if !hides && !self.recipe.anchors.iter().any(|a| a.selector == selector) {
                self.recipe.anchors.push(Anchor { selector, seen: 1 });
            }
        }
        keep_most(&mut self.recipe.anchors, MOST_ANCHORS, |anchor| anchor.seen);
        agreed
    }

    /// New selectors for the blocks that none names yet. Where there are too many, what one page alone showed goes first.
    fn add_hides(&mut self, proposed: &Proposed, focus: bool) {
        for (id, reason, selectors) in &proposed.hides {
            let known = self
                .hides
                .iter()
                .any(|(_, nodes)| nodes.binary_search(id).is_ok());
            for selector in selectors.iter().filter(|_| !known) {
                let text = selector.to_string();
                let refused = self.recipe.refused.iter().any(|r| r.selector == text);
                let there = self.hides.iter().any(|(hide, _)| hide.selector == text);
                let anchor = self.recipe.anchors.iter().any(|a| a.selector == text);
                if !(refused || there || anchor) {
                    let hide = Hide {
                        selector: text,
                        reason: *reason,
                        tidy: u32::from(!focus),
                        focus: u32::from(focus),
                    };
                    self.hides.push((hide, vec![*id]));
                }
            }
        }
        let worth = |(hide, nodes): &(Hide, Vec<NodeId>)| {
            let seen = hide.seen(Strength::Focus);
            (seen.min(super::AGREEING), !nodes.is_empty(), seen)
        };
        keep_most(&mut self.hides, MOST_HIDES, worth);
    }

    /// Tells this page from others: path and headline. An address has parameters that say nothing.
    fn hash(&self) -> u32 {
        let url = self.page.options.url.as_deref().unwrap_or_default();
        let bytes = without_query(url)
            .bytes()
            .chain(self.page.context.title.bytes());
        fnv::with(fnv::START, bytes)
    }
}

/// Takes the least out, of equals the last, until `most` are left. The lists are short, and sorting takes room in the
/// module.
fn keep_most<T, W: Ord>(items: &mut Vec<T>, most: usize, worth: impl Fn(&T) -> W) {
    while items.len() > most {
        let places = 0..items.len();
        let least = places.rev().min_by_key(|&at| worth(&items[at]));
        items.remove(least.unwrap_or(0));
    }
}
