//! One round of cleaning: which lines go, and where the date moves.

use crate::plain::lines::{Line, LineKind};
use crate::plain::round::Round;
use crate::plain::{headline, menus, surroundings, teasers};

/// Decides about every line.
pub(super) fn decide<'r, 'a>(lines: &'r [Line<'a>]) -> Round<'r, 'a> {
    let mut round = Round {
        lines,
        gone: vec![None; lines.len()],
        body: 0..0,
        below: None,
    };
    take_signs(&mut round);
    find_body(&mut round);
    if round.body.is_empty() {
        // Without a paragraph that stays there is no article that could be freed of anything.
        round.gone.fill(None);
        return round;
    }
    let headline = headline::find(&round);
    let repeated = headline.as_ref().is_some_and(|h| !h.copies.is_empty());
    if !repeated && round.gone.iter().all(Option::is_none) {
        return round;
    }
    surroundings::bars(&mut round);
    teasers::take(&mut round);
    surroundings::counts(&mut round);
    surroundings::odd_lines(&mut round);
    menus::take(&mut round, headline.as_ref().map(|h| h.at));
    if let Some(headline) = headline {
        headline::tidy(&mut round, &headline);
        surroundings::repeats(&mut round, headline.at);
    }
    round
}

fn take_signs(round: &mut Round<'_, '_>) {
    for at in 0..round.lines.len() {
        let beside_code = round
            .beside(at)
            .any(|b| round.lines[b].kind == LineKind::Code);
        if !beside_code {
            round.gone[at] = round.lines[at].sign;
        }
    }
    surroundings::spare_lists(round);
}

fn find_body(round: &mut Round<'_, '_>) {
    let stays = |at: &usize| round.lines[*at].kind == LineKind::Prose && round.gone[*at].is_none();
    let first = (0..round.lines.len()).find(stays);
    let last = (0..round.lines.len()).rev().find(stays);
    if let (Some(first), Some(last)) = (first, last) {
        round.body = first..last + 1;
    }
}
