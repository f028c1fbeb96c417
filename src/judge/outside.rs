//! Everything else that the model is sure is not the article.

use crate::judge::boxes::{Bench, is_landmark};
use crate::judge::tokens::Hints;
use crate::options::Strength;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on the outermost elements without anything of the article. Tidy leaves masthead, menus and footer.
pub fn judge(bench: &Bench<'_, '_>, strength: Strength) -> Vec<Verdict> {
    let mut out = Vec::new();
    let mut id = 0;
    while id < bench.context.page.len() {
        if skips(bench, id, strength) {
            id = bench.context.page.node(id).end;
        } else if outside(bench, id, strength) {
            out.push(Verdict::hide(
                id,
                reason(bench, id, strength),
                Certainty::Weak,
                "not part of the article",
            ));
            id = bench.context.page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

/// Parts of the site's frame that Tidy leaves usable, and what no one sees.
fn skips(bench: &Bench<'_, '_>, id: NodeId, strength: Strength) -> bool {
    let page = bench.context.page;
    let tag = page.tag(id);
    if tag == Tag::Head || page.node(id).foreign {
        return true;
    }
    let in_article = || {
        page.ancestors(id)
            .any(|up| matches!(page.tag(up), Tag::Article | Tag::Main))
    };
    let frame = matches!(tag, Tag::Nav | Tag::Header | Tag::Footer)
        || (frame_name(bench, id) && bench.context.sums[id as usize].prose < 40);
    strength == Strength::Tidy && frame && bench.mass.top(id) < 0.5 && !in_article()
}

fn frame_name(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let frame = Hints(Hints::NAVIGATION.0 | Hints::HEADER.0 | Hints::FOOTER.0);
    bench.context.hints[id as usize].has(frame)
}

/// True where an element shows text and none of it is the article's.
fn outside(bench: &Bench<'_, '_>, id: NodeId, strength: Strength) -> bool {
    let tag = bench.context.page.tag(id);
    let landmark = match strength {
        Strength::Tidy => is_landmark(tag),
        Strength::Focus => matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Frameset),
    };
    let shows = bench.context.sums[id as usize].blocks > 0 || holds_media(bench, id);
    !landmark
        && shows
        && bench.mass.top(id) < SURE
        && !bench.mass.holds_kept(id)
        && !bench.may_illustrate(id)
}

/// Below this probability a block is surely not the article's, see `docs/accuracy.md`.
const SURE: f32 = 0.08;

fn holds_media(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    matches!(page.tag(id), Tag::Iframe | Tag::Form) && !page.contains(bench.root(), id)
}

fn reason(bench: &Bench<'_, '_>, id: NodeId, strength: Strength) -> Reason {
    let sums = bench.context.sums[id as usize];
    let list = sums.blocks >= 3 && sums.link_density() > 0.5;
    match (bench.context.page.tag(id), list, strength) {
        (Tag::Nav, ..) => Reason::Navigation,
        (Tag::Form, ..) => Reason::Widget,
        (_, true, Strength::Tidy) => Reason::Related,
        _ => Reason::Outside,
    }
}
