//! The core as a WASM module: every function that JavaScript can call, in the shapes of `docs/interfaces.md`.
//!
//! Nothing here decides anything, and nothing panics: what goes wrong becomes a JavaScript `Error`.

mod options;
mod types;

use js_sys::{Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Document;

use crate::metadata::Metadata;
use crate::write::dom::{self, Applied, Expected};
use crate::{Action, Clean, Edit, Outcome, Recipe, RecipeReport, RuleReport, TextForm};
use options::{read_memory, read_options};

#[derive(Serialize)]
struct CleanResult<'c> {
    outcome: Outcome,
    elements: u32,
    fingerprint: u32,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    ordinals: Uint32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    actions: Uint8Array,
    hidden: &'c [Edit],
    rules: &'c [RuleReport],
    share: f32,
    article: Article<'c>,
    recipe: Option<RecipeReport>,
    wrong: &'c [String],
    context: Option<&'c str>,
}

#[derive(Serialize)]
struct MoreResult<'c> {
    elements: u32,
    fingerprint: u32,
    hidden: &'c [Edit],
    unlocks: &'c [Edit],
}

#[derive(Serialize)]
struct Article<'c> {
    #[serde(flatten)]
    metadata: &'c Metadata,
    address: Option<&'c str>,
    excerpts: &'c [String],
    text: String,
    markdown: String,
    html: String,
}

/// Reads, judges and plans a page, and writes its article.
#[wasm_bindgen(unchecked_return_type = "CleanResult")]
pub fn clean(
    html: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CleanOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    result(&crate::clean(html, &read_options(options)?))
}

/// Judges blocks that arrived after a clean: `html` is the page pruned to them, each with `data-clean-copy-new`.
#[wasm_bindgen(js_name = cleanMore, unchecked_return_type = "MoreResult")]
pub fn clean_more(
    html: &str,
    #[wasm_bindgen(unchecked_param_type = "MoreOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    let memory = read_memory(&options)?;
    let more = crate::clean_more(html, &memory, &read_options(options)?);
    to_js(&MoreResult {
        elements: more.page.len(),
        fingerprint: more.page.fingerprint,
        hidden: &more.edits,
        unlocks: &more.unlocks,
    })
}

/// What a stored recipe says; throws where the text is none.
#[wasm_bindgen(js_name = recipeOf, unchecked_return_type = "Recipe")]
pub fn recipe_of(text: &str) -> Result<JsValue, JsError> {
    to_js(&crate::recipe_of(text)?)
}

/// The cleaned page as HTML: what is hidden on a live page is left out.
#[wasm_bindgen]
pub fn rewrite(
    html: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CleanOptions")] options: JsValue,
) -> Result<String, JsError> {
    let clean = crate::clean(html, &read_options(options)?);
    Ok(crate::rewrite(html, &clean.plan))
}

/// How the page was judged, without its words: for a report of a page that went wrong.
#[wasm_bindgen(unchecked_return_type = "Breakage")]
pub fn breakage(
    html: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CleanOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    to_js(&crate::clean(html, &read_options(options)?).breakage())
}

/// Cleans text that was copied from a page without its HTML.
#[wasm_bindgen(js_name = cleanPlain, unchecked_return_type = "PlainResult")]
pub fn clean_plain(text: &str) -> Result<JsValue, JsError> {
    to_js(&crate::clean_plain(text))
}

/// Looks at every line of a list of cosmetic rules.
#[wasm_bindgen(js_name = checkRules, unchecked_return_type = "CheckedRules")]
pub fn check_rules(text: &str) -> Result<JsValue, JsError> {
    to_js(&crate::cosmetic::check_rules(text))
}

/// The element at `ordinal` and those around it up to the body, outward, each with selectors that name it.
#[wasm_bindgen(js_name = selectorsOf, unchecked_return_type = "Named[]")]
pub fn selectors_of(html: &str, ordinal: u32) -> Result<JsValue, JsError> {
    to_js(&crate::selector::selectors_of(html, ordinal))
}

/// The language tags of the packs of phrases.
#[wasm_bindgen]
pub fn packs() -> Vec<String> {
    let packs = crate::rules::packs().iter();
    packs.map(|&tag| tag.to_owned()).collect()
}

/// The version of the core.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// A clean at work on a document.
///
/// Hold on to it for as long as the document is to stay clean: when it is freed,
/// by hand or by the garbage collector, it restores the document.
#[wasm_bindgen(js_name = Applied)]
pub struct Handle {
    applied: Applied,
    result: JsValue,
}

#[wasm_bindgen(js_class = Applied)]
impl Handle {
    /// What `clean` gives for the page.
    #[wasm_bindgen(getter, unchecked_return_type = "CleanResult")]
    pub fn result(&self) -> JsValue {
        self.result.clone()
    }

    /// Leaves the document as it was before.
    pub fn restore(self) -> Result<(), JsError> {
        Ok(self.applied.restore()?)
    }
}

/// Cleans a document that shares the page with the core.
///
/// `html` is the document's `documentElement.outerHTML`, taken in the same
/// synchronous step. A document that no longer matches it is left alone.
#[wasm_bindgen(js_name = applyTo)]
pub fn apply_to(
    document: &Document,
    html: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CleanOptions")] options: JsValue,
) -> Result<Handle, JsError> {
    let clean = crate::clean(html, &read_options(options)?);
    let expected = Expected {
        elements: clean.page.len(),
        fingerprint: clean.page.fingerprint,
    };
    Ok(Handle {
        result: result(&clean)?,
        applied: dom::apply(document, &expected, &clean.plan.edits)?,
    })
}

fn result(clean: &Clean) -> Result<JsValue, JsError> {
    let edits = &clean.plan.edits;
    let ordinals: Vec<u32> = edits.iter().map(|edit| edit.ordinal).collect();
    let actions: Vec<u8> = edits.iter().map(|edit| code(edit.action)).collect();
    to_js(&CleanResult {
        outcome: clean.outcome(),
        elements: clean.page.len(),
        fingerprint: clean.page.fingerprint,
        ordinals: Uint32Array::from(&ordinals[..]),
        actions: Uint8Array::from(&actions[..]),
        hidden: edits,
        rules: &clean.plan.rules,
        share: clean.plan.share,
        article: Article {
            metadata: &clean.article.metadata,
            address: clean.article.address.as_deref(),
            excerpts: &clean.excerpts,
            text: clean.text(TextForm::Article),
            markdown: clean.markdown(),
            html: clean.fragment(),
        },
        recipe: clean.recipe.recipe.as_ref().and_then(Recipe::report),
        wrong: &clean.recipe.wrong,
        context: clean.memory.as_deref(),
    })
}

/// The action as `CleanResult::actions` has it.
fn code(action: Action) -> u8 {
    match action {
        Action::Hide => 0,
        Action::Mute => 1,
        Action::Unlock => 2,
        Action::Lift(_) => 3,
    }
}

/// Structs as plain objects, what is missing as `null`.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}
