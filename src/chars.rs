//! What a character is, looked up in a table: every character of a page is asked several times, and the standard
//! library searches its Unicode tables each time.

use std::borrow::Cow;
use std::sync::OnceLock;

/// The kinds that a character belongs to, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// A letter or number, as [`char::is_alphanumeric`] has it.
    pub const ALPHANUMERIC: Kinds = Kinds(1);
    /// A number, as [`char::is_numeric`] has it.
    pub const NUMERIC: Kinds = Kinds(2);
    /// A capital letter.
    pub const UPPERCASE: Kinds = Kinds(4);
    /// White space.
    pub const SPACE: Kinds = Kinds(8);
    /// A character of a script that puts no spaces between words.
    pub const UNSPACED: Kinds = Kinds(16);
    /// A character that is another in lower case, or several.
    pub const FOLDS: Kinds = Kinds(32);

    /// True where the character is one of `other`.
    pub const fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Kinds, held: bool) -> Kinds {
        Kinds(if held { self.0 | other.0 } else { self.0 })
    }
}

/// True where `text` holds one of `words`, none of them empty. Each word is compared where it may begin: what
/// [`str::contains`] prepares for a long search costs more than the search of a name, and in WebAssembly most of all.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    let text = text.as_bytes();
    text.iter().enumerate().any(|(at, first)| {
        let begins = |word: &&str| word.as_bytes().first() == Some(first);
        let mut words = words.iter().filter(|word| begins(word));
        words.any(|word| text[at..].starts_with(word.as_bytes()))
    })
}

/// What `c` is.
#[inline]
pub fn kinds(c: char) -> Kinds {
    if c.is_ascii() {
        return ASCII[c as usize & 127];
    }
    // Two thirds of all characters are alike: ideographs and the syllables of Korean.
    if matches!(c as u32, 0x3400..=0x4dbf | 0x4e00..=0x9fff) {
        return Kinds(Kinds::ALPHANUMERIC.0 | Kinds::UNSPACED.0);
    }
    if matches!(c as u32, 0xac00..=0xd7a3) {
        return Kinds::ALPHANUMERIC;
    }
    match BLOCKS.get(c as usize >> 8) {
        Some(block) => block.get_or_init(|| block_of(c as u32 & !255))[c as usize & 255],
        None => searched(c),
    }
}

/// Calls `f` with a character in lower case. Hardly one is another there, which the standard library searches a table for.
#[inline]
pub fn each_lower(c: char, mut f: impl FnMut(char)) {
    if kinds(c).has(Kinds::FOLDS) {
        c.to_lowercase().for_each(f);
    } else {
        f(c);
    }
}

/// Letters and digits of ASCII, in lower case.
#[inline]
pub fn plain_letter(c: char) -> Option<char> {
    let folded = FOLDED.get(c as usize).copied();
    folded.filter(|&c| c != 0).map(char::from)
}

/// True for letters and numbers.
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    kinds(c).has(Kinds::ALPHANUMERIC)
}

const ASCII: [Kinds; 128] = {
    let mut table = [Kinds(0); 128];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        table[at] = Kinds(0)
            .with(Kinds::ALPHANUMERIC, byte.is_ascii_alphanumeric())
            .with(Kinds::NUMERIC, byte.is_ascii_digit())
            .with(Kinds::UPPERCASE, byte.is_ascii_uppercase())
            .with(Kinds::FOLDS, byte.is_ascii_uppercase())
            // The vertical tab is white space too, though not ASCII white space.
            .with(Kinds::SPACE, byte.is_ascii_whitespace() || byte == 0x0b);
        at += 1;
    }
    table
};

/// [`plain_letter`] of each character of ASCII, 0 for none.
const FOLDED: [u8; 128] = {
    let mut table = [0; 128];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            table[at] = byte.to_ascii_lowercase();
        }
        at += 1;
    }
    table
};

/// The characters below U+10000 by blocks of 256, each filled when a page first has one of them.
static BLOCKS: [OnceLock<Box<[Kinds; 256]>>; 256] = [const { OnceLock::new() }; 256];

fn block_of(first: u32) -> Box<[Kinds; 256]> {
    let kinds = |at| char::from_u32(first + at as u32).map_or(Kinds(0), searched);
    Box::new(std::array::from_fn(kinds))
}

fn searched(c: char) -> Kinds {
    Kinds(0)
        .with(Kinds::ALPHANUMERIC, c.is_alphanumeric())
        .with(Kinds::NUMERIC, c.is_numeric())
        .with(Kinds::UPPERCASE, c.is_uppercase())
        .with(Kinds::SPACE, c.is_whitespace())
        .with(Kinds::UNSPACED, is_unspaced(c))
        .with(Kinds::FOLDS, !c.to_lowercase().eq([c]))
}

/// A digit of any script that dates are written in as one of ASCII.
pub fn plain_digit(c: char) -> char {
    let zero = match c as u32 {
        at @ (0x660..=0x669 | 0x6f0..=0x6f9 | 0xe50..=0xe59 | 0xff10..=0xff19) => at & !0xf,
        at @ (0x966..=0x96f | 0x9e6..=0x9ef) => (at & !0xf) + 6,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// A text with such digits.
pub fn plain_digits(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => text.chars().map(plain_digit).collect(),
    }
}

/// True for characters of scripts that put no spaces between words.
#[inline]
pub fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3040..=0x30ff
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_count_from_nought() {
        for digits in ["٠١٩", "۰۱۹", "०१९", "০১৯", "๐๑๙", "０１９", "019"]
        {
            assert_eq!(plain_digits(digits), "019");
        }
        assert_eq!(plain_digits("९ऽ।ॐ"), "9ऽ।ॐ");
    }

    #[test]
    fn the_table_says_what_the_standard_library_says() {
        for c in (0..0x2_ffff).filter_map(char::from_u32) {
            assert_eq!(kinds(c), searched(c), "U+{:04X}", c as u32);
        }
    }
}
