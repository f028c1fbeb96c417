//! A stand-in for `encoding_rs` that knows UTF-8 and nothing else.
//!
//! Why: browsers hand the core JavaScript strings, which arrive as UTF-8, yet
//! `lol_html` links the tables of forty legacy encodings, half of the module's
//! compressed size. The WebAssembly build replaces the crate by this one (see
//! `tools/wasm/Cargo.toml`); the command line tool keeps the real crate.
//!
//! Only what `lol_html` calls is here, under the same names and with the same
//! behaviour for UTF-8. A `lol_html` that calls more will not compile.

mod decoder;
mod encoder;

pub use decoder::Decoder;
pub use encoder::Encoder;

use std::borrow::Cow;

/// A character encoding. There is one: [`UTF_8`].
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Encoding {
    name: &'static str,
}

/// The only encoding.
pub static UTF_8: &Encoding = &Encoding { name: "UTF-8" };

/// `lol_html` names it to print bytes of unknown encoding while debugging. UTF-8
/// with replacements serves there as well.
pub static WINDOWS_1252: &Encoding = UTF_8;

/// Why a streaming step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoderResult {
    /// All input was taken.
    InputEmpty,
    /// The output has no room for the next character.
    OutputFull,
}

impl Encoding {
    /// The encoding that a `charset` names, if it is UTF-8.
    #[must_use]
    pub fn for_label_no_replacement(label: &[u8]) -> Option<&'static Encoding> {
        const LABELS: [&[u8]; 6] = [
            b"utf-8",
            b"utf8",
            b"unicode-1-1-utf-8",
            b"unicode11utf8",
            b"unicode20utf8",
            b"x-unicode20utf8",
        ];
        let label = label.trim_ascii();
        LABELS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(label))
            .then_some(UTF_8)
    }

    /// The name in the Encoding Standard.
    #[must_use]
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// True: ASCII bytes mean ASCII characters in UTF-8.
    #[must_use]
    pub fn is_ascii_compatible(&'static self) -> bool {
        true
    }

    /// Decodes a whole text; broken sequences become U+FFFD, a byte order mark goes.
    #[must_use]
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let (text, replaced) = self.decode_without_bom_handling(bytes);
        (text, self, replaced)
    }

    /// Decodes a whole text; broken sequences become U+FFFD.
    #[must_use]
    pub fn decode_without_bom_handling<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, bool) {
        let text = String::from_utf8_lossy(bytes);
        let replaced = matches!(text, Cow::Owned(_));
        (text, replaced)
    }

    /// The bytes of a text, which in UTF-8 are the text itself.
    #[must_use]
    pub fn encode<'a>(&'static self, text: &'a str) -> (Cow<'a, [u8]>, &'static Self, bool) {
        (Cow::Borrowed(text.as_bytes()), self, false)
    }

    /// How many bytes at the start are ASCII.
    #[must_use]
    pub fn ascii_valid_up_to(bytes: &[u8]) -> usize {
        bytes
            .iter()
            .position(|byte| !byte.is_ascii())
            .unwrap_or(bytes.len())
    }

    /// A decoder for a text that comes in pieces.
    #[must_use]
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::default()
    }

    /// An encoder for a text that comes in pieces.
    #[must_use]
    pub fn new_encoder(&'static self) -> Encoder {
        Encoder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_labels_of_utf_8_and_no_other() {
        assert_eq!(Encoding::for_label_no_replacement(b" UTF8 "), Some(UTF_8));
        assert_eq!(Encoding::for_label_no_replacement(b"windows-1251"), None);
    }

    #[test]
    fn decodes_as_the_standard_library_does() {
        assert_eq!(UTF_8.decode(b"caf\xC3\xA9").0, "café");
        assert_eq!(
            UTF_8.decode(b"caf\xC3"),
            ("caf\u{FFFD}".into(), UTF_8, true)
        );
        assert_eq!(UTF_8.decode(b"\xEF\xBB\xBFtea").0, "tea");
    }

    #[test]
    fn borrows_what_is_already_utf_8() {
        assert!(matches!(UTF_8.encode("чай").0, Cow::Borrowed(_)));
        assert_eq!(Encoding::ascii_valid_up_to("teaчай".as_bytes()), 3);
    }
}
