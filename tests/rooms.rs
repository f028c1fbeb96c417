//! Which part of the core may ask which.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::common::source::{files_in, shipped};
use crate::common::{complain, project, text_of};

/// What a file's shipped code asks for after `before`: "judge" in "use crate::judge::Role".
fn asked<'c>(code: &'c str, before: &'c str) -> impl Iterator<Item = &'c str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.split(before)
        .skip(1)
        .map(move |rest| rest.split(|c| !is_name(c)).next().unwrap_or(""))
}

fn code_of(path: &Path) -> String {
    let lines = shipped(&project("").join(path));
    lines.iter().map(|(_, line)| format!("{line}\n")).collect()
}

/// Files or parts by their names, each with those that it asks.
type Asked = BTreeMap<String, BTreeSet<String>>;

/// What stands in a circle: what asks none that are left is taken away until nothing changes.
fn circles(mut all: Asked) -> Vec<String> {
    let names: BTreeSet<String> = all.keys().cloned().collect();
    for (name, asked) in &mut all {
        asked.retain(|other| names.contains(other) && other != name);
    }
    let asks_none = |all: &Asked| {
        let mut each = all.iter();
        each.find_map(|(name, asked)| asked.is_empty().then(|| name.clone()))
    };
    while let Some(name) = asks_none(&all) {
        all.remove(&name);
        for asked in all.values_mut() {
            asked.remove(&name);
        }
    }
    let says = |(name, asked): (&String, &BTreeSet<String>)| format!("{name} asks {asked:?}");
    all.iter().map(says).collect()
}

fn parts_of_the_core() -> Asked {
    let mut parts = Asked::new();
    for path in files_in("src", &["rs"]) {
        let mut names = path.iter().skip(1).filter_map(|name| name.to_str());
        let (Some(part), is_test) = (names.next(), path.ends_with("tests.rs")) else {
            continue;
        };
        if matches!(part, "bin" | "lib.rs") || is_test {
            continue;
        }
        let part = part.trim_end_matches(".rs").to_owned();
        let code = code_of(&path);
        let others = asked(&code, "crate::").map(str::to_owned);
        parts.entry(part).or_default().extend(others);
    }
    parts
}

/// Whoever reads the core can begin with what asks nothing.
#[test]
fn no_parts_of_the_core_ask_each_other_in_a_circle() {
    let parts = parts_of_the_core();
    assert!(parts.len() > 20, "the search finds the parts");
    complain(&circles(parts));
}

/// What a file asks of those beside it: "found" in "use super::found::Parts", "found" and "role" in
/// "use super::{found::Parts, role::Role}".
fn asked_beside(code: &str) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = asked(code, "super::").map(str::to_owned).collect();
    for group in code.split("super::{").skip(1) {
        let group = group.split("};").next().unwrap_or("");
        out.extend(asked(&format!(",{group}").replace(", ", ","), ",").map(str::to_owned));
    }
    out
}

/// The same for the files that lie side by side.
#[test]
fn no_files_of_a_folder_ask_each_other_in_a_circle() {
    let mut folders: BTreeMap<PathBuf, Asked> = BTreeMap::new();
    for path in files_in("src", &["rs"]) {
        let name = path.file_stem().and_then(|name| name.to_str());
        if let (Some(folder), Some(name)) = (path.parent(), name)
            && !matches!(name, "mod" | "tests")
        {
            let files = folders.entry(folder.to_owned()).or_default();
            files.insert(name.to_owned(), asked_beside(&code_of(&path)));
        }
    }
    let asking = folders.values().flat_map(Asked::values);
    assert!(asking.filter(|asked| !asked.is_empty()).count() > 20);
    complain(&folders.into_values().flat_map(circles).collect::<Vec<_>>());
}

/// The rooms of the judge, and which others each may ask.
const ROOMS: [(&str, &[&str]); 6] = [
    ("context", &[]),
    ("model", &["context"]),
    ("roles", &["context"]),
    ("bench", &["context", "roles"]),
    ("spared", &["context", "roles", "bench"]),
    ("verdicts", &["context", "roles", "bench", "spared"]),
];

#[test]
fn the_rooms_of_the_judge_ask_only_those_above_them() {
    let mut complaints = Vec::new();
    for (room, others) in ROOMS {
        for path in files_in(&format!("src/judge/{room}"), &["rs"]) {
            if path.ends_with("tests.rs") {
                continue;
            }
            let code = code_of(&path);
            for name in asked(&code, "judge::") {
                if name != room && !others.contains(&name) {
                    complaints.push(format!("{} asks judge::{name}", path.display()));
                }
            }
        }
    }
    complain(&complaints);
}

/// A file that no other names is not compiled, and nothing says so.
#[test]
fn every_file_of_the_judge_has_its_place() {
    let mut complaints = Vec::new();
    for path in files_in("src/judge", &["rs"]) {
        let is_room = path.ends_with("mod.rs");
        let named = if is_room {
            path.parent()
        } else {
            Some(path.as_path())
        };
        let (Some(name), Some(folder)) = (
            named.and_then(|named| named.file_stem()?.to_str()),
            named.and_then(Path::parent),
        ) else {
            continue;
        };
        let holders = [folder.join("mod.rs"), folder.with_extension("rs")];
        let holder = holders
            .iter()
            .find(|holder| project("").join(holder).exists());
        let is_named =
            |holder: &PathBuf| text_of(&project("").join(holder)).contains(&format!("mod {name};"));
        if folder != Path::new("src") && !holder.is_some_and(is_named) {
            complaints.push(format!("{} is in no module", path.display()));
        }
    }
    complain(&complaints);
}
