//! The copy and the focused page say the same.

use clean_copy::{Strength, TextForm, clean, rewrite};
use proptest::prelude::*;

use crate::common::dom::Dom;
use crate::common::squeeze;
use crate::{config, difference, on_fixtures, options, page};

/// Every line of the text stands in the page as Focus leaves it, in the same order.
fn text_stands_in_focus(html: &str) -> Result<(), String> {
    let clean = clean(html, &options(Strength::Focus));
    let page = Dom::parse(&rewrite(html, &clean.plan)).text();
    let mut from = 0;
    for line in clean.text(TextForm::Body).split(['\n', '\t']) {
        let line = squeeze(line);
        match page[from..].find(&line) {
            Some(at) => from += at + line.len(),
            None if page.contains(&line) => return Err(format!("out of order: {line:?}")),
            None => return Err(format!("not in the page: {line:?}")),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn every_line_of_the_text_stands_in_the_focused_page(html in page()) {
        prop_assert_eq!(text_stands_in_focus(&html), Ok(()));
    }
}

#[test]
fn every_line_of_the_text_stands_in_the_focused_page_on_fixtures() {
    on_fixtures(|html, _| text_stands_in_focus(html));
}

/// Reading a focused page gives the article that the page gave.
#[test]
fn a_focused_page_has_the_same_text_on_fixtures() {
    on_fixtures(|html, _| {
        let first = clean(html, &options(Strength::Focus));
        let second = clean(&rewrite(html, &first.plan), &options(Strength::Focus));
        let (one, other) = (first.text(TextForm::Body), second.text(TextForm::Body));
        if one == other {
            Ok(())
        } else {
            Err(difference(&one, &other))
        }
    });
}
