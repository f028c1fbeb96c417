//! The text budget: what a verdict may take from the article.

use crate::blocks::Hidden;
use crate::judge::context::{Context, is_paragraph};
use crate::judge::{Judgement, Role, is_landmark};
use crate::options::Strength;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};

/// What a verdict may take, by how sure it is.
pub(super) fn grants(
    context: &Context<'_>,
    judgement: &Judgement,
    verdict: &Verdict,
    strength: Strength,
) -> bool {
    // Rules are settled before.
    if verdict.action != Action::Hide || verdict.certainty == Certainty::Rule {
        return true;
    }
    let id = verdict.node;
    // Pieces of a drawing are no blocks: without a symbol of its sprite an icon is gone.
    if context.page.node(id).foreign && verdict.reason != Reason::Icon {
        return false;
    }
    if strength == Strength::Tidy
        && !(leaves_frame(judgement, verdict) && leaves_pages(context, judgement, id))
    {
        return false;
    }
    let mass = &judgement.mass;
    let sure = verdict.certainty == Certainty::Strong;
    if mass.holds_kept(id) && !(sure && takes_no_headline(context, judgement, id)) {
        return false;
    }
    let top = if sure {
        0.9
    } else {
        weak_limit(context, judgement, id)
    };
    let lost: f32 = if sure { 25.0 } else { 6.0 };
    let allowed = mass.top(id) < top && mass.words(id) <= lost.max(0.01 * mass.words(0));
    allowed && !is_frame(context.page.tag(id)) && (sure || !holds_material(context, judgement, id))
}

/// Tidy leaves masthead, menus and footer usable: only adverts, banners and icon text go from them.
fn leaves_frame(judgement: &Judgement, verdict: &Verdict) -> bool {
    let covers = matches!(
        verdict.reason,
        Reason::Advert | Reason::Consent | Reason::Overlay | Reason::Icon
    );
    if judgement.frame.is_inside(verdict.node) {
        return covers;
    }
    covers || !judgement.frame.is_held_by(verdict.node)
}

/// Strong evidence may take a caption or a byline with its box, but never the headline.
fn takes_no_headline(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> bool {
    context.blocks_in(id).all(|at| {
        judgement.parts.roles[at] == Role::Other || context.blocks[at].hidden != Hidden::No
    })
}

/// Tidy leaves the links to the article's other pages, and boxes of little else.
fn leaves_pages(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> bool {
    let words = |id: NodeId| context.sums[id as usize].words;
    judgement.pagers.iter().all(|&pager| {
        let around = context.page.contains(id, pager) && words(id) <= words(pager) + 12;
        !around && !context.page.contains(pager, id)
    })
}

fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Main) && is_landmark(tag)
}

/// Code, tables of data and quotations inside the article, and parts of them, are kept unless the evidence is strong.
fn holds_material(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> bool {
    let page = context.page;
    let root = judgement.parts.root;
    let material = |&d: &NodeId| {
        let tag = page.tag(d);
        matches!(tag, Tag::Pre | Tag::Table | Tag::Blockquote | Tag::Math)
            && judgement.mass.top(d) > 0.1
    };
    let inside = root != id && page.contains(root, id);
    inside
        && (id..page.node(id).end)
            .chain(page.ancestors(id).take_while(|&up| up != root))
            .any(|d| material(&d))
}

/// What the blocks between headline and end of the body may be taken for on weak evidence.
fn weak_limit(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> f32 {
    let range = &judgement.parts.range;
    let prose = context
        .blocks_in(id)
        .any(|at| range.contains(&at) && is_paragraph(&context.blocks[at]));
    if prose { 0.1 } else { 0.25 }
}
