//! What blocks write about, as sets of word hashes: an article keeps to its words, teasers and comments bring others.

use rustc_hash::FxHashMap;

use crate::words::{self, Telling};

/// The telling words of a text; in scripts without spaces pairs of characters.
pub fn words(text: &str) -> Telling {
    words::read(text).1
}

/// The part of each that the other holds too, -1 for no words.
pub fn shared(one: &Telling, other: &Telling) -> [f32; 2] {
    // A headline may be as long as the page, and every block is asked.
    let (few, many) = words::by_length(one, other);
    let held = |word: &&u32| many.binary_search(word).is_ok();
    let both = few.iter().filter(held).count() as f32;
    let part = |words: &Telling| {
        if words.is_empty() {
            -1.0
        } else {
            both / words.len() as f32
        }
    };
    [part(one), part(other)]
}

/// Blocks that are no likelier add nothing that would change a share.
const UNLIKELY: f32 = 0.05;

/// How likely it is, word by word, that the article writes it.
pub struct Topic {
    held: FxHashMap<u32, f32>,
}

impl Topic {
    /// Adds up the probabilities of the blocks that hold each word.
    pub fn of(blocks: &[Telling], p: &[f32]) -> Topic {
        let mut held = FxHashMap::default();
        for (words, p) in blocks.iter().zip(p).filter(|(_, p)| **p > UNLIKELY) {
            for word in words {
                *held.entry(*word).or_insert(0.0) += p;
            }
        }
        Topic { held }
    }

    /// The part of a block's words that other likely blocks hold too, -1 for no words.
    pub fn share(&self, own: &Telling, p: f32) -> f32 {
        if own.is_empty() {
            return -1.0;
        }
        let mine = if p > UNLIKELY { p } else { 0.0 };
        let held =
            |word: &u32| (self.held.get(word).copied().unwrap_or(0.0) - mine).clamp(0.0, 1.0);
        own.iter().map(held).sum::<f32>() / own.len() as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_shares_the_words_of_other_blocks_but_not_its_own() {
        let blocks = [
            words("The bakery reopened in spring"),
            words("The BAKERY sold cakes"),
            words("Lottery results"),
        ];
        let topic = Topic::of(&blocks, &[0.9, 1.0, 0.0]);
        assert!((topic.share(&blocks[1], 1.0) - 0.9 / 3.0).abs() < 1e-5);
        assert_eq!(topic.share(&blocks[2], 0.0), 0.0);
    }

    #[test]
    fn pairs_of_characters_tell_where_no_spaces_stand() {
        assert_eq!(words("東京都").len(), 2);
        assert_eq!(shared(&words("東京"), &words("東京都")), [1.0, 0.5]);
    }
}
