//! Any text, and any address in its first line, is cleaned to edits that name elements and stand in no hidden
//! block, and to copies whose links lead to the web; nothing panics.
#![no_main]

use clean_copy::{Action, LiveFacts, Options, Strength, TextForm, clean};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (url, html) = input.split_once('\n').unwrap_or(("", input));
    for strength in [Strength::Tidy, Strength::Focus] {
        let options = Options {
            strength,
            url: Some(url.to_owned()),
            facts: LiveFacts {
                // Some that are there, some that are not.
                covering: (0..40).step_by(1 + url.len() % 7).collect(),
                locked: (0..url.len() as u32 % 3).collect(),
                kept: (3..60).step_by(11 + url.len() % 5).collect(),
                veils: (2..50)
                    .step_by(9 + url.len() % 4)
                    .map(|ordinal| [ordinal, ordinal * 5 % 128])
                    .collect(),
                unseen: (5..90).step_by(7 + url.len() % 3).collect(),
            },
            ..Options::default()
        };
        let clean = clean(html, &options);
        let mut free = 0;
        for edit in &clean.plan.edits {
            let nested = edit.ordinal < free;
            assert!(!nested, "an edit in a hidden block: {edit:?}");
            if edit.action == Action::Hide {
                free = clean.page.nodes[edit.ordinal as usize].end;
            }
        }
        let _ = (clean.markdown(), clean.text(TextForm::Article));
        let fragment = clean.fragment();
        let links = fragment.split("<a href=\"").skip(1);
        for link in links {
            let web = ["http://", "https://", "mailto:"];
            assert!(web.iter().any(|scheme| link.starts_with(scheme)), "{link}");
        }
    }
});
