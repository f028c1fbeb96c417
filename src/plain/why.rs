//! Why a line goes.

use crate::evidence::Clue;
use crate::judge::bench::evidence;
use crate::rules::Phrase;
use crate::verdict::Reason;

/// The evidence against a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    /// Nothing but names of icons.
    Icon,
    /// It says a phrase of the rules.
    Phrase(&'static Phrase),
    /// It stands under a label ("Most read") or among the lines of a box.
    Under(&'static Phrase),
    /// It stands in a share bar.
    Bar,
    /// A bare number beside a share button or a comments link.
    Count(Reason),
    /// The headline again.
    Headline,
    /// The same text again.
    Repeat,
    /// A short line above the headline.
    Above,
    /// In a long run of very short lines.
    Menu,
    /// A date above the headline where the article has its own.
    OtherDate,
}

impl Why {
    pub(super) fn reason(&self) -> Reason {
        match self {
            Why::Icon => Reason::Icon,
            Why::Phrase(phrase) | Why::Under(phrase) => phrase.reason,
            Why::Bar => Reason::Share,
            Why::Count(reason) => *reason,
            Why::Headline | Why::Repeat => Reason::Duplicate,
            Why::Above | Why::Menu | Why::OtherDate => Reason::Navigation,
        }
    }

    /// In words that a reader understands.
    pub(super) fn evidence(&self) -> String {
        match self {
            Why::Icon => Clue::IconLine.english().to_owned(),
            Why::Phrase(phrase) => evidence(phrase).to_string(),
            Why::Under(phrase) => format!("stands with “{}”", phrase.text.trim_end_matches(':')),
            Why::Bar => "stands in a share bar".to_owned(),
            Why::Count(_) => "a bare number beside a share button or a comments link".to_owned(),
            Why::Headline => Clue::HeadlineAgain.english().to_owned(),
            Why::Repeat => "stands in the text already".to_owned(),
            Why::Above => "a short line above the headline".to_owned(),
            Why::Menu => "stands in a menu".to_owned(),
            Why::OtherDate => "a second date, above the headline".to_owned(),
        }
    }
}
