//! How a page is to be cleaned.

use serde::Serialize;

pub use crate::judge::overlay::LiveFacts;

/// How much goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Clutter in and around the article and everything that covers it; masthead, menus and footer stay.
    #[default]
    Tidy,
    /// Only the article stays.
    Focus,
}

/// The options of one clean.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How much goes.
    pub strength: Strength,
    /// The page's address, for absolute links and the copy's source line.
    pub url: Option<String>,
    /// What the live page knows.
    pub facts: LiveFacts,
}
