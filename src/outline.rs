//! The page as the judges see it: a flat array of elements in document order, and their text.
//!
//! Invariant: node `i` is the `i`-th element of `document.getElementsByTagName('*')` of the page the HTML was
//! serialised from. Elements inside `<template>` are not in that list and not here.

mod attr;
mod span;
mod walk;

use crate::metadata::Metadata;
use crate::squeeze::squeeze_into;

pub use attr::Attr;
pub use span::Span;

pub use crate::tag::Tag;

/// A node's place in document order.
pub type NodeId = u32;

/// The parent of the root.
pub const NO_NODE: NodeId = u32::MAX;

/// How deep browsers nest what they parse; only scripts build deeper trees.
pub const DEEPEST: usize = 512;

/// One element.
#[derive(Clone, Debug)]
pub struct Node {
    /// The element around it; [`NO_NODE`] for the root.
    pub parent: NodeId,
    /// One past its last descendant.
    pub end: NodeId,
    /// What it is.
    pub tag: Tag,
    /// Inside `<svg>` or `<math>`, or such an element itself.
    pub foreign: bool,
    /// Nesting depth, the root being 0.
    pub depth: u16,
    /// Its class attribute in [`Outline::classes`]; 0 for none and for an empty one.
    pub class: u32,
    /// Its attributes in [`Outline::attrs`].
    pub attrs: (u32, u32),
    /// Their kinds, see [`Attr::bit`]: nearly always what is asked for is not there.
    pub kinds: u64,
    /// The text runs of its subtree in [`Outline::runs`].
    pub runs: (u32, u32),
    /// Where its start tag begins in the HTML read, in bytes.
    pub html_start: u32,
    /// Where its end tag ends in the HTML read, in bytes.
    pub html_end: u32,
}

/// A text node, entities decoded.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// The element it stands in.
    pub node: NodeId,
    /// Its text in [`Outline::text`].
    pub text: Span,
}

/// The whole page.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Elements in document order.
    pub nodes: Vec<Node>,
    /// Attributes of all elements, by node.
    pub attrs: Vec<(Attr, Span)>,
    /// Values of the attributes.
    pub values: String,
    /// The class attributes that differ, in [`Outline::values`]; the first is empty.
    pub classes: Vec<Span>,
    /// Text runs in document order.
    pub runs: Vec<Run>,
    /// The text of all runs.
    pub text: String,
    /// What the page says of itself in `<head>`, JSON-LD and microdata.
    pub metadata: Metadata,
    /// FNV-1a over the tag names, see `docs/interfaces.md`.
    pub fingerprint: u32,
}

impl Outline {
    /// The number of elements.
    pub fn len(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// True where nothing was read.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node. Ids come from this outline, so it is always there.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The tag of a node.
    pub fn tag(&self, id: NodeId) -> Tag {
        self.node(id).tag
    }

    /// The tag name as the page wrote it, in lower case.
    pub fn tag_name(&self, id: NodeId) -> &str {
        match self.tag(id) {
            Tag::Other => self.attr(id, Attr::TagName).unwrap_or("unknown"),
            tag => tag.name(),
        }
    }

    /// An attribute's value, entities decoded; empty for one without a value.
    #[inline]
    pub fn attr(&self, id: NodeId, attr: Attr) -> Option<&str> {
        let node = self.node(id);
        // Nearly always it is not there, and then no function is called.
        if node.kinds & attr.bit() == 0 {
            return None;
        }
        self.first(node, attr)
    }

    fn first(&self, node: &Node, attr: Attr) -> Option<&str> {
        let (start, end) = node.attrs;
        self.attrs[start as usize..end as usize]
            .iter()
            .find(|(name, _)| *name == attr)
            .map(|(_, value)| value.of(&self.values))
    }

    /// An attribute of the page's first element; `None` for a page without elements.
    pub fn root_attr(&self, attr: Attr) -> Option<&str> {
        self.nodes.first().and_then(|_| self.attr(0, attr))
    }

    /// An attribute's value as the number it begins with; nothing for one that begins with none, or with one too large.
    pub fn number(&self, id: NodeId, attr: Attr) -> Option<usize> {
        let value = self.attr(id, attr)?.trim_start();
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        value[..digits].parse().ok()
    }

    /// The name of the place on this page to which an address leads; none for "#" alone.
    pub fn target(&self, id: NodeId) -> Option<&str> {
        let name = self.attr(id, Attr::Href)?.strip_prefix('#')?;
        Some(name).filter(|name| !name.is_empty())
    }

    /// A value of [`Outline::classes`].
    pub fn class(&self, class: u32) -> &str {
        let span = self.classes.get(class as usize).copied();
        span.unwrap_or_default().of(&self.values)
    }

    /// All attributes of an element that are kept.
    pub fn attrs_of(&self, id: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        let (start, end) = self.node(id).attrs;
        self.attrs[start as usize..end as usize]
            .iter()
            .map(|(name, value)| (*name, value.of(&self.values)))
    }

    /// All values of one attribute kind (several `data-…` names fall on [`Attr::Component`]).
    pub fn attr_all(&self, id: NodeId, attr: Attr) -> impl Iterator<Item = &str> {
        let (start, end) = self.node(id).attrs;
        self.attrs[start as usize..end as usize]
            .iter()
            .filter(move |(name, _)| *name == attr)
            .map(|(_, value)| value.of(&self.values))
    }

    /// The values of one attribute kind, each with the attribute's own name. Only what selectors are made of has names.
    pub fn attrs_named(&self, id: NodeId, attr: Attr) -> impl Iterator<Item = (&str, &str)> {
        let fixed = match attr {
            Attr::AriaLabel => Some("aria-label"),
            Attr::Id => Some("id"),
            Attr::Role => Some("role"),
            _ => None,
        };
        let mut own = self.attr_all(id, Attr::ComponentName);
        self.attr_all(id, attr)
            .filter_map(move |value| Some((fixed.or_else(|| own.next())?, value)))
    }

    /// The text runs of a subtree.
    pub fn runs_of(&self, id: NodeId) -> &[Run] {
        let (start, end) = self.node(id).runs;
        &self.runs[start as usize..end as usize]
    }

    /// A run's text.
    pub fn run_text(&self, run: &Run) -> &str {
        run.text.of(&self.text)
    }

    /// The text of a subtree with white space squeezed, cut at `limit` characters.
    pub fn squeezed(&self, id: NodeId, limit: usize) -> String {
        let mut out = String::new();
        let mut last_end = 0;
        for run in self.runs_of(id) {
            if !self.shows_text(run.node) {
                continue;
            }
            // Two runs that touch in the buffer stand in neighbouring nodes: a space keeps words apart.
            if last_end != 0 && !out.ends_with(' ') {
                out.push(' ');
            }
            last_end = run.text.end;
            squeeze_into(self.run_text(run), &mut out);
            if out.len() > limit * 4 {
                break;
            }
        }
        if out.len() > limit {
            let end = out.char_indices().nth(limit);
            out.truncate(end.map_or(out.len(), |(at, _)| at));
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// False for elements whose text is never shown: scripts, styles, fallbacks, options.
    pub fn shows_text(&self, id: NodeId) -> bool {
        !self.tag(id).is_silent()
    }
}
