//! Builds the outline from the tokens of the pass.

use std::hash::BuildHasher;
use std::ops::Range;

use lol_html::html_content::Element;
use memchr::memchr_iter;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::names::{is_same, lower, name_in, tag_name};
use super::{attributes, entities};
use crate::fnv;
use crate::outline::{Attr, DEEPEST, NO_NODE, Node, NodeId, Outline, Run, Span};
use crate::tag::Tag;

#[derive(Default)]
pub struct Builder<'s> {
    /// The page.
    source: &'s str,
    /// Up to where the source is read: from here to the next start tag or comment stand text and end tags.
    read: usize,
    pub outline: Outline,
    /// Open elements.
    stack: Vec<Open<'s>>,
    /// For each open element whether it or one around it shows no text.
    silent: Vec<bool>,
    /// How many open elements are `<template>`s or stand in one; those inside have no ordinal.
    in_template: u32,
    /// Bodies of JSON-LD scripts.
    pub json_ld: Vec<String>,
    /// The text of `<title>`.
    pub title: String,
    /// Where the class attributes that were seen stand in [`Outline::classes`], by their hashes.
    classes: FxHashMap<u64, u32>,
}

/// An element that is open.
struct Open<'s> {
    /// `None` inside a template.
    id: Option<NodeId>,
    /// As the source has it.
    name: &'s str,
}

impl<'s> Builder<'s> {
    pub fn new(source: &'s str) -> Builder<'s> {
        let mut outline = Outline {
            fingerprint: fnv::START,
            classes: vec![Span::default()],
            ..Outline::default()
        };
        // About what a page of news comes to: what grows is copied each time.
        outline.text.reserve(source.len() / 8);
        outline.values.reserve(source.len() / 4);
        outline.attrs.reserve(source.len() / 64);
        outline.nodes.reserve(source.len() / 96);
        Builder {
            source,
            outline,
            ..Builder::default()
        }
    }

    /// Adds an element.
    pub fn open(&mut self, element: &Element<'_, '_>) {
        let (source, location) = (self.source, element.source_location().bytes());
        self.skip(location.clone());
        let name = tag_name(source, location.start);
        if self.in_template == 0 {
            self.add(element, location, name);
        } else if element.can_have_content() {
            self.in_template += 1;
            self.stack.push(Open { id: None, name });
        }
    }

    fn add(&mut self, element: &Element<'_, '_>, location: Range<usize>, name: &'s str) {
        let id = self.outline.len();
        let lower = lower(name);
        self.add_to_fingerprint(&lower);
        let attrs_start = self.outline.attrs.len() as u32;
        let tag = Tag::from_name(&lower);
        if tag == Tag::Other {
            self.push_attr(Attr::TagName, &lower);
        }
        let mut class = 0;
        attributes::keep(self.source, element, |attr, value| match attr {
            Attr::Class if class == 0 => class = self.push_class(value),
            _ => self.push_attr(attr, value),
        });
        let kept = &self.outline.attrs[attrs_start as usize..];
        let kinds = kept.iter().fold(0, |kinds, (attr, _)| kinds | attr.bit());
        let runs = self.outline.runs.len() as u32;
        let parent = self.stack.last().and_then(|open| open.id);
        self.outline.nodes.push(Node {
            parent: parent.unwrap_or(NO_NODE),
            end: id + 1,
            tag,
            foreign: self.is_foreign(tag, parent),
            depth: self.stack.len().min(usize::from(u16::MAX)) as u16,
            class,
            attrs: (attrs_start, self.outline.attrs.len() as u32),
            kinds,
            runs: (runs, runs),
            html_start: location.start as u32,
            html_end: location.end as u32,
        });
        self.stack.push(Open { id: Some(id), name });
        self.silent.push(tag.is_silent() || self.in_silent());
        if tag == Tag::Br && !self.in_silent() {
            // A line break is white space of the text: words on both sides stay apart.
            self.push_run(id, "\n");
        }
        self.in_template += u32::from(tag == Tag::Template);
        if !element.can_have_content() {
            self.close_to(self.stack.len() - 1, location.end);
        }
    }

    /// Worked out here, since lol_html gives `<foreignObject>` and its like the namespace of what stands in them.
    fn is_foreign(&self, tag: Tag, parent: Option<NodeId>) -> bool {
        let is_html_again = |up: NodeId| {
            matches!(
                self.outline.tag_name(up),
                "title" | "desc" | "foreignobject" | "annotation-xml"
            )
        };
        let inside = parent.is_some_and(|up| self.outline.node(up).foreign && !is_html_again(up));
        inside || matches!(tag, Tag::Svg | Tag::Math)
    }

    fn push_attr(&mut self, attr: Attr, value: &str) {
        let value = Span::appended(value, &mut self.outline.values);
        self.outline.attrs.push((attr, value));
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

    /// Closes every open element from place `at` of the stack on.
    pub fn close_to(&mut self, at: usize, html_end: usize) {
        let end = self.outline.len();
        let runs = self.outline.runs.len() as u32;
        self.silent.truncate(at);
        for open in self.stack.drain(at..) {
            let Some(id) = open.id else {
                self.in_template -= 1;
                continue;
            };
            let node = &mut self.outline.nodes[id as usize];
            node.end = end;
            node.runs.1 = runs;
            node.html_end = html_end as u32;
            self.in_template -= u32::from(node.tag == Tag::Template);
        }
    }

    /// Reads what stands before a start tag or comment, and goes on behind it.
    pub fn skip(&mut self, place: Range<usize>) {
        self.read_to(place.start);
        self.read = place.end;
    }

    /// Reads text and end tags from where reading has come to.
    ///
    /// They are cut out of the source: lol_html would copy the text and hand it out in pieces.
    pub fn read_to(&mut self, end: usize) {
        let mut rest = self.source.get(self.read..end).unwrap_or("");
        while let Some(start) = self.end_tag(rest) {
            let (text, tag) = rest.split_at(start);
            // A name and a bracket: not worth preparing a search.
            let end_of_tag = tag.bytes().position(|byte| byte == b'>');
            let length = end_of_tag.map_or(tag.len(), |at| at + 1);
            rest = &tag[length..];
            self.text_node(text);
            self.close(name_in(&tag[2..]), end - rest.len());
        }
        self.text_node(rest);
    }

    /// Where the next end tag begins.
    fn end_tag(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let begins = |at: &usize| {
            bytes.get(at + 1) == Some(&b'/')
                && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic)
        };
        let mut all = memchr_iter(b'<', bytes).filter(begins);
        match self.stack.last() {
            // In a script or style only its own end tag is one, and after that none of its name can follow.
            Some(open) if self.holds_raw_text(open) => {
                all.rfind(|at| is_same(name_in(&text[at + 2..]), open.name))
            }
            _ => all.next(),
        }
    }

    fn holds_raw_text(&self, open: &Open<'_>) -> bool {
        let node = open.id.map(|id| self.outline.node(id));
        let tag = node.map_or_else(|| Tag::from_name(&lower(open.name)), |node| node.tag);
        let by_tag = tag.holds_raw_text() && node.is_none_or(|node| !node.foreign);
        by_tag || tag == Tag::Other && is_same(open.name, "xmp")
    }

    /// Closes the nearest open element of that name. A stray end tag closes nothing; it is not looked for further than
    /// browsers nest, so that a page of stray ones takes no longer.
    fn close(&mut self, name: &str, html_end: usize) {
        let mut nearest = self.stack.iter().rev().take(DEEPEST);
        if let Some(up) = nearest.position(|open| is_same(open.name, name)) {
            self.close_to(self.stack.len() - 1 - up, html_end);
        }
    }

    fn text_node(&mut self, raw: &str) {
        let Some(node) = self.stack.last().and_then(|open| open.id) else {
            return;
        };
        if raw.is_empty() || self.in_template > 0 {
            return;
        }
        match self.outline.tag(node) {
            Tag::Script if self.is_json_ld(node) => self.json_ld.push(raw.to_owned()),
            Tag::Title if !self.outline.node(node).foreign => {
                if self.title.is_empty() {
                    self.title = entities::decode(raw).into_owned();
                }
            }
            _ if self.in_silent() => {}
            _ => self.push_run(node, &entities::decode(raw)),
        }
    }

    fn push_run(&mut self, node: NodeId, text: &str) {
        let text = Span::appended(text, &mut self.outline.text);
        self.outline.runs.push(Run { node, text });
    }

    /// `<object>` and `<video>` hold fallback markup that is not shown.
    fn in_silent(&self) -> bool {
        self.silent.last().is_some_and(|&silent| silent)
    }

    fn is_json_ld(&self, node: NodeId) -> bool {
        self.outline
            .attr(node, Attr::Type)
            .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
    }

    fn add_to_fingerprint(&mut self, name: &str) {
        let bytes = name.bytes().chain([b' ']);
        self.outline.fingerprint = fnv::with(self.outline.fingerprint, bytes);
    }
}
