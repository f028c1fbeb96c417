//! The options as JavaScript gives them, read field by field: what serde derives for them, with its words for every
//! wrong type and the numbers in these, would be a fiftieth of the module.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use crate::{Copies, CopyOptions, Links, LiveFacts, Options, Strength};

/// What an answer to JavaScript has room for.
const SHOWN: Copies = Copies {
    body: false,
    ..Copies::ALL
};

/// The options as a plain `clean(html)` has them, but for what is given.
pub fn read_options(options: JsValue) -> Result<Options, JsError> {
    let given = Given(options);
    Ok(Options {
        url: given.string("url")?,
        strength: match given.string("strength")?.as_deref() {
            None | Some("tidy") => Strength::Tidy,
            Some("focus") => Strength::Focus,
            _ => return Err(wrong("strength", "\"tidy\" or \"focus\"")),
        },
        facts: facts(&given.inside("facts")?)?,
        copy: copy(&given.inside("copy")?)?,
        rules: given.string("rules")?.unwrap_or_default(),
        confirmed: given.strings("confirmed")?,
        packs_off: given.strings("packsOff")?,
        automatic: given.flag("automatic")?,
        recipe: given.string("recipe")?.unwrap_or_default(),
        learn: given.flag("learn")?,
        later: given.flag("later")?,
        copies: if given.flag("brief")? {
            Copies::NONE
        } else {
            SHOWN
        },
    })
}

/// What `cleanMore` is told besides: the memory of the first clean, `context` towards JavaScript.
pub fn read_memory(options: &JsValue) -> Result<String, JsError> {
    let memory = Given(options.clone()).string("context")?;
    Ok(memory.unwrap_or_default())
}

fn facts(given: &Given) -> Result<LiveFacts, JsError> {
    Ok(LiveFacts {
        covering: given.numbers("covering")?,
        locked: given.numbers("locked")?,
        kept: given.numbers("kept")?,
        veils: given.numbers("veils")?.as_chunks().0.to_vec(),
        unseen: given.numbers("unseen")?,
    })
}

fn copy(given: &Given) -> Result<CopyOptions, JsError> {
    Ok(CopyOptions {
        header: given.string("header")?,
        links: match given.string("links")?.as_deref() {
            None | Some("none") => Links::None,
            Some("wrapped") => Links::Wrapped,
            _ => return Err(wrong("links", "\"none\" or \"wrapped\"")),
        },
    })
}

/// An object of JavaScript's, or nothing, which has no fields.
struct Given(JsValue);

impl Given {
    /// The field as `read` takes it; nothing where it is left out.
    fn field<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl Fn(JsValue) -> Option<T>,
    ) -> Result<Option<T>, JsError> {
        if is_nothing(&self.0) {
            return Ok(None);
        }
        match Reflect::get(&self.0, &name.into()) {
            Ok(value) if is_nothing(&value) => Ok(None),
            Ok(value) => read(value).map(Some).ok_or_else(|| wrong(name, expected)),
            Err(_) => Err(JsError::new(
                "the options can't be read: expected an object",
            )),
        }
    }

    fn string(&self, name: &str) -> Result<Option<String>, JsError> {
        self.field(name, "a string", |value| value.as_string())
    }

    fn flag(&self, name: &str) -> Result<bool, JsError> {
        let flag = self.field(name, "a boolean", |value| value.as_bool())?;
        Ok(flag.unwrap_or_default())
    }

    fn inside(&self, name: &str) -> Result<Given, JsError> {
        let object = |value: JsValue| value.is_object().then_some(Given(value));
        let inside = self.field(name, "an object", object)?;
        Ok(inside.unwrap_or(Given(JsValue::UNDEFINED)))
    }

    fn strings(&self, name: &str) -> Result<Vec<String>, JsError> {
        self.list(name, "a list of strings", |item| item.as_string())
    }

    fn numbers(&self, name: &str) -> Result<Vec<u32>, JsError> {
        self.list(name, "a list of numbers", whole)
    }

    fn list<T>(
        &self,
        name: &str,
        expected: &str,
        read: fn(JsValue) -> Option<T>,
    ) -> Result<Vec<T>, JsError> {
        let items = |value| array(value)?.into_iter().map(read).collect();
        Ok(self.field(name, expected, items)?.unwrap_or_default())
    }
}

fn is_nothing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// What has no length is no list, and of what has an impossible one JavaScript throws.
fn array(list: JsValue) -> Option<Array> {
    whole(Reflect::get(&list, &"length".into()).ok()?)?;
    Some(Array::from(&list))
}

fn whole(number: JsValue) -> Option<u32> {
    let number = number.as_f64()?;
    let whole = number as u32;
    (f64::from(whole) == number).then_some(whole)
}

fn wrong(name: &str, expected: &str) -> JsError {
    JsError::new(&format!(
        "the options can't be read: expected {expected} for `{name}`"
    ))
}
