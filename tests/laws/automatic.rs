//! Nobody asked: pages that are not cleaned are left alone, and what the reader is at is never hidden.

use clean_copy::{Action, LiveFacts, Options, Outcome, Strength, clean};
use proptest::prelude::*;

use super::{STRENGTHS, config, on_fixtures, options, page};
use crate::common::pieces::{broken_html, raw_page};

fn automatic(strength: Strength) -> Options {
    Options {
        automatic: true,
        ..options(strength)
    }
}

/// Articles are cleaned as if the reader had asked, other pages not at all.
fn leaves_alone(html: &str, strength: Strength) -> Result<(), String> {
    let done = clean(html, &automatic(strength)).plan;
    let cleaned = matches!(done.outcome, Outcome::Cleaned | Outcome::Nothing);
    let by_hand = clean(html, &options(strength)).plan;
    match (cleaned, done.edits.is_empty()) {
        (true, _) if done.edits != by_hand.edits => Err("an article is cleaned otherwise".into()),
        (false, false) => Err(format!("{:?}: {:?}", done.outcome, done.edits)),
        _ => Ok(()),
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn only_articles_are_cleaned_unasked(html in prop_oneof![page(), raw_page(), broken_html()]) {
        for strength in STRENGTHS {
            prop_assert_eq!(leaves_alone(&html, strength), Ok(()));
        }
    }

    #[test]
    fn what_the_reader_is_at_is_never_hidden_nor_what_stands_around_it(
        html in prop_oneof![page(), raw_page()],
        kept in prop::collection::vec(0u32..120, 1..4),
        rules in prop_oneof![Just(""), Just("##div\n##p\n##section")],
    ) {
        for strength in STRENGTHS {
            let facts = LiveFacts { kept: kept.clone(), ..LiveFacts::default() };
            let clean = clean(&html, &Options { facts, rules: rules.to_owned(), ..options(strength) });
            let hidden = clean.plan.edits.iter().filter(|edit| edit.action == Action::Hide);
            for (edit, &id) in hidden.flat_map(|edit| kept.iter().map(move |id| (edit, id))) {
                let there = id < clean.page.len();
                prop_assert!(!there || !clean.page.contains(edit.ordinal, id), "{:?} {}", edit, id);
                prop_assert!(!there || !clean.page.contains(id, edit.ordinal), "{:?} {}", edit, id);
            }
        }
    }
}

#[test]
fn only_articles_are_cleaned_unasked_on_fixtures() {
    on_fixtures(leaves_alone);
}

#[test]
fn an_open_dialog_and_a_form_in_use_stay_and_the_rest_goes() {
    let html = "<html><head></head><body><div class=\"cookie-consent\"><p>We use cookies.</p></div><div role=\"dialog\"><form><input></form></div></body></html>";
    let hidden = |kept: Vec<u32>| -> Vec<u32> {
        let facts = LiveFacts {
            kept,
            ..LiveFacts::default()
        };
        let asked = Options {
            facts,
            ..options(Strength::Tidy)
        };
        let edits = clean(html, &asked).plan.edits;
        edits.iter().map(|edit| edit.ordinal).collect()
    };
    assert_eq!(hidden(vec![]), [3, 5]);
    assert_eq!(hidden(vec![7]), [3], "its field has the focus");
    assert_eq!(hidden(vec![5]), [3], "the reader opened it");
    assert_eq!(hidden(vec![9999]), [3, 5]);
}
