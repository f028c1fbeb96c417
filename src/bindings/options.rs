//! The options as JavaScript gives them.

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::{Copies, CopyOptions, Links, LiveFacts, Options, Strength};

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct CleanOptions {
    url: Option<String>,
    strength: Wanted,
    facts: Facts,
    copy: Copy,
    rules: String,
    confirmed: Vec<String>,
    packs_off: Vec<String>,
    automatic: bool,
    recipe: Option<String>,
    learn: bool,
    later: bool,
    brief: bool,
    /// Of `cleanMore` alone.
    context: String,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Wanted {
    #[default]
    Tidy,
    Focus,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Facts {
    covering: Vec<u32>,
    locked: Vec<u32>,
    kept: Vec<u32>,
    /// In pairs.
    veils: Vec<u32>,
    unseen: Vec<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Copy {
    header: Option<String>,
    links: LinksWanted,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum LinksWanted {
    #[default]
    None,
    Wrapped,
}

/// What an answer to JavaScript has room for.
const SHOWN: Copies = Copies {
    body: false,
    ..Copies::ALL
};

/// The options of everything but `cleanMore`.
pub fn read_options(options: JsValue) -> Result<Options, JsError> {
    read_all_options(options).map(|(options, _)| options)
}

/// The options and the context. What is left out is as in a plain `clean(html)`.
pub fn read_all_options(options: JsValue) -> Result<(Options, String), JsError> {
    let options: Option<CleanOptions> = serde_wasm_bindgen::from_value(options).map_err(wrong)?;
    let CleanOptions {
        url,
        strength,
        facts,
        copy,
        rules,
        confirmed,
        packs_off,
        automatic,
        recipe,
        learn,
        later,
        brief,
        context,
    } = options.unwrap_or_default();
    let options = Options {
        url,
        strength: match strength {
            Wanted::Tidy => Strength::Tidy,
            Wanted::Focus => Strength::Focus,
        },
        facts: LiveFacts {
            covering: facts.covering,
            locked: facts.locked,
            kept: facts.kept,
            veils: facts.veils.as_chunks().0.to_vec(),
            unseen: facts.unseen,
        },
        copy: CopyOptions {
            header: copy.header,
            links: match copy.links {
                LinksWanted::None => Links::None,
                LinksWanted::Wrapped => Links::Wrapped,
            },
        },
        rules,
        confirmed,
        packs_off,
        automatic,
        recipe: recipe.unwrap_or_default(),
        learn,
        later,
        copies: if brief { Copies::NONE } else { SHOWN },
    };
    Ok((options, context))
}

/// Serde's error is a JavaScript one already and says so in its text.
fn wrong(error: serde_wasm_bindgen::Error) -> JsError {
    let said = error.to_string();
    let said = said.trim_start_matches("Error: ");
    JsError::new(&format!("the options can't be read: {said}"))
}
