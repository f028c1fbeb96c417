//! What the page says of its article.

mod byline;
mod date;
mod day;
mod groups;
mod line;
mod months;
mod name_words;
mod names;
mod published;
mod roster;
mod sites;
mod title;

use crate::bidi::settle;
use crate::metadata::Metadata;

pub(crate) use line::{SEAM, begins_with_by, is_by_alone};
pub(crate) use months::{is_weekday, month};
pub(crate) use names::{NameKind, names_in, names_person};
pub(crate) use roster::{ends_as_reporter, is_reporter, tells_publishing};
pub(crate) use sites::Sites;
use title::{without_count, without_kicker, without_site};

/// What the page shows a reader of its article; the metadata is checked against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The headline.
    pub headline: Option<String>,
    /// Lines that name the authors.
    pub authors: Vec<String>,
    /// Lines with dates, the likeliest first.
    pub dates: Vec<ShownDate>,
    /// All short lines around the headline and below the body, where a name may stand.
    pub near: Vec<String>,
    /// A line with a name before a date, which nothing marks as the author.
    pub dated: Option<String>,
    /// A name below the article.
    pub sign_off: Option<String>,
}

/// A line with a date or time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownDate {
    /// The line.
    pub text: String,
    /// The `datetime` of its `<time>`.
    pub stamp: Option<String>,
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
        let headline = shown.headline.as_deref();
        let headline = headline.map(|text| without_kicker(text, &said.titles));
        let headline = headline.map(|text| without_count(text, &said.titles).to_owned());
        let is_shown = headline.is_some();
        metadata.title = headline
            .or(metadata.title)
            .map(|title| without_site(&title, metadata.site.as_deref(), is_shown));
        let here = url.or(metadata.canonical.as_deref()).unwrap_or("");
        let sites = Sites::of(metadata.site.as_deref(), here);
        metadata.byline = byline::byline(&said.authors, shown, &sites);
        let language = said.language.as_deref();
        metadata.published =
            published::published(said.published.as_deref(), &shown.dates, language);
        metadata.modified = said
            .modified
            .as_deref()
            .map(|text| date::iso_or_raw(text, language));
        let address = url
            .map(str::to_owned)
            .or_else(|| metadata.canonical.clone());
        for words in [
            &mut metadata.title,
            &mut metadata.byline,
            &mut metadata.site,
        ] {
            settle(words.iter_mut());
        }
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
}
