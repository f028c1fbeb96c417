//! read: HTML → [`Outline`], one `lol_html` pass, linear in the page, never failing.

mod attributes;
pub mod entities;
mod json_ld;
mod metadata;

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{Element, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, Selector, Settings};
use std::borrow::Cow;

use crate::outline::{Attr, NO_NODE, Node, NodeId, Outline, Run, Span};
use crate::tag::Tag;

/// Reads a page as a browser serialises it (`documentElement.outerHTML`).
///
/// Raw HTML must be normalised first (`normalise`, or a browser's `DOMParser`): lol_html closes no implied end tags.
/// Bytes that no browser would serialise still give some outline; nothing panics.
pub fn read(html: &str) -> Outline {
    let builder = Rc::new(RefCell::new(Builder::new(html)));
    pass(html, &builder);
    let mut builder = builder.take();
    builder.close_to(0, html.len());
    let Builder {
        mut outline,
        json_ld,
        title,
        ..
    } = builder;
    outline.metadata = metadata::metadata(&outline, &json_ld, &title);
    outline
}

/// Runs lol_html over the page. A page it gives up on midway leaves an outline of what came before.
fn pass(html: &str, builder: &Rc<RefCell<Builder>>) {
    let Ok(every) = "*".parse::<Selector>() else {
        return;
    };
    let source: Rc<str> = Rc::from(html);
    let on_element = {
        let (builder, source) = (builder.clone(), source.clone());
        move |element: &mut Element<'_, '_>| {
            open(&builder, &source, element);
            Ok(())
        }
    };
    let on_text = {
        let builder = builder.clone();
        move |chunk: &mut TextChunk<'_>| {
            builder
                .borrow_mut()
                .text(chunk.as_str(), chunk.last_in_text_node());
            Ok(())
        }
    };
    let elements = ElementContentHandlers::default().element(on_element);
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler((Cow::Owned(every), elements))
        .append_document_content_handler(DocumentContentHandlers::default().text(on_text));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    // An error here means input that no browser serialises; what was read stays.
    if rewriter.write(html.as_bytes()).is_ok() {
        let _ = rewriter.end();
    }
}

fn open(builder: &Rc<RefCell<Builder>>, source: &str, element: &mut Element<'_, '_>) {
    let id = builder.borrow_mut().open(source, element);
    if !element.can_have_content() {
        if let Some(id) = id {
            let end = element.source_location().bytes().end;
            builder.borrow_mut().close(id, end);
        }
        return;
    }
    let closing = builder.clone();
    let handler = Box::new(move |tag: &mut lol_html::html_content::EndTag<'_>| {
        let mut builder = closing.borrow_mut();
        match id {
            Some(id) => builder.close(id, tag.source_location().bytes().end),
            None => builder.leave_template_element(),
        }
        Ok(())
    });
    // Only elements without content refuse, and those are gone above.
    let _ = element.on_end_tag(handler);
}

#[derive(Default)]
struct Builder {
    outline: Outline,
    /// Open elements.
    stack: Vec<NodeId>,
    /// How many open elements are `<template>`s or stand in one; those inside have no ordinal.
    in_template: u32,
    /// Raw text of the text node being read; lol_html hands it out in pieces.
    pending: String,
    json_ld: Vec<String>,
    title: String,
}

impl Builder {
    fn new(html: &str) -> Builder {
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
    fn open(&mut self, source: &str, element: &Element<'_, '_>) -> Option<NodeId> {
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

    fn leave_template_element(&mut self) {
        self.in_template = self.in_template.saturating_sub(1);
    }

    fn close(&mut self, id: NodeId, html_end: usize) {
        if self.outline.tag(id) == Tag::Template {
            self.in_template = 0;
        }
        if let Some(at) = self.stack.iter().rposition(|&open| open == id) {
            self.close_to(at, html_end);
        }
    }

    /// Closes every open element from place `at` of the stack on.
    fn close_to(&mut self, at: usize, html_end: usize) {
        let end = self.outline.len();
        let runs = self.outline.runs.len() as u32;
        for id in self.stack.drain(at..) {
            let node = &mut self.outline.nodes[id as usize];
            node.end = end;
            node.runs.1 = runs;
            node.html_end = html_end as u32;
        }
    }

    fn text(&mut self, chunk: &str, last: bool) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(page: &Outline) -> Vec<&str> {
        (0..page.len()).map(|id| page.tag_name(id)).collect()
    }

    #[test]
    fn counts_elements_in_document_order_without_those_in_templates() {
        let page = read(
            "<html><head></head><body><p>a<b>c</b></p><template><i>x</i><br></template><br><x-y>z</x-y></body></html>",
        );
        let names = ["html", "head", "body", "p", "b", "template", "br", "x-y"];
        assert_eq!(tags(&page), names);
        assert_eq!(page.node(2).end, 8);
        assert_eq!(page.squeezed(2, 99), "a c z");
    }

    #[test]
    fn decodes_entities_in_text_and_attributes_but_not_in_scripts() {
        let page =
            read("<p title=\"a &amp; b\">Q&amp;A&nbsp;&lt;now&gt;</p><script>&amp;</script>");
        assert_eq!(page.attr(0, Attr::Title), Some("a & b"));
        assert_eq!(page.text, "Q&A\u{a0}<now>");
    }

    #[test]
    fn keeps_html_places_of_elements() {
        let html = "<div><p>one</p><p>two</p></div>";
        let page = read(html);
        let second = page.node(2);
        assert_eq!(
            &html[second.html_start as usize..second.html_end as usize],
            "<p>two</p>"
        );
    }

    #[test]
    fn survives_unclosed_and_stray_tags() {
        let page = read("</p><div><p>a<div></span>b");
        assert_eq!(tags(&page), ["div", "p", "div"]);
        assert_eq!(page.node(0).end, 3);
    }

    #[test]
    fn leaves_silent_text_out() {
        let page = read("<body><style>p{}</style><noscript><p>no</p></noscript><p>yes</p></body>");
        assert_eq!(page.text, "yes");
    }
}
