//! Names of people and organisations in JSON-LD: in the article itself, or elsewhere on the page by an `@id`.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::json::{DEEPEST, text};

/// Most names of authors: each is compared with those before it.
pub const MOST_NAMES: usize = 50;

/// No honest page names more.
const MOST_PEOPLE: usize = 200;

/// The names of objects by their `@id`, which others of the page refer to.
pub fn name_ids<'a>(value: &'a Value, depth: usize, people: &mut FxHashMap<&'a str, String>) {
    if depth > DEEPEST || people.len() > MOST_PEOPLE {
        return;
    }
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| name_ids(item, depth + 1, people)),
        Value::Object(map) => {
            if let (Some(Value::String(id)), Some(name)) =
                (map.get("@id"), map.get("name").and_then(text))
            {
                people.insert(id, name);
            }
            map.values()
                .for_each(|inner| name_ids(inner, depth + 1, people));
        }
        _ => {}
    }
}

/// The names of a person, an organisation, or a list of them; an address is no name.
pub fn names(value: &Value, people: &FxHashMap<&str, String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |name: String| {
        if all.len() < MOST_NAMES && !all.contains(&name) && !name.starts_with("http") {
            all.push(name);
        }
    };
    match value {
        Value::Array(items) => items
            .iter()
            .flat_map(|item| names(item, people))
            .for_each(add),
        Value::Object(map) => match map.get("name") {
            Some(name) => names(name, people).into_iter().for_each(add),
            None => {
                let id = map.get("@id").and_then(Value::as_str).unwrap_or("");
                people.get(id).cloned().into_iter().for_each(add);
            }
        },
        _ => text(value).into_iter().for_each(&mut add),
    }
    all
}
