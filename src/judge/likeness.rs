//! How alike two texts are by their words: a headline and a title, a byline and a name.

use crate::blocks;

/// The words of a text, folded; in scripts without spaces the characters.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() && !blocks::is_unspaced(c) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// How alike two word lists are, 0 to 1: shared words over all words (Dice); long lists are not compared.
pub fn likeness(one: &[String], other: &[String]) -> f32 {
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
