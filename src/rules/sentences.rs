//! What a sentence says by words that stand apart in it.

use std::sync::LazyLock;

use super::sayings::{CALL, LETTER, Sayings, is_edge};
use super::{MARKS, normal};

include!(concat!(env!("OUT_DIR"), "/disclosures.rs"));

/// What a site says for itself in some sentences of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// A word that tells, in normal form.
    pub word: &'static str,
    /// The part of the text that stands in these sentences, 0 to 1.
    pub share: f32,
}

/// What calls for a letter that it names: "Sign up for the Morning Tide newsletter." Found is the letter's name. `lower` is the
/// text in normal form.
pub fn call_in(text: &str, lower: &str) -> Option<Said> {
    said_in(text, lower, &LETTER, |sentence| {
        CALL.begin(sentence, |rest| is_edge(rest.chars().next()))
            .then(|| LETTER.first_in(sentence))
            .flatten()
    })
}

/// True for a text with either kind of sentence.
pub fn speaks_for_site(text: &str, lower: &str) -> bool {
    call_in(text, lower).is_some() || disclosure_in(text, lower).is_some()
}

/// What says that a site is paid for what its readers buy. Found is the name of the money.
pub fn disclosure_in(text: &str, lower: &str) -> Option<Said> {
    static MONEY: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(PAYS));
    static TRADE: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(DEALS));
    static OWN: LazyLock<Sayings> = LazyLock::new(|| Sayings::of(OURS));
    said_in(text, lower, &MONEY, |sentence| {
        let word = MONEY.first_in(sentence)?;
        let own = || OWN.first_in(sentence);
        TRADE.first_in(sentence).and_then(|_| own()).map(|_| word)
    })
}

/// Looks into each sentence, in normal form, that quotes nobody, of a text with one of the `rare` words.
fn said_in(
    text: &str,
    lower: &str,
    rare: &Sayings,
    says: impl Fn(&str) -> Option<&'static str>,
) -> Option<Said> {
    // Nearly all texts have none.
    rare.first_in(lower)?;
    let (mut word, mut length) = (None, 0);
    for sentence in sentences(text).filter(|sentence| !sentence.contains(QUOTES)) {
        if let Some(found) = says(normal(sentence).trim_end_matches(MARKS)) {
            word = word.or(Some(found));
            length += sentence.len();
        }
    }
    let share = length as f32 / text.len().max(1) as f32;
    word.map(|word| Said { word, share })
}

/// What stands in these is somebody else's.
const QUOTES: [char; 11] = ['"', '“', '”', '„', '«', '»', '‹', '›', '「', '」', '״'];

/// Texts up to what ends a sentence; "hide.me" ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = |(at, c): (usize, char)| {
            let past = at + c.len_utf8();
            let goes_on = !rest[past..].starts_with(|c: char| c.is_whitespace());
            match c {
                '。' | '！' | '？' | '।' => Some(past),
                '.' | '!' | '?' | '—' if !goes_on => Some(past),
                _ => None,
            }
        };
        let past = rest.char_indices().find_map(ends).unwrap_or(rest.len());
        let sentence;
        (sentence, rest) = rest.split_at(past);
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_begins_a_sentence_and_names_the_letter() {
        let calls = |text| call_in(text, &normal(text)).is_some();
        assert!(calls("Sign up for the Morning Tide newsletter."));
        assert!(calls(
            "Want more of the sea? Sign up for Harbour Weekly's free newsletter to get the latest tides."
        ));
        assert!(calls("Never miss a tide — sign up for the free newsletter"));
        assert!(!calls(
            "Follow the tide tables, subscribe to newsletters of the trade, and wait."
        ));
        assert!(!calls("Sign up for the course. The newsletter told of it."));
        assert!(!calls("Subscribers left the newsletter in May."));
        assert!(!calls("“Sign up for our newsletter,” she said."));
        // The sentence ends behind the point of an address.
        assert!(calls("Sign up for the lamp.example newsletter"));
    }

    #[test]
    fn a_disclosure_says_in_one_sentence_what_is_earned_by_what_and_by_whom() {
        let discloses = |text| disclosure_in(text, &normal(text)).is_some();
        assert!(discloses(
            "Lamps are chosen by our editors. Purchases made through links earn us a commission."
        ));
        assert!(discloses(
            "リンクから購入すると、当サイトに収益が発生します。"
        ));
        assert!(!discloses("Dealers earn a commission on each purchase."));
        assert!(!discloses(
            "We asked the commission. It did not purchase the links."
        ));
        assert!(!discloses(
            "“We earn a commission on each purchase,” she said."
        ));
    }

    #[test]
    fn the_share_is_that_of_the_sentences_which_say_so() {
        let share = |text| disclosure_in(text, &normal(text)).map_or(0.0, |said| said.share);
        assert!(share("We earn a commission if you buy through links.") == 1.0);
        let amid = "The lamp burned all night, and in the morning nobody remembered who had lit it. We earn a commission if you buy through links.";
        assert!((0.3..0.5).contains(&share(amid)));
    }
}
