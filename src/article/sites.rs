//! What a site calls itself, to tell it from its authors.

use crate::host::host_in;
use crate::words::words_of;

/// The names a site goes by.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sites<'s> {
    /// As it calls itself.
    name: Option<&'s str>,
    /// As its address does: "thepost.example", "thepost".
    hosts: [Option<&'s str>; 3],
}

impl<'s> Sites<'s> {
    /// The site's own name, and those in an address: "www.thepost.co.example" → "thepost.co.example", "thepost", "co".
    pub(crate) fn of(name: Option<&'s str>, address: &'s str) -> Sites<'s> {
        let host = host_in(address).unwrap_or("");
        let host = host.strip_prefix("www.").unwrap_or(host);
        let labels = host.rsplit_once('.').map_or("", |(front, _)| front);
        let mut labels = labels.split('.');
        let hosts = [Some(host), labels.next(), labels.next()];
        Sites { name, hosts }
    }

    /// A person may have a site in their name, so a host's name is the site's only where it is one word.
    pub(super) fn are(&self, text: &str) -> bool {
        let own = letters(text);
        let is = |name: &str| !own.is_empty() && letters(name) == own;
        let one_word = !text.contains(char::is_whitespace);
        self.name.is_some_and(is) || (one_word && self.hosts.iter().flatten().any(|host| is(host)))
    }

    /// True where a text holds the whole name of the site.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let words = words_of(text);
        let name = words_of(self.name.unwrap_or(""));
        !name.is_empty() && words.windows(name.len()).any(|part| part == name)
    }
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::Sites;

    #[test]
    fn a_site_goes_by_its_name_and_its_host() {
        let sites = Sites::of(Some("The Post"), "https://www.annexample.example/2020/mill");
        assert!(
            sites.are("THE POST") && sites.are("annexample") && sites.are("annexample.example")
        );
        assert!(
            !sites.are("Ann Example"),
            "the address of a blog holds its author's name"
        );
        assert!(sites.are_in("The Post Berlin") && !sites.are_in("Post"));
        let front = Sites::of(None, "https://thepost.example:8080?page=2");
        assert!(front.are("thepost.example"));
    }
}
