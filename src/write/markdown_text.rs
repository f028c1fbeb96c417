//! Text inside a line of Markdown: links, emphasis, and everything that is no markup kept from becoming it.

use crate::write::inline::{Span, same_link};

/// Writes the spans of a block; a line break is a hard one.
pub fn written(spans: &[Span]) -> String {
    let mut out = String::new();
    for (at, span) in spans.iter().enumerate() {
        let begins = at == 0 || !same_link(&spans[at - 1], span);
        let next = spans.get(at + 1);
        let ends = next.is_none_or(|next| !same_link(next, span));
        let (lead, core, tail) = parted(&span.text);
        out.push_str(&hard_breaks(lead));
        if begins && span.link.is_some() {
            // "!" before a link would make it a picture.
            if out.ends_with('!') {
                out.insert(out.len() - 1, '\\');
            }
            out.push('[');
        }
        let after = match (tail.chars().next(), &span.link) {
            (Some(c), _) => Some(c),
            (None, Some(_)) if ends => Some(']'),
            (None, _) => next.and_then(|next| next.text.chars().next()),
        };
        push_styled(&mut out, span, core, after);
        if let (true, Some(link)) = (ends, &span.link) {
            out.push_str(&format!("](<{}>)", entities_guarded(link)));
        }
        out.push_str(&hard_breaks(tail));
    }
    out.trim().to_owned()
}

/// The white space before a text, the text, and the white space after it.
fn parted(text: &str) -> (&str, &str, &str) {
    let core = text.trim();
    let lead = text.len() - text.trim_start().len();
    let (lead, rest) = text.split_at(lead);
    (lead, core, &rest[core.len()..])
}

fn hard_breaks(text: &str) -> String {
    text.replace('\n', "  \n")
}

fn push_styled(out: &mut String, span: &Span, core: &str, after: Option<char>) {
    if core.is_empty() {
        return;
    }
    let text = if span.code {
        code(core)
    } else {
        hard_breaks(&escape(core))
    };
    let marks = match (span.strong, span.emphasis) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let struck = if span.struck { "~~" } else { "" };
    let open = format!("{marks}{struck}");
    // What stands next to the outermost marks.
    let inside = if marks.is_empty() { &text } else { struck };
    let inside = if inside.is_empty() { &text } else { inside };
    if can_mark(out, &open, inside, after) {
        out.push_str(&format!("{open}{text}{struck}{marks}"));
    } else {
        out.push_str(&text);
    }
}

/// True where these marks around a text are read as emphasis: CommonMark looks at the characters on both sides of them.
/// Where they would not be, they would stand there as text.
fn can_mark(written: &str, marks: &str, text: &str, after: Option<char>) -> bool {
    let before = written.chars().next_back();
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = word(text.chars().next()) || apart(before);
    let closes = word(text.chars().next_back()) || apart(after);
    // Next to others of their kind they would be read as one run.
    let joins = before.is_some_and(|before| marks.starts_with(before));
    !joins && opens && closes
}

fn code(text: &str) -> String {
    let text = text.replace('\n', " ");
    let ticks = "`".repeat(1 + longest_run(&text, '`'));
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A code block, and the language it is in; empty for none that is known.
pub fn fenced(text: &str, language: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(3.max(1 + longest_run(text, '`')));
    format!("{fence}{language}\n{text}\n{fence}")
}

fn longest_run(text: &str, wanted: char) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        run = if c == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Escapes what CommonMark would read as markup anywhere in a line.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~')
            || (c == '&' && begins_entity(&text[at..]));
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn begins_entity(text: &str) -> bool {
    // The longest name has 31 letters.
    let mut name = text.chars().skip(1).take(33);
    let end = name.find(|c| !c.is_ascii_alphanumeric() && *c != '#');
    end == Some(';')
}

/// An address whose `&copy;` stays what it is.
fn entities_guarded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        out.push(c);
        if c == '&' && begins_entity(&url[at..]) {
            out.push_str("amp;");
        }
    }
    out
}

/// A text without its line breaks, hard ones and others.
pub fn in_one_line(text: &str) -> String {
    text.replace("  \n", " ").replace('\n', " ")
}

/// A heading of one line.
pub fn heading(level: usize, text: &str) -> String {
    let text = in_one_line(text);
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    // Number signs at the end would be read as the heading's own.
    let bare = text.trim_end_matches('#');
    let closes = bare.len() < text.len() && (bare.is_empty() || bare.ends_with(' '));
    let guard = if closes { "\\" } else { "" };
    format!("{} {bare}{guard}{}", "#".repeat(level), &text[bare.len()..])
}

/// The text of a table's cell, whose borders are no text.
pub fn in_cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// Lines that begin like a list item, a rule, a heading or a quotation are text here.
pub fn guarded(text: &str) -> String {
    let lines = text.split('\n').map(|line| guard_start(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n")
}

fn guard_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && digits < 10 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['-', '+', '=', '#', '>', '|', ':']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span {
            text: text.into(),
            ..Span::default()
        }
    }

    fn strong(text: &str) -> Span {
        Span {
            strong: true,
            ..span(text)
        }
    }

    #[test]
    fn emphasis_that_would_not_be_read_is_left_out() {
        assert_eq!(
            written(&[span("a "), strong("“b”"), span(" c")]),
            "a **“b”** c"
        );
        assert_eq!(
            written(&[span("这是"), strong("“b”"), span("的")]),
            "这是“b”的"
        );
        assert_eq!(
            written(&[span("un"), strong("believ"), span("able")]),
            "un**believ**able"
        );
        let emphasis = Span {
            emphasis: true,
            ..span("b")
        };
        assert_eq!(written(&[strong("a"), emphasis]), "**a**b");
    }

    #[test]
    fn a_mark_before_a_link_makes_no_picture() {
        let link = Span {
            link: Some("https://e.org/?a&copy;=1".into()),
            ..span("here")
        };
        assert_eq!(
            written(&[span("Look!"), link]),
            "Look\\![here](<https://e.org/?a&amp;copy;=1>)"
        );
    }

    #[test]
    fn lines_stay_text() {
        assert_eq!(guarded("1. a  \n# b  \n- c"), "1\\. a  \n\\# b  \n\\- c");
        assert_eq!(heading(2, "C ##"), "## C \\##");
        assert_eq!(heading(2, "C#"), "## C#");
        assert_eq!(escape("a & b &amp; c"), "a & b \\&amp; c");
    }
}
