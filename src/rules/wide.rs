//! Texts as the build script packs them: with a byte for each character of their alphabet, and without the beginnings
//! that lines share.

/// Stands where characters of the alphabet end, and where they begin again.
pub(super) const TURN: u8 = 1;

/// Stands before a name that counts in capitals only.
#[allow(dead_code, reason = "phrases know no capitals")]
pub(super) const CAPITALS: char = '\u{2}';

/// A text: the first byte says where its alphabet begins, in steps of 64 characters.
#[cold]
pub(super) fn wide(narrow: &[u8]) -> String {
    let mut out = String::with_capacity(2 * narrow.len());
    let Some((&alphabet, rest)) = narrow.split_first() else {
        return out;
    };
    let letter = |byte: u8| match (u32::from(byte & 127), alphabet) {
        (place, LATIN) => latin(place),
        (place, _) => u32::from(alphabet) * 64 + place,
    };
    for (at, part) in rest.split(|byte| *byte == TURN).enumerate() {
        if at % 2 == 1 {
            out.push_str(str::from_utf8(part).unwrap_or_default());
            continue;
        }
        out.extend(part.iter().map(|&byte| match byte {
            0..128 => char::from(byte),
            _ => char::from_u32(letter(byte)).unwrap_or_default(),
        }));
    }
    out
}

/// The small letters of all that is written in Latin ones, as one alphabet: what languages share is the same in each.
pub(super) const LATIN: u8 = 2;

/// The small letter at a place of that alphabet. In the second block of them each follows its capital, but for some that
/// stand at even places.
pub(super) fn latin(place: u32) -> u32 {
    match place {
        0..32 => 0xe0 + place,
        32..96 => {
            let place = 2 * (place - 32);
            0x100 + place + u32::from(!matches!(place, 58..=72 | 122..))
        }
        _ => 0x218 + place - 96,
    }
}

/// Lines without capitals from what is left of them: a capital before each says how many characters it shares with the
/// one before.
#[cold]
pub(super) fn whole(front_coded: &str) -> String {
    let mut out = String::with_capacity(2 * front_coded.len());
    let mut start = 0;
    for c in front_coded.chars() {
        if !c.is_ascii_uppercase() {
            out.push(c);
            continue;
        }
        let (before, end) = (start, out.len());
        let mut places = out[before..].char_indices();
        let shared = places.nth(usize::from(c as u8 - b'A'));
        let shared = shared.map_or(end, |(at, _)| before + at);
        if end > 0 {
            out.push('\n');
        }
        start = out.len();
        out.extend_from_within(before..shared);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_whole_again() {
        assert_eq!(whole("AarrowFsCchive"), "arrow\narrows\narchive");
        assert_eq!(whole("AälterBßeCr"), "älter\näße\näßr");
        assert_eq!(whole("A"), "");
    }

    #[test]
    fn a_text_is_wide_again() {
        assert_eq!(wide(b""), "");
        assert_eq!(wide(b"\x02caf\x89\nplain"), "café\nplain");
        assert_eq!(wide(b"\x10\xc7\xb8\xc2\xb0\xb9 x"), "читай x");
        // What is of no alphabet stands as it is, and so does what is of another.
        assert_eq!(wide("\u{1}\u{1}関連記事".as_bytes()), "関連記事");
        assert_eq!(wide(b"\x03\xeb\x01\xe2\x80\x9e\x01!"), "ī„!");
    }

    #[test]
    fn small_latin_letters_are_one_alphabet() {
        let letters: String = (0..128)
            .filter_map(|place| char::from_u32(latin(place)))
            .collect();
        for small in "àçéîöøýþßąčđėěęğīįķľłńňőřśšţťűůųźžżșț"
            .chars()
            .filter(|c| *c != 'ß')
        {
            assert!(letters.contains(small), "{small}");
        }
    }
}
