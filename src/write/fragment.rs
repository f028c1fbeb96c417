//! The article as an HTML fragment for the clipboard.

use crate::bidi::settled;
use crate::judge::context::BlockId;
use crate::outline::{Attr, NodeId};
use crate::picture::picture_address;
use crate::write::address::address;
use crate::write::containers::{Container, shared};
use crate::write::header::{Line, Part};
use crate::write::inline::{Span, preformatted, same_link, spans};
use crate::write::level::{Level, Numbers};
use crate::write::pieces::{Piece, Shape};
use crate::write::table::{self, Cell};
use crate::write::{Copy, joined};

/// Writes the article as HTML that any editor takes: headings, paragraphs, lists, quotes, code, tables, pictures.
///
/// Every string from the page is escaped; no class, style or script of the page goes along.
pub fn fragment(copy: &Copy<'_, '_>) -> String {
    let mut out: String = copy.header().iter().map(line).collect();
    let written = copy.pieces.iter().map(|piece| (piece, inner(copy, piece)));
    let written: Vec<(&Piece, String)> = written.filter(|(_, text)| !text.is_empty()).collect();
    let mut open: &[Container] = &[];
    for (at, (piece, text)) in written.iter().enumerate() {
        let kept = shared(open, &piece.around);
        close(&open[kept..], &mut out);
        for (at, container) in piece.around.iter().enumerate().skip(kept) {
            out.push_str(&start_tag(container, piece.around.get(at + 1)));
        }
        let next = written.get(at + 1).map(|(next, _)| *next);
        let item = piece.around.last().filter(|_| kept < piece.around.len());
        let alone = matches!(item, Some(Container::Item(..)))
            && !next.is_some_and(|next| goes_on(piece, next));
        out.push_str(&if alone || piece.shape != Shape::Paragraph {
            text.clone()
        } else {
            wrap("p", text)
        });
        open = &piece.around;
    }
    close(open, &mut out);
    if runs_right_to_left(copy) {
        out.insert_str(0, "<div dir=\"rtl\">");
        out.push_str("</div>");
    }
    out
}

/// Most of its letters are of a script that does. Where they are pasted, lines would begin on the other side, full stops
/// stand before their sentence and bullets behind their item.
fn runs_right_to_left(copy: &Copy<'_, '_>) -> bool {
    let mut turned = 0;
    for at in copy.pieces.iter().flat_map(|piece| piece.blocks.clone()) {
        for byte in copy.context.texts[at].bytes() {
            turned += match byte {
                // What a letter of Hebrew, Arabic, Syriac, Thaana or N’Ko begins with.
                0xd7..=0xdf => 1,
                // What others do.
                b'A'..=b'z' | 0xc3.. => -1,
                _ => 0,
            };
        }
    }
    turned > 0
}

/// True where an item has a second paragraph.
fn goes_on(piece: &Piece, next: &Piece) -> bool {
    next.around == piece.around && next.shape == Shape::Paragraph
}

fn start_tag(container: &Container, inside: Option<&Container>) -> String {
    match (container, inside) {
        (Container::Quote(_), _) => "<blockquote>".into(),
        (Container::Item(..), _) => "<li>".into(),
        (Container::List(_, false), _) => "<ul>".into(),
        (_, Some(Container::Item(_, Some(first)))) if *first != 1 => {
            format!("<ol start=\"{first}\">")
        }
        _ => "<ol>".into(),
    }
}

fn close(containers: &[Container], out: &mut String) {
    for container in containers.iter().rev() {
        out.push_str(match container {
            Container::Quote(_) => "</blockquote>",
            Container::List(_, true) => "</ol>",
            Container::List(_, false) => "</ul>",
            Container::Item(..) => "</li>",
        });
    }
}

fn line(line: &Line) -> String {
    let parts = line.parts.iter().map(|part| match part {
        Part::Words(text) => escape(text),
        Part::Address(url) => format!("<a href=\"{0}\">{0}</a>", escape(url)),
    });
    wrap(
        if line.headline { "h1" } else { "p" },
        &parts.collect::<String>(),
    )
}

fn wrap(tag: &str, inner: &str) -> String {
    if inner.is_empty() {
        return String::new();
    }
    format!("<{tag}>{inner}</{tag}>")
}

fn inner(copy: &Copy<'_, '_>, piece: &Piece) -> String {
    let words = || joined(piece.blocks.clone().map(|at| block(copy, at)), "<br>");
    match &piece.shape {
        Shape::Paragraph => words(),
        Shape::Heading(level) => wrap(&format!("h{level}"), &words()),
        Shape::Term => wrap("p", &wrap("strong", &words())),
        Shape::Code => {
            let code = preformatted(copy.context.page, piece.node, &copy.hidden);
            wrap("pre", &wrap("code", &escape(&code)))
        }
        Shape::Table => table(copy, piece.node),
        Shape::Picture(caption) => picture(copy, piece.node, caption),
    }
}

fn block(copy: &Copy<'_, '_>, at: BlockId) -> String {
    let spans = spans(
        copy.context,
        at,
        &copy.hidden,
        copy.base(),
        Numbers::AsOnPage,
    );
    spans.chunk_by(same_link).map(linked).collect()
}

/// Spans of one link, or of none.
fn linked(spans: &[Span]) -> String {
    let text: String = spans.iter().map(span).collect();
    match spans.first().and_then(|span| span.link.as_deref()) {
        Some(link) => format!("<a href=\"{}\">{text}</a>", escape(link)),
        None => text,
    }
}

fn span(span: &Span) -> String {
    let mut text = escape(&span.text).replace('\n', "<br>");
    for (on, tag) in [
        (span.level == Level::Above, "sup"),
        (span.level == Level::Below, "sub"),
        (span.code, "code"),
        (span.struck, "s"),
        (span.strong, "strong"),
        (span.emphasis, "em"),
    ] {
        if on {
            text = format!("<{tag}>{text}</{tag}>");
        }
    }
    text
}

fn table(copy: &Copy<'_, '_>, id: NodeId) -> String {
    let rows = table::rows(copy.context, id, &copy.hidden, &|at| block(copy, at));
    let row = |row: Vec<Cell>| {
        let (mut cells, mut past) = (String::new(), 0);
        for cell in row {
            cells.push_str(&"<td></td>".repeat(cell.column - past));
            past = cell.past;
            cells.push_str(&table_cell(&cell));
        }
        format!("<tr>{cells}</tr>")
    };
    let rows: String = rows.into_iter().map(row).collect();
    wrap("table", &wrap("tbody", &rows))
}

fn table_cell(cell: &Cell) -> String {
    let tag = if cell.names { "th" } else { "td" };
    let span = match cell.past - cell.column {
        1 => String::new(),
        columns => format!(" colspan=\"{columns}\""),
    };
    format!("<{tag}{span}>{}</{tag}>", cell.text)
}

fn picture(copy: &Copy<'_, '_>, id: NodeId, caption: &[BlockId]) -> String {
    let page = copy.context.page;
    let source = picture_address(page, id).and_then(|src| address(src, copy.base()));
    let alt = escape(&settled(page.attr(id, Attr::Alt).unwrap_or("").to_owned()));
    let words = joined(caption.iter().map(|&at| block(copy, at)), " ");
    let picture = source.map(|source| format!("<img src=\"{}\" alt=\"{alt}\">", escape(&source)));
    let caption = wrap("figcaption", &words);
    wrap("figure", &(picture.unwrap_or_default() + &caption))
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean};

    fn fragment(article: &str) -> String {
        let html = format!("<html><body><article><h1>Lamp</h1>{article}</article></body></html>");
        clean(&html, &Options::default()).fragment()
    }

    #[test]
    fn a_copy_says_that_its_lines_begin_on_the_right() {
        let told = "المجلس البلدي قرر مساء الاثنين أن يبقى مصباح المنارة القديمة مضاء طوال الليل، رغم أن السفن لم تعد بحاجة إليه منذ سنوات طويلة.";
        let arabic = fragment(&format!("<p>{told}</p>").repeat(5));
        assert!(arabic.starts_with("<div dir=\"rtl\"><h1>"), "{arabic}");
        assert!(arabic.ends_with("</p></div>"), "{arabic}");
        // A quotation does not turn the rest.
        let english = fragment(&format!("{}<p>{told}</p>", paragraphs(5)));
        assert!(english.starts_with("<h1>"), "{english}");
    }
}
