//! A block's text with its links and emphasis, and the addresses of links and pictures.

use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// A stretch of a block's text under the same inline elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text, white space squeezed; a line break is `\n`.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Inline code.
    pub code: bool,
    /// Where it links to.
    pub link: Option<String>,
}

/// The spans of a block, muted and hidden elements left out.
pub fn spans(context: &Context<'_>, at: BlockId, hidden: &[bool], base: Option<&str>) -> Vec<Span> {
    let page = context.page;
    let block = &context.blocks[at];
    let mut out: Vec<Span> = Vec::new();
    let mut space = true;
    for run in &page.runs[block.runs.0 as usize..block.runs.1 as usize] {
        if hidden[run.node as usize] || page.node(run.node).foreign {
            continue;
        }
        let mut span = style(page, run.node, block.node, base);
        push_squeezed(
            page,
            run.node,
            page.run_text(run),
            &mut space,
            &mut span.text,
        );
        match out.last_mut() {
            Some(last) if same_style(last, &span) => last.text.push_str(&span.text),
            _ if span.text.is_empty() => {}
            _ => out.push(span),
        }
    }
    trim_end(&mut out);
    out
}

fn push_squeezed(page: &Outline, node: NodeId, text: &str, space: &mut bool, out: &mut String) {
    if page.tag(node) == Tag::Br {
        // A line break eats the space before it.
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
        *space = true;
        return;
    }
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

fn trim_end(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
}

fn same_style(one: &Span, other: &Span) -> bool {
    one.strong == other.strong
        && one.emphasis == other.emphasis
        && one.code == other.code
        && one.link == other.link
}

fn style(page: &Outline, node: NodeId, block: NodeId, base: Option<&str>) -> Span {
    let mut span = Span {
        text: String::new(),
        strong: false,
        emphasis: false,
        code: false,
        link: None,
    };
    for id in std::iter::once(node)
        .chain(page.ancestors(node))
        .take_while(|&id| id != block)
    {
        match page.tag(id) {
            Tag::B | Tag::Strong => span.strong = true,
            Tag::I | Tag::Em | Tag::Cite => span.emphasis = true,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => span.code = true,
            Tag::A => {
                span.link = page
                    .attr(id, Attr::Href)
                    .and_then(|href| address(href, base))
            }
            _ => {}
        }
    }
    span
}

/// The plain text of a block.
pub fn plain(context: &Context<'_>, at: BlockId, hidden: &[bool]) -> String {
    spans(context, at, hidden, None)
        .into_iter()
        .map(|span| span.text)
        .collect()
}

/// The text of preformatted code, as it stands.
pub fn preformatted(
    context: &Context<'_>,
    blocks: std::ops::Range<BlockId>,
    hidden: &[bool],
) -> String {
    let page = context.page;
    let runs = blocks.flat_map(|at| {
        let (start, end) = context.blocks[at].runs;
        &page.runs[start as usize..end as usize]
    });
    let text: String = runs
        .filter(|run| !hidden[run.node as usize])
        .map(|run| page.run_text(run))
        .collect();
    text.trim_matches('\n').trim_end().to_owned()
}

/// An absolute web address for a link or picture, or nothing for scripts and places on the same page.
pub fn address(href: &str, base: Option<&str>) -> Option<String> {
    let href = href.trim();
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    let scheme = href.split_once(':').map(|(scheme, _)| scheme).filter(|s| {
        s.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        Some("http" | "https" | "mailto") => Some(href.to_owned()),
        Some(_) => None,
        None => Some(join(base, href)),
    }
}

/// Joins a relative address to the page's, enough for links of articles: host, path, and `..`.
fn join(base: Option<&str>, href: &str) -> String {
    let Some((scheme, rest)) = base.and_then(|base| base.split_once("://")) else {
        return href.to_owned();
    };
    if let Some(same_scheme) = href.strip_prefix("//") {
        return format!("{scheme}://{same_scheme}");
    }
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if href.starts_with('/') {
        return format!("{scheme}://{host}{href}");
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    let keep = !href.starts_with('?');
    if keep {
        parts.pop();
    }
    for part in if keep {
        href.split('/').collect::<Vec<_>>()
    } else {
        Vec::new()
    } {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let query = if keep { "" } else { href };
    format!("{scheme}://{host}/{}{query}", parts.join("/"))
}

/// The address of a picture that is shown: the lazy source where the plain one is a stand-in. Icons and counting
/// pixels have none.
pub fn picture_address(page: &Outline, id: NodeId) -> Option<&str> {
    let lazy = page.attr(id, Attr::LazySrc);
    let set = page.attr(id, Attr::SrcSet).and_then(largest);
    let plain = page
        .attr(id, Attr::Src)
        .filter(|src| !src.is_empty() && !src.starts_with("data:"));
    let found = lazy.or(plain).or(set)?;
    let lower = found.to_ascii_lowercase();
    let pixel = ["pixel", "spacer", "blank.gif", "1x1", "/icons/", "sprite"]
        .iter()
        .any(|name| lower.contains(name));
    (!pixel && !lower.starts_with("data:")).then_some(found)
}

/// The last address of a `srcset`, mostly the largest.
fn largest(set: &str) -> Option<&str> {
    set.rsplit(", ")
        .find_map(|part| part.split_whitespace().next())
        .filter(|url| !url.starts_with("data:"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn makes_links_absolute() {
        let base = Some("https://e.org/a/b.html?x#y");
        let of = |href| address(href, base);
        assert_eq!(of("/c").as_deref(), Some("https://e.org/c"));
        assert_eq!(of("../c?d=e").as_deref(), Some("https://e.org/c?d=e"));
        assert_eq!(of("//f.org/g").as_deref(), Some("https://f.org/g"));
        assert_eq!(of("?p=2").as_deref(), Some("https://e.org/a/b.html?p=2"));
        assert_eq!(of("javascript:alert(1)"), None);
        assert_eq!(of("#note"), None);
    }
}
