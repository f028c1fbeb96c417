//! What JSON-LD says that an article is made of beside prose: the ingredients and steps of a recipe and how long it takes,
//! the claim and the verdict of a fact check.

use serde_json::Value;

use super::entities::decode;
use super::json::{DEEPEST, text};

/// More parts and longer texts no honest recipe has.
const MOST: usize = 300;
const LONGEST: usize = 2000;
/// Nor as many times.
const MOST_TIMES: usize = 30;

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

/// The times that a recipe gives, in minutes.
pub fn minutes(object: &Value, minutes: &mut Vec<u32>) {
    let times = ["prepTime", "cookTime", "totalTime"].map(|key| object.get(key));
    let times = times.into_iter().flatten().filter_map(text);
    let left = MOST_TIMES.saturating_sub(minutes.len());
    minutes.extend(times.filter_map(|time| duration(&time)).take(left));
}

/// The minutes of an ISO duration: "PT1H30M", "P0DT1H30M".
fn duration(time: &str) -> Option<u32> {
    let (mut all, mut number) = (0u32, 0u32);
    for c in time.strip_prefix('P')?.chars() {
        let minutes = match c {
            'D' => 24 * 60,
            'H' => 60,
            'M' => 1,
            'T' | 'S' => 0,
            digit => {
                number = number
                    .saturating_mul(10)
                    .saturating_add(digit.to_digit(10)?);
                continue;
            }
        };
        all = all.saturating_add(number.saturating_mul(minutes));
        number = 0;
    }
    Some(all).filter(|&all| all > 0)
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
