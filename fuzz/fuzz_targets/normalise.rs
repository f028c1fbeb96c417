//! Any bytes are decoded and made a page that the core can read; nothing panics.
#![no_main]

use clean_copy::normalise::{decode, normalise};
use clean_copy::{Options, clean, clean_plain};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = normalise(bytes);
    assert!(page.html.starts_with("<html"), "every input gives a page");
    assert!(page.html.ends_with("</html>"));
    let _ = clean(&page.html, &Options::default());
    let _ = clean_plain(&decode(bytes));
});
