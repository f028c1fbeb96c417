//! What an article in JSON-LD refers to, people, organisations and pictures: in the article itself, or elsewhere on the page
//! by an `@id`.

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::json::{DEEPEST, text};

/// Most names of authors: each is compared with those before it.
pub const MOST_NAMES: usize = 50;

/// No honest page describes more.
const MOST_OBJECTS: usize = 200;

/// The objects of a page by their `@id`, by which others refer to them.
pub type Objects<'a> = FxHashMap<&'a str, &'a Map<String, Value>>;

/// Adds the objects in a value that tell of what they are, each where it tells most.
pub fn add_objects<'a>(value: &'a Value, depth: usize, objects: &mut Objects<'a>) {
    if depth > DEEPEST || objects.len() > MOST_OBJECTS {
        return;
    }
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| add_objects(item, depth + 1, objects)),
        Value::Object(map) => {
            if let Some(Value::String(id)) = map.get("@id").filter(|_| told(map) > 0) {
                let known = objects.entry(id).or_insert(map);
                if told(map) > told(known) {
                    *known = map;
                }
            }
            map.values()
                .for_each(|inner| add_objects(inner, depth + 1, objects));
        }
        _ => {}
    }
}

/// What is asked of an object that another refers to: the name of a person, the address of a picture.
const TELLING: [&str; 3] = ["name", "url", "contentUrl"];

fn told(map: &Map<String, Value>) -> usize {
    TELLING.iter().filter(|key| map.contains_key(**key)).count()
}

/// The object that this one stands for.
pub fn referred<'a>(
    map: &Map<String, Value>,
    objects: &Objects<'a>,
) -> Option<&'a Map<String, Value>> {
    objects.get(map.get("@id")?.as_str()?).copied()
}

/// The names of a person, an organisation, or a list of them; an address is no name.
pub fn names(value: &Value, objects: &Objects<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |name: String| {
        if all.len() < MOST_NAMES && !all.contains(&name) && !name.starts_with("http") {
            all.push(name);
        }
    };
    match value {
        Value::Array(items) => items
            .iter()
            .flat_map(|item| names(item, objects))
            .for_each(add),
        Value::Object(map) => match map.get("name") {
            Some(name) => names(name, objects).into_iter().for_each(add),
            None => referred(map, objects)
                .and_then(|map| text(map.get("name")?))
                .into_iter()
                .for_each(add),
        },
        _ => text(value).into_iter().for_each(&mut add),
    }
    all
}
