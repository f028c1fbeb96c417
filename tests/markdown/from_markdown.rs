//! Markdown as lines, read by pulldown-cmark. The form is that of `from_html`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::row;
use crate::common::squeeze;

/// What is in a copy besides CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// How many hard line breaks there are.
pub fn hard_breaks(markdown: &str) -> usize {
    let events = Parser::new_ext(markdown, OPTIONS);
    events.filter(|event| *event == Event::HardBreak).count()
}

pub fn lines(markdown: &str) -> Vec<String> {
    let mut out = Lines::default();
    for event in Parser::new_ext(markdown, OPTIONS) {
        out.event(event);
    }
    out.lines
}

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    /// One for each open container: a quotation's mark, an item's mark.
    path: Vec<String>,
    /// The next number of each open list.
    lists: Vec<Option<u64>>,
    text: String,
    cells: Vec<String>,
    kind: Option<String>,
    /// The links and pictures that are open: where their text begins, and where they lead.
    addresses: Vec<(usize, String)>,
}

impl Lines {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text.push_str(&text),
            Event::Code(text) => self.text.push_str(&format!("`{}`", squeeze(&text))),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            other => self.lines.push(format!("nobody wrote {other:?}")),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => self.open("> ".to_owned()),
            Tag::List(start) => {
                self.flush();
                self.lists.push(start);
            }
            Tag::Item => {
                let number = self.lists.last_mut().expect("an item stands in a list");
                let mark = number.map_or("- ".to_owned(), |n| format!("{n}. "));
                *number = number.map(|n| n + 1);
                self.open(mark);
            }
            Tag::Heading { level, .. } => self.begin(&level.to_string()),
            Tag::Paragraph => self.begin("p"),
            Tag::CodeBlock(_) => self.begin("code"),
            Tag::TableHead | Tag::TableRow => self.begin("row"),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.addresses.push((self.text.len(), dest_url.to_string()));
            }
            Tag::Table(_) | Tag::TableCell | Tag::Strong | Tag::Emphasis | Tag::Strikethrough => {}
            other => self.lines.push(format!("nobody wrote {other:?}")),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.flush();
                self.path.pop();
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock => self.flush(),
            TagEnd::TableCell => {
                let cell = squeeze(&std::mem::take(&mut self.text));
                self.cells.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.text = row(&std::mem::take(&mut self.cells));
                self.flush();
            }
            TagEnd::Link => self.address("["),
            TagEnd::Image => self.address("!["),
            _ => {}
        }
    }

    /// Marks the text of a link or picture; white space at its ends is left outside.
    fn address(&mut self, mark: &str) {
        let (start, address) = self.addresses.pop().expect("what ends has begun");
        let text = self.text.split_off(start);
        let lead = text.len() - text.trim_start().len();
        let (core, tail) = (text.trim(), &text[text.trim_end().len().max(lead)..]);
        let lead = &text[..lead];
        self.text
            .push_str(&format!("{lead}{mark}{core}]({address}){tail}"));
    }

    fn open(&mut self, mark: String) {
        self.flush();
        self.path.push(mark);
    }

    fn begin(&mut self, kind: &str) {
        self.flush();
        self.kind = Some(kind.to_owned());
    }

    /// Ends a block; the words of a tight item are a block, too.
    fn flush(&mut self) {
        let kind = self.kind.take();
        let text = std::mem::take(&mut self.text);
        let text = match kind.as_deref() {
            Some("code") => text.trim_end_matches('\n').to_owned(),
            _ => squeeze(&text),
        };
        if kind.is_some() || !text.is_empty() {
            let kind = kind.unwrap_or("p".to_owned());
            self.lines
                .push(format!("{}{kind} {text}", self.path.concat()));
        }
    }
}
