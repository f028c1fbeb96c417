//! Parts of addresses: host names, of pages and in rules, and what stands before a query.

/// The host of an address in lower case, without port; `None` for addresses without one.
pub fn host_of(url: &str) -> Option<String> {
    host_in(url).map(str::to_ascii_lowercase)
}

/// The same as the address writes it.
pub fn host_in(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let host = host.trim_end_matches('.');
    (!host.is_empty()).then_some(host)
}

/// An address up to its query and its place on the page.
pub fn without_query(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

/// True for the address of a site's front page; of one within the site, for the path alone.
pub fn is_front(address: &str) -> bool {
    let path = without_query(address);
    match path.split_once("://") {
        Some((_, rest)) => !rest.trim_end_matches('/').contains('/'),
        None => path == "/",
    }
}

/// True for a host name as browsers write it: dots between labels of letters, digits, `-` and `_`, in ASCII.
pub fn is_host(name: &str) -> bool {
    let label = |label: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        !label.is_empty() && label.len() <= 63 && label.bytes().all(plain)
    };
    name.len() <= 253 && name.split('.').all(label)
}

/// True where a page of `host` is one of `named` or of its subdomains.
pub fn is_within(host: &str, named: &str) -> bool {
    let start = host.len().checked_sub(named.len());
    start.is_some_and(|start| {
        let same = host.as_bytes()[start..].eq_ignore_ascii_case(named.as_bytes());
        same && (start == 0 || host.as_bytes()[start - 1] == b'.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_addresses() {
        for (url, host) in [
            ("https://www.Example.com/a?b#c", Some("www.example.com")),
            ("http://example.com:8080/", Some("example.com")),
            ("https://me:secret@example.com", Some("example.com")),
            ("https://example.com./", Some("example.com")),
            ("https://example.com?x=https://b.com/", Some("example.com")),
            ("http://[::1]:80/", Some("[::1]")),
            ("file:///home/me/page.html", None),
            ("about:blank", None),
            ("", None),
        ] {
            assert_eq!(host_of(url).as_deref(), host, "{url}");
        }
    }

    #[test]
    fn a_host_holds_its_subdomains_and_no_lookalikes() {
        assert!(is_within("example.com", "example.com"));
        assert!(is_within("a.b.example.com", "Example.com"));
        assert!(!is_within("badexample.com", "example.com"));
        assert!(!is_within("example.com", "www.example.com"));
        assert!(!is_within("example.com.evil.net", "example.com"));
    }
}
