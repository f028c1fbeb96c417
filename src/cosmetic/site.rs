//! The rules of `rules/sites/`, compiled in.

use super::{Owner, Rule, line, selector};
use crate::host::is_within;

include!(concat!(env!("OUT_DIR"), "/sites.rs"));

/// The rules that we ship for a host.
pub(super) fn site_rules(host: Option<&str>) -> Vec<Rule> {
    rules_in(SITE_RULES, host)
}

/// `table` is sorted by host; the page's host and each domain around it is looked up.
fn rules_in(table: &[(&str, &str)], host: Option<&str>) -> Vec<Rule> {
    let Some(host) = host else {
        return Vec::new();
    };
    let dots = host.match_indices('.').map(|(at, _)| at + 1);
    let names = std::iter::once(0).chain(dots).map(|at| &host[at..]);
    let of_name = |name: &str| {
        let start = table.partition_point(|(known, _)| *known < name);
        let end = table.partition_point(|(known, _)| *known <= name);
        &table[start..end]
    };
    names
        .flat_map(of_name)
        .filter_map(|(named, text)| {
            let found = line(text).ok()??;
            is_within(host, named).then_some(Rule {
                owner: Owner::Site,
                line: 0,
                text: (*text).to_owned(),
                exception: found.exception,
                confirmed: false,
                selector: selector(found.selector).ok()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cosmetic::check_rules;

    #[test]
    fn every_shipped_rule_is_good() {
        for (_, text) in SITE_RULES {
            assert_eq!(check_rules(text).errors, [], "{text}");
        }
        assert!(SITE_RULES.is_sorted());
    }

    #[test]
    fn rules_are_found_by_host_and_by_the_domains_around_it() {
        let table = [
            ("b.example", "b.example##.b"),
            ("example", "example##.top"),
            ("news.a.example", "news.a.example#@#.n"),
        ];
        let found = |host| -> Vec<(String, bool)> {
            let rules = rules_in(&table, host).into_iter();
            rules.map(|r| (r.text, r.exception)).collect()
        };
        let top = ("example##.top".to_owned(), false);
        let news = ("news.a.example#@#.n".to_owned(), true);
        assert_eq!(found(Some("www.news.a.example")), [news, top.clone()]);
        assert_eq!(found(Some("bb.example")), [top]);
        assert_eq!(found(Some("example.org")), []);
        assert_eq!(found(None), []);
    }
}
