//! The words of a text, read once for two questions: how alike texts are (a headline and a title, a byline and a name), and
//! what they write about.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::chars::{Kinds, each_lower, is_alphanumeric, kinds, plain_letter};

/// A word, folded, as its hash: words are only ever compared.
pub type Word = u64;

/// The telling words of a text: hashes, sorted, each once.
pub type Telling = Vec<u32>;

/// Shorter words tell little of the matter.
const SHORTEST: u32 = 4;

/// The words of a text; in scripts without spaces the characters.
pub fn words_of(text: &str) -> Vec<Word> {
    read(text).0
}

/// The words of a text, and the telling ones: those of four letters and more; in scripts without spaces the characters,
/// and pairs of them.
pub fn read(text: &str) -> (Vec<Word>, Telling) {
    let mut reader = Reader {
        words: Vec::with_capacity(text.len() / 6 + 1),
        telling: Telling::with_capacity(text.len() / 8),
        ..Reader::default()
    };
    let (mut rest, mut last) = (text, None);
    loop {
        let others = reader.plain(rest);
        last = last.filter(|_| others.len() == rest.len());
        let mut chars = others.chars();
        let Some(c) = chars.next() else {
            break;
        };
        last = reader.see(c, last);
        rest = chars.as_str();
    }
    reader.end();
    let Reader { words, telling, .. } = reader;
    (words, sorted(telling))
}

/// The words of a text three by three, each three as one hash: which texts say what others say.
pub fn threes(text: &str) -> Vec<Word> {
    let three = |words: &[Word]| {
        let all = words
            .iter()
            .fold(0u64, |all, word| all.rotate_left(21) ^ word);
        all.wrapping_mul(ODD)
    };
    words_of(text).windows(3).map(three).collect()
}

/// Spreads what is known over all bits.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

#[derive(Default)]
struct Reader {
    words: Vec<Word>,
    telling: Telling,
    /// The word that is being read, as [`Word`] and as one of the telling words.
    word: FxHasher,
    hash: u32,
    /// How many letters it has so far.
    letters: u32,
}

impl Reader {
    /// Reads letters of ASCII, which is nearly all there is, and gives what stands behind them.
    fn plain<'t>(&mut self, text: &'t str) -> &'t str {
        let (mut word, mut hash, mut count) = (std::mem::take(&mut self.word), self.hash, 0);
        for letter in text.bytes().map_while(|byte| plain_letter(byte.into())) {
            word.write_u32(letter as u32);
            hash = mix(hash, letter);
            count += 1;
        }
        (self.word, self.hash) = (word, hash);
        self.letters += count;
        &text[count as usize..]
    }

    /// Looks at what is no letter of ASCII. `last` is the character before it where that is of a script without spaces;
    /// gives the same for the next.
    fn see(&mut self, c: char, last: Option<char>) -> Option<char> {
        let kinds = kinds(c);
        if kinds.has(Kinds::UNSPACED) {
            self.end();
            self.telling.extend(last.map(|before| pair(before, c)));
            if kinds.has(Kinds::ALPHANUMERIC) {
                self.words.push(single(c));
            }
            return Some(c);
        }
        if kinds.has(Kinds::ALPHANUMERIC) {
            self.add_folded(c);
        } else {
            self.end();
        }
        None
    }

    /// What is left of "İ" in lower case is a letter and a dot; the dot is none of a [`Word`].
    fn add_folded(&mut self, c: char) {
        each_lower(c, |c| {
            self.hash = mix(self.hash, c);
            if is_alphanumeric(c) {
                self.word.write_u32(c as u32);
            }
        });
        self.letters += 1;
    }

    fn end(&mut self) {
        if self.letters > 0 {
            self.words.push(self.word.finish());
        }
        if self.letters >= SHORTEST {
            self.telling.push(self.hash);
        }
        (self.word, self.hash, self.letters) = (FxHasher::default(), 0, 0);
    }
}

fn single(c: char) -> Word {
    let mut word = FxHasher::default();
    word.write_u32(c as u32);
    word.finish()
}

fn sorted(mut words: Telling) -> Telling {
    words.sort_unstable();
    words.dedup();
    words
}

/// Two characters of a script without spaces as one word.
fn pair(one: char, other: char) -> u32 {
    mix(mix(7, one), other)
}

/// The hash of a word that goes on with `c`.
fn mix(hash: u32, c: char) -> u32 {
    (hash.rotate_left(5) ^ c as u32).wrapping_mul(0x9e37_79b9)
}

/// Two lists, the shorter before the longer.
pub fn by_length<'w, T>(one: &'w [T], other: &'w [T]) -> (&'w [T], &'w [T]) {
    if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    }
}

/// How alike two word lists are, 0 to 1: shared words over all words (Dice); long lists are not compared.
pub fn likeness(one: &[Word], other: &[Word]) -> f32 {
    let (short, long) = by_length(one, other);
    if short.is_empty() || long.len() > short.len() * 4 + 4 || long.len() > 80 {
        return 0.0;
    }
    let shared = short.iter().filter(|word| long.contains(word)).count();
    2.0 * shared as f32 / (short.len() + long.len()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_whatever_their_case() {
        assert_eq!(words_of("The LAMP, İzmir"), words_of("the lamp izmir"));
        assert_ne!(words_of("the lamp"), words_of("thelamp"));
    }

    #[test]
    fn short_words_tell_nothing() {
        let (words, telling) = read("At the mill, at the MILL: 2024");
        assert_eq!((words.len(), telling.len()), (7, 2));
    }

    #[test]
    fn characters_are_words_where_no_spaces_stand() {
        let (words, telling) = read("東京、lamp");
        assert_eq!((words.len(), telling.len()), (3, 2));
    }
}
