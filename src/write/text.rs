//! Plain text.

use crate::judge::context::BlockId;
use crate::options::Links;
use crate::write::containers::{Container, depth, opens_item};
use crate::write::header::Part;
use crate::write::inline::{plain, preformatted, wrapped};
use crate::write::level::Numbers;
use crate::write::pieces::{Piece, Shape};
use crate::write::table::{self, texts};
use crate::write::{Copy, joined};

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// The header on top, then the body; items carry their mark.
    Article,
    /// The body alone, as extraction benchmarks count it.
    Body,
}

/// Writes the article as plain text: blocks apart by a blank line, list items and table rows by a line break.
pub fn text(copy: &Copy<'_, '_>, form: TextForm) -> String {
    let mut out = String::new();
    if form == TextForm::Article {
        out.push_str(&header(copy));
    }
    let mut before: (&[Container], bool) = (&[], false);
    let wanted = |piece: &&Piece| piece.body || form == TextForm::Article;
    for piece in copy.pieces.iter().filter(wanted) {
        let written = piece_text(copy, piece, form);
        if written.is_empty() {
            continue;
        }
        let item = opens_item(before.0, &piece.around);
        if !out.is_empty() {
            out.push_str(if item && before.1 { "\n" } else { "\n\n" });
        }
        if item && form == TextForm::Article {
            out.push_str(&mark(&piece.around));
        }
        out.push_str(&written);
        before = (&piece.around, item);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn header(copy: &Copy<'_, '_>) -> String {
    let lines = copy.header();
    let lines = lines.iter().map(|line| line.parts.iter().map(Part::text));
    let lines: Vec<String> = lines.map(Iterator::collect).collect();
    lines.join("\n")
}

fn mark(around: &[Container]) -> String {
    let number = around.iter().rev().find_map(|container| match container {
        Container::Item(_, number) => Some(*number),
        _ => None,
    });
    let mark = number.flatten().map_or("•".to_owned(), |n| format!("{n}."));
    format!("{}{mark} ", "  ".repeat(depth(around) - 1))
}

fn piece_text(copy: &Copy<'_, '_>, piece: &Piece, form: TextForm) -> String {
    match &piece.shape {
        Shape::Picture(_) => String::new(),
        Shape::Code => preformatted(copy.context.page, piece.node, &copy.hidden),
        Shape::Table => rows(copy, piece, form),
        _ => joined(piece.blocks.clone().map(|at| block(copy, at, form)), "\n"),
    }
}

fn block(copy: &Copy<'_, '_>, at: BlockId, form: TextForm) -> String {
    match (form, copy.options.links) {
        (TextForm::Body, _) => plain(copy.context, at, &copy.hidden, Numbers::AsOnPage),
        (_, Links::Wrapped) => wrapped(copy.context, at, &copy.hidden, copy.base()),
        _ => plain(copy.context, at, &copy.hidden, Numbers::InCharacters),
    }
}

/// Table rows, cells apart by tabs.
fn rows(copy: &Copy<'_, '_>, piece: &Piece, form: TextForm) -> String {
    let one = |at| block(copy, at, form);
    let table = table::rows(copy.context, piece.node, &copy.hidden, &one);
    let lines = table.into_iter().map(|row| texts(row).join("\t"));
    let lines: Vec<String> = lines.collect();
    lines.join("\n")
}
