//! Which names of a page last: words chosen by a person, not hashes, numbers, states or utility classes.

use super::empty_words::{EMPTY_WORDS, UTILITIES, VALUES};

/// Longest name that a person would write.
const LONGEST: usize = 48;

/// True for an id or class that says what an element is and will still say it on the next page.
pub fn is_stable(name: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || c == '-' || c == '_';
    let words = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    name.len() <= LONGEST
        && words
        && name.chars().all(plain)
        && !is_generated(name)
        && !says_nothing(name)
}

/// The words before the number of a numbered id: `div-gpt-ad-1234-0` gives `div-gpt-ad-`.
pub fn stem(id: &str) -> Option<&str> {
    let digit = id.find(|c: char| c.is_ascii_digit())?;
    let end = id[..digit].rfind(['-', '_'])? + 1;
    let stem = &id[..end];
    let bare = stem.trim_end_matches(['-', '_']);
    // One short word begins many ids: "post-", "item-".
    (bare.contains(['-', '_']) && is_stable(bare)).then_some(stem)
}

/// Names that tools make.
fn is_generated(name: &str) -> bool {
    let marked = [
        "css-", "sc-", "jsx-", "svelte-", "astro-", "jss", "tss-", "emotion-", "data-v-", "ng-",
        "_ng", "ember", "yui_",
    ];
    marked.iter().any(|mark| name.starts_with(mark)) || name.split(['-', '_']).any(is_hash)
}

/// "bdVaJa", "xqtzkp": letters that no word has. Names in other scripts are words.
fn is_hash(part: &str) -> bool {
    if !part.is_ascii() {
        return false;
    }
    let (mut humps, mut short, mut length) = (0, 0, 0);
    let mut lower_before = false;
    for byte in part.bytes().chain([b'A']) {
        // Only a capital after a small letter begins a new word: "ABTest" is one.
        if byte.is_ascii_uppercase() && lower_before {
            humps += 1;
            short += u32::from(length <= 2);
            length = 0;
        }
        length += 1;
        lower_before = byte.is_ascii_lowercase();
    }
    let letters = part.len();
    let is_vowel = |b: &u8| matches!(b | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let vowels = part.bytes().filter(is_vowel).count();
    let runs = part.as_bytes().split(is_vowel);
    let consonants = runs.map(<[u8]>::len).max().unwrap_or(0);
    (humps >= 2 && short >= 2) || (letters >= 5 && vowels == 0) || (letters <= 8 && consonants >= 6)
}

/// A word in lower case that stands on anything.
pub(crate) fn is_empty_word(word: &str) -> bool {
    EMPTY_WORDS.binary_search(&word).is_ok()
}

/// Layout, state and utility: they say how an element looks, not which it is.
fn says_nothing(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let state = ["is-", "has-", "u-", "no-", "js-is-", "lazy"];
    is_empty_word(&lower)
        || state.iter().any(|mark| lower.starts_with(mark))
        || lower.split_once('-').is_some_and(|(family, value)| {
            UTILITIES.binary_search(&family).is_ok()
                && value
                    .split('-')
                    .all(|word| VALUES.binary_search(&word).is_ok())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_people_chose_are_stable() {
        for name in [
            "related-stories",
            "articleBody__share-tools",
            "newsletter",
            "RelatedBox",
            "ad",
            "toTop",
            "Werbung_oben",
            "c-rechtsschutz",
            "реклама",
            "btn-share",
            "html-embed",
            "m-newsletter",
        ] {
            assert!(is_stable(name), "{name}");
        }
    }

    #[test]
    fn hashes_numbers_states_and_utilities_are_not() {
        for name in [
            "css-abcxyz",
            "sc-bdVaJa",
            "bdVaJa",
            "Button_root__xKqWz",
            "jsx-promo",
            "post-12345",
            "item-3",
            "h2",
            "xqtzkp",
            "zxcvb",
            "mt-4",
            "mt-auto",
            "flex",
            "md:flex",
            "text-center",
            "d-none",
            "is-open",
            "container",
            "w-1/2",
            "a",
            "",
            "-",
        ] {
            assert!(!is_stable(name), "{name}");
        }
    }

    #[test]
    fn a_numbered_id_keeps_its_words() {
        assert_eq!(stem("div-gpt-ad-1234567-0"), Some("div-gpt-ad-"));
        assert_eq!(stem("taboola_below_12"), Some("taboola_below_"));
        for id in ["post-12345", "promo", "a1b2", "-1", "css-x-1", "é1"] {
            assert_eq!(stem(id), None, "{id}");
        }
    }
}
