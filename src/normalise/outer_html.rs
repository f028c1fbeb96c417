//! Writes the tree as a browser's `outerHTML` does, without recursion.
//!
//! html5ever's own serialiser starts its search for `<` anew at every `&`, so a
//! megabyte of ampersands takes it minutes. The standard's rules are short:
//! <https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments>

use html5ever::{Attribute, QualName, expanded_name, local_name, ns};

use super::node::{DOCUMENT, Data, Node};
use super::tree::Tree;

impl Tree {
    /// `document.documentElement.outerHTML`.
    pub(super) fn outer_html(&self) -> String {
        let nodes = self.nodes.borrow();
        let mut out = String::new();
        if let Some(root) = root(&nodes) {
            walk(&nodes, root, &mut out);
        }
        out
    }
}

/// The document's only element.
pub(super) fn root(nodes: &[Node]) -> Option<usize> {
    let mut child = nodes[DOCUMENT].first;
    while child != DOCUMENT && !matches!(nodes[child].data, Data::Element(..)) {
        child = nodes[child].next;
    }
    (child != DOCUMENT).then_some(child)
}

/// Goes down, along and up again, writing each tag as it is passed.
fn walk(nodes: &[Node], root: usize, out: &mut String) {
    let mut at = root;
    loop {
        open(nodes, at, out);
        if nodes[at].first != DOCUMENT {
            at = nodes[at].first;
            continue;
        }
        close(&nodes[at], out);
        while at != root && nodes[at].next == DOCUMENT {
            at = nodes[at].parent;
            close(&nodes[at], out);
        }
        if at == root {
            return;
        }
        at = nodes[at].next;
    }
}

fn open(nodes: &[Node], at: usize, out: &mut String) {
    match &nodes[at].data {
        Data::Document => {}
        Data::Element(name, attributes) => start_tag(name, attributes, out),
        Data::Text(text) if is_raw(nodes, nodes[at].parent) => out.push_str(text),
        Data::Text(text) => escape(text, &['&', '<', '>', '\u{a0}'], out),
        Data::Comment(text) => out.extend(["<!--", text, "-->"]),
    }
}

fn close(node: &Node, out: &mut String) {
    if let Data::Element(name, _) = &node.data
        && !is_void(name)
    {
        out.extend(["</", &name.local, ">"]);
    }
}

fn start_tag(name: &QualName, attributes: &[Attribute], out: &mut String) {
    out.extend(["<", &name.local]);
    for Attribute { name, value } in attributes {
        let prefix = match name.ns {
            ns!(xml) => "xml:",
            ns!(xlink) => "xlink:",
            ns!(xmlns) if name.local != local_name!("xmlns") => "xmlns:",
            _ => "",
        };
        out.extend([" ", prefix, &name.local, "=\""]);
        escape(value, &['&', '"', '<', '>', '\u{a0}'], out);
        out.push('"');
    }
    out.push('>');
}

/// Writes `text` with each of the `special` characters as its reference.
fn escape(text: &str, special: &[char], out: &mut String) {
    let mut written = 0;
    for (at, character) in text.match_indices(special) {
        out.push_str(&text[written..at]);
        out.push_str(match character {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&nbsp;",
        });
        written = at + character.len();
    }
    out.push_str(&text[written..]);
}

/// Elements whose text no parser looks into, and so nobody escapes.
#[rustfmt::skip]
fn is_raw(nodes: &[Node], at: usize) -> bool {
    let Data::Element(name, _) = &nodes[at].data else {
        return false;
    };
    name.ns == ns!(html) && match name.local {
        // Scripts never run in a template, so there it is parsed and written as others are.
        local_name!("noscript") => !is_in_template(nodes, at),
        local_name!("style") | local_name!("script") | local_name!("xmp")
            | local_name!("iframe") | local_name!("noembed") | local_name!("noframes")
            | local_name!("plaintext") => true,
        _ => false,
    }
}

fn is_in_template(nodes: &[Node], mut at: usize) -> bool {
    while at != DOCUMENT {
        if matches!(&nodes[at].data, Data::Element(name, _) if name.expanded() == expanded_name!(html "template"))
        {
            return true;
        }
        at = nodes[at].parent;
    }
    false
}

/// Elements without an end tag.
#[rustfmt::skip]
fn is_void(name: &QualName) -> bool {
    name.ns == ns!(html) && matches!(
        name.local,
        local_name!("area") | local_name!("base") | local_name!("basefont")
            | local_name!("bgsound") | local_name!("br") | local_name!("col")
            | local_name!("embed") | local_name!("frame") | local_name!("hr")
            | local_name!("img") | local_name!("input") | local_name!("keygen")
            | local_name!("link") | local_name!("meta") | local_name!("param")
            | local_name!("source") | local_name!("track") | local_name!("wbr")
    )
}
