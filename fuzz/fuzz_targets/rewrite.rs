//! A page without edits is rewritten to itself; a cleaned one is not cleaned any further.
#![no_main]

use clean_copy::{Action, Options, clean, rewrite};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let clean_page = clean(html, &Options::default());
    let rewritten = rewrite(html, &clean_page.plan);
    if clean_page.plan.edits.is_empty() {
        assert_eq!(rewritten, html);
    }
    let again = clean(&rewritten, &Options::default());
    let unlocks_or_mutes = |action| action != Action::Hide;
    // Only pages with a root element carry the mark of a clean.
    if rewritten.contains("data-clean-copy-cleaned") {
        assert!(
            again
                .plan
                .edits
                .iter()
                .all(|edit| unlocks_or_mutes(edit.action))
        );
    }
});
