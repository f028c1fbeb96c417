//! What each rule takes and what it must leave.

mod neighbours;
mod top;

use super::*;

const FIRST: &str =
    "At the lock above the mill the water is let through only after dark, when the town is asleep.";
const SECOND: &str =
    "The arrangement dates from 1908, when the mill was turned into a power station by its owners.";
const HEAD: &str = "The river that goes to work at night";

/// The clean text of these lines; `F`, `S` and `H` stand for two paragraphs and the headline, blank lines around.
fn clean(lines: &[&str]) -> String {
    let text = text(lines);
    let clean = clean_plain(&text).text;
    clean
        .replace(FIRST, "F")
        .replace(SECOND, "S")
        .replace(HEAD, "H")
}

fn text(lines: &[&str]) -> String {
    let long = |line: &&str| match *line {
        "F" => FIRST.to_owned(),
        "S" => SECOND.to_owned(),
        "H" => HEAD.to_owned(),
        other => other.to_owned(),
    };
    lines.iter().map(long).collect::<Vec<_>>().join("\n")
}

/// The reason that a line went for.
fn reason(lines: &[&str], line: &str) -> Option<Reason> {
    let removed = clean_plain(&text(lines)).removed;
    removed.iter().find(|r| r.line == line).map(|r| r.reason)
}

/// True where the text comes out byte for byte.
fn stays(lines: &[&str]) -> bool {
    let text = text(lines);
    clean_plain(&text).text == text
}

#[test]
fn takes_icon_lines_and_phrases() {
    let lines = [
        "menu_open share chevron_right home",
        "H",
        "F",
        "Advertisement",
        "S",
    ];
    assert_eq!(clean(&lines), "H\nF\nS");
    assert_eq!(reason(&lines, lines[0]), Some(Reason::Icon));
    assert_eq!(reason(&lines, "Advertisement"), Some(Reason::Advert));
}

#[test]
fn leaves_text_without_any_sign_byte_for_byte() {
    assert!(stays(&[
        "Spring 1990",
        "To my sister",
        "",
        "",
        "H  ",
        "",
        "F",
        "\tS",
        "",
        ""
    ]));
    assert!(stays(&["- eggs", "- flour", "Share", "Print", "", "Next"]));
    assert!(stays(&[
        "Rain, rain,",
        "go away,",
        "",
        "Rain, rain,",
        "go away,"
    ]));
    assert!(stays(&["", " ", "\t"]) && stays(&[""]));
}

#[test]
fn keeps_code_and_mostly_clean_lists() {
    let code = [
        "H",
        "",
        "F",
        "",
        "while ready {",
        "next",
        "close",
        "}",
        "",
        "```",
        "print",
        "```",
        "",
        "S",
        "",
        "Share",
    ];
    let clean_code = clean(&code);
    assert!(clean_code.contains("```\nprint\n```") && clean_code.contains("{\nnext\nclose\n}"));
    let list = [
        "H",
        "",
        "F",
        "",
        "- Cut the cloth",
        "- Print",
        "- Fold it twice",
        "",
        "S",
        "",
        "Share",
    ];
    assert!(clean(&list).contains("- Print"));
}

#[test]
fn refuses_to_take_most_of_the_prose() {
    let promo = "Sign up for our newsletter, which comes with seven letters a week from all the villages of the valley, free.";
    assert!(stays(&[
        "H", "", "F", "", promo, "", "1. ", promo, "2. ", promo
    ]));
    assert_eq!(
        clean(&[
            "H",
            "",
            "F",
            "",
            "S",
            "",
            "We use cookies, and so do our partners, to give you the best experience on our website.",
            ""
        ]),
        "H\n\nF\n\nS\n"
    );
}

#[test]
fn keeps_line_breaks_of_windows_and_indents() {
    let text = format!("{HEAD}\r\n\r\nShare\r\n\r\n\r\n  {FIRST}  \r\n{SECOND}\r\n");
    assert_eq!(
        clean_plain(&text).text,
        format!("{HEAD}\r\n\r\n  {FIRST}\r\n{SECOND}\r\n")
    );
}

#[test]
fn gives_what_went_in_the_order_of_the_text() {
    let removed = clean_plain(&text(&[
        "Log in",
        "Rivers",
        "H",
        "H",
        "Share",
        "Facebook",
        "",
        "F",
        "Most read",
        "Swans",
    ]))
    .removed;
    let lines: Vec<&str> = removed.iter().map(|r| r.line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "Log in",
            "Rivers",
            HEAD,
            "Share",
            "Facebook",
            "Most read",
            "Swans"
        ]
    );
}
