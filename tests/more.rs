//! Blocks that arrive later, judged on a page pruned to them.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use clean_copy::{Action, LiveFacts, More, Options, Outcome, Strength, clean, clean_more};
use proptest::prelude::*;

use crate::common::pieces::{broken_html, raw_page};
use crate::common::site::{CLUTTER, Template, options, paragraphs, story};

const NEW: &str = " data-clean-copy-new=\"\"";

/// The context of the first clean of a story.
fn memory(strength: Strength) -> String {
    let template = Template {
        inside: "",
        below: CLUTTER,
    };
    let done = clean(&story(1, template), &options(1, "", strength));
    assert_eq!(done.outcome(), Outcome::Cleaned);
    let memory = done.memory.expect("an automatic clean has a memory");
    assert!(memory.len() <= 32_000, "{}", memory.len());
    memory
}

/// The page pruned to a block that arrived below the article.
fn below(block: &str) -> String {
    format!(
        "<html lang=\"en\"><head></head><body><main>{}</main></body></html>",
        marked(block)
    )
}

/// The page pruned to a block that arrived among the paragraphs.
fn inside(block: &str) -> String {
    let block = marked(block);
    format!(
        "<html lang=\"en\"><head></head><body><main><article class=\"story-page\"><div class=\"story-body\">{block}</div></article></main></body></html>"
    )
}

fn marked(block: &str) -> String {
    let end = block.find(['>', ' ']).expect("an element");
    format!("{}{NEW}{}", &block[..end], &block[end..])
}

fn judged(html: &str, strength: Strength) -> More {
    clean_more(html, &memory(strength), &options(1, "", strength))
}

fn reasons(more: &More) -> Vec<(&str, &str)> {
    let edits = more.edits.iter();
    edits
        .map(|edit| (edit.reason.name(), edit.why.clue.key()))
        .collect()
}

const PROMO: &str =
    r#"<div class="box"><a href="/9">Read more: why the ferry sold its last steamer</a></div>"#;
const COOKIES: &str = r#"<div id="cookie-consent" class="cmp"><h2>We value your privacy</h2><p>We and our partners store cookies on your device, read them again on the next day, and use what they say to choose adverts, to count visits and to find out which of our pages are left soonest. You can change your mind at any time.</p><button>Accept all</button><button>Manage options</button></div>"#;

#[test]
fn clutter_that_says_so_goes_wherever_it_arrives() {
    for strength in [Strength::Tidy, Strength::Focus] {
        for html in [below(PROMO), inside(PROMO)] {
            let more = judged(&html, strength);
            assert_eq!(more.edits.len(), 1, "{html} {:?}", reasons(&more));
        }
    }
    assert_eq!(
        reasons(&judged(&inside(PROMO), Strength::Tidy)),
        [("promo", "begins")]
    );
}

#[test]
fn paragraphs_of_the_article_stay_in_both_strengths() {
    let arrived: String = paragraphs(4)
        .iter()
        .map(|text| format!("<p{NEW}>{text}</p>"))
        .collect();
    let html = inside(&arrived).replace(&format!("<p{NEW}{NEW}"), &format!("<p{NEW}"));
    for strength in [Strength::Tidy, Strength::Focus] {
        assert_eq!(reasons(&judged(&html, strength)), []);
    }
}

#[test]
fn what_was_hidden_and_is_added_again_goes_again() {
    let again = r#"<section class="related-stories"><div><a href="/7">The judge and the folding chair</a><p>Forty people, a brass band, and a lamp that burned all night on the mole while two offices wrote to each other.</p></div></section>"#;
    let more = judged(&below(again), Strength::Tidy);
    assert_eq!(
        reasons(&more).first().map(|(reason, _)| *reason),
        Some("related")
    );
    let known = clean_more(&below(again), "", &options(1, "", Strength::Tidy));
    assert_eq!(reasons(&known), [], "without a context nothing is known");
}

#[test]
fn a_banner_that_arrives_goes_and_scrolling_works_again() {
    let html = below(COOKIES).replace("<body>", "<body style=\"overflow: hidden\">");
    let more = judged(&html, Strength::Tidy);
    assert_eq!(more.edits.len(), 1, "{:?}", reasons(&more));
    assert_eq!(more.edits[0].reason.name(), "consent");
    assert_eq!(more.unlocks.len(), 1);
    assert!(
        more.unlocks
            .iter()
            .all(|edit| edit.action == Action::Unlock && edit.tag == "body")
    );
    let harmless = below("<p>Hello.</p>").replace("<body>", "<body style=\"overflow: hidden\">");
    let harmless = judged(&harmless, Strength::Tidy);
    assert!(harmless.unlocks.is_empty());
}

#[test]
fn weak_signs_hide_no_prose() {
    let named = r#"<div class="promo-card"><p>The lock keeper opened both gates at noon, which had never been done, and the water fell by a metre in a quarter of an hour, as he had said it would.</p></div>"#;
    for html in [below(named), inside(named)] {
        assert_eq!(reasons(&judged(&html, Strength::Tidy)), []);
    }
}

#[test]
fn focus_hides_what_arrives_outside_the_article_and_tidy_does_not() {
    let next = format!(
        "<section class=\"next\"><h2>The bridge</h2><p>{}</p></section>",
        paragraphs(3).join(" ")
    );
    assert_eq!(
        reasons(&judged(&below(&next), Strength::Focus)),
        [("outside", "outside")]
    );
    assert_eq!(reasons(&judged(&below(&next), Strength::Tidy)), []);
}

#[test]
fn what_covers_and_is_not_the_readers_own_goes() {
    let sheet = r#"<div class="xk"><p>Take our paper with you wherever you go.</p><input type="text"></div>"#;
    let html = below(sheet);
    let covering = vec![4];
    let facts = LiveFacts {
        covering,
        ..LiveFacts::default()
    };
    let asked = Options {
        facts: facts.clone(),
        ..options(1, "", Strength::Tidy)
    };
    let more = clean_more(&html, &memory(Strength::Tidy), &asked);
    assert_eq!(reasons(&more), [("overlay", "covers")]);
    let facts = LiveFacts {
        kept: vec![6],
        ..facts
    };
    let asked = Options { facts, ..asked };
    let more = clean_more(&html, &memory(Strength::Tidy), &asked);
    assert_eq!(reasons(&more), [], "its field is being written in");
}

#[test]
fn new_content_of_a_dialog_that_stands_there_already_stays() {
    let html = format!(
        "<html><head></head><body><div role=\"dialog\" class=\"modal\">{}</div></body></html>",
        marked("<p>Your order has been saved and can be changed until noon.</p>")
    );
    assert_eq!(reasons(&judged(&html, Strength::Tidy)), []);
}

#[test]
fn the_readers_rules_and_the_recipe_of_the_site_count() {
    let block = r#"<div class="poll-of-the-day"><p>Should the lamp be green?</p></div>"#;
    let rules = Options {
        rules: "marsh.example##.poll-of-the-day".to_owned(),
        ..options(1, "", Strength::Tidy)
    };
    let more = clean_more(&below(block), &memory(Strength::Tidy), &rules);
    assert_eq!(reasons(&more), [("your-rule", "your-rule")]);
    let recipe = r#"{"version":1,"host":"marsh.example","pages":3,"off":false,"strength":"tidy","last":1,"hides":[[".poll-of-the-day","widget",3,0]],"anchors":[],"refused":[]}"#;
    let more = clean_more(
        &below(block),
        &memory(Strength::Tidy),
        &options(1, recipe, Strength::Tidy),
    );
    assert_eq!(reasons(&more), [("widget", "hidden-before")]);
    let spared = Options {
        rules: "marsh.example#@#.poll-of-the-day".to_owned(),
        ..options(1, recipe, Strength::Tidy)
    };
    let more = clean_more(&below(block), &memory(Strength::Tidy), &spared);
    assert_eq!(reasons(&more), []);
}

#[test]
fn on_a_page_that_is_no_article_only_rules_count() {
    let front = "<html><head></head><body><ul><li><a href=/a>One</a></li></ul></body></html>";
    let asked = options(1, "", Strength::Tidy);
    let memory = clean(front, &asked).memory.expect("a memory");
    assert_eq!(reasons(&clean_more(&below(COOKIES), &memory, &asked)), []);
    let rules = Options {
        rules: "##.cmp".to_owned(),
        ..asked
    };
    assert_eq!(
        reasons(&clean_more(&below(COOKIES), &memory, &rules)),
        [("your-rule", "your-rule")]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever arrives and whatever is given for a memory: edits name new elements and do not nest.
    #[test]
    fn only_new_elements_are_touched(
        page in prop_oneof![raw_page(), broken_html()],
        every in 1usize..9,
        memory in prop_oneof![Just(String::new()), Just(memory(Strength::Focus)), any::<String>()],
    ) {
        let mut count = 0;
        let html = page.split("<div").map(str::to_owned).reduce(|all, piece| {
            count += 1;
            let mark = if count % every == 0 { NEW } else { "" };
            format!("{all}<div{mark}{piece}")
        }).unwrap_or_default();
        for strength in [Strength::Tidy, Strength::Focus] {
            let more = clean_more(&html, &memory, &options(1, "", strength));
            let mut end = 0;
            for edit in &more.edits {
                let is_new = |id: u32| more.page.attr(id, clean_copy::outline::Attr::New).is_some();
                let new = is_new(edit.ordinal) || more.page.ancestors(edit.ordinal).any(is_new);
                prop_assert!(new && edit.ordinal >= end, "{:?} of {}", edit, html);
                if edit.action == Action::Hide {
                    end = more.page.node(edit.ordinal).end;
                }
            }
        }
    }
}
