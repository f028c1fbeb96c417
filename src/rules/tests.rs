use super::length::length;
use super::sayings::is_edge;
use super::teaser::reads_as_host;
use super::*;

#[test]
fn words_are_counted_the_same_in_ascii_and_beyond() {
    for text in [
        "",
        " ",
        "one",
        " one  two ",
        "one\ttwo\x0b\nthree",
        "a, b - c",
    ] {
        let words = text.split_whitespace().count();
        assert_eq!(length(text), (words, false));
        assert_eq!(length(&format!("{text} é")), (words + 1, false));
    }
    assert_eq!(length("東京都 is it"), (1, true));
}

#[test]
fn normal_form_folds_case_space_and_punctuation() {
    assert_eq!(normal("  »Read\u{a0} MORE :"), "read more:");
    assert_eq!(normal("Don’t miss!"), "don't miss");
    assert_eq!(normal("【関連記事】"), "関連記事");
    assert_eq!(normal("İLGİLİ YAZI"), normal("ilgili yazı"));
    assert_eq!(normal("a ,  b - 1,234.5 C’s"), "a , b - # c's");
}

#[test]
fn marks_at_the_end_of_a_word_stay_and_so_does_the_colon_behind_them() {
    assert_eq!(normal("แชร์ :"), "แชร์:");
    assert_eq!(normal("คัดลอกลิงก์แล้ว!"), "คัดลอกลิงก์แล้ว");
}

#[test]
fn a_bare_consonant_goes_on_with_its_word() {
    for (word, rest) in [("பின்தொடர", "்கின்றனர்"), ("जगत", "्पति")]
    {
        assert!(!at_border(&format!("{word}{rest}"), word), "{word}");
        assert!(!is_edge(rest.chars().next()), "{word}");
    }
    assert!(at_border("பின்தொடர இங்கே", "பின்தொடர") && is_edge(Some(' ')));
}

#[test]
fn bengali_letters_with_a_dot_are_one_however_they_are_typed() {
    assert_eq!(normal("প\u{9dc}ুন"), normal("প\u{9a1}\u{9bc}ুন"));
    assert_eq!(normal("বিষ\u{9df}"), normal("বিষ\u{9af}\u{9bc}"));
}

#[test]
fn a_pack_that_is_off_has_no_phrases_and_takes_none_from_others() {
    let off = Packs::without(&["DE", "xx"]);
    let german = |packs| phrase_of(packs, "Lesen Sie auch: Brot", 0.0).is_some();
    assert!(german(Packs::ALL) && !german(off));
    // "Newsletter" stands in several packs.
    assert!(phrase_of(off, "Newsletter", 0.0).is_some());
    let none = Packs::without(packs());
    assert!(phrase_of(none, "Newsletter", 0.0).is_none());
}

#[test]
fn a_phrase_of_several_languages_goes_with_the_last_of_them() {
    let found = |packs, text| phrase_of(packs, text, 0.0).is_some();
    let some = Packs::without(&["hr", "bs"]);
    let none = Packs::without(&["hr", "bs", "sr"]);
    assert!(found(some, "Podijeli članak") && !found(none, "Podijeli članak"));
}

#[test]
fn serbian_phrases_are_found_in_both_scripts() {
    for text in [
        "Pročitajte još: Hleb",
        "Прочитајте још: Хлеб",
        "Најчитаније",
    ] {
        assert!(phrase_in(text, 0.0).is_some(), "{text}");
    }
    assert!(phrase_in("Прочитајте још једном, саветује бележник.", 0.0).is_none());
}

#[test]
fn a_label_is_found_alone_and_with_what_follows_its_colon() {
    for (text, kind) in [
        ("Tagovi", PhraseKind::Whole),
        ("Tagovi: grad", PhraseKind::Starts),
    ] {
        assert_eq!(phrase_in(text, 0.0).map(|phrase| phrase.kind), Some(kind));
    }
    assert!(phrase_in("Tagovi grad", 0.0).is_none());
}

#[test]
fn first_words_of_spaced_and_unspaced_scripts() {
    assert_eq!(first_word("read more"), "read");
    assert_eq!(first_word("関連記事"), "関");
    assert_eq!(first_word("s'abonner"), "s");
    // As it ends before ideographs it does before Khmer and Burmese.
    assert_eq!(first_word("cookie关"), "cookie");
    assert_eq!(first_word("cookieខូ"), "cookie");
    assert_eq!(first_word("cookieများ"), "cookie");
}

#[test]
fn hosts_are_hosts() {
    assert!(reads_as_host("rt.com") && reads_as_host("www.example.co.uk"));
    assert!(!reads_as_host("tuesday.") && !reads_as_host("e.g.") && !reads_as_host("1.5"));
}
