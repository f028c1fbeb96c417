//! Nodes in one flat array, linked by their places in it.

use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

/// The document; as no node can have it as child or sibling, 0 also says "none".
pub(super) const DOCUMENT: usize = 0;

/// What a node is.
pub(super) enum Data {
    Document,
    Element(Rc<QualName>, Vec<Attribute>),
    Text(StrTendril),
    Comment(StrTendril),
}

/// A node and its links.
pub(super) struct Node {
    pub(super) parent: usize,
    pub(super) previous: usize,
    pub(super) next: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) data: Data,
}

/// Takes a node out of its parent.
pub(super) fn detach(nodes: &mut [Node], id: usize) {
    let Node {
        parent,
        previous,
        next,
        ..
    } = nodes[id];
    match previous {
        DOCUMENT if nodes[parent].first == id => nodes[parent].first = next,
        DOCUMENT => {}
        _ => nodes[previous].next = next,
    }
    match next {
        DOCUMENT if nodes[parent].last == id => nodes[parent].last = previous,
        DOCUMENT => {}
        _ => nodes[next].previous = previous,
    }
    let node = &mut nodes[id];
    (node.parent, node.previous, node.next) = (DOCUMENT, DOCUMENT, DOCUMENT);
}

/// Puts a node that has no parent under `parent`, before the child `next` or last.
pub(super) fn attach(nodes: &mut [Node], id: usize, parent: usize, next: usize) {
    let previous = match next {
        DOCUMENT => std::mem::replace(&mut nodes[parent].last, id),
        _ => std::mem::replace(&mut nodes[next].previous, id),
    };
    match previous {
        DOCUMENT => nodes[parent].first = id,
        _ => nodes[previous].next = id,
    }
    let node = &mut nodes[id];
    (node.parent, node.previous, node.next) = (parent, previous, next);
}
