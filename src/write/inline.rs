//! A block's text with its links and emphasis.

use crate::bidi::{settle, settled};
use crate::blocks::{Hidden, block_element};
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;
use crate::write::address::address;
use crate::write::formula::{is_drawn, joint};
use crate::write::level::{Level, Numbers};
use crate::write::marks::Marks;

/// A stretch of a block's text under the same inline elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text, white space squeezed; a line break is `\n`.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Struck out.
    pub struck: bool,
    /// Inline code.
    pub code: bool,
    /// Where it links to.
    pub link: Option<String>,
    /// Where it stands to its line.
    pub level: Level,
}

/// The spans of a block, muted and hidden elements left out.
pub fn spans(
    context: &Context<'_>,
    at: BlockId,
    hidden: &[bool],
    base: Option<&str>,
    numbers: Numbers,
) -> Vec<Span> {
    let page = context.page;
    let block = &context.blocks[at];
    let mut out: Vec<Span> = Vec::new();
    let mut marks = Marks::new(page, block.node);
    let mut space = true;
    for index in block.runs.0..block.runs.1 {
        let run = &page.runs[index as usize];
        if hidden[run.node as usize]
            || is_drawn(page, run.node)
            || is_kept_from_line(context, run.node, block.node)
        {
            continue;
        }
        let text = page.run_text(run);
        let before = out.last().map_or("", |last: &Span| &last.text);
        let (closing, opening) = marks.between(before, run.node, text);
        close(&mut out, &closing);
        let mut span = style(page, run.node, block.node, base);
        span.text.push_str(&opening);
        span.text.push_str(joint(page, run.node, index));
        if page.tag(run.node) == Tag::Br {
            // A line break eats the space before it.
            trim_end(&mut out, |c| c == ' ');
            span.text.push('\n');
            space = true;
        } else {
            let own = numbers == Numbers::InCharacters;
            let raised = own.then(|| span.level.written(text)).flatten();
            if raised.is_some() {
                span.level = Level::Line;
            }
            push_squeezed(
                raised.as_deref().unwrap_or(text),
                &mut space,
                &mut span.text,
            );
        }
        match out.last_mut() {
            Some(last) if same_style(last, &span) => last.text.push_str(&span.text),
            _ if span.text.is_empty() => {}
            _ => out.push(span),
        }
    }
    settle(out.iter_mut().map(|span| &mut span.text));
    trim_end(&mut out, char::is_whitespace);
    trim_start(&mut out);
    close(&mut out, &marks.end());
    free_blanks(&mut out);
    out
}

/// A part of a line that the page itself hides: a key that a table is sorted by, a note that waits for a click. Formulas
/// are hidden where a picture of them is shown, and the picture is no text.
fn is_kept_from_line(context: &Context<'_>, node: NodeId, line: NodeId) -> bool {
    let page = context.page;
    if page.node(node).foreign {
        return false;
    }
    let up = page.self_and_ancestors(node);
    let mut parts = up.take_while(|&id| id != line && page.tag(id).is_inline());
    parts.any(|id| context.classes.labels.own_hidden(id) == Hidden::Off)
}

/// Puts marks right behind the last word.
fn close(spans: &mut [Span], marks: &str) {
    if let Some(last) = spans.last_mut() {
        let end = last.text.trim_end().len();
        last.text.insert_str(end, marks);
    }
}

/// White space is neither a link nor code.
fn free_blanks(spans: &mut [Span]) {
    let blank = |span: &Span| span.text.trim().is_empty();
    for linked in spans.chunk_by_mut(same_link) {
        let empty = linked.iter().all(blank);
        for span in linked {
            span.code &= !blank(span);
            if empty {
                span.link = None;
            }
        }
    }
}

fn push_squeezed(text: &str, space: &mut bool, out: &mut String) {
    for c in text.chars() {
        let blank = c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
        if !blank {
            out.push(c);
        } else if !*space {
            out.push(' ');
        }
        *space = blank;
    }
}

fn trim_end(spans: &mut Vec<Span>, blank: impl Fn(char) -> bool) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end_matches(&blank).len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
}

/// A block may begin with the line breaks that part it from the one before.
fn trim_start(spans: &mut Vec<Span>) {
    let is_blank = |span: &&Span| span.text.trim_start().is_empty();
    let blank = spans.iter().take_while(is_blank).count();
    spans.drain(..blank);
    if let Some(first) = spans.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
}

fn same_style(one: &Span, other: &Span) -> bool {
    one.strong == other.strong
        && one.emphasis == other.emphasis
        && one.struck == other.struck
        && one.code == other.code
        && one.link == other.link
        && one.level == other.level
}

fn style(page: &Outline, node: NodeId, block: NodeId, base: Option<&str>) -> Span {
    let mut span = Span::default();
    for id in page.self_and_ancestors(node).take_while(|&id| id != block) {
        match page.tag(id) {
            Tag::B | Tag::Strong => span.strong = true,
            Tag::I | Tag::Em | Tag::Cite => span.emphasis = true,
            Tag::S | Tag::Del => span.struck = true,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => span.code = true,
            Tag::A => {
                span.link = page
                    .attr(id, Attr::Href)
                    .and_then(|href| address(href, base))
            }
            tag => span.level = Level::of(tag).unwrap_or(span.level),
        }
    }
    span
}

/// The plain text of a block.
pub fn plain(context: &Context<'_>, at: BlockId, hidden: &[bool], numbers: Numbers) -> String {
    let mut spans = spans(context, at, hidden, None, numbers);
    if numbers == Numbers::InCharacters {
        mark_struck(&mut spans);
    }
    spans.into_iter().map(|span| span.text).collect()
}

/// Puts the marks of Markdown around what is struck out: without, it would read as if it still stood.
fn mark_struck(spans: &mut [Span]) {
    let is_said = |span: &Span| span.struck && !span.text.trim().is_empty();
    for struck in spans.chunk_by_mut(|one, other| is_said(one) && is_said(other)) {
        if let Some(first) = struck.first_mut().filter(|first| is_said(first)) {
            let lead = first.text.len() - first.text.trim_start().len();
            first.text.insert_str(lead, "~~");
            close(struck, "~~");
        }
    }
}

/// The plain text of a block, each link followed by its address.
pub fn wrapped(context: &Context<'_>, at: BlockId, hidden: &[bool], base: Option<&str>) -> String {
    let mut out = String::new();
    let mut spans = spans(context, at, hidden, base, Numbers::InCharacters);
    mark_struck(&mut spans);
    for linked in spans.chunk_by(same_link) {
        let words: String = linked.iter().map(|span| span.text.as_str()).collect();
        let trimmed = words.trim_end();
        out.push_str(trimmed);
        let address = linked.first().and_then(|span| span.link.as_deref());
        if let Some(link) = address.filter(|link| !trimmed.is_empty() && *link != trimmed.trim()) {
            out.push_str(&format!(" <{link}>"));
        }
        out.push_str(&words[trimmed.len()..]);
    }
    out
}

/// Spans of one link stand together, whatever their style.
pub fn same_link(one: &Span, other: &Span) -> bool {
    one.link == other.link
}

/// The text of preformatted code, as it stands.
pub fn preformatted(page: &Outline, node: NodeId, hidden: &[bool]) -> String {
    let mut out = String::new();
    let mut last = node;
    for run in page.runs_of(node) {
        if hidden[run.node as usize] || !page.shows_text(run.node) {
            continue;
        }
        // Some sites put every line of code into a block of its own.
        let line = block_element(page, run.node);
        let breaks = line != last && !out.is_empty() && !out.ends_with('\n');
        if breaks || page.tag(run.node) == Tag::Br {
            out.push('\n');
        }
        out.push_str(page.run_text(run));
        last = line;
    }
    let text = out.trim_matches('\n').trim_end();
    settled(text.to_owned())
}

#[cfg(test)]
mod tests;
