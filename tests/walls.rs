//! Every example of `rules/walls.toml` is a test.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::collections::BTreeSet;

use clean_copy::rules::{packs, phrase_in, says_wall};
use serde::Deserialize;

use crate::common::{complain, project, text_of};

#[derive(Deserialize)]
struct Walls {
    wall: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    language: String,
    texts: Vec<String>,
    says: Vec<String>,
    keeps: Vec<String>,
}

fn walls() -> Vec<Group> {
    let text = text_of(&project("rules/walls.toml"));
    let walls: Walls = toml::from_str(&text).expect("a list of walls");
    walls.wall
}

#[test]
fn walls_say_so_and_prose_and_newsletters_do_not() {
    let mut complaints = Vec::new();
    for group in walls() {
        let all = group.texts.iter().chain(&group.says);
        let unsaid = all.filter(|text| !says_wall(text));
        complaints.extend(unsaid.map(|text| format!("{}: {text:?} is no wall", group.language)));
        let said = group.keeps.iter().filter(|text| says_wall(text));
        complaints.extend(said.map(|text| format!("{}: {text:?} is a wall", group.language)));
    }
    complain(&complaints);
}

#[test]
fn every_language_with_phrases_has_walls() {
    let known: BTreeSet<String> = walls().into_iter().map(|group| group.language).collect();
    let packs: BTreeSet<String> = packs().iter().map(|&tag| tag.to_owned()).collect();
    assert_eq!(known, packs);
}

/// A wall of a few words stands in the ledger too, where the article is whole and the wall is all that covers it.
#[test]
fn most_walls_are_clutter_by_a_phrase_as_well() {
    let groups = walls();
    let says = groups.iter().flat_map(|group| &group.says);
    let known = says.clone().filter(|text| phrase_in(text, 0.0).is_some());
    assert!(known.count() * 2 > says.count());
}
