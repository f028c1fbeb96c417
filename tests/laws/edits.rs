//! Every verdict names an existing element; no two hidden blocks nest; ordinals are places in document order.

use clean_copy::{Action, Clean, LiveFacts, Options, Strength, clean};
use proptest::prelude::*;

use super::{STRENGTHS, config, on_fixtures, options, page};
use crate::common::dom::{self, Dom};
use crate::common::pieces::{broken_html, raw_page};

fn names_elements(html: &str, clean: &Clean) -> Result<(), String> {
    let page = &clean.page;
    let mut end = 0;
    let mut last = None;
    for edit in &clean.plan.edits {
        if edit.ordinal >= page.len() || page.tag_name(edit.ordinal) != edit.tag {
            return Err(format!("names no element: {edit:?}"));
        }
        if last > Some(edit.ordinal) {
            return Err(format!("is out of order: {edit:?}"));
        }
        if edit.ordinal < end {
            return Err(format!("stands in a hidden block: {edit:?} of {html}"));
        }
        if edit.action == Action::Hide {
            end = page.node(edit.ordinal).end;
        }
        last = Some(edit.ordinal);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn edits_name_existing_elements_and_do_not_nest(
        html in prop_oneof![page(), raw_page(), broken_html()],
        covering in prop::collection::vec(0u32..200, 0..6),
        locked in prop::collection::vec(0u32..200, 0..3),
        veils in prop::collection::vec((0u32..200, 0u32..256), 0..6),
    ) {
        for strength in STRENGTHS {
            let veils = veils.iter().map(|&(id, bits)| [id, bits]).collect();
            let facts = LiveFacts { covering: covering.clone(), locked: locked.clone(), veils, ..LiveFacts::default() };
            let clean = clean(&html, &Options { facts, ..options(strength) });
            prop_assert_eq!(names_elements(&html, &clean), Ok(()));
        }
    }

    /// The outline's order is that of a parser that builds the tree.
    #[test]
    fn ordinals_are_places_in_document_order(html in page()) {
        prop_assert_eq!(same_elements(&html), Ok(()));
    }
}

fn same_elements(html: &str) -> Result<(), String> {
    let page = clean(html, &options(Strength::Tidy)).page;
    let read: Vec<String> = (0..page.len())
        .map(|id| page.tag_name(id).to_owned())
        .collect();
    let parsed: Vec<String> = Dom::parse(html).elements().iter().map(dom::name).collect();
    if read == parsed {
        return Ok(());
    }
    let at = read.iter().zip(&parsed).take_while(|(a, b)| a == b).count();
    Err(format!(
        "element {at} is {:?} and {:?}",
        read.get(at),
        parsed.get(at)
    ))
}

#[test]
fn ordinals_are_places_in_document_order_on_fixtures() {
    on_fixtures(|html, _| same_elements(html));
}

#[test]
fn edits_name_existing_elements_and_do_not_nest_on_fixtures() {
    on_fixtures(|html, strength| names_elements("it", &clean(html, &options(strength))));
}
