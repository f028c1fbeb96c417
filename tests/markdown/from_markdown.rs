//! Markdown as lines, read by pulldown-cmark. The form is that of `from_html`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::common::squeeze;

/// How many hard line breaks there are.
pub fn hard_breaks(markdown: &str) -> usize {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    events.filter(|event| *event == Event::HardBreak).count()
}

pub fn lines(markdown: &str) -> Vec<String> {
    let mut out = Lines::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
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
    /// Where the links and pictures go that are open.
    addresses: Vec<String>,
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
            Tag::Link { dest_url, .. } => {
                self.text.push('[');
                self.addresses.push(format!("]({dest_url})"));
            }
            Tag::Image { dest_url, .. } => {
                self.text.push_str("![");
                self.addresses.push(format!("]({dest_url})"));
            }
            Tag::Table(_) | Tag::TableCell | Tag::Strong | Tag::Emphasis => {}
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
                self.text = std::mem::take(&mut self.cells).join(" ¦ ");
                self.flush();
            }
            TagEnd::Link | TagEnd::Image => {
                let address = self.addresses.pop().unwrap_or_default();
                let text = self.text.trim_end().len();
                self.text.truncate(text);
                self.text.push_str(&address);
            }
            _ => {}
        }
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
