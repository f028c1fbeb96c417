//! The Markdown of a copy, read back by a parser that is not ours, says what the HTML of the same copy says: headings,
//! items, links, cells, code, quotations, pictures, in the same places.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "markdown/from_html.rs"]
mod from_html;
#[path = "markdown/from_markdown.rs"]
mod from_markdown;

use clean_copy::normalise::normalise;
use clean_copy::{Clean, Options, Strength, clean};
use proptest::prelude::*;

use crate::common::complain;
use crate::common::fixture::fixtures;

/// The first line in which the two copies differ.
fn difference(clean: &Clean) -> Option<String> {
    let html = from_html::lines(&clean.fragment());
    let markdown = from_markdown::lines(&clean.markdown());
    let longest = html.len().max(markdown.len());
    let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
    (0..longest)
        .find(|&at| html.get(at) != markdown.get(at))
        .map(|at| {
            let (html, markdown) = (line(&html, at), line(&markdown, at));
            format!("line {at}: the HTML has {html:?}, but the Markdown has {markdown:?}")
        })
}

/// Markdown gives every row as many cells as the first.
fn row(cells: &[String]) -> String {
    let last = cells.iter().rposition(|cell| !cell.is_empty());
    cells[..last.map_or(0, |at| at + 1)].join(" ¦ ")
}

#[test]
fn markdown_of_every_page_reads_back_as_its_html() {
    let mut complaints = Vec::new();
    for page in fixtures() {
        let clean = page.clean(Strength::Tidy);
        complaints.extend(difference(&clean).map(|what| format!("{}: {what}", page.slug)));
    }
    complain(&complaints);
}

#[test]
fn the_pages_hold_every_kind_of_piece() {
    let all: Vec<String> = fixtures()
        .iter()
        .flat_map(|page| from_markdown::lines(&page.clean(Strength::Tidy).markdown()))
        .collect();
    for kind in [
        "h1 ", "h2 ", "p ", "- p ", "1. p ", "> p ", "code ", "row ", "p ![", "](",
    ] {
        let found = all.iter().any(|line| line.contains(kind));
        assert!(found, "no page of ours has a line like {kind:?}");
    }
}

const PROSE: [&str; 3] = [
    "The harbour council voted on Monday evening to keep the old lighthouse lit, although no ship has needed it for eleven years, and the keeper retired in the autumn.",
    "Councillor Ida Brandt said that the light belonged to the town as much as the church bell did, and that it used less in a year than a single classroom.",
    "Opponents pointed to the roof, which has leaked since the storms of last winter, and asked who would climb the two hundred and four steps to the lamp.",
];

/// Text that is markup to somebody.
const HOSTILE: &[&str] = &[
    "*",
    "**",
    "_",
    "__init__",
    "`",
    "``",
    "```",
    "~~",
    "|",
    "||",
    "\\",
    "\\\\",
    "<b>",
    "<!--",
    "&amp;",
    "&",
    "&#35;",
    "# ",
    "#",
    "1. ",
    "2) ",
    "- ",
    "+ ",
    "> ",
    "--- ",
    "===",
    "![",
    "[x](y)",
    "]",
    "(",
    ")",
    "[^1]",
    "<https://e.org>",
    "word",
    "5",
    ".",
    "!",
    "“",
    "”",
    "的",
    "é",
    "  ",
    "\u{a0}",
    "a*b",
    "snake_case",
    ":--",
    "|---|",
    "~",
    "$x$",
    "http://e.org/a_b",
];

/// Markup of the page around such text.
const WRAPS: &[(&str, &str)] = &[
    ("", ""),
    ("", ""),
    ("<b>", "</b>"),
    ("<em>", "</em>"),
    ("<b><i>", "</i></b>"),
    ("<code>", "</code>"),
    ("<s>", "</s>"),
    ("<b><del>", "</del></b>"),
    ("<q>", "</q>"),
    ("<a href=\"/a?b=1&amp;copy;=(2)*_x\">", "</a>"),
    ("<a href=\"https://e.org/&lt;|&gt;\"><b>", "</b> more</a>"),
    ("", "<br>"),
    ("<br>", ""),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn inline() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(HOSTILE), 1..5);
    let span = (words, prop::sample::select(WRAPS))
        .prop_map(|(words, (open, close))| format!("{open}{}{close}", escaped(&words.concat())));
    prop::collection::vec(span, 1..5).prop_map(|spans| spans.concat())
}

/// One block of the article with hostile text in it.
fn block() -> impl Strategy<Value = String> {
    let prose = || prop::sample::select(&PROSE[..]);
    prop_oneof![
        (inline(), prose()).prop_map(|(text, prose)| format!("<p>{text} {prose}</p>")),
        (prose(), inline()).prop_map(|(prose, text)| format!("<p>{prose}{text}</p>")),
        (inline(), prose()).prop_map(|(text, prose)| format!("<h2>{text}</h2><p>{prose}</p>")),
        (inline(), prose()).prop_map(|(text, prose)| format!(
            "<blockquote><p>{text} {prose}</p><ul><li>{prose}</li></ul></blockquote>"
        )),
        (inline(), inline(), prose()).prop_map(|(one, other, prose)| format!(
            "<ol start=4><li>{one} {prose}<ul><li>{prose} {other}</li><li>{prose}</li></ul></li><li value=9><p>{prose}</p><p>{other} {prose}</p></li></ol>"
        )),
        (inline(), inline(), prose()).prop_map(|(one, other, prose)| format!(
            "<p>{prose}</p><table><tr><th>{one} a</th><th colspan=2>b</th></tr><tr><td rowspan=2>{other} c</td><td>d {one}</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table><p>{prose}</p>"
        )),
        (inline(), prose()).prop_map(|(text, prose)| format!(
            "<p>{prose}</p><pre><code>{} let a = b;\n\n    c();</code></pre><p>{prose}</p>",
            text.replace("<br>", "\n")
        )),
        (inline(), prose()).prop_map(|(text, prose)| format!(
            "<p>{prose}</p><figure><img src=\"/a b.jpg\" alt=\"[x] *y*\"><figcaption>{text} The light at dusk</figcaption></figure><p>{prose}</p>"
        )),
    ]
}

fn article() -> impl Strategy<Value = String> {
    let blocks = prop::collection::vec(block(), 1..5).prop_map(|blocks| blocks.concat());
    (inline(), blocks).prop_map(|(title, blocks)| {
        let prose: String = PROSE.iter().map(|text| format!("<p>{text}</p>")).collect();
        format!(
            "<!DOCTYPE html><html lang=en><head><meta property=\"og:type\" content=\"article\"><title>x</title></head>\
             <body><main><article><h1>Light {title}</h1>{prose}{blocks}{prose}</article></main></body></html>"
        )
    })
}

fn read(raw: &str) -> Clean {
    let options = Options {
        url: Some("https://www.example.com/news/light".to_owned()),
        ..Options::default()
    };
    clean(&normalise(raw.as_bytes()).html, &options)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_text_reads_back_as_it_stands(raw in article()) {
        let clean = read(&raw);
        prop_assert_eq!(difference(&clean), None, "{}", clean.markdown());
    }
}

/// A property that no page puts to the test would hold for nothing.
#[test]
fn hostile_text_is_in_the_copies() {
    let raw = format!(
        "<html><body><main><article><h1>Light</h1><p>{0}</p><h2># 1. *a* _b_</h2><p>- {0}<br>2. {1} |x| &lt;b&gt;</p>\
         <ul><li>`{1}</li></ul><table><tr><th>a|b</th><th>c</th></tr><tr><td>*d*</td><td>`e`</td></tr></table><p>{2}</p>\
         </article></main></body></html>",
        PROSE[0], PROSE[1], PROSE[2]
    );
    let lines = from_markdown::lines(&read(&raw).markdown());
    for wanted in [
        "h2 # 1. *a* _b_",
        "p - The harbour",
        " 2. Councillor",
        "|x| <b>",
        "- p `Councillor",
        "row a|b ¦ c",
        "row *d* ¦ `e`",
    ] {
        assert!(
            lines.iter().any(|line| line.contains(wanted)),
            "{wanted:?} is not in {lines:#?}"
        );
    }
}

#[test]
fn a_line_break_stays_one() {
    let raw = format!(
        "<html><body><article><h1>Light</h1><p>{}</p><p>{}<br>- second line</p><p>{}</p></article></body></html>",
        PROSE[0], PROSE[1], PROSE[2]
    );
    let markdown = read(&raw).markdown();
    assert!(from_markdown::hard_breaks(&markdown) == 1, "{markdown}");
}
