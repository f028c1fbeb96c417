//! What follows the beginning of a phrase: a teaser, or a sentence that happens to begin so.

use super::Phrase;
use super::length::length;
use crate::blocks::text_ends_sentence;
use crate::chars;

/// More of it in links is a teaser's.
const MOSTLY_LINKED: f32 = 0.6;
/// Words of a teaser behind a colon or an arrow, and of one that nothing sets apart.
const LONGEST_TITLED: usize = 60;
const LONGEST_BARE: usize = 25;

/// True where a text that starts with a promo phrase goes on as a teaser and not as a sentence.
pub(super) fn is_teaser(text: &str, lower: &str, phrase: &Phrase, link_share: f32) -> bool {
    let rest = &lower[phrase.text.len()..];
    if !rest.contains(chars::is_alphanumeric) || link_share > MOSTLY_LINKED {
        return true;
    }
    if phrase.text.ends_with(':')
        || rest
            .trim_start()
            .starts_with([':', '»', '|', '→', '>', '：'])
    {
        return length(rest).0 <= LONGEST_TITLED;
    }
    let host = rest.split_whitespace().next().is_some_and(reads_as_host);
    host || (length(rest).0 <= LONGEST_BARE && !text_ends_sentence(text))
}

/// "rt.com", "www.example.co.uk": letters, dots, and no dot at the end.
pub(super) fn reads_as_host(word: &str) -> bool {
    let mut labels = word.trim_end_matches([',', ':']).split('.');
    let top = labels.next_back().unwrap_or("");
    let known =
        |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (2..=6).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_lowercase())
        && labels.clone().count() > 0
        && labels.all(known)
}
