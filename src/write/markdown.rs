//! Markdown: CommonMark with tables.

use crate::bidi::settled;
use crate::judge::context::BlockId;
use crate::outline::{Attr, NodeId};
use crate::picture::picture_address;
use crate::write::address::address;
use crate::write::code::language;
use crate::write::containers::{Container, shared};
use crate::write::header::{Line, Part};
use crate::write::inline::{Span, preformatted, spans};
use crate::write::level::Numbers;
use crate::write::markdown_text::{
    escape, fenced, guarded, heading, in_cell, in_one_line, written,
};
use crate::write::pieces::{Piece, Shape};
use crate::write::table::{self, MOST_COLUMNS, texts};
use crate::write::{Copy, joined};

/// Writes the article as Markdown: the header on top, then the body with pictures and captions.
pub fn markdown(copy: &Copy<'_, '_>) -> String {
    let header = copy.header();
    let mut out = Out {
        text: joined(header.iter().map(line), "\n\n"),
        open: Vec::new(),
        last: None,
    };
    for piece in &copy.pieces {
        let written = inner(copy, piece);
        if !written.is_empty() {
            out.push(piece, &written);
        }
    }
    if !out.text.is_empty() {
        out.text.push('\n');
    }
    out.text
}

/// A container that is open, and what its lines begin with.
struct Open {
    container: Container,
    /// The mark of an item, or of each line of a quotation.
    mark: String,
    /// What the other lines begin with.
    indent: String,
    /// A list that follows another of its kind has other marks, or the two would be one.
    other_marks: bool,
}

struct Out<'c> {
    text: String,
    open: Vec<Open>,
    last: Option<&'c Piece>,
}

impl<'c> Out<'c> {
    fn push(&mut self, piece: &'c Piece, written: &str) {
        let before = self.last.map_or(&[][..], |last| &last.around);
        let kept = shared(before, &piece.around);
        let closed = self.open.split_off(kept);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if self.last.is_some() && !self.is_tight(piece, kept)
            || kept == 0 && self.last.is_none() && !self.text.is_empty()
        {
            self.text.push_str(indent(&self.open).trim_end());
            self.text.push('\n');
        }
        let mut first = indent(&self.open);
        let follows = closed
            .first()
            .map(|open| (open.container, open.other_marks));
        for container in &piece.around[kept..] {
            let open = self.opened(*container, follows);
            first.push_str(&open.mark);
            self.open.push(open);
        }
        let rest = indent(&self.open);
        for (at, line) in written.lines().enumerate() {
            let lead = if at == 0 { &first } else { &rest };
            if at > 0 {
                self.text.push('\n');
            }
            self.text.push_str(if line.is_empty() {
                lead.trim_end()
            } else {
                lead
            });
            self.text.push_str(line);
        }
        self.last = Some(piece);
    }

    /// No blank line comes before the next item of a list, nor before a list right under its item's words.
    fn is_tight(&self, piece: &Piece, kept: usize) -> bool {
        let under_words = || {
            let last = self.last.filter(|last| last.shape == Shape::Paragraph);
            last.is_some_and(|last| last.around.len() == kept && kept > 0)
        };
        match (piece.around.get(kept), piece.around.get(kept + 1)) {
            (Some(Container::Item(..)), _) => true,
            (Some(Container::List(..)), Some(Container::Item(_, number))) => {
                number.is_none_or(|n| n == 1) && under_words()
            }
            _ => false,
        }
    }

    fn opened(&self, container: Container, follows: Option<(Container, bool)>) -> Open {
        let other_marks = match (container, follows, self.open.last()) {
            (Container::List(_, one), Some((Container::List(_, other), marks)), _) => {
                one == other && !marks
            }
            (Container::Item(..), _, Some(list)) => list.other_marks,
            _ => false,
        };
        let mark = match (container, other_marks) {
            (Container::Quote(_), _) => "> ".to_owned(),
            (Container::List(..), _) => String::new(),
            (Container::Item(_, None), false) => "- ".to_owned(),
            (Container::Item(_, None), true) => "* ".to_owned(),
            (Container::Item(_, Some(n)), false) => format!("{n}. "),
            (Container::Item(_, Some(n)), true) => format!("{n}) "),
        };
        let indent = match container {
            Container::Item(..) => " ".repeat(mark.len()),
            _ => mark.clone(),
        };
        Open {
            container,
            mark,
            indent,
            other_marks,
        }
    }
}

fn indent(open: &[Open]) -> String {
    open.iter().map(|open| open.indent.as_str()).collect()
}

fn line(line: &Line) -> String {
    let parts = line.parts.iter().map(|part| match part {
        Part::Words(text) => escape(text),
        Part::Address(url) => format!("<{url}>"),
    });
    let text: String = parts.collect();
    if line.headline {
        heading(1, &text)
    } else {
        guarded(&text)
    }
}

fn inner(copy: &Copy<'_, '_>, piece: &Piece) -> String {
    let words = || joined(piece.blocks.clone().map(|at| block(copy, at)), "\n\n");
    match &piece.shape {
        Shape::Paragraph => guarded(&words()),
        Shape::Heading(level) => heading(*level, &words()),
        Shape::Term => styled(copy, piece.blocks.clone(), "**"),
        Shape::Code => code(copy, piece.node),
        Shape::Table => table(copy, piece.node),
        Shape::Picture(caption) => picture(copy, piece.node, caption),
    }
}

fn code(copy: &Copy<'_, '_>, id: NodeId) -> String {
    let page = copy.context.page;
    fenced(&preformatted(page, id, &copy.hidden), language(page, id))
}

fn block(copy: &Copy<'_, '_>, at: BlockId) -> String {
    let spans = spans(
        copy.context,
        at,
        &copy.hidden,
        copy.base(),
        Numbers::InCharacters,
    );
    written(&spans)
}

/// A block in one line and one style.
fn styled(copy: &Copy<'_, '_>, blocks: impl Iterator<Item = BlockId>, marks: &str) -> String {
    let plain = |span| Span {
        strong: false,
        emphasis: false,
        ..span
    };
    let texts = blocks.map(|at| {
        let spans = spans(
            copy.context,
            at,
            &copy.hidden,
            copy.base(),
            Numbers::InCharacters,
        );
        written(&spans.into_iter().map(plain).collect::<Vec<_>>())
    });
    let text = in_one_line(&joined(texts, " "));
    if text.is_empty() {
        return text;
    }
    format!("{marks}{text}{marks}")
}

fn picture(copy: &Copy<'_, '_>, id: NodeId, caption: &[BlockId]) -> String {
    let page = copy.context.page;
    let source = picture_address(page, id).and_then(|src| address(src, copy.base()));
    let alt: Vec<&str> = page
        .attr(id, Attr::Alt)
        .unwrap_or("")
        .split_whitespace()
        .collect();
    let picture =
        source.map(|source| format!("![{}](<{source}>)", escape(&settled(alt.join(" ")))));
    let caption = styled(copy, caption.iter().copied(), "*");
    joined(picture.into_iter().chain([caption]), "\n\n")
}

fn table(copy: &Copy<'_, '_>, id: NodeId) -> String {
    let one = |at| in_cell(&in_one_line(&block(copy, at)));
    let rows = table::rows(copy.context, id, &copy.hidden, &one);
    let rows: Vec<Vec<String>> = rows.into_iter().map(texts).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |(at, row): (usize, &Vec<String>)| {
        // Readers fill up short rows, but for the first.
        let fills = at == 0 || width <= MOST_COLUMNS;
        let missing = if fills { width - row.len() } else { 0 };
        format!("| {} |{}", row.join(" | "), " |".repeat(missing))
    };
    let mut lines: Vec<String> = rows.iter().enumerate().map(line).collect();
    if width > 0 {
        lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(width)));
    }
    lines.join("\n")
}
