//! Veils go with what they came with.

use crate::verdict::{Action, Lift, Reason, Verdict};

/// Leaves veils where nothing covered the page, locked its scrolling or folded its article: blurred or dim for other
/// reasons it is as its author wants it.
pub(super) fn settle(chosen: &mut Vec<Verdict>) {
    let opens = |verdict: &Verdict| match verdict.action {
        Action::Hide => matches!(verdict.reason, Reason::Overlay | Reason::Consent),
        Action::Mute => false,
        Action::Unlock => true,
        Action::Lift(lift) => lift.has(Lift::LOCK.or(Lift::FOLD)),
    };
    if !chosen.iter().any(opens) {
        chosen.retain(|verdict| !verdict.action.lifts());
    }
}
