//! The stored form of a recipe: JSON, checked as what a stranger wrote, since readers exchange recipes as files.

use std::fmt;

use serde_json::Value;

use super::{Anchor, Hide, Recipe, RecipeReport, Refused};
use crate::cosmetic;
use crate::host::is_host;
use crate::options::Strength;
use crate::selector::Selector;
use crate::verdict::Reason;

/// The form written today.
const VERSION: u32 = 1;
/// Longest text, in bytes.
pub const LONGEST: usize = 16 * 1024;
/// Most selectors that hide.
pub const MOST_HIDES: usize = 60;
/// Most anchors.
pub const MOST_ANCHORS: usize = 12;
/// Most selectors that are refused.
pub(super) const MOST_REFUSED: usize = 20;
/// Highest count of pages.
pub(super) const MOST_PAGES: u32 = 999;

/// Why a text is no recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadRecipe {
    /// Longer than [`LONGEST`].
    TooLong,
    /// Not JSON of a recipe's shape; which part is not.
    Shape(&'static str),
    /// A form that this version does not know.
    Version,
    /// Not the name of a host.
    Host(String),
    /// More selectors than a recipe may have.
    TooMany,
    /// A selector that a recipe can't have.
    Selector(String),
}

impl fmt::Display for BadRecipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadRecipe::TooLong => write!(f, "expected a recipe of at most {LONGEST} bytes"),
            BadRecipe::Shape(part) => write!(f, "expected a recipe, but its {part} can't be read"),
            BadRecipe::Version => write!(f, "expected a recipe of version {VERSION}"),
            BadRecipe::Host(found) => write!(f, "expected the name of a host, but found `{found}`"),
            BadRecipe::TooMany => write!(
                f,
                "expected at most {MOST_HIDES} selectors and {MOST_ANCHORS} anchors"
            ),
            BadRecipe::Selector(found) => {
                write!(f, "expected a selector for a recipe, but found `{found}`")
            }
        }
    }
}

impl std::error::Error for BadRecipe {}

/// Reads a stored recipe for whoever lists or imports it.
pub fn recipe_of(text: &str) -> Result<RecipeReport, BadRecipe> {
    let recipe = Recipe::parse(text)?;
    recipe.report().ok_or(BadRecipe::Shape("list of selectors"))
}

impl Recipe {
    /// Reads a recipe; every bound and every selector is checked.
    pub fn parse(text: &str) -> Result<Recipe, BadRecipe> {
        if text.len() > LONGEST {
            return Err(BadRecipe::TooLong);
        }
        let value: Value = serde_json::from_str(text).map_err(|_| BadRecipe::Shape("JSON"))?;
        if number(value.get("version")) != Some(VERSION) {
            return Err(BadRecipe::Version);
        }
        let recipe = read(&value)?;
        recipe.check()?;
        Ok(recipe)
    }

    fn check(&self) -> Result<(), BadRecipe> {
        if !is_host(&self.host) {
            return Err(BadRecipe::Host(self.host.chars().take(80).collect()));
        }
        if self.hides.len() > MOST_HIDES
            || self.anchors.len() > MOST_ANCHORS
            || self.refused.len() > MOST_REFUSED
        {
            return Err(BadRecipe::TooMany);
        }
        let anchors: Vec<&String> = self.anchors.iter().map(|a| &a.selector).collect();
        let bad_hide = self.hides.iter().find(|hide| {
            !usable(&hide.selector, Selector::is_telling) || anchors.contains(&&hide.selector)
        });
        let bad_anchor = anchors.iter().find(|text| !usable(text, Selector::lasts));
        let bad = bad_hide.map(|hide| &hide.selector).or(bad_anchor.copied());
        match bad {
            Some(text) => Err(BadRecipe::Selector(text.chars().take(80).collect())),
            None => Ok(()),
        }
    }

    /// The recipe as it is stored. What came last is cut off where it would grow too long.
    pub fn text(&self) -> String {
        let mut short = self.clone();
        loop {
            let text = written(&short);
            let fits = text.len() <= LONGEST;
            if fits || (short.refused.pop().is_none() && short.hides.pop().is_none()) {
                return text;
            }
        }
    }
}

/// Field by field: derived code for the same takes five times the space in the module.
fn read(value: &Value) -> Result<Recipe, BadRecipe> {
    let shape = BadRecipe::Shape;
    let count = |item: &Value, at: usize| number(item.get(at)).map(|n| n.min(MOST_PAGES));
    let hide = |item: &Value| {
        Some(Hide {
            selector: string(item.get(0))?,
            reason: Reason::named(item.get(1)?.as_str()?)?,
            tidy: count(item, 2)?,
            focus: count(item, 3)?,
        })
    };
    let anchor = |item: &Value| {
        Some(Anchor {
            selector: string(item.get(0))?,
            seen: count(item, 1)?,
        })
    };
    let refused = |item: &Value| {
        Some(Refused {
            selector: string(item.get(0))?,
            pages: count(item, 1)?,
        })
    };
    let strength = match value.get("strength").and_then(Value::as_str) {
        Some("tidy") => Strength::Tidy,
        Some("focus") => Strength::Focus,
        _ => return Err(shape("strength")),
    };
    let pages = number(value.get("pages")).ok_or(shape("number of pages"))?;
    let off = value.get("off").and_then(Value::as_bool);
    Ok(Recipe {
        host: string(value.get("host")).ok_or(shape("host"))?,
        pages: pages.min(MOST_PAGES),
        off: off.ok_or(shape("state"))?,
        strength,
        last: number(value.get("last")).ok_or(shape("last page"))?,
        hides: list(value.get("hides"), hide).ok_or(shape("list of selectors"))?,
        anchors: list(value.get("anchors"), anchor).ok_or(shape("list of anchors"))?,
        refused: list(value.get("refused"), refused).ok_or(shape("list of the refused"))?,
    })
}

fn string(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

fn number(value: Option<&Value>) -> Option<u32> {
    value?.as_u64()?.try_into().ok()
}

fn list<T>(value: Option<&Value>, item: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value?.as_array()?.iter().map(item).collect()
}

fn written(recipe: &Recipe) -> String {
    let strength = match recipe.strength {
        Strength::Tidy => "tidy",
        Strength::Focus => "focus",
    };
    let hides = recipe.hides.iter().map(|hide| {
        let (selector, reason) = (quoted(&hide.selector), hide.reason.name());
        format!("[{selector},\"{reason}\",{},{}]", hide.tidy, hide.focus)
    });
    let seen = |(selector, pages): (&String, u32)| format!("[{},{pages}]", quoted(selector));
    let anchors = recipe.anchors.iter().map(|a| (&a.selector, a.seen));
    let refused = recipe.refused.iter().map(|r| (&r.selector, r.pages));
    format!(
        "{{\"version\":{VERSION},\"host\":{},\"pages\":{},\"off\":{},\"strength\":\"{strength}\",\"last\":{},\
         \"hides\":[{}],\"anchors\":[{}],\"refused\":[{}]}}",
        quoted(&recipe.host),
        recipe.pages,
        recipe.off,
        recipe.last,
        joined(hides),
        joined(anchors.map(seen)),
        joined(refused.map(seen)),
    )
}

pub(crate) fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}

/// A string as JSON has it.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Both our own form and one that can be matched while a page is read.
fn usable(text: &str, fits: impl Fn(&Selector) -> bool) -> bool {
    Selector::parse(text).is_some_and(|selector| fits(&selector))
        && cosmetic::selector(text).is_ok()
}
