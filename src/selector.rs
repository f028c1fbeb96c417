//! Selectors that name an element of a page and go on naming it when the page is made anew.
//!
//! Only forms that lol_html and CSS read alike: ids, classes, attributes, child and descendant, `:nth-of-type`.

mod candidates;
mod empty_words;
mod lasting;
mod names;
pub mod stable;

use std::fmt;

use serde::Serialize;

use crate::outline::{Attr, NO_NODE, NodeId, Outline};
use crate::read::read;
use crate::tag::Tag;

pub use candidates::{candidates, lasting};
pub use lasting::LONGEST;
pub use names::Names;

/// What a selector rests on, from what lasts longest to what breaks with the next redesign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SelectorKind {
    /// The element's own id.
    Id,
    /// Its own classes.
    Classes,
    /// A `data-`, `aria-` or `role` attribute, or the beginning of its id.
    Attribute,
    /// A name of its own inside an element with a unique name.
    Anchored,
    /// Its place among its neighbours.
    Path,
}

/// A complex selector, from the outermost element to the one it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// What it rests on.
    pub kind: SelectorKind,
    steps: Vec<Step>,
}

/// One compound of a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Step {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
    attribute: Option<Attribute>,
    /// Its place among the siblings of its name, from 1.
    nth: Option<usize>,
    /// The element before is its parent, not just around it.
    child: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Attribute {
    kind: Attr,
    name: String,
    value: String,
    /// The value is only the beginning.
    starts: bool,
}

impl Selector {
    fn of(kind: SelectorKind, step: Step) -> Selector {
        Selector {
            kind,
            steps: vec![step],
        }
    }

    /// True for an id or a class and nothing else: whoever bears it is named.
    fn is_one_name(&self) -> bool {
        matches!(self.steps.as_slice(), [step] if step.is_one_name())
    }

    /// True where the selector names the element.
    pub fn matches(&self, page: &Outline, id: NodeId) -> bool {
        matches_steps(page, &self.steps, id)
    }
}

fn matches_steps(page: &Outline, steps: &[Step], id: NodeId) -> bool {
    let Some((step, rest)) = steps.split_last() else {
        return true;
    };
    if !step.matches(page, id) {
        return false;
    }
    match (rest.is_empty(), step.child) {
        (true, _) => true,
        (false, true) => {
            let parent = page.node(id).parent;
            parent != NO_NODE && matches_steps(page, rest, parent)
        }
        (false, false) => page.ancestors(id).any(|up| matches_steps(page, rest, up)),
    }
}

impl Step {
    fn is_one_name(&self) -> bool {
        let names = self.classes.len() + usize::from(self.id.is_some());
        names == 1 && self.tag.is_none() && self.attribute.is_none() && self.nth.is_none()
    }

    fn matches(&self, page: &Outline, id: NodeId) -> bool {
        let classes = page.attr(id, Attr::Class).unwrap_or("");
        let has = |name: &String| classes.split_ascii_whitespace().any(|class| class == name);
        self.tag
            .as_deref()
            .is_none_or(|tag| page.tag_name(id) == tag)
            && (self.id.is_none() || page.attr(id, Attr::Id) == self.id.as_deref())
            && self.classes.iter().all(has)
            && self
                .attribute
                .as_ref()
                .is_none_or(|attribute| attribute.matches(page, id))
            && self.nth.is_none_or(|nth| place_of_type(page, id) == nth)
    }
}

impl Attribute {
    fn matches(&self, page: &Outline, id: NodeId) -> bool {
        page.attrs_named(id, self.kind)
            .any(|(name, value)| match self.starts {
                _ if name != self.name => false,
                true => value.starts_with(&self.value),
                false => value == self.value,
            })
    }
}

/// The element's place among the siblings of its name, from 1.
fn place_of_type(page: &Outline, id: NodeId) -> usize {
    let parent = page.node(id).parent;
    if parent == NO_NODE {
        return 1;
    }
    let name = page.tag_name(id);
    let before = page.children(parent).take_while(|&child| child != id);
    before.filter(|&child| page.tag_name(child) == name).count() + 1
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps.iter().enumerate() {
            match (at, step.child) {
                (0, _) => {}
                (_, true) => f.write_str(" > ")?,
                (_, false) => f.write_str(" ")?,
            }
            step.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(tag) = &self.tag {
            cssparser::serialize_identifier(tag, f)?;
        }
        if let Some(id) = &self.id {
            f.write_str("#")?;
            cssparser::serialize_identifier(id, f)?;
        }
        for class in &self.classes {
            f.write_str(".")?;
            cssparser::serialize_identifier(class, f)?;
        }
        if let Some(attribute) = &self.attribute {
            write!(f, "[{}", attribute.name)?;
            f.write_str(if attribute.starts { "^=" } else { "=" })?;
            cssparser::serialize_string(&attribute.value, f)?;
            f.write_str("]")?;
        }
        if let Some(nth) = self.nth {
            write!(f, ":nth-of-type({nth})")?;
        }
        Ok(())
    }
}

/// An element and what it can be named by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its place in document order.
    pub ordinal: NodeId,
    /// Its tag name.
    pub tag: String,
    /// Its selectors, from what lasts to what does not.
    pub selectors: Vec<String>,
}

/// The element at `ordinal` and those around it up to the body, outward, with their selectors. Empty where the page has
/// no such element, or where it is the body or stands outside it.
pub fn selectors_of(html: &str, ordinal: NodeId) -> Vec<Named> {
    let page = read(html);
    if ordinal >= page.len() {
        return Vec::new();
    }
    let around = page.self_and_ancestors(ordinal);
    let chain: Vec<NodeId> = around
        .take_while(|&id| !matches!(page.tag(id), Tag::Html | Tag::Body | Tag::Head))
        .collect();
    let names = Names::around(&page, chain.iter().copied());
    let named = |&id: &NodeId| Named {
        ordinal: id,
        tag: page.tag_name(id).to_owned(),
        selectors: candidates(&page, &names, id)
            .iter()
            .map(Selector::to_string)
            .collect(),
    };
    let inside_body = chain
        .last()
        .is_some_and(|&top| page.ancestors(top).any(|up| page.tag(up) == Tag::Body));
    if inside_body {
        chain.iter().map(named).collect()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
