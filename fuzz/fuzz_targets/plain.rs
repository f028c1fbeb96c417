//! What plain text loses stands in the text that came in; nothing panics.
#![no_main]

use clean_copy::clean_plain;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let clean = clean_plain(text);
    assert!(clean.text.chars().filter(|c| c.is_alphanumeric()).count() <= text.chars().count());
    // A second clean finds nothing that the first one left.
    let again = clean_plain(&clean.text);
    assert_eq!(again.text, clean.text);
});
