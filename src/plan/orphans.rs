//! Headings of what has gone: "Related stories" over nothing.

use std::cell::OnceCell;

use super::edit::{Edit, hides, like};
use super::sight::Sight;
use crate::judge::Judgement;
use crate::judge::context::{BlockId, Context, heading_around};
use crate::outline::NodeId;
use crate::verdict::Reason;

/// A heading as likely as that is the article's.
const LIKELY: f32 = 0.5;
/// A heading with more of it in a link is a teaser's own.
const MOSTLY_TEXT: f32 = 0.5;

/// Adds such headings to the edits; what one of them holds may be among these already.
pub(super) fn add(
    context: &Context<'_>,
    judgement: &Judgement,
    kept: &[NodeId],
    edits: &mut Vec<Edit>,
) {
    let mut more = orphans(context, judgement, kept, edits);
    more.dedup_by_key(|edit| edit.ordinal);
    edits.extend(more);
    edits.sort_by_key(|edit| edit.ordinal);
}

/// Headings below the article, beside what went and with nothing else under them.
fn orphans(
    context: &Context<'_>,
    judgement: &Judgement,
    kept: &[NodeId],
    edits: &[Edit],
) -> Vec<Edit> {
    let page = context.page;
    let sight = OnceCell::new();
    let sight = || sight.get_or_init(|| Sight::of(context, judgement, kept, edits));
    // The edit that hides each block.
    let mut by = vec![None; context.blocks.len()];
    for edit in edits.iter().filter(|edit| hides(edit)) {
        by[context.blocks_in(edit.ordinal)].fill(Some(edit));
    }
    let in_sight = |at: &BlockId| context.blocks[*at].is_in_sight();
    let heads = |at: BlockId| heading_around(page, context.blocks[at].node).is_some();
    let is_free = |at: BlockId| {
        by[at].is_none()
            && context.blocks[at].stats.link_density() < MOSTLY_TEXT
            && !judgement.is_own(at)
            && judgement.p[at] < LIKELY
            && !judgement.frame.is_inside(context.blocks[at].node)
    };
    let below = judgement.parts.range.end..context.blocks.len();
    let orphan = |at: BlockId| {
        if !(in_sight(&at) && heads(at) && is_free(at)) {
            return None;
        }
        let edit: &Edit = (at + 1..context.blocks.len())
            .find(in_sight)
            .and_then(|next| by[next])
            .filter(|edit| has_headings(edit))?;
        let unit = context.unit(at);
        let around = page.node(edit.ordinal).parent;
        let mut up = page.ancestors(unit).take(2);
        // Nothing stands around a box at the top of a page without `<html>`.
        if !up.any(|up| up == around) || page.contains(unit, edit.ordinal) {
            return None;
        }
        let past = context.blocks_in(edit.ordinal).end;
        let next =
            (past..context.blocks_in(around).end).find(|at| in_sight(at) && by[*at].is_none());
        let till = next.map_or(page.node(around).end, |at| context.blocks[at].node);
        // Pictures, maps and fields say nothing and may be what it heads.
        let bare = || sight().is_empty(page.node(unit).end..till);
        (next.is_none_or(heads) && bare()).then(|| like(edit, context, unit))
    };
    below.filter_map(orphan).collect()
}

/// What a heading may stand over: an advert stands anywhere.
fn has_headings(edit: &Edit) -> bool {
    matches!(
        edit.reason,
        Reason::Comments
            | Reason::Newsletter
            | Reason::Outside
            | Reason::Promo
            | Reason::Related
            | Reason::Widget
    )
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::judge::context::Context;
    use crate::judge::{judge_by, paragraphs};
    use crate::plan::plan;
    use crate::read::read;
    use crate::tag::Tag;

    #[test]
    fn a_heading_goes_with_all_that_it_heads() {
        let links = |count: usize| {
            let link = |at| format!("<li><a href='/{at}'>News {at} of the harbour today</a></li>");
            (0..count).map(link).collect::<String>()
        };
        let hidden = |above: &str, below: &str, heading: f32| {
            let section = if above.is_empty() { "" } else { "<section>" };
            let page = read(&format!(
                "{above}<article><h1>The lamp stays lit</h1>{}</article>{section}<div class='h'><h3>Soups</h3></div><div class='related-grid'><ul>{}</ul></div>{below}",
                paragraphs(8),
                links(6)
            ));
            let context = Context::new(&page);
            let p = |text: &String| match text.as_str() {
                "Soups" => heading,
                "The soup is of herring." => 0.3,
                text if text.starts_with("News") => 0.02,
                _ => 0.95,
            };
            let p = context.texts.iter().map(p).collect();
            let options = Options::default();
            let plan = plan(&context, &judge_by(&context, p, &options), &options);
            let heading = (0..page.len())
                .find(|&id| page.tag(id) == Tag::H3)
                .unwrap_or(0);
            plan.edits
                .iter()
                .any(|edit| page.contains(edit.ordinal, heading))
        };
        let html = "<html><body>";
        assert!(hidden(html, "", 0.3));
        assert!(!hidden(html, "", 0.6));
        assert!(!hidden(html, "<p>The soup is of herring.</p>", 0.3));
        assert!(hidden(html, "<h3>The soup is of herring.</h3>", 0.3));
        for thing in [
            "<img src='/soup.jpg'>",
            "<video src='/soup.mp4'></video>",
            "<input>",
        ] {
            assert!(!hidden(html, thing, 0.3), "{thing}");
        }
        // Without an element around them all.
        assert!(!hidden("", "", 0.3));
    }
}
