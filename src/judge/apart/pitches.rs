//! What wants something of the reader amid the article, in sentences like the article's: an address, a click, a subscription.

use crate::judge::boxes::is_landmark;
use crate::judge::context::Context;
use crate::judge::newsletter::fields;
use crate::judge::tokens::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;

use super::Counts;

/// Words and elements of a box.
const MOST_WORDS: u32 = 80;
const MOST_ELEMENTS: u32 = 120;
/// From this probability on a block is the article's wherever it stands.
const SURE: f32 = 0.85;
/// Words on a button.
const LONGEST_LABEL: u32 = 8;
/// An address, and whose it is.
const MOST_FIELDS: usize = 2;

/// The outermost of such boxes.
pub(super) fn boxes(counts: &Counts<'_, '_>, p: &[f32]) -> Vec<NodeId> {
    let page = counts.context.page;
    let mut out = Vec::new();
    let mut id = 0;
    while id < page.len() {
        if (asks(counts, id) || offers(counts.context, id)) && is_small(counts, p, id) {
            out.push(id);
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

fn is_small(counts: &Counts<'_, '_>, p: &[f32], id: NodeId) -> bool {
    let (context, page) = (counts.context, counts.context.page);
    if page.node(id).end - id > MOST_ELEMENTS || context.sums[id as usize].words > MOST_WORDS {
        return false;
    }
    let blocks = context.blocks_in(id);
    let headed = context.headline.is_some_and(|at| blocks.contains(&at));
    !blocks.is_empty()
        && !headed
        && !is_landmark(page.tag(id))
        && counts.is_lesser(&blocks)
        && context.pictures_in(id) == 0
        && !counts.has(&counts.material, id)
        && blocks.clone().all(|at| p[at] < SURE)
}

/// Wants nothing but an address.
fn asks(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let page = counts.context.page;
    let small = page.node(id).end - id <= MOST_ELEMENTS;
    small && counts.has(&counts.addresses, id) && fields(page, id) <= MOST_FIELDS
}

/// Is named after what it offers, and ends in what is to be pressed for it.
fn offers(context: &Context<'_>, id: NodeId) -> bool {
    if !context.hints[id as usize].has_all(Hints::PITCH) {
        return false;
    }
    let blocks = context.blocks_in(id);
    let presses = |at: usize| {
        let block = &context.blocks[at];
        let link = block.stats.link_density() > 0.9 && context.page.tag(block.node) != Tag::Li;
        block.stats.words <= LONGEST_LABEL && (link || is_button(context, block.inner))
    };
    // Links throughout are a list of them.
    context.sums[id as usize].link_density() < 0.6
        && blocks.len() >= 2
        && blocks.last().is_some_and(presses)
}

fn is_button(context: &Context<'_>, id: NodeId) -> bool {
    let mut around = std::iter::once(id).chain(context.page.ancestors(id));
    around
        .next()
        .is_some_and(|id| context.page.tag(id) == Tag::Button)
        || around
            .next()
            .is_some_and(|id| context.page.tag(id) == Tag::Button)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

    /// Whether what stands in a box amid the article is copied with it.
    fn is_copied(class: &str, inside: &str) -> bool {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='{class}'>{inside}</div>{}</article></body></html>",
            paragraphs(4),
            paragraphs(8)
                .split_inclusive("</p>")
                .skip(4)
                .collect::<String>()
        );
        clean(&html, &Options::default())
            .text(TextForm::Body)
            .contains("the mayor of Lower Marsh reads us")
    }

    const PITCH: &str = "<p>Even the mayor of Lower Marsh reads us on the lamp at the harbour, as the council said on Monday.</p>";

    #[test]
    fn what_wants_an_address_or_a_click_is_not_the_articles() {
        assert!(!is_copied(
            "x",
            &format!("{PITCH}<form><input type='email'><button>Send it</button></form>")
        ));
        assert!(!is_copied(
            "css-1 story-cta",
            &format!("{PITCH}<a href='/join'>Join us today</a>")
        ));
        assert!(!is_copied(
            "promo-box",
            &format!("{PITCH}<div><button><b>Join us</b></button></div>")
        ));
    }

    #[test]
    fn boxes_without_a_bad_name_or_without_a_button_are_the_articles() {
        assert!(is_copied(
            "x",
            &format!("{PITCH}<a href='/join'>Join us today</a>")
        ));
        assert!(is_copied("promo-box", PITCH));
        assert!(is_copied(
            "paywall",
            &format!("{PITCH}<a href='/join'>Join us today</a>")
        ));
        assert!(is_copied(
            "promo-box",
            &format!("{PITCH}<table><tr><td>1<td>2</table><a href='/join'>Join us</a>")
        ));
    }
}
