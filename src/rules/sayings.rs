//! Texts that tell what a line stands by: the wall of a paper, the work of a machine.

use std::sync::OnceLock;

use super::beginnings::Beginnings;
use super::normal;

include!(concat!(env!("OUT_DIR"), "/walls.rs"));
include!(concat!(env!("OUT_DIR"), "/machine.rs"));

/// True for a text that says that the rest of an article is for subscribers.
pub fn says_wall(text: &str) -> bool {
    static OPEN: OnceLock<Sayings> = OnceLock::new();
    OPEN.get_or_init(|| Sayings::of(WALL_TEXTS)).are_in(text)
}

/// True for a text that says that a machine wrote what it stands by.
pub fn says_machine(text: &str) -> bool {
    static OPEN: OnceLock<Sayings> = OnceLock::new();
    OPEN.get_or_init(|| Sayings::of(MACHINE_TEXTS)).are_in(text)
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

    /// True where one of them begins anywhere in `text`.
    fn are_in(&self, text: &str) -> bool {
        let lower = normal(text, true);
        let says = |rest: &str| {
            self.beginnings.may_begin(rest) && self.texts.iter().any(|text| rest.starts_with(text))
        };
        lower.char_indices().any(|(at, _)| says(&lower[at..]))
    }
}
