//! What JSON-LD says that an article is made of beside prose: the ingredients and steps of a recipe, the claim and the
//! verdict of a fact check.

use serde_json::Value;

use super::entities::decode;
use super::json::DEEPEST;

/// More parts and longer texts no honest recipe has.
const MOST: usize = 300;
const LONGEST: usize = 2000;

/// What a recipe or a fact check says it is made of, a text a line; nothing for what is neither.
pub fn parts(object: &Value, parts: &mut Vec<String>) {
    let claim = object.get("claimReviewed");
    let rating = claim.and_then(|_| object.get("reviewRating"));
    let verdict = rating.and_then(|rating| rating.get("alternateName"));
    let recipe =
        ["recipeIngredient", "ingredients", "recipeInstructions"].map(|key| object.get(key));
    for value in recipe.into_iter().chain([claim, verdict]).flatten() {
        lines(value, 0, parts);
    }
}

/// Texts, lists of them, steps with a text, and sections with steps.
fn lines(value: &Value, depth: usize, parts: &mut Vec<String>) {
    if depth > DEEPEST || parts.len() >= MOST {
        return;
    }
    match value {
        Value::String(text) if text.len() <= LONGEST => parts.push(decode(text).into_owned()),
        Value::Array(items) => items.iter().for_each(|item| lines(item, depth + 1, parts)),
        Value::Object(map) => {
            for key in ["text", "itemListElement"] {
                if let Some(inner) = map.get(key) {
                    lines(inner, depth + 1, parts);
                }
            }
        }
        _ => {}
    }
}
