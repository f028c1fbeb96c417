//! Pitches that are called nothing of the kind, by their shape.

use std::ops::RangeInclusive;

use super::counts::Counts;
use super::pressed::{LONGEST_LABEL, presses, says_newsletter};
use crate::judge::context::{alone_in, asks_little, is_pressed};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// Lines of a pitch, its title, button and terms with them.
const LINES: RangeInclusive<usize> = 3..=7;
const MOST_WORDS: u32 = 100;

/// A title, sentences, and in the end what is to be pressed for a letter or a subscription, a choice of what to give, or a
/// field for an address and little else. No other box is like it.
pub(super) fn is_shaped(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let blocks = context.blocks_in(id);
    let boxed = matches!(context.page.tag(id), Tag::Div | Tag::Section | Tag::Aside);
    if !boxed || !LINES.contains(&blocks.len()) || !counts.is_box(id, MOST_WORDS) {
        return false;
    }
    let titled = context.blocks[blocks.start].stats.words <= LONGEST_LABEL;
    let ends = || blocks.clone().rev().take(2);
    let pressed = || ends().any(|at| says_newsletter(context, at) && presses(counts, at));
    let asks = counts.has(&counts.addresses, id) && asks_little(context.page, id);
    titled
        && (asks || pressed() || names_gifts(counts, id))
        && (!may_be_told(counts, id, asks) || says_what_for(counts, id, asks))
        && context.pictures_in(id) == 0
        && is_alone(counts, id)
}

/// "Give £5", "Give £10": to be pressed each, with nothing beside them. Prices are of things or asked by shops, and either
/// is named: "£199 at Lampworks", "Adults £12"; and a single one may be the price of what the article is about.
fn names_gifts(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (counts.context, counts.context.page);
    let blocks = context.blocks_in(id).map(|at| &context.blocks[at]);
    let pressed = blocks.flat_map(|block| alone_in(page, block, |id| is_pressed(page, id)));
    let gifts: Vec<Gift> = pressed.filter_map(|id| gift(page, id)).collect();
    let pairs = |(at, gift): (usize, &Gift)| {
        let mut others = gifts[..at].iter();
        others.any(|other| other.says == gift.says && other.amount != gift.amount)
    };
    gifts.iter().enumerate().any(pairs)
}

/// An amount to give, and what else its button says.
struct Gift {
    amount: String,
    says: String,
}

/// A whole amount: nobody gives £19.99.
fn gift(page: &Outline, button: NodeId) -> Option<Gift> {
    let label = page.squeezed(button, LONGEST_GIFT);
    let is_amount = label.contains(is_currency) && !label.contains(['.', ',']);
    let (amount, says): (String, String) = label.chars().partition(char::is_ascii_digit);
    (is_amount && !amount.is_empty()).then_some(Gift { amount, says })
}

/// Letters of "Give £10 each month".
const LONGEST_GIFT: usize = 24;

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// An article may tell of a club, a meeting or a service amid its text, and end a box so, too. A field for an address is
/// nearly always for a letter.
fn may_be_told(counts: &Counts<'_, '_>, id: NodeId, asks: bool) -> bool {
    let blocks = counts.context.blocks_in(id);
    let likely = if asks {
        counts.shown(&counts.sure, id)
    } else {
        counts.words(&blocks)
    };
    likely > 0 && counts.is_amid(id, &blocks)
}

/// Speaks of a letter or a subscription, beside what is to be pressed for it.
fn says_what_for(counts: &Counts<'_, '_>, id: NodeId, asks: bool) -> bool {
    let context = counts.context;
    let said = context
        .blocks_in(id)
        .filter(|&at| says_newsletter(context, at));
    said.count() > usize::from(!asks)
}

/// No other element of its kind holds text of the article: page builders put each section into a box.
fn is_alone(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let page = counts.context.page;
    let holds_text = |other: NodeId| counts.words(&counts.context.blocks_in(other)) > 0;
    // Nothing stands around a box at the top of a page without `<html>`, and nobody knows what it is among.
    page.parent(id).is_some() && !alike(page, id).any(holds_text)
}

/// Elements of the same kind beside a box.
pub(super) fn alike(page: &Outline, id: NodeId) -> impl Iterator<Item = NodeId> {
    let own = page.node(id);
    let first = page
        .parent(id)
        .into_iter()
        .flat_map(|parent| page.children(parent).take(MOST_OTHERS));
    let next = page.siblings_after(id).take(MOST_OTHERS);
    first.chain(next).filter(move |&other| {
        let node = page.node(other);
        other != id && node.tag == own.tag && node.class == own.class
    })
}

/// Elements beside a box that are looked at, the first of all and those behind it: a page may be boxes throughout, and
/// each is asked.
const MOST_OTHERS: usize = 64;

#[cfg(test)]
mod tests {
    use super::super::counts::Counts;
    use crate::judge::context::Context;
    use crate::judge::paragraphs;
    use crate::outline::Attr;
    use crate::read::read;

    /// Whether this box is one, below an article of boxes of class `x`, where the model is as sure of it as of the article.
    fn is_shaped(class: &str, inside: &str) -> bool {
        is_shaped_before(class, inside, "")
    }

    fn is_shaped_before(class: &str, inside: &str, after: &str) -> bool {
        let all = paragraphs(8)
            .replace("<p>", "<div class='x'><p>")
            .replace("</p>", "</p></div>");
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{all}<div class='{class}' id='box'>{inside}</div>{after}</article></body></html>"
        ));
        let context = Context::new(&page);
        let p = vec![0.9; context.blocks.len()];
        let mut ids = 0..page.len();
        let id = ids.find(|&id| page.attr(id, Attr::Id) == Some("box"));
        super::is_shaped(&Counts::new(&context, &p), id.unwrap_or_default())
    }

    #[test]
    fn a_box_amid_the_article_that_tells_of_something_else_is_none() {
        let amid = |text: &str, end: &str| {
            is_shaped_before(
                "y",
                &format!("<h3>The lamp</h3>{text}{end}"),
                "<p>So it was lit.</p>",
            )
        };
        let form = "<form><input type='email'><button>Send</button></form>";
        let button = "<button>Subscribe now</button>";
        let club = "<p>The society keeps the lamp at the harbour lit and asks twelve pounds a year of each.</p>";
        assert!(!amid(club, button) && !amid(club, form));
        let letter = "<p>The best of the harbour, direct to your inbox on each day of the year but New Year.</p>";
        assert!(amid(letter, button) && amid(letter, form));
    }

    #[test]
    fn a_box_without_anything_around_it_is_none() {
        let pitch = format!("<div>{TITLE}{PITCH}<button>Subscribe now</button></div>");
        let page = read(&format!("{pitch}{}", paragraphs(4)));
        let context = Context::new(&page);
        let p = vec![0.9; context.blocks.len()];
        assert!(!super::is_shaped(&Counts::new(&context, &p), 0));
    }

    const TITLE: &str = "<h3>The lamp, by letter</h3>";
    const PITCH: &str = "<p>Even the mayor of Lower Marsh reads us on the lamp at the harbour, as the council said on Monday.</p>";

    #[test]
    fn a_title_sentences_and_what_is_pressed_are_a_pitch_whatever_their_name() {
        let form = "<form><input type='email'><button>Send</button></form>";
        for end in [
            form,
            "<button>Subscribe now</button>",
            "<a href='/join'>Become a member</a>",
            "<p><a href='/5'>Give £5</a> <a href='/10'>Give £10</a></p>",
            "<p><button>£5</button></p><p><button>£10</button></p>",
        ] {
            let pitch = format!("{TITLE}{PITCH}{end}");
            assert!(is_shaped("y", &pitch), "{end}");
            assert!(
                !is_shaped("x", &pitch),
                "the article's other boxes are like it: {end}"
            );
            assert!(
                !is_shaped("y", &format!("{PITCH}{PITCH}{end}")),
                "no title: {end}"
            );
            let ten = "<p>So it was lit.</p>".repeat(5);
            assert!(
                !is_shaped("y", &format!("{pitch}{ten}")),
                "too many lines: {end}"
            );
        }
        for end in [
            "<button>Enlarge</button>",
            "<img src='a.png'><button>Subscribe now</button>",
            "<form><textarea></textarea><input type='email'></form>",
            "<p>Subscribe now</p>",
            "<p><a href='/book'>Tickets from £12</a></p>",
            "<p>Give £5 or £10</p>",
            "<p><a href='/bag'>Was £20, is £15</a></p>",
            "<p><a href='/a'>£199 at Lampworks</a> <a href='/b'>£210 at Wick & Co</a></p>",
            "<p>Lampworks: <a href='/a'>£199</a> · Wick & Co: <a href='/b'>£210</a></p>",
            "<p><a href='/a'>£19.99</a> <a href='/b'>£21.49</a></p>",
            "<p><a href='/a'>Adults £12</a> <a href='/b'>Children £8</a></p>",
        ] {
            assert!(!is_shaped("y", &format!("{TITLE}{PITCH}{end}")), "{end}");
        }
    }
}
