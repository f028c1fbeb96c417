//! Recipes: learned from pages that agree, checked by every clean, bounded, and harmless whoever wrote them.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "recipes/hostile.rs"]
mod hostile;

use clean_copy::recipe::{LONGEST, MOST_ANCHORS, MOST_HIDES};
use clean_copy::{LiveFacts, Options, Outcome, RecipeReport, Strength, clean, recipe_of};

use crate::common::site::{CLUTTER, Template, options, story, text, visit};

const CLUTTERED: Template<'_> = Template {
    inside: "",
    below: CLUTTER,
};

fn selectors(report: &RecipeReport) -> Vec<&str> {
    report
        .hides
        .iter()
        .map(|hide| hide.selector.as_str())
        .collect()
}

fn learned() -> (String, RecipeReport) {
    let (_, recipe) = visit(&[(1, CLUTTERED), (2, CLUTTERED)], Strength::Tidy);
    let report = recipe_of(&recipe).expect("a recipe");
    (recipe, report)
}

#[test]
fn two_pages_that_agree_make_a_recipe_with_reasons_and_anchors() {
    let (first, recipe) = visit(&[(1, CLUTTERED)], Strength::Tidy);
    assert_eq!(first.outcome(), Outcome::Cleaned);
    let report = recipe_of(&recipe).expect("a recipe");
    assert_eq!(
        (report.pages, selectors(&report)),
        (1, vec![]),
        "one page is none"
    );
    let (_, report) = learned();
    assert_eq!(report.host, "marsh.example");
    assert_eq!(report.pages, 2);
    for (selector, reason) in [
        (".share-tools", "share"),
        (".letter-signup", "newsletter"),
        (".related-stories", "related"),
    ] {
        let hide = report.hides.iter().find(|hide| hide.selector == selector);
        assert_eq!(
            hide.map(|hide| hide.reason.name()),
            Some(reason),
            "{report:?}"
        );
    }
    assert!(
        report.anchors.contains(&".story-headline".to_owned()),
        "{report:?}"
    );
    assert!(!report.off);
}

#[test]
fn the_same_page_twice_is_one_page() {
    let (_, recipe) = visit(
        &[(1, CLUTTERED), (1, CLUTTERED), (1, CLUTTERED)],
        Strength::Tidy,
    );
    let report = recipe_of(&recipe).expect("a recipe");
    assert_eq!((report.pages, report.hides.len()), (1, 0));
}

#[test]
fn nothing_is_learned_unasked_without_a_host_or_from_pages_that_are_no_article() {
    let html = story(1, CLUTTERED);
    let asked = options(1, "", Strength::Tidy);
    let unasked = clean(
        &html,
        &Options {
            learn: false,
            ..asked.clone()
        },
    );
    assert_eq!(unasked.recipe.recipe, None);
    let file = Some("file:///home/me/page.html".to_owned());
    let local = clean(
        &html,
        &Options {
            url: file,
            ..asked.clone()
        },
    );
    assert_eq!(local.recipe.recipe, None);
    let list = clean(
        "<html><body><ul><li class=share-tools>a</li></ul></body></html>",
        &asked,
    );
    assert_eq!(
        (list.outcome(), text(&list).as_str()),
        (Outcome::NotAnArticle, "")
    );
}

#[test]
fn a_selector_that_hid_what_the_clean_keeps_is_dropped_and_does_not_come_back_at_once() {
    let (recipe, _) = learned();
    let kept = r#"<div class="share-tools"><p>The lock keeper opened both gates at noon, which had never been done, and the water fell by a metre in a quarter of an hour.</p></div>"#;
    let template = Template {
        inside: kept,
        below: CLUTTER,
    };
    let wrong = clean(&story(3, template), &options(3, &recipe, Strength::Tidy));
    assert_eq!(wrong.recipe.wrong, [".share-tools"]);
    let mut recipe = text(&wrong);
    for number in [4, 5] {
        let again = clean(
            &story(number, CLUTTERED),
            &options(number, &recipe, Strength::Tidy),
        );
        assert_eq!(again.recipe.wrong, Vec::<String>::new());
        recipe = text(&again);
        let report = recipe_of(&recipe).expect("a recipe");
        assert!(!selectors(&report).contains(&".share-tools"), "{report:?}");
        assert!(
            selectors(&report).contains(&".related-stories"),
            "{report:?}"
        );
    }
}

#[test]
fn on_a_page_that_is_no_article_all_that_it_hid_is_given_back_and_nothing_forgotten() {
    let (recipe, report) = learned();
    let front = format!("<html><body><main>{CLUTTER}</main></body></html>");
    let found = clean(&front, &options(9, &recipe, Strength::Tidy));
    assert_eq!(found.outcome(), Outcome::NotAnArticle);
    assert_eq!(found.plan.edits, []);
    let mut wrong = found.recipe.wrong.clone();
    wrong.sort();
    assert_eq!(
        wrong,
        [".letter-signup", ".related-stories", ".share-tools"]
    );
    assert_eq!(recipe_of(&text(&found)), Ok(report));
}

#[test]
fn a_recipe_whose_anchors_are_gone_is_off_until_two_pages_agree_again() {
    let (mut recipe, _) = learned();
    let renewed = |number| {
        story(number, CLUTTERED)
            .replace("story-", "piece-")
            .replace("letter-signup", "letter-box")
    };
    let mut states = Vec::new();
    for number in [3, 4, 5] {
        let done = clean(&renewed(number), &options(number, &recipe, Strength::Tidy));
        recipe = text(&done);
        let report = recipe_of(&recipe).expect("a recipe");
        states.push((report.off, report.pages, report.hides.is_empty()));
    }
    assert_eq!(
        states,
        [(true, 1, true), (false, 2, false), (false, 3, false)]
    );
}

#[test]
fn what_focus_hides_is_not_hidden_in_tidy() {
    let pages = [(1, CLUTTERED), (2, CLUTTERED)];
    let (_, recipe) = visit(&pages, Strength::Focus);
    let focused = recipe_of(&recipe).expect("a recipe");
    assert!(selectors(&focused).contains(&".site-footer"), "{focused:?}");
    let tidy = clean(&story(3, CLUTTERED), &options(3, &recipe, Strength::Tidy));
    assert!(tidy.recipe.wrong.contains(&".site-footer".to_owned()));
    let tidied = recipe_of(&text(&tidy)).expect("a recipe");
    assert!(!selectors(&tidied).contains(&".site-footer"), "{tidied:?}");
    let again = clean(
        &story(4, CLUTTERED),
        &options(4, &text(&tidy), Strength::Focus),
    );
    let focused = recipe_of(&text(&again)).expect("a recipe");
    assert!(selectors(&focused).contains(&".site-footer"), "{focused:?}");
}

#[test]
fn what_the_reader_is_at_is_given_back_but_not_unlearned() {
    let (recipe, _) = learned();
    let html = story(3, CLUTTERED);
    let page = clean_copy::read::read(&html);
    let form = (0..page.len()).find(|&id| page.tag_name(id) == "form");
    let facts = LiveFacts {
        kept: form.into_iter().collect(),
        ..LiveFacts::default()
    };
    let asked = Options {
        facts,
        ..options(3, &recipe, Strength::Tidy)
    };
    let done = clean(&html, &asked);
    assert_eq!(done.recipe.wrong, [".letter-signup"]);
    let report = recipe_of(&text(&done)).expect("a recipe");
    assert!(selectors(&report).contains(&".letter-signup"), "{report:?}");
}

#[test]
fn what_covers_the_page_stays_known_while_the_recipe_hides_it() {
    let veil = r#"<div class="veil-panel"><p>Take our paper with you</p></div>"#;
    let template = Template {
        inside: "",
        below: veil,
    };
    let mut recipe = String::new();
    for number in 1..5 {
        let html = story(number, template);
        let page = clean_copy::read::read(&html);
        let covering = (0..page.len())
            .filter(|&id| page.attr(id, clean_copy::outline::Attr::Class) == Some("veil-panel"));
        // From the third page on the recipe hides it, so the live page does not see it cover anything.
        let covering = if number < 3 {
            covering.collect()
        } else {
            Vec::new()
        };
        let facts = LiveFacts {
            covering,
            ..LiveFacts::default()
        };
        let asked = Options {
            facts,
            ..options(number, &recipe, Strength::Tidy)
        };
        let done = clean(&html, &asked);
        assert_eq!(done.recipe.wrong, Vec::<String>::new(), "page {number}");
        recipe = text(&done);
    }
    let report = recipe_of(&recipe).expect("a recipe");
    assert_eq!(selectors(&report), [".veil-panel"]);
}

#[test]
fn hashed_numbered_and_broad_names_are_not_learned() {
    let below = r#"<div class="css-x1y2z3" id="box-48213"><h3>Related stories</h3><ul><li><a href="/1">Ferry company sells its last steamer</a></li><li><a href="/2">Council closes the covered market</a></li></ul></div>
<div class="promo"><a href="/4">Also on marsh.example: the lamp that burned all night</a></div>"#;
    let template = Template { inside: "", below };
    let (done, recipe) = visit(
        &[(1, template), (2, template), (3, template)],
        Strength::Tidy,
    );
    assert_eq!(done.outcome(), Outcome::Cleaned);
    let report = recipe_of(&recipe).expect("anchors");
    assert_eq!(selectors(&report), Vec::<&str>::new());
}

#[test]
fn a_page_with_thousands_of_boxes_makes_a_bounded_recipe() {
    let letters = |n: usize| {
        let letter = |d: usize| char::from(b'a' + (n / d % 20) as u8);
        format!("{}o{}a{}e", letter(400), letter(20), letter(1))
    };
    let boxes: Vec<String> = (0..3000)
        .map(|n| {
            format!(
                r#"<div class="promo-{}-box"><a href="/{n}">Read more: the tale of {n}</a></div>"#,
                letters(n)
            )
        })
        .collect();
    let below = boxes.concat();
    let template = Template {
        inside: "",
        below: &below,
    };
    let (_, recipe) = visit(&[(1, template), (2, template)], Strength::Tidy);
    let report = recipe_of(&recipe).expect("a recipe");
    assert!(recipe.len() <= LONGEST && report.hides.len() <= MOST_HIDES);
    assert!(report.hides.len() > 10 && report.anchors.len() <= MOST_ANCHORS);
}
