//! What a reader of this project may rely on, in every file.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

use clean_copy::Clue;
use walkdir::{DirEntry, WalkDir};

use crate::common::{complain, project, text_of};

/// Made by tools, or fetched.
const NOT_OURS: [&str; 6] = [".git", "node_modules", "target", "dist", "core", "samples"];

/// Every file of the project, as a path from its root.
fn files() -> Vec<PathBuf> {
    let ours = |entry: &DirEntry| !NOT_OURS.iter().any(|name| entry.file_name() == *name);
    let walk = WalkDir::new(project("")).into_iter().filter_entry(ours);
    let files = walk
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file());
    let root = project("");
    let short = |e: DirEntry| e.path().strip_prefix(&root).map(Path::to_path_buf);
    files.filter_map(|e| short(e).ok()).collect()
}

fn files_in(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let is_wanted = |path: &PathBuf| {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        path.starts_with(folder) && extensions.contains(&extension)
    };
    files().into_iter().filter(is_wanted).collect()
}

#[test]
fn files_stay_under_three_hundred_lines() {
    // Written by the trainer, not by hand.
    let generated = [Path::new("src/judge/model/weights.rs")];
    let code = files_in("", &["rs", "js", "mjs", "sh"]);
    let count = |path: &PathBuf| text_of(&project("").join(path)).lines().count();
    let long = code
        .iter()
        .filter(|path| !generated.contains(&path.as_path()))
        .map(|path| (path, count(path)))
        .filter(|(_, lines)| *lines > 300);
    let complaints: Vec<String> = long
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    complain(&complaints);
}

/// The lines of a source file that ship: without its tests and comments.
fn shipped(path: &Path) -> Vec<(usize, String)> {
    let text = text_of(path);
    let tests = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines = text[..tests].lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line.to_owned()))
        .collect()
}

#[test]
fn the_product_never_stops_where_it_stands() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
    ];
    let mut complaints = Vec::new();
    for path in files_in("src", &["rs"]) {
        if path.ends_with("tests.rs") {
            continue;
        }
        for (at, line) in shipped(&project("").join(&path)) {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                complaints.push(format!("{}:{at}: {word}", path.display()));
            }
        }
    }
    complain(&complaints);
}

#[test]
fn every_allow_says_why() {
    let mut complaints = Vec::new();
    for path in files_in("", &["rs"]) {
        let text = text_of(&project("").join(&path));
        // In two parts, or this file would hold the marks.
        let marks = ["#[", "#!["].map(|open| format!("{open}allow("));
        for (at, _) in marks
            .iter()
            .flat_map(|mark| text.match_indices(mark.as_str()))
        {
            let attribute = text[at..].split(")]").next().unwrap_or("");
            if !attribute.contains("reason = ") {
                complaints.push(format!("{}: {attribute}", path.display()));
            }
        }
    }
    complain(&complaints);
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
            let lines = shipped(&project("").join(&path));
            let code: String = lines.iter().map(|(_, line)| format!("{line}\n")).collect();
            for asked in code.split("judge::").skip(1) {
                let name = asked
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next();
                if !name.is_some_and(|name| name == room || others.contains(&name)) {
                    let name = asked.lines().next().unwrap_or("");
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

/// Package registries are asked through their clients; no file of ours names one.
#[test]
fn no_file_names_a_registry() {
    // Labels backwards, or this file would name them.
    let hosts = [
        ["io", "crates"],
        ["org", "npmjs"],
        ["com", "npmjs"],
        ["com", "yarnpkg"],
        ["org", "pypi"],
        ["org", "pythonhosted"],
        ["org", "rubygems"],
    ];
    let hosts = hosts.map(|[top, name]| format!("{name}.{top}"));
    let mut complaints = Vec::new();
    for path in files() {
        let Ok(text) = fs::read_to_string(project("").join(&path)) else {
            continue; // A picture.
        };
        for host in &hosts {
            // Cargo.lock names the index, which is a repository.
            let named = text
                .match_indices(host)
                .any(|(at, _)| !text[at + host.len()..].starts_with("-index"));
            if named {
                complaints.push(format!("{} names {host}", path.display()));
            }
        }
    }
    complain(&complaints);
}

/// What stands between `before` and `after` in a text, each time.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    let parts = text.split(before).skip(1);
    parts.filter_map(move |part| part.split_once(after).map(|(name, _)| name))
}

/// `tests/locales.test.mjs` holds every other language to the English one.
#[test]
fn every_reason_and_every_clue_has_words() {
    let english = text_of(&project("extension/_locales/en/messages.json"));
    let english: serde_json::Value = serde_json::from_str(&english).expect("messages.json");
    let verdicts = text_of(&project("src/verdict.rs"));
    let reasons = between(&verdicts, " => \"", "\"").map(|name| (format!("reason_{name}"), false));
    let clues = Clue::ALL.iter();
    let clues = clues.map(|clue| (format!("why_{}", clue.key()), clue.english().contains("{}")));
    let asked: Vec<_> = reasons.chain(clues).collect();
    assert!(asked.len() > 30, "the search finds reasons");
    let mut complaints = Vec::new();
    for (name, has_value) in asked {
        let name = name.replace('-', "_");
        match english[&name]["message"].as_str() {
            None => complaints.push(format!("en has no {name}")),
            Some(words) if words.contains('$') != has_value => {
                complaints.push(format!(
                    "{name} and its clue differ in whether they have a value"
                ));
            }
            Some(_) => {}
        }
    }
    complain(&complaints);
}

/// Paths in a document: the targets of its links, and what it sets as code.
fn paths(document: &Path) -> Vec<String> {
    let text = text_of(&project("").join(document));
    let folder = document.parent().unwrap_or(Path::new(""));
    let links = between(&text, "](", ")")
        .map(|link| link.split('#').next().unwrap_or(""))
        .filter(|link| !link.is_empty() && !link.contains(':'))
        .map(|link| folder.join(link).display().to_string());
    let is_path = |code: &&str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "./-_".contains(c);
        let (top, last) = (
            code.split('/').next().unwrap_or(""),
            code.rsplit('/').next(),
        );
        // A built tool has no file to be named by.
        let is_file = last.is_some_and(|name| name.contains('.') || name.is_empty());
        code.contains('/')
            && is_file
            && code.chars().all(plain)
            && !top.is_empty()
            && project(top).is_dir()
    };
    let is_made = |code: &str| {
        NOT_OURS
            .iter()
            .any(|name| code.split('/').any(|part| part == *name))
    };
    let codes = text.split('`').skip(1).step_by(2).filter(is_path);
    let codes = codes.filter(|code| !is_made(code)).map(|code| {
        let near = folder.join(code);
        let path = if code.starts_with('.') {
            near
        } else {
            code.into()
        };
        path.display().to_string()
    });
    links.chain(codes).collect()
}

#[test]
fn documents_name_only_files_that_exist() {
    let mut complaints = Vec::new();
    for document in files_in("", &["md"]) {
        for path in paths(&document) {
            if !project(&path).exists() {
                complaints.push(format!("{} names {path}", document.display()));
            }
        }
    }
    complain(&complaints);
}
