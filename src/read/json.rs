//! What the readers of JSON-LD share: bounds, and values as pages write them.

use serde_json::Value;

use super::entities::decode;

/// No honest page nests its objects deeper.
pub const DEEPEST: usize = 6;

/// A number, or a text that is one.
pub fn number(value: Option<&Value>) -> Option<u32> {
    match value? {
        Value::Number(number) => number.as_u64().and_then(|number| number.try_into().ok()),
        Value::String(number) => number.trim().parse().ok(),
        _ => None,
    }
}

/// The first text of a value, without spaces around it; `None` where there is none.
pub fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Array(items) => return items.iter().find_map(text),
        Value::Object(map) => return map.get("@value").and_then(text),
        _ => return None,
    };
    // Some writers escape the entities of the visible page once more.
    let decoded = decode(text);
    let trimmed = decoded.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// The first address of a value: of an object its own, or what it is called by.
pub fn address(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(address),
        Value::Object(map) => ["url", "@id", "contentUrl"]
            .iter()
            .find_map(|key| address(map.get(*key)?)),
        _ => text(value).filter(|url| url.starts_with("http")),
    }
}
