//! Every example of `rules/walls.toml`, `rules/machine.toml`, `rules/notes.toml`, `rules/letters.toml`,
//! `rules/contacts.toml` and `rules/disclosures.toml` is a test.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::collections::{BTreeMap, BTreeSet};

use clean_copy::rules::{
    calls_for_letter, disclosure_in, names_contact, names_letter, names_machine, names_summary,
    normal_form, opens_note, packs, phrase_in, says_wall,
};
use serde::Deserialize;

use crate::common::{complain, project, text_of};

#[derive(Deserialize)]
struct Group {
    language: String,
    #[serde(default, alias = "openings", alias = "letters", alias = "contacts")]
    texts: Vec<String>,
    #[serde(default)]
    calls: Vec<String>,
    says: Vec<String>,
    keeps: Vec<String>,
}

fn says_machine(text: &str) -> bool {
    names_summary(text) && names_machine(text)
}

fn says_disclosure(text: &str) -> bool {
    disclosure_in(text, &normal_form(text)).is_some()
}

fn is_of_a_letter(text: &str) -> bool {
    names_letter(text) || calls_for_letter(text)
}

/// Whether a text says so.
type Says = fn(&str) -> bool;

/// What tells it, for the file of the same name.
const FILES: [(&str, Says); 6] = [
    ("walls", says_wall),
    ("machine", says_machine),
    ("notes", opens_note),
    ("letters", is_of_a_letter),
    ("contacts", names_contact),
    ("disclosures", says_disclosure),
];

fn groups(file: &str) -> Vec<Group> {
    let text = text_of(&project(&format!("rules/{file}.toml")));
    let lists: BTreeMap<String, Vec<Group>> = toml::from_str(&text).expect("lists of sayings");
    lists.into_values().flatten().collect()
}

#[test]
fn what_says_so_is_found_and_prose_is_not() {
    let mut complaints = Vec::new();
    for (file, says_so) in FILES {
        for group in groups(file) {
            let all = group.texts.iter().chain(&group.calls).chain(&group.says);
            let unsaid = all.filter(|text| !says_so(text));
            let place = format!("{file} {}", group.language);
            complaints.extend(unsaid.map(|text| format!("{place}: {text:?} does not say so")));
            let said = group.keeps.iter().filter(|text| says_so(text));
            complaints.extend(said.map(|text| format!("{place}: {text:?} says so")));
        }
    }
    complain(&complaints);
}

#[test]
fn every_language_with_phrases_says_so() {
    let packs: BTreeSet<String> = packs().iter().map(|&tag| tag.to_owned()).collect();
    for (file, _) in FILES {
        let known: BTreeSet<String> = groups(file)
            .into_iter()
            .map(|group| group.language)
            .collect();
        assert_eq!(known, packs, "{file}");
    }
}

/// A wall of a few words stands in the ledger too, where the article is whole and the wall is all that covers it.
#[test]
fn most_walls_are_clutter_by_a_phrase_as_well() {
    let groups = groups("walls");
    let says = groups.iter().flat_map(|group| &group.says);
    let known = says.clone().filter(|text| phrase_in(text, 0.0).is_some());
    assert!(known.count() * 2 > says.count());
}
