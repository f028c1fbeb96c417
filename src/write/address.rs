//! Addresses of links and pictures: absolute, and written so that no format stumbles over them.

use crate::host::without_query;
use crate::outline::{Attr, Outline};
use crate::tag::Tag;

/// What relative addresses are relative to: `<base href>`, else the page's own address.
pub fn base(page: &Outline, own: Option<&str>) -> Option<String> {
    let head = (0..page.len()).take_while(|&id| page.tag(id) != Tag::Body);
    let mut bases = head.filter(|&id| page.tag(id) == Tag::Other && page.tag_name(id) == "base");
    let href = bases.find_map(|id| page.attr(id, Attr::Href));
    href.and_then(|href| address(href, own))
        .or_else(|| own.map(str::to_owned))
}

/// An absolute web address for a link or picture, or nothing for scripts and places on the same page.
pub fn address(href: &str, base: Option<&str>) -> Option<String> {
    let href = &*written(href);
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    let scheme = href.split_once(':').map(|(scheme, _)| scheme).filter(|s| {
        s.starts_with(|c: char| c.is_ascii_alphabetic())
            && s.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    let Some(scheme) = scheme.map(str::to_ascii_lowercase) else {
        return join(base, href);
    };
    let rest = &href[scheme.len() + 1..];
    match &*scheme {
        "mailto" => Some(format!("mailto:{rest}")),
        "http" | "https" if rest.starts_with("//") || !is_of(base, &scheme) => {
            Some(format!("{scheme}://{}", rest.trim_start_matches('/')))
        }
        // Browsers take `https:path` for a path on a page of the same scheme.
        "http" | "https" => join(base, rest),
        _ => None,
    }
}

fn is_of(base: Option<&str>, scheme: &str) -> bool {
    let own = base.and_then(|base| base.split_once("://"));
    own.is_some_and(|(own, _)| own.eq_ignore_ascii_case(scheme))
}

/// Joins a relative address to the page's, enough for links of articles: host, path, and `..`. Where the page has none it
/// stays relative; to a file or a frame without an address nothing can link.
fn join(base: Option<&str>, href: &str) -> Option<String> {
    let Some(base) = base else {
        return Some(href.to_owned());
    };
    let (scheme, rest) = base.split_once("://").filter(|(scheme, _)| {
        ["http", "https"]
            .iter()
            .any(|web| scheme.eq_ignore_ascii_case(web))
    })?;
    if let Some(same_scheme) = href.strip_prefix("//") {
        let host = same_scheme.trim_start_matches('/');
        return Some(format!("{scheme}://{host}"));
    }
    let rest = without_query(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if href.starts_with('/') {
        return Some(format!("{scheme}://{host}{href}"));
    }
    let (steps, query) = href.split_at(href.find(['?', '#']).unwrap_or(href.len()));
    let mut parts: Vec<&str> = path.split('/').collect();
    if !steps.is_empty() {
        parts.pop();
        for step in steps.split('/') {
            match step {
                "." => {}
                ".." => drop(parts.pop()),
                step => parts.push(step),
            }
        }
        // A step to a folder ends in it.
        if matches!(steps.rsplit('/').next(), Some("." | "..")) {
            parts.push("");
        }
    }
    Some(format!("{scheme}://{host}/{}{query}", parts.join("/")))
}

/// An address without what a browser drops from it, and with percent signs for what would end it in Markdown.
fn written(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    let mut path = true;
    for c in href.trim().chars() {
        path &= !matches!(c, '?' | '#');
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' if path => out.push('/'),
            '\\' => out.push_str("%5C"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push_str("%22"),
            '|' => out.push_str("%7C"),
            '`' => out.push_str("%60"),
            c if c.is_control() => {}
            c if c.is_whitespace() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{address, base};
    use crate::read::read;

    #[test]
    fn makes_links_absolute() {
        let base = Some("https://e.org/a/b.html?x#y");
        let of = |href| address(href, base);
        assert_eq!(of("/c").as_deref(), Some("https://e.org/c"));
        assert_eq!(of("../c?d=e").as_deref(), Some("https://e.org/c?d=e"));
        assert_eq!(of("..").as_deref(), Some("https://e.org/"));
        assert_eq!(of(".?b").as_deref(), Some("https://e.org/a/?b"));
        assert_eq!(of("./").as_deref(), Some("https://e.org/a/"));
        assert_eq!(of("//f.org/g").as_deref(), Some("https://f.org/g"));
        assert_eq!(of("?p=2").as_deref(), Some("https://e.org/a/b.html?p=2"));
        assert_eq!(
            of("c?u=/a/../b#/d/../e").as_deref(),
            Some("https://e.org/a/c?u=/a/../b#/d/../e")
        );
        assert_eq!(
            of("10:30-report.html").as_deref(),
            Some("https://e.org/a/10:30-report.html")
        );
        assert_eq!(of("javascript:alert(1)"), None);
        assert_eq!(of("\u{1}java\tscript:alert(1)"), None);
        assert_eq!(of("#note"), None);
    }

    #[test]
    fn slashes_are_counted_as_browsers_count_them() {
        let of = |href, base| address(href, Some(base));
        let (other, same) = ("http://e.org/a", "https://e.org/a");
        let host = Some("https://f.org/g");
        assert_eq!(of("https:/f.org/g", other).as_deref(), host);
        assert_eq!(of("HTTPS:f.org/g", other).as_deref(), host);
        assert_eq!(of("https:////f.org/g", same).as_deref(), host);
        assert_eq!(of("////f.org/g", same).as_deref(), host);
        assert_eq!(of("https:/g", same).as_deref(), Some("https://e.org/g"));
        assert_eq!(address("https:/f.org/g", None).as_deref(), host);
    }

    #[test]
    fn nothing_is_relative_to_what_is_not_on_the_web() {
        for base in ["file:///home/a/b.html", "about:blank", "data:text/html,x"] {
            assert_eq!(address("/c", Some(base)), None, "{base}");
        }
        assert_eq!(address("/c", None).as_deref(), Some("/c"));
        assert!(address("https://e.org/", Some("about:blank")).is_some());
    }

    #[test]
    fn addresses_hold_nothing_that_ends_them() {
        let of = |href| address(href, Some("https://e.org/a"));
        assert_eq!(
            of(" /b c\n|<d>\\ ").as_deref(),
            Some("https://e.org/b%20c%7C%3Cd%3E/")
        );
        assert_eq!(of("/b?c=\\`").as_deref(), Some("https://e.org/b?c=%5C%60"));
    }

    #[test]
    fn links_are_relative_to_the_base_element() {
        let own = Some("https://e.org/a/b");
        let of = |head: &str| {
            base(
                &read(&format!("<html><head>{head}</head><body></body></html>")),
                own,
            )
        };
        assert_eq!(of("<base href='/c/'>").as_deref(), Some("https://e.org/c/"));
        assert_eq!(of("<base target=_top>").as_deref(), own);
    }
}
