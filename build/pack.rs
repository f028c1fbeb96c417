//! Texts as they pack best. The core has what opens them again.

use super::wide::{LATIN, TURN, latin};

/// The most that a capital says, which leaves it one.
const MOST_SHARED: usize = 25;

/// Sorted lines without capitals, each without the beginning that it shares with the one before: a capital before the
/// line says how many characters that is, 'A' for none.
pub fn front_coded<T: AsRef<str>>(lines: &[T]) -> String {
    let mut before = "";
    let mut out = String::new();
    for line in lines {
        let line = line.as_ref();
        assert!(!line.contains(|c: char| c.is_ascii_uppercase()), "{line:?}");
        let alike = |(one, other): &(char, char)| one == other;
        let pairs = line.chars().zip(before.chars()).take(MOST_SHARED);
        let shared = pairs.take_while(alike).count();
        // A word that lacks its first letter only is found nowhere else.
        let shared = if shared == 1 { 0 } else { shared };
        out.push(char::from(b'A' + shared as u8));
        out.extend(line.chars().skip(shared));
        before = line;
    }
    out
}

/// No alphabet begins here: for texts of many characters, which are best as they are.
const NONE: u8 = 1;
/// A text with a byte for each character of its alphabet, which is the one that makes it shortest: first where that
/// begins, in steps of 64 characters.
pub fn narrow(text: &str) -> Vec<u8> {
    let beyond = text.chars().filter(|c| !c.is_ascii());
    let steps = beyond.flat_map(|c| [c as u32 / 64, c as u32 / 64 - 1]);
    let known = steps.filter_map(|step| u8::try_from(step).ok());
    let alphabets = known.filter(|step| *step > LATIN).chain([NONE, LATIN]);
    let all = alphabets.map(|alphabet| narrow_by(text, alphabet));
    all.min_by_key(|bytes| (bytes.len(), bytes[0] != LATIN))
        .unwrap_or_default()
}

fn narrow_by(text: &str, alphabet: u8) -> Vec<u8> {
    let mut out = vec![alphabet];
    let mut is_narrow = true;
    for c in text.chars() {
        let place = match alphabet {
            LATIN => (0..128)
                .find(|&place| latin(place) == c as u32)
                .unwrap_or(128),
            _ => (c as u32).wrapping_sub(u32::from(alphabet) * 64),
        };
        let byte = match place {
            0..128 if alphabet != NONE => Some(128 + place as u8),
            _ => u8::try_from(c).ok().filter(u8::is_ascii),
        };
        let byte = byte.filter(|_| alphabet != NONE);
        if is_narrow != byte.is_some() {
            out.push(TURN);
            is_narrow = !is_narrow;
        }
        match byte {
            Some(byte) => out.push(byte),
            None => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out
}
