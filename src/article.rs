//! What the page says of its article.

use serde::Serialize;

/// The article's metadata; a field is `None` where the page does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Authors, joined by commas.
    pub byline: Option<String>,
    /// When it was published, as the page writes it: mostly ISO 8601.
    pub published: Option<String>,
    /// When it was last changed, as the page writes it.
    pub modified: Option<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// Canonical address.
    pub canonical: Option<String>,
    /// Address of the lead picture.
    pub image: Option<String>,
    /// The page's own summary.
    #[serde(skip)]
    pub description: Option<String>,
    /// The page says that it is an article: JSON-LD of an article type, or `og:type`.
    #[serde(skip)]
    pub declared: bool,
    /// The article's text as JSON-LD gives it, often cut short.
    #[serde(skip)]
    pub body: Option<String>,
}

/// The article as the clean found it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// What page and headline agree on.
    pub metadata: Metadata,
    /// The page's address: the caller's, else the canonical one.
    pub address: Option<String>,
}

impl Article {
    /// Checks the page's own metadata against the headline it shows.
    pub fn new(said: &Metadata, headline: Option<&str>, url: Option<&str>) -> Article {
        let mut metadata = said.clone();
        if let Some(shown) = headline.filter(|shown| !shown.is_empty()) {
            metadata.title = Some(shown.to_owned());
        }
        metadata.title = metadata
            .title
            .map(|title| without_site(&title, metadata.site.as_deref()));
        metadata.byline = metadata.byline.as_deref().and_then(plain_byline);
        let address = url
            .map(str::to_owned)
            .or_else(|| metadata.canonical.clone());
        Article { metadata, address }
    }
}

/// "Old mill reopens | The Post" → "Old mill reopens", where the site is called The Post.
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = title.trim();
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " • "] {
        if let Some((front, back)) = title.rsplit_once(separator) {
            let named = site.is_some_and(|site| back.trim().eq_ignore_ascii_case(site.trim()));
            if named || (separator == " | " && front.split_whitespace().count() >= 3) {
                return front.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// A byline without "By" and without addresses; nothing where no name is left.
fn plain_byline(byline: &str) -> Option<String> {
    let squeezed = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = squeezed.to_lowercase();
    let start = [
        "by ",
        "von ",
        "par ",
        "por ",
        "di ",
        "door ",
        "written by ",
        "автор: ",
    ]
    .iter()
    .find(|p| lower.starts_with(**p))
    .map_or(0, |p| p.len());
    let name = squeezed
        .get(start..)
        .unwrap_or("")
        .trim_matches(|c: char| c.is_whitespace() || c == ',' || c == '|');
    (!name.is_empty() && name.chars().count() <= 160).then(|| name.to_owned())
}
