//! What a text is made of.

pub use crate::chars::is_unspaced;
use crate::chars::{Kinds, kinds};

/// Counts of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stats {
    /// Words; in scripts without spaces two characters count as one word.
    pub words: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Letters and digits inside links.
    pub link_letters: u32,
    /// Letters and digits in bold or emphasis.
    pub strong_letters: u32,
    /// Digits.
    pub digits: u32,
    /// Capital letters.
    pub capitals: u32,
    /// Words that begin with a capital letter.
    pub capitalised: u32,
    /// Commas of all scripts.
    pub commas: u32,
    /// Sentence ends: `.`, `!`, `?`, `。` … before a space or the end.
    pub sentences: u32,
    /// Links.
    pub links: u32,
    /// The text ends as a sentence does, closing quotes and brackets apart.
    pub ends_sentence: bool,
    /// Quotation marks.
    pub quotes: u32,
}

impl Stats {
    /// The part of the letters that stands in links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        ratio(self.link_letters, self.letters)
    }
}

/// `part / whole`, 0 for an empty whole.
pub fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

/// True where a text ends with sentence punctuation, closing quotes and brackets apart.
pub fn text_ends_sentence(text: &str) -> bool {
    without_closing(text).ends_with(is_sentence_end)
}

/// A text without what may stand behind the last mark of its sentence: closing quotes and brackets, the star of a
/// footnote or of Markdown's bold.
pub fn without_closing(text: &str) -> &str {
    let closing = |c: char| {
        matches!(
            c,
            '"' | '\'' | '”' | '’' | '»' | '«' | ')' | ']' | '」' | '』' | '）' | '“' | '*'
        ) || c.is_whitespace()
    };
    text.trim_end_matches(closing)
}

fn is_sentence_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | ';' | '：' | ':'
    )
}

/// The words of a text, counted as those of blocks are.
pub fn words(text: &str) -> u32 {
    let mut stats = Stats::default();
    count(text, false, false, &mut stats);
    stats.words
}

/// Adds a text's counts to `stats`.
pub fn count(text: &str, linked: bool, strong: bool, stats: &mut Stats) {
    let (mut in_word, mut unspaced) = (false, 0u32);
    let mut letters = 0;
    let mut rest = text;
    loop {
        if in_word {
            // Nearly all there is, and all the same.
            let small = rest.bytes().take_while(u8::is_ascii_lowercase).count();
            letters += small as u32;
            rest = &rest[small..];
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else {
            break;
        };
        rest = chars.as_str();
        let kinds = kinds(c);
        if kinds.has(Kinds::UNSPACED) {
            unspaced += 1;
            letters += 1;
            in_word = false;
        } else if kinds.has(Kinds::ALPHANUMERIC) {
            let upper = u32::from(kinds.has(Kinds::UPPERCASE));
            stats.capitals += upper;
            stats.digits += u32::from(kinds.has(Kinds::NUMERIC));
            stats.words += u32::from(!in_word);
            stats.capitalised += if in_word { 0 } else { upper };
            in_word = true;
            letters += 1;
        } else if c == ' ' {
            // What is neither a letter nor a space is rare, and looked at in all its kinds.
            in_word = false;
        } else {
            in_word = in_word
                && matches!(c, '\'' | '’' | '-' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}');
            punctuation(c, rest.chars().next(), stats);
        }
    }
    stats.words += unspaced.div_ceil(2);
    stats.letters += letters;
    stats.link_letters += if linked { letters } else { 0 };
    stats.strong_letters += if strong { letters } else { 0 };
}

fn punctuation(c: char, next: Option<char>, stats: &mut Stats) {
    match c {
        ',' | '،' | '、' | '，' => stats.commas += 1,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => {
            stats.quotes += 1
        }
        '。' | '！' | '？' => stats.sentences += 1,
        '.' | '!' | '?' | '…' | '؟' | '۔' => {
            stats.sentences += u32::from(
                next.is_none_or(|n| n.is_whitespace() || matches!(n, '"' | '”' | '’' | '»' | ')')),
            );
        }
        _ => {}
    }
}
