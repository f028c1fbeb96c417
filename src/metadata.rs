//! What a page's head says of its article.

use serde::Serialize;

/// The article's metadata; a field is `None` where the page does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Authors, joined by commas.
    pub byline: Option<String>,
    /// When it was published: ISO 8601, with a time where the page's metadata has one; as the page writes it where that
    /// can't be read.
    pub published: Option<String>,
    /// When it was last changed, written like `published`.
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
    /// The author fields one by one, as the page writes them.
    #[serde(skip)]
    pub authors: Vec<String>,
    /// Everything the page calls its title.
    #[serde(skip)]
    pub titles: Vec<String>,
    /// The page says that it is an article: JSON-LD with a headline and the date it was published, or `og:type`.
    #[serde(skip)]
    pub declared: bool,
    /// The article's text as JSON-LD gives it, often cut short.
    #[serde(skip)]
    pub body: Option<String>,
    /// What the article is made of beside prose, as JSON-LD gives it: a recipe's ingredients and steps.
    #[serde(skip)]
    pub parts: Vec<String>,
    /// How long a recipe takes, as JSON-LD gives it: each of its times, in minutes.
    #[serde(skip)]
    pub minutes: Vec<u32>,
    /// JSON-LD says that the article, or a part of it, is not free to read.
    #[serde(skip)]
    pub paid: bool,
    /// Words of the whole article, as JSON-LD counts them.
    #[serde(skip)]
    pub words: Option<u32>,
    /// The page says that it is for something else: a product for sale, a video, music, or a person's profile.
    #[serde(skip)]
    pub offers: bool,
}
