use super::*;
use crate::judge::paragraphs;
use crate::read::read;
use crate::{Options, TextForm, clean};

/// Whether what stands in a box amid the article is copied with it.
fn is_copied(class: &str, inside: &str) -> bool {
    let html = format!(
        "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='{class}'>{inside}</div>{}</article></body></html>",
        paragraphs(4),
        paragraphs(8)
            .split_inclusive("</p>")
            .skip(4)
            .collect::<String>()
    );
    clean(&html, &Options::default())
        .text(TextForm::Body)
        .contains("the mayor of Lower Marsh reads us")
}

const PITCH: &str = "<p>Even the mayor of Lower Marsh reads us on the lamp at the harbour, as the council said on Monday.</p>";

#[test]
fn what_wants_an_address_or_a_click_is_not_the_articles() {
    let form = format!("{PITCH}<form><input type='email'><button>Send it</button></form>");
    assert!(!is_copied("newsletter-box", &form));
    // A letter to a landlord wants one, too.
    assert!(is_copied("x", &form));
    let link = format!("{PITCH}<a href='/join'>Join us today</a>");
    assert!(!is_copied("css-1 story-cta", &link));
    let button = format!("{PITCH}<div><button><b>Join us</b></button></div>");
    assert!(!is_copied("promo-box", &button));
}

/// How many boxes amid the article go, where the model is as sure of them as of the article.
fn taken(inside: &str) -> usize {
    taken_under("The lamp stays lit until the spring", inside)
}

fn taken_under(headline: &str, inside: &str) -> usize {
    let page = read(&format!(
        "<html><body><article><h1>{headline}</h1>{}<div>{inside}</div></article></body></html>",
        paragraphs(8)
    ));
    let context = Context::new(&page);
    let p = vec![0.9; context.blocks.len()];
    boxes(&Counts::new(&context, &p)).len()
}

#[test]
fn a_paragraph_that_ends_in_a_call_is_no_paragraph_of_the_article() {
    let pitch = "<p><em>The Morning Tide newsletter tells what the mayor of Lower Marsh said. <a href='/x'>Sign up here</a>.</em></p>";
    assert_eq!(taken(pitch), 1);
    // An article on letters names several.
    assert_eq!(taken(&format!("{pitch}{pitch}")), 0);
}

#[test]
fn a_subscription_reads_like_the_article_and_goes_with_its_terms() {
    let form = |class: &str, button: &str, after: &str| {
        let heading = "<h3>The lamp, by letter</h3>";
        taken(&format!(
            "<div class='{class}'>{heading}{PITCH}{button}{after}</div>"
        ))
    };
    let terms = "<p>By signing up, you agree to the terms of the harbour and its council.</p>";
    // Two of them tell by their shape what they are.
    for (button, unnamed) in [
        ("<button>Sign up</button>", 1),
        ("<form><input><button>Yes please</button></form>", 0),
        ("<label>Yes please<input type='email'></label>", 1),
    ] {
        assert_eq!(form("newsletter-inline", button, ""), 1, "{button}");
        assert_eq!(form("newsletter-inline", button, terms), 1, "{button}");
        assert_eq!(form("x", button, terms), unnamed, "{button}");
    }
    // Whatever else a button is for, what stands over it is the article's.
    for button in ["Share this", "Enlarge", "What does it cost?"] {
        let button = format!("<button>{button}</button>");
        assert_eq!(form("newsletter-section", &button, ""), 0, "{button}");
    }
    let picture = "<figure><img src='a.png'><figcaption>The lamp</figcaption></figure>";
    assert_eq!(
        form("newsletter-inline", picture, "<button>Sign up</button>"),
        0
    );
    let pictures = "<img src='a.png'>".repeat(3);
    assert_eq!(
        form("newsletter-inline", &pictures, "<button>Sign up</button>"),
        0
    );
}

#[test]
fn a_box_amid_the_text_needs_no_button_where_the_model_doubts_it() {
    let goes = |p: f32, class: &str, after: &str| {
        let heading = "<h3>The lamp, by letter</h3>";
        let page = read(&format!(
            "<html><body><article>{}<div class='{class}'>{heading}{PITCH}</div>{after}</article></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let mut all = vec![0.9; context.blocks.len()];
        all[8..10].fill(p);
        boxes(&Counts::new(&context, &all)).len() == 1
    };
    let after = "<p>The pier is worth more.</p>";
    assert!(goes(0.8, "bn-news-letter", after));
    assert!(!goes(0.9, "bn-news-letter", after));
    assert!(!goes(0.8, "bn-letter", after));
    assert!(!goes(0.8, "bn-news-letter", ""));
    // Of a letter that is published as a page each item may stand in such a box.
    let other = "<p>The pier is worth more.</p><div class='bn-news-letter'><h3>The mill</h3><p>It turns.</p></div>";
    assert!(!goes(0.8, "bn-news-letter", &format!("{other}{after}")));
}

#[test]
fn a_box_amid_the_text_that_names_its_letter_goes_though_it_reads_like_the_text() {
    let inside = |class: &str, line: &str, after: &str| {
        let lines = format!("{PITCH}<p>{line}</p>");
        format!("<p>The mill is worth less.</p><div class='{class}'>{lines}</div>{after}")
    };
    let count = |class: &str, line: &str, after: &str| taken(&inside(class, line, after));
    let after = "<p>The pier is worth more.</p>";
    let named = "It is all in the newsletter, of which the council says that it is read.";
    assert_eq!(count("newsletter-block", named, after), 1);
    assert_eq!(count("x", named, after), 0);
    assert_eq!(
        count("newsletter-block", "It is all in the book.", after),
        0
    );
    assert_eq!(count("newsletter-block", named, ""), 0);
    // The article is about it, or is it.
    let about = "<p>The newsletter is worth more than the pier.</p>";
    assert_eq!(count("newsletter-block", named, about), 0);
    let under = |headline: &str| taken_under(headline, &inside("newsletter-block", named, after));
    assert_eq!(under("The newsletter of the harbour"), 0);
    assert_eq!(under("The lamp of the harbour"), 1);
    assert_eq!(count("newsletter-intro", named, after), 0);
    let long = "The council says that it is read. ".repeat(8);
    assert_eq!(
        count("newsletter-block", &format!("{named} {long}"), after),
        0
    );
    let items =
        format!("<div class='newsletter-block'>{PITCH}<p>{named}</p></div>{after}").repeat(3);
    assert_eq!(taken(&items), 0);
}

#[test]
fn letters_that_the_article_recommends_stay() {
    let letter = format!("<div class='newsletter-card'>{PITCH}<button>Sign up</button></div>");
    let apart =
        |count: usize| taken(&format!("{letter}<p>The pier is worth more.</p>").repeat(count));
    assert_eq!(apart(3), 3);
    assert_eq!(apart(4), 0);
    assert_eq!(taken(&letter.repeat(2)), 0);
}

#[test]
fn boxes_without_a_bad_name_or_without_a_button_are_the_articles() {
    assert!(is_copied(
        "x",
        &format!("{PITCH}<a href='/join'>Join us today</a>")
    ));
    assert!(is_copied("promo-box", PITCH));
    assert!(is_copied(
        "pitch-report",
        &format!("{PITCH}<a href='/card'>Full scorecard</a>")
    ));
    assert!(is_copied(
        "paywall",
        &format!("{PITCH}<a href='/join'>Join us today</a>")
    ));
    assert!(is_copied(
        "promo-box",
        &format!("{PITCH}<table><tr><td>1<td>2</table><a href='/join'>Join us</a>")
    ));
}
