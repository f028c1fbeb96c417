//! The standfirst: the lines between headline and body that say what the article is about.

use crate::judge::context::{BlockId, Context, Hints};

/// Right below the headline and called so. The model, which learned from bodies, gives
/// it little, and readers want it.
pub(super) fn is_standfirst(context: &Context<'_>, at: BlockId, headline: Option<BlockId>) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let Some(headline) = headline.filter(|&h| at > h && at - h <= NEAR) else {
        return false;
    };
    let around = page.self_and_ancestors(block.node);
    let mut own = Hints::default();
    around
        .take(LEVELS)
        .take_while(|&id| !page.contains(id, context.blocks[headline].node))
        .for_each(|id| own.add(context.hints[id as usize]));
    let called = own.has(Hints::LEAD) || own.has(Hints::DECK);
    !own.has_clutter()
        && called
        && !own.has(Hints::WIDGET)
        && block.is_in_sight()
        && block.stats.words >= FEW
        && block.stats.link_density() < 0.5
        && context.phrases[at].is_none()
}

/// The sentence right below the headline that the model half believes: of those in the corpus five in seven are the
/// article's, in news four in five.
pub(super) fn lead(context: &Context<'_>, p: &[f32], headline: BlockId) -> Option<BlockId> {
    let seen = |&at: &BlockId| context.blocks[at].is_in_sight();
    let at = (headline + 1..context.blocks.len()).find(seen)?;
    let stats = &context.blocks[at].stats;
    let says = stats.words >= SENTENCE && stats.link_density() < 0.3;
    (p[at] >= HALF_LEAD && says && context.phrases[at].is_none()).then_some(at)
}

/// Enough for a line right below the headline.
const HALF_LEAD: f32 = 0.3;
/// Fewer words are a date, a name or a section.
const SENTENCE: u32 = 8;

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
    use crate::judge::roles::{Role, parts};
    use crate::read::read;

    /// Whether the line below the headline is a standfirst, when this stands there.
    fn stands_first(below_headline: &str) -> bool {
        let page = read(&format!(
            "<html><body><nav>Harbour</nav><h1>The lamp stays lit</h1>{below_headline}<p>The council has voted.</p></body></html>"
        ));
        let context = Context::new(&page);
        let at = |wanted: &str| context.texts.iter().position(|text| text == wanted);
        at(LINE).is_some_and(|at| is_standfirst(&context, at, context.headline))
    }

    const LINE: &str = "Nobody knows whom it serves";

    #[test]
    fn a_sentence_right_below_the_headline_is_text_when_half_believed() {
        let is_text = |line: &str, p: f32| {
            let page = read(&format!(
                "<html><body><main><h1>The lamp stays lit</h1>{line}<p>The council has voted.</p></main></body></html>"
            ));
            let context = Context::new(&page);
            let likely = |text: &String| match text.as_str() {
                "The council has voted." => 0.9,
                "The lamp stays lit" => 0.1,
                _ => p,
            };
            let p: Vec<f32> = context.texts.iter().map(likely).collect();
            parts(&context, &p).roles[1] == Role::Body
        };
        let line = "<div><p>Nobody knows whom the lamp at the harbour still serves</p></div>";
        assert!(is_text(line, 0.35) && !is_text(line, 0.25));
        assert!(!is_text("<div><p>Nobody knows</p></div>", 0.35));
        assert!(!is_text(
            "<div class='byline'>By Ida Brandt of the Harbour Post in Fellmouth, 3 May 2024</div>",
            0.35
        ));
    }

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
