//! Recipes: what to hide on a site's pages before anyone has read them, learned from cleans of its other pages.
//!
//! A recipe is data: selectors in one strict form, bounded, for one host. Every clean checks it, and what it hid
//! wrongly is dropped.

mod learn;
mod propose;
mod text;
mod view;

use serde::Serialize;

use crate::cosmetic;
use crate::host::host_of;
use crate::options::{Options, Strength};
use crate::outline::NodeId;
use crate::verdict::Reason;

pub use learn::{CleanedPage, Reviewed, review};
pub(crate) use propose::{Proposed, proposals};
pub use text::{BadRecipe, LONGEST, MOST_ANCHORS, MOST_HIDES, recipe_of};
pub(crate) use text::{joined, quoted};
pub(crate) use view::View;

/// So many pages must agree before a recipe hides anything.
pub const AGREEING: u32 = 2;

/// What was learned of one site.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// The host it is for, without port.
    pub host: String,
    /// How many pages agreed so far.
    pub pages: u32,
    /// Its anchors failed: it hides nothing until it is learned anew.
    pub off: bool,
    /// The strength of the last clean.
    strength: Strength,
    /// A hash that tells the page learned last from others.
    last: u32,
    hides: Vec<Hide>,
    anchors: Vec<Anchor>,
    refused: Vec<Refused>,
}

/// A selector that matched hidden blocks only.
#[derive(Clone, Debug, PartialEq)]
struct Hide {
    selector: String,
    reason: Reason,
    /// How many pages it held on in Tidy.
    tidy: u32,
    /// How many in Focus.
    focus: u32,
}

impl Hide {
    /// The pages that speak for it. What Tidy hides Focus hides too.
    fn seen(&self, strength: Strength) -> u32 {
        match strength {
            Strength::Tidy => self.tidy,
            Strength::Focus => self.tidy.max(self.focus),
        }
    }
}

/// A selector of what must stay in sight.
#[derive(Clone, Debug, PartialEq)]
struct Anchor {
    selector: String,
    seen: u32,
}

/// A selector that hid something wrongly, and for how many pages it may not come back.
#[derive(Clone, Debug, PartialEq)]
struct Refused {
    selector: String,
    pages: u32,
}

/// A recipe as its users see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecipeReport {
    /// The recipe, to be stored and given back.
    pub text: String,
    /// The host it is for.
    pub host: String,
    /// How many pages agreed so far.
    pub pages: u32,
    /// What to hide; nothing before [`AGREEING`] pages, or while the recipe is off.
    pub hides: Vec<Hiding>,
    /// What must stay in sight.
    pub anchors: Vec<String>,
    /// Its anchors failed.
    pub off: bool,
}

/// A selector and why what it names goes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hiding {
    /// The selector.
    pub selector: String,
    /// The reason.
    pub reason: Reason,
}

impl Recipe {
    fn new(host: String, strength: Strength) -> Recipe {
        Recipe {
            host,
            pages: 0,
            off: false,
            strength,
            last: 0,
            hides: Vec::new(),
            anchors: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// The recipe that the caller gave, where it is one for the page's host.
    pub fn for_page(options: &Options) -> Option<Recipe> {
        let host = options.url.as_deref().and_then(host_of)?;
        let recipe = Recipe::parse(&options.recipe).ok()?;
        (recipe.host == host).then_some(recipe)
    }

    /// True for a selector that hides: enough pages speak for it at the strength of the last clean.
    fn is_active(&self, hide: &Hide) -> bool {
        !self.off && hide.seen(self.strength) >= AGREEING
    }

    fn active(&self) -> impl Iterator<Item = &Hide> {
        self.hides.iter().filter(|hide| self.is_active(hide))
    }

    /// What hides, each with its reason and ready to be matched.
    pub(crate) fn hiding(&self) -> Vec<(Reason, lol_html::Selector)> {
        let ready = |hide: &Hide| Some((hide.reason, cosmetic::selector(&hide.selector).ok()?));
        self.active().filter_map(ready).collect()
    }

    /// All its selectors, those that hide before the anchors.
    pub(crate) fn selectors(&self) -> Vec<lol_html::Selector> {
        let hides = self.hides.iter().map(|hide| &hide.selector);
        let anchors = self.anchors.iter().map(|anchor| &anchor.selector);
        // Each was read before, so none is left out and places stay.
        let all = hides.chain(anchors);
        all.filter_map(|text| cosmetic::selector(text).ok())
            .collect()
    }

    /// What the recipe hid because it covers the page. Being hidden it no longer does, so the live page can't say.
    pub(crate) fn covering(&self, found: &[Vec<NodeId>]) -> Vec<NodeId> {
        let hides = self.hides.iter().zip(found);
        let covering =
            hides.filter(|(hide, _)| hide.reason == Reason::Overlay && self.is_active(hide));
        covering.flat_map(|(_, nodes)| nodes).copied().collect()
    }

    /// The recipe for its users; `None` where there is nothing to store.
    pub fn report(&self) -> Option<RecipeReport> {
        if self.hides.is_empty() && self.anchors.is_empty() && self.refused.is_empty() {
            return None;
        }
        let proven = self.anchors.iter().filter(|anchor| anchor.seen >= AGREEING);
        Some(RecipeReport {
            text: self.text(),
            host: self.host.clone(),
            pages: self.pages,
            hides: self
                .active()
                .map(|hide| Hiding {
                    selector: hide.selector.clone(),
                    reason: hide.reason,
                })
                .collect(),
            anchors: proven.map(|anchor| anchor.selector.clone()).collect(),
            off: self.off,
        })
    }
}
