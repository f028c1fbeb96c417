//! How a page is to be cleaned.

use serde::Serialize;

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
    /// What copies look like.
    pub copy: CopyOptions,
    /// The reader's cosmetic rules, one a line.
    pub rules: String,
    /// Lines of `rules` that may hide the article: the reader said so.
    pub confirmed: Vec<String>,
    /// Language tags of the phrase packs that are switched off.
    pub packs_off: Vec<String>,
    /// Nobody asked for this clean: on pages that it does not clean nothing goes but what rules say.
    pub automatic: bool,
    /// The recipe stored for the page's host; empty for none, and one that is broken or for another host is none.
    pub recipe: String,
    /// Whether the page is to teach the recipe.
    pub learn: bool,
    /// Whether blocks that come later are to be judged; always so for an automatic clean.
    pub later: bool,
    /// Which copies of the article somebody wants.
    pub copies: Copies,
}

/// What the live page knows and its HTML does not say.
#[derive(Clone, Debug, Default)]
pub struct LiveFacts {
    /// Ordinals of fixed or sticky elements that cover content.
    pub covering: Vec<u32>,
    /// Ordinals of `<html>` and `<body>`, of each that keeps the page from scrolling.
    pub locked: Vec<u32>,
    /// Ordinals of what the reader is at: the focused element, a dialog they opened, a form with their words. Nothing
    /// of it is hidden, nor anything around it.
    pub kept: Vec<u32>,
    /// Ordinals of elements around the page's prose that cut it off or have something lying on it, each with what that
    /// is: bits of [`Lift`](crate::verdict::Lift).
    pub veils: Vec<[u32; 2]>,
    /// Ordinals of elements that are not rendered, none within another; what is told by copies alone.
    pub unseen: Vec<u32>,
}

/// The copies of the article that a clean writes; the others stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copies {
    /// [`TextForm::Article`](crate::TextForm::Article).
    pub article: bool,
    /// [`TextForm::Body`](crate::TextForm::Body).
    pub body: bool,
    /// Markdown.
    pub markdown: bool,
    /// HTML for the clipboard.
    pub fragment: bool,
}

impl Copies {
    /// All of them, as without a word about it.
    pub const ALL: Copies = Copies {
        article: true,
        body: true,
        markdown: true,
        fragment: true,
    };
    /// Where nobody wants to copy: they take a third of a clean.
    pub const NONE: Copies = Copies {
        article: false,
        body: false,
        markdown: false,
        fragment: false,
    };
}

impl Default for Copies {
    fn default() -> Copies {
        Copies::ALL
    }
}

/// What copies of the article look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyOptions {
    /// The lines above the body, with `{title} {byline} {date} {modified} {site} {url}`; `None` is [`HEADER`], and an
    /// empty one puts nothing there.
    pub header: Option<String>,
    /// Links of plain text.
    pub links: Links,
}

/// The lines above the body where nobody asks for others.
pub const HEADER: &str = "{title}\n{byline} · {date}\n{url}";

/// What becomes of a link in plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Its words alone.
    #[default]
    None,
    /// Its words, then its address in angle brackets: `the report <https://…>`.
    Wrapped,
}
