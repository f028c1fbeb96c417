//! The copy and the focused page say the same.

use clean_copy::blocks::{Stats, count};
use clean_copy::{Clean, Copies, Options, Outcome, Strength, TextForm, clean, rewrite};
use proptest::prelude::*;

use super::{config, difference, on_fixtures, options, page};
use crate::common::dom::Dom;
use crate::common::fixture::{Fixture, fixtures};
use crate::common::{complain, squeeze};

/// Every line of the text stands in the page as Focus leaves it, in the same order. The copy has spaces of its own, between
/// words that only a style sheet sets apart, so letters are compared.
fn text_stands_in_focus(html: &str) -> Result<(), String> {
    let clean = clean(html, &options(Strength::Focus));
    let page = letters(&Dom::parse(&rewrite(html, &clean.plan)).text());
    let mut from = 0;
    if clean.outcome() != Outcome::NotAnArticle && clean.text(TextForm::Body).is_empty() {
        return Err("the copy of an article is empty".to_owned());
    }
    for line in clean.text(TextForm::Body).split(['\n', '\t']) {
        let line = letters(line);
        match page[from..].find(&line) {
            Some(at) => from += at + line.len(),
            None if page.contains(&line) => return Err(format!("out of order: {line:?}")),
            None => return Err(format!("not in the page: {line:?}")),
        }
    }
    Ok(())
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every block of words that Focus leaves in an article, from the first that is copied to the last, stands in the copy: in
/// its header, as a caption, as text. What is shorter is a label, author and date stand in the header in its own words, and
/// what the page left in doubt below the article is not copied.
fn focus_stands_in_the_copy(page: &Fixture) -> Result<(), String> {
    let clean = page.clean(Strength::Focus);
    if clean.outcome() == Outcome::NotAnArticle {
        return Ok(());
    }
    let copy = Dom::parse(&clean.fragment()).text();
    let shown = Dom::parse(&rewrite(&page.html, &clean.plan)).blocks();
    let stands = |block: &String| words(block) >= LABEL && copy.contains(block.as_str());
    let (first, last) = (
        shown.iter().position(stands).ok_or("nothing is copied")?,
        shown.iter().rposition(stands).unwrap_or(0),
    );
    let byline = clean.report().article.byline.clone().unwrap_or_default();
    let known = |block: &str| {
        let mut known = page.spec.known_failure.iter();
        known.any(|failure| !failure.text.is_empty() && block.starts_with(&failure.text))
    };
    let lost = |block: &&String| {
        words(block) >= LABEL && !stands(block) && !stamps(block, &byline) && !known(block)
    };
    let lost = shown[first..=last].iter().find(lost);
    lost.map_or(Ok(()), |block| Err(format!("not in the copy: {block:?}")))
}

/// Words of a block that is no label, and of one that is no line about author and date.
const LABEL: u32 = 10;
const PROSE: u32 = 25;

/// A line with the author or a year.
fn stamps(block: &str, byline: &str) -> bool {
    let mut numbers = block.split(|c: char| !c.is_ascii_digit());
    let year = numbers.any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    let named = !byline.is_empty() && block.contains(byline);
    words(block) <= PROSE && (year || named)
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn every_line_of_the_text_stands_in_the_focused_page(html in page()) {
        prop_assert_eq!(text_stands_in_focus(&html), Ok(()));
    }
}

#[test]
fn words_that_a_style_sheet_sets_apart_stand_in_the_focused_page() {
    let cards = "<x-card>Up next</x-card><x-card>Up next</x-card>";
    let prose = "<p>“Nobody asked us,” said Mira Tolland, who has run the ferry since 1998, “and nobody will.”</p>";
    let html = format!(
        "<html><head></head><body><article>{prose}</article><div>{cards}{prose}</div></body></html>"
    );
    assert_eq!(text_stands_in_focus(&html), Ok(()));
}

#[test]
fn every_line_of_the_text_stands_in_the_focused_page_on_fixtures() {
    on_fixtures(|html, _| text_stands_in_focus(html));
}

#[test]
fn the_words_of_a_focused_page_stand_in_the_copy_on_fixtures() {
    let look = |page: &Fixture| {
        let wrong = focus_stands_in_the_copy(page).err()?;
        Some(format!("{}: {wrong}", page.slug))
    };
    complain(&fixtures().iter().filter_map(look).collect::<Vec<_>>());
}

/// Reading a focused page gives every paragraph that the page gave, in order. What the page left in doubt may count as
/// the article's once its surroundings are gone; nothing may get lost.
#[test]
fn a_focused_page_keeps_every_paragraph_on_fixtures() {
    on_fixtures(|html, _| {
        let first = clean(html, &options(Strength::Focus));
        if first.outcome() == Outcome::NotAnArticle {
            return Ok(());
        }
        let second = clean(&rewrite(html, &first.plan), &options(Strength::Focus));
        let (one, other) = (paragraphs(&first), paragraphs(&second));
        let mut rest = other.iter();
        if one.is_empty() {
            Err("the copy of an article has no paragraph".to_owned())
        } else if one
            .iter()
            .all(|paragraph| rest.any(|found| found == paragraph))
        {
            Ok(())
        } else {
            Err(difference(&one.join("\n"), &other.join("\n")))
        }
    });
}

/// The lines of a text that are long enough to be prose.
fn paragraphs(clean: &Clean) -> Vec<String> {
    let text = clean.text(TextForm::Body);
    let lines = text.lines().filter(|line| words(line) >= 20);
    lines.map(str::to_owned).collect()
}

fn words(line: &str) -> u32 {
    let mut stats = Stats::default();
    count(line, false, false, &mut stats);
    stats.words
}

/// A brief clean hides the same and knows the same of the article; only its copies are missing.
#[test]
fn a_brief_clean_differs_in_its_copies_only_on_fixtures() {
    on_fixtures(|html, strength| {
        let whole = clean(html, &options(strength));
        let brief = Options {
            copies: Copies::NONE,
            ..options(strength)
        };
        let brief = clean(html, &brief);
        let known = |clean: &Clean| {
            let plan = format!("{:?} {:?}", clean.plan, clean.excerpts);
            format!("{plan} {:?}", clean.article.metadata)
        };
        let text = whole.text(TextForm::Body);
        let line = |excerpt: &String| squeeze(&text).contains(&squeeze(excerpt));
        let copies = [
            brief.text(TextForm::Article),
            brief.markdown(),
            brief.fragment(),
        ];
        if known(&whole) != known(&brief) {
            Err(difference(&known(&whole), &known(&brief)))
        } else if copies.iter().any(|copy| !copy.is_empty()) {
            Err(format!("copies of a brief clean: {copies:?}"))
        } else if text.is_empty() != whole.excerpts.is_empty() || !whole.excerpts.iter().all(line) {
            Err(format!("{:?} are not of the text", whole.excerpts))
        } else {
            Ok(())
        }
    });
}
