//! Cosmetic rules on whole pages: what they hide, what they keep, and what they may not take.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "rules/any.rs"]
mod any;
use clean_copy::rules::packs;
use clean_copy::{Action, Clean, Edit, Options, Outcome, Reason, Strength, clean, rewrite};

use crate::common::complain;
use crate::common::fixture::{Fixture, fixtures};

const URL: &str = "https://www.example.com/news/mill";

/// An article with clutter of known names.
const PAGE: &str = r#"<html lang="en"><head><title>Old mill reopens</title><meta property="og:type" content="article"><style>p{}</style></head><body>
<header class="masthead"><a href="/">The Valley Post</a><nav class="menu"><a href="/a">News</a> <a href="/b">Sport</a></nav></header>
<main id="story"><h1 class="headline">Old mill reopens after forty years</h1>
<p class="lead">The mill on the river, which had stood still since the flood, ground its first flour again on Monday, and half of the town had come to see it turn.</p>
<p>“My father worked here until the day the water came,” said the miller, who had spent eleven years and most of her savings on the wheel, the stones and the roof.</p>
<figure class="lead-picture"><img src="/w.jpg"><figcaption>The wheel on Monday</figcaption></figure>
<div class="weather-card"><span>Now</span> <b>Sunny</b></div>
<p>The council had wanted to pull the building down, but a vote in the spring went the other way, and the money that had been set aside for the demolition paid for new beams.</p>
<aside class="promo-box"><h2>Read more</h2><ul class="links"><li><a href="/x">Why bread prices rose again</a></li><li><a href="/y">Ten mills to visit this summer</a></li></ul></aside>
<p>Flour will be sold at the door on Saturdays, and schools can come on weekdays. The first class, from the village across the river, has already written to ask for a date.</p>
<p>In winter, when the river is low, the stones will rest and the miller will bake, she said, as her grandmother did, with what the neighbours bring her in exchange for flour.</p></main>
<section class="newsletter-box"><h2>Newsletter</h2><p>Sign up for our newsletter</p><form><input></form></section>
<footer class="site-footer"><a href="/imprint">Imprint</a> <svg class="mark"><path class="stroke"></path></svg></footer></body></html>"#;

fn with(rules: &str) -> Options {
    Options {
        url: Some(URL.to_owned()),
        rules: rules.to_owned(),
        ..Options::default()
    }
}

fn confirmed(rules: &str) -> Options {
    Options {
        confirmed: rules.lines().map(str::to_owned).collect(),
        ..with(rules)
    }
}

/// The edits that a rule made.
fn by_rule(clean: &Clean) -> Vec<&Edit> {
    let edits = clean.plan.edits.iter();
    edits.filter(|e| e.reason == Reason::YourRule).collect()
}

fn hides(clean: &Clean, text: &str) -> bool {
    let mut edits = clean.plan.edits.iter();
    edits.any(|e| e.action == Action::Hide && e.text.contains(text))
}

fn held(clean: &Clean) -> Vec<bool> {
    clean.plan.rules.iter().map(|rule| rule.held).collect()
}

#[test]
fn a_rule_hides_what_nothing_else_does() {
    let plain = clean(PAGE, &with(""));
    assert!(!hides(&plain, "The wheel") && !hides(&plain, "The Valley Post"));
    assert!(plain.markdown().contains("The wheel on Monday"));
    let ruled = clean(PAGE, &with("example.com##.lead-picture\n##header.masthead"));
    assert_eq!(ruled.outcome(), Outcome::Cleaned);
    let found: Vec<_> = by_rule(&ruled).iter().map(|e| e.evidence.clone()).collect();
    assert_eq!(
        found,
        [
            "your rule “##header.masthead”",
            "your rule “example.com##.lead-picture”"
        ]
    );
    let html = rewrite(PAGE, &ruled.plan);
    assert!(!html.contains("The wheel") && !html.contains("The Valley Post"));
    assert!(html.contains("Flour will be sold") && html.contains("Imprint"));
    assert!(!ruled.markdown().contains("The wheel on"));
}

#[test]
fn rules_of_other_sites_hide_nothing() {
    let rules = "example.org##.weather-card\n~example.com##.weather-card";
    let ruled = clean(PAGE, &with(rules));
    assert!(by_rule(&ruled).is_empty() && ruled.plan.rules.is_empty());
}

#[test]
fn a_rule_is_the_reason_where_a_judge_agrees() {
    let plain = clean(PAGE, &with(""));
    let edit = plain.plan.edits.iter().find(|e| e.text.contains("bread"));
    let judged = edit.expect("the judges hide the promo").clone();
    assert_eq!(judged.selector.as_deref(), Some(".promo-box"));
    let ruled = clean(PAGE, &with("##.promo-box"));
    let edits = ruled.plan.edits.iter();
    let at_it: Vec<_> = edits.filter(|e| e.ordinal == judged.ordinal).collect();
    assert_eq!(at_it.len(), 1);
    assert_eq!(at_it[0].reason, Reason::YourRule);
}

#[test]
fn a_rule_that_takes_the_article_is_held_until_confirmed() {
    for rule in ["##main", "###story", "##p", "##h1", "##.lead", "##main > *"] {
        let ruled = clean(PAGE, &with(rule));
        assert_eq!(held(&ruled), [true], "{rule}");
        assert!(ruled.plan.rules[0].matched > 0, "{rule}");
        assert!(by_rule(&ruled).is_empty(), "{rule}");
        // The rest of the clean goes on.
        assert!(hides(&ruled, "bread prices"), "{rule}");
        let told = clean(PAGE, &confirmed(rule));
        assert_eq!(held(&told), [false], "{rule}");
        assert!(!by_rule(&told).is_empty(), "{rule}");
        assert_eq!(told.outcome(), Outcome::Cleaned, "{rule}");
    }
    // Only the very line counts.
    let other = Options {
        confirmed: vec!["example.com##main".to_owned()],
        ..with("##main")
    };
    assert_eq!(held(&clean(PAGE, &other)), [true]);
}

/// Rules that each take little must not add up to the article.
#[test]
fn rules_together_take_no_more_than_a_clean_may() {
    let all: String = (1..9)
        .map(|n| format!("##main > p:nth-of-type({n}) > i\n"))
        .collect();
    let page = PAGE.replace(
        " on ",
        " <i>on such a fine and long awaited day it was</i> ",
    );
    let ruled = clean(&page, &with(&all));
    let words: usize = by_rule(&ruled)
        .iter()
        .map(|e| e.text.split(' ').count())
        .sum();
    let article = ruled.markdown().split_whitespace().count() + words;
    assert!(
        words > 0 && held(&ruled).contains(&true),
        "{:?}",
        ruled.plan.rules
    );
    assert!(words * 9 <= article, "{words} of {article} words went");
}

#[test]
fn the_page_itself_is_never_hidden() {
    for rule in ["##body", "##html", "##*"] {
        let ruled = clean(PAGE, &confirmed(rule));
        assert_eq!(held(&ruled), [true], "{rule}");
        assert!(by_rule(&ruled).is_empty(), "{rule}");
    }
    let ruled = clean(PAGE, &confirmed("##head\n##style\n##path\n##svg path"));
    assert!(by_rule(&ruled).is_empty(), "nothing of these shows");
    assert!(rewrite(PAGE, &ruled.plan).contains("<style>p{}</style>"));
    let ruled = clean(PAGE, &with("##svg"));
    assert_eq!(by_rule(&ruled).len(), 1);
}

#[test]
fn an_exception_beats_every_judge_in_both_strengths() {
    for strength in [Strength::Tidy, Strength::Focus] {
        let go = |rules: &str| {
            let options = Options {
                strength,
                ..with(rules)
            };
            clean(PAGE, &options)
        };
        assert!(hides(&go(""), "bread prices") && hides(&go(""), "Newsletter"));
        let kept = go("example.com#@#.promo-box");
        assert!(!hides(&kept, "bread prices"), "{strength:?}");
        assert!(hides(&kept, "Newsletter"), "{strength:?}");
        let html = rewrite(PAGE, &kept.plan);
        assert!(html.contains("Ten mills to visit"), "{strength:?}");
        assert_eq!(kept.plan.rules[0].matched, 1);
    }
}

#[test]
fn a_block_around_a_kept_one_goes_without_it() {
    let options = Options {
        strength: Strength::Focus,
        ..with("#@#.newsletter-box > p")
    };
    let html = rewrite(PAGE, &clean(PAGE, &options).plan);
    assert!(html.contains("Sign up for our newsletter"));
    assert!(!html.contains("<h2>Newsletter"));
    let html = rewrite(
        PAGE,
        &clean(PAGE, &with("##.promo-box\n#@#.links > li:first-child")).plan,
    );
    assert!(html.contains("bread prices"));
    assert!(!html.contains("Read more") && !html.contains("Ten mills"));
}

#[test]
fn an_exception_beats_a_rule() {
    let ruled = clean(
        PAGE,
        &with("##.weather-card\nwww.example.com#@#.weather-card"),
    );
    assert!(!hides(&ruled, "Sunny"));
    assert_eq!(held(&ruled), [false, false]);
}

#[test]
fn a_page_that_is_no_article_obeys_the_readers_rules_only() {
    let front = r#"<html><body><div class="teaser"><a href="/1">One</a></div><div class="teaser big"><a href="/2">Two of these</a></div><div class="feed"><p>Also on Tuesday many words are here and there.</p></div></body></html>"#;
    let ruled = clean(front, &with("##.teaser"));
    assert_eq!(ruled.outcome(), Outcome::NotAnArticle);
    assert_eq!(by_rule(&ruled).len(), 2);
    assert_eq!(held(&ruled), [false]);
    let ruled = clean(front, &with("##div"));
    assert_eq!(held(&ruled), [true], "it takes all there is");
    assert_eq!(by_rule(&clean(front, &confirmed("##div"))).len(), 3);
}

#[test]
fn nested_matches_count_and_hide_once() {
    let ruled = clean(PAGE, &with("##.promo-box, .promo-box *"));
    assert_eq!(ruled.plan.rules[0].matched, 7);
    assert_eq!(by_rule(&ruled).len(), 1);
}

#[test]
fn a_pack_that_is_off_hides_nothing() {
    let page = PAGE.replace("class=\"newsletter-box\"", "");
    let off = Options {
        packs_off: packs().iter().map(|&tag| tag.to_owned()).collect(),
        ..with("")
    };
    let reason = |options: &Options| {
        let clean = clean(&page, options);
        let edits = clean.plan.edits.iter();
        let mut said = edits.filter(|e| e.evidence.starts_with("says “"));
        said.find(|e| e.text.contains("Newsletter"))
            .map(|e| e.reason)
    };
    assert_eq!(reason(&with("")), Some(Reason::Newsletter));
    assert_eq!(reason(&off), None);
}

/// A selector of the ledger made an exception brings its block back, and nothing the article needs goes.
#[test]
fn the_ledgers_selectors_keep_their_blocks() {
    let (mut complaints, mut tried) = (Vec::new(), 0);
    for fixture in fixtures() {
        let before = fixture.clean(Strength::Tidy);
        for edit in before.plan.edits.iter().take(12) {
            let Some(selector) = &edit.selector else {
                continue;
            };
            tried += 1;
            let kept = ruled(&fixture, &format!("#@#{selector}"));
            let covers = |e: &Edit| {
                let node = kept.page.node(e.ordinal);
                let hides = !e.action.lifts();
                hides && e.ordinal <= edit.ordinal && edit.ordinal < node.end
            };
            if let Some(still) = kept.plan.edits.iter().find(|e| covers(e)) {
                complaints.push(format!("{}: {selector}: still {still:?}", fixture.slug));
            }
        }
    }
    complain(&complaints);
    assert!(tried > 50, "only {tried} selectors");
}

fn ruled(fixture: &Fixture, rules: &str) -> Clean {
    let options = Options {
        url: Some(fixture.spec.url.clone()),
        rules: rules.to_owned(),
        ..Options::default()
    };
    clean(&fixture.html, &options)
}
