//! Lines that go for their neighbours.

use super::{clean, reason};
use crate::verdict::Reason;

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
