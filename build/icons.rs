//! Compiles `rules/icons.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::{load, pack};

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
pub fn table(path: &Path) -> String {
    let mut parts = BTreeSet::new();
    let file: IconFile = load(path);
    for name in file.set.iter().flat_map(|set| &set.names) {
        let lower = name.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        parts.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    let parts: Vec<String> = parts.into_iter().collect();
    format!(
        "static ICON_WORDS: &str = {:?};\n",
        pack::front_coded(&parts)
    )
}
