//! What an article in JSON-LD refers to, people, organisations and pictures: in the article itself, or elsewhere on the page
//! by an `@id`.

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::json::{DEEPEST, address, text};

/// Most names of authors: each is compared with those before it.
pub const MOST_NAMES: usize = 50;

/// No honest page describes more.
const MOST_OBJECTS: usize = 200;

/// What a page tells of an object to which others refer, all places where it does so taken together.
#[derive(Default)]
pub struct Told {
    /// Of a person or an organisation.
    name: Option<String>,
    /// Of a picture.
    address: Option<String>,
}

/// The objects of a page by their `@id`.
pub type Objects<'a> = FxHashMap<&'a str, Told>;

/// Adds what a value tells of named objects and of pictures.
pub fn add_objects<'a>(value: &'a Value, depth: usize, objects: &mut Objects<'a>) {
    if depth > DEEPEST || objects.len() > MOST_OBJECTS {
        return;
    }
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| add_objects(item, depth + 1, objects)),
        Value::Object(map) => {
            let name = map.get("name").and_then(text);
            let address = own_picture(map).filter(|_| is_picture(map));
            if let Some(Value::String(id)) = map.get("@id")
                && (name.is_some() || address.is_some())
            {
                let told = objects.entry(id).or_default();
                told.name = told.name.take().or(name);
                told.address = told.address.take().or(address);
            }
            map.values()
                .for_each(|inner| add_objects(inner, depth + 1, objects));
        }
        _ => {}
    }
}

fn is_picture(map: &Map<String, Value>) -> bool {
    let is_image = |kind: &Value| kind.as_str() == Some("ImageObject");
    map.get("@type").is_some_and(|kind| match kind {
        Value::Array(kinds) => kinds.iter().any(is_image),
        kind => is_image(kind),
    })
}

/// The address of a picture, or of the first of several: in the article, or where it refers to.
pub fn picture(value: &Value, objects: &Objects<'_>) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| picture(item, objects)),
        Value::Object(map) => own_picture(map)
            .or_else(|| referred(map, objects)?.address.clone())
            // A picture may be called by its address.
            .or_else(|| of_picture(map.get("@id")?)),
        _ => of_picture(value),
    }
}

/// `url` may be that of a page about the picture.
fn own_picture(map: &Map<String, Value>) -> Option<String> {
    ["contentUrl", "url"]
        .iter()
        .find_map(|key| of_picture(map.get(*key)?))
}

/// What stands elsewhere on the page is called by a place of the page's own.
fn of_picture(value: &Value) -> Option<String> {
    address(value).filter(|url| !url.contains('#'))
}

/// What the page tells of the object that this one stands for.
fn referred<'o>(map: &Map<String, Value>, objects: &'o Objects<'_>) -> Option<&'o Told> {
    objects.get(map.get("@id")?.as_str()?)
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
                .and_then(|told| told.name.clone())
                .into_iter()
                .for_each(add),
        },
        _ => text(value).into_iter().for_each(&mut add),
    }
    all
}
