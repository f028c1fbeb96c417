//! A list of rules that somebody else wrote: it hides nothing on other sites, runs nothing, exhausts nothing, and takes
//! no article unasked.

use std::hint::black_box;

use clean_copy::{Action, Options, TextForm, check_rules, clean};

use crate::common::complain;
use crate::common::shapes::shapes;
use crate::common::time::shortest;

const PROSE: &str = "The bridge opened on Monday, nine years after the first pile was driven, and several hundred people walked across before the first buses came.";
const PARAGRAPHS: usize = 60;

/// An article whose paragraphs each have a name, and a menu that a rule may take.
fn page() -> String {
    let paragraph = |n: usize| format!("<p class=\"par{n}\">Paragraph {n}. {PROSE}</p>");
    let body: String = (1..=PARAGRAPHS).map(paragraph).collect();
    format!(
        "<html lang=\"en\"><head><title>Bridge opens</title></head><body><div class=\"menu\"><a href=\"/\">Home</a></div><article><h1>Bridge opens</h1>{body}</article></body></html>"
    )
}

fn options(url: &str, rules: &str) -> Options {
    Options {
        url: Some(url.to_owned()),
        rules: rules.to_owned(),
        ..Options::default()
    }
}

const HERE: &str = "https://www.ostrel.example/bridge";

/// How many paragraphs of the page are hidden by a list, and how many the copy lacks.
fn lost(rules: &str) -> (usize, usize) {
    let html = page();
    let clean = clean(&html, &options(HERE, rules));
    let hidden = |n: usize| {
        let hides = clean.plan.edits.iter().filter(|e| e.action == Action::Hide);
        let name = format!("class=\"par{n}\"");
        hides.into_iter().any(|edit| {
            let node = clean.page.node(edit.ordinal);
            html[node.html_start as usize..node.html_end as usize].contains(&name)
        })
    };
    let copy = clean.text(TextForm::Body);
    let missing = |n: &usize| !copy.contains(&format!("Paragraph {n}. "));
    (
        (1..=PARAGRAPHS).filter(|&n| hidden(n)).count(),
        (1..=PARAGRAPHS).filter(missing).count(),
    )
}

#[test]
fn no_rule_takes_the_article_unasked() {
    let mut complaints = Vec::new();
    for selector in [
        "*",
        "html",
        "body",
        "body *",
        "article",
        "article *",
        "article > *",
        "h1",
        "p",
        "[class]",
        "[class^=\"par\"]",
        "p:nth-child(n+2)",
        "p:nth-of-type(odd)",
        ":not(.menu)",
        "p:not(.a):not(.b)",
        "html, body, article, p",
        "body > :not(.menu)",
    ] {
        for host in ["", "ostrel.example"] {
            let rule = format!("{host}##{selector}");
            if lost(&rule) != (0, 0) {
                complaints.push(format!("{rule}: {:?}", lost(&rule)));
            }
        }
    }
    complain(&complaints);
}

/// Each rule alone takes so little that it would be granted.
#[test]
fn many_small_rules_together_take_no_tenth_of_the_article() {
    let rules: Vec<String> = (1..=PARAGRAPHS).map(|n| format!("##.par{n}")).collect();
    let (hidden, missing) = lost(&rules.join("\n"));
    assert!(
        hidden * 10 <= PARAGRAPHS && missing == hidden,
        "{hidden} of {PARAGRAPHS} hidden"
    );
}

#[test]
fn a_list_for_one_site_hides_nothing_on_others() {
    let html = page();
    let edits = |url: &str, rules: &str| clean(&html, &options(url, rules)).plan.edits;
    let list =
        "ostrel.example##.menu\n~www.ostrel.example,ostrel.example##a\nwww.ostrel.example##.menu";
    assert_ne!(
        edits(HERE, list),
        edits(HERE, ""),
        "on its own site it counts"
    );
    let others = [
        "https://www.example.com/",
        "https://ostrel.example.evil.test/",
        "https://notostrel.example/",
        "https://evil.test/ostrel.example/",
        "https://evil.test/?https://ostrel.example/",
        "https://ostrel.example@evil.test/",
        "https://evil.test#@ostrel.example",
        "https://evil.test\\@ostrel.example/",
        "file:///ostrel.example/page.html",
        "data:text/html,ostrel.example",
    ];
    let on_others = others
        .iter()
        .filter(|url| edits(url, list) != edits(url, ""));
    let complaints: Vec<String> = on_others.map(|url| format!("hides on {url}")).collect();
    complain(&complaints);
}

#[test]
fn nothing_of_a_list_runs_styles_or_rewrites() {
    let lines = [
        "##+js(abort-on-property-read, x)",
        "##script:inject(x.js)",
        "##^script",
        "##^script:has-text(x)",
        "#$#body { background: url(https://evil.test/) }",
        "#$?#p { color: red }",
        "#%#alert(1)",
        "#@%#alert(1)",
        "##p:style(background: url(//evil.test))",
        "##p { background: url(//evil.test) }",
        "##p:remove()",
        "##p:matches-path(/x)",
        "##a} body{background:url(//evil.test)",
        "##p:has(a)",
        "#?#p:-abp-has(a)",
        "||ads.example^$redirect=noop",
        "/evil.js$script",
        "@@||example.com^",
        "##:host",
        "##p::before",
    ];
    let good = lines.iter().filter(|line| check_rules(line).rules > 0);
    let complaints: Vec<String> = good
        .map(|line| format!("{line} is taken for a rule"))
        .collect();
    complain(&complaints);
}

/// As many rules as a list can bring to a page, each as hard to match as it may be.
fn hardest_list() -> String {
    let parts = "div p span b i a li ul td tr".split(' ').cycle();
    let chain: Vec<&str> = parts.take(15).collect();
    let rule = |n: usize| match n % 4 {
        0 => format!("##{} .x{n}", chain.join(" ")),
        1 => format!("##{} > .x{n}", "* ".repeat(15).trim()),
        2 => format!("##[class*=\"{n}\"] [id*=\"x\"] [title$=\"{n}\" i] *:nth-child(2n+{n})"),
        _ => format!(
            "##:not([data-a=\"{n}\"]):not(.b{n}):not(#c{n}) :not(p):nth-of-type({n}n+1) .x{n}"
        ),
    };
    let rules: Vec<String> = (0..3000).map(rule).collect();
    rules.join("\n")
}

const SMALL: usize = 300;
const TIMES_LARGER: usize = 10;

fn cost(html: &str, rules: &str) -> f64 {
    let options = options(HERE, rules);
    shortest(3, || drop(black_box(clean(html, &options)))).as_secs_f64()
}

/// With any list, time stays linear in the page.
#[test]
fn with_the_hardest_list_ten_times_the_page_costs_at_most_twenty_times_the_work() {
    let list = hardest_list();
    let slow = |(name, page): (&str, fn(usize) -> String)| {
        let ratio = cost(&page(SMALL * TIMES_LARGER), &list) / cost(&page(SMALL), &list);
        (ratio > 20.0).then(|| format!("{name}: {ratio:.0} times the work"))
    };
    let wanted = [
        "paragraphs",
        "nested boxes",
        "nested inline elements",
        "class names",
        "attributes",
    ];
    let found = shapes()
        .into_iter()
        .filter(|shape| wanted.contains(&shape.name));
    let complaints: Vec<String> = found
        .filter_map(|shape| slow((shape.name, shape.page)))
        .collect();
    complain(&complaints);
}

/// Of a list a hundred times as long as one may be, no more is read than of one that is full.
#[test]
fn a_longer_list_than_may_be_costs_no_more_than_a_full_one() {
    let html = page();
    let list = |count: usize| -> String {
        (0..count)
            .map(|n| format!("a{n}.example##.x{n}\n"))
            .collect()
    };
    let (full, endless) = (cost(&html, &list(2_000)), cost(&html, &list(200_000)));
    assert!(
        endless <= 3.0 * full,
        "{:.1} times the work",
        endless / full
    );
}
