//! What went wrong on a page, for those who mend it, without the page: how each block was judged, and nothing of what
//! it says.
//!
//! Invariant: no letter of the page's text, of an address or of an attribute's value gets in here unmasked, except
//! for words of names that [`mask::name`] knows.

pub mod mask;
mod path;

use std::collections::BTreeMap;

use path::{language, path};
use serde::Serialize;

use crate::judge::Role;
use crate::judge::context::{BlockId, Context};
use crate::options::Strength;
use crate::outline::NodeId;
use crate::verdict::{Action, Reason};
use crate::{Clean, Edit, Evidence, Outcome};

/// Blocks told of at each end of the article, inside and outside.
const NEAR: usize = 14;
/// Most hidden blocks told of.
const MOST_HIDDEN: usize = 80;
/// Characters of a masked text.
const EXCERPT: usize = 60;

/// A page's judgement without its words.
#[derive(Clone, Debug, Serialize)]
pub struct Breakage {
    /// What the clean came to.
    pub outcome: Outcome,
    /// How much was to go.
    pub strength: Strength,
    /// The page's language, as its root says.
    pub language: Option<String>,
    /// Elements read.
    pub elements: u32,
    /// Blocks of text.
    pub blocks: usize,
    /// Words of the article's body.
    pub words: u32,
    /// The part of the page's words that is not the article.
    pub share: f32,
    /// What the page says of itself: which of headline, byline, date … it gives.
    pub metadata: Vec<&'static str>,
    /// How many edits there are for each reason.
    pub counts: BTreeMap<&'static str, u32>,
    /// Edits in document order, without those of icon names, of which a page may have hundreds.
    pub hidden: Vec<Gone>,
    /// Blocks at both ends of the article.
    pub around: Vec<Near>,
}

/// One edit.
#[derive(Clone, Debug, Serialize)]
pub struct Gone {
    /// Its place in document order.
    pub ordinal: NodeId,
    /// The element and those around it, outermost first.
    pub path: String,
    /// What happens to it.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// What the judge said, the page's words in it masked.
    pub evidence: String,
    /// Words in it.
    pub words: u32,
    /// Elements in it.
    pub elements: u32,
    /// The part of its letters that stands in links.
    pub links: f32,
    /// The shape of its beginning.
    pub text: String,
}

/// One block near the article's ends.
#[derive(Clone, Debug, Serialize)]
pub struct Near {
    /// The block's element, by its place in document order.
    pub ordinal: NodeId,
    /// The element and those around it, outermost first.
    pub path: String,
    /// What it is to the article.
    pub role: &'static str,
    /// How likely it is the article's text.
    pub likely: f32,
    /// Why it goes, where it does.
    pub hidden: Option<Reason>,
    /// The page itself does not show it.
    pub unseen: bool,
    /// Words.
    pub words: u32,
    /// The part of its letters that stands in links.
    pub links: f32,
    /// The shape of its beginning.
    pub text: String,
}

impl Clean {
    /// How the page was judged, without its words.
    pub fn breakage(&self) -> Breakage {
        let context = Context::new(&self.page);
        let parts = &self.judgement.parts;
        let edits = self.plan.edits.iter();
        let blocks = edits.filter(|edit| edit.reason != Reason::Icon);
        Breakage {
            outcome: self.plan.outcome,
            strength: self.plan.strength,
            language: language(&self.page),
            elements: self.page.len(),
            blocks: context.blocks.len(),
            words: parts.words,
            share: rounded(self.plan.share),
            metadata: given(self),
            counts: counts(&self.plan.edits),
            hidden: blocks
                .take(MOST_HIDDEN)
                .map(|edit| gone(&context, edit))
                .collect(),
            around: ends(&parts.range, context.blocks.len())
                .map(|at| self.near(&context, at))
                .collect(),
        }
    }

    fn near(&self, context: &Context<'_>, at: BlockId) -> Near {
        let block = &context.blocks[at];
        let edits = self.plan.edits.iter();
        let hidden = edits
            .filter(|edit| edit.action == Action::Hide)
            .find(|edit| self.page.contains(edit.ordinal, block.node));
        Near {
            ordinal: block.node,
            path: path(&self.page, block.node),
            role: role_name(self.judgement.parts.roles[at]),
            likely: rounded(self.judgement.p[at]),
            hidden: hidden.map(|edit| edit.reason),
            unseen: !block.is_in_sight(),
            words: block.stats.words,
            links: rounded(block.stats.link_density()),
            text: mask::text(&context.texts[at], EXCERPT),
        }
    }
}

fn counts(edits: &[Edit]) -> BTreeMap<&'static str, u32> {
    let mut counts = BTreeMap::new();
    for edit in edits {
        *counts.entry(edit.reason.name()).or_default() += 1;
    }
    counts
}

/// The blocks at both ends of the article, each once.
fn ends(range: &std::ops::Range<BlockId>, blocks: usize) -> impl Iterator<Item = BlockId> {
    let around = |at: BlockId| at.saturating_sub(NEAR)..at.saturating_add(NEAR).min(blocks);
    let (first, last) = (around(range.start), around(range.end));
    let start = last.start.max(first.end);
    first.chain(start..last.end)
}

fn gone(context: &Context<'_>, edit: &Edit) -> Gone {
    let page = context.page;
    let sums = &context.sums[edit.ordinal as usize];
    Gone {
        ordinal: edit.ordinal,
        path: path(page, edit.ordinal),
        action: edit.action,
        reason: edit.reason,
        evidence: masked(edit),
        words: sums.words,
        elements: page.subtree(edit.ordinal).len() as u32,
        links: rounded(sums.link_density()),
        text: mask::text(&edit.text, EXCERPT),
    }
}

/// The evidence with the page's words in it masked. Rules are the reader's own words and are left out.
fn masked(edit: &Edit) -> String {
    if matches!(edit.reason, Reason::YourRule | Reason::SiteRule) {
        return String::new();
    }
    let value = edit.why.value.as_deref();
    let evidence = Evidence {
        clue: edit.why.clue,
        value: value.map(|value| mask::text(value, EXCERPT)),
    };
    evidence.to_string()
}

fn given(clean: &Clean) -> Vec<&'static str> {
    let said = &clean.article.metadata;
    [
        ("title", said.title.is_some()),
        ("byline", said.byline.is_some()),
        ("published", said.published.is_some()),
        ("modified", said.modified.is_some()),
        ("site", said.site.is_some()),
        ("canonical", said.canonical.is_some()),
        ("declared", said.declared),
    ]
    .iter()
    .filter(|(_, given)| *given)
    .map(|(name, _)| *name)
    .collect()
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Body => "body",
        Role::Headline => "headline",
        Role::Byline => "byline",
        Role::Caption => "caption",
        Role::Other => "other",
    }
}

/// Two places after the point tell enough.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
