//! Rewriting the HTML is what taking the nodes out of the tree is.

use clean_copy::{Action, Plan, Strength, clean, rewrite};
use proptest::prelude::*;

use super::{STRENGTHS, config, difference, is_stable, on_fixtures, options, page};
use crate::common::dom::Dom;

/// The page without the hidden elements, by way of the tree.
fn without_nodes(html: &str, hidden: &[u32]) -> String {
    let dom = Dom::parse(html);
    let elements = dom.elements();
    for &ordinal in hidden {
        Dom::remove(&elements[ordinal as usize]);
    }
    dom.html()
}

/// Rewritten HTML without the marks that rewriting leaves.
fn without_marks(html: &str) -> String {
    let mut out = html.to_owned();
    if let Some(start) = out.find("<style data-clean-copy=\"overlay\">") {
        let end = out[start..].find("</style>").expect("the mark is closed");
        out.replace_range(start..start + end + "</style>".len(), "");
    }
    for name in [
        "data-clean-copy",
        "data-clean-copy-action",
        "data-clean-copy-cleaned",
    ] {
        let mark = format!(" {name}=\"");
        while let Some(start) = out.find(&mark) {
            let value = start + mark.len();
            let end = out[value..].find('"').expect("the value is closed");
            out.replace_range(start..value + end + 1, "");
        }
    }
    out
}

fn rewriting_is_removing(html: &str, strength: Strength) -> Result<(), String> {
    let plan = clean(html, &options(strength)).plan;
    let expected = without_nodes(html, &hides(&plan));
    let found = without_marks(&rewrite(html, &plan));
    if expected == found {
        Ok(())
    } else {
        Err(difference(&expected, &found))
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn rewriting_takes_out_the_hidden_elements_and_nothing_else(
        html in page(),
        strength in prop::sample::select(&STRENGTHS),
    ) {
        prop_assert_eq!(rewriting_is_removing(&html, strength), Ok(()));
    }
}

#[test]
fn rewriting_takes_out_the_hidden_elements_and_nothing_else_on_fixtures() {
    on_fixtures(|html, strength| {
        if is_stable(html) {
            rewriting_is_removing(html, strength)
        } else {
            Err("the fixture does not keep its form".to_owned())
        }
    });
}

fn hides(plan: &Plan) -> Vec<u32> {
    let hidden = plan.edits.iter().filter(|e| e.action == Action::Hide);
    hidden.map(|edit| edit.ordinal).collect()
}
