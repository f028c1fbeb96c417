//! Signs: what marks a line as clutter by itself.

use crate::judge::icon::icon_line;
use crate::judge::roles::is_date;
use crate::plain::lines::ends_with_stop;
use crate::plain::why::Why;
use crate::rules::{Kind, Phrase, is_icon_word, phrase_in};
use crate::verdict::Reason;

/// The sign on a line of so many words.
pub(super) fn of(text: &str, words: u32) -> Option<Why> {
    let bare = without_icons(text);
    if icon_line(text) || bare.is_empty() {
        return Some(Why::Icon);
    }
    let phrase = phrase_in(bare, 0.0)?;
    (!is_sentence(text, words, phrase) && !credits(bare, phrase)).then_some(Why::Phrase(phrase))
}

/// "chevron_left Previous" → "Previous". Only joined names: "share" and "home" are words.
fn without_icons(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some(word) = rest.split_whitespace().next().filter(|w| is_joined_name(w)) {
        rest = rest[word.len()..].trim_start();
    }
    while let Some(word) = rest
        .split_whitespace()
        .next_back()
        .filter(|w| is_joined_name(w))
    {
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    rest
}

fn is_joined_name(word: &str) -> bool {
    word.contains('_') && word.split('_').all(is_icon_word)
}

/// After "Read:" and "Next:" teasers and sentences both may follow; a full stop tells them apart.
fn is_sentence(text: &str, words: u32, phrase: &Phrase) -> bool {
    phrase.kind == Kind::Starts && phrase.text.ends_with(':') && words >= 8 && ends_with_stop(text)
}

/// Who wrote it and when belongs to the article; reading times and counts of views do not.
fn credits(text: &str, phrase: &Phrase) -> bool {
    let bytes = text.as_bytes();
    let time = bytes
        .windows(3)
        .any(|three| three[1] == b':' && three[0].is_ascii_digit() && three[2].is_ascii_digit());
    let name = phrase.kind == Kind::Starts
        && phrase.text.ends_with(':')
        && !text.chars().any(char::is_numeric);
    phrase.reason == Reason::Byline && (name || time || is_date(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str) -> Option<Reason> {
        let words = text.split_whitespace().count() as u32;
        of(text, words).map(|why| why.reason())
    }

    #[test]
    fn sees_icon_names_before_and_after_a_label() {
        assert_eq!(reason("chevron_left Previous"), Some(Reason::Navigation));
        assert_eq!(reason("Next chevron_right"), Some(Reason::Navigation));
        assert_eq!(reason("account_circle"), Some(Reason::Icon));
        assert_eq!(reason("Menu of the day"), None);
    }

    #[test]
    fn tells_a_teaser_after_a_colon_from_a_sentence() {
        assert_eq!(reason("Listen: the last bell ringer"), Some(Reason::Promo));
        assert_eq!(
            reason("Listen: I was never there, and I never said it."),
            None
        );
    }

    #[test]
    fn keeps_names_and_dates_and_drops_reading_times() {
        assert_eq!(reason("Autor: Jadwiga Milewska"), None);
        assert_eq!(reason("Opublikowano: 7 maja 2021"), None);
        assert_eq!(reason("Aktualizacja: 12:30"), None);
        assert_eq!(reason("Czas czytania: 4 min"), Some(Reason::Byline));
        assert_eq!(reason("5 min read"), Some(Reason::Byline));
    }
}
