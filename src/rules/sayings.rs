//! Texts that tell what a line stands by: the wall of a paper, the work of a machine.

use std::sync::OnceLock;

use super::beginnings::Beginnings;
use super::normal;
use crate::chars::is_unspaced;

include!(concat!(env!("OUT_DIR"), "/walls.rs"));
include!(concat!(env!("OUT_DIR"), "/machine.rs"));

/// True for a text that says that the rest of an article is for subscribers.
pub fn says_wall(text: &str) -> bool {
    static OPEN: OnceLock<Sayings> = OnceLock::new();
    OPEN.get_or_init(|| Sayings::of(WALL_TEXTS))
        .begin_in(text, |_| true)
}

/// True for a text that says that a machine wrote what it stands by.
pub fn says_machine(text: &str) -> bool {
    static OPEN: OnceLock<Sayings> = OnceLock::new();
    OPEN.get_or_init(|| Sayings::of(MACHINE_TEXTS))
        .begin_in(text, ends_word)
}

/// Texts that are looked for anywhere in a line.
struct Sayings {
    beginnings: Beginnings,
    texts: Vec<&'static str>,
}

impl Sayings {
    /// `lines` holds a text a line, in normal form.
    fn of(lines: &'static str) -> Sayings {
        Sayings {
            beginnings: Beginnings::of(lines.split('\n')),
            texts: lines.split('\n').collect(),
        }
    }

    /// True where one of them stands in `text` and what follows it is as it should be.
    fn begin_in(&self, text: &str, follows: fn(&str) -> bool) -> bool {
        let lower = normal(text, true);
        let says = |rest: &str| {
            let mut texts = self.texts.iter();
            self.beginnings.may_begin(rest)
                && texts.any(|text| rest.strip_prefix(text).is_some_and(follows))
        };
        lower.char_indices().any(|(at, _)| says(&lower[at..]))
    }
}

/// "ai" does not stand in "air".
fn ends_word(rest: &str) -> bool {
    let next = rest.chars().next();
    next.is_none_or(|c| !c.is_alphanumeric() || is_unspaced(c))
}
