//! The rules of `rules/` as static tables, and how phrases are looked for.

mod beginnings;
mod cyrillic;
mod icons;
mod length;
mod sayings;
mod sentences;
mod table;
mod teaser;
mod wide;

use std::cell::OnceCell;

use crate::chars::{self, Kinds, is_unspaced, kinds};
use crate::verdict::Reason;
pub use icons::is_icon_word;
use length::may_hold;
pub use sayings::{
    calls_for_letter, names_contact, names_letter, names_machine, names_summary, opens_note,
    says_wall,
};
pub use sentences::{Said, call_in, disclosure_in, speaks_for_site};
use table::{alike, first_word, phrases};
use teaser::is_teaser;

include!("normal.rs");

/// Where a phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// The whole text is the phrase.
    Whole,
    /// The text begins with the phrase and goes on as a teaser does.
    Starts,
    /// A short text holds the phrase.
    Contains,
}

/// One entry of `rules/phrases/`.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// In normal form.
    pub text: &'static str,
    /// What a block that says so is.
    pub reason: Reason,
    /// Where it must stand.
    pub kind: PhraseKind,
    /// The packs that have it, as bits in the order of [`packs`].
    packs: u64,
}

/// Which packs of phrases are switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packs(u64);

impl Packs {
    /// Every pack there is.
    pub const ALL: Packs = Packs(u64::MAX);

    /// All packs but those of the languages given; a tag that has no pack changes nothing.
    pub fn without<T: AsRef<str>>(off: &[T]) -> Packs {
        let is_off = |pack: &&str| {
            off.iter()
                .any(|tag| tag.as_ref().eq_ignore_ascii_case(pack))
        };
        let bits = (0..).zip(packs()).filter(|(_, pack)| is_off(pack));
        Packs(bits.fold(u64::MAX, |on, (bit, _)| on & !(1 << bit)))
    }
}

/// The language tags of the packs of phrases.
pub fn packs() -> &'static [&'static str] {
    table::packs()
}

/// Longest text that is looked at, in bytes: clutter lines are short, prose is long.
const LONGEST: usize = 1200;

/// The phrase that marks a text as clutter, `Whole` before `Starts` before `Contains`.
///
/// `link_share` is the part of the text that stands in links, 0 to 1; 0 where that is not known.
pub fn phrase_in(text: &str, link_share: f32) -> Option<&'static Phrase> {
    phrase_of(Packs::ALL, text, link_share)
}

/// [`phrase_in`] some packs only.
pub fn phrase_of(packs: Packs, text: &str, link_share: f32) -> Option<&'static Phrase> {
    phrase_by(packs, text, link_share, &OnceCell::new())
}

/// The form in which texts are looked through, see `src/normal.rs`.
pub fn normal_form(text: &str) -> String {
    normal(text)
}

/// [`phrase_of`] a text whose [`normal_form`] may be there already, or is asked for again.
pub(crate) fn phrase_by(
    packs: Packs,
    text: &str,
    link_share: f32,
    lower: &OnceCell<String>,
) -> Option<&'static Phrase> {
    if text.len() > LONGEST {
        return None;
    }
    // Prose is too long to be a phrase or to hold one; it can only begin with one.
    let may_hold = may_hold(text);
    if !may_hold && text.len() > HEAD && !may_start(packs, text) {
        return None;
    }
    let lower = lower.get_or_init(|| normal(text)).as_str();
    let bare = lower.trim_end_matches(MARKS);
    let alike = alike(lower);
    let says = |p: &&Phrase| p.kind == PhraseKind::Whole && p.is_in(packs) && p.text == bare;
    let starts = |p: &&Phrase| {
        p.kind == PhraseKind::Starts
            && p.begins(packs, lower)
            && is_teaser(text, lower, p, link_share)
    };
    let found = alike.iter().find(says);
    found
        .or_else(|| alike.iter().find(starts))
        .or_else(|| may_hold.then(|| contained(packs, lower)).flatten())
}

/// No phrase is as long as this, in bytes.
const HEAD: usize = 200;
/// So many bytes mostly tell that a text does not begin as one of those that are looked for.
const FEW: usize = 16;

/// As many bytes of a text's beginning, or what is left of the last character more.
fn head(text: &str, bytes: usize) -> &str {
    let borders = (bytes..text.len()).find(|&at| text.is_char_boundary(at));
    &text[..borders.unwrap_or(text.len())]
}

/// True where a text begins with a phrase and may go on.
fn may_start(packs: Packs, text: &str) -> bool {
    // Nearly all begin with another word.
    let few = normal(head(text, FEW));
    let known = || alike(&few).iter().any(|p| p.kind == PhraseKind::Starts);
    if first_word(&few).len() + 1 < few.len() && !known() {
        return false;
    }
    let head = normal(head(text, HEAD));
    let starts = |p: &Phrase| p.kind == PhraseKind::Starts && p.begins(packs, &head);
    alike(&head).iter().any(starts)
}

impl Phrase {
    fn is_in(&self, packs: Packs) -> bool {
        packs.0 & self.packs != 0
    }

    /// True where a text in normal form begins with it.
    fn begins(&self, packs: Packs, rest: &str) -> bool {
        self.is_in(packs) && rest.starts_with(self.text) && at_border(rest, self.text)
    }
}

/// True where `rest` does not go on in the middle of a word after `phrase`.
fn at_border(rest: &str, phrase: &str) -> bool {
    let unspaced = phrase.chars().next_back().is_some_and(is_unspaced);
    // An unspaced script may follow a Latin word ("当サイトではCookieを"); after "autor:" no letter may ("Autor:innen"),
    // but a number does ("公開日：2021年").
    let next = rest[phrase.len()..].chars().next();
    let number = phrase.ends_with(':');
    let in_word = |c: char| chars::is_alphanumeric(c) || ends_words(c);
    unspaced || next.is_none_or(|c| is_unspaced(c) || !in_word(c) && (number || c != '#'))
}

fn contained(packs: Packs, lower: &str) -> Option<&'static Phrase> {
    let beginnings = &phrases().contained;
    let mut in_word = false;
    for (place, c) in lower.char_indices() {
        let kinds = kinds(c);
        let unspaced = kinds.has(Kinds::UNSPACED);
        let word = kinds.has(Kinds::ALPHANUMERIC) || c == '#';
        let starts = word && (!in_word || unspaced);
        in_word = word && !unspaced;
        let may = starts && beginnings.may_begin(&lower[place..]);
        let rest = &lower[place..];
        let holds = |p: &&Phrase| p.kind == PhraseKind::Contains && p.begins(packs, rest);
        if may && let Some(phrase) = alike(rest).iter().find(holds) {
            return Some(phrase);
        }
    }
    None
}

#[cfg(test)]
mod tests;
