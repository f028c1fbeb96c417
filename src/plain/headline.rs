//! The headline: found among the lines above the first paragraph, said once, on top, with its date below it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::plain::lines::{Line, LineKind};
use crate::plain::menus;
use crate::plain::round::Round;
use crate::plain::surroundings::says_again;
use crate::plain::why::Why;
use crate::verdict::Reason;
use crate::words::{Word, words_of};

/// The headline.
pub(super) struct Headline {
    /// The copy that stays.
    pub at: usize,
    /// The other copies above the first paragraph.
    pub copies: Vec<usize>,
}

/// Finds the headline: the longest line said twice above the first paragraph, else the first that is long enough.
pub(super) fn find(round: &Round<'_, '_>) -> Option<Headline> {
    let opening: Vec<usize> = (0..round.body.start)
        .filter(|&at| may_head(round, at))
        .collect();
    repeated(round, &opening).or_else(|| {
        let opening = below_menus(round, opening);
        let longer = |words: u32| {
            let long = move |at: &&usize| round.lines[**at].words >= words;
            let free = opening
                .iter()
                .filter(long)
                .find(|&&at| !under_label(round, at));
            free.or_else(|| opening.iter().find(long)).copied()
        };
        let copies = Vec::new();
        longer(4)
            .or_else(|| longer(3))
            .map(|at| Headline { at, copies })
    })
}

/// A menu may hold long lines too: the headline stands below the last one, if any line there can be one.
fn below_menus(round: &Round<'_, '_>, opening: Vec<usize>) -> Vec<usize> {
    let end = menus::end_of_last(round);
    let below = |at: &&usize| **at >= end && round.lines[**at].words >= 4;
    match opening.iter().position(|at| below(&at)) {
        Some(first) => opening[first..].to_vec(),
        None => opening,
    }
}

fn may_head(round: &Round<'_, '_>, at: usize) -> bool {
    let line = &round.lines[at];
    let letters = line.text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = line.text.chars().filter(|c| c.is_numeric()).count();
    round.gone[at].is_none()
        && matches!(line.kind, LineKind::Short | LineKind::Sentence)
        && line.words >= 3
        && letters >= digits * 3
        && !is_breadcrumb(line)
        && !is_date_line(line)
}

/// A date and little else: "Published on Monday, 3 May 2021"; "On 9 January 2020 the war ended" is a headline.
fn is_date_line(line: &Line<'_>) -> bool {
    let numeric = |word: &&str| word.chars().any(char::is_numeric);
    let (numbers, words): (Vec<&str>, Vec<&str>) = line.text.split_whitespace().partition(numeric);
    let names = words
        .iter()
        .filter(|word| word.chars().any(char::is_alphabetic));
    line.dated && names.count() <= 2 * numbers.len()
}

/// "Home / News / Rivers", and rows of a menu, "Home | News | Sport".
fn is_breadcrumb(line: &Line<'_>) -> bool {
    let most = if line.is_unspaced() { 8 } else { 24 };
    let short =
        |part: &str| part.split_whitespace().count() <= 3 && part.trim().chars().count() <= most;
    let path = ['/', '›', '>', '»', '→'];
    let row = line.text.matches('|').count() >= 2;
    (row || line.text.contains(path)) && line.text.split(path).flat_map(|p| p.split('|')).all(short)
}

/// In the same group of lines below a label such as "Trending now".
fn under_label(round: &Round<'_, '_>, at: usize) -> bool {
    (0..at)
        .rev()
        .take(12)
        .take_while(|&up| !round.lines[up].is_blank())
        .any(|up| round.gone[up].is_some_and(|why| why.reason() == Reason::Related))
}

fn repeated(round: &Round<'_, '_>, opening: &[usize]) -> Option<Headline> {
    let mut places: FxHashMap<Vec<Word>, Vec<usize>> = FxHashMap::default();
    for &at in opening {
        places
            .entry(words_of(round.lines[at].text))
            .or_default()
            .push(at);
    }
    let mut titles: FxHashMap<&[Word], Vec<usize>> = FxHashMap::default();
    for &at in opening {
        // A page's title is its headline and the site's name: "Fire at the old mill | The Marl Post".
        for part in title_parts(round.lines[at].text) {
            if let Some((key, _)) = places.get_key_value(&words_of(part)) {
                titles.entry(key).or_default().push(at);
            }
        }
    }
    let (words, whole) = places
        .iter()
        .filter(|(words, whole)| whole.len() > 1 || titles.contains_key(words.as_slice()))
        .max_by_key(|(words, whole)| (words.len(), usize::MAX - whole[0]))?;
    let more = titles.remove(words.as_slice()).unwrap_or_default();
    Some(chosen(round, whole, more))
}

fn title_parts(text: &str) -> impl Iterator<Item = &str> {
    [" | ", " - ", " – ", " — ", " · ", "｜"]
        .into_iter()
        .filter_map(|bar| text.rsplit_once(bar))
        .flat_map(|(one, other)| [one, other])
}

/// The first copy stays, but the last where a menu stands between them: it is the one above the article.
fn chosen(round: &Round<'_, '_>, whole: &[usize], titles: Vec<usize>) -> Headline {
    let (first, last) = (whole[0], whole[whole.len() - 1]);
    let menu = round.gone[first..last].iter().any(Option::is_some);
    let at = if menu { last } else { first };
    let others = whole.iter().copied().filter(|&copy| copy != at);
    let copies = others.chain(titles).collect();
    Headline { at, copies }
}

/// Takes the other copies and the navigation above the headline, and moves the date below it.
pub(super) fn tidy(round: &mut Round<'_, '_>, headline: &Headline) {
    for &copy in &headline.copies {
        round.gone[copy] = Some(Why::Headline);
    }
    let title = words_of(round.lines[headline.at].text);
    for at in headline.at + 1..round.body.start {
        if round.is_loose(at) && says_again(&title, &round.lines[at]) {
            round.gone[at] = Some(Why::Headline);
        }
    }
    take_navigation(round, headline);
    place_date(round, headline.at);
}

/// Short lines above the headline that stand with known clutter, or say what went already.
fn take_navigation(round: &mut Round<'_, '_>, headline: &Headline) {
    let sure = !headline.copies.is_empty();
    let mut taken: FxHashSet<&str> = FxHashSet::default();
    for group in round.groups(0..headline.at) {
        let company = sure || round.gone[group.clone()].iter().any(Option::is_some);
        for at in group {
            let line = &round.lines[at];
            let most = if sure || line.is_unspaced() { 3 } else { 2 };
            let known = (company && line.words <= most)
                || is_breadcrumb(line)
                || taken.contains(line.text.trim());
            let teaser = under_label(round, at);
            if round.is_loose(at) && !line.dated && (known || teaser) {
                round.gone[at] = Some(Why::Above);
            }
            if round.gone[at].is_some() {
                taken.insert(line.text.trim());
            }
        }
    }
}

/// The date above the headline moves below it; where one stands there already, those above are the paper's.
fn place_date(round: &mut Round<'_, '_>, headline: usize) {
    let dated = |at: &usize| round.lines[*at].dated && round.gone[*at].is_none();
    let own = (headline + 1..round.body.start).any(|at| dated(&at));
    let mut above: Vec<usize> = (0..headline).filter(dated).collect();
    if !own {
        round.below = above.pop().map(|nearest| (headline, nearest));
    }
    for at in above {
        round.gone[at] = Some(Why::OtherDate);
    }
}
