//! A page as html5ever sees it: the slow, independent look at what the core read and rewrote.

use clean_copy::outline::Tag;
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, local_name, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};

/// A parsed page.
pub struct Dom {
    /// Holds the tree: dropped, it would take all nodes apart.
    dom: RcDom,
}

impl Dom {
    /// Parses as a browser that runs scripts does.
    pub fn parse(html: &str) -> Dom {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        Dom { dom }
    }

    fn root(&self) -> Handle {
        let children = self.dom.document.children.borrow();
        let root = children.iter().find(|node| is_element(node));
        root.cloned().expect("html5ever always makes an <html>")
    }

    /// The elements in document order, without those inside `<template>`.
    pub fn elements(&self) -> Vec<Handle> {
        let mut out = Vec::new();
        let mut stack = vec![self.root()];
        while let Some(node) = stack.pop() {
            stack.extend(node.children.borrow().iter().rev().cloned());
            if is_element(&node) {
                out.push(node);
            }
        }
        out
    }

    /// Takes an element out of the tree.
    pub fn remove(element: &Handle) {
        let parent = element.parent.take().and_then(|weak| weak.upgrade());
        if let Some(parent) = parent {
            let mut children = parent.children.borrow_mut();
            children.retain(|child| !std::rc::Rc::ptr_eq(child, element));
        }
    }

    /// `documentElement.outerHTML`.
    pub fn html(&self) -> String {
        let mut out = Vec::new();
        let options = SerializeOpts {
            traversal_scope: TraversalScope::IncludeNode,
            ..SerializeOpts::default()
        };
        let root: SerializableHandle = self.root().into();
        serialize(&mut out, &root, options).expect("a Vec takes everything");
        String::from_utf8(out).expect("html5ever writes UTF-8")
    }

    /// The page's text, white space squeezed, muted elements left out. Words on both sides of a block stay apart.
    pub fn text(&self) -> String {
        super::squeeze(&self.lines())
    }

    /// The text of each block, white space squeezed, muted elements left out.
    pub fn blocks(&self) -> Vec<String> {
        let lines = self.lines();
        let blocks = lines.split(BORDER).map(super::squeeze);
        blocks.filter(|block| !block.is_empty()).collect()
    }

    fn lines(&self) -> String {
        let mut out = String::new();
        let mut stack = vec![Step::Enter(self.root())];
        while let Some(step) = stack.pop() {
            match step {
                Step::Break(between) => out.push(between),
                Step::Enter(node) => enter(&node, &mut out, &mut stack),
            }
        }
        out
    }
}

/// White space that no page has, between two blocks.
const BORDER: char = '\u{2028}';

enum Step {
    Enter(Handle),
    Break(char),
}

fn enter(node: &Handle, out: &mut String, stack: &mut Vec<Step>) {
    match &node.data {
        NodeData::Text { contents } => out.push_str(&contents.borrow()),
        NodeData::Element { name, .. } => {
            let tag = Tag::from_name(&name.local);
            if is_silent(&name.local) || attribute(node, "data-clean-copy-action") == "mute" {
                return;
            }
            if !tag.is_inline() || tag == Tag::Br {
                let between = if tag == Tag::Br { ' ' } else { BORDER };
                out.push(between);
                stack.push(Step::Break(between));
            }
            let children = node.children.borrow();
            stack.extend(children.iter().rev().cloned().map(Step::Enter));
        }
        _ => {}
    }
}

fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "head" | "script" | "style" | "noscript" | "template" | "iframe" | "noembed" | "noframes"
    )
}

fn is_element(node: &Handle) -> bool {
    matches!(node.data, NodeData::Element { .. })
}

/// The element's name in lower case.
pub fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_ascii_lowercase().to_string(),
        _ => String::new(),
    }
}

/// The value of an attribute; empty where the element has none.
pub fn attribute(node: &Handle, wanted: &str) -> String {
    let NodeData::Element { attrs, .. } = &node.data else {
        return String::new();
    };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|attr| &*attr.name.local == wanted);
    found.map(|attr| attr.value.to_string()).unwrap_or_default()
}

/// True for `<html>`, `<head>` and `<body>`, which the parser makes where they are missing.
pub fn is_frame(node: &Handle) -> bool {
    match &node.data {
        NodeData::Element { name, .. } => matches!(
            name.local,
            local_name!("html") | local_name!("head") | local_name!("body")
        ),
        _ => false,
    }
}
