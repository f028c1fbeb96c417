//! Compiles `rules/` into static tables: no parser ships, and a broken rule stops the build.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a broken rule must stop the build"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, panic};

use serde::Deserialize;

#[allow(dead_code, reason = "the core uses all of it")]
#[path = "src/chars.rs"]
mod chars;
#[path = "build/icons.rs"]
mod icons;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/sayings.rs"]
pub mod sayings;
#[path = "build/sites.rs"]
pub mod sites;
#[path = "src/rules/wide.rs"]
mod wide;

fn main() {
    panic::set_hook(Box::new(|stop| {
        let said = stop.payload();
        let text = said.downcast_ref::<String>().map(String::as_str);
        complain(text.or(said.downcast_ref().copied()).unwrap_or_default());
    }));
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write(
        &out.join("phrases.rs"),
        &phrases(Path::new("rules/phrases")),
    );
    write(
        &out.join("icons.rs"),
        &icons::table(Path::new("rules/icons.toml")),
    );
    for file in [
        "walls",
        "machine",
        "notes",
        "letters",
        "contacts",
        "disclosures",
    ] {
        let path = PathBuf::from("rules").join(file).with_extension("toml");
        write(
            &out.join(file).with_extension("rs"),
            &sayings::tables(&path),
        );
    }
    write(
        &out.join("sites.rs"),
        &sites::tables(Path::new("rules/sites")),
    );
}

/// Says what is wrong as an error of the build, without the way that led there.
fn complain(what: &str) {
    for line in what.lines() {
        println!("cargo::error={line}");
    }
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|e| panic!("can't write {}: {e}", path.display()));
}

fn load<T: for<'a> Deserialize<'a>>(path: &Path) -> T {
    let text =
        fs::read_to_string(path).unwrap_or_else(|e| panic!("can't read {}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseFile {
    language: String,
    /// Languages whose papers say it in the same words.
    #[serde(default)]
    also: Vec<String>,
    /// The same phrases are looked for in Cyrillic letters.
    #[serde(default)]
    cyrillic: bool,
    phrase: Vec<PhraseGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseGroup {
    reason: String,
    #[serde(rename = "match")]
    kind: String,
    texts: Vec<String>,
    removes: Vec<String>,
    keeps: Vec<String>,
}

/// What a phrase means, which is the same in all packs that have it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// One bit a pack. First, since what is of one language compresses best side by side.
    packs: u64,
    reason: String,
    kind: String,
}

/// The files in the order in which they pack best.
fn phrase_files(folder: &Path) -> Vec<(PathBuf, PhraseFile)> {
    let entries = fs::read_dir(folder).expect("the folder of phrases");
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let packs = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let mut files: Vec<_> = packs
        .map(|path| (load::<PhraseFile>(&path), path))
        .collect();
    let place = |tag: &str| {
        KIN.split(' ')
            .position(|kin| kin == tag)
            .unwrap_or(KIN.len())
    };
    files.sort_by_key(|(file, path)| (place(&file.language), path.clone()));
    files.into_iter().map(|(file, path)| (path, file)).collect()
}

/// Languages that share words stand side by side, where deflate finds them.
const KIN: &str = "id de nl da no sv en fr pt es it ca ro pl cs sk sl hr lt lv tr fi et hu vi uk ru bg el ar fa ur hi bn ta he th \
                   ko zh ja";

/// The tables of phrases.
pub fn phrases(folder: &Path) -> String {
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    let mut packs = Vec::new();
    let mut cyrillic = 0;
    for (path, file) in phrase_files(folder) {
        let first = packs.len();
        let tag = &file.language;
        assert!(
            !packs.contains(tag),
            "{}: another file has language = {tag:?}",
            path.display()
        );
        packs.push(file.language);
        packs.extend(file.also);
        assert!(
            packs.len() <= 64,
            "{}: a phrase has a bit for each of 64 languages at most",
            path.display()
        );
        let bits = (first..packs.len()).fold(0, |bits, at| bits | 1u64 << at);
        cyrillic |= if file.cyrillic { bits } else { 0 };
        for group in &file.phrase {
            check(&path, group);
            for text in &group.texts {
                let mut key = normal(text);
                if group.kind == "whole" {
                    key.truncate(key.trim_end_matches(MARKS).len());
                }
                let place = path.display();
                assert!(!key.is_empty(), "{place}: empty phrase {text:?}");
                assert!(
                    key.len() * (1 + usize::from(file.cyrillic)) < 200,
                    "{place}: {text:?} is longer than the 200 bytes (HEAD in src/rules.rs) that are looked at"
                );
                let entry = all.entry(key).or_insert_with(|| Entry {
                    reason: variant(&group.reason),
                    kind: variant(&group.kind),
                    packs: 0,
                });
                // The second meaning would be lost without a word.
                assert!(
                    (&entry.reason, &entry.kind)
                        == (&variant(&group.reason), &variant(&group.kind)),
                    "{place}: {text:?} stands as {} {} already, here or in another language: a phrase has one \
                     reason and one match in all of them",
                    entry.reason.to_lowercase(),
                    entry.kind.to_lowercase()
                );
                assert!(
                    entry.packs & bits == 0,
                    "{place}: {text:?} stands there twice"
                );
                entry.packs |= bits;
            }
        }
    }
    join_labels(&mut all);
    phrase_tables(&all, &packs, cyrillic)
}

fn check(path: &Path, group: &PhraseGroup) {
    let known = [
        "promo",
        "share",
        "newsletter",
        "related",
        "advert",
        "comments",
        "consent",
        "byline",
        "navigation",
        "widget",
    ];
    let place = path.display();
    assert!(
        known.contains(&group.reason.as_str()),
        "{place}: expected a reason of {known:?}, but found {:?}",
        group.reason
    );
    assert!(
        ["whole", "starts", "contains"].contains(&group.kind.as_str()),
        "{place}: expected match = whole, starts or contains, but found {:?}",
        group.kind
    );
    assert!(
        ![&group.texts, &group.removes, &group.keeps]
            .iter()
            .any(|list| list.is_empty()),
        "{place}: every [[phrase]] needs texts, an example in removes (a line that goes) and one in keeps (prose that \
         stays), but one with {:?} has none",
        group.texts
    );
}

/// Texts as they are shipped, if what opens them makes the same of them again.
fn packed(texts: &[&str]) -> Vec<u8> {
    let narrow = pack::narrow(&pack::front_coded(texts));
    assert_eq!(wide::whole(&wide::wide(&narrow)), texts.join("\n"));
    assert!(!narrow.contains(&0), "what parts the meanings");
    narrow
}

/// What is a whole label and begins a line with a colon behind it stands once, as a kind of its own.
fn join_labels(all: &mut BTreeMap<String, Entry>) {
    let begun = |entry: &Entry| Entry {
        kind: "Starts".to_owned(),
        reason: entry.reason.clone(),
        packs: entry.packs,
    };
    let is_label = |(text, entry): &(&String, &Entry)| {
        entry.kind == "Whole" && all.get(&format!("{text}:")) == Some(&begun(entry))
    };
    let labels: Vec<String> = all
        .iter()
        .filter(is_label)
        .map(|(text, _)| text.clone())
        .collect();
    for label in labels {
        all.remove(&format!("{label}:"));
        all.entry(label)
            .and_modify(|entry| entry.kind = LABEL.to_owned());
    }
}

const LABEL: &str = "Label";

/// What phrases mean, each meaning once, and beside it the texts of those that do. Columns of one kind pack better than
/// rows.
fn phrase_tables(all: &BTreeMap<String, Entry>, packs: &[String], cyrillic: u64) -> String {
    let mut by_meaning: BTreeMap<&Entry, Vec<&str>> = BTreeMap::new();
    for (text, entry) in all {
        by_meaning.entry(entry).or_default().push(text);
    }
    let texts = by_meaning.values().map(|texts| packed(texts));
    let texts = texts.collect::<Vec<_>>().join(&0);
    let means = by_meaning.keys().map(|meaning| {
        let Entry { reason, kind, .. } = meaning;
        match kind.as_str() {
            LABEL => format!("(Reason::{reason}, None),"),
            _ => format!("(Reason::{reason}, Some(PhraseKind::{kind})),"),
        }
    });
    let means: String = means.collect();
    let in_packs: Vec<u64> = by_meaning.keys().map(|meaning| meaning.packs).collect();
    format!(
        "static PACKS: &[&str] = &{packs:?};\nstatic MEANINGS: &[(Reason, Option<PhraseKind>)] = &[{means}];\n\
         static IN_PACKS: &[u64] = &{in_packs:?};\nstatic CYRILLIC: u64 = {cyrillic};\nstatic TEXTS: &[u8] = b\"{}\";\n",
        texts.escape_ascii()
    )
}

/// `promo` → `Promo`.
fn variant(name: &str) -> String {
    let mut chars = name.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

include!("src/normal.rs");
