//! Text to bytes, in pieces.

use crate::CoderResult;

/// Copies whole characters; UTF-8 needs no state between two pieces.
#[derive(Debug)]
pub struct Encoder;

impl Encoder {
    /// False: nothing is ever held back.
    #[must_use]
    pub fn has_pending_state(&self) -> bool {
        false
    }

    /// Copies what fits: result, bytes read, bytes written, whether any was replaced.
    pub fn encode_from_utf8(
        &mut self,
        text: &str,
        out: &mut [u8],
        _last: bool,
    ) -> (CoderResult, usize, usize, bool) {
        let mut fits = text.len().min(out.len());
        while !text.is_char_boundary(fits) {
            fits -= 1;
        }
        out[..fits].copy_from_slice(&text.as_bytes()[..fits]);
        let result = if fits == text.len() {
            CoderResult::InputEmpty
        } else {
            CoderResult::OutputFull
        };
        (result, fits, fits, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_cuts_a_character() {
        let mut out = [0; 3];
        let step = Encoder.encode_from_utf8("чай", &mut out, true);
        assert_eq!(step, (CoderResult::OutputFull, 2, 2, false));
        assert_eq!(&out[..2], "ч".as_bytes());
    }
}
