//! An HTML fragment as lines: `> 1. p text`, `row a ¦ b`. The form is that of `from_markdown`.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::row;
use crate::common::dom::{attribute, name};
use crate::common::squeeze;

pub fn lines(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut out = Lines::default();
    out.children(&dom.document, "");
    out.flush("");
    out.lines
}

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    /// Text that stands in no paragraph: the words of an item.
    loose: String,
}

impl Lines {
    fn children(&mut self, node: &Handle, path: &str) {
        for child in node.children.borrow().iter() {
            self.node(child, path);
        }
    }

    fn node(&mut self, node: &Handle, path: &str) {
        match &*name(node) {
            "html" | "body" | "div" | "figure" => self.children(node, path),
            "head" => {}
            "blockquote" => self.inside(node, path, &format!("{path}> ")),
            "ul" | "ol" => self.list(node, path),
            "pre" => self.push(path, "code ", &text(node)),
            "table" => self.table(node, path),
            "img" => self.push(path, "p ", &inline(node)),
            tag @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p") => {
                self.push(path, &format!("{tag} "), &inner(node));
            }
            "figcaption" => self.push(path, "p ", &inner(node)),
            "" | "a" | "br" | "code" | "em" | "s" | "strong" | "sub" | "sup" => {
                self.loose.push_str(&inline(node))
            }
            other => self.lines.push(format!("nobody wrote <{other}>")),
        }
    }

    fn inside(&mut self, node: &Handle, path: &str, inner: &str) {
        self.flush(path);
        self.children(node, inner);
        self.flush(inner);
    }

    fn list(&mut self, list: &Handle, path: &str) {
        let start = attribute(list, "start").parse().unwrap_or(1);
        for (item, number) in list.children.borrow().iter().zip(start..) {
            let ordered = name(list) == "ol";
            let mark = if ordered {
                format!("{number}. ")
            } else {
                "- ".to_owned()
            };
            self.inside(item, path, &format!("{path}{mark}"));
        }
    }

    fn table(&mut self, table: &Handle, path: &str) {
        let mut stack = vec![table.clone()];
        while let Some(node) = stack.pop() {
            if name(&node) == "tr" {
                let cells = node.children.borrow();
                let cells: Vec<String> = cells.iter().flat_map(columns).collect();
                self.push(path, "row ", &row(&cells));
            } else {
                stack.extend(node.children.borrow().iter().rev().cloned());
            }
        }
    }

    fn push(&mut self, path: &str, kind: &str, text: &str) {
        self.flush(path);
        let text = if kind == "code " {
            text.to_owned()
        } else {
            squeeze(text)
        };
        self.lines.push(format!("{path}{kind}{text}"));
    }

    fn flush(&mut self, path: &str) {
        let loose = squeeze(&std::mem::take(&mut self.loose));
        if !loose.is_empty() {
            self.lines.push(format!("{path}p {loose}"));
        }
    }
}

/// A cell, and an empty one for each column more that it stands over: Markdown has no spans.
fn columns(cell: &Handle) -> impl Iterator<Item = String> {
    let span = attribute(cell, "colspan").parse().unwrap_or(1);
    let empty = std::iter::repeat_n(String::new(), span - 1);
    std::iter::once(squeeze(&inner(cell))).chain(empty)
}

fn inner(node: &Handle) -> String {
    node.children.borrow().iter().map(inline).collect()
}

fn inline(node: &Handle) -> String {
    match &*name(node) {
        "br" => " ".to_owned(),
        "code" => around(&text(node), |text| format!("`{}`", squeeze(text))),
        "a" => around(&inner(node), |text| {
            format!("[{text}]({})", attribute(node, "href"))
        }),
        "img" => format!(
            "![{}]({})",
            squeeze(&attribute(node, "alt")),
            attribute(node, "src")
        ),
        "" => text(node),
        "em" | "s" | "strong" => inner(node),
        "sub" => raised(&inner(node), "₀₁₂₃₄₅₆₇₈₉"),
        "sup" => raised(&inner(node), "⁰¹²³⁴⁵⁶⁷⁸⁹"),
        other => format!("nobody wrote <{other}>"),
    }
}

/// Numbers above and below the line, which Markdown has characters for.
fn raised(text: &str, digits: &str) -> String {
    let raise = |c: char| {
        c.to_digit(10)
            .and_then(|at| digits.chars().nth(at as usize))
    };
    let raised: Option<String> = text.chars().map(raise).collect();
    raised.unwrap_or_else(|| text.to_owned())
}

/// Marks a text and leaves the white space at its ends outside, where Markdown has it.
fn around(text: &str, mark: impl Fn(&str) -> String) -> String {
    let core = text.trim();
    if core.is_empty() {
        return text.to_owned();
    }
    text.replacen(core, &mark(core), 1)
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}
