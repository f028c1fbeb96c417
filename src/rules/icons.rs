//! The words that icon names are made of.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::wide::whole;

include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// True for a word of which icon names are made.
pub fn is_icon_word(word: &str) -> bool {
    static WORDS: LazyLock<String> = LazyLock::new(|| whole(ICON_WORDS));
    holds_line(&WORDS, word)
}

/// True where one of the sorted lines of `text` is `line`.
fn holds_line(text: &str, line: &str) -> bool {
    let (mut start, mut end) = (0, text.len());
    while start < end {
        let middle = (start + end) / 2;
        let from = text.as_bytes()[..middle].iter().rposition(|b| *b == b'\n');
        let from = from.map_or(0, |newline| newline + 1);
        let to = text.as_bytes()[middle..].iter().position(|b| *b == b'\n');
        let to = to.map_or(text.len(), |length| middle + length);
        match text.as_bytes()[from..to].cmp(line.as_bytes()) {
            Ordering::Equal => return true,
            Ordering::Less => start = to + 1,
            Ordering::Greater => end = from.saturating_sub(1),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_icon_word_and_no_other() {
        let words = whole(ICON_WORDS);
        assert!(words.lines().all(is_icon_word) && words.lines().is_sorted());
        for no in ["", "00", "zzz", "arro", "arroww", "\n", "ä", "Barrow"] {
            assert!(!is_icon_word(no), "{no:?}");
        }
        assert!(holds_line("a", "a") && !holds_line("a", "b"));
    }
}
