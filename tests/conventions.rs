//! What a reader of this project may rely on, in every file.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::source::{NOT_OURS, files, files_in, shipped};
use crate::common::{complain, project, text_of};
use clean_copy::{Clue, Reason};

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
    let reasons = Reason::ALL.iter();
    let reasons = reasons.map(|reason| (format!("reason_{}", reason.name()), false));
    let clues = Clue::ALL.iter();
    let clues = clues.map(|clue| (format!("why_{}", clue.key()), clue.english().contains("{}")));
    let mut complaints = Vec::new();
    for (name, has_value) in reasons.chain(clues) {
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
