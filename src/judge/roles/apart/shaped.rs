//! Pitches that are called nothing of the kind, by their shape.

use std::ops::RangeInclusive;

use super::counts::Counts;
use super::pitches::{LONGEST_LABEL, presses, says_newsletter};
use crate::judge::context::asks_little;
use crate::outline::{NO_NODE, NodeId};
use crate::tag::Tag;

/// Lines of a pitch, its title, button and terms with them.
const LINES: RangeInclusive<usize> = 3..=7;
const MOST_WORDS: u32 = 100;

/// A title, sentences, and in the end what is to be pressed for a letter or a subscription, or a field for an address and
/// little else. No other box is like it.
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
    let asks = || counts.has(&counts.addresses, id) && asks_little(context.page, id);
    titled && (pressed() || asks()) && context.pictures_in(id) == 0 && is_alone(counts, id)
}

/// No other element of its kind holds text of the article: page builders put each section into a box.
fn is_alone(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let page = counts.context.page;
    let own = page.node(id);
    // Nothing stands around a box at the top of a page without `<html>`, and nobody knows what it is among.
    if own.parent == NO_NODE {
        return false;
    }
    let alike = |&other: &NodeId| {
        let node = page.node(other);
        other != id && node.tag == own.tag && node.class == own.class
    };
    let mut others = page.children(own.parent).filter(alike);
    !others.any(|other| counts.words(&counts.context.blocks_in(other)) > 0)
}

#[cfg(test)]
mod tests {
    use super::super::counts::Counts;
    use crate::judge::context::Context;
    use crate::judge::paragraphs;
    use crate::outline::Attr;
    use crate::read::read;

    /// Whether this box is one, amid an article of boxes of class `x`, where the model is as sure of it as of the article.
    fn is_shaped(class: &str, inside: &str) -> bool {
        let all = paragraphs(8)
            .replace("<p>", "<div class='x'><p>")
            .replace("</p>", "</p></div>");
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{all}<div class='{class}' id='box'>{inside}</div></article></body></html>"
        ));
        let context = Context::new(&page);
        let p = vec![0.9; context.blocks.len()];
        let mut ids = 0..page.len();
        let id = ids.find(|&id| page.attr(id, Attr::Id) == Some("box"));
        super::is_shaped(&Counts::new(&context, &p), id.unwrap_or_default())
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
        ] {
            assert!(!is_shaped("y", &format!("{TITLE}{PITCH}{end}")), "{end}");
        }
    }
}
