//! judge: [`Outline`](crate::outline::Outline) → verdicts. One signal a file, each a pure function of the page.
//!
//! Its rooms, each of which asks only those above it:
//!
//! - [`context`]: what several judges ask of a page, worked out once
//! - [`model`]: how likely each block is the article's own text
//! - [`roles`]: what each block is to the article, and how much of it each element holds; the model is not asked
//! - `bench`: from a sign to the box that it marks
//! - `spared`: what looks like clutter and stays
//! - [`verdicts`]: what is to go and why, one file a reason
//!
//! Invariant: no judge ever sees a browser object.

pub(crate) mod bench;
pub mod context;
pub mod model;
pub mod roles;
mod spared;
pub mod verdicts;

pub use roles::{Mass, Parts, Role};
pub(crate) use spared::spared_pictures;
pub use spared::{SiteFrame, SparedPictures};

use crate::options::Options;
use crate::outline::NodeId;
use crate::verdict::Verdict;
use bench::Bench;
use context::{BlockId, Context};
use roles::{
    apart, beside, contacts, cut_off, declared, declared_text, durations, footnotes, notes, pulled,
};
use spared::{contents, gallery, pager};
use verdicts::rule;

/// Everything that was found out about a page.
pub struct Judgement {
    /// How likely each block is text of the article, 0 to 1.
    pub p: Vec<f32>,
    /// What each block is to the article.
    pub parts: Parts,
    /// Which blocks are the article's without being its prose: they are copied with it.
    pub beside: Vec<bool>,
    /// How much of the article each element holds.
    pub mass: Mass,
    /// The site's masthead, menus and footer.
    pub frame: SiteFrame,
    /// The article's own lists of links: in document order, none within another.
    pub lists: Vec<NodeId>,
    /// Its galleries, likewise.
    pub galleries: Vec<NodeId>,
    /// Its pictures.
    pub pictures: SparedPictures,
    /// The verdicts of all judges; they may nest and contradict the text budget, which is the plan's to settle.
    pub verdicts: Vec<Verdict>,
    /// The verdicts of rules for the site and of the reader.
    pub ruled: Vec<rule::Ruled>,
    /// The page has the beginning of its article only.
    pub cut_off: bool,
    /// The links to the article's other pages.
    pub pagers: Vec<NodeId>,
}

impl Judgement {
    /// True for a block that is the article's, its prose or not.
    pub fn is_own(&self, at: BlockId) -> bool {
        self.parts.roles[at] != Role::Other || self.beside[at]
    }
}

/// Judges a page.
pub fn judge(context: &Context<'_>, options: &Options) -> Judgement {
    judge_by(context, model::probabilities(context), options)
}

/// Judges a page by probabilities `p`, one for each block.
pub fn judge_by(context: &Context<'_>, mut p: Vec<f32>, options: &Options) -> Judgement {
    declared::raise(context, &mut p);
    declared_text::raise(context, &mut p);
    apart::lower(context, &mut p);
    let mut parts = roles::parts(context, &p);
    let mut beside = beside::beside(context, &p, &parts);
    let mut mass = Mass::of(context, &p, &parts);
    footnotes::keep(context, &parts, &mut beside, &mut mass);
    notes::keep(context, &parts, &mut beside);
    contacts::keep(context, &parts, &mut beside, &mut mass);
    durations::keep(context, &parts, &mut beside, &mut mass);
    let mut bench = Bench::new(context, &mass, &parts, &beside);
    bench.contents = contents::beside_article(&bench);
    let frame = SiteFrame::of(&bench);
    let verdicts = verdicts::all(&bench, &frame, options);
    let lists = contents::lists(&bench, options.url.as_deref());
    let galleries = gallery::galleries(&bench);
    let pictures = spared_pictures(&bench, &frame);
    let pagers = pager::pagers(context, &parts);
    let cut_off = cut_off::judge(context, &parts, &options.facts);
    // Nothing above asks whose text it is that stands there twice.
    pulled::set_beside(context, &mut parts, &mut beside);
    Judgement {
        p,
        parts,
        beside,
        mass,
        frame,
        lists,
        galleries,
        pictures,
        verdicts,
        ruled: rule::judge(context),
        cut_off,
        pagers,
    }
}

/// Paragraphs for tests, no two alike; at most eight.
#[cfg(test)]
pub(crate) fn paragraphs(count: usize) -> String {
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "New Year",
    ];
    let paragraph = |day: &&str| {
        format!(
            "<p>The council voted on {day}, nine to four, to keep the lamp at the harbour lit until the spring, \
             the mayor of Lower Marsh said. On the {day} before, she had asked the fishermen what it was worth to them.</p>"
        )
    };
    days.iter().take(count).map(paragraph).collect()
}

/// The four of [`paragraphs`] behind the first four, for text that goes on below something.
#[cfg(test)]
pub(crate) fn later_paragraphs() -> String {
    paragraphs(8).split_off(paragraphs(4).len())
}

/// A page with an article that has this amid its paragraphs, for tests.
#[cfg(test)]
pub(crate) fn article_around(amid: &str) -> String {
    format!(
        "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article></body></html>",
        paragraphs(4),
        later_paragraphs()
    )
}

/// What `ask` says of a page on which the blocks have these probabilities.
#[cfg(test)]
pub(crate) fn with_bench<T>(
    context: &Context<'_>,
    p: &[f32],
    ask: impl FnOnce(&Bench<'_, '_>) -> T,
) -> T {
    let parts = roles::parts(context, p);
    let mass = Mass::of(context, p, &parts);
    let beside = beside::beside(context, p, &parts);
    ask(&Bench::new(context, &mass, &parts, &beside))
}

/// Apart, since it asks for a whole clean, which the judge may not.
#[cfg(test)]
mod tests {
    use super::article_around;
    use crate::{Options, clean, rewrite};

    /// What Tidy leaves of an article with this amid its paragraphs.
    pub(crate) fn tidied_around(amid: &str) -> String {
        let html = article_around(amid);
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }
}
