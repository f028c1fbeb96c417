//! The article as an HTML fragment for the clipboard.

use crate::article::Article;
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId};
use crate::write::inline::{Span, address, picture_address, plain, preformatted, spans};
use crate::write::markdown::cells;
use crate::write::pieces::{Piece, Shape};

/// Writes the article as HTML that any editor takes: headings, paragraphs, lists, quotes, code, tables, pictures.
///
/// Every string from the page is escaped; no class, style or script of the page goes along.
pub fn fragment(
    context: &Context<'_>,
    article: &Article,
    pieces: &[Piece],
    hidden: &[bool],
) -> String {
    let writer = Writer {
        context,
        hidden,
        base: article.address.as_deref(),
    };
    let mut out = header(article);
    let mut lists: Vec<&str> = Vec::new();
    let mut quotes = 0;
    for piece in pieces {
        let depth = if let Shape::Item(depth, _) = piece.shape {
            depth + 1
        } else {
            0
        };
        close_lists(&mut lists, depth, &mut out);
        close_quotes(&mut quotes, piece.quoted, &mut out);
        while quotes < piece.quoted {
            out.push_str("<blockquote>");
            quotes += 1;
        }
        if let Shape::Item(_, number) = piece.shape {
            open_lists(&mut lists, depth, number.is_some(), &mut out);
        }
        out.push_str(&writer.piece(piece));
    }
    close_lists(&mut lists, 0, &mut out);
    close_quotes(&mut quotes, 0, &mut out);
    out
}

fn header(article: &Article) -> String {
    let facts = &article.metadata;
    let mut out = String::new();
    if let Some(title) = &facts.title {
        out.push_str(&format!("<h1>{}</h1>", escape(title)));
    }
    let mut line: Vec<String> = article
        .byline_and_date()
        .iter()
        .map(|s| escape(s))
        .collect();
    line.extend(
        article
            .address
            .as_deref()
            .map(|url| format!("<a href=\"{0}\">{0}</a>", escape(url))),
    );
    if !line.is_empty() {
        out.push_str(&format!("<p>{}</p>", line.join(" · ")));
    }
    out
}

fn open_lists<'l>(lists: &mut Vec<&'l str>, depth: usize, numbered: bool, out: &mut String) {
    let kind: &'l str = if numbered { "ol" } else { "ul" };
    if lists.len() == depth && lists.last() != Some(&kind) {
        close_lists(lists, depth - 1, out);
    }
    while lists.len() < depth {
        out.push_str(&format!("<{kind}>"));
        lists.push(kind);
    }
}

fn close_lists(lists: &mut Vec<&str>, depth: usize, out: &mut String) {
    while lists.len() > depth {
        out.extend(lists.pop().map(|kind| format!("</{kind}>")));
    }
}

fn close_quotes(quotes: &mut usize, depth: usize, out: &mut String) {
    while *quotes > depth {
        out.push_str("</blockquote>");
        *quotes -= 1;
    }
}

struct Writer<'w, 'p> {
    context: &'w Context<'p>,
    hidden: &'w [bool],
    base: Option<&'w str>,
}

impl Writer<'_, '_> {
    fn piece(&self, piece: &Piece) -> String {
        let inner = || {
            piece
                .blocks
                .clone()
                .map(|at| self.block(at))
                .collect::<Vec<_>>()
                .join("<br>")
        };
        let wrap = |tag: &str, inner: String| {
            if inner.is_empty() {
                inner
            } else {
                format!("<{tag}>{inner}</{tag}>")
            }
        };
        match &piece.shape {
            Shape::Heading(level) => wrap(&format!("h{level}"), inner()),
            Shape::Item(..) => wrap("li", inner()),
            Shape::Term => wrap("p", wrap("strong", inner())),
            Shape::Paragraph => wrap("p", inner()),
            Shape::Code => wrap(
                "pre",
                wrap(
                    "code",
                    escape(&preformatted(
                        self.context,
                        piece.blocks.clone(),
                        self.hidden,
                    )),
                ),
            ),
            Shape::Table => self.table(piece.node),
            Shape::Picture(caption) => self.picture(piece.node, caption),
        }
    }

    fn block(&self, at: BlockId) -> String {
        spans(self.context, at, self.hidden, self.base)
            .iter()
            .map(span)
            .collect()
    }

    fn table(&self, id: NodeId) -> String {
        let rows = cells(self.context, id, self.hidden, &|context, at, hidden| {
            escape(&plain(context, at, hidden))
        });
        let row = |row: Vec<String>| {
            format!(
                "<tr>{}</tr>",
                row.iter()
                    .map(|cell| format!("<td>{cell}</td>"))
                    .collect::<String>()
            )
        };
        format!(
            "<table><tbody>{}</tbody></table>",
            rows.into_iter().map(row).collect::<String>()
        )
    }

    fn picture(&self, id: NodeId, caption: &[BlockId]) -> String {
        let page = self.context.page;
        let source = picture_address(page, id).and_then(|src| address(src, self.base));
        let alt = escape(page.attr(id, Attr::Alt).unwrap_or(""));
        let words: Vec<String> = caption
            .iter()
            .map(|&at| self.block(at))
            .filter(|text| !text.is_empty())
            .collect();
        let caption = if words.is_empty() {
            String::new()
        } else {
            format!("<figcaption>{}</figcaption>", words.join(" "))
        };
        let picture = source.map(|source| {
            let source = escape(&source);
            format!("<img src=\"{source}\" alt=\"{alt}\">")
        });
        match (picture, caption.is_empty()) {
            (None, true) => String::new(),
            (picture, _) => format!("<figure>{}{caption}</figure>", picture.unwrap_or_default()),
        }
    }
}

fn span(span: &Span) -> String {
    let mut text = escape(&span.text).replace('\n', "<br>");
    for (on, tag) in [
        (span.code, "code"),
        (span.strong, "strong"),
        (span.emphasis, "em"),
    ] {
        if on {
            text = format!("<{tag}>{text}</{tag}>");
        }
    }
    match &span.link {
        Some(link) => format!("<a href=\"{}\">{text}</a>", escape(link)),
        None => text,
    }
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
