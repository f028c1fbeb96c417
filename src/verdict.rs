//! Verdicts: which block goes, why, and how sure the judge is.

use serde::Serialize;

use crate::evidence::Evidence;
use crate::outline::NodeId;

/// Why a block goes. The names are those of the report and of the live page's attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The name of an icon: an SVG title, an icon-font ligature, a run of sprite names.
    Icon,
    /// "Also on …", "Read more: …": a line or box that leads to another article.
    Promo,
    /// Share bars and share prompts, "follow us", app prompts.
    Share,
    /// Newsletter, subscription, donation and sign-in prompts.
    Newsletter,
    /// Lists and grids of other articles.
    Related,
    /// Ad slots and their labels.
    Advert,
    /// Consent banners.
    Consent,
    /// Dialogs and bars that cover the page.
    Overlay,
    /// Readers' comments and their forms.
    Comments,
    /// Text that the page shows twice.
    Duplicate,
    /// Menus, breadcrumbs, tags, skip links.
    Navigation,
    /// Author boxes and date lines.
    Byline,
    /// Players, polls, buttons.
    Widget,
    /// Focus: not part of the article.
    Outside,
    /// A rule for the site, `rules/sites/`.
    SiteRule,
    /// A rule the reader made.
    YourRule,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 16] = [
        Reason::Icon,
        Reason::Promo,
        Reason::Share,
        Reason::Newsletter,
        Reason::Related,
        Reason::Advert,
        Reason::Consent,
        Reason::Overlay,
        Reason::Comments,
        Reason::Duplicate,
        Reason::Navigation,
        Reason::Byline,
        Reason::Widget,
        Reason::Outside,
        Reason::SiteRule,
        Reason::YourRule,
    ];

    /// Adverts, banners, overlays and names of icons: no reader came for them, wherever they stand. Of the rest some is
    /// of use in masthead and menus, and some a list that the article made.
    pub fn is_for_nobody(self) -> bool {
        matches!(
            self,
            Reason::Advert | Reason::Consent | Reason::Overlay | Reason::Icon
        )
    }

    /// The reason of this name.
    pub fn named(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// The name in reports and in the live attribute.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Icon => "icon",
            Reason::Promo => "promo",
            Reason::Share => "share",
            Reason::Newsletter => "newsletter",
            Reason::Related => "related",
            Reason::Advert => "advert",
            Reason::Consent => "consent",
            Reason::Overlay => "overlay",
            Reason::Comments => "comments",
            Reason::Duplicate => "duplicate",
            Reason::Navigation => "navigation",
            Reason::Byline => "byline",
            Reason::Widget => "widget",
            Reason::Outside => "outside",
            Reason::SiteRule => "site-rule",
            Reason::YourRule => "your-rule",
        }
    }
}

/// What happens to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Not shown, in no copy, removed from rewritten HTML.
    Hide,
    /// Stays on the page for screen readers, left out of copies.
    Mute,
    /// The scroll lock of an overlay is lifted.
    Unlock,
}

/// How sure a judge is. The text budget weighs it against what the block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A sign, such as a class name: enough for a block without prose.
    Weak,
    /// Evidence, such as words only such a block uses: enough for a block with some prose that is not the article's.
    Strong,
    /// A rule for the site or of the reader: it is not weighed against the text.
    Rule,
}

/// One judge's word on one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The block.
    pub node: NodeId,
    /// Why.
    pub reason: Reason,
    /// What is to happen.
    pub action: Action,
    /// How sure.
    pub certainty: Certainty,
    /// What the judge saw.
    pub evidence: Evidence,
}

impl Verdict {
    /// A verdict to hide.
    pub fn hide(
        node: NodeId,
        reason: Reason,
        certainty: Certainty,
        evidence: impl Into<Evidence>,
    ) -> Verdict {
        Verdict {
            node,
            reason,
            action: Action::Hide,
            certainty,
            evidence: evidence.into(),
        }
    }

    /// A verdict to leave out of copies only.
    pub fn mute(node: NodeId, reason: Reason, evidence: impl Into<Evidence>) -> Verdict {
        Verdict {
            node,
            reason,
            action: Action::Mute,
            certainty: Certainty::Strong,
            evidence: evidence.into(),
        }
    }
}
