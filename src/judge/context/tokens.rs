//! Class names, ids, component names and the names of custom elements as hints.
//!
//! Invariant: a hint alone never hides prose that the model is sure of. Names are chosen by whoever built the site; `promo`
//! may wrap the article.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::hints::CLUTTER;
pub use super::hints::Hints;
use super::name_parts::each_word;
use super::names::{EXACT, STEMS};
use crate::outline::{Attr, Outline};
use crate::tag::packed;

/// The hints of every element's own attributes.
pub fn hints(page: &Outline) -> Vec<Hints> {
    let mut known = Known::default();
    let classes = 0..page.classes.len() as u32;
    let classes: Vec<Hints> = classes
        .map(|class| known.hints(page.class(class)))
        .collect();
    let naming = NAMING.iter().fold(0, |all, attr| all | attr.bit());
    (0..page.len())
        .map(|id| {
            let node = page.node(id);
            let mut found = classes[node.class as usize];
            if node.kinds & naming != 0 {
                let named = page
                    .attrs_of(id)
                    .filter(|&(attr, value)| is_naming(attr, value));
                named.for_each(|(attr, value)| found.add(told_by(attr, known.hints(value))));
            }
            found
        })
        .collect()
}

/// Attributes beside the class whose values are names.
const NAMING: [Attr; 5] = [
    Attr::Id,
    Attr::Component,
    Attr::Role,
    Attr::ItemProp,
    Attr::TagName,
];

/// An element that HTML does not know was named by the site, or by a library for its use: "amp-ad", "site-footer".
fn is_naming(attr: Attr, value: &str) -> bool {
    NAMING.contains(&attr) && (attr != Attr::TagName || value.contains('-'))
}

/// A card, a promo or a lightbox is a part of a site's kit, and may be empty until a script puts the article into it.
fn told_by(attr: Attr, hints: Hints) -> Hints {
    if attr == Attr::TagName {
        hints.and(FOR_ONE_USE)
    } else {
        hints
    }
}

/// What an element is made for, and nothing else.
const FOR_ONE_USE: Hints = Hints::ADVERT
    .or(Hints::SHARE)
    .or(Hints::CONSENT)
    .or(Hints::COMMENTS)
    .or(Hints::THREAD)
    .or(Hints::NAVIGATION)
    .or(Hints::SITE)
    .or(Hints::HEADER)
    .or(Hints::FOOTER);

/// Names that were looked at: the same few stand in most attributes.
#[derive(Default)]
struct Known<'p>(FxHashMap<&'p str, Hints>);

impl<'p> Known<'p> {
    /// The hints of the words of one attribute's value.
    fn hints(&mut self, value: &'p str) -> Hints {
        let mut found = Hints::default();
        // Longer values are hashes, state or utility classes.
        if value.len() > 300 {
            return found;
        }
        // Among names made by a tool, as short as can be, "ad" is one like others.
        let names = || value.split_ascii_whitespace();
        let numbered = names().filter(|name| name.len() <= 2).count() > MOST_SHORT;
        for name in names() {
            found.add(if numbered {
                hints_of_name(name, false)
            } else {
                let known = self.0.entry(name);
                *known.or_insert_with(|| hints_of_name(name, true))
            });
        }
        // What is named after everything at once is named after nothing: it is dressed up so.
        if (found.0 & CLUTTER).count_ones() > MOST_KINDS {
            found.0 &= !CLUTTER;
        }
        found
    }
}

/// The hints of the words of one attribute's value.
pub fn hints_in(value: &str) -> Hints {
    Known::default().hints(value)
}

/// The hints of a name's words, of those of one or two letters where `short`.
fn hints_of_name(name: &str, short: bool) -> Hints {
    let mut found = Hints::default();
    let short = short && !is_numbered(name);
    each_word(name, |word| {
        if short || word.len() > 2 {
            found.add(hint(word));
        }
    });
    if name == "cmp" {
        found.add(Hints::CONSENT);
    }
    found
}

/// So many names of one or two letters an element has by hand.
const MOST_SHORT: usize = 3;

/// So many kinds of clutter one name may tell of.
const MOST_KINDS: u32 = 4;

/// True for a name with letters amid its digits, as tools make them: "element-a051d43". A size is none: "ad300x250".
fn is_numbered(name: &str) -> bool {
    if !name.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let mut parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|part| {
        let amid = part.find(is_digit).zip(part.rfind(is_digit));
        let amid = amid.map_or("", |(first, last)| &part[first..last]);
        let mut letters = amid.split(is_digit);
        letters.any(|letters| !matches!(letters, "" | "x" | "X"))
    })
}

/// How many letters at the beginning of a lower-case word are one that hints at something.
pub fn known(word: &str) -> usize {
    let word = word.as_bytes();
    if exact().contains_key(&packed(word)) {
        return word.len();
    }
    stem(word).map_or(0, |(stem, _)| stem.len())
}

fn hint(word: &[u8]) -> Hints {
    let exact = exact().get(&packed(word)).copied().unwrap_or_default();
    let known = exact != Hints::default() || word.len() < 6;
    if known || word.starts_with(b"shareholder") {
        return exact;
    }
    stem(word).map_or(exact, |(_, hint)| *hint)
}

/// The stem that a lower-case word begins with.
fn stem(word: &[u8]) -> Option<&'static (&'static str, Hints)> {
    if !may_have_stem(word) {
        return None;
    }
    // No stem begins another, so at most one begins the word.
    let letter = usize::from(word[0].wrapping_sub(b'a'));
    let from = usize::from(FIRST_WITH[letter]);
    let to = usize::from(FIRST_WITH[letter + 1]);
    let mut alike = STEMS[from..to].iter();
    alike.find(|(stem, _)| word.starts_with(stem.as_bytes()))
}

/// [`EXACT`], to be looked up.
fn exact() -> &'static FxHashMap<u128, Hints> {
    static OPEN: LazyLock<FxHashMap<u128, Hints>> = LazyLock::new(|| {
        let words = |(hint, words): &(Hints, &'static str)| {
            let hint = *hint;
            words
                .split_whitespace()
                .map(move |word| (packed(word.as_bytes()), hint))
        };
        EXACT.iter().flat_map(words).collect()
    });
    &OPEN
}

/// A quick no for most words, by their first two letters.
fn may_have_stem(word: &[u8]) -> bool {
    let &[first, second, ..] = word else {
        return false;
    };
    let seconds = BEGINNINGS.get(usize::from(first.wrapping_sub(b'a')));
    seconds.is_some_and(|seconds| seconds >> (second.wrapping_sub(b'a') & 31) & 1 == 1)
}

/// Where in [`STEMS`] those of each first letter begin, and in the end their number.
const FIRST_WITH: [u8; 27] = {
    let (mut table, mut at) = ([0; 27], 0);
    while at < STEMS.len() {
        let mut next = (STEMS[at].0.as_bytes()[0] - b'a') as usize + 1;
        while next < table.len() {
            table[next] += 1;
            next += 1;
        }
        at += 1;
    }
    table
};

/// For each first letter of a stem the second letters, a bit each.
const BEGINNINGS: [u32; 26] = {
    let (mut table, mut at) = ([0; 26], 0);
    while at < STEMS.len() {
        let stem = STEMS[at].0.as_bytes();
        table[(stem[0] - b'a') as usize] |= 1 << (stem[1] - b'a');
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn of(class: &str) -> Hints {
        hints(&read(&format!("<div class=\"{class}\"></div>")))[0]
    }

    #[test]
    fn a_consent_platform_is_told_from_a_component() {
        assert!(of("cmp").has(Hints::CONSENT) && of("cmp-wrapper").has(Hints::CONSENT));
        assert!(!of("cmp-container cmp-text").has(Hints::CONSENT));
    }

    #[test]
    fn short_names_by_a_tool_are_no_adverts() {
        assert!(of("ad ad-top").has(Hints::ADVERT));
        assert!(!of("post-body nm nn gt no b hr ad").has(Hints::ADVERT));
    }

    #[test]
    fn stems_are_sorted_and_none_begins_another() {
        for pair in STEMS.windows(2) {
            assert!(pair[0].0 < pair[1].0 && !pair[1].0.starts_with(pair[0].0));
        }
    }

    #[test]
    fn exact_names_are_found_once_each() {
        let count = EXACT.iter().flat_map(|(_, words)| words.split(' ')).count();
        assert_eq!(exact().len(), count);
        assert_eq!(exact().get(&0), None, "a name is too long to be found");
    }

    #[test]
    fn a_custom_element_is_called_by_its_tag() {
        let named = |html: &str| hints(&read(html))[0];
        assert!(named("<amp-ad></amp-ad>").has(Hints::ADVERT));
        assert!(named("<site-footer></site-footer>").has(Hints::FOOTER));
        assert_eq!(named("<menu></menu>"), Hints::default());
        for kit in ["amp-lightbox", "x-card", "read-more"] {
            assert_eq!(named(&format!("<{kit}></{kit}>")), Hints::default());
        }
    }

    #[test]
    fn splits_camel_case_dashes_and_digits() {
        assert!(of("articleBody__share-tools").has(Hints::SHARE));
        assert!(of("c-promo2").has(Hints::PROMO));
        assert!(of("read-more").has(Hints::PROMO));
        assert!(of("mostRead").has(Hints::RELATED));
    }

    #[test]
    fn numbers_of_a_tool_are_no_words() {
        assert!(of("ad-300x250").has(Hints::ADVERT) && of("ad2").has(Hints::ADVERT));
        assert_eq!(
            of("element element-a051d43 element-ad5c2e1"),
            Hints::default()
        );
    }

    #[test]
    fn ordinary_names_are_no_hints() {
        assert_eq!(of("shareholders col-12 pt-3").0, 0);
        assert!(!of("read morethan").has(Hints::PROMO));
    }
}
