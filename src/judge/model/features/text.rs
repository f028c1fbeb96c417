//! A block's own text.

use super::Writer;
use crate::blocks::Hidden;
use crate::judge::context::{BlockId, Context};

pub fn own_text(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
    let block = &context.blocks[at];
    let stats = &block.stats;
    let text = context.text(at);
    let words = stats.words.max(1) as f32;
    w.put("words", stats.words as f32);
    w.put("letters_per_word", stats.letters as f32 / words);
    w.put("link_density", stats.link_density());
    w.put("links", stats.links as f32);
    w.put(
        "strong",
        stats.strong_letters as f32 / stats.letters.max(1) as f32,
    );
    w.put("digits", stats.digits as f32 / stats.letters.max(1) as f32);
    w.put(
        "capitals",
        stats.capitals as f32 / stats.letters.max(1) as f32,
    );
    w.put("capitalised", stats.capitalised as f32 / words);
    w.put("commas", stats.commas as f32);
    w.put("sentences", stats.sentences as f32);
    w.put("quotes", stats.quotes as f32);
    w.flag("ends_sentence", stats.ends_sentence);
    w.flag("colon", text.ends_with(':') || text.ends_with('：'));
    w.flag(
        "starts_lower",
        text.chars().next().is_some_and(char::is_lowercase),
    );
    w.flag(
        "starts_symbol",
        text.chars()
            .next()
            .is_some_and(|c| !c.is_alphanumeric() && !"\"'“„«‘(「『¿¡—–-".contains(c)),
    );
    let signs = Signs::of(text);
    w.flag("bars", signs.bars);
    w.flag("at_or_url", signs.at_or_url);
    w.flag("copyright", signs.copyright);
    w.put("copies", context.occurrences[at] as f32);
    w.put(
        "hidden",
        match block.hidden {
            Hidden::No => 0.0,
            Hidden::Off => 1.0,
            Hidden::ScreenReader => 2.0,
        },
    );
}

/// What a text holds of some signs that seldom stand in prose.
#[derive(Default)]
struct Signs {
    bars: bool,
    at_or_url: bool,
    copyright: bool,
}

impl Signs {
    /// One pass: most bytes begin none of the signs.
    fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let bytes = text.as_bytes();
        let begin = |(_, byte): &(usize, &u8)| BEGINS[usize::from(**byte)];
        for (at, byte) in bytes.iter().enumerate().filter(begin) {
            let begins = |sign: &str| bytes[at..].starts_with(sign.as_bytes());
            match byte {
                b'|' => signs.bars = true,
                b'@' => signs.at_or_url = true,
                b'h' => signs.at_or_url |= begins("http"),
                b'w' => signs.at_or_url |= begins("www."),
                b'(' => signs.copyright |= begins("(c)"),
                // The first bytes of "·", "»" and "©", and of "•".
                0xc2 => {
                    signs.bars |= begins("·") || begins("»");
                    signs.copyright |= begins("©");
                }
                0xe2 => signs.bars |= begins("•"),
                _ => {}
            }
        }
        signs
    }
}

/// The bytes that signs begin with.
const BEGINS: [bool; 256] = {
    let mut table = [false; 256];
    let (begin, mut at) = ([b'|', b'@', b'h', b'w', b'(', 0xc2, 0xe2], 0);
    while at < begin.len() {
        table[begin[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_signs_of_one_and_more_bytes() {
        let of = |text| {
            let signs = Signs::of(text);
            [signs.bars, signs.at_or_url, signs.copyright]
        };
        for bar in ["a | b", "·", "a»", "• c"] {
            assert_eq!(of(bar), [true, false, false], "{bar}");
        }
        for address in ["x@y", "see http", "www.", "awww.b"] {
            assert_eq!(of(address), [false, true, false], "{address}");
        }
        assert_eq!([of("© A"), of("(c)")], [[false, false, true]; 2]);
        assert_eq!(of("hat, wax (a) «§… – é"), [false; 3]);
    }
}
