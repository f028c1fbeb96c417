//! The title, without what pages put before and behind it.

use crate::blocks::words;

/// "Old mill reopens | The Post" → "Old mill reopens", where the site is called The Post. Behind a bar stands the site's
/// name in most titles, but a headline that the page shows may have two halves of its own.
///
/// Soft hyphens and the like go: they break lines on the page, and stand in the way of whoever searches a copy.
pub(super) fn without_site(title: &str, site: Option<&str>, is_shown: bool) -> String {
    let title = title
        .trim()
        .replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
    // The heading's link to itself.
    let title = title.trim_end_matches(['¶', ' ']).to_owned();
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " • "] {
        if let Some((front, back)) = title.rsplit_once(separator) {
            let named = site.is_some_and(|site| back.trim().eq_ignore_ascii_case(site.trim()));
            let guessed = !is_shown && separator == " | " && front.split_whitespace().count() >= 3;
            if named || guessed {
                return front.trim().to_owned();
            }
        }
    }
    title
}

/// "WaterTown council votes on the weir" → "Town council votes on the weir", where the page calls itself so, or
/// "Weir: Town council votes on the weir": some headings hold the line above the headline, too.
pub(super) fn without_kicker<'t>(shown: &'t str, said: &[String]) -> &'t str {
    if said.iter().any(|title| title.trim() == shown) {
        return shown;
    }
    let ends = said.iter().flat_map(|title| {
        let behind_colon = title.split_once(": ").map(|(_, end)| end);
        [Some(title.as_str()), behind_colon].into_iter().flatten()
    });
    let ends = ends.map(str::trim).filter(|end| is_headline(end));
    let kicker = |end: &&str| {
        let front = shown.strip_suffix(*end);
        front.is_some_and(|front| words(front) <= MOST_KICKER)
    };
    ends.filter(kicker)
        .map(|end| &shown[shown.len() - end.len()..])
        .max_by_key(|end| end.len())
        .unwrap_or(shown)
}

/// "Council votes on the weir (84)" → "Council votes on the weir", where the page calls itself so: some headings end with
/// the number of comments.
pub(super) fn without_count<'t>(shown: &'t str, said: &[String]) -> &'t str {
    let is_count = |tail: &str| {
        tail.chars().any(|c| c.is_ascii_digit())
            && !tail.contains(char::is_alphabetic)
            && tail.starts_with([' ', '('])
            && tail.ends_with(')')
    };
    let title = said
        .iter()
        .map(|title| title.trim())
        .find(|title| is_headline(title) && shown.strip_prefix(*title).is_some_and(is_count));
    title.map_or(shown, |title| &shown[..title.len()])
}

/// A line above the headline is no longer.
const MOST_KICKER: u32 = 6;

/// Long enough to be more than the last words of one.
fn is_headline(text: &str) -> bool {
    words(text) >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_the_site() {
        let cut = |title: &str, is_shown| without_site(title, Some("The Post"), is_shown);
        assert_eq!(
            cut("Old mill reopens - The Post", false),
            "Old mill reopens"
        );
        assert_eq!(cut("Old mill reopens | The Post", true), "Old mill reopens");
        assert_eq!(
            cut("Mill\u{ad}race - what next?", false),
            "Millrace - what next?"
        );
        assert_eq!(cut("Mill race¶", true), "Mill race");
        let halves = "Storm hits the coast | What we know";
        assert_eq!(cut(halves, false), "Storm hits the coast");
        assert_eq!(cut(halves, true), halves);
    }

    #[test]
    fn titles_lose_the_number_of_comments_where_the_page_calls_itself_without_it() {
        let cut = |title: &str| {
            without_count("Council votes on the weir (84)", &[title.to_owned()]).to_owned()
        };
        assert_eq!(
            cut("Council votes on the weir"),
            "Council votes on the weir"
        );
        for title in ["Council votes on the weir (84)", "Council votes on the"] {
            assert_eq!(cut(title), "Council votes on the weir (84)", "{title}");
        }
    }

    #[test]
    fn half_a_headline_is_no_line_above_it() {
        let said = "市長は新しい橋の建設を決定したと発表した".to_owned();
        let cut = |front: &str| {
            let shown = format!("{front}{said}");
            without_kicker(&shown, std::slice::from_ref(&said)) == said
        };
        assert!(cut("速報"));
        assert!(!cut("市議会は反対するも長い議論のすえに"));
    }

    #[test]
    fn titles_lose_the_line_above_them_where_the_page_calls_itself_without_it() {
        let said = |title: &str| {
            without_kicker("WaterCouncil votes on the weir", &[title.to_owned()]).to_owned()
        };
        for title in [
            "Council votes on the weir",
            "The weir: Council votes on the weir",
        ] {
            assert_eq!(said(title), "Council votes on the weir", "{title}");
        }
        for title in [
            "WaterCouncil votes on the weir",
            "on the weir",
            "Council votes",
        ] {
            assert_eq!(said(title), "WaterCouncil votes on the weir", "{title}");
        }
    }
}
