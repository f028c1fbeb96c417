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

/// What the page shows a reader of its article; it fills in where the metadata is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The headline.
    pub headline: Option<String>,
    /// The author line.
    pub byline: Option<String>,
    /// The date line, or the `datetime` of its `<time>`.
    pub published: Option<String>,
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
    pub fn new(said: &Metadata, shown: &Shown, url: Option<&str>) -> Article {
        let mut metadata = said.clone();
        metadata.byline = metadata.byline.or_else(|| shown.byline.clone());
        metadata.published = metadata.published.or_else(|| shown.published.clone());
        metadata.title = shown.headline.clone().or(metadata.title);
        metadata.title = metadata
            .title
            .map(|title| without_site(&title, metadata.site.as_deref()));
        metadata.byline = metadata.byline.as_deref().and_then(plain_byline);
        // An agency signs with its own name; the copy names the source by its address.
        let site = metadata.site.clone();
        metadata.byline = metadata.byline.filter(|name| site.as_ref() != Some(name));
        let address = url
            .map(str::to_owned)
            .or_else(|| metadata.canonical.clone());
        Article { metadata, address }
    }
}

/// A date for the eye: "2020-02-13T19:03:00+00:00" → "2020-02-13 19:03", "2020-02-13T00:00:00Z" → "2020-02-13"; what is
/// no ISO date stays as the page writes it.
pub fn readable_date(date: &str) -> String {
    let digits = |range: std::ops::Range<usize>| {
        date.get(range)
            .is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let at = |place: usize, sign: u8| date.as_bytes().get(place) == Some(&sign);
    let iso = digits(0..4) && at(4, b'-') && digits(5..7) && at(7, b'-') && digits(8..10);
    if !iso {
        return date.to_owned();
    }
    let timed = (at(10, b'T') || at(10, b' ')) && digits(11..13) && at(13, b':') && digits(14..16);
    let midnight = date.get(11..16) == Some("00:00");
    date[..if timed && !midnight { 16 } else { 10 }].replace('T', " ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_readable() {
        assert_eq!(
            readable_date("2020-02-13T19:03:00+00:00"),
            "2020-02-13 19:03"
        );
        assert_eq!(readable_date("2020-02-13T00:00:00Z"), "2020-02-13");
        assert_eq!(readable_date("13 Feb, 2020 19:03"), "13 Feb, 2020 19:03");
    }

    #[test]
    fn titles_lose_the_site_and_bylines_their_preposition() {
        assert_eq!(
            without_site("Old mill reopens - The Post", Some("The Post")),
            "Old mill reopens"
        );
        assert_eq!(
            without_site("Mill - what next?", Some("The Post")),
            "Mill - what next?"
        );
        assert_eq!(
            plain_byline("By  Ann Example").as_deref(),
            Some("Ann Example")
        );
    }
}
