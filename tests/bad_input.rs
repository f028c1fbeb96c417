//! Input that is no news page: a clear outcome, nothing hidden where there is no article, nothing lost.

use clean_copy::normalise::normalise;
use clean_copy::{
    Action, Clean, Options, Outcome, Strength, TextForm, clean, clean_plain, rewrite,
};

use crate::common::dom::Dom;
use crate::common::squeeze;
use clean_copy::read::read;

const PROSE: &str = "The bridge opened on Monday, nine years after the first pile was driven, and several hundred people walked across before the first buses came.";

fn cleaned(html: &str, strength: Strength) -> Clean {
    let options = Options {
        strength,
        ..Options::default()
    };
    clean(html, &options)
}

/// Nothing is hidden, and the page stays what it is.
fn is_left_alone(bytes: &[u8]) {
    let html = normalise(bytes).html;
    for strength in [Strength::Tidy, Strength::Focus] {
        let clean = cleaned(&html, strength);
        assert_eq!(hidden(&clean), [] as [&str; 0], "{strength:?}");
        let outcomes = [Outcome::NotAnArticle, Outcome::Nothing];
        assert!(outcomes.contains(&clean.outcome()), "{:?}", clean.outcome());
        let (before, after) = (read(&html), read(&rewrite(&html, &clean.plan)));
        assert_eq!(after.text, before.text);
        assert_eq!(after.fingerprint, before.fingerprint);
    }
}

/// The same for a page that nobody could take for an article.
fn is_no_article(bytes: &[u8]) {
    is_left_alone(bytes);
    let clean = cleaned(&normalise(bytes).html, Strength::Tidy);
    assert_eq!(clean.outcome(), Outcome::NotAnArticle);
}

fn hidden(clean: &Clean) -> Vec<&str> {
    let hides = clean.plan.edits.iter().filter(|e| e.action == Action::Hide);
    hides.map(|edit| edit.text.as_str()).collect()
}

/// An article of ten numbered paragraphs and one promo.
fn article() -> String {
    let paragraph = |n: usize| format!("<p>Paragraph {n}. {PROSE}</p>");
    let promo = "<p class=\"promo\">Also on <a href=\"https://other.example/x\">other.example Why the ferry will not be missed</a></p>";
    let (above, below): (String, String) = (
        (1..=5).map(paragraph).collect(),
        (6..=10).map(paragraph).collect(),
    );
    format!("<h1>Harbour bridge opens after nine years</h1>{above}{promo}{below}")
}

/// All ten paragraphs are on the page and in the copy, and the promo is in neither.
fn is_cleaned_well(html: &str) {
    let clean = cleaned(html, Strength::Tidy);
    assert_eq!(clean.outcome(), Outcome::Cleaned);
    let page = Dom::parse(&rewrite(html, &clean.plan)).text();
    let copy = squeeze(&clean.text(TextForm::Body));
    for n in 1..=10 {
        let paragraph = format!("Paragraph {n}. {PROSE}");
        assert!(page.contains(&paragraph), "the page lost {n}");
        assert!(copy.contains(&paragraph), "the copy lost {n}");
    }
    assert!(!page.contains("Why the ferry") && !copy.contains("Why the ferry"));
}

#[test]
fn leaves_an_empty_page_alone() {
    is_no_article(b"");
    is_no_article(b" \n\t ");
    is_no_article(b"<!DOCTYPE html>");
    is_no_article(b"<html><head></head><body></body></html>");
}

#[test]
fn gives_an_outcome_for_an_empty_string() {
    let clean = clean("", &Options::default());
    assert_eq!(clean.outcome(), Outcome::NotAnArticle);
    assert_eq!(clean.plan.edits, []);
    assert_eq!(clean.text(TextForm::Article), "");
    assert_eq!(rewrite("", &clean.plan), "");
    assert_eq!(clean_plain("").text, "");
}

#[test]
fn leaves_binary_data_alone() {
    let every_byte: Vec<u8> = (0..=255).cycle().take(20_000).collect();
    // Steps of a linear congruential generator, as good as noise here.
    let step = |x: &u32| Some(x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let noise: Vec<u8> = std::iter::successors(Some(7u32), step)
        .map(|x| (x >> 24) as u8)
        .take(20_000)
        .collect();
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &noise].concat();
    let pdf = [
        b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nstream\n".as_slice(),
        &noise,
    ]
    .concat();
    for bytes in [
        every_byte,
        noise,
        png,
        pdf,
        vec![0; 10_000],
        vec![0xff; 10_000],
    ] {
        is_left_alone(&bytes);
    }
}

#[test]
fn leaves_a_frameset_alone() {
    is_no_article(
        b"<html><head><title>Old site</title></head><frameset cols='20%,80%'><frame src='menu.html'><frame src='main.html'><noframes><p>Your browser shows no frames. Share this page!</p></noframes></frameset></html>",
    );
}

#[test]
fn leaves_an_svg_document_alone() {
    is_no_article(
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>Chart</title><defs><style>text{fill:red}</style></defs><text x='1' y='2'>Crossings by year</text></svg>",
    );
}

#[test]
fn leaves_a_feed_alone() {
    let item = "<item><title>Bridge opens</title><link>https://www.example.com/1</link><description>Nine years late.</description></item>";
    let feed = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Post</title>{}</channel></rss>",
        item.repeat(20)
    );
    is_left_alone(feed.as_bytes());
}

#[test]
fn leaves_a_page_of_scripts_alone() {
    is_no_article(b"<script>var page = '<p>Share this story!</p>';</script><script>run()</script>");
    is_no_article(
        b"<html><body><div id='root'></div><script src='/app.js'></script></body></html>",
    );
}

#[test]
fn leaves_a_short_text_alone() {
    is_no_article("Nothing here but a line of text, and one more: Grüße aus Köln.".as_bytes());
}

#[test]
fn keeps_every_word_of_a_text_without_tags() {
    let text = format!("{PROSE} ").repeat(40);
    let html = normalise(text.as_bytes()).html;
    let clean = cleaned(&html, Strength::Tidy);
    assert_eq!(hidden(&clean), [] as [&str; 0]);
    let after = Dom::parse(&rewrite(&html, &clean.plan)).text();
    assert_eq!(after, squeeze(&text));
}

#[test]
fn cleans_a_page_without_body_tags() {
    is_cleaned_well(&normalise(article().as_bytes()).html);
}

#[test]
fn cleans_a_page_of_unclosed_tags() {
    let careless = article().replace("</p>", "").replace("</h1>", "");
    let careless = careless.replace("nine years<p>", "nine years</h1><p>");
    is_cleaned_well(&normalise(careless.as_bytes()).html);
}

#[test]
fn cleans_a_page_with_an_attribute_of_a_megabyte() {
    let long = "x".repeat(1 << 20);
    let page = |attribute: &str| {
        format!(
            "<body><div {attribute}=\"{long}\">{}</div></body>",
            article()
        )
    };
    for attribute in ["data-state", "style", "class", "id", "title"] {
        is_cleaned_well(&normalise(page(attribute).as_bytes()).html);
    }
}

#[test]
fn cleans_a_page_with_a_hundred_thousand_elements_around_the_article() {
    let depth = 100_000;
    let raw = format!(
        "<body>{}{}{}</body>",
        "<div>".repeat(depth),
        article(),
        "</div>".repeat(depth)
    );
    let clean = cleaned(&raw, Strength::Tidy);
    assert_eq!(clean.page.len() as usize, depth + 14);
    let copy = squeeze(&clean.text(TextForm::Body));
    assert!(copy.contains("Paragraph 1.") && copy.contains("Paragraph 10."));
    assert!(!copy.contains("Why the ferry"));
    assert_eq!(clean.outcome(), Outcome::Cleaned);
}

/// Browsers stop nesting at some depth, and what would lie deeper stands side by side: links leave their paragraphs.
#[test]
fn keeps_the_article_inside_a_hundred_thousand_elements_that_a_parser_flattened() {
    let html = normalise(format!("<body>{}{}", "<div>".repeat(100_000), article()).as_bytes()).html;
    let clean = cleaned(&html, Strength::Tidy);
    let page = Dom::parse(&rewrite(&html, &clean.plan)).text();
    let copy = squeeze(&clean.text(TextForm::Body));
    for n in 1..=10 {
        let paragraph = format!("Paragraph {n}. {PROSE}");
        assert!(
            page.contains(&paragraph) && copy.contains(&paragraph),
            "{n} is lost"
        );
    }
}

#[test]
fn survives_a_hundred_thousand_nested_elements_with_text_in_each() {
    let depth = 100_000;
    let raw = format!(
        "<body>{}{}</body>",
        "<div>x".repeat(depth),
        "</div>".repeat(depth)
    );
    let clean = cleaned(&raw, Strength::Focus);
    assert_eq!(clean.page.len() as usize, depth + 1);
    let rewritten = rewrite(&raw, &clean.plan);
    assert_eq!(rewritten.matches('x').count(), depth);
}

#[test]
fn cleans_a_page_of_twenty_megabytes() {
    let promo = "<p class=\"promo\">Also on <a href=\"https://other.example/x\">other.example Why the ferry will not be missed</a></p>";
    let paragraph = |n: usize| format!("<p>Paragraph {n}. {PROSE}</p>");
    let part = |n: usize| paragraph(n) + if n.is_multiple_of(1000) { promo } else { "" };
    let count = 20_000_000 / paragraph(10_000).len() + 1;
    let body: String = (0..count).map(part).collect();
    let html = format!(
        "<html><body><article><h1>Harbour bridge opens after nine years</h1>{body}</article></body></html>"
    );
    assert!(html.len() > 20_000_000);
    let clean = cleaned(&html, Strength::Tidy);
    assert_eq!(clean.outcome(), Outcome::Cleaned);
    let rewritten = rewrite(&html, &clean.plan);
    assert_eq!(rewritten.matches("<p>Paragraph ").count(), count);
    assert!(!rewritten.contains("Why the ferry"));
    let copy = clean.text(TextForm::Body);
    assert_eq!(copy.matches("Paragraph ").count(), count);
}

#[test]
fn a_count_of_words_that_nobody_wrote_cuts_nothing_off() {
    let outcome = |words: &str| {
        let declared = format!(r#"{{"@type":"NewsArticle","wordCount":{words}}}"#);
        let head = format!("<script type=\"application/ld+json\">{declared}</script>");
        let wall = "<div class=\"paywall\"><p>Subscribe to continue reading</p></div>";
        let html = normalise(format!("{head}<article>{}</article>{wall}", article()).as_bytes());
        cleaned(&html.html, Strength::Tidy).outcome()
    };
    assert_eq!(outcome("5000"), Outcome::CutOff);
    assert_eq!(outcome("429496731"), Outcome::CutOff);
    assert_ne!(outcome("-1"), Outcome::CutOff);
}
