//! How long a text is, for what is said in a few words only.

use crate::chars::{Kinds, kinds};

/// Words, and whether the script has no spaces: then 60 characters count as 25 words.
pub(super) fn length(text: &str) -> (usize, bool) {
    if text.is_ascii() {
        return (ascii_words(text.as_bytes()), false);
    }
    let (mut words, mut unspaced, mut in_word) = (0, 0, false);
    for c in text.chars() {
        let kinds = kinds(c);
        let space = kinds.has(Kinds::SPACE);
        unspaced += usize::from(kinds.has(Kinds::UNSPACED));
        words += usize::from(in_word && space);
        in_word = !space;
    }
    if unspaced > 0 {
        (unspaced * 25 / 60, true)
    } else {
        (words + usize::from(in_word), false)
    }
}

/// The same number without a branch.
fn ascii_words(text: &[u8]) -> usize {
    let space = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let ends = |two: &&[u8]| !space(two[0]) & space(two[1]);
    let last = text.last().is_some_and(|&last| !space(last));
    text.windows(2).filter(ends).count() + usize::from(last)
}

/// Words of the longest text that [`PhraseKind::Contains`](super::PhraseKind::Contains) looks into.
const LONGEST_HOLDER: usize = 30;
/// The same of a script without spaces: 90 characters.
const LONGEST_UNSPACED: usize = 38;

/// True for a text so short that a phrase in it is what it says.
pub(super) fn may_hold(text: &str) -> bool {
    // So few bytes are no more words.
    text.len() <= 2 * LONGEST_HOLDER
        || match length(text) {
            (length, true) => length <= LONGEST_UNSPACED,
            (length, false) => length <= LONGEST_HOLDER,
        }
}
