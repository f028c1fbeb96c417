//! Texts that the build script wrote with a byte for each character of their alphabet.

/// Stands where characters of the alphabet end, and where they begin again.
const TURN: u8 = 1;

/// Adds a text to `out`: its first byte says where its alphabet begins, in steps of 64 characters.
pub(super) fn widen(narrow: &[u8], out: &mut String) {
    let Some((&alphabet, rest)) = narrow.split_first() else {
        return;
    };
    let first = u32::from(alphabet) * 64;
    for (at, part) in rest.split(|byte| *byte == TURN).enumerate() {
        if at % 2 == 1 {
            out.push_str(str::from_utf8(part).unwrap_or_default());
            continue;
        }
        out.extend(part.iter().map(|&byte| match byte {
            0..128 => char::from(byte),
            _ => char::from_u32(first + u32::from(byte & 127)).unwrap_or_default(),
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(narrow: &[u8]) -> String {
        let mut out = String::new();
        widen(narrow, &mut out);
        out
    }

    #[test]
    fn a_text_is_wide_again() {
        assert_eq!(wide(b""), "");
        assert_eq!(wide(b"\x02caf\xe9\nplain"), "café\nplain");
        assert_eq!(wide(b"\x10\xc7\xb8\xc2\xb0\xb9 x"), "читай x");
        // What is of no alphabet stands as it is, and so does what is of another.
        assert_eq!(wide("\u{1}\u{1}関連記事".as_bytes()), "関連記事");
        assert_eq!(wide(b"\x02\xab\x01\xe2\x80\x9e\x01\xe9!"), "«„é!");
    }
}
