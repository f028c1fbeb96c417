use crate::judge::paragraphs;
use crate::{Clean, Options, TextForm, clean};

/// The copy of a line of the article with this in it.
fn with(inside: &str) -> Clean {
    let (start, end) = (paragraphs(4), paragraphs(2));
    let line = format!(
        "<p>In the evening the keeper of the harbour came and said that {inside} the lamp of the winter, he told us.</p>"
    );
    let html = format!("<article><h1>The lamp stays lit</h1>{start}{line}{end}</article>");
    clean(
        &format!("<html><body>{html}</body></html>"),
        &Options::default(),
    )
}

#[track_caller]
fn assert_copied(inside: &str, text: &str, markdown: &str) {
    let clean = with(inside);
    let (found, wanted) = (
        clean.text(TextForm::Body),
        format!("said that {text} the lamp"),
    );
    assert!(found.contains(&wanted), "{found}");
    let (found, wanted) = (clean.markdown(), format!("said that {markdown} the lamp"));
    assert!(found.contains(&wanted), "{found}");
}

#[test]
fn a_part_of_a_line_that_the_page_hides_is_not_copied() {
    let line = "Marsh, <i style='display: none'>forty </i>which <b hidden>x</b>has";
    assert_copied(line, "Marsh, which has", "Marsh, which has");
}

#[test]
fn a_line_break_eats_the_space_before_it() {
    assert_copied(
        "Marsh, <br> which, <b>too </b><br>has",
        "Marsh,\nwhich, too\nhas",
        "Marsh,  \nwhich, **too**  \nhas",
    );
}

#[test]
fn paragraphs_that_line_breaks_part_are_one_empty_line_apart() {
    let lines = paragraphs(8)
        .replace("<p>", "")
        .replace("</p>", "<br> <i><br></i> ");
    let html = format!(
        "<html><body><article><h1>The lamp stays lit</h1><div>{lines}</div></article></body></html>"
    );
    let clean = clean(&html, &Options::default());
    let text = clean.text(TextForm::Article);
    assert!(
        text.matches("\n\n").count() >= 8 && !text.contains("\n\n\n"),
        "{text}"
    );
    assert!(
        !clean.fragment().contains("<p><br>"),
        "{}",
        clean.fragment()
    );
}

#[test]
fn quotations_have_their_marks() {
    assert_copied(
        "<q>it is late </q>before",
        "“it is late” before",
        "“it is late” before",
    );
    assert_copied(
        "<q>it <b>is</b></q>, <q>late</q> before",
        "“it is”, “late” before",
        "“it **is”**, “late” before",
    );
    assert_copied(
        "<q>say <q>late</q></q> of",
        "“say ‘late’” of",
        "“say ‘late’” of",
    );
    assert_copied("<q>«late»</q> of", "«late» of", "«late» of");
    assert_copied("„<q>late</q>“ of", "„late“ of", "„late“ of");
    assert_copied("'<q>late</q>' of", "'late' of", "'late' of");
    assert_copied("l'<q>avenir</q> of", "l'“avenir” of", "l'“avenir” of");
    assert_copied(
        "<a href='/a'><q>late</q></a> of",
        "“late” of",
        "[“late”](</a>) of",
    );
}

#[test]
fn what_is_struck_out_looks_so() {
    assert_copied("<s>forty</s> thirty", "forty thirty", "~~forty~~ thirty");
    assert_copied("<del>forty</del>thirty", "fortythirty", "~~forty~~thirty");
    assert_copied(
        "<b><s>forty</s></b> thirty",
        "forty thirty",
        "**~~forty~~** thirty",
    );
    assert!(
        with("<s>forty</s> thirty")
            .fragment()
            .contains("<s>forty</s> thirty")
    );
}

#[test]
fn words_of_two_elements_of_a_sites_own_stay_apart() {
    assert_copied(
        "<my-line>it was late.</my-line><my-line>He saw</my-line>",
        "it was late. He saw",
        "it was late. He saw",
    );
    assert_copied("<my-word>late</my-word>r", "later", "later");
    assert_copied(
        "<my-word>今夜</my-word><my-word>も灯</my-word>",
        "今夜も灯",
        "今夜も灯",
    );
    assert_copied(
        "<my-line>la<my-word>ter</my-word></my-line>",
        "later",
        "later",
    );
}

/// What stands above or below the line, in each copy.
#[track_caller]
fn assert_leveled(inside: &str, plain: &str, markdown: &str, html: &str) {
    let clean = with(inside);
    let copies = [
        (clean.text(TextForm::Article), plain),
        (clean.markdown(), markdown),
        (clean.fragment(), html),
    ];
    for (copy, wanted) in copies {
        let wanted = format!("said that {wanted} the lamp");
        assert!(
            copy.contains(&wanted),
            "expected {wanted:?}, but found {copy}"
        );
    }
}

#[test]
fn a_power_is_no_digit_of_its_number() {
    assert_leveled(
        "10<sup>-6</sup> km<sup>2</sup> of H<sub>2</sub>O at",
        "10⁻⁶ km² of H₂O at",
        "10⁻⁶ km² of H₂O at",
        "10<sup>-6</sup> km<sup>2</sup> of H<sub>2</sub>O at",
    );
    assert_leveled(
        "<b>10<sup>6</sup> stairs</b> at",
        "10⁶ stairs at",
        "**10⁶ stairs** at",
        "<strong>10</strong><strong><sup>6</sup></strong><strong> stairs</strong> at",
    );
    assert_leveled(
        "in 2019<sup><a href=\"#note\">3</a></sup>, <sup>1</sup>/<sub>2</sub> of",
        "in 2019³, ¹/₂ of",
        "in 2019³, ¹/₂ of",
        "in 2019<sup>3</sup>, <sup>1</sup>/<sub>2</sub> of",
    );
}

#[test]
fn what_has_no_characters_above_the_line_stands_in_it() {
    assert_leveled(
        "the 19<sup>th</sup> century<sup>[3]</sup> at",
        "the 19th century[3] at",
        "the 19th century\\[3\\] at",
        "the 19<sup>th</sup> century<sup>[3]</sup> at",
    );
}

#[test]
fn what_is_struck_out_does_not_read_as_if_it_stood() {
    let clean = with(
        "<del>four <b>old</b> </del><ins>five</ins> lamps, <s><a href='/sold'>sold</a></s>, light",
    );
    let text = clean.text(TextForm::Article);
    assert!(
        text.contains("that ~~four old~~ five lamps, ~~sold~~, light"),
        "{text}"
    );
    let words = clean.text(TextForm::Body);
    assert!(
        words.contains("that four old five lamps, sold, light"),
        "{words}"
    );
}
