//! The headline, and what stands above it.

use super::{HEAD, clean, reason};
use crate::verdict::Reason;

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
