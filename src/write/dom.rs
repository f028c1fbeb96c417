//! Applies a plan to a live document, and takes it back.
//!
//! The extension does the same from its content script, where the core can't be;
//! this is for documents beside the core: the playground, a site that embeds the
//! package. Nothing is removed: blocks get two attributes, the document a style
//! sheet, and `restore` leaves it as it was.

use std::fmt;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::rewrite::{ACTION, LIFTS, REASON};
use crate::{Edit, fnv};

/// What hides and mutes; what lifts is the rewriter's as well.
const STYLE: &str = "\
[data-clean-copy-action=hide]{display:none!important}\
[data-clean-copy-action=mute]{user-select:none!important;-webkit-user-select:none!important}";

/// The page that the edits were made for.
pub struct Expected {
    /// How many elements it has.
    pub elements: u32,
    /// The hash of their names.
    pub fingerprint: u32,
}

/// A plan at work on a document. Dropping it restores the document.
pub struct Applied {
    document: Document,
    sheet: Option<JsValue>,
    marked: Vec<Marked>,
    restored: bool,
}

/// An element and what its two attributes held before.
struct Marked {
    element: Element,
    before: [(&'static str, Option<String>); 2],
}

/// Why a document was left alone, or could not be restored.
#[derive(Debug)]
pub enum DomError {
    /// The elements are not those of the page that was read.
    Changed {
        /// How many elements the core read.
        expected: u32,
        /// How many the document has.
        found: u32,
    },
    /// The browser refused.
    Browser(JsValue),
}

impl From<JsValue> for DomError {
    fn from(error: JsValue) -> DomError {
        DomError::Browser(error)
    }
}

impl fmt::Display for DomError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DomError::Changed { expected, found } if expected == found => {
                f.write_str("the page changed while it was read: its elements have other names now")
            }
            DomError::Changed { expected, found } => write!(
                f,
                "the page changed while it was read: expected {expected} elements, found {found}"
            ),
            DomError::Browser(error) => {
                let said = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
                write!(
                    f,
                    "the browser refused: {}",
                    said.map_or_else(|| "no reason given".into(), String::from)
                )
            }
        }
    }
}

impl std::error::Error for DomError {}

/// Marks the elements and adds the style sheet, once the document is proved to be
/// the page that was read.
pub fn apply(
    document: &Document,
    expected: &Expected,
    edits: &[Edit],
) -> Result<Applied, DomError> {
    let elements = elements(document);
    let found = elements.len() as u32;
    if found != expected.elements || fingerprint(&elements) != expected.fingerprint {
        let expected = expected.elements;
        return Err(DomError::Changed { expected, found });
    }
    // From here on an error drops `applied`, which takes back what was done.
    let mut applied = Applied {
        document: document.clone(),
        sheet: add_sheet(document)?,
        marked: Vec::with_capacity(edits.len()),
        restored: false,
    };
    // A page that was saved while it was clean brings marks of its own: they would
    // hide what this plan does not name.
    for stale in elements.iter().filter(|element| is_marked(element)) {
        applied.mark(stale, "", "")?;
    }
    for edit in edits {
        if let Some(element) = elements.get(edit.ordinal as usize) {
            applied.mark(element, edit.reason.name(), &edit.action.name())?;
        }
    }
    Ok(applied)
}

fn is_marked(element: &Element) -> bool {
    element.has_attribute(REASON) || element.has_attribute(ACTION)
}

/// Every element in document order, as `outerHTML` has them.
fn elements(document: &Document) -> Vec<Element> {
    let all = document.get_elements_by_tag_name("*");
    (0..all.length()).filter_map(|i| all.item(i)).collect()
}

/// FNV-1a over the lower-case names, each followed by a space, as the core has it.
fn fingerprint(elements: &[Element]) -> u32 {
    elements.iter().fold(fnv::START, |hash, element| {
        let name = element.tag_name().to_ascii_lowercase();
        fnv::with(hash, name.bytes().chain([b' ']))
    })
}

/// Adopts the style sheet. A document without a window shows nothing and needs none.
fn add_sheet(document: &Document) -> Result<Option<JsValue>, JsValue> {
    let window = Reflect::get(document, &"defaultView".into())?;
    if !window.is_object() {
        return Ok(None);
    }
    // A sheet can be adopted only by the document in whose window it was made.
    let class: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.unchecked_into();
    let sheet = Reflect::construct(&class, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.unchecked_into();
    replace.call1(&sheet, &[STYLE, LIFTS].concat().into())?;
    document.adopted_style_sheets().push(&sheet);
    Ok(Some(sheet))
}

impl Marked {
    fn remember(element: &Element) -> Marked {
        Marked {
            element: element.clone(),
            before: [REASON, ACTION].map(|name| (name, element.get_attribute(name))),
        }
    }

    fn restore(&self) -> Result<(), JsValue> {
        for (name, value) in &self.before {
            match value {
                Some(value) => self.element.set_attribute(name, value)?,
                None => self.element.remove_attribute(name)?,
            }
        }
        Ok(())
    }
}

impl Applied {
    /// Takes everything back.
    pub fn restore(mut self) -> Result<(), DomError> {
        self.take_back()
    }

    fn mark(&mut self, element: &Element, reason: &str, action: &str) -> Result<(), JsValue> {
        self.marked.push(Marked::remember(element));
        element.set_attribute(REASON, reason)?;
        element.set_attribute(ACTION, action)
    }

    fn take_back(&mut self) -> Result<(), DomError> {
        if std::mem::replace(&mut self.restored, true) {
            return Ok(());
        }
        for marked in self.marked.iter().rev() {
            marked.restore()?;
        }
        for copy in self.copies() {
            copy.remove_attribute(REASON)?;
            copy.remove_attribute(ACTION)?;
        }
        if let Some(sheet) = self.sheet.take() {
            let others = self.document.adopted_style_sheets();
            let others = others.filter(&mut |other, _, _| !Object::is(&other, &sheet));
            self.document.set_adopted_style_sheets(&others);
        }
        Ok(())
    }

    /// Elements that the page copied from marked ones, with the marks.
    fn copies(&self) -> Vec<Element> {
        let own: Vec<&Element> = self.marked.iter().map(|marked| &marked.element).collect();
        let mut marked = elements(&self.document);
        marked.retain(|element| is_marked(element) && !own.contains(&element));
        marked
    }
}

impl Drop for Applied {
    fn drop(&mut self) {
        // Nobody is left to hear of an error here; `restore` tells it.
        let _ = self.take_back();
    }
}
