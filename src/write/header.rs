//! The lines above the body of a copy, from a template.

use crate::article::{Article, readable_date};
use crate::bidi::settled;
use crate::options::HEADER;
use crate::write::address::address;

/// One line of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// It holds the title: a heading where the format has headings.
    pub headline: bool,
    /// What it says. Without parts the line is blank.
    pub parts: Vec<Part>,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words, of the template or the page.
    Words(String),
    /// The page's address.
    Address(String),
}

impl Part {
    /// What it says, as plain text.
    pub fn text(&self) -> &str {
        match self {
            Part::Words(text) | Part::Address(text) => text,
        }
    }
}

/// Fills in a template. A line whose fields are all absent vanishes; elsewhere an absent field takes along the words
/// that tie it to its neighbours. What is no field stays as it is written.
pub fn header(article: &Article, template: Option<&str>) -> Vec<Line> {
    let mut titled = false;
    let mut out: Vec<Line> = Vec::new();
    for line in template.unwrap_or(HEADER).lines() {
        let Some(parts) = fill(article, line.trim()) else {
            continue;
        };
        let headline = !titled && line.contains("{title}") && article.metadata.title.is_some();
        titled |= headline;
        out.push(Line { headline, parts });
    }
    let last = out.iter().rposition(|line| !line.parts.is_empty());
    out.truncate(last.map_or(0, |at| at + 1));
    out
}

/// A stretch of a template's line.
enum Token<'t> {
    Words(&'t str),
    /// A field: what the page gives for it, `None` where it gives nothing.
    Field(Option<Part>),
}

fn fill(article: &Article, line: &str) -> Option<Vec<Part>> {
    let tokens = tokens(article, line);
    let given = |token: &Token<'_>| matches!(token, Token::Field(Some(_)));
    let fields = tokens.iter().any(|t| matches!(t, Token::Field(_)));
    if fields && !tokens.iter().any(given) {
        return None;
    }
    let absent = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(Token::Field(None)))
    };
    let mut out: Vec<Part> = Vec::new();
    let mut written = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Field(part) => {
                out.extend(part.clone());
                written |= part.is_some();
            }
            // Words belong to the field after them; those behind the last field, or behind one that is absent before
            // anything was written, to the field before them.
            Token::Words(words) => {
                let last = at + 1 == tokens.len();
                let tied =
                    absent(Some(at + 1)) || (absent(at.checked_sub(1)) && (last || !written));
                if !tied {
                    out.push(Part::Words((*words).to_owned()));
                }
            }
        }
    }
    Some(out)
}

fn tokens<'t>(article: &Article, line: &'t str) -> Vec<Token<'t>> {
    let mut out = Vec::new();
    let mut rest = line;
    let mut from = 0;
    while let Some(open) = rest[from..].find('{').map(|at| at + from) {
        let close = rest[open..].find('}').map(|at| at + open);
        let found = close.and_then(|close| Some((close, field(article, &rest[open + 1..close])?)));
        let Some((close, part)) = found else {
            from = open + 1;
            continue;
        };
        if open > 0 {
            out.push(Token::Words(&rest[..open]));
        }
        out.push(Token::Field(part));
        (rest, from) = (&rest[close + 1..], 0);
    }
    if !rest.is_empty() {
        out.push(Token::Words(rest));
    }
    out
}

/// What the page gives for a field; the outer `None` is a name that is no field.
fn field(article: &Article, name: &str) -> Option<Option<Part>> {
    let facts = &article.metadata;
    let date = |date: &Option<String>| date.as_deref().map(readable_date);
    let words = match name {
        "title" => facts.title.clone(),
        "byline" => facts.byline.clone(),
        "date" => date(&facts.published),
        "modified" => date(&facts.modified),
        "site" => facts.site.clone(),
        "url" => return Some(article.address.as_deref().map(source)),
        _ => return None,
    };
    let squeezed = words.map(|text| settled(text.split_whitespace().collect::<Vec<_>>().join(" ")));
    Some(squeezed.filter(|text| !text.is_empty()).map(Part::Words))
}

/// A page from a disk has an address, too, but none to link to.
fn source(url: &str) -> Part {
    let web = address(url, None).filter(|url| url.starts_with("http"));
    web.map_or_else(|| Part::Words(url.to_owned()), Part::Address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Metadata;

    fn article() -> Article {
        let some = |text: &str| Some(text.to_owned());
        Article {
            metadata: Metadata {
                title: some("Old mill\n reopens"),
                byline: some("Ann Example"),
                published: some("2020-02-13T00:00:00Z"),
                site: some("The Post"),
                ..Metadata::default()
            },
            address: some("https://e.org/mill"),
        }
    }

    fn written(article: &Article, template: Option<&str>) -> Vec<String> {
        let line = |line: &Line| line.parts.iter().map(Part::text).collect();
        header(article, template).iter().map(line).collect()
    }

    #[test]
    fn default_has_title_byline_date_and_address() {
        assert_eq!(
            written(&article(), None),
            [
                "Old mill reopens",
                "Ann Example · 2020-02-13",
                "https://e.org/mill"
            ]
        );
    }

    #[test]
    fn absent_fields_take_their_words_along() {
        let mut article = article();
        article.metadata.byline = None;
        let of = |template: &str| written(&article, Some(template));
        assert_eq!(of("By {byline} · {date}"), ["2020-02-13"]);
        assert_eq!(of("{date} · {byline}"), ["2020-02-13"]);
        assert_eq!(of("{title} ({byline})"), ["Old mill reopens"]);
        assert_eq!(of("{site} · {byline} · {date}"), ["The Post · 2020-02-13"]);
        assert_eq!(
            of("{title}\n{byline}\n{modified}\n\n"),
            ["Old mill reopens"]
        );
    }

    #[test]
    fn what_is_no_field_stays() {
        let of = |template: &str| written(&article(), Some(template));
        assert_eq!(of("{x} {title {site}"), ["{x} {title The Post"]);
        assert_eq!(of("---\n\n{ürl}"), ["---", "", "{ürl}"]);
        assert_eq!(of(""), [""; 0]);
    }

    #[test]
    fn only_the_first_title_is_a_headline() {
        let lines = header(&article(), Some("{site}: {title}\n{title}"));
        let headlines: Vec<bool> = lines.iter().map(|line| line.headline).collect();
        assert_eq!(headlines, [true, false]);
    }
}
