//! Stands before html5ever's tree builder and keeps the page from nesting too deep.
//!
//! For every tag the tree builder walks its stack of open elements, so 100,000
//! nested elements would take it 5,000,000,000 steps. Browsers stop nesting at
//! about 512: what would lie deeper becomes a sibling of the element at that depth.
//! Here the same is done with tokens. Before a start tag that would go too deep,
//! the current element is closed, and its own end tag, when it comes, is dropped.
//!
//! The second limit is on what the builder adds by itself: it repeats unclosed
//! `<b>`, `<a>`, `<font>` in every block, so 20 MB can ask for terabytes.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tokenizer::{EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeSink;
use html5ever::{LocalName, local_name};

use super::Builder;
use super::tree::{Handle, Tree};

/// Where Chromium stops, counted from `<html>` as 1: it lets the 513th in.
const DEEPEST: usize = 513;

/// What repeated elements may add to a small page, in bytes.
const SPARE: usize = 64 << 20;

/// The tree builder behind its two limits.
pub(super) struct DepthLimit {
    builder: Builder,
    budget: usize,
    closed: RefCell<Closed>,
}

/// Elements closed before their end tag came, and how many there are of a name.
#[derive(Default)]
struct Closed {
    names: Vec<LocalName>,
    counts: HashMap<LocalName, usize>,
}

impl Closed {
    fn push(&mut self, name: LocalName) {
        *self.counts.entry(name.clone()).or_default() += 1;
        self.names.push(name);
    }

    /// Takes the last element of this name away, and all that lay in it.
    fn end(&mut self, name: &LocalName) -> bool {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return false;
        }
        while let Some(inner) = self.names.pop() {
            if let Some(count) = self.counts.get_mut(&inner) {
                *count -= 1;
            }
            if inner == *name {
                break;
            }
        }
        true
    }

    fn clear(&mut self) {
        self.names.clear();
        self.counts.clear();
    }
}

impl DepthLimit {
    pub(super) fn new(builder: Builder, input: usize) -> Self {
        DepthLimit {
            builder,
            budget: input.saturating_mul(8).saturating_add(SPARE),
            closed: RefCell::default(),
        }
    }

    pub(super) fn into_tree(self) -> Tree {
        self.builder.sink.finish()
    }

    /// The builder does not show its stack. But to answer the tokenizer's
    /// question about CDATA it asks the tree for the current element's name.
    fn current(&self) -> usize {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace();
        self.builder.sink.asked()
    }

    fn is_full(&self) -> bool {
        self.builder.sink.depth(self.current()) >= DEEPEST
    }

    /// Whether the tag is of an element that holds no others. The tokenizer reads
    /// the text of some in a state of its own, so that their tags must get through.
    fn is_leaf(&self, tag: &Tag) -> bool {
        if self.adjusted_current_node_present_but_not_in_html_namespace() {
            return tag.self_closing;
        }
        is_html_leaf(&tag.name)
    }

    /// Makes room for an element; false if the tag must be dropped.
    fn make_room(&self, tag: &Tag, line: u64) -> bool {
        if !self.is_full() {
            return true;
        }
        let mut closed = self.closed.borrow_mut();
        if let Some(name) = self.builder.sink.name(self.current()) {
            let name = LocalName::from(name.local.to_ascii_lowercase());
            let _ = self.builder.process_token(end_tag(name.clone()), line);
            if !self.is_full() {
                closed.push(name);
                return true;
            }
        }
        // The current element does not close for its own end tag here.
        closed.push(tag.name.clone());
        false
    }

    /// Whether an end tag is for an element that is still open.
    fn is_open(&self, tag: &Tag) -> bool {
        let mut closed = self.closed.borrow_mut();
        if closed.names.is_empty() || self.is_full() {
            return true;
        }
        if closed.end(&tag.name) {
            return false;
        }
        // It ends something above all that were closed, and them with it.
        closed.clear();
        true
    }

    fn passes(&self, tag: &Tag, line: u64) -> bool {
        if self.is_leaf(tag) {
            return true;
        }
        if self.builder.sink.spent() > self.budget {
            return false;
        }
        match tag.kind {
            StartTag => self.make_room(tag, line),
            EndTag => self.is_open(tag),
        }
    }
}

impl TokenSink for DepthLimit {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            TagToken(tag) if !self.passes(tag, line) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

pub(super) fn end_tag(name: LocalName) -> Token {
    TagToken(Tag {
        kind: EndTag,
        name,
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    })
}

#[rustfmt::skip]
fn is_html_leaf(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area") | local_name!("base") | local_name!("basefont")
            | local_name!("bgsound") | local_name!("br") | local_name!("col")
            | local_name!("embed") | local_name!("frame") | local_name!("hr")
            | local_name!("iframe") | local_name!("image") | local_name!("img")
            | local_name!("input") | local_name!("keygen") | local_name!("link")
            | local_name!("meta") | local_name!("noembed") | local_name!("noframes")
            | local_name!("noscript") | local_name!("param") | local_name!("plaintext")
            | local_name!("script") | local_name!("source") | local_name!("style")
            | local_name!("textarea") | local_name!("title") | local_name!("track")
            | local_name!("wbr") | local_name!("xmp")
    )
}
