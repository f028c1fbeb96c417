//! Everything else that the model is sure is not the article.

use crate::evidence::Clue;
use crate::judge::boxes::{Bench, is_landmark};
use crate::judge::frame::Frame;
use crate::options::Strength;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on the outermost elements without anything of the article. Tidy leaves masthead, menus and footer.
pub fn judge(bench: &Bench<'_, '_>, frame: &Frame, strength: Strength) -> Vec<Verdict> {
    let mut out = Vec::new();
    let mut id = 0;
    while id < bench.context.page.len() {
        if skips(bench, frame, id, strength) {
            id = bench.context.page.node(id).end;
        } else if outside(bench, frame, id, strength) {
            out.push(Verdict::hide(
                id,
                reason(bench, id, strength),
                Certainty::Weak,
                Clue::Outside,
            ));
            id = bench.context.page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

/// What shows nothing, and in Tidy the site's frame.
fn skips(bench: &Bench<'_, '_>, frame: &Frame, id: NodeId, strength: Strength) -> bool {
    let page = bench.context.page;
    let framed = strength == Strength::Tidy && frame.is_inside(id);
    page.tag(id) == Tag::Head || page.node(id).foreign || framed
}

/// True where an element shows text and none of it is the article's.
fn outside(bench: &Bench<'_, '_>, frame: &Frame, id: NodeId, strength: Strength) -> bool {
    let tag = bench.context.page.tag(id);
    let landmark = match strength {
        Strength::Tidy => is_landmark(tag) || frame.is_held_by(id),
        Strength::Focus => matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Frameset),
    };
    let shows = bench.context.sums[id as usize].blocks > 0 || holds_media(bench, id);
    !landmark
        && shows
        && bench.mass.top(id) < sure(bench, id, strength)
        && !bench.mass.holds_kept(id)
        && !bench.may_illustrate(id)
        && !heads_article(bench, id)
}

/// True for an element that is one heading, or a line as short, over text of the article.
fn heads_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let mut blocks = bench.context.blocks_in(id);
    blocks.len() == 1 && blocks.all(|at| bench.beside[at])
}

/// Below this probability a block is surely not the article's. Chosen by what it costs on sites that the model had not
/// seen: text between paragraphs is most to lose and least to gain, above the article it is the other way round, and
/// of links little is lost anywhere. See `docs/accuracy.md`.
fn sure(bench: &Bench<'_, '_>, id: NodeId, strength: Strength) -> f32 {
    let links = bench.context.sums[id as usize].link_density() > 0.5;
    let above = bench.is_above_article(id);
    if above && strength == Strength::Tidy {
        // A masthead without a name of its own stands here.
        return 0.03;
    }
    if links || above {
        return 0.15;
    }
    let (between, below) = match strength {
        Strength::Tidy => (0.03, 0.05),
        Strength::Focus => (0.05, 0.12),
    };
    if bench.is_below_body(id) {
        below
    } else {
        between
    }
}

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
