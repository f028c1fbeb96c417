use super::*;

fn problem(text: &str) -> Option<Problem> {
    check_rules(text).errors.first().map(|error| error.reason)
}

#[test]
fn reads_the_syntax_people_know() {
    for text in [
        "example.com##.promo",
        "example.com,~blog.example.com##.promo",
        "~example.com##.promo",
        "##.promo",
        "###promo",
        "example.com###promo > li:first-child",
        "example.com#@#.promo",
        "#@#.promo",
        "  example.com , example.net ## div.promo ",
        "##[data-testid=\"box\"], aside:not(.a, [hidden])",
        "##a[href^=\"/go/\"]",
        "##div:nth-of-type(2n + 1)",
        "xn--bcher-kva.example##.werbung",
        "localhost##.x-y",
        "192.0.2.1##.promo",
        "##.реклама",
    ] {
        let checked = check_rules(text);
        assert_eq!((checked.rules, checked.errors), (1, vec![]), "{text}");
    }
}

#[test]
fn comments_and_empty_lines_are_no_rules() {
    let text = "\u{feff}! mine\n\n   \n[Adblock Plus 2.0]\n!##.promo\r\n";
    assert_eq!(check_rules(text), Checked::default());
}

#[test]
fn every_problem_has_its_reason() {
    use Problem::*;
    for (text, reason) in [
        ("example.com##", EmptySelector),
        ("##  ", EmptySelector),
        ("##a,", BadSelector),
        ("##:not()", BadSelector),
        ("exa mple.com##.promo", BadHost),
        ("https://example.com/##.promo", BadHost),
        ("example.*##.promo", BadHost),
        ("example..com##.promo", BadHost),
        ("a.com,,b.com##.promo", BadHost),
        ("a.com,##.promo", BadHost),
        ("bücher.example##.promo", BadHost),
        ("||example.com^", UnknownSyntax),
        ("@@||example.com^$document", UnknownSyntax),
        ("/banner/*", UnknownSyntax),
        ("example.com##+js(nowebrtc)", UnknownSyntax),
        ("example.com##^script", UnknownSyntax),
        ("example.com#?#.promo:has(a)", UnknownSyntax),
        ("example.com#$#body { color: red }", UnknownSyntax),
        ("example.com#%#alert(1)", UnknownSyntax),
        ("example.com#.promo", UnknownSyntax),
        ("just some words", UnknownSyntax),
        ("##.promo {display: none}", BadSelector),
        ("##.promo; .x", BadSelector),
        ("##div >", BadSelector),
        ("##> div", BadSelector),
        ("##.1x", BadSelector),
        ("##[=x]", BadSelector),
        ("##<script>", BadSelector),
        ("##.promo:has(a)", UnsupportedSelector),
        ("##.promo:has-text(Also on)", UnsupportedSelector),
        ("##.promo:style(color: red)", UnsupportedSelector),
        ("##.promo:remove()", UnsupportedSelector),
        ("##p + p", UnsupportedSelector),
        ("##p ~ p", UnsupportedSelector),
        ("##p:last-child", UnsupportedSelector),
        ("##p::before", UnsupportedSelector),
        ("##:is(a, b)", UnsupportedSelector),
        ("##svg|a", UnsupportedSelector),
        ("##*|a", UnsupportedSelector),
    ] {
        assert_eq!(problem(text), Some(reason), "{text}");
    }
}

/// lol_html would match something else than a browser, or nothing.
#[test]
fn selectors_that_would_mean_something_else_are_refused() {
    for text in [
        "##:not(.a.b)",
        "##:not(div.a)",
        "##:not(.a:first-child)",
        "##:not(:not(.a, .b))",
        "##[href*=\"a&b\"]",
        "##[title=\"a < b\"]",
        "##.a\\&b",
        "##[href*=\"amp\"]",
        "##[href*=AMP i]",
        "##[title$=\";\"]",
        "##[title*=\"t;x\"]",
        "##:not([href*=\"quot\"])",
    ] {
        assert_eq!(problem(text), Some(Problem::UnsupportedSelector), "{text}");
    }
    for text in [
        "##:not(.a, div, [b], :first-child)",
        "##[href*=\"/amp/\"]",
        "##[href^=\"amp\"]",
        "##[href=\"a;b\"]",
        "##[title*=\"x;y\"]",
        "##[amp]",
        "##[title*=\"\"]",
    ] {
        assert_eq!(problem(text), None, "{text}");
    }
}

#[test]
fn errors_name_line_and_text() {
    let checked = check_rules("! mine\nexample.com##.a\n  example.com##p + p  \n\n##\n");
    assert_eq!(checked.rules, 1);
    let found: Vec<_> = checked.errors.iter().map(|e| (e.line, &*e.text)).collect();
    assert_eq!(found, [(3, "example.com##p + p"), (5, "##")]);
    let json = serde_json::to_value(&checked).unwrap_or_default();
    assert_eq!(json["errors"][0]["reason"], "unsupported-selector");
}

fn applying(text: &str, host: Option<&str>) -> Vec<u32> {
    rules_for(text, host).iter().map(|rule| rule.line).collect()
}

#[test]
fn rules_apply_to_their_hosts_only() {
    let text = "a.com##.x\na.com,~b.a.com##.x\n##.x\n~a.com##.x\nb.a.com##.x\nb.com,a.com#@#.x";
    assert_eq!(applying(text, Some("a.com")), [1, 2, 3, 6]);
    assert_eq!(applying(text, Some("b.a.com")), [1, 3, 5, 6]);
    assert_eq!(applying(text, Some("c.a.com")), [1, 2, 3, 6]);
    assert_eq!(applying(text, Some("example.org")), [3, 4]);
    assert_eq!(applying(text, None), [3, 4]);
}

#[test]
fn rules_say_what_they_are() {
    let rules = rules_for(" a.com#@#.x \nwrong\na.com##.y", Some("a.com"));
    let found: Vec<_> = rules.iter().map(|r| (r.exception, &*r.text)).collect();
    assert_eq!(found, [(true, "a.com#@#.x"), (false, "a.com##.y")]);
}

#[test]
fn lists_are_bounded() {
    let host = |at: usize| format!("s{at}.example##.x\n");
    let many: String = (0..MOST_RULES + 10).map(host).collect();
    let checked = check_rules(&many);
    assert_eq!((checked.rules, checked.errors.len()), (MOST_RULES, 10));
    assert_eq!(checked.errors[0].reason, Problem::TooMany);
    let last = format!("s{}.example", MOST_RULES);
    assert_eq!(applying(&many, Some(&last)), [0u32; 0]);

    let everywhere = "##.x\n".repeat(MOST_ON_PAGE + 5) + "a.com##.x";
    let checked = check_rules(&everywhere);
    assert_eq!((checked.rules, checked.errors.len()), (MOST_ON_PAGE, 6));
    assert_eq!(applying(&everywhere, Some("a.com")).len(), MOST_ON_PAGE);
}

#[test]
fn selectors_are_bounded() {
    let long = format!("##.{}", "x".repeat(LONGEST_SELECTOR));
    assert_eq!(problem(&long), Some(Problem::TooLong));
    let parts = format!("##{}", vec!["a"; MOST_PARTS].join(" > "));
    assert_eq!(problem(&parts), None);
    for join in [",", " ", ">", " , "] {
        let parts = format!("##{}", vec!["a"; MOST_PARTS + 1].join(join));
        assert_eq!(problem(&parts), Some(Problem::TooLong), "{join:?}");
    }
    let nested = format!("##{}{}", ":not(".repeat(20), ")".repeat(20));
    assert_eq!(problem(&nested), Some(Problem::TooLong));
}

/// A hostile list is turned away in time linear in it, and without a deep stack.
#[test]
fn hostile_lists_are_turned_away() {
    let nested = format!("##{}a", ":not(".repeat(10_000));
    assert_eq!(problem(&nested), Some(Problem::TooLong));
    for junk in [
        "#",
        "##(",
        "a,",
        "\\",
        "\"",
        "##[",
        "/*",
        "\0",
        "~",
        "##:not(\n",
    ] {
        let list = junk.repeat(1_000_000 / junk.len());
        let checked = check_rules(&list);
        assert!(checked.errors.len() <= MOST_RULES, "{junk:?}");
        assert!(rules_for(&list, Some("a.com")).is_empty(), "{junk:?}");
    }
    let many = "a.com,b.com##div.promo > p\n".repeat(100_000);
    let checked = check_rules(&many);
    assert_eq!(
        (checked.rules, checked.errors.len()),
        (MOST_ON_PAGE, MOST_RULES)
    );
    assert_eq!(rules_for(&many, Some("a.com")).len(), MOST_ON_PAGE);
}
