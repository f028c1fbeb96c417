//! Texts as they pack best. The core has what opens them again.

/// Sorted words, one a line, each without the beginning that it shares with the one before: a letter says how long that
/// is, 'A' for nothing.
pub fn front_coded(words: &[String]) -> String {
    let mut before = "";
    let mut lines = Vec::new();
    for word in words {
        let alike = |(one, other): &(char, char)| one == other;
        let shared = word.chars().zip(before.chars()).take_while(alike);
        let shared: usize = shared.map(|(c, _)| c.len_utf8()).sum::<usize>().min(25);
        lines.push(format!(
            "{}{}",
            char::from(b'A' + shared as u8),
            &word[shared..]
        ));
        before = word;
    }
    lines.join("\n")
}

/// No alphabet begins here: for texts of many characters, which are best as they are.
const NONE: u8 = 1;
/// Stands where characters of the alphabet end, and where they begin again.
const TURN: u8 = 1;

/// A text with a byte for each character of its alphabet, which is the one that makes it shortest: first where that
/// begins, in steps of 64 characters.
pub fn narrow(text: &str) -> Vec<u8> {
    let beyond = text.chars().filter(|c| !c.is_ascii());
    let steps = beyond.flat_map(|c| [c as u32 / 64, c as u32 / 64 - 1]);
    let known = steps.filter_map(|step| u8::try_from(step).ok());
    let alphabets = known.filter(|step| *step > NONE).chain([NONE]);
    let all = alphabets.map(|alphabet| narrow_by(text, alphabet));
    all.min_by_key(|bytes| (bytes.len(), bytes[0]))
        .unwrap_or_default()
}

fn narrow_by(text: &str, alphabet: u8) -> Vec<u8> {
    let mut out = vec![alphabet];
    let mut is_narrow = true;
    for c in text.chars() {
        let place = (c as u32).wrapping_sub(u32::from(alphabet) * 64);
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
