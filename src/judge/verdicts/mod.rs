//! verdicts: what is to go and why, one file a reason, with evidence in words.
//!
//! *Strong* evidence is what only clutter says ("begins with “Also on”"), *weak* evidence a name or a shape. They ask every
//! other room but the model, whose word they have through the roles, and not one another.

mod advert;
mod comments;
mod consent;
mod furniture;
mod heading_tool;
mod icon;
mod line;
mod networks;
mod newsletter;
mod outside;
mod overlay;
mod pressed;
mod promo;
mod related;
mod repeat;
pub(crate) mod rule;
mod sent_on;
mod share;
mod veil;

pub use icon::icon_line;

use crate::judge::bench::Bench;
use crate::judge::spared::SiteFrame;
use crate::options::{LiveFacts, Options};
use crate::verdict::Verdict;

/// All verdicts but those of rules. They may nest and contradict the text budget, which is the plan's to settle.
pub(super) fn all(bench: &Bench<'_, '_>, frame: &SiteFrame, options: &Options) -> Vec<Verdict> {
    let mut verdicts = at_sight(bench, &options.facts);
    verdicts.extend(heading_tool::judge(bench.context));
    verdicts.extend(pressed::judge(bench));
    verdicts.extend(line::judge(bench));
    verdicts.extend(repeat::judge(bench));
    verdicts.extend(furniture::judge(bench));
    verdicts.extend(outside::judge(bench, frame, options.strength));
    veil::judge(bench, &options.facts, &mut verdicts);
    verdicts
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
        share::judge(bench),
        networks::judge(bench),
        sent_on::judge(bench),
        promo::judge(bench),
        related::judge(bench),
    ]
    .concat()
}
