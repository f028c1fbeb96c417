//! Whether one long text holds others: the letters of JSON-LD's body, asked for the beginning and end of every block.

use rustc_hash::FxHasher;
use std::hash::Hasher;

use crate::chars::{each_lower, is_alphanumeric, plain_letter};

/// Bytes that a place in the text is found by.
const GRAM: usize = 4;

/// So many places are looked at for one answer, so that it does not grow with the text.
const MOST_PLACES: usize = 1000;

/// The letters and digits of a text, folded, with a table of where each four bytes of them stand.
pub struct Held {
    letters: String,
    /// For each hash of four bytes the last place, plus one, and how many there are.
    last: Vec<(u32, u32)>,
    /// For each place the one before it with the same hash, plus one.
    before: Vec<u32>,
}

impl Held {
    /// Takes in a text.
    pub fn new(text: &str) -> Held {
        let mut letters = String::with_capacity(text.len());
        text.chars().for_each(|c| fold(c, &mut letters));
        let grams = letters.len().saturating_sub(GRAM - 1);
        let size = grams.next_power_of_two().clamp(1 << 4, 1 << 16);
        let mut held = Held {
            letters,
            last: vec![(0, 0); size],
            before: Vec::with_capacity(grams),
        };
        for (at, gram) in held.letters.as_bytes().windows(GRAM).enumerate() {
            let (last, count) = &mut held.last[hash(gram) & (size - 1)];
            held.before.push(*last);
            (*last, *count) = (at as u32 + 1, *count + 1);
        }
        held
    }

    /// How many bytes of letters and digits there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// True where `part`, folded already, stands in the text.
    pub fn holds(&self, part: &str) -> bool {
        if part.len() < GRAM {
            return self.letters.contains(part);
        }
        let Some((offset, mut next)) = self.rarest(part) else {
            return false;
        };
        // Where a text repeats itself, every place is like the next.
        for _ in 0..MOST_PLACES {
            let Some(at) = (next as usize).checked_sub(1) else {
                break;
            };
            let found = at
                .checked_sub(offset)
                .and_then(|from| self.letters.as_bytes().get(from..));
            if found.is_some_and(|rest| rest.starts_with(part.as_bytes())) {
                return true;
            }
            next = self.before[at];
        }
        false
    }

    /// Where the rarest gram of `part` stands in it, and in the text: it leads to the fewest places. None where one of them
    /// stands nowhere, which is soon seen of a text that has nothing to do with this one.
    fn rarest(&self, part: &str) -> Option<(usize, u32)> {
        let mut rarest = (u32::MAX, 0, 0);
        for (offset, gram) in part.as_bytes().windows(GRAM).enumerate() {
            let (last, count) = self.last[hash(gram) & (self.last.len() - 1)];
            if count == 0 {
                return None;
            }
            if count < rarest.0 {
                rarest = (count, offset, last);
            }
        }
        Some((rarest.1, rarest.2))
    }
}

fn hash(gram: &[u8]) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(gram);
    hasher.finish() as usize
}

/// Adds a character, folded, if it is a letter or digit.
fn fold(c: char, out: &mut String) {
    match plain_letter(c) {
        Some(letter) => out.push(letter),
        None if is_alphanumeric(c) => each_lower(c, |c| out.push(c)),
        None => {}
    }
}

/// How many bytes of a text's beginning and end are looked for.
const END: usize = 36;

/// The letters of a text that are looked for.
pub enum Ends {
    /// All of a short text.
    Short(String),
    /// The beginning and the end of a longer one.
    Long(String, String),
}

impl Ends {
    /// Reads no more of the text than it needs.
    pub fn of(text: &str) -> Ends {
        let mut start = String::with_capacity(END + 8);
        for c in text.chars() {
            fold(c, &mut start);
            if start.len() >= END + 4 {
                let border = (END..).find(|&at| start.is_char_boundary(at));
                start.truncate(border.unwrap_or(END));
                return Ends::Long(start, last_letters(text));
            }
        }
        Ends::Short(start)
    }

    /// 1 where the beginning and the end are in `body`, 0.5 for one of them, else 0.
    pub fn in_text(&self, body: &Held) -> f32 {
        match self {
            Ends::Short(all) => f32::from(u8::from(!all.is_empty() && body.holds(all))),
            Ends::Long(start, end) => {
                let [start, end] = [start, end].map(|part| f32::from(u8::from(body.holds(part))));
                (start + end) / 2.0
            }
        }
    }
}

/// As many of a text's last letters as there is room for.
fn last_letters(text: &str) -> String {
    let mut last = Vec::with_capacity(END);
    let mut room = END;
    let mut take = |c: char| {
        let left = room.checked_sub(c.len_utf8());
        room = left.unwrap_or(room);
        last.extend(left.map(|_| c));
        left.is_some()
    };
    for c in text.chars().rev() {
        let fits = match plain_letter(c) {
            Some(letter) => take(letter),
            None if is_alphanumeric(c) => c.to_lowercase().rev().all(&mut take),
            None => true,
        };
        if !fits {
            break;
        }
    }
    last.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The old mill at the river reopened on Monday. ΟΔΟΣ 25, «Straße»: 東京都, and nine years on.";

    #[test]
    fn holds_what_stands_in_it_and_nothing_else() {
        let held = Held::new(BODY);
        let all = held.letters.clone();
        for from in 0..all.len() {
            for to in from..=all.len() {
                if let Some(part) = all.get(from..to) {
                    assert!(held.holds(part), "{part}");
                }
            }
        }
        for other in ["mills", "theold mill", "x", "東京府", "onmondayοδος26"] {
            assert!(!held.holds(other), "{other}");
        }
        assert!(!Held::new("").holds("a") && !Held::new("ab").holds("abcd"));
    }

    #[test]
    fn finds_beginnings_and_ends() {
        let held = Held::new(BODY);
        let found = |text: &str| Ends::of(text).in_text(&held);
        assert_eq!(found("RIVER, reopened"), 1.0);
        assert_eq!(found("…"), 0.0);
        assert_eq!(found(BODY), 1.0);
        assert_eq!(found(&format!("{BODY} And more than that was said.")), 0.5);
        assert_eq!(
            found(&format!("Once more: {BODY} And more than that was said.")),
            0.0
        );
    }
}
