//! Whether a word can be one of a person's name.

use super::roster::is_in;

/// A word of a name: it begins with a capital or is a particle, and holds nothing that names don't. A name of one word
/// may be written small.
pub(super) fn is_name_word(word: &str, alone: bool) -> bool {
    let sign = |c: char| matches!(c, '.' | '-' | '\'' | '’' | '‘' | '`' | '‑' | '_');
    let fits = word
        .chars()
        .all(|c| c.is_alphabetic() || is_mark(c) || sign(c));
    fits && word.chars().any(char::is_alphabetic)
        && (alone || begins_large(word) || is_particle(word))
}

fn is_particle(word: &str) -> bool {
    is_in(
        word,
        "van von de der den del della di da do dos das du des la le el al bin ibn ben ter ten te zu zur af av y e",
    ) || word.starts_with("d'")
        || word.starts_with("d’")
        || word.starts_with("al-")
        || word.starts_with("el-")
}

/// Combining marks of scripts that need them.
fn is_mark(c: char) -> bool {
    !c.is_ascii()
        && !c.is_alphanumeric()
        && !c.is_whitespace()
        && matches!(c as u32, 0x300..=0x36f | 0x600..=0x6ff | 0x900..=0xeff)
}

/// Begins with a capital letter, or stands in a script without them.
fn begins_large(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| !c.is_lowercase())
}

/// Stands in a script without capitals, where a whole name may be one word.
pub(super) fn is_uncased(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase() && !c.is_uppercase())
        && word.chars().any(char::is_alphabetic)
}
