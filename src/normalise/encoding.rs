//! Which encoding a page is in: byte order mark, then what it declares unless it is plainly UTF-8, then a guess.

use std::cell::Cell;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Browsers look for a declaration in this many bytes before they parse.
const PRESCAN: usize = 1024;

/// Begins a change of character sets in ISO-2022-JP, which is all ASCII.
const ESCAPE: u8 = 0x1B;

/// The text of a page and how sure its encoding is.
pub(super) struct Decoded {
    pub(super) text: String,
    encoding: &'static Encoding,
    guessed: bool,
}

impl Decoded {
    /// The encoding that a `<meta>` met while parsing puts in the place of a guess.
    pub(super) fn overruled_by(&self, label: &str) -> Option<&'static Encoding> {
        let declared = by_label(label)?;
        let is_sure = self.encoding == UTF_8 && is_plainly_not(declared, &self.text);
        (self.guessed && declared != self.encoding && !is_sure).then_some(declared)
    }
}

/// Decodes a page in the encoding it says or seems to be in.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(encoding) = marked(bytes) {
        return decode_as(encoding, bytes);
    }
    match declared(bytes) {
        Some(other) if str::from_utf8(bytes).is_ok_and(|text| is_plainly_not(other, text)) => {
            decode_as(UTF_8, bytes)
        }
        Some(encoding) => decode_as(encoding, bytes),
        None => guess(bytes),
    }
}

/// Whether a text that is good UTF-8 can't be in the encoding that the page declares. In a browser the server's word
/// comes before the page's, and a saved page has lost it. Of what is no UTF-8 nothing looks like it but a few
/// characters of East Asia.
fn is_plainly_not(declared: &'static Encoding, text: &str) -> bool {
    let enough = if declared.is_single_byte() { 1 } else { 8 };
    let mut beyond = text.chars().filter(|c| !c.is_ascii());
    declared != UTF_8 && beyond.nth(enough - 1).is_some()
}

/// Decodes a text that has no way to say its encoding but a byte order mark.
pub(super) fn decode_plain(bytes: &[u8]) -> Decoded {
    match marked(bytes) {
        Some(encoding) => decode_as(encoding, bytes),
        None => guess(bytes),
    }
}

fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// Most pages that declare nothing are in UTF-8, and to see that costs next to nothing: the detector would take two
/// fifths of all the time that a page's text takes.
fn guess(bytes: &[u8]) -> Decoded {
    Decoded {
        guessed: true,
        ..decode_as(plain_to_see(bytes).unwrap_or_else(|| detect(bytes)), bytes)
    }
}

/// What the detector would say, where that is plain: ASCII with an escape may be something else, but nothing else
/// looks like UTF-8.
fn plain_to_see(bytes: &[u8]) -> Option<&'static Encoding> {
    let escapes = bytes.is_ascii() && bytes.contains(&ESCAPE);
    (!escapes && str::from_utf8(bytes).is_ok()).then_some(UTF_8)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Decodes a page whose encoding is settled.
pub(super) fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, encoding, _) = encoding.decode(bytes);
    Decoded {
        text: text.into_owned(),
        encoding,
        guessed: false,
    }
}

/// The encoding that the first kilobyte declares.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(PRESCAN)];
    // Every byte is a character here, so that no sequence can hide a tag.
    let (start, _) = WINDOWS_1252.decode_without_bom_handling(start);
    let tokenizer = Tokenizer::new(MetaScan::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*start));
    // `end()` is left out: a tag that the border cuts in two does not count.
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.sink.found.get().or_else(|| xml_declared(&start))
}

/// The `encoding` of an XML declaration: old XHTML often has nothing else.
fn xml_declared(start: &str) -> Option<&'static Encoding> {
    let declaration = start.strip_prefix("<?xml")?.split('>').next()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    by_label(value[1..].split(quote).next()?)
}

/// Looks at every start tag and never switches to raw text, as the standard's
/// prescan does, which knows nothing of scripts.
#[derive(Default)]
struct MetaScan {
    found: Cell<Option<&'static Encoding>>,
}

impl TokenSink for MetaScan {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let TagToken(tag) = token
            && tag.kind == StartTag
            && &*tag.name == "meta"
            && self.found.get().is_none()
        {
            self.found.set(meta_encoding(&tag));
        }
        TokenSinkResult::Continue
    }
}

/// `charset`, or `content` where `http-equiv` says that it is a content type.
fn meta_encoding(tag: &Tag) -> Option<&'static Encoding> {
    let attribute = |name: &str| {
        let found = tag.attrs.iter().find(|a| &*a.name.local == name);
        found.map(|a| &*a.value)
    };
    if let Some(charset) = attribute("charset") {
        return by_label(charset);
    }
    attribute("http-equiv").filter(|value| value.eq_ignore_ascii_case("content-type"))?;
    by_label(charset_in(attribute("content")?)?)
}

/// `text/html; charset=windows-1251` → `windows-1251`.
fn charset_in(content: &str) -> Option<&str> {
    let lower = content.to_ascii_lowercase();
    let value = lower.match_indices("charset").find_map(|(at, word)| {
        let rest = content[at + word.len()..].trim_ascii_start();
        rest.strip_prefix('=').map(str::trim_ascii_start)
    })?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split_once(quote).map(|(label, _)| label),
        _ => value.split([' ', '\t', '\n', '\r', '\x0c', ';']).next(),
    }
}

/// A page that could be read far enough to find its declaration can't be in
/// UTF-16, whatever it says, and browsers take `x-user-defined` for Windows' Latin.
fn by_label(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(if encoding == UTF_16BE || encoding == UTF_16LE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Bytes as pages have them: some of one kind, then of another.
    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let part = prop_oneof![
            "[ -~\n]{0,40}".prop_map(String::into_bytes),
            "\\PC{1,20}".prop_map(String::into_bytes),
            prop::collection::vec(any::<u8>(), 0..8),
            Just(b"\x1b$B8@8l\x1b(B".to_vec()),
        ];
        prop::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn what_is_plain_to_see_is_what_the_detector_says(bytes in bytes()) {
            if let Some(seen) = plain_to_see(&bytes) {
                prop_assert_eq!(seen, detect(&bytes));
            }
        }
    }

    #[test]
    fn the_detector_is_asked_where_it_is_not_plain() {
        let japanese = b"\x1b$B8@8l\x1b(B".as_slice();
        assert_eq!(plain_to_see(japanese), None);
        assert_eq!(detect(japanese).name(), "ISO-2022-JP");
        assert_eq!(plain_to_see(b"caf\xe9"), None);
        assert_eq!(plain_to_see("café".as_bytes()), Some(UTF_8));
    }
}
