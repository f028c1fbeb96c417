//! The standfirst: the lines between headline and body that say what the article is about.

use crate::blocks::Hidden;
use crate::judge::context::{BlockId, Context};
use crate::judge::tokens::Hints;

/// Right below the headline and called so. The model, which learned from bodies, gives it little, and readers want it.
pub(super) fn is_standfirst(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let Some(headline) = context.headline.filter(|&h| at > h && at - h <= NEAR) else {
        return false;
    };
    let around = std::iter::once(block.node).chain(page.ancestors(block.node));
    let mut own = Hints::default();
    around
        .take(LEVELS)
        .take_while(|&id| !page.contains(id, context.blocks[headline].node))
        .for_each(|id| own.add(context.hints[id as usize]));
    (own.has(Hints::LEAD) || own.has(Hints::DECK))
        && !own.has_clutter()
        && !own.has(Hints::WIDGET)
        && block.hidden == Hidden::No
        && block.stats.words >= FEW
        && block.stats.link_density() < 0.5
        && context.phrases[at].is_none()
}

/// Blocks from the headline on: a date, an author and a picture's caption may come first.
const NEAR: usize = 4;
/// Elements from the block up.
const LEVELS: usize = 3;
/// Fewer words say nothing.
const FEW: u32 = 5;

#[cfg(test)]
mod tests {
    use super::is_standfirst;
    use crate::judge::context::Context;
    use crate::read::read;

    /// Whether the line below the headline is a standfirst, when this stands there.
    fn stands_first(below_headline: &str) -> bool {
        let page = read(&format!(
            "<html><body><nav>Harbour</nav><h1>The lamp stays lit</h1>{below_headline}<p>The council has voted.</p></body></html>"
        ));
        let context = Context::new(&page);
        let at = |wanted: &str| context.texts.iter().position(|text| text == wanted);
        at(LINE).is_some_and(|at| is_standfirst(&context, at))
    }

    const LINE: &str = "Nobody knows whom it serves";

    #[test]
    fn a_line_below_the_headline_stands_first_by_its_name() {
        let named = |name: &str| stands_first(&format!("<div class='{name}'><p>{LINE}</p></div>"));
        for name in ["article__subdeck t-p", "c-summary p-dek", "standfirst"] {
            assert!(named(name), "{name}");
        }
        for name in ["columns", "promo-lead", "carousel-description"] {
            assert!(!named(name), "{name}");
        }
    }

    #[test]
    fn links_and_what_stands_far_below_do_not() {
        let line = format!("<p class='lead'>{LINE}</p>");
        assert!(stands_first(&format!("<p>May 3</p>{line}")));
        assert!(!stands_first(&format!(
            "{}{line}",
            "<p>May 3</p>".repeat(4)
        )));
        assert!(!stands_first(&format!(
            "<p class='lead'><a href='/a'>{LINE}</a></p>"
        )));
    }
}
