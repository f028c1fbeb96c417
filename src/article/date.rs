//! Dates as pages write them, in metadata or for the eye, as ISO 8601.

use super::day::Day;
use super::months;
use crate::chars::plain_digits;

/// A date in a text.
pub(super) struct Found {
    /// The day.
    pub(super) day: Day,
    /// Words before it say that it is the day of a change.
    pub(super) changed: bool,
}

/// A date of the metadata in ISO 8601: as it stands where it is so already, else its day; `None` where it is no date.
///
/// `language` settles 3/4/2020: the month first only where English is written the American way.
pub(super) fn iso(text: &str, language: Option<&str>) -> Option<String> {
    let text = text.trim();
    if let Some(day) = iso_day(text) {
        let rest = text.get(10..).unwrap_or("");
        let timed = rest.starts_with(['T', ' ']) && rest.len() > 5 && rest.as_bytes()[3] == b':';
        return Some(if timed { text.to_owned() } else { day.iso() });
    }
    let found = days(text, language).first().map(|found| found.day);
    found.or_else(|| digits_day(text)).map(Day::iso)
}

/// "20231222T1206" and seconds since 1970.
fn digits_day(text: &str) -> Option<Day> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).next()?;
    match digits.len() {
        8 => Day::new(
            digits[..4].parse().ok()?,
            digits[4..6].parse().ok()?,
            digits[6..].parse().ok()?,
        ),
        10 => Day::after_1970(digits.parse::<i64>().ok()? / 86_400),
        13 => Day::after_1970(digits.parse::<i64>().ok()? / 86_400_000),
        _ => None,
    }
}

/// The day at the beginning of a text in ISO 8601.
pub(super) fn iso_day(text: &str) -> Option<Day> {
    let parts = (
        text.get(..4)?,
        text.get(4..5)?,
        text.get(5..7)?,
        text.get(7..8)?,
        text.get(8..10)?,
    );
    let (year, "-", month, "-", day) = parts else {
        return None;
    };
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Every whole date in a text, in its order.
pub(super) fn days(text: &str, language: Option<&str>) -> Vec<Found> {
    let text = &*plain_digits(text);
    let tokens = tokens(text);
    // A date beside Greek or Chinese is not American, whatever the page forgot to say.
    let latin = text.chars().all(|c| !c.is_alphabetic() || c < '\u{250}');
    let month_first = latin && month_first(language);
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while at < tokens.len() {
        let Some((day, length)) =
            in_words(&tokens[at..], language).or_else(|| in_numbers(&tokens[at..], month_first))
        else {
            at += 1;
            continue;
        };
        let before = text.get(from..tokens[at].start).unwrap_or("");
        let changed = months::tells_of_change(before);
        found.push(Found { day, changed });
        at += length;
        from = tokens[at - 1].end;
    }
    found
}

/// A date of the metadata, as it stands where it can't be read.
pub(super) fn iso_or_raw(text: &str, language: Option<&str>) -> String {
    iso(text, language).unwrap_or_else(|| text.trim().to_owned())
}

/// American and unmarked English write the month first.
fn month_first(language: Option<&str>) -> bool {
    let tag = language
        .unwrap_or("en")
        .to_ascii_lowercase()
        .replace('_', "-");
    matches!(tag.as_str(), "en" | "en-us" | "en-ca" | "en-ph")
}

/// A number or a word of a text.
struct Token<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    number: Option<u32>,
    /// The sign between this token and the next, a space where there is none.
    sign: char,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            // A space beside a sign says nothing more.
            if let Some(last) = out.last_mut().filter(|_| !first.is_whitespace()) {
                last.sign = first;
            }
            continue;
        }
        let digits = first.is_ascii_digit();
        let mut end = start + first.len_utf8();
        while let Some((at, c)) =
            chars.next_if(|(_, c)| c.is_alphanumeric() && c.is_ascii_digit() == digits)
        {
            end = at + c.len_utf8();
        }
        let text = &text[start..end];
        let number = text.parse().ok().filter(|_| digits);
        out.push(Token {
            text,
            start,
            end,
            number,
            sign: ' ',
        });
        if out.len() >= MOST_TOKENS {
            break;
        }
    }
    out
}

/// Lines with a date are short.
const MOST_TOKENS: usize = 60;

/// "22 December 2023", "Dec. 22, 2023", "2023 December 22", "22nd of December 2023"; with the number of tokens.
fn in_words(tokens: &[Token<'_>], language: Option<&str>) -> Option<(Day, usize)> {
    let mut parts: [Option<u32>; 3] = [None; 3];
    let mut order = Vec::with_capacity(3);
    for (at, token) in tokens.iter().enumerate().take(9) {
        // The time of "Apr 28 19:20:36 CEST 2023".
        let timed = token.sign == ':' || (at > 0 && tokens[at - 1].sign == ':');
        let part = match token.number {
            Some(_) if timed && at > 0 => continue,
            Some(number) if token.text.len() == 4 => (0, number),
            Some(number) if token.text.len() <= 2 => (2, number),
            Some(_) => return None,
            None => match months::month_of_date(token.text, language) {
                Some(month) => (1, month),
                // "22nd of", "22 de", "CEST".
                None if at > 0 && token.text.chars().count() <= 4 => continue,
                None => return None,
            },
        };
        if parts[part.0].replace(part.1).is_some() {
            return None;
        }
        order.push(part.0);
        if let [Some(year), Some(month), Some(day)] = parts {
            // The year stands first or last, never between.
            let whole = order[1] != 0 && (order != [0, 2, 1]);
            return Day::new(year, month, day)
                .filter(|_| whole)
                .map(|d| (d, at + 1));
        }
    }
    None
}

/// "22.12.2023", "2023/12/22", "12/22/23", "2023年12月22日".
fn in_numbers(tokens: &[Token<'_>], month_first: bool) -> Option<(Day, usize)> {
    let east_asian = |at: usize, sign: &str| tokens.get(at).is_some_and(|t| t.text == sign);
    let number = |at: usize| tokens.get(at).and_then(|token| token.number);
    if east_asian(1, "年") || east_asian(1, "년") {
        let day = Day::new(number(0)?, number(2)?, number(4)?)?;
        return Some((day, 5));
    }
    let (a, b, c) = (number(0)?, number(1)?, number(2)?);
    let sign = tokens[0].sign;
    if !matches!(sign, '.' | '/' | '-') || tokens[1].sign != sign {
        return None;
    }
    let lengths = [
        tokens[0].text.len(),
        tokens[1].text.len(),
        tokens[2].text.len(),
    ];
    let day = match lengths {
        [4, 1..=2, 1..=2] => Day::new(a, b, c),
        [1..=2, 1..=2, 2 | 4] => {
            let year = if lengths[2] == 2 { 2000 + c } else { c };
            // Where the order can be told by size, the language does not matter.
            let american = sign == '/' && b <= 31 && (b > 12 || (month_first && a <= 12));
            if american {
                Day::new(year, a, b)
            } else {
                Day::new(year, b, a)
            }
        }
        _ => None,
    }?;
    Some((day, 3))
}

#[cfg(test)]
mod tests;
