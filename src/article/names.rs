//! Names in author lines and author fields: "Von Ann Example und Bo Beispiel, Berlin | 3 May" → Ann Example, Bo Beispiel.

use super::line::{Part, author_part, parts};
use super::sites::Sites;
use super::{groups, months, name_words, roster};
use crate::words::{by_length, words_of};

/// What a name names, the better the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameKind {
    /// The site itself, a company, an account: "admin", "example.com", "Example Media GmbH".
    Nobody,
    /// A newsroom, an agency.
    Group,
    /// One word: an agency, a pen name, an account's name.
    Word,
    /// A person.
    Person,
}

/// A name and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name as it is to be written.
    pub(crate) text: String,
    /// What it names.
    pub(crate) kind: NameKind,
    /// False for what stands behind a comma, where there may be a job or a place instead of a second author.
    pub(crate) certain: bool,
}

/// True for a line or field whose first name is a person's.
pub(crate) fn names_person(text: &str) -> bool {
    let names = names_in(text, &Sites::default());
    names
        .first()
        .is_some_and(|name| name.kind == NameKind::Person)
}

/// Authors of one article; each is compared with the others.
pub(crate) const MOST_AUTHORS: usize = 50;

/// True where two names name the same: one has all words of the other ("María R. Sahuquillo", "María Sahuquillo").
pub(crate) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (words_of(one), words_of(other));
    let (short, long) = by_length(&one, &other);
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// The names in an author line or field. Jobs, places, dates, addresses and the site's name beside them are left out;
/// where nothing but such stands there, that is what comes back, with its kind.
pub(crate) fn names_in(text: &str, sites: &Sites<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let line = author_part(text);
    if roster::is_credit(line) {
        return names;
    }
    if groups::is_account(line) {
        return vec![Name {
            text: line.to_owned(),
            kind: NameKind::Nobody,
            certain: true,
        }];
    }
    let parts = parts(line);
    let mut before_colon = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let people = names.iter().any(|name| name.kind == NameKind::Person);
        // "Text und Bild: Ann Example".
        if matches!(part.before, ':' | '：') && !people {
            before_colon = std::mem::take(&mut names);
        }
        // A bar, a dot or a date ends the list: what follows is the source, the day, a button.
        if (part.ends_list() && !names.is_empty()) || names.len() == MOST_AUTHORS {
            break;
        }
        add(part, at == 0, sites, &mut names);
    }
    if names.is_empty() {
        names = before_colon;
    }
    // A list with an "and" in it is one of names.
    if parts.iter().any(|part| part.joined) {
        names.iter_mut().for_each(|name| name.certain = true);
    }
    match names.iter().map(|name| name.kind).max() {
        Some(best @ (NameKind::Person | NameKind::Word)) => names.retain(|name| name.kind == best),
        _ => names.truncate(1),
    }
    names
}

fn add(part: &Part<'_>, first: bool, sites: &Sites<'_>, names: &mut Vec<Name>) {
    let last = names.last_mut();
    if let Some(last) = last.filter(|_| roster::is_suffix(part.text)) {
        last.text.push_str(", ");
        last.text.push_str(part.text);
        return;
    }
    let Some(mut name) = name(part, sites) else {
        return;
    };
    if !first && name.kind == NameKind::Word {
        // A single word further on is a place, a degree, a month; "Example Tax & Accounting" is a firm.
        let Some(last) = names.last_mut().filter(|_| part.joined) else {
            return;
        };
        if last.kind == NameKind::Person
            && name.text.contains(char::is_lowercase)
            && !name.text.starts_with(char::is_lowercase)
        {
            last.kind = NameKind::Group;
            last.text = format!("{} & {}", last.text, name.text);
        }
        if last.kind != NameKind::Word {
            return;
        }
    }
    if !first && sites.are_in(&name.text) {
        name.kind = NameKind::Nobody;
    }
    name.certain = names.is_empty();
    if !names.iter().any(|held| same(&held.text, &name.text)) {
        names.push(name);
    }
}

/// The part without the job behind it, if a name is left.
fn name(part: &Part<'_>, sites: &Sites<'_>) -> Option<Name> {
    let mut words = without_day(part);
    // "17. januar 2021 af Ida Brandt".
    let behind_day = part.before.is_numeric() && words.len() > 2;
    if behind_day && words[0].starts_with(char::is_lowercase) && roster::is_preposition(words[0]) {
        words.remove(0);
    }
    let whole = words.join(" ");
    let made = |text: String, kind| {
        Some(Name {
            text,
            kind,
            certain: true,
        })
    };
    if let Some(kind) = known_kind(&whole, sites) {
        return made(whole, kind);
    }
    // "Sam Stone Senior Editor", "Ann Example in Rome", "Bo Li for The Post".
    let ends = |&(at, word): &(usize, &&str)| {
        roster::ends_name(word) || (at > 1 && groups::is_agency(word))
    };
    let is_own = |&(at, word): &(usize, &&str)| roster::is_name_too(word, at) && are_two(&words);
    let end = words
        .iter()
        .enumerate()
        .position(|word| ends(&word) && !is_own(&word));
    if end == Some(0) {
        return made(whole, NameKind::Group).filter(|_| is_desk(&words));
    }
    if let Some(end) = end {
        words.truncate(end);
        cut_beat(&mut words);
    }
    cut_degree(&mut words);
    let kind = kind_of(&words, end.is_some())?;
    let is_name = reads_as_name(part, &words, kind);
    made(readable(&words), kind).filter(|_| is_name)
}

/// "Bei Wang", "Will Read".
fn are_two(words: &[&str]) -> bool {
    words.len() == 2
        && words
            .iter()
            .all(|word| name_words::is_name_word(word, false))
}

/// The words of a part, but for the day behind them: "Ann Example December 3", "Sat, 3 May".
fn without_day<'t>(part: &Part<'t>) -> Vec<&'t str> {
    let text = roster::without_reporter(part.text);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    // "Emily Sun" and "Anna Domenica" are names.
    let is_day =
        |word: &str| months::is_weekday(word) && (words.len() != 2 || part.after.is_numeric());
    let dated = words
        .last()
        .is_some_and(|word| is_day(word) || (part.after.is_numeric() && is_month(word)));
    if dated {
        words.pop();
    }
    words
}

fn is_month(word: &str) -> bool {
    months::month(word.trim_end_matches('.')).is_some()
}

/// "The editors", "Editorial staff": what begins as a job, and is nobody's.
fn is_desk(words: &[&str]) -> bool {
    let the = words.len() > 1 && words[0].eq_ignore_ascii_case("the");
    the || words.iter().any(|word| roster::is_job(word))
}

/// "James Sample Health reporter".
fn cut_beat(words: &mut Vec<&str>) {
    while words.len() > 2 && words.last().is_some_and(|word| roster::is_beat(word)) {
        words.pop();
    }
}

/// "Ann Example MD".
fn cut_degree(words: &mut Vec<&str>) {
    let mut behind = words.iter().skip(2);
    if let Some(at) = behind.position(|word| roster::is_credential(word)) {
        words.truncate(at + 2);
    }
}

/// What words name that no list knows; `cut` where a job or a place stood behind them.
fn kind_of(words: &[&str], cut: bool) -> Option<NameKind> {
    Some(match words {
        [] => return None,
        [word] if name_words::is_uncased(word) && word.chars().count() <= 12 => NameKind::Person,
        [word] if name_words::is_uncased(word) || roster::stands_before(word) || is_month(word) => {
            return None;
        }
        // "Read the whole story".
        [word] if cut && word.contains(char::is_lowercase) => return None,
        [_] => NameKind::Word,
        _ => NameKind::Person,
    })
}

fn reads_as_name(part: &Part<'_>, words: &[&str], kind: NameKind) -> bool {
    let fits = |word: &&str| name_words::is_name_word(word, kind == NameKind::Word);
    // "8:00 AM EST".
    let zone = part.before.is_numeric()
        && words
            .iter()
            .all(|word| word.len() <= 4 && !word.contains(char::is_lowercase));
    let open = words.last().is_some_and(|word| roster::stands_before(word));
    !zone && !open && words.len() <= MOST_WORDS && words.iter().all(fits)
}

/// More words are a sentence.
const MOST_WORDS: usize = 6;

/// What is no person for sure.
fn known_kind(text: &str, sites: &Sites<'_>) -> Option<NameKind> {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    let company = words().any(groups::is_legal_form);
    if sites.are(text) || groups::is_account(text) || company {
        return Some(NameKind::Nobody);
    }
    words().any(groups::is_group).then_some(NameKind::Group)
}

/// Names in capitals as one reads them: "JANE McEXAMPLE-DOE" → "Jane McExample-Doe". One word in capitals is an agency.
fn readable(words: &[&str]) -> String {
    let large = |word: &&str| !word.trim_start_matches("Mc").contains(char::is_lowercase);
    let shouted = words.len() > 1
        && words.iter().all(large)
        && words.iter().any(|word| word.chars().count() > 3);
    if !shouted {
        return words.join(" ");
    }
    let calm: Vec<String> = words.iter().map(|word| calm(word)).collect();
    calm.join(" ")
}

fn calm(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut inside = false;
    for c in word.chars() {
        if inside && !out.ends_with("Mc") {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        inside = c.is_alphabetic();
    }
    out
}

#[cfg(test)]
mod tests;
