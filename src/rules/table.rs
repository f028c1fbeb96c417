//! The table of phrases, opened once, and looked into by their first words.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::beginnings::Beginnings;
use super::{Phrase, PhraseKind, cyrillic, wide};
use crate::chars::{Kinds, kinds};
use crate::verdict::Reason;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The language tags of the packs of phrases, in the order of their bits.
pub(super) fn packs() -> &'static [&'static str] {
    PACKS
}

/// The phrases, ready to be looked for.
pub(super) struct Phrases {
    /// Those of one first word side by side, sorted by text.
    all: Vec<Phrase>,
    /// Where the phrases of each first word stand in `all`, by its hash.
    by_word: FxHashMap<u64, Range<u16>>,
    /// How the phrases of kind [`PhraseKind::Contains`] begin.
    pub contained: Beginnings,
}

/// The tables as they are shipped hold no addresses and are a third of the size; they are opened once.
pub(super) fn phrases() -> &'static Phrases {
    static OPEN: OnceLock<Phrases> = OnceLock::new();
    OPEN.get_or_init(|| {
        let (all, by_word) = by_first_word(all_phrases());
        let contained = all
            .iter()
            .filter(|phrase| phrase.kind == PhraseKind::Contains);
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
            true => PhraseKind::Starts,
            false => PhraseKind::Whole,
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

/// The phrases that have the first word of a text in normal form, sorted by text.
pub(super) fn alike(rest: &str) -> &'static [Phrase] {
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
pub(super) fn first_word(text: &str) -> &str {
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
