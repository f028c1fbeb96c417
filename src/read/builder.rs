//! Builds the outline from the tokens of the pass.

use std::borrow::Cow;
use std::hash::BuildHasher;
use std::ops::Range;
use std::rc::Rc;

use lol_html::html_content::Element;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{attributes, entities};
use crate::outline::{Attr, NO_NODE, Node, NodeId, Outline, Run, Span};
use crate::tag::Tag;

#[derive(Default)]
pub struct Builder {
    /// The page; shared, since the handlers of end tags must own what they use.
    source: Rc<str>,
    /// Up to where the source is read: what stands from here to the next tag or comment is text.
    read: usize,
    pub outline: Outline,
    /// Open elements.
    stack: Vec<NodeId>,
    /// For each open element how far up the nearest one is that shows no text, 0 for itself.
    silent: Vec<u8>,
    /// How many open elements are `<template>`s or stand in one; those inside have no ordinal.
    in_template: u32,
    /// Bodies of JSON-LD scripts.
    pub json_ld: Vec<String>,
    /// The text of `<title>`.
    pub title: String,
    /// Where the class attributes that were seen stand in [`Outline::classes`], by their hashes.
    classes: FxHashMap<u64, u32>,
}

impl Builder {
    pub fn new(source: &str) -> Builder {
        let mut outline = Outline {
            fingerprint: FNV_OFFSET,
            classes: vec![Span::default()],
            ..Outline::default()
        };
        outline.text.reserve(source.len() / 8);
        Builder {
            source: source.into(),
            outline,
            ..Builder::default()
        }
    }

    /// The new node, or `None` inside a template.
    pub fn open(&mut self, element: &Element<'_, '_>) -> Option<NodeId> {
        let (source, location) = (self.source.clone(), element.source_location().bytes());
        self.skip(location.clone());
        if self.in_template > 0 {
            self.in_template += u32::from(element.can_have_content());
            return None;
        }
        let name = tag_name(&source, location.start);
        let id = self.outline.len();
        self.hash(&name);
        let attrs_start = self.outline.attrs.len() as u32;
        let tag = Tag::from_name(&name);
        if tag == Tag::Other {
            self.push_attr(Attr::Name, &name);
        }
        let mut class = 0;
        attributes::keep(&source, element, |attr, value| match attr {
            Attr::Class if class == 0 => class = self.push_class(value),
            _ => self.push_attr(attr, value),
        });
        let runs = self.outline.runs.len() as u32;
        let parent = self.stack.last().copied();
        self.outline.nodes.push(Node {
            parent: parent.unwrap_or(NO_NODE),
            end: id + 1,
            tag,
            foreign: self.is_foreign(tag, parent),
            depth: self.stack.len().min(usize::from(u16::MAX)) as u16,
            class,
            attrs: (attrs_start, self.outline.attrs.len() as u32),
            runs: (runs, runs),
            html_start: location.start as u32,
            html_end: location.end as u32,
        });
        self.stack.push(id);
        let around = self
            .silent
            .last()
            .map_or(u8::MAX, |up| up.saturating_add(1));
        self.silent.push(if tag.is_silent() { 0 } else { around });
        if tag == Tag::Br && !self.in_silent() {
            // A line break is white space of the text: words on both sides stay apart.
            self.push_run(id, "\n");
        }
        self.in_template += u32::from(tag == Tag::Template && element.can_have_content());
        Some(id)
    }

    /// lol_html names the namespace of an integration point's content, so it is worked out here.
    fn is_foreign(&self, tag: Tag, parent: Option<NodeId>) -> bool {
        let inside = parent.is_some_and(|up| {
            let html_again = matches!(
                self.outline.tag_name(up),
                "title" | "desc" | "foreignobject" | "annotation-xml"
            );
            self.outline.node(up).foreign && !html_again
        });
        inside || matches!(tag, Tag::Svg | Tag::Math)
    }

    fn push_attr(&mut self, attr: Attr, value: &str) {
        let start = self.outline.values.len() as u32;
        self.outline.values.push_str(value);
        let end = self.outline.values.len() as u32;
        self.outline.attrs.push((attr, Span { start, end }));
    }

    /// Keeps a class attribute, its value once for all elements that have it, and gives its place.
    fn push_class(&mut self, value: &str) -> u32 {
        let hash = FxBuildHasher.hash_one(value);
        let next = self.outline.classes.len() as u32;
        let place = *self.classes.entry(hash).or_insert(next);
        if place < next && self.outline.class(place) == value {
            let span = self.outline.classes[place as usize];
            self.outline.attrs.push((Attr::Class, span));
            return place;
        }
        self.push_attr(Attr::Class, value);
        let Some((_, span)) = self.outline.attrs.last().filter(|_| !value.is_empty()) else {
            return 0;
        };
        self.outline.classes.push(*span);
        next
    }

    pub fn leave_template_element(&mut self) {
        self.in_template = self.in_template.saturating_sub(1);
    }

    pub fn close(&mut self, id: NodeId, html_end: usize) {
        if self.outline.tag(id) == Tag::Template {
            self.in_template = 0;
        }
        if let Some(at) = self.stack.iter().rposition(|&open| open == id) {
            self.close_to(at, html_end);
        }
    }

    /// Closes every open element from place `at` of the stack on.
    pub fn close_to(&mut self, at: usize, html_end: usize) {
        let end = self.outline.len();
        let runs = self.outline.runs.len() as u32;
        self.silent.truncate(at);
        for id in self.stack.drain(at..) {
            let node = &mut self.outline.nodes[id as usize];
            node.end = end;
            node.runs.1 = runs;
            node.html_end = html_end as u32;
        }
    }

    /// Reads the text before a tag or comment, and goes on behind it.
    pub fn skip(&mut self, place: Range<usize>) {
        self.text_before(place.start);
        self.read = place.end;
    }

    /// Reads the text from where reading has come to.
    ///
    /// The text is cut out of the source: lol_html would copy it and hand it out in pieces.
    pub fn text_before(&mut self, end: usize) {
        let source = self.source.clone();
        let text = source.get(self.read..end).unwrap_or("");
        if self.in_template == 0 && !text.is_empty() {
            self.text_node(text);
        }
    }

    fn text_node(&mut self, raw: &str) {
        let Some(&node) = self.stack.last() else {
            return;
        };
        match self.outline.tag(node) {
            Tag::Script if self.is_json_ld(node) => self.json_ld.push(raw.to_owned()),
            Tag::Title if !self.outline.node(node).foreign => {
                if self.title.is_empty() {
                    self.title = entities::decode(raw).into_owned();
                }
            }
            _ if self.in_silent() => {}
            _ if raw.contains('<') => self.push_run(node, &entities::decode(&without_tags(raw))),
            _ => self.push_run(node, &entities::decode(raw)),
        }
    }

    fn push_run(&mut self, node: NodeId, text: &str) {
        let start = self.outline.text.len() as u32;
        self.outline.text.push_str(text);
        let end = self.outline.text.len() as u32;
        let text = Span { start, end };
        self.outline.runs.push(Run { node, text });
    }

    /// `<object>` and `<video>` hold fallback markup that is not shown.
    fn in_silent(&self) -> bool {
        self.silent.last().is_some_and(|&steps| steps < 8)
    }

    fn is_json_ld(&self, node: NodeId) -> bool {
        self.outline
            .attr(node, Attr::Type)
            .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
    }

    fn hash(&mut self, name: &str) {
        for byte in name.bytes().chain([b' ']) {
            self.outline.fingerprint =
                (self.outline.fingerprint ^ u32::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }
}

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// The text without end tags that close nothing. A browser writes none: only source that was never parsed has them.
fn without_tags(text: &str) -> Cow<'_, str> {
    let tag = |at: usize| text[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic());
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices("</").filter(|(at, _)| tag(*at)) {
        if at >= from {
            out.push_str(&text[from..at]);
            from = text[at..].find('>').map_or(text.len(), |end| at + end + 1);
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The tag name after the `<` at `start`, in lower case.
fn tag_name(source: &str, start: usize) -> Cow<'_, str> {
    let rest = source.get(start + 1..).unwrap_or("");
    let end = rest
        .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
        .unwrap_or(rest.len());
    let name = &rest[..end];
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
