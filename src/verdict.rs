//! Verdicts: which block goes, why, and how sure the judge is.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::evidence::Evidence;
use crate::outline::NodeId;

/// The reasons, each with its name.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $name:literal;)+) => {
        /// Why a block goes. The names are those of the report and of the live page's attribute.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$doc])* $reason,)+
        }

        impl Reason {
            /// All of them.
            pub const ALL: &[Reason] = &[$(Reason::$reason,)+];

            /// The name in reports and in the live attribute.
            pub fn name(self) -> &'static str {
                match self {
                    $(Reason::$reason => $name,)+
                }
            }
        }
    };
}

reasons! {
    /// The name of an icon: an SVG title, an icon-font ligature, a run of sprite names.
    Icon = "icon";
    /// "Also on …", "Read more: …": a line or box that leads to another article.
    Promo = "promo";
    /// Share bars and share prompts, "follow us", app prompts.
    Share = "share";
    /// Newsletter, subscription, donation and sign-in prompts.
    Newsletter = "newsletter";
    /// Lists and grids of other articles.
    Related = "related";
    /// Ad slots and their labels.
    Advert = "advert";
    /// Consent banners.
    Consent = "consent";
    /// Dialogs and bars that cover the page.
    Overlay = "overlay";
    /// Readers' comments and their forms.
    Comments = "comments";
    /// Text that the page shows twice.
    Duplicate = "duplicate";
    /// Menus, breadcrumbs, tags, skip links.
    Navigation = "navigation";
    /// Author boxes and date lines.
    Byline = "byline";
    /// Players, polls, buttons.
    Widget = "widget";
    /// No part of the article, and nothing says what it is.
    Outside = "outside";
    /// A rule for the site, `rules/sites/`.
    SiteRule = "site-rule";
    /// A rule the reader made.
    YourRule = "your-rule";
}

impl Reason {
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
        let mut all = Reason::ALL.iter().copied();
        all.find(|reason| reason.name() == name)
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What happens to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Not shown, in no copy, removed from rewritten HTML.
    Hide,
    /// Stays on the page for screen readers, left out of copies.
    Mute,
    /// The scroll lock of an overlay is lifted.
    Unlock,
    /// What lies on the article, or cuts it off, is lifted; with a scroll lock where both are on one element.
    Lift(Lift),
}

impl Action {
    /// The name in reports and in the live attribute: a word, or one for each thing that is lifted.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Action::Hide => Cow::Borrowed("hide"),
            Action::Mute => Cow::Borrowed("mute"),
            Action::Unlock => Lift::WORDS[0].into(),
            Action::Lift(lift) => lift.words().into(),
        }
    }

    /// True where the element stays as it is, and something on it goes.
    pub fn lifts(self) -> bool {
        matches!(self, Action::Unlock | Action::Lift(_))
    }
}

impl Serialize for Action {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

/// What is lifted off an element, as bits: those in which the live page tells of it (`extension/page/veils.js`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lift(pub u8);

impl Lift {
    /// A scroll lock, of which the live page tells apart from these ([`LiveFacts::locked`](crate::LiveFacts::locked)).
    pub const LOCK: Lift = Lift(1);
    /// It shows the beginning of what it holds.
    pub const FOLD: Lift = Lift(2);
    /// All that lies on what it holds and goes with an overlay: blur or dimness, a ban on clicks or selections, a layer
    /// that is drawn before or after it.
    pub const VEILS: Lift = Lift(4 | 8 | 16 | 32);
    /// Of these: it can't be clicked or selected.
    pub const FREE: Lift = Lift(8);
    /// Of an element that lies over the end of a fold. It goes as a whole.
    pub const FADE: Lift = Lift(64);

    /// Nothing.
    pub const NONE: Lift = Lift(0);

    const WORDS: [&str; 6] = ["unlock", "unfold", "unveil", "free", "before", "after"];

    /// True where they share a bit.
    pub fn has(self, other: Lift) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub const fn or(self, other: Lift) -> Lift {
        Lift(self.0 | other.0)
    }

    /// What is in both.
    pub const fn and(self, other: Lift) -> Lift {
        Lift(self.0 & other.0)
    }

    fn words(self) -> String {
        let mut words = String::new();
        for (at, word) in Self::WORDS.into_iter().enumerate() {
            if self.0 >> at & 1 == 1 {
                words.push_str(if words.is_empty() { "" } else { " " });
                words.push_str(word);
            }
        }
        words
    }
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
