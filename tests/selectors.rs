//! What the core proposes as a selector is what lol_html, and so a rule, matches.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;

use clean_copy::cosmetic;
use clean_copy::outline::{NodeId, Outline};
use clean_copy::read::read;
use clean_copy::selector::{Names, SelectorKind, candidates};
use lol_html::{HtmlRewriter, Settings, element};

use crate::common::complain;
use crate::common::fixture::fixtures;

/// The elements that each selector matches, by lol_html alone.
fn matched(html: &str, page: &Outline, selectors: &[String]) -> Vec<Vec<NodeId>> {
    let found = RefCell::new(vec![Vec::new(); selectors.len()]);
    let by_start: BTreeMap<usize, NodeId> = (0..page.len())
        .map(|id| (page.node(id).html_start as usize, id))
        .collect();
    let handlers = selectors.iter().enumerate().map(|(at, selector)| {
        let (found, by_start) = (&found, &by_start);
        element!(selector, move |el| {
            let start = el.source_location().bytes().start;
            found.borrow_mut()[at].extend(by_start.get(&start));
            Ok(())
        })
    });
    let settings = handlers.fold(Settings::new().with_strict(false), |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(html.as_bytes()).expect("the page is read");
    rewriter.end().expect("the page is read");
    found.into_inner()
}

#[test]
fn proposed_selectors_match_as_rules_do() {
    let (mut complaints, mut stable) = (Vec::new(), 0);
    for fixture in fixtures() {
        let html = &fixture.html;
        let page = read(html);
        let names = Names::around(&page, 0..page.len());
        let mut all = Vec::new();
        for id in (0..page.len()).step_by(5) {
            all.extend(candidates(&page, &names, id).into_iter().map(|s| (id, s)));
        }
        let texts: Vec<String> = all.iter().map(|(_, s)| s.to_string()).collect();
        for ((id, selector), found) in all.iter().zip(matched(html, &page, &texts)) {
            stable += u32::from(selector.kind != SelectorKind::Path);
            let ours = names.matches(selector);
            let one = selector.kind != SelectorKind::Path || found.len() == 1;
            if !found.contains(id) || found != ours || !one {
                complaints.push(format!(
                    "{}: `{selector}` of {id}: lol_html finds {found:?}, we {ours:?}",
                    fixture.slug
                ));
            }
            if cosmetic::selector(&selector.to_string()).is_err() {
                complaints.push(format!("{}: `{selector}` is no rule", fixture.slug));
            }
        }
    }
    complain(&complaints);
    assert!(stable > 100, "only {stable} selectors by name");
}
