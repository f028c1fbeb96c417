//! The laws hold with whatever rules on whatever page.

use clean_copy::{Action, Options, Strength, clean, rewrite};
use proptest::prelude::*;

use super::{confirmed, with};
use crate::common::pieces::raw_page;

/// Lists of rules that hide, keep, contradict each other, or are none.
fn rules() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("##div".to_owned()),
        Just("##p".to_owned()),
        Just("##.promo, aside".to_owned()),
        Just("#@#a".to_owned()),
        Just("#@#li > *".to_owned()),
        Just("##[class] :not(a)".to_owned()),
        Just("#@#:nth-child(2n)".to_owned()),
        "[a-z.#@~*>:()\\[\\] ,!|^\"]{0,30}",
    ];
    prop::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_with_any_rules(raw in raw_page(), rules in rules(), sure in any::<bool>(), focus in any::<bool>()) {
        let html = clean_copy::normalise::normalise(raw.as_bytes()).html;
        let strength = if focus { Strength::Focus } else { Strength::Tidy };
        let options = Options { strength, ..if sure { confirmed(&rules) } else { with(&rules) } };
        let done = clean(&html, &options);
        let mut past = 0;
        for edit in done.plan.edits.iter().filter(|e| e.action == Action::Hide) {
            prop_assert!(edit.ordinal >= past, "{edit:?} stands in a hidden block");
            past = done.page.node(edit.ordinal).end;
        }
        let again = clean(&rewrite(&html, &done.plan), &options);
        let more = again.plan.edits.iter().filter(|e| e.action == Action::Hide).count();
        prop_assert!(done.plan.edits.is_empty() || more == 0, "cleaned twice, {more} more go");
    }
}
