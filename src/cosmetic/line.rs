//! One line of a list: hosts, kind and selector.

use rustc_hash::FxHashMap;

use super::{MOST_ON_PAGE, MOST_RULES, Problem};
use crate::host::{is_host, is_within};

/// A line that has the form of a rule. Its selector is not looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// `#@#`: what it names is kept.
    pub exception: bool,
    /// What it names.
    pub selector: &'t str,
    hosts: &'t str,
}

/// Reads a line; `None` for comments and empty lines.
pub fn line(text: &str) -> Result<Option<Line<'_>>, Problem> {
    let text = text.trim();
    // `[Adblock Plus 2.0]` heads exported lists.
    let head = text.starts_with('[') && text.ends_with(']') && !text.contains('#');
    if text.is_empty() || text.starts_with('!') || head {
        return Ok(None);
    }
    let (hosts, rest) = text
        .find('#')
        .map(|at| text.split_at(at))
        .ok_or(Problem::UnknownSyntax)?;
    let (exception, selector) = match (rest.strip_prefix("##"), rest.strip_prefix("#@#")) {
        (Some(selector), _) => (false, selector.trim()),
        (_, Some(selector)) => (true, selector.trim()),
        _ => return Err(Problem::UnknownSyntax),
    };
    let rule = Line {
        exception,
        selector,
        hosts: hosts.trim(),
    };
    if !rule.names().all(|(_, name)| is_host(name)) {
        return Err(Problem::BadHost);
    }
    // `##+js(…)` is a scriptlet, `##^` filters the response.
    if selector.starts_with(['+', '^']) {
        return Err(Problem::UnknownSyntax);
    }
    if selector.is_empty() {
        return Err(Problem::EmptySelector);
    }
    Ok(Some(rule))
}

impl<'t> Line<'t> {
    /// The host names, each with whether the rule applies to it.
    fn names(&self) -> impl Iterator<Item = (bool, &'t str)> {
        // Without hosts there are no names; a comma at the end is a name left empty.
        let none = usize::from(self.hosts.is_empty());
        let names = self.hosts.split(',').skip(none).map(str::trim);
        names.map(|name| match name.strip_prefix('~') {
            Some(excluded) => (false, excluded),
            None => (true, name),
        })
    }

    /// True where the rule applies to pages of `host`. The longest name that fits decides, so that
    /// `example.com,~blog.example.com` means what it says in any order.
    pub fn applies_to(&self, host: Option<&str>) -> bool {
        let fits = |(_, name): &(bool, &str)| host.is_some_and(|host| is_within(host, name));
        let closest = self.names().filter(fits).max_by_key(|(_, name)| name.len());
        match closest {
            Some((applies, _)) => applies,
            None => !self.names().any(|(applies, _)| applies),
        }
    }
}

/// How many rules a list has, and for which hosts.
#[derive(Default)]
pub(super) struct Counts<'t> {
    all: usize,
    everywhere: usize,
    by_host: FxHashMap<&'t str, usize>,
}

impl<'t> Counts<'t> {
    /// Counts a rule, or says that it is one too many.
    pub(super) fn add(&mut self, rule: &Line<'t>) -> Result<(), Problem> {
        self.all += 1;
        let named: Vec<&str> = rule.names().filter(|(on, _)| *on).map(|(_, n)| n).collect();
        if named.is_empty() {
            self.everywhere += 1;
        }
        let mut most = self.everywhere;
        for name in named {
            let count = self.by_host.entry(name).or_default();
            *count += 1;
            most = most.max(*count + self.everywhere);
        }
        if self.all > MOST_RULES || most > MOST_ON_PAGE {
            return Err(Problem::TooMany);
        }
        Ok(())
    }
}
