//! How alike two texts are by their words: a headline and a title, a byline and a name.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::chars::{Kinds, is_alphanumeric, kinds};

/// A word, folded, as its 64-bit hash: words are only ever compared.
pub type Word = u64;

/// The words of a text; in scripts without spaces the characters.
pub fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut word: Option<FxHasher> = None;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            add(&mut word, c.to_ascii_lowercase());
            continue;
        }
        let kinds = kinds(c);
        let letter = kinds.has(Kinds::ALPHANUMERIC);
        if letter && !kinds.has(Kinds::UNSPACED) {
            c.to_lowercase()
                .filter(|&c| is_alphanumeric(c))
                .for_each(|c| add(&mut word, c));
        } else {
            words.extend(word.take().map(|word| word.finish()));
            if letter {
                add(&mut word, c);
                words.extend(word.take().map(|word| word.finish()));
            }
        }
    }
    words.extend(word.map(|word| word.finish()));
    words
}

fn add(word: &mut Option<FxHasher>, c: char) {
    word.get_or_insert_default().write_u32(c as u32);
}

/// How alike two word lists are, 0 to 1: shared words over all words (Dice); long lists are not compared.
pub fn likeness(one: &[Word], other: &[Word]) -> f32 {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.is_empty() || long.len() > short.len() * 4 + 4 || long.len() > 80 {
        return 0.0;
    }
    let shared = short.iter().filter(|word| long.contains(word)).count();
    2.0 * shared as f32 / (short.len() + long.len()) as f32
}
