//! Texts that tell what a line stands by: the wall of a paper, the work of a machine.

use std::sync::LazyLock;

use super::beginnings::Beginnings;
use super::{FEW, ends_words, head, normal, wide};
use crate::chars::{is_alphanumeric, is_unspaced};

include!(concat!(env!("OUT_DIR"), "/walls.rs"));
include!(concat!(env!("OUT_DIR"), "/machine.rs"));
include!(concat!(env!("OUT_DIR"), "/notes.rs"));
include!(concat!(env!("OUT_DIR"), "/letters.rs"));
include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

/// True for a text that says that the rest of an article is for subscribers.
pub fn says_wall(text: &str) -> bool {
    static KNOWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(TEXTS));
    let lower = normal(text);
    lower
        .char_indices()
        .any(|(at, _)| KNOWN.begin(&lower[at..], |_| true))
}

/// True for a text that names what machines make of articles: a summary, the key points.
pub fn names_summary(text: &str) -> bool {
    static KNOWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(WORKS));
    KNOWN.are_in(text)
}

/// True for a text that names a machine that writes. "AI" is one and "ai" is none.
pub fn names_machine(text: &str) -> bool {
    static KNOWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(MAKERS));
    // Scripts without spaces set a name in capitals right beside their own characters.
    let mut capitals = text
        .split(|c: char| !c.is_uppercase())
        .filter(|name| name.len() > 1);
    capitals.any(|name| {
        KNOWN.begin(
            &format!("{}{}", wide::CAPITALS, name.to_lowercase()),
            str::is_empty,
        )
    }) || KNOWN.are_in(text)
}

/// True for a text that begins as the notes below an article do: what was corrected, who worked on it, where it is from.
pub fn opens_note(text: &str) -> bool {
    static KNOWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(OPENINGS));
    // Nearly all texts begin otherwise, which a few of their letters tell.
    let few = normal(head(text, FEW));
    if few.len() > FEW / 2 && !KNOWN.beginnings.may_begin(&few) {
        return false;
    }
    let start = text.char_indices().nth(LONGEST_OPENING);
    let start = &text[..start.map_or(text.len(), |(at, _)| at)];
    KNOWN.begin(&normal(start), |_| true)
}

/// What letters to readers are called.
pub(super) static LETTER: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(LETTERS));
/// How what wants the reader's address for one begins.
pub(super) static CALL: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(CALLS));

/// True for a text that names a letter to readers.
pub fn names_letter(text: &str) -> bool {
    LETTER.are_in(text)
}

/// True for the words of a link that wants the reader's address for one.
pub fn calls_for_letter(text: &str) -> bool {
    CALL.begin(&normal(text), |rest| is_edge(rest.chars().next()))
}

/// True for a few words that stand over how somebody is reached.
pub fn names_contact(text: &str) -> bool {
    static KNOWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(CONTACTS));
    KNOWN.are_in(text)
}

/// Characters that are enough to tell.
const LONGEST_OPENING: usize = 60;

/// Texts that are looked for in a line.
pub(super) struct Sayings {
    beginnings: Beginnings,
    /// In order, so that those with one first letter stand side by side.
    texts: Vec<String>,
}

impl Sayings {
    /// Texts as they are shipped: in normal form, those that count in capitals only with a mark before them.
    #[cold]
    pub(super) fn of(packed: &[u8]) -> Sayings {
        let mut texts = Vec::new();
        for narrow in packed.split(|byte| *byte == 0) {
            let lines = wide::whole(&wide::wide(narrow));
            texts.extend(lines.split('\n').map(str::to_owned));
        }
        texts.sort_unstable();
        Sayings {
            beginnings: Beginnings::of(texts.iter().map(String::as_str)),
            texts,
        }
    }

    /// True where one of them begins `text` and what follows it is as it should be.
    pub(super) fn begin(&self, text: &str, follows: impl Fn(&str) -> bool) -> bool {
        self.beginning(text, follows).is_some()
    }

    /// The one that begins `text`, where what follows it is as it should be.
    fn beginning(&self, text: &str, follows: impl Fn(&str) -> bool) -> Option<&str> {
        let begins = |own: &&String| text.strip_prefix(own.as_str()).is_some_and(&follows);
        let may = self.beginnings.may_begin(text);
        let found = may.then(|| self.alike(text).find(begins)).flatten();
        found.map(String::as_str)
    }

    /// Those with the first byte of a text.
    fn alike(&self, text: &str) -> impl Iterator<Item = &String> {
        let first = text.bytes().next();
        let from = self.texts.partition_point(|own| own.bytes().next() < first);
        let alike = self.texts[from..].iter();
        alike.take_while(move |own| own.bytes().next() == first)
    }

    /// True where one of them stands in `text` in whole words: "summary" is not "summaryless", "recap" no "precap".
    fn are_in(&self, text: &str) -> bool {
        self.first_in(&normal(text)).is_some()
    }

    /// The first of them that stands in a text in normal form, in whole words.
    pub(super) fn first_in(&self, lower: &str) -> Option<&str> {
        let mut before = None;
        lower.char_indices().find_map(|(at, c)| {
            let (last, rest) = (before.replace(c), &lower[at..]);
            // Nearly all places are told by this alone.
            let starts = self.beginnings.may_begin(rest) && (is_edge(last) || is_unspaced(c));
            let ends = |rest: &str| is_edge(rest.chars().next());
            starts.then(|| self.beginning(rest, ends)).flatten()
        })
    }
}

/// No letter of a word that goes on.
pub(super) fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| !(is_alphanumeric(c) || ends_words(c)) || is_unspaced(c))
}
