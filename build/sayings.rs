//! Compiles `rules/walls.toml` and the other files of sayings.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::{load, normal, packed, wide};

/// The lists of one group of `rules/walls.toml` or another file of sayings, and its examples.
#[derive(Deserialize)]
struct Sayings {
    language: String,
    says: Vec<String>,
    keeps: Vec<String>,
    #[serde(flatten)]
    lists: BTreeMap<String, Vec<String>>,
}

/// Tables of the named lists, which all groups have: the texts in normal form, those of one script side by side. A name
/// in capitals stands behind a mark.
pub fn tables(path: &Path) -> String {
    let file: BTreeMap<String, Vec<Sayings>> = load(path);
    let mut tables: BTreeMap<&str, BTreeMap<u32, BTreeSet<String>>> = BTreeMap::new();
    let all = || file.values().flatten();
    for group in all() {
        check(path, group, all().next().unwrap_or(group));
        for (name, list) in &group.lists {
            let table = tables.entry(name).or_default();
            for text in list {
                assert!(
                    !normal(text).is_empty(),
                    "{}: {text:?} in {name} has no word",
                    path.display()
                );
                let kept = match text.chars().all(char::is_uppercase) {
                    true => format!("{}{}", wide::CAPITALS, text.to_lowercase()),
                    false => normal(text),
                };
                table.entry(script(&kept)).or_default().insert(kept);
            }
        }
    }
    tables.into_iter().map(saying_table).collect()
}

fn check(path: &Path, group: &Sayings, first: &Sayings) {
    let (place, language) = (path.display(), &group.language);
    assert!(
        !group.says.is_empty() && !group.keeps.is_empty(),
        "{place}: every group needs an example in says (a line with one of the texts) and one in keeps (prose without), \
         but one of {language:?} has none"
    );
    let (expected, found) = (first.lists.keys(), group.lists.keys());
    assert!(
        expected.clone().eq(found.clone()),
        "{place}: expected the lists {expected:?}, but a group of {language:?} has {found:?}"
    );
}

/// The block of Unicode that a text is in; the Latin ones are one.
fn script(text: &str) -> u32 {
    let block = text
        .chars()
        .map(|c| u32::from(c) / 128)
        .find(|block| *block > 0);
    block.filter(|block| *block > 2).unwrap_or_default()
}

fn saying_table((name, scripts): (&str, BTreeMap<u32, BTreeSet<String>>)) -> String {
    let of_script =
        |texts: &BTreeSet<String>| packed(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let texts: Vec<_> = scripts.values().map(of_script).collect();
    let (name, texts) = (name.to_uppercase(), texts.join(&0));
    format!("static {name}: &[u8] = b\"{}\";\n", texts.escape_ascii())
}
