//! The byline: what the page says of its authors, checked against what it shows.

use super::Shown;
use super::groups::is_account;
use super::names::{MOST_AUTHORS, Name, NameKind, names_in, same};
use super::sites::Sites;

/// The authors' names, joined by commas; `declared` are the author fields of the page's metadata, `sites` the names of
/// the site.
pub(super) fn byline(declared: &[String], shown: &Shown, sites: &Sites<'_>) -> Option<String> {
    let mut said = names_of(declared, sites);
    if said.is_empty() {
        said.extend(declared.iter().find_map(|field| small_name(field)));
    }
    let seen = names_of(&shown.authors, sites);
    let names = choose(said, seen, shown, sites);
    let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// The names in all lines, each once, only those of the best kind.
fn names_of(lines: &[String], sites: &Sites<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let all = lines.iter().flat_map(|line| names_in(line, sites));
    for name in all.take(MOST_AUTHORS) {
        if !names.iter().any(|held| same(&held.text, &name.text)) {
            names.push(name);
        }
    }
    let best = names.iter().map(|name| name.kind).max();
    names.retain(|name| Some(name.kind) == best);
    names
}

/// A name of two or three words that its field writes small: "ann example".
fn small_name(field: &str) -> Option<Name> {
    let words = field.split_whitespace().count();
    let letters = field.chars().all(|c| c.is_lowercase() || c.is_whitespace());
    let name = Name {
        text: field.to_owned(),
        kind: NameKind::Word,
        certain: true,
    };
    ((2..=3).contains(&words) && letters).then_some(name)
}

fn choose(said: Vec<Name>, seen: Vec<Name>, shown: &Shown, sites: &Sites<'_>) -> Vec<Name> {
    let are_people = |names: &[Name]| {
        names
            .first()
            .is_some_and(|name| name.kind == NameKind::Person)
    };
    match (are_people(&said), are_people(&seen)) {
        (true, true) => people(said, seen, shown),
        (true, false) => said,
        (false, true) => seen,
        (false, false) if seen.is_empty() => {
            let beside =
                [&shown.dated, &shown.sign_off].map(|line| names_of(line.as_slice(), sites));
            let signed = beside.into_iter().find(|names| are_people(names));
            signed.unwrap_or_else(|| nameless(said, seen))
        }
        (false, false) => nameless(said, seen),
    }
}

/// People in the metadata and people on the page.
fn people(said: Vec<Name>, seen: Vec<Name>, shown: &Shown) -> Vec<Name> {
    let is_in =
        |name: &Name, names: &[Name]| names.iter().any(|other| same(&other.text, &name.text));
    let agree = seen.iter().any(|name| is_in(name, &said));
    let visible = |name: &Name| shown.near.iter().any(|line| same(line, &name.text));
    if !agree && !said.iter().any(visible) {
        // The metadata names whoever put the page into the system.
        return seen;
    }
    let more: Vec<Name> = seen
        .into_iter()
        .filter(|name| agree && name.certain && !is_in(name, &said))
        .collect();
    [said, more].concat()
}

/// Agencies, newsrooms, pen names. The site's own name counts only where the page shows it as the author.
fn nameless(said: Vec<Name>, seen: Vec<Name>) -> Vec<Name> {
    let kind = |names: &[Name]| names.first().map(|name| name.kind);
    let account = |name: &Name| name.kind == NameKind::Nobody && is_account(&name.text);
    if kind(&seen) >= kind(&said) {
        return seen.into_iter().filter(|name| !account(name)).collect();
    }
    said.into_iter()
        .filter(|name| name.kind > NameKind::Nobody)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(declared: &[&str], authors: &[&str], near: &[&str]) -> Option<String> {
        let owned = |texts: &[&str]| {
            texts
                .iter()
                .map(|&text| text.to_owned())
                .collect::<Vec<_>>()
        };
        let shown = Shown {
            authors: owned(authors),
            near: owned(near),
            ..Shown::default()
        };
        let sites = Sites::of(Some("The Post"), "");
        byline(&owned(declared), &shown, &sites)
    }

    #[test]
    fn the_page_shows_who_wrote_it_where_the_metadata_names_someone_else() {
        assert_eq!(
            from(&["Cy Deskman"], &["By Ann Example"], &[]).as_deref(),
            Some("Ann Example")
        );
        assert_eq!(
            from(&["Cy Scribe"], &["By Ann Example"], &["Text: Cy Scribe"]).as_deref(),
            Some("Cy Scribe")
        );
        assert_eq!(
            from(&["The Post"], &["Ann Example"], &[]).as_deref(),
            Some("Ann Example")
        );
    }

    #[test]
    fn names_of_page_and_metadata_complete_each_other() {
        assert_eq!(
            from(
                &["Ann B. Example"],
                &["By Ann Example and Bo Beispiel"],
                &[]
            )
            .as_deref(),
            Some("Ann B. Example, Bo Beispiel")
        );
        assert_eq!(
            from(
                &["Ann Example", "Bo Beispiel"],
                &["Ann Example and others"],
                &[]
            )
            .as_deref(),
            Some("Ann Example, Bo Beispiel")
        );
    }

    #[test]
    fn the_site_is_an_author_only_where_it_signs() {
        assert_eq!(from(&["The Post"], &[], &[]), None);
        assert_eq!(
            from(&["The Post"], &["The Post"], &[]).as_deref(),
            Some("The Post")
        );
        assert_eq!(from(&["The Post"], &["AFP"], &[]).as_deref(), Some("AFP"));
        assert_eq!(
            from(&["News Staff"], &[], &[]).as_deref(),
            Some("News Staff")
        );
    }

    #[test]
    fn the_label_of_a_list_of_authors_is_none() {
        let html = format!(
            "<main><h1>The lamp stays lit until the spring</h1><strong id='article-byline'>Article information</strong>\
             <ul><li><span>Author, </span><span>Ida Brandt</span></li><li>Role, reporter</li></ul>{}</main>",
            crate::judge::paragraphs(6)
        );
        let cleaned = crate::clean(&html, &crate::Options::default());
        assert_eq!(
            cleaned.article.metadata.byline.as_deref(),
            Some("Ida Brandt")
        );
    }
}
