//! What stands above its line or below it.

use crate::tag::Tag;

/// Where a stretch of text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Among the words around it.
    #[default]
    Line,
    /// A power, the number of a note.
    Above,
    /// An index, as in a formula of chemistry.
    Below,
}

/// What becomes of numbers above and below the line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// They are as the page writes them, and a span says its level.
    AsOnPage,
    /// Characters that stand there by themselves.
    InCharacters,
}

impl Level {
    /// The level that an element gives its text.
    pub fn of(tag: Tag) -> Option<Level> {
        match tag {
            Tag::Sup => Some(Level::Above),
            Tag::Sub => Some(Level::Below),
            _ => None,
        }
    }

    /// The text in characters that stand there by themselves. Numbers have such: as they are, 10 to the power of 6 would
    /// read as 106, and the note of a year as its last digit. None where a character has none.
    pub fn written(self, text: &str) -> Option<String> {
        let zero = match self {
            Level::Line => return None,
            Level::Above => 0x2070,
            Level::Below => 0x2080,
        };
        let mut out = String::new();
        for c in text.chars() {
            out.push(match (c, self) {
                ('1', Level::Above) => '¹',
                ('2', Level::Above) => '²',
                ('3', Level::Above) => '³',
                _ => char::from_u32(zero + on_line(c)?)?,
            });
        }
        Some(out)
    }
}

/// The place of a character among those that have one above the line and one below it.
fn on_line(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '+' => Some(10),
        '-' | '−' => Some(11),
        _ => None,
    }
}
