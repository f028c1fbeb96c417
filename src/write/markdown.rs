//! Markdown: CommonMark with tables.

use crate::article::Article;
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::write::inline::{Span, address, picture_address, preformatted, spans};
use crate::write::pieces::{Piece, Shape};

/// Writes the article as Markdown: headline, byline, date and source on top, then the body with pictures and captions.
pub fn markdown(
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
    let mut last: Option<&Shape> = None;
    for piece in pieces {
        let written = writer.piece(piece);
        if written.is_empty() {
            continue;
        }
        let tight = matches!(
            (last, &piece.shape),
            (Some(Shape::Item(..)), Shape::Item(..))
        );
        if !out.is_empty() {
            out.push_str(if tight { "\n" } else { "\n\n" });
        }
        out.push_str(&written);
        last = Some(&piece.shape);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn header(article: &Article) -> String {
    let facts = &article.metadata;
    let mut lines = Vec::new();
    lines.extend(
        facts
            .title
            .as_deref()
            .map(|title| format!("# {}", escape(title))),
    );
    let by: Vec<String> = article
        .byline_and_date()
        .iter()
        .map(|s| escape(s))
        .collect();
    if !by.is_empty() {
        lines.push(by.join(" · "));
    }
    lines.extend(article.address.as_deref().map(|url| format!("<{url}>")));
    lines.join("\n\n")
}

struct Writer<'w, 'p> {
    context: &'w Context<'p>,
    hidden: &'w [bool],
    base: Option<&'w str>,
}

impl Writer<'_, '_> {
    fn piece(&self, piece: &Piece) -> String {
        let text = match &piece.shape {
            Shape::Picture(caption) => self.picture(piece.node, caption),
            Shape::Code => fenced(&preformatted(
                self.context,
                piece.blocks.clone(),
                self.hidden,
            )),
            Shape::Table => self.table(piece.node),
            Shape::Heading(level) => self.lines(piece, |text| {
                format!("{} {}", "#".repeat(*level), text.replace('\n', " "))
            }),
            Shape::Item(depth, number) => {
                let mark = number.map_or("-".to_owned(), |n| format!("{n}."));
                let indent = "   ".repeat(*depth);
                self.lines(piece, |text| {
                    format!("{indent}{mark} {}", text.replace('\n', " "))
                })
            }
            Shape::Term => self.lines(piece, |text| format!("**{}**", text.replace("**", ""))),
            Shape::Paragraph => self.lines(piece, |text| text),
        };
        quote(&text, piece.quoted)
    }

    fn lines(&self, piece: &Piece, shape: impl Fn(String) -> String) -> String {
        let texts = piece
            .blocks
            .clone()
            .map(|at| self.block(at))
            .filter(|text| !text.is_empty());
        texts.map(shape).collect::<Vec<_>>().join("\n\n")
    }

    fn block(&self, at: BlockId) -> String {
        let spans = spans(self.context, at, self.hidden, self.base);
        let text: String = spans.iter().map(span).collect();
        guard_start(text.trim())
    }

    fn picture(&self, id: NodeId, caption: &[BlockId]) -> String {
        let page = self.context.page;
        let source = picture_address(page, id).and_then(|src| address(src, self.base));
        let alt = escape(page.attr(id, Attr::Alt).unwrap_or(""));
        let picture = source.map(|source| {
            let source = source.replace(['<', '>', ' '], "");
            format!("![{}](<{source}>)", alt.replace('\n', " "))
        });
        let words: Vec<String> = caption
            .iter()
            .map(|&at| self.block(at))
            .filter(|text| !text.is_empty())
            .collect();
        let words = words.join(" ").replace('*', "").replace('\n', " ");
        let caption = Some(format!("*{words}*")).filter(|_| !words.is_empty());
        let parts: Vec<String> = picture.into_iter().chain(caption).collect();
        parts.join("\n\n")
    }

    fn table(&self, id: NodeId) -> String {
        let one = |context: &Context<'_>, at: BlockId, hidden: &[bool]| {
            let text: String = spans(context, at, hidden, self.base)
                .iter()
                .map(span)
                .collect();
            text.replace('|', "\\|").replace('\n', " ")
        };
        let mut rows = cells(self.context, id, self.hidden, &one);
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        rows.iter_mut()
            .for_each(|row| row.resize(width, String::new()));
        let line = |row: &Vec<String>| format!("| {} |", row.join(" | "));
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        if width > 0 {
            lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(width)));
        }
        lines.join("\n")
    }
}

/// The cells of a table, row by row, each block written by `one`.
pub fn cells(
    context: &Context<'_>,
    table: NodeId,
    hidden: &[bool],
    one: &dyn Fn(&Context<'_>, BlockId, &[bool]) -> String,
) -> Vec<Vec<String>> {
    let page = context.page;
    let rows = page
        .descendants(table)
        .filter(|&id| page.tag(id) == Tag::Tr && !hidden[id as usize]);
    let row = |id: NodeId| -> Vec<String> {
        let cells = page
            .descendants(id)
            .filter(|&d| matches!(page.tag(d), Tag::Td | Tag::Th) && !hidden[d as usize]);
        cells
            .map(|cell| {
                let texts = context.blocks_in(cell).map(|at| one(context, at, hidden));
                texts
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    };
    rows.map(row).filter(|row| !row.is_empty()).collect()
}

fn span(span: &Span) -> String {
    let core = span.text.trim_matches(' ');
    if core.trim().is_empty() {
        return span.text.clone();
    }
    let start = span.text.len() - span.text.trim_start_matches(' ').len();
    let lead = &span.text[..start];
    let tail = &span.text[start + core.len()..];
    let mut text = if span.code {
        code(core)
    } else {
        escape(core).replace('\n', "  \n")
    };
    if span.strong {
        text = format!("**{text}**");
    }
    if span.emphasis {
        text = format!("*{text}*");
    }
    if let Some(link) = &span.link {
        text = format!("[{text}](<{}>)", link.replace(['<', '>', ' ', '\n'], ""));
    }
    format!("{lead}{text}{tail}")
}

fn code(text: &str) -> String {
    let ticks = "`".repeat(1 + longest_run(text, '`'));
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

fn fenced(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(3.max(1 + longest_run(text, '`')));
    format!("{fence}\n{text}\n{fence}")
}

fn longest_run(text: &str, wanted: char) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        run = if c == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Escapes what CommonMark would read as markup inside a line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A line that begins like a list item or a rule is text here.
fn guard_start(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && digits < 10 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    if text.starts_with(['-', '+', '=']) {
        return format!("\\{text}");
    }
    text.to_owned()
}

fn quote(text: &str, depth: usize) -> String {
    if depth == 0 || text.is_empty() {
        return text.to_owned();
    }
    let mark = "> ".repeat(depth.min(4));
    text.lines()
        .map(|line| format!("{mark}{line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
