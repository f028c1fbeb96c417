//! When the article was published.

use super::date::{Found, days, iso_day, iso_or_raw};
use super::{ShownDate, months, roster};

/// When the article was published: what the metadata declares, checked against the dates that the page shows.
pub(super) fn published(
    declared: Option<&str>,
    shown: &[ShownDate],
    language: Option<&str>,
) -> Option<String> {
    let found: Vec<Found> = shown
        .iter()
        .flat_map(|date| shown_days(date, language))
        .collect();
    let first = found.iter().find(|date| !date.changed);
    let Some(declared) = declared else {
        // A day that a machine may read, or that is said to be so, is of the page, and not of when somebody joined a forum.
        let told = |date: &&ShownDate| date.stamp.is_some() || says_published(&date.text);
        let told = shown.iter().filter(told);
        let told: Vec<Found> = told.flat_map(|date| shown_days(date, language)).collect();
        let told = told.iter().find(|date| !date.changed);
        let first = told.or(first).or(found.first());
        return first.map(|date| date.day.iso());
    };
    let declared = iso_or_raw(declared, language);
    let Some(day) = iso_day(&declared) else {
        // No date that anyone could read.
        return first.map(|date| date.day.iso()).or(Some(declared));
    };
    let unchanged = || found.iter().filter(|date| !date.changed);
    let confirmed = unchanged().any(|date| date.day == day);
    match first {
        // The metadata counts in another time zone than the page.
        Some(shown) if !confirmed && shown.day.is_same_moment(day, &declared) => {
            Some(shown.day.iso())
        }
        _ => Some(declared),
    }
}

/// "Published on 3 May".
fn says_published(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric());
    let first = words.find(|word| !word.is_empty());
    first.is_some_and(roster::comes_before_by)
}

/// The days a line shows; where it shows none ("two hours ago"), the day of its `<time>`.
fn shown_days(shown: &ShownDate, language: Option<&str>) -> Vec<Found> {
    let found = days(&shown.text, language);
    let stamp = shown.stamp.as_deref().and_then(iso_day);
    match stamp.filter(|_| found.is_empty()) {
        Some(day) => vec![Found {
            day,
            changed: months::tells_of_change(&shown.text),
        }],
        None => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_in_utc_is_of_the_day_that_the_page_shows() {
        let page = |declared: &str, text: &str| {
            let line = ShownDate {
                text: text.to_owned(),
                stamp: None,
            };
            published(Some(declared), &[line], Some("en"))
        };
        let evening = "Updated: March 1, 2024 | Published: Feb. 29, 2024, 7 p.m.";
        assert_eq!(
            page("2024-03-01T00:00:00Z", evening).as_deref(),
            Some("2024-02-29")
        );
        let kept = page("2024-03-01T00:00:00+01:00", evening);
        assert_eq!(kept.as_deref(), Some("2024-03-01T00:00:00+01:00"));
        let other = page("2024-03-01T15:00:00Z", evening);
        assert_eq!(other.as_deref(), Some("2024-03-01T15:00:00Z"));
    }

    #[test]
    fn a_line_with_a_machine_s_day_comes_before_others() {
        let line = |text: &str, stamp: Option<&str>| ShownDate {
            text: text.to_owned(),
            stamp: stamp.map(str::to_owned),
        };
        let joined = line("Joined: 17.01.2004 19:22", None);
        let shown = |posted| published(None, &[joined.clone(), posted], Some("de"));
        let posted = line("1. März 2026, 19:40", Some("2026-03-01T18:40:12Z"));
        assert_eq!(shown(posted).as_deref(), Some("2026-03-01"));
        let event = line("The council meets on 9 October 2026", Some("2026-10-09"));
        let said = line("Published on 3 May 2026", None);
        let day = published(None, &[said, event], Some("en"));
        assert_eq!(day.as_deref(), Some("2026-05-03"));
        let changed = line("Zuletzt geändert: 2. März 2026", Some("2026-03-02"));
        assert_eq!(shown(changed).as_deref(), Some("2004-01-17"));
    }

    #[test]
    fn the_page_shows_the_day_where_the_metadata_has_none_that_can_be_read() {
        let line = ShownDate {
            text: "3 hours ago".into(),
            stamp: Some("2024-02-29T12:00".into()),
        };
        let shown = |declared| published(declared, std::slice::from_ref(&line), None);
        assert_eq!(shown(None).as_deref(), Some("2024-02-29"));
        assert_eq!(shown(Some("Thursday")).as_deref(), Some("2024-02-29"));
        assert_eq!(
            published(Some("Thursday"), &[], None).as_deref(),
            Some("Thursday")
        );
    }
}
