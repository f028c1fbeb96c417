//! An author line taken apart: what stands before the names, and the parts between signs and joining words.

use super::roster;

/// The part of a line that names its author: from "By", "Published by" on, up to "edited by".
pub(super) fn author_part(line: &str) -> &str {
    let mut start = 0;
    let mut end = line.len();
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in words(line) {
        if word.eq_ignore_ascii_case("by") {
            match before {
                Some((place, verb)) if roster::is_other_work(verb) => {
                    if line[..place].contains(SIGNS) || start > 0 || begins_with_by(line) {
                        end = place;
                        break;
                    }
                    // "Medically reviewed by" names nobody before it, but may name others behind: "Written by".
                    end = start;
                }
                _ => (start, end) = (at, line.len()),
            }
        }
        before = Some((at, word));
    }
    without_by(line.get(start..end).unwrap_or(""))
}

const SIGNS: [char; 4] = [',', ';', '|', SEAM];

/// The words of a line with their places.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = line.split(|c: char| c.is_whitespace() || c == SEAM);
    words
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
}

/// The line without "By", "Von", "Written by", "Author:", also several of them.
fn without_by(line: &str) -> &str {
    let mut line = begun(line);
    let mut begun_by = false;
    loop {
        let word = line
            .split(|c: char| {
                c.is_whitespace() || matches!(c, ':' | '：' | ',' | '،' | '/' | '／' | SEAM)
            })
            .next()
            .unwrap_or("");
        let rest = line[word.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let colon = line[word.len()..].trim_start().starts_with([':', '：']);
        let next = rest
            .split(|c: char| c.is_whitespace() || c == SEAM)
            .next()
            .unwrap_or("");
        let by = roster::is_by(word)
            || (roster::comes_before_by(word) && (colon || roster::is_by(next)));
        // "By Von Miller": what stands before a name in other languages is one.
        let named = begun_by && is_two_words(word, rest);
        if word.is_empty() || !by || named {
            return line;
        }
        begun_by |= !colon && roster::is_preposition(word);
        line = rest;
    }
}

/// Two words that begin large and no more, of which the first is also what stands before names.
fn is_two_words(word: &str, rest: &str) -> bool {
    let is_large =
        |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let ends = |c: char| c.is_whitespace() || SIGNS.contains(&c);
    let (next, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
    let after = after.trim_start();
    let only = after.is_empty() || after.starts_with(SIGNS);
    roster::is_preposition(word) && is_large(word) && is_large(next) && only
}

/// The line from its first letter on.
fn begun(line: &str) -> &str {
    line.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// True where a line begins as author lines do.
pub(crate) fn begins_with_by(line: &str) -> bool {
    without_by(line).len() < begun(line).len()
}

/// "By", "Author:" and nothing else.
pub(crate) fn is_by_alone(line: &str) -> bool {
    begins_with_by(line) && !without_by(line).contains(char::is_alphanumeric)
}

/// Stands between the texts of two elements that touch on the page: "Ann Example" and "@ann".
pub(crate) const SEAM: char = '\u{1f}';

/// A part of a line.
pub(super) struct Part<'t> {
    pub(super) text: &'t str,
    /// The sign before it.
    pub(super) before: char,
    /// The sign after it.
    pub(super) after: char,
    /// "And" or the like stands before it.
    pub(super) joined: bool,
}

impl Part<'_> {
    /// The sign before this part says that no more names follow.
    pub(super) fn ends_list(&self) -> bool {
        let sign = matches!(
            self.before,
            '|' | '·' | '•' | '–' | '—' | ':' | '(' | '[' | '：' | SEAM
        );
        !self.joined && (sign || self.before.is_numeric())
    }
}

/// The parts between signs and joining words.
pub(super) fn parts(line: &str) -> Vec<Part<'_>> {
    let mut out: Vec<Part<'_>> = Vec::new();
    let (mut start, mut before, mut joined) = (0, ',', false);
    let mut cut = |from: usize, to: usize, before: &mut char, joined: &mut bool, after: char| {
        let text = tidy(&line[from..to]);
        if !text.is_empty() {
            out.push(Part {
                text,
                before: *before,
                after,
                joined: *joined,
            });
            (*before, *joined) = (after, false);
        } else if !matches!(*before, ',' | ';') || after.is_numeric() {
            // Of several signs in a row a comma says most.
            *before = after;
        }
    };
    for (at, c) in line.char_indices() {
        if at < start {
            continue;
        }
        let joining = joining_word(&line[at..]);
        if joining > 0 {
            cut(start, at, &mut before, &mut joined, ',');
            (start, joined) = (at + joining, true);
        } else if is_sign(c, &line[at..]) {
            cut(start, at, &mut before, &mut joined, c);
            start = at + c.len_utf8();
        }
    }
    cut(start, line.len(), &mut before, &mut joined, ' ');
    out
}

/// Without what is no part of a name at either end; the full stop of "Jr." and of initials stays.
fn tidy(part: &str) -> &str {
    let outer = |c: char| !c.is_alphanumeric();
    let part = part
        .trim_start_matches(outer)
        .trim_end_matches(|c| outer(c) && c != '.');
    let last = part.split_whitespace().next_back().unwrap_or("");
    if last.chars().count() > 4 {
        part.trim_end_matches('.')
    } else {
        part
    }
}

fn is_sign(c: char, rest: &str) -> bool {
    matches!(
        c,
        ',' | ';'
            | '|'
            | '/'
            | '·'
            | '•'
            | '–'
            | '—'
            | ':'
            | '('
            | ')'
            | '['
            | ']'
            | '，'
            | '、'
            | '／'
            | '╱'
            | '【'
            | '】'
            | '：'
    ) || c == SEAM
        || c.is_numeric()
        || rest.starts_with(" - ")
}

/// The length of " and " and the like at the beginning of a text, with the spaces around it.
fn joining_word(rest: &str) -> usize {
    let Some(word) = rest.strip_prefix([' ', SEAM]) else {
        return 0;
    };
    let Some(end) = word.find([' ', SEAM]) else {
        return 0;
    };
    if roster::is_joining(&word[..end]) {
        end + 2
    } else {
        0
    }
}
