//! What an element can be named by.

use super::names::NAMING;
use super::stable::{is_stable, stem};
use super::{Attribute, Names, Selector, SelectorKind, Step, place_of_type};
use crate::cosmetic::is_plain;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// Most single classes that are proposed.
const MOST_CLASSES: usize = 3;

/// Longest attribute value that names something, in bytes.
const LONGEST_VALUE: usize = 60;

/// The selectors that name an element, from what lasts to what does not, each from narrow to broad; the last is its
/// place. `names` must know the element. Pieces of a drawing and the page itself have none.
pub fn candidates(page: &Outline, names: &Names<'_>, id: NodeId) -> Vec<Selector> {
    let mut out = lasting(page, names, id);
    if can_be_named(page, id) {
        out.extend(path(page, anchor(page, names, id), id));
    }
    out
}

/// The [`candidates`] that rest on names. Time does not depend on the element's siblings.
pub fn lasting(page: &Outline, names: &Names<'_>, id: NodeId) -> Vec<Selector> {
    if !can_be_named(page, id) {
        return Vec::new();
    }
    let anchor = anchor(page, names, id);
    let mut out = Vec::new();
    out.extend(by_id(names, id));
    out.extend(by_classes(names, id));
    out.extend(by_attributes(page, id));
    out.extend(anchor.and_then(|anchor| inside(page, names, &anchor, id)));
    out
}

fn can_be_named(page: &Outline, id: NodeId) -> bool {
    let piece = page.node(id).foreign && !matches!(page.tag(id), Tag::Svg | Tag::Math);
    !piece && !matches!(page.tag(id), Tag::Html | Tag::Head | Tag::Body)
}

fn by_id(names: &Names<'_>, id: NodeId) -> Option<Selector> {
    let step = Step {
        id: Some(names.unique_id(id)?.to_owned()),
        ..Step::default()
    };
    Some(Selector::of(SelectorKind::Id, step))
}

/// The two rarest together, then each alone.
fn by_classes(names: &Names<'_>, id: NodeId) -> Vec<Selector> {
    let found = names.classes_of(id);
    let of = |classes: Vec<String>| {
        let step = Step {
            classes,
            ..Step::default()
        };
        Selector::of(SelectorKind::Classes, step)
    };
    let pair = match found {
        [(_, 1), ..] => None,
        [(one, _), (other, _), ..] => Some(of(vec![(*one).to_owned(), (*other).to_owned()])),
        _ => None,
    };
    let single = found.iter().take(MOST_CLASSES);
    pair.into_iter()
        .chain(single.map(|(class, _)| of(vec![(*class).to_owned()])))
        .collect()
}

fn by_attributes(page: &Outline, id: NodeId) -> Vec<Selector> {
    let mut found: Vec<Attribute> = Vec::new();
    for kind in NAMING {
        for (name, value) in page.attrs_named(id, kind) {
            let named = kind == Attr::AriaLabel && says_no_number(value) || is_stable(value);
            if named && value.len() <= LONGEST_VALUE && is_plain(value) {
                let (name, value) = (name.to_owned(), value.to_owned());
                found.push(Attribute {
                    kind,
                    name,
                    value,
                    starts: false,
                });
            }
        }
    }
    if let Some(beginning) = page.attr(id, Attr::Id).and_then(stem) {
        found.push(Attribute {
            kind: Attr::Id,
            name: "id".to_owned(),
            value: beginning.to_owned(),
            starts: true,
        });
    }
    found
        .into_iter()
        .map(|attribute| by_attribute(page, id, attribute))
        .collect()
}

/// A label may count something: "3 comments".
fn says_no_number(label: &str) -> bool {
    label.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !label.contains(char::is_numeric)
}

fn by_attribute(page: &Outline, id: NodeId, attribute: Attribute) -> Selector {
    // A role says what an element is for, not which one it is.
    let tag = (attribute.kind == Attr::Role).then(|| plain_tag(page, id));
    let step = Step {
        tag: tag.flatten(),
        attribute: Some(attribute),
        ..Step::default()
    };
    Selector::of(SelectorKind::Attribute, step)
}

/// The nearest element around that has a name of its own on this page.
fn anchor(page: &Outline, names: &Names<'_>, id: NodeId) -> Option<(NodeId, Step)> {
    page.ancestors(id)
        .take_while(|&up| can_be_named(page, up))
        .find_map(|up| {
            let mut step = Step::default();
            if let Some(name) = names.unique_id(up) {
                step.id = Some(name.to_owned());
            } else {
                let (class, bearers) = *names.classes_of(up).first()?;
                (bearers == 1).then(|| step.classes.push(class.to_owned()))?;
            }
            Some((up, step))
        })
}

/// The rarest class inside the anchor, or the tag where the anchor is the parent.
fn inside(
    page: &Outline,
    names: &Names<'_>,
    anchor: &(NodeId, Step),
    id: NodeId,
) -> Option<Selector> {
    let (around, outer) = anchor;
    let class = names.classes_of(id).first().copied();
    let mut step = Step {
        child: page.node(id).parent == *around,
        ..Step::default()
    };
    match class {
        // Its class alone names it, and nothing else.
        Some((_, 1)) => return None,
        Some((class, _)) => step.classes.push(class.to_owned()),
        None if step.child => step.tag = Some(plain_tag(page, id)?),
        None => return None,
    }
    Some(Selector {
        kind: SelectorKind::Anchored,
        steps: vec![outer.clone(), step],
    })
}

/// The way down from the anchor, or from the body, by places among siblings.
fn path(page: &Outline, anchor: Option<(NodeId, Step)>, id: NodeId) -> Option<Selector> {
    let body = || Step {
        tag: Some("body".to_owned()),
        ..Step::default()
    };
    let (top, first) = match anchor {
        Some((around, step)) => (around, step),
        None => (
            page.ancestors(id).find(|&up| page.tag(up) == Tag::Body)?,
            body(),
        ),
    };
    let mut steps = vec![first];
    let way: Vec<NodeId> = page
        .self_and_ancestors(id)
        .take_while(|&up| up != top)
        .collect();
    for &on_the_way in way.iter().rev() {
        steps.push(Step {
            tag: Some(plain_tag(page, on_the_way)?),
            nth: Some(place_of_type(page, on_the_way)),
            child: true,
            ..Step::default()
        });
    }
    let selector = Selector {
        kind: SelectorKind::Path,
        steps,
    };
    // A path too long for a rule names nothing that lasts.
    (selector.to_string().len() <= crate::cosmetic::LONGEST_SELECTOR
        && way.len() < crate::cosmetic::MOST_PARTS)
        .then_some(selector)
}

/// The tag name, unless it is one that a rule should not rest on: our own name for `<noscript>`, or an odd one.
fn plain_tag(page: &Outline, id: NodeId) -> Option<String> {
    let name = page.tag_name(id);
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (plain && page.tag(id) != Tag::XNoscript).then(|| name.to_owned())
}
