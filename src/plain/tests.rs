//! What each rule takes and what it must leave.

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
fn says_the_headline_once_with_the_date_below_it() {
    assert_eq!(
        clean(&["9 Jan, 2020 19:03", "", "H", "", "H", "", "F"]),
        "H\n\n9 Jan, 2020 19:03\n\nF"
    );
    assert_eq!(
        clean(&["9 Jan, 2020 19:03", "H", "By Mira Tolland", "H", "F"]),
        "H\n9 Jan, 2020 19:03\nBy Mira Tolland\nF"
    );
    assert_eq!(
        clean(&["H", "", "F", "", "H", "", "S", "", "Share"]),
        "H\n\nF\n\nS"
    );
}

#[test]
fn keeps_one_date_where_the_article_has_its_own() {
    let lines = [
        "Sunday, 16 May 2021",
        "Log in",
        "",
        "H",
        "15 May 2021, 10:00",
        "",
        "F",
    ];
    assert_eq!(clean(&lines), "H\n15 May 2021, 10:00\n\nF");
    assert_eq!(
        reason(&lines, "Sunday, 16 May 2021"),
        Some(Reason::Navigation)
    );
}

#[test]
fn takes_the_title_of_the_page_as_a_copy_of_the_headline() {
    let title = format!("{HEAD} | The Wend Valley Post");
    assert_eq!(clean(&[&title, "", "H", "", "F"]), "H\n\nF");
}

#[test]
fn takes_unknown_short_lines_above_the_headline_only_in_known_company() {
    assert_eq!(
        clean(&["Log in", "Rivers", "Sport", "", "Rivers", "", "H", "", "F"]),
        "H\n\nF"
    );
    assert_eq!(
        clean(&["Opinion", "", "H", "", "F", "", "Share"]),
        "Opinion\n\nH\n\nF"
    );
    assert_eq!(
        clean(&["Home / News / Rivers", "", "H", "", "F", "Share"]),
        "H\n\nF"
    );
}

#[test]
fn takes_menus_above_the_headline_and_below_the_article() {
    let names = [
        "Rivers",
        "Lakes",
        "Weirs",
        "Bells",
        "Swans",
        "Best walks of the year",
        "Mud",
        "Fish",
        "Boats",
        "Locks",
        "Rain",
        "Fog",
    ];
    let legal = ["Privacy policy", "Terms of use", "Contact us"];
    let page = |sign| [&[sign][..], &names, &["", "H", "", "F", ""], &legal, &names].concat();
    assert_eq!(clean(&page("Log in")), "H\n\nF");
    assert_eq!(
        reason(&page("Log in"), "Best walks of the year"),
        Some(Reason::Navigation)
    );
}

#[test]
fn keeps_lists_of_the_article_and_a_headline_at_the_end_of_a_menu() {
    let names = [
        "Rivers", "Lakes", "Weirs", "Bells", "Swans", "Eels", "Mud", "Fish", "Boats", "Locks",
        "Rain", "Fog",
    ];
    let list = [&["H", "", "F", ""], &names[..], &["", "S", "", "Share"]].concat();
    assert!(clean(&list).contains("Rivers\nLakes"));
    let close = [
        &["Log in"],
        &names[..],
        &["Mill bell falls silent", "Mira Tolland", "Wharf Lane", "F"],
    ]
    .concat();
    assert!(clean(&close).contains("Mill bell falls silent\nMira Tolland\nWharf Lane\nF"));
}

#[test]
fn keeps_short_lines_between_headline_and_first_paragraph() {
    let lines = [
        "Log in",
        "H",
        "Mira Tolland",
        "Tanner's Mill",
        "Share",
        "Facebook",
        "412",
        "",
        "F",
    ];
    assert_eq!(clean(&lines), "H\nMira Tolland\nTanner's Mill\n\nF");
}

#[test]
fn takes_teasers_under_a_label_up_to_the_next_prose() {
    let lines = [
        "H",
        "",
        "F",
        "",
        "Related stories",
        "Mill bell rung by hand",
        "Swans on the mud",
        "",
        "S",
    ];
    assert_eq!(clean(&lines), "H\n\nF\n\nS");
    assert_eq!(reason(&lines, "Swans on the mud"), Some(Reason::Related));
}

#[test]
fn keeps_the_heading_of_the_paragraph_below_a_teaser_list() {
    let apart = [
        "H",
        "",
        "F",
        "",
        "Most read",
        "Swans on the mud",
        "",
        "The bell",
        "",
        "S",
    ];
    assert_eq!(clean(&apart), "H\n\nF\n\nThe bell\n\nS");
    let close = [
        "H",
        "",
        "F",
        "",
        "Most read",
        "Swans on the mud",
        "",
        "The bell",
        "S",
    ];
    assert_eq!(clean(&close), "H\n\nF\n\nThe bell\nS");
}

#[test]
fn takes_short_lines_after_a_label_at_the_end_and_leaves_sentences() {
    let lines = [
        "H",
        "",
        "F",
        "",
        "Most read",
        "1. Swans on the mud",
        "",
        "Mill for sale",
        "",
        "The name of the mill was corrected.",
        "Tags",
        "Rivers",
    ];
    assert_eq!(
        clean(&lines),
        "H\n\nF\n\nThe name of the mill was corrected."
    );
}

#[test]
fn keeps_a_long_list_under_a_label() {
    let items: Vec<String> = (0..40)
        .map(|i| format!("Weir number {i} of the upper valley"))
        .collect();
    let mut lines = vec!["H", "", "F", "", "Most popular"];
    lines.extend(items.iter().map(String::as_str));
    assert!(clean(&lines).ends_with("Weir number 39 of the upper valley"));
}

#[test]
fn takes_networks_and_counts_beside_share_buttons() {
    let lines = [
        "H",
        "",
        "F",
        "",
        "Share:",
        "Facebook",
        "Telegram",
        "1.2k",
        "View comments",
        "",
        "S",
    ];
    assert_eq!(clean(&lines), "H\n\nF\n\nS");
    assert_eq!(reason(&lines, "Telegram"), Some(Reason::Share));
    assert_eq!(
        clean(&["H", "", "F", "Share", "Background", "S"]),
        "H\n\nF\nBackground\nS"
    );
    assert_eq!(
        clean(&["H", "", "F", "", "87", "", "S", "Share"]),
        "H\n\nF\n\n87\n\nS"
    );
}

#[test]
fn takes_the_odd_line_inside_a_newsletter_box() {
    let lines = [
        "H",
        "",
        "F",
        "",
        "Sign up for our newsletter",
        "The valley every morning",
        "Enter your email address",
        "",
        "S",
    ];
    assert_eq!(clean(&lines), "H\n\nF\n\nS");
}

#[test]
fn takes_the_one_unknown_line_of_a_group_of_clutter_below_the_article() {
    let group = ["Was it worth your while?", "Share", "Print", "Comments"];
    assert_eq!(clean(&[&["H", "", "F", ""], &group[..]].concat()), "H\n\nF");
    let credit = clean(&[&["H", "", "F", ""], &group[..3]].concat());
    assert_eq!(credit, "H\n\nF\n\nWas it worth your while?");
}

#[test]
fn takes_second_copies_and_keeps_refrains() {
    assert_eq!(
        clean(&["H", "", "F", "", "S", "", "F", "", "Share"]),
        "H\n\nF\n\nS"
    );
    let caption = "Swans on the mud beside Tanner's Mill";
    assert_eq!(
        clean(&["H", "", "F", "", caption, "", "S", "", caption, "", "Share"]),
        format!("H\n\nF\n\n{caption}\n\nS")
    );
    let verse = [
        "H",
        "",
        "F",
        "",
        "And still the river went to work,",
        "and still the bell was rung,",
        "And still the river went to work,",
        "",
        "S",
    ];
    assert!(clean(&[&verse[..], &["", "Share"]].concat()).contains("rung,\nAnd still"));
    assert_eq!(
        clean(&[
            "H",
            "",
            "F",
            "",
            "And so the gates went up.",
            "",
            "S",
            "",
            "And so the gates went up.",
            "",
            "Share"
        ])
        .matches("And so")
        .count(),
        2
    );
}

#[test]
fn keeps_headings_that_say_the_headline_and_more() {
    let lines = [
        "Folding bicycle No. 7 review",
        "",
        "F",
        "",
        "Folding bicycle No. 7 review: brakes",
        "",
        "S",
        "",
        "Share",
    ];
    assert!(clean(&lines).contains("review: brakes"));
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
fn keeps_prose_that_a_label_precedes() {
    let lines = [
        "H",
        "",
        "F",
        "",
        "Comments",
        "Anna",
        "I walked there with my mother in 1961, and the bell was rung even then.",
        "Share",
    ];
    assert_eq!(clean(&lines), format!("H\n\nF\n\n{}\n{}", "Anna", lines[6]));
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
