//! What becomes of pictures, and of what stands beside them.

use super::spare;
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::judge::{judge, later_paragraphs, paragraphs};
use crate::plan::Case;
use crate::read::read;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};
use crate::{Options, Strength, clean, rewrite};

const PHOTO: &str = "<img src='/2026/harbour-at-dawn-300x200.jpg' width='634'>";

/// A page with `above` over its headline and `amid` its paragraphs, after a clean.
fn cleaned(above: &str, amid: &str, strength: Strength) -> String {
    let html = format!(
        "<html><head><title>The lamp stays lit until the spring</title>\
         <meta property='og:image' content='https://e.org/2026/harbour-at-dawn-1200x675.jpg'></head>\
         <body><main>{above}<article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article></main></body></html>",
        paragraphs(4),
        later_paragraphs()
    );
    let options = Options {
        strength,
        ..Options::default()
    };
    rewrite(&html, &clean(&html, &options).plan)
}

fn keeps(amid: &str, picture: &str) -> bool {
    cleaned("", amid, Strength::Tidy).contains(picture)
}

#[test]
fn a_picture_of_the_article_stays_whatever_its_box_is_called() {
    for around in [
        "<figure class='wp-block-image wp-lightbox-container'>$<button>Enlarge</button></figure>",
        "<figure><div class='aspect-ratio--overlay-container'><picture>$</picture></div></figure>",
        "<a class='td-modal-image' href='/boat.jpg'>$</a>",
        "<div class='mol-img image-share'>$</div>",
        "<div class='block-image-ads hero-image'><picture>$</picture></div>",
    ] {
        let boxed = around.replace('$', "<img src='/boat.jpg' width='634'>");
        assert!(keeps(&boxed, "/boat.jpg"), "{around}");
    }
}

#[test]
fn what_is_said_beside_a_picture_goes_alone() {
    let figure = "<figure><div role='button'><span>Press enter or click to view image in full size</span></div>\
                  <img src='/boat.jpg' width='634'></figure>";
    let html = cleaned("", figure, Strength::Tidy);
    assert!(html.contains("/boat.jpg"));
    assert!(!html.contains("Press enter"));
    // Words right in the link, or long ones, stay with the picture.
    for inside in [
        "<img src='/boat.jpg' width='634'>View image in fullscreen",
        "<span>View gallery: the boat at the harbour of Lower Marsh, seen from the north pier at dusk</span><img src='/boat.jpg' width='634'>",
    ] {
        for link in ["a href='/boat.jpg'", "button"] {
            let tag = link.split(' ').next().unwrap_or(link);
            let figure = format!(
                "<figure><{link}>{inside}</{tag}><figcaption>The boat in the harbour</figcaption></figure>"
            );
            assert!(
                cleaned("", &figure, Strength::Tidy).contains("/boat.jpg"),
                "{figure}"
            );
        }
    }
}

#[test]
fn what_the_budget_refuses_as_a_whole_is_not_taken_apart() {
    let taken = |inside: &str| {
        let page = read(&format!(
            "<html><head><meta property='og:image' content='/harbour-at-dawn.jpg'></head><body><main>\
             <section><img src='/harbour-at-dawn.jpg'>{inside}</section>{}</main></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let judgement = judge(&context, &Options::default());
        let section = (0..page.len()).find(|&id| page.tag(id) == Tag::Section);
        let says = Clue::Says.on("advertisement");
        let node = section.unwrap_or_default();
        let verdict = Verdict::hide(node, Reason::Advert, Certainty::Strong, says);
        let case = Case {
            context: &context,
            judgement: &judgement,
            strength: Strength::Tidy,
            article: true,
        };
        let spared = spare(&case, &[&verdict]);
        spared.map(|verdicts| verdicts.len())
    };
    assert_eq!(taken("<p>Advertisement</p>"), Some(1));
    let article = format!("<p>Advertisement</p>{}", paragraphs(4));
    assert_eq!(taken(&article), Some(0));
}

#[test]
fn boxes_are_taken_apart_however_deep_they_nest() {
    let levels = 20_000;
    let (open, close) = ("<div>".repeat(levels), "</div>".repeat(levels));
    let hero = format!("{open}<p>National league</p>{PHOTO}{close}<p>Fixtures</p>");
    let html = cleaned(&hero, "", Strength::Focus);
    assert!(html.contains("harbour-at-dawn-300x200"));
    assert!(!html.contains("National league"));
}

#[test]
fn pictures_of_clutter_go_with_it() {
    for clutter in [
        "<div class='ad-slot'><a href='https://shop.example/'><img src='/boat.jpg' width='634'></a></div>",
        "<div class='share-bar'><img src='/boat.jpg' width='24'><picture><img src='/b.png'></picture></div>",
        "<div class='newsletter-box'><img src='/boat.jpg' width='634'><p>Sign up for our newsletter</p></div>",
        "<aside class='related'><h3>Related stories</h3><a href='/boat'><img src='/boat.jpg' width='634'>A boat</a></aside>",
        "<div class='popup' style='position:fixed'><img src='/boat.jpg' width='634'></div>",
        "<div class='popup modal'><img src='/boat.jpg' width='634'></div>",
        "<div class='ad-slot' data-href='/x'><img src='/boat.jpg' width='634'></div>",
        "<div class='share-pin'><img src='/boat.jpg' width='634'>Pin it now</div>",
    ] {
        assert!(!keeps(clutter, "/boat.jpg"), "{clutter}");
    }
}

#[test]
fn the_picture_that_the_page_declares_stays_over_the_headline() {
    let hero = format!("<div class='hero'>{PHOTO}<p>National league</p></div><p>Fixtures</p>");
    let html = cleaned(&hero, "", Strength::Focus);
    assert!(html.contains("harbour-at-dawn-300x200"));
    assert!(!html.contains("National league"));
    let teaser = format!(
        "<div class='hero'><a href='/x'>{PHOTO}</a><p>National league</p></div><p>Fixtures</p>"
    );
    assert!(!cleaned(&teaser, "", Strength::Focus).contains("harbour-at-dawn-300x200"));
}
