//! Builds the outline from the tokens of the pass.

use std::borrow::Cow;

use lol_html::html_content::Element;

use super::{attributes, entities};
use crate::outline::{Attr, NO_NODE, Node, NodeId, Outline, Run, Span};
use crate::tag::Tag;

#[derive(Default)]
pub struct Builder {
    pub outline: Outline,
    /// Open elements.
    stack: Vec<NodeId>,
    /// How many open elements are `<template>`s or stand in one; those inside have no ordinal.
    in_template: u32,
    /// Raw text of the text node being read; lol_html hands it out in pieces.
    pending: String,
    /// Bodies of JSON-LD scripts.
    pub json_ld: Vec<String>,
    /// The text of `<title>`.
    pub title: String,
}

impl Builder {
    pub fn new(html: &str) -> Builder {
        let mut outline = Outline {
            fingerprint: FNV_OFFSET,
            ..Outline::default()
        };
        outline.text.reserve(html.len() / 8);
        Builder {
            outline,
            ..Builder::default()
        }
    }

    /// The new node, or `None` inside a template.
    pub fn open(&mut self, source: &str, element: &Element<'_, '_>) -> Option<NodeId> {
        if self.in_template > 0 {
            self.in_template += u32::from(element.can_have_content());
            return None;
        }
        let location = element.source_location().bytes();
        let name = tag_name(source, location.start);
        let id = self.outline.len();
        self.hash(&name);
        let attrs_start = self.outline.attrs.len() as u32;
        let tag = Tag::from_name(&name);
        if tag == Tag::Other {
            self.push_attr(Attr::Name, &name);
        }
        attributes::keep(source, element, |attr, value| self.push_attr(attr, value));
        let runs = self.outline.runs.len() as u32;
        let parent = self.stack.last().copied();
        self.outline.nodes.push(Node {
            parent: parent.unwrap_or(NO_NODE),
            end: id + 1,
            tag,
            foreign: self.is_foreign(tag, parent),
            depth: self.stack.len().min(usize::from(u16::MAX)) as u16,
            attrs: (attrs_start, self.outline.attrs.len() as u32),
            runs: (runs, runs),
            html_start: location.start as u32,
            html_end: location.end as u32,
        });
        self.stack.push(id);
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
        for id in self.stack.drain(at..) {
            let node = &mut self.outline.nodes[id as usize];
            node.end = end;
            node.runs.1 = runs;
            node.html_end = html_end as u32;
        }
    }

    pub fn text(&mut self, chunk: &str, last: bool) {
        if self.in_template > 0 {
            return;
        }
        self.pending.push_str(chunk);
        if last {
            let raw = std::mem::take(&mut self.pending);
            self.text_node(&raw);
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
            tag if tag.is_silent() || raw.is_empty() || self.in_silent() => {}
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
        self.stack
            .iter()
            .rev()
            .take(8)
            .any(|&id| self.outline.tag(id).is_silent())
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
