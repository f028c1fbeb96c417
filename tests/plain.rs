//! Copied texts and what must come of them, and the laws of cleaning plain text.

#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clean_copy::clean_plain;
use proptest::prelude::*;

use crate::common::time::shortest;

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plain");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/plain is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .filter(|path| !path.to_string_lossy().ends_with(".expected.txt"))
        .collect();
    paths.sort();
    paths
}

/// `BLESS=1` writes the expected files anew.
#[test]
fn samples_come_out_as_expected() {
    let paths = samples();
    assert!(paths.len() >= 14, "found {} samples", paths.len());
    let mut wrong = String::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a sample is readable");
        let clean = clean_plain(&text).text;
        let expected = path.with_extension("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, format!("{}\n", clean.trim_end()))
                .expect("tests/plain is writable");
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if wanted.trim_end() != clean.trim_end() {
            wrong += &format!("\n== {}\n{}", path.display(), differences(&wanted, &clean));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The lines that only one of two texts has.
fn differences(wanted: &str, found: &str) -> String {
    let only = |mark: &str, one: &str, other: &str| {
        let known: HashSet<&str> = other.lines().collect();
        let lines = one.lines().filter(|line| !known.contains(line));
        lines
            .map(|line| format!("{mark} {line}\n"))
            .collect::<String>()
    };
    let lines = only("expected", wanted, found) + &only("found", found, wanted);
    if lines.is_empty() {
        format!("the order or the blank lines differ:\n{found}\n")
    } else {
        lines
    }
}

/// The sample without its blank lines, as scrapers write it: nothing of the article may be lost, nothing else may stay.
#[test]
fn samples_without_blank_lines_keep_their_article() {
    for path in samples() {
        let text = fs::read_to_string(&path).expect("a sample is readable");
        let close: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        let clean = clean_plain(&close.join("\n")).text;
        let found: HashSet<&str> = clean.lines().collect();
        let wanted =
            fs::read_to_string(path.with_extension("expected.txt")).expect("an expected file");
        for line in wanted.lines().filter(|line| !line.is_empty()) {
            assert!(found.contains(line), "{}: lost {line}", path.display());
        }
    }
}

/// 1.6 MB of each kind of text take no more than a small multiple of what 1/16 of it takes; quadratic time takes 256 times.
#[test]
fn long_texts_take_linear_time() {
    let sample = fs::read_to_string(&samples()[0]).expect("a sample is readable");
    let prose = "Harbour bridge opens\n\nTwelve words, and a stop, make a paragraph in this text of ours.\n";
    let units = [
        sample.as_str(),
        "Most read\n",
        "a\n",
        "a\n\n",
        "\n",
        "Share\nfacebook\n",
        "word, ",
        "Tags\n\n\u{0}\u{1}\n",
        "- Print\n",
        "Most read\nshort\n",
        "Read more\nshort line here now\n",
        "3 May 2021, 10:00\n",
        "the same line of six words\n\n",
        prose,
    ];
    for (unit, around) in units.iter().flat_map(|unit| [(unit, ""), (unit, prose)]) {
        let text =
            |size: usize| format!("{around}{}{around}Share\n", unit.repeat(size / unit.len()));
        let small = time(&text(100_000));
        let large = time(&text(1_600_000));
        assert!(
            large < small * 64 + Duration::from_millis(500),
            "{unit:?}: {small:?} → {large:?} for 16 times the text"
        );
    }
}

/// On the processor: by the clock the longer of two runs waits for other programs more often.
fn time(text: &str) -> Duration {
    shortest(1, || assert!(clean_plain(text).text.len() <= text.len()))
}

#[test]
fn rubbish_comes_out_as_it_was() {
    for rubbish in [
        "",
        "\u{0}",
        "\r",
        "\r\n\r\n",
        "\u{feff}",
        "\u{fffd}\u{fffd}\n\u{7f}\u{1b}[0m",
        "%PDF-1.4\n%âãÏÓ\n1 0 obj\n",
    ] {
        assert_eq!(clean_plain(rubbish).text, rubbish);
    }
}

/// Lines that each rule looks for, so that random texts reach all of them.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        6 => prop::sample::select(pool()).prop_map(str::to_owned),
        1 => "[a-zA-Z,.:|/0-9 ]{0,60}",
        1 => any::<String>().prop_map(|s| s.replace('\n', " ")),
        1 => (2..40usize).prop_map(|n| "lorem, ".repeat(n) + "ipsum."),
    ]
}

/// The lines of all samples, and some more.
fn pool() -> Vec<&'static str> {
    let mut lines: Vec<&'static str> = vec![
        "  share  ",
        "87",
        "Facebook",
        "X",
        "Most read",
        "Read more",
        "Read more:",
        "Related",
        "Tags:",
        "Comments",
        "```",
        "if (x) {",
        "next",
        "- Print",
        "- Fold",
        "Harbour bridge opens",
        "Harbour bridge opens | The Post",
        "3 May 2021, 10:00",
        "Home / News",
        "arrow_back",
        "Newsletter",
        "Subscribe",
        "Autor: Ida Brandt",
        "Swans on the mud",
    ];
    for path in samples() {
        let text: &'static str = fs::read_to_string(path)
            .expect("a sample is readable")
            .leak();
        lines.extend(text.lines());
    }
    lines
}

fn text() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(vec!["\n", "\r\n", "\n\n"]);
    (prop::collection::vec(line(), 0..40), ends).prop_map(|(lines, end)| lines.join(end))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_twice_is_cleaning_once(text in text()) {
        let once = clean_plain(&text).text;
        let twice = clean_plain(&once);
        prop_assert_eq!(&twice.text, &once);
        prop_assert!(twice.removed.is_empty());
    }

    #[test]
    fn every_line_comes_from_the_text_and_is_kept_or_reported(text in text()) {
        let clean = clean_plain(&text);
        let sorted = |lines: Vec<&str>| {
            let mut lines: Vec<String> = lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
            lines.sort();
            lines
        };
        let mut parts: Vec<&str> = clean.text.lines().collect();
        parts.extend(clean.removed.iter().map(|r| r.line.as_str()));
        prop_assert_eq!(sorted(parts), sorted(text.lines().collect()));
    }

    #[test]
    fn never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(clean_plain(&text).text.len() <= text.len());
    }
}
