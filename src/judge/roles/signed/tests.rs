use super::{is_date, signs_below};
use crate::Options;
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::judge::roles::{Role, parts};
use crate::judge::{judge_by, paragraphs};
use crate::read::read;

/// The page with this below an article, and who wrote it.
fn signed(below: &str) -> (String, Option<String>) {
    let html = format!(
        "<html><body><div class='post'><h3 class='post-title'>The lamp stays lit until the spring</h3>{}</div>{below}</body></html>",
        paragraphs(6)
    );
    let clean = crate::clean(&html, &Options::default());
    let byline = clean.article.metadata.byline.clone();
    (crate::rewrite(&html, &clean.plan), byline)
}

#[test]
fn who_posted_it_stands_below_it() {
    let line = "<div class='post-footer'><span class='post-author'>Posted by Ida Brandt at 7:32 PM</span></div>";
    let tools =
        "<div class='share-buttons'><a href='#'>Email This</a> <a href='#'>BlogThis!</a></div>";
    let (page, byline) = signed(&format!("{line}{tools}"));
    assert!(page.contains("Posted by"), "{page}");
    assert!(!page.contains("BlogThis"), "{page}");
    assert_eq!(byline.as_deref(), Some("Ida Brandt"));
    let (page, byline) = signed(&format!(
        "<div class='comments'><div class='comment'><p>It was the oil.</p>{line}</div></div>"
    ));
    assert!(!page.contains("Posted by"), "{page}");
    assert_eq!(byline, None);
}

#[test]
fn a_line_below_the_text_is_signed_by_a_verb_a_name_and_a_time() {
    let is_signed = |line: &str| {
        let text = paragraphs(1);
        let page = read(&format!(
            "<html><body>{text}<div>{line}</div></body></html>"
        ));
        signs_below(&Context::new(&page), 1) == Some(1)
    };
    assert!(is_signed("Posted by Ida Brandt at 7:32 PM"));
    assert!(!is_signed("Posted by Ida Brandt"));
    // A teaser's author.
    assert!(!is_signed("By Ida Brandt at 7:32 PM"));
    assert!(!is_signed("Posted on Monday at 7:32 PM"));
    assert!(!is_signed(
        "<p class='comment-list'>Posted by Ida Brandt at 7:32 PM</p>"
    ));
}

#[test]
fn the_life_of_the_author_goes_by_the_name_it_begins_with() {
    let goes_where = |believed: f32, below: &str| {
        let page = read(&format!(
            "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":[{{\"name\":\"Ida Brandt\"}},{{\"name\":\"The Harbour Post\"}}]}}\
             </script><meta property='og:site_name' content='The Harbour Post'></head><body><main><h1>The lamp stays lit</h1><div>{}</div>{below}</main></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let life = |text: &String| {
            if text.contains("lighthouses") {
                believed
            } else {
                0.95
            }
        };
        let p = context.texts.iter().map(life).collect();
        let verdicts = judge_by(&context, p, &Options::default()).verdicts;
        let mut outside = verdicts.iter().filter(|v| v.evidence.clue == Clue::Outside);
        outside.any(|v| page.squeezed(v.node, 200).contains("lighthouses"))
    };
    let life = |name: &str| {
        format!(
            "<div><p>{name} writes of lighthouses, harbours and councils, and lives in Lower Marsh with a dog.</p></div>"
        )
    };
    let goes = |below: &str| goes_where(0.2, below);
    assert!(goes(&life("Ida Brandt")));
    assert!(!goes_where(0.3, &life("Ida Brandt")));
    assert!(!goes(&life("Bo Doe")));
    assert!(!goes(&life("Ida Brandtner")));
    assert!(!goes(&life("The Harbour Post")));
    assert!(!goes("<div><p>Ida Brandt, of lighthouses</p></div>"));
}

#[test]
fn days_are_told_in_the_digits_and_years_of_other_scripts() {
    for date in [
        "শেষ আপডেট: ১৯ অগস্ট ২০২৪ ০৬:২০",
        "۰۵ خرداد ۱۴۰۳ - ۰۸:۱۵",
        "٨ يناير ٢٠٢٥",
        "20 พ.ค. 2568 06:30 น.",
        "2024年5月6日",
        "9 Jan, 2020 19:03",
    ] {
        assert!(is_date(date), "{date}");
    }
    for other in [
        "In 1403 there were 5 lamps",
        "2568 lamps, 20 of them lit",
        "১৯ জন",
    ] {
        assert!(!is_date(other), "{other}");
    }
}

/// The role of a block with `text` on a page of Ida Brandt's, with `above` below the headline and `below` the text.
fn role(above: &str, below: &str, text: &str) -> Role {
    let page = read(&format!(
        "<html><head><meta name='author' content='Ida Brandt'></head><body><main><h1>The lamp stays lit</h1>\
         {above}<div>{}{below}</div></main></body></html>",
        paragraphs(8)
    ));
    let context = Context::new(&page);
    let likely = |own: &String| if own.contains(text) { 0.1 } else { 0.95 };
    let p: Vec<f32> = context.texts.iter().map(likely).collect();
    let at = context.texts.iter().position(|own| own.contains(text));
    at.map_or(Role::Body, |at| parts(&context, &p).roles[at])
}

#[test]
fn a_line_with_the_author_s_name_in_an_element_is_theirs() {
    let line = |name: &str| {
        let line = format!("<div><a>{name}</a><span><button>Write</button></span></div>");
        role(&line, "", name)
    };
    assert_eq!(line("Ida Brandt"), Role::Byline);
    assert_eq!(line("Lower Marsh"), Role::Other);
    // The masthead of whoever writes alone.
    let page = read(
        "<html><head><meta name='author' content='Ida Brandt'></head><body><div><a href='/'>Ida Brandt</a><a href='/a'>lamps</a>\
         <a href='/b'>tides</a></div><h1>The lamp stays lit</h1><p>It was lit.</p></body></html>",
    );
    let context = Context::new(&page);
    assert_eq!(parts(&context, &[0.1, 0.3, 0.9]).roles[0], Role::Other);
}

#[test]
fn by_and_a_name_below_the_headline_is_a_byline_whoever_the_metadata_names() {
    let line = |text: &str| role(&format!("<p>{text}</p>"), "", text);
    assert_eq!(line("By Anna Schmidt"), Role::Byline);
    assert_eq!(line("Interview by Anna Schmidt"), Role::Byline);
    assert_eq!(line("By the sea"), Role::Other);
    assert_eq!(line("By Anna Schmidt's account it was lit."), Role::Other);
}

#[test]
fn a_name_alone_behind_the_last_paragraph_signs_it() {
    let below = |text: &str| role("", text, "Schmidt");
    assert_eq!(below("<p><b>Anna Schmidt</b></p>"), Role::Byline);
    assert_eq!(below("<p>Anna Schmidt lights it</p>"), Role::Other);
    assert_eq!(below("<p><a href='/a'>Anna Schmidt</a></p>"), Role::Other);
    assert_eq!(below("<div><p>Anna Schmidt</p></div>"), Role::Other);
}
