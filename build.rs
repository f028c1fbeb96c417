//! Compiles `rules/` into static tables: no parser ships, and a broken rule stops the build.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a broken rule must stop the build"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

#[allow(dead_code, reason = "the core uses all of it")]
#[path = "src/chars.rs"]
mod chars;
#[path = "build/pack.rs"]
mod pack;
#[path = "src/rules/wide.rs"]
mod wide;

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write(
        &out.join("phrases.rs"),
        &phrases(Path::new("rules/phrases")),
    );
    write(&out.join("icons.rs"), &icons(Path::new("rules/icons.toml")));
    for file in ["walls", "machine", "notes", "letters", "contacts"] {
        let path = PathBuf::from("rules").join(file).with_extension("toml");
        write(&out.join(file).with_extension("rs"), &sayings(&path));
    }
    write(&out.join("sites.rs"), &site_rules(Path::new("rules/sites")));
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
    packs: u32,
    reason: String,
    kind: String,
}

/// The tables of phrases.
fn phrases(folder: &Path) -> String {
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    let mut packs = Vec::new();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.filter_map(|e| e.ok().map(|e| e.path())).collect())
        .unwrap_or_default();
    files.sort();
    for path in files
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
    {
        let file: PhraseFile = load(path);
        let pack = 1u32 << packs.len();
        packs.push(file.language);
        for group in &file.phrase {
            check(path, group);
            for text in &group.texts {
                let key = normal(text, group.kind != "whole");
                assert!(!key.is_empty(), "{}: empty phrase {text:?}", path.display());
                assert!(
                    key.len() < 200,
                    "{}: {text:?} is longer than HEAD in src/rules.rs",
                    path.display()
                );
                let entry = all.entry(key).or_insert_with(|| Entry {
                    reason: variant(&group.reason),
                    kind: variant(&group.kind),
                    packs: 0,
                });
                entry.packs |= pack;
            }
        }
    }
    phrase_tables(&all, &packs)
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
        !group.removes.is_empty() && !group.keeps.is_empty(),
        "{place}: every phrase group needs removes and keeps"
    );
}

/// Texts as they are shipped, if what opens them makes the same of them again.
fn packed(texts: &[&str]) -> Vec<u8> {
    let narrow = pack::narrow(&pack::front_coded(texts));
    assert_eq!(wide::whole(&wide::wide(&narrow)), texts.join("\n"));
    assert!(!narrow.contains(&0), "what parts the meanings");
    narrow
}

/// What phrases mean, each meaning once, and beside it the texts of those that do. Columns of one kind pack better than
/// rows.
fn phrase_tables(all: &BTreeMap<String, Entry>, packs: &[String]) -> String {
    let mut by_meaning: BTreeMap<&Entry, Vec<&str>> = BTreeMap::new();
    for (text, entry) in all {
        by_meaning.entry(entry).or_default().push(text);
    }
    let texts = by_meaning.values().map(|texts| packed(texts));
    let texts = texts.collect::<Vec<_>>().join(&0);
    let means = by_meaning.keys().map(|meaning| {
        let Entry { reason, kind, .. } = meaning;
        format!("(Reason::{reason}, Kind::{kind}),")
    });
    let means: String = means.collect();
    let in_packs: Vec<u32> = by_meaning.keys().map(|meaning| meaning.packs).collect();
    format!(
        "static PACKS: &[&str] = &{packs:?};\nstatic MEANINGS: &[(Reason, Kind)] = &[{means}];\n\
         static IN_PACKS: &[u32] = &{in_packs:?};\nstatic TEXTS: &[u8] = b\"{}\";\n",
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

#[derive(Deserialize)]
struct IconFile {
    set: Vec<IconSet>,
}

#[derive(Deserialize)]
struct IconSet {
    names: Vec<String>,
}

/// The words that icon names are made of: "chevron_right" gives "chevron" and "right".
///
/// Names join a few thousand words in many ways; their parts are a tenth of their size and know new names too.
fn icons(path: &Path) -> String {
    let mut parts = BTreeSet::new();
    if path.exists() {
        let file: IconFile = load(path);
        for name in file.set.iter().flat_map(|set| &set.names) {
            let lower = name.to_lowercase();
            parts.extend(
                lower
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|p| !p.is_empty())
                    .map(str::to_owned),
            );
        }
    }
    println!("cargo::rerun-if-changed={}", path.display());
    let parts: Vec<String> = parts.into_iter().collect();
    format!(
        "static ICON_WORDS: &str = {:?};\n",
        pack::front_coded(&parts)
    )
}

/// The lists of one group of `rules/walls.toml` or another file of sayings, and its examples.
#[derive(Deserialize)]
struct Sayings {
    #[serde(rename = "language")]
    _language: String,
    says: Vec<String>,
    keeps: Vec<String>,
    #[serde(flatten)]
    lists: BTreeMap<String, Vec<String>>,
}

/// Tables of the named lists, which all groups have: a text a line, in normal form but for names in capitals.
fn sayings(path: &Path) -> String {
    let file: BTreeMap<String, Vec<Sayings>> = load(path);
    let mut tables: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let all = || file.values().flatten();
    for group in all() {
        let shown = !group.says.is_empty() && !group.keeps.is_empty();
        assert!(shown, "{}: a group needs says and keeps", path.display());
        let same = all().all(|other| other.lists.keys().eq(group.lists.keys()));
        assert!(same, "{}: groups of other lists", path.display());
        for (name, list) in &group.lists {
            let kept = |text: &String| match text.chars().all(char::is_uppercase) {
                true => text.to_owned(),
                false => normal(text, true),
            };
            tables
                .entry(name)
                .or_default()
                .extend(list.iter().map(kept));
        }
    }
    let table = |(name, texts): (&str, BTreeSet<String>)| {
        let texts: Vec<String> = texts.into_iter().collect();
        format!(
            "static {}: &str = {:?};\n",
            name.to_uppercase(),
            texts.join("\n")
        )
    };
    tables.into_iter().map(table).collect()
}

/// The rules of `rules/sites/<host>.txt`, by host. Their selectors are looked at by a test, which has the parser.
fn site_rules(folder: &Path) -> String {
    let mut all = BTreeSet::new();
    let entries = fs::read_dir(folder).expect("the folder of site rules");
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.extension().is_some_and(|ending| ending == "txt") {
            let host = path.file_stem().and_then(|name| name.to_str());
            let host = host.expect("a file is named for its host");
            let text = fs::read_to_string(&path).expect("a file of rules is UTF-8");
            site_file(&path, host, &text, &mut all);
        }
    }
    let all: Vec<_> = all.iter().collect();
    format!("static SITE_RULES: &[(&str, &str)] = &{all:?};\n")
}

/// Every rule stands under a comment that says why, and is for the host that the file is named for.
fn site_file(path: &Path, host: &str, text: &str, all: &mut BTreeSet<(String, String)>) {
    let mut why = false;
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        let place = format!("{}:{number}", path.display());
        if line.is_empty() {
            why = false;
        } else if let Some(comment) = line.strip_prefix('!') {
            why |= comment.split_whitespace().count() >= 3;
        } else {
            assert!(why, "{place}: expected a comment above that says why");
            assert!(
                line.strip_prefix(host)
                    .is_some_and(|rest| rest.starts_with('#')),
                "{place}: expected a rule for {host}, but found {line:?}"
            );
            all.insert((host.to_owned(), line.to_owned()));
        }
    }
}
