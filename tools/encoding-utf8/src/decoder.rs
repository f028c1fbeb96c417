//! Bytes to text, in pieces that may cut a character in two.

use crate::{CoderResult, Encoding, UTF_8};

/// Remembers the start of a character whose end comes with the next piece.
#[derive(Debug, Default)]
pub struct Decoder {
    held: [u8; 3],
    held_len: usize,
}

/// What the next bytes of the input are.
enum Next {
    End,
    Cut,
    Char {
        char: char,
        bytes: usize,
        broken: bool,
    },
}

impl Decoder {
    /// The encoding this decodes.
    #[must_use]
    pub fn encoding(&self) -> &'static Encoding {
        UTF_8
    }

    /// Decodes into `out`: result, bytes read, bytes written, whether any was replaced.
    pub fn decode_to_str(
        &mut self,
        input: &[u8],
        out: &mut str,
        last: bool,
    ) -> (CoderResult, usize, usize, bool) {
        // SAFETY: only whole characters are written, one after the other, and
        // `blank_cut_character` clears what they leave of a character of the old
        // content. So `out` holds valid UTF-8 when the borrow ends.
        let out = unsafe { out.as_bytes_mut() };
        let (result, read, written, replaced) = self.decode_to_bytes(input, out, last);
        blank_cut_character(out, written);
        (result, read, written, replaced)
    }

    fn decode_to_bytes(
        &mut self,
        input: &[u8],
        out: &mut [u8],
        last: bool,
    ) -> (CoderResult, usize, usize, bool) {
        let (mut read, mut written, mut replaced) = (0, 0, false);
        loop {
            match self.next(&input[read..], last) {
                Next::End => return (CoderResult::InputEmpty, read, written, replaced),
                Next::Cut => {
                    self.hold(&input[read..]);
                    return (CoderResult::InputEmpty, input.len(), written, replaced);
                }
                Next::Char { char, .. } if out.len() - written < char.len_utf8() => {
                    return (CoderResult::OutputFull, read, written, replaced);
                }
                Next::Char {
                    char,
                    bytes,
                    broken,
                } => {
                    written += char.encode_utf8(&mut out[written..]).len();
                    // What was held is always the start of this character.
                    read += bytes - self.held_len;
                    self.held_len = 0;
                    replaced |= broken;
                }
            }
        }
    }

    fn next(&self, input: &[u8], last: bool) -> Next {
        let mut window = [0; 4];
        let fresh = input.len().min(4 - self.held_len);
        let len = self.held_len + fresh;
        window[..self.held_len].copy_from_slice(&self.held[..self.held_len]);
        window[self.held_len..len].copy_from_slice(&input[..fresh]);
        let Some(chunk) = window[..len].utf8_chunks().next() else {
            return Next::End;
        };
        if let Some(char) = chunk.valid().chars().next() {
            let bytes = char.len_utf8();
            return Next::Char {
                char,
                bytes,
                broken: false,
            };
        }
        let bytes = chunk.invalid().len();
        let unfinished =
            std::str::from_utf8(&window[..len]).is_err_and(|error| error.error_len().is_none());
        if unfinished && !last {
            return Next::Cut;
        }
        Next::Char {
            char: char::REPLACEMENT_CHARACTER,
            bytes,
            broken: true,
        }
    }

    fn hold(&mut self, rest: &[u8]) {
        self.held[self.held_len..self.held_len + rest.len()].copy_from_slice(rest);
        self.held_len += rest.len();
    }
}

/// Clears what is left of a character of the old content that was half overwritten.
fn blank_cut_character(out: &mut [u8], written: usize) {
    out[written..]
        .iter_mut()
        .take_while(|byte| **byte & 0xC0 == 0x80)
        .for_each(|byte| *byte = 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes `input` in pieces of `piece` bytes through a buffer of `room` bytes.
    fn in_pieces(input: &[u8], piece: usize, room: usize) -> String {
        let mut decoder = Decoder::default();
        let mut text = String::new();
        let pieces: Vec<&[u8]> = input.chunks(piece).collect();
        for (i, piece) in pieces.iter().enumerate() {
            let mut rest = *piece;
            loop {
                let mut buffer = "é".repeat(room / 2);
                let last = i + 1 == pieces.len();
                let (result, read, written, _) = decoder.decode_to_str(rest, &mut buffer, last);
                text.push_str(&buffer[..written]);
                rest = &rest[read..];
                if result == CoderResult::InputEmpty {
                    break;
                }
            }
        }
        text
    }

    #[test]
    fn agrees_with_the_standard_library_however_the_text_is_cut() {
        let texts: [&[u8]; 6] = [
            b"plain",
            "naïve — чай, 茶, 🍵".as_bytes(),
            b"half a character: \xF0\x9F\x8D",
            b"\xE2\x82a\xF0\x90\x80b\xC3",
            b"\x80\xBF\xFF\xC0\xAF\xED\xA0\x80",
            b"\xF4\x90\x80\x80 \xF0\x9F\xF0\x9F\x8D\xB5",
        ];
        for text in texts {
            for piece in 1..8 {
                for room in [4, 6, 64] {
                    let expected = String::from_utf8_lossy(text);
                    assert_eq!(
                        in_pieces(text, piece, room),
                        expected,
                        "{text:?} by {piece}"
                    );
                }
            }
        }
    }

    #[test]
    fn says_that_it_replaced() {
        let mut buffer = "\0".repeat(8);
        let step = Decoder::default().decode_to_str(b"\xFF", &mut buffer, true);
        assert_eq!(step, (CoderResult::InputEmpty, 1, 3, true));
    }
}
