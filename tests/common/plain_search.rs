//! The phrase rules of `docs/interfaces.md` as a plain search through all of `rules/phrases/`: slow and obvious.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use clean_copy::blocks::{is_unspaced, text_ends_sentence};
use serde::Deserialize;

use crate::common::{project, text_of};

/// The normal form is part of the rules' format, and one for all.
mod folding {
    #![allow(dead_code, reason = "the index by first words is the fast table's")]
    use super::super::chars;

    include!("../../src/normal.rs");

    /// See `normal`, which the build script and the core keep to themselves.
    pub fn folded(text: &str) -> String {
        normal(text)
    }
}

use folding::folded as fold;

/// One file.
#[derive(Deserialize)]
pub struct Pack {
    pub language: String,
    #[serde(default)]
    pub cyrillic: bool,
    pub phrase: Vec<Group>,
}

/// One group of phrases.
#[derive(Deserialize)]
pub struct Group {
    pub reason: String,
    #[serde(rename = "match")]
    pub kind: String,
    pub texts: Vec<String>,
    pub removes: Vec<String>,
    pub keeps: Vec<String>,
}

impl Group {
    /// A text of the group in normal form; without the mark at its end where it is all of what is searched.
    pub fn key(&self, text: &str) -> String {
        let key = fold(text);
        match self.kind.as_str() {
            "whole" => key.trim_end_matches([':', '?']).to_owned(),
            _ => key,
        }
    }
}

/// A phrase in normal form.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    pub reason: &'static str,
    pub kind: &'static str,
}

/// All files, by name.
pub fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| {
        let entries = fs::read_dir(project("rules/phrases")).expect("the folder of phrases");
        let mut files: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        files.sort();
        let load = |path: &PathBuf| {
            toml::from_str(&text_of(path)).expect("a rule file that the build took")
        };
        files.iter().map(load).collect()
    })
}

/// Every phrase that hits the text.
pub fn plain_search(text: &str, link_share: f32) -> Vec<&'static Entry> {
    // Longer texts are prose.
    if text.len() > 1200 {
        return Vec::new();
    }
    let lower = fold(text);
    let is_hit = |entry: &&Entry| match entry.kind {
        "whole" => lower.trim_end_matches([':', '?']) == entry.text,
        "starts" => {
            stands_at(&lower, 0, &entry.text)
                && goes_on_as_a_teaser(text, &lower, &entry.text, link_share)
        }
        _ => is_short(text) && holds(&lower, &entry.text),
    };
    entries().iter().filter(is_hit).collect()
}

/// Every phrase of every file.
fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    let entry = |group: &'static Group, text: &str| Entry {
        text: group.key(text),
        reason: &group.reason,
        kind: &group.kind,
    };
    let of_pack = |pack: &'static Pack| {
        let of_group = move |group: &'static Group| {
            let both = move |text: &'static String| {
                let other = pack.cyrillic.then(|| cyrillic(text));
                [text.clone()].into_iter().chain(other)
            };
            let texts = group.texts.iter().flat_map(both);
            texts.map(move |text| entry(group, &text))
        };
        pack.phrase.iter().flat_map(of_group)
    };
    ENTRIES.get_or_init(|| packs().iter().flat_map(of_pack).collect())
}

/// A text of Serbian as it stands in Cyrillic letters.
fn cyrillic(latin: &str) -> String {
    let pairs = [("lj", "љ"), ("nj", "њ"), ("dž", "џ")];
    let one_by_one =
        "aа bб vв gг dд đђ eе žж zз iи jј kк lл mм nн oо pп rр sс tт ćћ uу fф hх cц čч šш";
    let mut text = fold(latin);
    for (two, one) in pairs {
        text = text.replace(two, one);
    }
    for pair in one_by_one.split(' ') {
        let (from, to) = pair.split_at(pair.len() - 2);
        text = text.replace(from, to);
    }
    text
}

fn stands_at(lower: &str, place: usize, phrase: &str) -> bool {
    let Some(after) = lower[place..].strip_prefix(phrase) else {
        return false;
    };
    // After a colon a number may follow at once, a letter may not: "Autor:innen" is one word.
    let letter =
        |c: char| (c.is_alphabetic() && !is_unspaced(c)) || (c == '#' && !phrase.ends_with(':'));
    phrase.ends_with(is_unspaced) || !after.starts_with(letter)
}

fn holds(lower: &str, phrase: &str) -> bool {
    lower.char_indices().any(|(place, c)| {
        let before = lower[..place].chars().next_back();
        let in_word = before.is_some_and(|b| (b.is_alphanumeric() || b == '#') && !is_unspaced(b));
        let starts_word = (c.is_alphanumeric() || c == '#') && (!in_word || is_unspaced(c));
        starts_word && stands_at(lower, place, phrase)
    })
}

fn goes_on_as_a_teaser(text: &str, lower: &str, phrase: &str, link_share: f32) -> bool {
    let rest = &lower[phrase.len()..];
    let ended = !rest.chars().any(char::is_alphanumeric);
    let colon = phrase.ends_with(':') || rest.trim_start().starts_with([':', '»', '|', '→', '>']);
    let open_end = words(rest) <= 25 && !text_ends_sentence(text);
    match () {
        () if ended || link_share > 0.6 => true,
        () if colon => words(rest) <= 60,
        () => names_host(rest) || open_end,
    }
}

fn names_host(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or("");
    let labels: Vec<&str> = word.trim_end_matches([',', ':']).split('.').collect();
    let (top, names) = labels.split_last().expect("split gives one part at least");
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !names.is_empty()
        && names
            .iter()
            .all(|name| !name.is_empty() && name.chars().all(plain))
        && (2..=6).contains(&top.len())
        && top.chars().all(|c| c.is_ascii_lowercase())
}

/// Words; in scripts without spaces 60 characters are as long as 25 words.
fn words(text: &str) -> usize {
    match text.chars().filter(|&c| is_unspaced(c)).count() {
        0 => text.split_whitespace().count(),
        unspaced => unspaced * 25 / 60,
    }
}

/// At most 30 words, or 90 characters in scripts without spaces.
fn is_short(text: &str) -> bool {
    let most = if text.chars().any(is_unspaced) {
        38
    } else {
        30
    };
    words(text) <= most
}
