//! The pages of `tests/pages/`.

use std::fs;
use std::path::PathBuf;

use clean_copy::normalise::normalise;
use clean_copy::{Clean, Options, Strength, clean};
use serde::Deserialize;

use super::{project, text_of};

/// One page and what is expected of it.
pub struct Fixture {
    /// The folder's name.
    pub slug: String,
    /// The folder.
    pub folder: PathBuf,
    /// `page.html` as a browser serialises it.
    pub html: String,
    /// `page.toml`.
    pub spec: Spec,
}

/// `page.toml`, see `docs/interfaces.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    pub what: String,
    pub url: String,
    pub language: Option<String>,
    pub outcome: String,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub must_go: Vec<String>,
    pub must_stay: Vec<String>,
    #[serde(default)]
    pub known_failure: Vec<KnownFailure>,
}

/// A check that fails today, and why: "must_go in the page: Tweet — share row inside a shadow root".
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub struct KnownFailure {
    /// The check's name.
    pub check: String,
    /// What it looks for; empty where the check has only one thing to look at.
    pub text: String,
    /// Why it fails.
    pub why: String,
}

impl TryFrom<String> for KnownFailure {
    type Error = String;

    fn try_from(line: String) -> Result<KnownFailure, String> {
        let expected = || format!("expected `check: text — why`, but found `{line}`");
        let (what, why) = line.rsplit_once(" — ").ok_or_else(expected)?;
        let (check, text) = what.split_once(':').ok_or_else(expected)?;
        let [check, text, why] = [check, text, why].map(|part| part.trim().to_owned());
        Ok(KnownFailure { check, text, why })
    }
}

impl Fixture {
    /// Cleans the page with its own address.
    pub fn clean(&self, strength: Strength) -> Clean {
        self.clean_html(&self.html, strength)
    }

    /// Cleans another state of the page.
    pub fn clean_html(&self, html: &str, strength: Strength) -> Clean {
        let options = Options {
            strength,
            url: Some(self.spec.url.clone()),
            ..Options::default()
        };
        clean(html, &options)
    }
}

/// All pages, by name.
pub fn fixtures() -> Vec<Fixture> {
    let entries = fs::read_dir(project("tests/pages")).expect("the folder of pages");
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.into_iter().map(fixture).collect()
}

fn fixture(folder: PathBuf) -> Fixture {
    let page = folder.join("page.html");
    let bytes = fs::read(&page).unwrap_or_else(|e| panic!("can't read {}: {e}", page.display()));
    let spec = folder.join("page.toml");
    Fixture {
        slug: folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        html: normalise(&bytes).html,
        spec: toml::from_str(&text_of(&spec)).unwrap_or_else(|e| panic!("{}: {e}", spec.display())),
        folder,
    }
}
