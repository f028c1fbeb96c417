//! The tree that html5ever builds, in one flat array.
//!
//! `markup5ever_rcdom` calls itself unfit for pages from outside: it looks
//! siblings up one by one (quadratic where a table holds stray text) and copies
//! `<option>` trees by recursion. Here every edit takes constant time, nothing
//! recurses, and the whole tree is dropped at once.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, QualName, local_name, ns};

use super::node::{DOCUMENT, Data, Node, attach, detach};

/// What html5ever holds of a node; the name rides along because it is asked
/// for many times a tag.
#[derive(Clone)]
pub(super) struct Handle {
    id: usize,
    name: Rc<QualName>,
}

/// A page while and after it is parsed.
pub(super) struct Tree {
    pub(super) nodes: RefCell<Vec<Node>>,
    doctype: RefCell<String>,
    nameless: Rc<QualName>,
    asked: Cell<usize>,
    spent: Cell<usize>,
}

impl Default for Tree {
    fn default() -> Self {
        let tree = Tree {
            nodes: RefCell::default(),
            doctype: RefCell::default(),
            nameless: Rc::new(QualName::new(None, ns!(), local_name!(""))),
            asked: Cell::new(DOCUMENT),
            spent: Cell::new(0),
        };
        tree.add(Data::Document);
        tree
    }
}

impl Tree {
    /// The doctype as it would be written, or nothing.
    pub(super) fn doctype(&self) -> String {
        self.doctype.borrow().clone()
    }

    /// The element whose name was asked for last.
    pub(super) fn asked(&self) -> usize {
        self.asked.get()
    }

    /// How many bytes the start tags built so far will take, about.
    pub(super) fn spent(&self) -> usize {
        self.spent.get()
    }

    /// How many elements `node` lies in, itself included.
    pub(super) fn depth(&self, mut node: usize) -> usize {
        let nodes = self.nodes.borrow();
        let mut depth = 0;
        while node != DOCUMENT {
            depth += 1;
            node = nodes[node].parent;
        }
        depth
    }

    /// The name of an element.
    pub(super) fn name(&self, node: usize) -> Option<Rc<QualName>> {
        match &self.nodes.borrow()[node].data {
            Data::Element(name, _) => Some(Rc::clone(name)),
            _ => None,
        }
    }

    fn add(&self, data: Data) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: DOCUMENT,
            previous: DOCUMENT,
            next: DOCUMENT,
            first: DOCUMENT,
            last: DOCUMENT,
            data,
        });
        nodes.len() - 1
    }

    fn handle(&self, id: usize) -> Handle {
        let name = Rc::clone(&self.nameless);
        Handle { id, name }
    }

    /// Puts a node or text under `parent`, before the child `next` or last.
    fn insert(&self, parent: usize, next: usize, child: NodeOrText<Handle>) {
        let mut nodes = self.nodes.borrow_mut();
        let previous = match next {
            DOCUMENT => nodes[parent].last,
            _ => nodes[next].previous,
        };
        match child {
            NodeOrText::AppendNode(child) => {
                detach(&mut nodes, child.id);
                attach(&mut nodes, child.id, parent, next);
            }
            NodeOrText::AppendText(more) => {
                if let Data::Text(text) = &mut nodes[previous].data {
                    text.push_tendril(&more);
                    return;
                }
                drop(nodes);
                let id = self.add(Data::Text(more));
                attach(&mut self.nodes.borrow_mut(), id, parent, next);
            }
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn get_document(&self) -> Handle {
        self.handle(DOCUMENT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        self.asked.set(target.id);
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let bytes = |a: &Attribute| a.name.local.len() + a.value.len() + 4;
        let cost = name.local.len() + 16 + attrs.iter().map(bytes).sum::<usize>();
        self.spent.set(self.spent.get().saturating_add(cost));
        let name = Rc::new(name);
        let id = self.add(Data::Element(Rc::clone(&name), attrs));
        Handle { id, name }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.handle(self.add(Data::Comment(text)))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        // Only XML has these; HTML makes comments of them before they get here.
        self.create_comment(format!("?{target} {data}").into())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, DOCUMENT, child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.id].parent;
        self.insert(parent, sibling.id, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.nodes.borrow()[element.id].parent;
        match parent {
            DOCUMENT => self.append(previous, child),
            _ => self.insert(parent, element.id, child),
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        *self.doctype.borrow_mut() = match (&*public, &*system) {
            ("", "") => format!("<!DOCTYPE {name}>"),
            ("", system) => format!("<!DOCTYPE {name} SYSTEM \"{system}\">"),
            (public, "") => format!("<!DOCTYPE {name} PUBLIC \"{public}\">"),
            (public, system) => format!("<!DOCTYPE {name} PUBLIC \"{public}\" \"{system}\">"),
        };
    }

    /// What a template holds is kept as its children: serialised, it is the same.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        if let Data::Element(_, present) = &mut self.nodes.borrow_mut()[target.id].data {
            for attribute in attrs {
                if !present.iter().any(|a| a.name == attribute.name) {
                    present.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        detach(&mut self.nodes.borrow_mut(), target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        while nodes[node.id].first != DOCUMENT {
            let child = nodes[node.id].first;
            detach(&mut nodes, child);
            attach(&mut nodes, child, new_parent.id, DOCUMENT);
        }
    }
}
