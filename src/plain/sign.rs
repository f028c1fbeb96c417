//! Signs: what marks a line as clutter by itself.

use crate::blocks::without_closing;
use crate::judge::roles::is_date;
use crate::judge::verdicts::icon_line;
use crate::plain::why::Why;
use crate::rules::{Phrase, PhraseKind, is_icon_word, phrase_in};
use crate::verdict::Reason;

/// The sign on a line of so many words.
pub(super) fn of(text: &str, words: u32) -> Option<Why> {
    let bare = without_icons(text);
    // "2024-11-06" is made of what numbered icons are called.
    let named = text.chars().any(char::is_alphabetic);
    if named && (icon_line(text) || bare.is_empty()) {
        return Some(Why::Icon);
    }
    let phrase = phrase_in(bare, 0.0)
        .or_else(|| phrase_in(&without_magnitude(bare)?, 0.0))
        .or_else(|| twice(bare))?;
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

/// Ends with a full stop of any script, closing quotes and brackets apart; questions and calls are headings too.
pub(super) fn ends_with_stop(text: &str) -> bool {
    without_closing(text).ends_with(['.', '。', '．', '।', '॥', '۔', '።', '։', '။', '។'])
}

/// "1,2 mil compartilhamentos", "1.2k shares" → "1,2 compartilhamentos", "1.2 shares".
fn without_magnitude(text: &str) -> Option<String> {
    let number = text.len()
        - text
            .trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ','))
            .len();
    let (number, rest) = text.split_at(number);
    let rest = rest.trim_start();
    let glued = rest.starts_with(['万', '萬', '千', '億', '亿']);
    let end = rest.find(char::is_whitespace).filter(|_| !glued);
    let magnitude = if glued {
        rest.chars().next()?.len_utf8()
    } else {
        end?
    };
    let word = rest[..magnitude].trim_end_matches('.').to_lowercase();
    let known = [
        "k", "m", "mil", "mila", "mio", "mln", "tsd", "tys", "bin", "тыс", "тис", "млн", "ألف",
    ];
    (!number.is_empty() && text.len() <= 80 && (glued || known.contains(&word.as_str())))
        .then(|| format!("{number} {}", rest[magnitude..].trim_start()))
}

/// "Newsletter “Good morning, Wend”: sign up now": what it is, its name, and the call; each alone could be a headline's.
fn twice(text: &str) -> Option<&'static Phrase> {
    let (name, call) = text.split_once([':', '–', '|'])?;
    let what = phrase_in(name.split_whitespace().next()?, 0.0)?;
    let phrase = phrase_in(call, 0.0)?;
    (what.kind == PhraseKind::Whole && what.reason == phrase.reason && !ends_with_stop(text))
        .then_some(phrase)
}

/// After "Read:" and "Next:" teasers and sentences both may follow; a full stop tells them apart.
fn is_sentence(text: &str, words: u32, phrase: &Phrase) -> bool {
    phrase.kind == PhraseKind::Starts
        && phrase.text.ends_with(':')
        && words >= 8
        && ends_with_stop(text)
}

/// Who wrote it and when belongs to the article; reading times and counts of views do not.
fn credits(text: &str, phrase: &Phrase) -> bool {
    let bytes = text.as_bytes();
    let time = bytes
        .windows(3)
        .any(|three| three[1] == b':' && three[0].is_ascii_digit() && three[2].is_ascii_digit());
    let name = phrase.kind == PhraseKind::Starts
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
        assert_eq!(reason("2024-11-06"), None);
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
    fn reads_counts_with_a_word_for_thousand() {
        assert_eq!(reason("1.2k shares"), Some(Reason::Share));
        assert_eq!(reason("1,2 mil compartilhamentos"), Some(Reason::Share));
        assert_eq!(reason("1,2 mil moradores"), None);
    }

    #[test]
    fn takes_a_box_that_says_twice_what_it_is() {
        assert_eq!(
            reason("Newsletter “Good morning, Wend”: sign up now"),
            Some(Reason::Newsletter)
        );
        assert_eq!(reason("Newsletter “Good morning, Wend”: a history"), None);
        assert_eq!(reason("The mayor’s advice: sign up now"), None);
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
