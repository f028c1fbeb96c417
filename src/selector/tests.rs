use super::*;
use crate::cosmetic;

/// The selectors of the first element with `data-here`.
fn named(html: &str) -> Vec<String> {
    let page = read(html);
    let at = html.find(" data-here").unwrap_or(0);
    let id = (0..page.len())
        .rfind(|&id| (page.node(id).html_start as usize) < at)
        .unwrap_or(0);
    selectors_of(html, id)
        .into_iter()
        .next()
        .map(|named| named.selectors)
        .unwrap_or_default()
}

fn page(body: &str) -> String {
    format!("<html><head></head><body>{body}</body></html>")
}

#[test]
fn ids_come_before_classes_and_places_come_last() {
    let html = page(
        r#"<main id="page-main"><div class="teaser"></div><div id="more-news" class="teaser mt-auto news-box" role="region" data-testid="more" data-here></div></main>"#,
    );
    assert_eq!(
        named(&html),
        [
            "#more-news",
            ".news-box",
            ".teaser",
            "[data-testid=\"more\"]",
            "div[role=\"region\"]",
            "#page-main > div:nth-of-type(2)",
        ]
    );
}

#[test]
fn two_common_classes_name_more_than_each() {
    let html = page(
        r#"<p class="promo"></p><p class="wide-box"></p><p class="promo wide-box" data-here></p>"#,
    );
    assert_eq!(named(&html)[0], ".promo.wide-box");
}

#[test]
fn numbered_and_hashed_names_are_not_used() {
    let html = page(
        r#"<div><section id="post-4711" class="css-1x2y3z sc-bdVaJa flex is-open" data-testid="card-17" data-here></section></div>"#,
    );
    assert_eq!(
        named(&html),
        ["body > div:nth-of-type(1) > section:nth-of-type(1)"]
    );
}

#[test]
fn a_numbered_id_is_named_by_its_words() {
    let html = page(r#"<div id="div-gpt-ad-1234-0" data-here></div>"#);
    assert_eq!(named(&html)[0], "[id^=\"div-gpt-ad-\"]");
}

#[test]
fn an_id_that_stands_twice_names_nothing() {
    let html = page(r#"<i id="promo"></i><i id="promo" data-here></i>"#);
    assert_eq!(named(&html), ["body > i:nth-of-type(2)"]);
}

#[test]
fn a_common_class_is_told_apart_by_what_stands_around() {
    let html = page(
        r#"<aside class="side-bar"><ul data-here></ul></aside><div class="box-row"></div><div class="box-row"></div>"#,
    );
    assert_eq!(named(&html)[0], ".side-bar > ul");
}

#[test]
fn labels_are_written_as_css_strings() {
    let html = page(r#"<nav aria-label="Read \ more's" data-here></nav>"#);
    assert_eq!(named(&html)[0], r#"[aria-label="Read \\ more's"]"#);
    let html = page(r#"<nav aria-label="News &amp; more" data-here></nav>"#);
    assert_eq!(named(&html), ["body > nav:nth-of-type(1)"]);
}

#[test]
fn goes_outward_to_the_body() {
    let html = page("<main><div><p></p></div></main>");
    let tags = |ordinal| -> Vec<String> {
        let around = selectors_of(&html, ordinal);
        around.into_iter().map(|named| named.tag).collect()
    };
    assert_eq!(tags(5), ["p", "div", "main"]);
    for nothing in [0, 1, 2, 6, u32::MAX] {
        assert_eq!(tags(nothing), Vec::<String>::new(), "{nothing}");
    }
}

#[test]
fn pieces_of_a_drawing_have_no_name() {
    let html = page(r#"<svg class="logo"><g class="logo-part" data-here></g></svg>"#);
    assert_eq!(named(&html), Vec::<String>::new());
    let html = page(r#"<svg class="logo" data-here></svg>"#);
    assert_eq!(named(&html)[0], ".logo");
}

#[test]
fn every_selector_can_be_a_rule() {
    let deep = "<div>".repeat(40);
    let html = page(&format!(
        r#"<x-y class="-- _a --b"><a:b id="ü-box">{deep}<p data-here></p>"#
    ));
    let all = selectors_of(&html, read(&html).len() - 1);
    assert!(all.len() > 40);
    for text in all.iter().flat_map(|named| &named.selectors) {
        assert!(cosmetic::selector(text).is_ok(), "{text}");
    }
}

#[test]
fn what_a_selector_names_is_what_it_matches() {
    let html = page(
        r#"<main id="page-main"><div class="row"><p class="note"></p><i></i></div><p class="note"></p><i></i></main><p class="note"></p><div class="aside-box"><p class="note"></p></div>"#,
    );
    let page = read(&html);
    let mut kinds = Vec::new();
    for id in 0..page.len() {
        let names = Names::around(&page, std::iter::once(id));
        for selector in candidates(&page, &names, id) {
            let all = (0..page.len()).filter(|&id| selector.matches(&page, id));
            assert_eq!(
                names.matches(&selector),
                all.collect::<Vec<_>>(),
                "{selector}"
            );
            kinds.push(selector.kind);
        }
    }
    assert!(kinds.contains(&SelectorKind::Anchored));
}
