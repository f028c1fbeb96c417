//! Takes the words out of what a page says and leaves its shape.

use crate::judge::context::tokens;
use crate::selector::stable::is_empty_word;

/// Letters become `x`, digits `0`; blanks and punctuation stay. What is neither (a symbol, an emoji) becomes `x` too.
pub fn text(text: &str, longest: usize) -> String {
    let mut masked: String = text.chars().take(longest).map(mask).collect();
    if text.chars().nth(longest).is_some() {
        masked.push('…');
    }
    masked
}

fn mask(c: char) -> char {
    if c.is_numeric() {
        '0'
    } else if c.is_whitespace() {
        ' '
    } else if c.is_ascii_punctuation() || "“”„‘’«»–—…·•".contains(c) {
        c
    } else {
        'x'
    }
}

/// A name that the site's builders chose, or a value of one: the words that judges know by their meaning or their
/// frequency stay ("share-bar"), all others are masked ("author-xxx-xxxxx"), since a name may hold that of a person, a
/// topic or an account.
pub fn name(value: &str) -> String {
    let words = words(value);
    let mut out = text(value, usize::MAX).into_bytes();
    for (at, &(start, end)) in words.iter().enumerate() {
        let next = words.get(at + 1);
        let joined = next.filter(|next| next.0 <= end + 1).map(|next| {
            (
                format!("{}{}", &value[start..end], &value[next.0..next.1]),
                next.1,
            )
        });
        let kept = known(&value[start..end]);
        if let Some((pair, past)) = joined
            && known(&pair) == pair.len()
        {
            keep(&mut out, value, start, end);
            keep(&mut out, value, next.map_or(past, |next| next.0), past);
        } else {
            keep(&mut out, value, start, start + kept);
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

/// The masked text has the same bytes at the same places only where all is ASCII.
fn keep(out: &mut [u8], value: &str, start: usize, end: usize) {
    if let (Some(out), Some(value)) = (out.get_mut(start..end), value.as_bytes().get(start..end)) {
        out.copy_from_slice(value);
    }
}

/// Where the words of "articleBody__share-tools" stand, in bytes. A value beyond ASCII has none: all of it is masked.
fn words(value: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    if !value.is_ascii() {
        return words;
    }
    let mut lower_before = false;
    for (at, byte) in value.bytes().enumerate() {
        let upper = byte.is_ascii_uppercase();
        match words.last_mut() {
            _ if !byte.is_ascii_alphabetic() => {}
            Some(last) if last.1 == at && !(upper && lower_before) => last.1 = at + 1,
            _ => words.push((at, at + 1)),
        }
        lower_before = byte.is_ascii_lowercase();
    }
    words
}

/// How many letters at the beginning of a word [`name`] leaves.
pub fn known(word: &str) -> usize {
    let word = word.to_ascii_lowercase();
    let is_common = COMMON.split(' ').any(|common| common == word);
    if is_common || is_empty_word(&word) {
        word.len()
    } else {
        tokens::known(&word)
    }
}

/// Words of structure that say nothing of what a page is about, beside those that say how an element looks.
const COMMON: &str = "app area bar component element fluid icon id image images insert is items js kicker links media \
    mobile module more next panel prev read region shell site slot small view wide zone";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_shape_and_loses_its_words() {
        assert_eq!(
            text("On 3 May, “she” wént 🙂.", 99),
            "xx 0 xxx, “xxx” xxxx x."
        );
        assert_eq!(text("東京タワー2020", 99), "xxxxx0000");
        assert_eq!(text("abcdef", 3), "xxx…");
    }

    #[test]
    fn names_keep_only_words_that_judges_know() {
        assert_eq!(name("share-bar related__item"), "share-bar related__item");
        assert_eq!(name("author-ida-brandt"), "author-xxx-xxxxxx");
        assert_eq!(name("post-18293 css-1x2y3z"), "post-00000 xxx-0x0x0x");
        assert_eq!(name("ArticleBody_readMore_kx9"), "ArticleBody_readMore_xx0");
        assert_eq!(name("commentbrindlewick"), "commentxxxxxxxxxxx");
        assert_eq!(name("größe-share"), "xxxxx-xxxxx");
        assert_eq!(name("ida@mail.example"), "xxx@xxxx.xxxxxxx");
    }
}
