//! The rules of `rules/` as static tables, and how phrases are looked for.

mod beginnings;
mod cyrillic;
mod icons;
mod length;
mod sayings;
mod sentences;
mod teaser;
mod wide;

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::chars::{self, Kinds, is_unspaced, kinds};
use crate::verdict::Reason;
use beginnings::Beginnings;
pub use icons::is_icon_word;
use length::may_hold;
pub use sayings::{
    calls_for_letter, names_contact, names_letter, names_machine, names_summary, opens_note,
    says_wall,
};
pub use sentences::{Said, call_in, disclosure_in};
use teaser::is_teaser;

include!("normal.rs");

/// Where a phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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
    pub kind: Kind,
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
        let bits = (0..).zip(PACKS).filter(|(_, pack)| is_off(pack));
        Packs(bits.fold(u64::MAX, |on, (bit, _)| on & !(1 << bit)))
    }
}

/// The language tags of the packs of phrases.
pub fn packs() -> &'static [&'static str] {
    PACKS
}

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The phrases, ready to be looked for.
struct Phrases {
    /// Those of one first word side by side, sorted by text.
    all: Vec<Phrase>,
    /// Where the phrases of each first word stand in `all`, by its hash.
    by_word: FxHashMap<u64, Range<u16>>,
    /// How the phrases of kind [`Kind::Contains`] begin.
    contained: Beginnings,
}

/// The tables as they are shipped hold no addresses and are a third of the size; they are opened once.
fn phrases() -> &'static Phrases {
    static OPEN: OnceLock<Phrases> = OnceLock::new();
    OPEN.get_or_init(|| {
        let (all, by_word) = by_first_word(all_phrases());
        let contained = all.iter().filter(|phrase| phrase.kind == Kind::Contains);
        let contained = Beginnings::of(contained.map(|phrase| phrase.text));
        Phrases {
            all,
            by_word,
            contained,
        }
    })
}

/// Puts those of one first word side by side, sorted by text, without sorting all of them.
fn by_first_word(phrases: Vec<Phrase>) -> (Vec<Phrase>, FxHashMap<u64, Range<u16>>) {
    let hashes = phrases.iter().map(|phrase| hash_of_first_word(phrase.text));
    let hashes: Vec<u64> = hashes.collect();
    let mut by_word: FxHashMap<u64, Range<u16>> = FxHashMap::default();
    for hash in &hashes {
        by_word.entry(*hash).or_default().end += 1;
    }
    let mut next = 0;
    for range in by_word.values_mut() {
        let count = range.end;
        *range = next..next;
        next += count;
    }
    let mut all = phrases.clone();
    for (hash, phrase) in hashes.iter().zip(phrases) {
        let range = by_word.entry(*hash).or_default();
        all[usize::from(range.end)] = phrase;
        range.end += 1;
    }
    for range in by_word.values() {
        all[usize::from(range.start)..usize::from(range.end)].sort_by_key(|phrase| phrase.text);
    }
    (all, by_word)
}

/// The phrases as they are shipped: by what they mean, and in the same packs. Those of no one kind are whole, and begin a
/// line with a colon behind them.
#[cold]
fn all_phrases() -> Vec<Phrase> {
    static WIDE: OnceLock<String> = OnceLock::new();
    let texts = WIDE.get_or_init(|| {
        let mut texts = String::with_capacity(2 * TEXTS.len());
        let kinds = MEANINGS.iter().map(|(_, kind)| kind);
        for ((narrow, packs), kind) in TEXTS.split(|byte| *byte == 0).zip(IN_PACKS).zip(kinds) {
            let start = texts.len();
            texts.push_str(&wide::whole(&wide::wide(narrow)));
            if packs & CYRILLIC != 0 {
                cyrillic::add_lines(start, &mut texts);
            }
            if kind.is_none() {
                texts.push('\n');
                let begun = texts[start..].replace('\n', ":\n");
                texts.push_str(begun.trim_end());
            }
            texts.push('\0');
        }
        texts
    });
    let meanings = MEANINGS.iter().zip(IN_PACKS).zip(texts.split('\0'));
    let phrases = meanings.flat_map(|((&(reason, kind), &packs), texts)| {
        let begins = |text: &str| match text.ends_with(':') {
            true => Kind::Starts,
            false => Kind::Whole,
        };
        texts.split('\n').map(move |text| Phrase {
            text,
            reason,
            kind: kind.unwrap_or_else(|| begins(text)),
            packs,
        })
    });
    phrases.collect()
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
    if text.len() > LONGEST {
        return None;
    }
    // Prose is too long to be a phrase or to hold one; it can only begin with one.
    let may_hold = may_hold(text);
    if !may_hold && text.len() > HEAD && !may_start(packs, text) {
        return None;
    }
    let lower = normal(text, true);
    let bare = lower.trim_end_matches([':', '?']);
    let alike = alike(&lower);
    let says = |p: &&Phrase| p.kind == Kind::Whole && p.is_in(packs) && p.text == bare;
    let starts = |p: &&Phrase| {
        p.kind == Kind::Starts && p.begins(packs, &lower) && is_teaser(text, &lower, p, link_share)
    };
    let found = alike.iter().find(says);
    found
        .or_else(|| alike.iter().find(starts))
        .or_else(|| may_hold.then(|| contained(packs, &lower)).flatten())
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
    let few = normal(head(text, FEW), true);
    let known = || alike(&few).iter().any(|p| p.kind == Kind::Starts);
    if first_word(&few).len() + 1 < few.len() && !known() {
        return false;
    }
    let head = normal(head(text, HEAD), true);
    let starts = |p: &Phrase| p.kind == Kind::Starts && p.begins(packs, &head);
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

/// The phrases that have the first word of a text in normal form, sorted by text.
fn alike(rest: &str) -> &'static [Phrase] {
    let phrases = phrases();
    let known = phrases.by_word.get(&hash_of_first_word(rest)).cloned();
    let range = known.unwrap_or_default();
    &phrases.all[usize::from(range.start)..usize::from(range.end)]
}

/// Two words of one hash do no harm: their phrases are compared as a whole.
fn hash_of_first_word(text: &str) -> u64 {
    FxBuildHasher.hash_one(first_word(text))
}

/// The first word of a text in normal form; in scripts without spaces the first character.
fn first_word(text: &str) -> &str {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let kinds = kinds(c);
        if kinds.has(Kinds::UNSPACED) {
            end = if at == 0 { c.len_utf8() } else { at };
            break;
        }
        if !kinds.has(Kinds::ALPHANUMERIC) && c != '#' {
            break;
        }
        end = at + c.len_utf8();
    }
    &text[..end]
}

/// True where `rest` does not go on in the middle of a word after `phrase`.
fn at_border(rest: &str, phrase: &str) -> bool {
    let unspaced = phrase.chars().next_back().is_some_and(is_unspaced);
    // An unspaced script may follow a Latin word ("当サイトではCookieを"); after "autor:" no letter may ("Autor:innen"),
    // but a number does ("公開日：2021年").
    let next = rest[phrase.len()..].chars().next();
    let number = phrase.ends_with(':');
    unspaced
        || next.is_none_or(|c| is_unspaced(c) || !chars::is_alphanumeric(c) && (number || c != '#'))
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
        let holds = |p: &&Phrase| p.kind == Kind::Contains && p.begins(packs, rest);
        if may && let Some(phrase) = alike(rest).iter().find(holds) {
            return Some(phrase);
        }
    }
    None
}

#[cfg(test)]
mod tests;
