//! What the page says of itself: JSON-LD, Open Graph, microdata, `<meta>`, `<link>`.

use super::json_ld;
use super::referred::MOST_NAMES;
use crate::metadata::Metadata;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// The page's own metadata, each field from the most trustworthy place that has it.
pub fn metadata(page: &Outline, scripts: &[String], title: &str) -> Metadata {
    let tags = MetaTags::of(page);
    let shared = tags
        .first(&["og:title", "twitter:title"])
        .unwrap_or_default();
    let mut said = json_ld::article(scripts, &format!("{title} {shared}"));
    said.titles.extend([shared, title.trim().to_owned()]);
    fill_authors(&mut said, page, &tags);
    let fields = [
        (&mut said.title, TITLE, None),
        (&mut said.published, PUBLISHED, Some("datePublished")),
        (&mut said.modified, MODIFIED, Some("dateModified")),
        (&mut said.site, SITE, None),
        (&mut said.description, DESCRIPTION, None),
        (&mut said.image, IMAGE, None),
    ];
    for (field, names, item) in fields {
        fill(field, || tags.first(names));
        fill(field, || microdata(page, item?));
    }
    fill(&mut said.title, || Some(title.trim().to_owned()));
    // The canonical link speaks for the page; JSON-LD's address is now and then that of the site.
    said.canonical = link(page, "canonical")
        .or_else(|| tags.first(&["og:url"]))
        .or(said.canonical);
    said.language = language(page)
        .or(said.language)
        .or_else(|| tags.first(&["og:locale", "content-language"]));
    let kind = tags.first(&["og:type"]).unwrap_or_default();
    said.declared |= kind.eq_ignore_ascii_case("article");
    said.offers = offers(scripts, &kind);
    said
}

fn fill_authors(said: &mut Metadata, page: &Outline, tags: &MetaTags<'_>) {
    if said.authors.is_empty() {
        said.authors = tags.authors();
    }
    if said.authors.is_empty() {
        said.authors.extend(microdata(page, "author"));
    }
    fill(&mut said.byline, || said.authors.first().cloned());
}

/// As the page's root says, or an element right below it.
fn language(page: &Outline) -> Option<String> {
    let mut first = 0..page.len().min(4);
    let said = first.find_map(|id| page.attr(id, Attr::Lang).filter(|lang| !lang.is_empty()));
    said.map(str::to_owned)
}

/// True for a page that says in JSON-LD or by its `og:type` that it is for something else than reading.
fn offers(scripts: &[String], kind: &str) -> bool {
    let sells = |script: &String| script.contains("\"Product\"") && script.contains("\"offers\"");
    let kinds = ["product", "video", "music", "profile"];
    scripts.iter().any(sells) || kinds.iter().any(|other| kind.starts_with(other))
}

const TITLE: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dc.date.modified",
];

const SITE: &[&str] = &["og:site_name", "application-name", "dc.publisher"];

const DESCRIPTION: &[&str] = &["description", "og:description", "twitter:description"];

const IMAGE: &[&str] = &[
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
];

const AUTHOR: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcsext.author",
];

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "article.published",
    "cxenseparse:recs:publishtime",
    "last-published",
    "iso-8601-publish-date",
];

fn fill(field: &mut Option<String>, find: impl FnOnce() -> Option<String>) {
    if field.as_deref().is_none_or(|v| v.trim().is_empty()) {
        *field = find().filter(|value| !value.trim().is_empty());
    }
}

/// The `<meta>` elements: lower-case name or property, and content.
struct MetaTags<'a>(Vec<(String, &'a str)>);

impl<'a> MetaTags<'a> {
    fn of(page: &'a Outline) -> MetaTags<'a> {
        let metas = (0..page.len()).filter(|&id| page.tag(id) == Tag::Meta);
        MetaTags(metas.filter_map(|id| Self::read(page, id)).collect())
    }

    fn read(page: &'a Outline, id: NodeId) -> Option<(String, &'a str)> {
        let content = page.attr(id, Attr::Content)?.trim();
        let name = [Attr::Property, Attr::Name, Attr::ItemProp, Attr::HttpEquiv]
            .iter()
            .find_map(|&a| page.attr(id, a))?;
        (!content.is_empty()).then(|| (name.trim().to_ascii_lowercase(), content))
    }

    /// The authors as the first of the names says them that gives more than addresses.
    fn authors(&self) -> Vec<String> {
        let of = |name: &&str| {
            let mut all: Vec<String> = Vec::new();
            for (_, content) in self.0.iter().filter(|(key, _)| key == name) {
                let author = super::entities::decode(content).into_owned();
                if all.len() < MOST_NAMES && !author.starts_with("http") && !all.contains(&author) {
                    all.push(author);
                }
            }
            all
        };
        AUTHOR
            .iter()
            .map(of)
            .find(|all| !all.is_empty())
            .unwrap_or_default()
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let (_, content) = self.0.iter().find(|(key, _)| key == name)?;
            Some(super::entities::decode(content).into_owned())
        })
    }
}

fn microdata(page: &Outline, name: &str) -> Option<String> {
    let named = |&id: &NodeId| {
        page.attr(id, Attr::ItemProp)
            .is_some_and(|prop| prop.split_whitespace().any(|p| p == name))
    };
    // Pictures have authors of their own, teasers too.
    let others = |&id: &NodeId| {
        let beside = |up| {
            matches!(
                page.tag(up),
                Tag::Figure | Tag::Figcaption | Tag::Aside | Tag::Nav
            )
        };
        page.ancestors(id).any(beside)
    };
    let id = (0..page.len()).filter(named).find(|id| !others(id))?;
    let value = page
        .attr(id, Attr::DateTime)
        .or_else(|| page.attr(id, Attr::Content))
        .map(str::to_owned);
    value.or_else(|| {
        let named = page
            .descendants(id)
            .find(|&d| page.attr(d, Attr::ItemProp) == Some("name"))
            .unwrap_or(id);
        Some(page.squeezed(named, 120))
    })
}

fn link(page: &Outline, rel: &str) -> Option<String> {
    let is_link = |&id: &NodeId| page.tag(id) == Tag::Link && page.attr(id, Attr::Rel) == Some(rel);
    let id = (0..page.len()).find(is_link)?;
    page.attr(id, Attr::Href)
        .filter(|href| href.starts_with("http"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    #[test]
    fn takes_open_graph_meta_and_microdata_where_json_ld_is_silent() {
        let page = read(
            r#"<html lang="en"><head><title>T | Site</title><meta property="og:title" content="A &amp;amp; B">
            <meta name="author" content="Ann Example"><link rel="canonical" href="https://e.org/a"></head>
            <body><time itemprop="datePublished" datetime="2024-05-06">May 6</time></body></html>"#,
        );
        let said = &page.metadata;
        assert_eq!(said.title.as_deref(), Some("A & B"));
        assert_eq!(said.byline.as_deref(), Some("Ann Example"));
        assert_eq!(said.published.as_deref(), Some("2024-05-06"));
        assert_eq!(said.canonical.as_deref(), Some("https://e.org/a"));
        assert_eq!(said.language.as_deref(), Some("en"));
    }
}
