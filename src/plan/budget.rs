//! The text budget: what a verdict may take from the article.

use super::Case;
use crate::evidence::Clue;
use crate::judge::Role;
use crate::judge::context::{is_material, is_paragraph};
use crate::options::Strength;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};

/// The article's words that strong evidence, or a rule that nobody confirmed, may take.
pub(crate) const FEW_WORDS: f32 = 25.0;
/// And those that weak evidence may.
const FEWER_WORDS: f32 = 6.0;

/// Of a long article this part of it, where that is more.
const PART: f32 = 0.01;

/// Strong evidence takes nothing in which a block is as likely the article's.
const SURE: f32 = 0.9;
/// Nor does weak evidence, of paragraphs between headline and end of the body and of everything else.
const DOUBTED_PROSE: f32 = 0.1;
const DOUBTED: f32 = 0.25;
/// From this probability on code, a table or a quotation is the article's.
const MATERIAL: f32 = 0.1;

/// The words that may go of an article of so many.
pub(super) fn may_take(few: f32, whole: f32) -> f32 {
    few.max(PART * whole)
}

/// What a verdict may take, by how sure it is.
pub(super) fn grants(case: &Case<'_, '_>, verdict: &Verdict) -> bool {
    let (context, judgement) = (case.context, case.judgement);
    // Rules are settled before.
    if verdict.action != Action::Hide || verdict.certainty == Certainty::Rule {
        return true;
    }
    let id = verdict.node;
    // Pieces of a drawing are no blocks: without a symbol of its sprite an icon is gone.
    if context.page.node(id).foreign && verdict.reason != Reason::Icon {
        return false;
    }
    if case.strength == Strength::Tidy && !(leaves_frame(case, verdict) && leaves_pages(case, id)) {
        return false;
    }
    let mass = &judgement.mass;
    let sure = verdict.certainty == Certainty::Strong;
    if mass.holds_display_text(id) && !(sure && takes_no_headline(case, id)) {
        return false;
    }
    let limit = if sure { SURE } else { weak_limit(case, id) };
    let few = if sure { FEW_WORDS } else { FEWER_WORDS };
    let allowed = mass.likeliest(id) < limit && mass.words(id) <= may_take(few, mass.words(0));
    allowed && !holds_page(context.page.tag(id)) && (sure || !holds_material(case, id))
}

/// Tidy leaves masthead, menus and footer usable: only adverts, banners and icon text go from them. A menu may be called
/// a drawer, and opens when it is wanted.
fn leaves_frame(case: &Case<'_, '_>, verdict: &Verdict) -> bool {
    let (frame, id) = (&case.judgement.frame, verdict.node);
    let opens = || {
        verdict.evidence.clue == Clue::NamedOverlay
            && case.context.sums[id as usize].link_density() > 0.5
    };
    !(frame.is_inside(id) || frame.is_held_by(id)) || (verdict.reason.is_for_nobody() && !opens())
}

/// Strong evidence may take a caption or a byline with its box, but never the headline.
fn takes_no_headline(case: &Case<'_, '_>, id: NodeId) -> bool {
    let (context, roles) = (case.context, &case.judgement.parts.roles);
    context
        .blocks_in(id)
        .all(|at| roles[at] == Role::Other || !context.blocks[at].is_in_sight())
}

/// Words beside the links to the article's other pages in a box that is there for them.
const BESIDE_PAGES: u32 = 12;
/// Each says two words or more: of a box with more than so many none is nearly all.
const MANY_PAGERS: usize = 8;

/// Tidy leaves the links to the article's other pages, and boxes of little else.
fn leaves_pages(case: &Case<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (case.context, case.context.page);
    // In the order of the page, none in another.
    let pagers = &case.judgement.pagers;
    let (before, after) = pagers.split_at(pagers.partition_point(|&pager| pager < id));
    let words = |id: NodeId| context.sums[id as usize].words;
    let nearly_all =
        |&pager: &NodeId| page.contains(id, pager) && words(id) <= words(pager) + BESIDE_PAGES;
    let inside = before.last().is_some_and(|&pager| page.contains(pager, id));
    !inside && !after.iter().take(MANY_PAGERS).any(nearly_all)
}

fn holds_page(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Main)
}

/// Code, tables of data and quotations inside the article, and parts of them, are kept unless the evidence is strong.
fn holds_material(case: &Case<'_, '_>, id: NodeId) -> bool {
    let (context, judgement) = (case.context, case.judgement);
    let page = context.page;
    let root = judgement.parts.root;
    let material = |&d: &NodeId| {
        is_material(page.tag(d))
            && page.tag(d) != Tag::Code
            && judgement.mass.likeliest(d) > MATERIAL
    };
    // A word of code in a line is no listing, nor is all that stands in a `<code>` that nobody closed.
    let is_listing = |at: usize| {
        let inner = context.blocks[at].inner;
        page.tag(inner) == Tag::Code && judgement.p[at] > MATERIAL
    };
    let inside = root != id && page.contains(root, id);
    let mut around = page
        .subtree(id)
        .chain(page.ancestors(id).take_while(|&up| up != root));
    inside && (around.any(|d| material(&d)) || context.blocks_in(id).any(is_listing))
}

/// Below which probability weak evidence may take an element.
fn weak_limit(case: &Case<'_, '_>, id: NodeId) -> f32 {
    let (context, range) = (case.context, &case.judgement.parts.range);
    let prose = context
        .blocks_in(id)
        .any(|at| range.contains(&at) && is_paragraph(&context.blocks[at]));
    if prose { DOUBTED_PROSE } else { DOUBTED }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{article_around, judge_by};
    use crate::read::read;

    /// Whether weak evidence may take an element that holds this, amid the article, of which the model believes a fifth.
    fn may_go(inside: &str) -> bool {
        let page = read(&article_around(&format!("<section>{inside}</section>")));
        let context = Context::new(&page);
        let likely = |text: &String| if text == "light the lamp" { 0.2 } else { 0.9 };
        let p = context.texts.iter().map(likely).collect();
        let judgement = judge_by(&context, p, &Options::default());
        let section = (0..page.len()).find(|&id| page.tag(id) == Tag::Section);
        let id = section.unwrap_or_default();
        let verdict = Verdict::hide(id, Reason::Outside, Certainty::Weak, Clue::Outside);
        let case = Case {
            context: &context,
            judgement: &judgement,
            strength: Strength::Focus,
            article: true,
        };
        grants(&case, &verdict)
    }

    #[test]
    fn code_of_the_article_stays_with_and_without_a_box_of_its_own() {
        assert!(may_go("<p>light the lamp</p>"));
        assert!(!may_go("<pre>light the lamp</pre>"));
        assert!(!may_go("<div><code>light the lamp</code></div>"));
    }
}
