//! What wants something of the reader amid the article, in sentences like the article's: an address, a click, a subscription.

use super::counts::Counts;
use super::shaped;
use crate::judge::context::{BlockId, Context, Hints, asks_little, ends_in_call};
use crate::outline::NodeId;
use crate::rules::names_letter;
use crate::tag::Tag;
use crate::verdict::Reason;

const MOST_WORDS: u32 = 80;
/// A picture of the letter, in an element of its own.
const MOST_PICTURES: u32 = 2;
/// Of a box that asks for nothing.
const FEW_WORDS: u32 = 60;
const MOST_LINES: usize = 3;
/// Words on a button.
pub(super) const LONGEST_LABEL: u32 = 8;

/// More boxes that read like the article are what it is about: letters that a paper recommends to its readers.
const MOST_BOXES: usize = 3;

/// The outermost of such boxes.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let context = counts.context;
    let fits = |id: NodeId| {
        let wants = (asks(counts, id) || offers(counts, id))
            && counts.may_go(id, MOST_WORDS)
            && context.pictures_in(id) == 0;
        (wants
            || is_subscription(counts, id)
            || shaped::is_shaped(counts, id)
            || is_call(context, id))
            && !counts.has(&counts.material, id)
    };
    let mut out: Vec<NodeId> = context.page.outermost_of_all(fits).collect();
    let prose = |id: NodeId| counts.words(&context.blocks_in(id)) > 0;
    // Two right after each other are a list, which some article is about.
    let touch = |pair: &[NodeId]| {
        let [one, other] = [pair[0], pair[1]].map(|id| context.blocks_in(id));
        one.end == other.start && pair.iter().any(|&id| prose(id))
    };
    let many = out.iter().filter(|&&id| prose(id)).count() > MOST_BOXES;
    if many || out.windows(2).any(touch) {
        out.retain(|&id| !prose(id));
    }
    out
}

/// A paragraph that names a newsletter and ends in a link to it.
fn is_call(context: &Context<'_>, id: NodeId) -> bool {
    let mut blocks = context.blocks_in(id);
    let only = blocks.next().filter(|_| blocks.next().is_none());
    only.is_some_and(|at| {
        context.blocks[at].node == id
            && ends_in_call(context.page, &context.blocks[at], context.text(at))
    })
}

/// Is called a newsletter or the like, and has a form for it, ends in words that say so, or begins with them and ends in
/// a button. Nothing reads more like the article than what wants to be read each week.
fn is_subscription(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    // Terms may follow the button.
    let ends = || context.blocks_in(id).rev().take(2);
    context.hints[id as usize].has_all(Hints(Hints::NEWSLETTER.0 | Hints::PITCH.0))
        && counts.is_box(id, MOST_WORDS)
        && context.pictures_in(id) <= MOST_PICTURES
        && (counts.has(&counts.addresses, id)
            || counts.has(&counts.forms, id)
            || ends().any(|at| says_newsletter(context, at))
            || (is_headed(context, id) && ends().any(|at| presses(counts, at)))
            || is_interruption(counts, id))
}

/// A heading and a sentence or two amid the article's text of which the model is not sure: its name is enough.
fn is_interruption(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let blocks = context.blocks_in(id);
    (2..=MOST_LINES).contains(&blocks.len())
        && (context.page.tag(context.blocks[blocks.start].node)).is_heading()
        && counts.may_go(id, FEW_WORDS)
        && counts.is_amid(id, &blocks)
}

/// Its first line says what it is called.
fn is_headed(context: &Context<'_>, id: NodeId) -> bool {
    let first = context.blocks_in(id).next();
    first.is_some_and(|at| {
        context.blocks[at].stats.words <= LONGEST_LABEL
            && (says_newsletter(context, at) || names_letter(context.text(at)))
    })
}

/// Wants nothing but an address. Where it reads like the article, a name or a phrase must say what for: letters to
/// landlords are written with an address, too.
fn asks(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    counts.has(&counts.addresses, id)
        && asks_little(context.page, id)
        && (counts.words(&context.blocks_in(id)) == 0 || says_what_for(context, id))
}

fn says_what_for(context: &Context<'_>, id: NodeId) -> bool {
    let named = Hints(Hints::NEWSLETTER.0 | Hints::PITCH.0);
    let end = context.page.node(id).end;
    (id..end).any(|id| context.hints[id as usize].has(named))
        || context.blocks_in(id).any(|at| says_newsletter(context, at))
}

pub(super) fn says_newsletter(context: &Context<'_>, at: BlockId) -> bool {
    context.phrases[at].is_some_and(|phrase| phrase.reason == Reason::Newsletter)
}

/// Is named after what it offers, and ends in what is to be pressed for it.
fn offers(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    if !context.hints[id as usize].has_all(Hints::PITCH) {
        return false;
    }
    let blocks = context.blocks_in(id);
    // Links throughout are a list of them.
    context.sums[id as usize].link_density() < 0.6
        && blocks.len() >= 2
        && blocks.last().is_some_and(|at| presses(counts, at))
}

/// A few words to press that are for what stands over them: no tool for reading it.
pub(super) fn presses(counts: &Counts<'_, '_>, at: BlockId) -> bool {
    let context = counts.context;
    let block = &context.blocks[at];
    let link = block.stats.link_density() > 0.9 && context.page.tag(block.node) != Tag::Li;
    let phrase = context.phrases[at].map(|phrase| phrase.reason);
    let tool = matches!(
        phrase,
        Some(Reason::Share | Reason::Widget | Reason::Comments)
    );
    !tool && ((link && block.stats.words <= LONGEST_LABEL) || has_button(counts, at))
}

/// A few words on a button, or beside it in a form of one field.
fn has_button(counts: &Counts<'_, '_>, at: BlockId) -> bool {
    let context = counts.context;
    let block = &context.blocks[at];
    let mut around = std::iter::once(block.inner)
        .chain(context.page.ancestors(block.inner))
        .take(2);
    block.stats.words <= LONGEST_LABEL
        && (counts.has(&counts.buttons, block.node)
            || around.any(|id| context.page.tag(id) == Tag::Button))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::paragraphs;
    use crate::read::read;
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
        let form = format!("{PITCH}<form><input type='email'><button>Send it</button></form>");
        assert!(!is_copied("newsletter-box", &form));
        // A letter to a landlord wants one, too.
        assert!(is_copied("x", &form));
        let link = format!("{PITCH}<a href='/join'>Join us today</a>");
        assert!(!is_copied("css-1 story-cta", &link));
        let button = format!("{PITCH}<div><button><b>Join us</b></button></div>");
        assert!(!is_copied("promo-box", &button));
    }

    /// How many boxes amid the article go, where the model is as sure of them as of the article.
    fn taken(inside: &str) -> usize {
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div>{inside}</div></article></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let p = vec![0.9; context.blocks.len()];
        boxes(&Counts::new(&context, &p)).len()
    }

    #[test]
    fn a_paragraph_that_ends_in_a_call_is_no_paragraph_of_the_article() {
        let pitch = "<p><em>The Morning Tide newsletter tells what the mayor of Lower Marsh said. <a href='/x'>Sign up here</a>.</em></p>";
        assert_eq!(taken(pitch), 1);
        // An article on letters names several.
        assert_eq!(taken(&format!("{pitch}{pitch}")), 0);
    }

    #[test]
    fn a_subscription_reads_like_the_article_and_goes_with_its_terms() {
        let form = |class: &str, button: &str, after: &str| {
            let heading = "<h3>The lamp, by letter</h3>";
            taken(&format!(
                "<div class='{class}'>{heading}{PITCH}{button}{after}</div>"
            ))
        };
        let terms = "<p>By signing up, you agree to the terms of the harbour and its council.</p>";
        // Two of them tell by their shape what they are.
        for (button, unnamed) in [
            ("<button>Sign up</button>", 1),
            ("<form><input><button>Yes please</button></form>", 0),
            ("<label>Yes please<input type='email'></label>", 1),
        ] {
            assert_eq!(form("newsletter-inline", button, ""), 1, "{button}");
            assert_eq!(form("newsletter-inline", button, terms), 1, "{button}");
            assert_eq!(form("x", button, terms), unnamed, "{button}");
        }
        // Its first line says so, in any language that has the word.
        let pl = "<h4>Newsletter Latarnia</h4>";
        let named = |button: &str| {
            taken(&format!(
                "<div class='newsletter-box'>{pl}{PITCH}{button}<p>Administratorem danych jest latarnia.</p></div>"
            ))
        };
        assert_eq!(named("<button>Zapisuję się</button>"), 1);
        assert_eq!(named("<button>Share this</button>"), 0);
        assert_eq!(named(""), 0);
        // Whatever else a button is for, what stands over it is the article's.
        for button in ["Share this", "Enlarge", "What does it cost?"] {
            let button = format!("<button>{button}</button>");
            assert_eq!(form("newsletter-section", &button, ""), 0, "{button}");
        }
        let picture = "<figure><img src='a.png'><figcaption>The lamp</figcaption></figure>";
        assert_eq!(
            form("newsletter-inline", picture, "<button>Sign up</button>"),
            0
        );
        let pictures = "<img src='a.png'>".repeat(3);
        assert_eq!(
            form("newsletter-inline", &pictures, "<button>Sign up</button>"),
            0
        );
    }

    #[test]
    fn a_box_amid_the_text_needs_no_button_where_the_model_doubts_it() {
        let goes = |p: f32, class: &str, after: &str| {
            let heading = "<h3>The lamp, by letter</h3>";
            let page = read(&format!(
                "<html><body><article>{}<div class='{class}'>{heading}{PITCH}</div>{after}</article></body></html>",
                paragraphs(8)
            ));
            let context = Context::new(&page);
            let mut all = vec![0.9; context.blocks.len()];
            all[8..10].fill(p);
            boxes(&Counts::new(&context, &all)).len() == 1
        };
        let after = "<p>The pier is worth more.</p>";
        assert!(goes(0.8, "bn-news-letter", after));
        assert!(!goes(0.9, "bn-news-letter", after));
        assert!(!goes(0.8, "bn-letter", after));
        assert!(!goes(0.8, "bn-news-letter", ""));
    }

    #[test]
    fn letters_that_the_article_recommends_stay() {
        let letter = format!("<div class='newsletter-card'>{PITCH}<button>Sign up</button></div>");
        let apart =
            |count: usize| taken(&format!("{letter}<p>The pier is worth more.</p>").repeat(count));
        assert_eq!(apart(3), 3);
        assert_eq!(apart(4), 0);
        assert_eq!(taken(&letter.repeat(2)), 0);
    }

    #[test]
    fn boxes_without_a_bad_name_or_without_a_button_are_the_articles() {
        assert!(is_copied(
            "x",
            &format!("{PITCH}<a href='/join'>Join us today</a>")
        ));
        assert!(is_copied("promo-box", PITCH));
        assert!(is_copied(
            "pitch-report",
            &format!("{PITCH}<a href='/card'>Full scorecard</a>")
        ));
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
