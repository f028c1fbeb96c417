//! Every example of `rules/` is a test, and the fast phrase table agrees with a slow, plain search.

#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

#[path = "../src/chars.rs"]
#[allow(
    dead_code,
    clippy::duplicate_mod,
    reason = "the normal form asks some of it, here and in the build script"
)]
mod chars;
#[path = "common/plain_search.rs"]
mod plain_search;

use std::collections::{BTreeMap, BTreeSet};

use clean_copy::judge::verdicts::icon_line;
use clean_copy::rules::phrase_in;
use proptest::prelude::*;
use serde::Deserialize;

use crate::common::{complain, project, text_of};
use plain_search::{Pack, packs, plain_search};

/// An example without its link marks, and the part of its letters that stands in links.
fn example(marked: &str) -> (String, f32) {
    let (mut text, mut depth) = (String::new(), 0);
    let (mut letters, mut linked) = (0u32, 0u32);
    for c in marked.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {
                text.push(c);
                letters += u32::from(c.is_alphanumeric());
                linked += u32::from(c.is_alphanumeric() && depth > 0);
            }
        }
    }
    (text, linked as f32 / letters.max(1) as f32)
}

fn each_group(mut look: impl FnMut(&'static Pack, &'static plain_search::Group)) {
    for pack in packs() {
        for group in &pack.phrase {
            look(pack, group);
        }
    }
}

#[test]
fn every_removes_is_hit_for_its_reason() {
    let mut complaints = Vec::new();
    each_group(|pack, group| {
        for marked in &group.removes {
            let (text, share) = example(marked);
            let hit = phrase_in(&text, share);
            if hit.is_none_or(|phrase| phrase.reason.name() != group.reason) {
                complaints.push(format!(
                    "{} {} {}: expected a hit for {marked:?}, but found {hit:?}",
                    pack.language, group.reason, group.kind
                ));
            }
        }
    });
    complain(&complaints);
}

#[test]
fn every_keeps_is_hit_by_no_phrase() {
    let mut complaints = Vec::new();
    each_group(|pack, group| {
        for marked in &group.keeps {
            let (text, share) = example(marked);
            if let Some(phrase) = phrase_in(&text, share) {
                complaints.push(format!(
                    "{} {} {}: expected no hit for {marked:?}, but found {phrase:?}",
                    pack.language, group.reason, group.kind
                ));
            }
        }
    });
    complain(&complaints);
}

/// An example that some other group's phrase hits proves nothing about its own.
#[test]
fn every_group_hits_one_of_its_own_examples() {
    let mut complaints = Vec::new();
    each_group(|pack, group| {
        let own = group.removes.iter().any(|marked| {
            let (text, share) = example(marked);
            plain_search(&text, share).iter().any(|hit| {
                let texts = group.texts.iter();
                hit.kind == group.kind
                    && texts
                        .map(|text| group.key(text))
                        .any(|text| text == hit.text)
            })
        });
        if !own {
            complaints.push(format!(
                "{} {} {}: no example is hit by {:?}",
                pack.language, group.reason, group.kind, group.texts
            ));
        }
    });
    complain(&complaints);
}

#[test]
fn no_phrase_stands_twice_in_a_language() {
    let mut complaints = Vec::new();
    for pack in packs() {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for group in &pack.phrase {
            for text in &group.texts {
                let place = format!("{} {}", group.reason, group.kind);
                let key = group.key(text);
                if let Some(first) = seen.insert(key, place.clone()) {
                    complaints.push(format!(
                        "{}: {text:?} stands in {first} and in {place}",
                        pack.language
                    ));
                }
            }
        }
    }
    complain(&complaints);
}

#[test]
fn one_phrase_means_one_thing_in_all_languages() {
    let mut seen: BTreeMap<String, (&plain_search::Group, &Pack)> = BTreeMap::new();
    let mut complaints = Vec::new();
    each_group(|pack, group| {
        for text in &group.texts {
            let key = group.key(text);
            let (first, other) = *seen.entry(key).or_insert((group, pack));
            if (&first.reason, &first.kind) != (&group.reason, &group.kind) {
                complaints.push(format!(
                    "{text:?} is {} {} in {} and {} {} in {}",
                    first.reason,
                    first.kind,
                    other.language,
                    group.reason,
                    group.kind,
                    pack.language
                ));
            }
        }
    });
    complain(&complaints);
}

#[test]
fn the_languages_we_promise_are_there() {
    let languages: BTreeSet<&str> = packs().iter().map(|p| p.language.as_str()).collect();
    let promised = [
        "ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh",
    ];
    for language in promised {
        assert!(languages.contains(language), "no phrases for {language}");
    }
}

#[derive(Deserialize)]
struct IconExamples {
    removes: Vec<String>,
    keeps: Vec<String>,
}

#[test]
fn icon_lines_are_told_from_prose() {
    let file: IconExamples =
        toml::from_str(&text_of(&project("rules/icons.toml"))).expect("rules/icons.toml");
    let missed = file.removes.iter().filter(|line| !icon_line(line));
    let taken = file.keeps.iter().filter(|line| icon_line(line));
    let complaints: Vec<String> = missed
        .map(|line| format!("expected an icon line, but it stays: {line:?}"))
        .chain(taken.map(|line| format!("expected prose, but it goes: {line:?}")))
        .collect();
    complain(&complaints);
}

/// Texts made of phrases, of parts of phrases, and of what stands around them on pages.
fn any_text() -> impl Strategy<Value = String> {
    let phrases: Vec<String> = packs()
        .iter()
        .flat_map(|pack| &pack.phrase)
        .flat_map(|group| group.texts.clone())
        .collect();
    let phrase = prop::sample::select(phrases);
    let piece = prop_oneof![
        4 => phrase.clone(),
        2 => phrase.prop_map(|text| text.to_uppercase().replace('#', "1,204")),
        3 => prop::sample::select(vec![
            "the harbour", "rt.com", "1,5 km", ":", " : ", "?", "!", ".", "»", "→", "’", "\u{a0}",
            "\u{ad}", "记者", "今日は", "сегодня", "اليوم", "E.", "-", "'s", "12", "İstanbul", "\n", "(", "【",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    let joint = prop::sample::select(vec!["", " ", " ", " ", "  "]);
    prop::collection::vec((piece, joint), 0..5).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(text, joint)| [text, joint.to_owned()])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn phrase_table_agrees_with_plain_search(
        text in any_text(),
        share in prop::sample::select(vec![0.0f32, 0.5, 0.7, 1.0]),
    ) {
        let found = phrase_in(&text, share);
        let all = plain_search(&text, share);
        let Some(fast) = found else {
            prop_assert!(all.is_empty(), "missed {all:?}");
            return Ok(());
        };
        let same = all.iter().find(|slow| slow.text == fast.text && slow.reason == fast.reason.name());
        prop_assert!(same.is_some(), "found {fast:?}, plain search {all:?}");
        let rank = |kind: &str| ["whole", "starts", "contains"].iter().position(|k| *k == kind);
        let surest = all.iter().filter_map(|slow| rank(slow.kind)).min();
        let own = rank(&format!("{:?}", fast.kind).to_lowercase());
        prop_assert_eq!(own, surest, "a surer kind comes first: {:?}", all);
    }
}
