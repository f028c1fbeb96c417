//! judge: [`Outline`](crate::outline::Outline) → verdicts. One signal a file, each a pure function of the page.
//!
//! Invariant: no judge ever sees a browser object.

mod advert;
mod amid;
mod apart;
mod authored;
mod bar;
mod beside;
pub(crate) mod boxes;
mod caption;
pub mod classes;
mod comments;
pub mod company;
mod consent;
mod contents;
pub mod context;
mod cut_off;
mod declared;
pub mod features;
mod fields;
mod footnotes;
pub mod forest;
mod form;
mod frame;
mod furniture;
mod gallery;
pub mod headline;
mod hints;
pub mod icon;
pub mod likeness;
mod loose;
mod mass;
pub mod model;
mod names;
mod newsletter;
mod outside;
mod overlay;
mod pager;
mod promo;
mod related;
mod repeat;
pub mod roles;
pub mod root;
pub mod rule;
mod share;
pub mod shown;
mod since;
mod spoken;
mod standfirst;
pub(crate) mod tags;
mod titled;
pub mod tokens;
pub mod topic;
pub(crate) mod unseen;
pub mod weights;
mod whole;
mod worn;

pub use frame::Frame;
pub use mass::Mass;
pub use roles::{Parts, Role};

use crate::options::{LiveFacts, Options};
use crate::outline::NodeId;
use crate::verdict::Verdict;
use boxes::Bench;
use context::Context;

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
    pub frame: Frame,
    /// The verdicts of all judges; they may nest and contradict the text budget, which is the plan's to settle.
    pub verdicts: Vec<Verdict>,
    /// The verdicts of rules for the site and of the reader.
    pub ruled: Vec<rule::Ruled>,
    /// The page has the beginning of its article only.
    pub cut_off: bool,
    /// The links to the article's other pages.
    pub pagers: Vec<NodeId>,
}

/// Judges a page.
pub fn judge(context: &Context<'_>, options: &Options) -> Judgement {
    judge_by(context, model::probabilities(context), options)
}

/// Judges a page by probabilities `p`, one for each block.
pub fn judge_by(context: &Context<'_>, mut p: Vec<f32>, options: &Options) -> Judgement {
    declared::raise(context, &mut p);
    apart::lower(context, &mut p);
    let parts = roles::parts(context, &p);
    let mut beside = beside::beside(context, &p, &parts);
    let mut mass = Mass::of(context, &p, &parts);
    footnotes::keep(context, &parts, &mut beside, &mut mass);
    let bench = Bench {
        context,
        mass: &mass,
        parts: &parts,
        beside: &beside,
        worn: worn::hints(context, &parts),
    };
    let frame = Frame::of(&bench);
    let mut verdicts = at_sight(&bench, &options.facts);
    verdicts.extend(repeat::judge(&bench));
    verdicts.extend(furniture::judge(&bench));
    verdicts.extend(outside::judge(&bench, &frame, options.strength));
    contents::spare(&bench, options.url.as_deref(), &mut verdicts);
    gallery::spare(&bench, &mut verdicts);
    whole::spare(&bench, &mut verdicts);
    let pagers = pager::pagers(context, &parts);
    let cut_off = cut_off::judge(context, &parts, &options.facts);
    Judgement {
        p,
        parts,
        beside,
        mass,
        frame,
        verdicts,
        ruled: rule::judge(context),
        cut_off,
        pagers,
    }
}

/// The verdicts that a block brings on itself, by what it says, is called or looks like, and by where it stands to the
/// article; no other block is compared with it. What arrives later is judged so, too.
pub(crate) fn at_sight(bench: &Bench<'_, '_>, facts: &LiveFacts) -> Vec<Verdict> {
    [
        icon::judge(bench.context),
        consent::judge(bench),
        overlay::judge(bench, facts),
        advert::judge(bench),
        comments::judge(bench),
        newsletter::judge(bench),
        form::judge(bench),
        share::judge(bench),
        promo::judge(bench),
        related::judge(bench),
    ]
    .concat()
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

/// What `ask` says of a page on which the blocks have these probabilities.
#[cfg(test)]
pub(crate) fn with_bench<T>(
    context: &Context<'_>,
    p: &[f32],
    ask: impl FnOnce(&Bench<'_, '_>) -> T,
) -> T {
    let parts = roles::parts(context, p);
    ask(&Bench {
        context,
        mass: &Mass::of(context, p, &parts),
        parts: &parts,
        beside: &beside::beside(context, p, &parts),
        worn: worn::hints(context, &parts),
    })
}
