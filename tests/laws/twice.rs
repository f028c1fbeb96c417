//! Cleaning a cleaned page changes nothing, whether it was rewritten or cleaned live.

use std::fmt::Write as _;

use clean_copy::{Action, Clean, Plan, Strength, clean, rewrite};
use proptest::prelude::*;

use super::{STRENGTHS, config, difference, on_fixtures, options, page};

fn twice_is_once(html: &str, strength: Strength) -> Result<(), String> {
    let once = rewrite(html, &clean(html, &options(strength)).plan);
    let again = clean(&once, &options(strength));
    let twice = rewrite(&once, &again.plan);
    match again.plan.edits.iter().find(|e| e.action == Action::Hide) {
        Some(edit) => Err(format!("hides more the second time: {edit:?}")),
        None if twice != once => Err(difference(&once, &twice)),
        None => Ok(()),
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn cleaning_twice_equals_once(html in page(), strength in prop::sample::select(&STRENGTHS)) {
        prop_assert_eq!(twice_is_once(&html, strength), Ok(()));
    }
}

#[test]
fn cleaning_twice_equals_once_on_fixtures() {
    on_fixtures(twice_is_once);
}

/// The page as it stands after a live clean: nothing is gone, the edited elements carry their marks.
fn with_live_marks(html: &str, clean: &Clean) -> String {
    let mut out = String::with_capacity(html.len() + 64 * clean.plan.edits.len());
    let mut copied = 0;
    for edit in &clean.plan.edits {
        let start = clean.page.node(edit.ordinal).html_start as usize;
        let after_name = start + 1 + edit.tag.len();
        out.push_str(&html[copied..after_name]);
        let (reason, action) = (
            edit.reason.name(),
            format!("{:?}", edit.action).to_lowercase(),
        );
        write!(
            out,
            " data-clean-copy=\"{reason}\" data-clean-copy-action=\"{action}\""
        )
        .expect("a String takes everything");
        copied = after_name;
    }
    out + &html[copied..]
}

fn marks_change_nothing(html: &str, strength: Strength) -> Result<(), String> {
    let first = clean(html, &options(strength));
    let second = clean(&with_live_marks(html, &first), &options(strength));
    if first.plan == second.plan {
        return Ok(());
    }
    let edits = |plan: &Plan| {
        plan.edits
            .iter()
            .map(|e| (e.ordinal, e.action, e.reason))
            .collect::<Vec<_>>()
    };
    let (one, other) = (edits(&first.plan), edits(&second.plan));
    let parted = one.iter().zip(&other).find(|(a, b)| a != b);
    Err(format!(
        "{} and {} edits, first other: {parted:?}",
        one.len(),
        other.len()
    ))
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn live_marks_change_no_plan(html in page(), strength in prop::sample::select(&STRENGTHS)) {
        prop_assert_eq!(marks_change_nothing(&html, strength), Ok(()));
    }
}

#[test]
fn live_marks_change_no_plan_on_fixtures() {
    on_fixtures(marks_change_nothing);
}
