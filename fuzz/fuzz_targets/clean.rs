//! Any text is cleaned to edits that name elements, and to copies; nothing panics.
#![no_main]

use clean_copy::{LiveFacts, Options, Strength, TextForm, clean};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<u32>, bool, &str)| {
    let (covering, scroll_locked, html) = input;
    for strength in [Strength::Tidy, Strength::Focus] {
        let facts = LiveFacts {
            covering: covering.clone(),
            scroll_locked,
            kept: covering.clone(),
        };
        let url = Some("https://www.example.com/a/b".to_owned());
        let clean = clean(
            html,
            &Options {
                strength,
                url,
                facts,
                ..Options::default()
            },
        );
        assert!(
            clean
                .plan
                .edits
                .iter()
                .all(|edit| edit.ordinal < clean.page.len())
        );
        let _ = (
            clean.markdown(),
            clean.fragment(),
            clean.text(TextForm::Article),
        );
    }
});
