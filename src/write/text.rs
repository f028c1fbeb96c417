//! Plain text.

use crate::article::Article;
use crate::judge::context::Context;
use crate::write::inline::{plain, preformatted};
use crate::write::pieces::{Piece, Shape};

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// Headline, byline and date on top, then the body; items carry their mark.
    Article,
    /// The body alone, as extraction benchmarks count it.
    Body,
}

/// Writes the article as plain text: blocks apart by a blank line, list items and table rows by a line break.
pub fn text(
    context: &Context<'_>,
    article: &Article,
    pieces: &[Piece],
    hidden: &[bool],
    form: TextForm,
) -> String {
    let mut out = String::new();
    if form == TextForm::Article {
        header(article, &mut out);
    }
    let mut last_tight = false;
    let wanted = |piece: &&Piece| piece.body || form == TextForm::Article;
    for piece in pieces.iter().filter(wanted) {
        let tight = matches!(piece.shape, Shape::Item(..));
        let written = piece_text(context, piece, hidden, form);
        if written.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(if tight && last_tight { "\n" } else { "\n\n" });
        }
        out.push_str(&written);
        last_tight = tight;
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn header(article: &Article, out: &mut String) {
    let title = article.metadata.title.clone().unwrap_or_default();
    let line = article.byline_and_date().join(" · ");
    for part in [title, line] {
        if !part.is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&part);
        }
    }
}

fn piece_text(context: &Context<'_>, piece: &Piece, hidden: &[bool], form: TextForm) -> String {
    let joined = |separator: &str| {
        let texts = piece.blocks.clone().map(|at| plain(context, at, hidden));
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(separator)
    };
    match &piece.shape {
        Shape::Picture(_) => String::new(),
        Shape::Code => preformatted(context, piece.blocks.clone(), hidden),
        Shape::Table => rows(context, piece, hidden),
        Shape::Item(depth, number) if form == TextForm::Article => {
            let text = joined("\n");
            let mark = number.map_or("•".to_owned(), |n| format!("{n}."));
            if text.is_empty() {
                text
            } else {
                format!("{}{mark} {text}", "  ".repeat(*depth))
            }
        }
        _ => joined("\n"),
    }
}

/// Table rows, cells apart by tabs.
fn rows(context: &Context<'_>, piece: &Piece, hidden: &[bool]) -> String {
    let table = super::markdown::cells(context, piece.node, hidden, &plain);
    let lines: Vec<String> = table.into_iter().map(|row| row.join("\t")).collect();
    lines.join("\n")
}
