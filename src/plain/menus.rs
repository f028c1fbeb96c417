//! Menus: long runs of very short lines with known navigation among them.

use std::ops::Range;

use crate::plain::round::Round;
use crate::plain::why::Why;
use crate::verdict::Reason;

/// Fewest unknown lines of a menu; shorter runs are bylines, tables and lists of the article as often.
const FEWEST: usize = 10;

/// Most words of a line that menus are known by.
const SHORT: u32 = 3;

/// Most words of the odd longer line that stands in a menu, "Best films of the year".
const LONG: u32 = 6;

/// A longer line with fewer lines of the menu below it may be the headline, with byline and place under it.
const BELOW: usize = 6;

/// Takes the menus above the headline and below the first paragraph.
///
/// Above the headline one sign in the run will do. Elsewhere it takes three, for articles have lists too, and in
/// between, where the byline stands, no run is a menu.
pub(super) fn take(round: &mut Round<'_, '_>, headline: Option<usize>) {
    let top = headline.unwrap_or(0);
    for (run, signs) in runs(round, 0..top, true) {
        take_run(round, &run, signs, 1);
    }
    for (run, signs) in runs(round, round.body.start..round.lines.len(), false) {
        take_run(round, &run, signs, 3);
    }
}

/// Where the last menu above the first paragraph may end: its last lines may be the headline and what follows it.
pub(super) fn end_of_last(round: &Round<'_, '_>) -> usize {
    let menus = runs(round, 0..round.body.start, true);
    let is_menu = |(run, signs): &&(Vec<usize>, usize)| *signs > 0 && is_long(round, run);
    menus
        .iter()
        .rev()
        .find(is_menu)
        .map_or(0, |(run, _)| run[run.len() - BELOW])
}

fn take_run(round: &mut Round<'_, '_>, run: &[usize], signs: usize, fewest: usize) {
    if signs < fewest || !is_long(round, run) {
        return;
    }
    for (place, &at) in run.iter().enumerate() {
        if round.lines[at].words <= SHORT || place + BELOW < run.len() {
            round.gone[at] = Some(Why::Menu);
        }
    }
}

fn is_long(round: &Round<'_, '_>, run: &[usize]) -> bool {
    let short = run.iter().filter(|&&at| round.lines[at].words <= SHORT);
    short.count() >= FEWEST.max(run.len() / 2)
}

/// The unknown lines of each run, and how many lines of known navigation stand among them.
///
/// A list of the article may stand right above the footer: unless `top`, a run begins with its first sign.
fn runs(round: &Round<'_, '_>, within: Range<usize>, top: bool) -> Vec<(Vec<usize>, usize)> {
    let mut out = Vec::new();
    let (mut run, mut signs) = (Vec::new(), 0);
    for at in within {
        let line = &round.lines[at];
        let fits = round.is_loose(at) && line.words <= LONG && !line.dated;
        match round.gone[at] {
            Some(why) => signs += usize::from(is_furniture(why)),
            None if fits && (top || signs > 0) => run.push(at),
            None if fits || line.is_blank() => {}
            None => out.push((std::mem::take(&mut run), std::mem::take(&mut signs))),
        }
    }
    out.push((run, signs));
    out.retain(|(run, _)| run.len() >= FEWEST);
    out
}

fn is_furniture(why: Why) -> bool {
    matches!(
        why.reason(),
        Reason::Navigation | Reason::Newsletter | Reason::Consent | Reason::Share | Reason::Icon
    )
}
