//! A list of which nobody is sure goes whole or stays whole.
//!
//! Of items that are alike the model says nearly the same, and what parts them is less than it can tell: half of a list
//! of tags or of sources is of no use, and looks like an accident.

use super::Case;
use super::budget::grants;
use super::whole::{LONGEST_LIST, going, is_bare};
use crate::evidence::Clue;
use crate::judge::Judgement;
use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Below this mean probability a list of links goes, and one of text amid the article and below it: no more than
/// `judge/verdicts/outside.rs` asks of an item, and of links less, for a list is more to lose.
const LINKS: f32 = 0.1;
const BETWEEN: f32 = 0.03;
const BELOW: f32 = 0.05;

/// Takes back what is said of single items only because they look like nothing of the article, where others stay, and
/// gives the lists that go instead.
pub(super) fn settle(case: &Case<'_, '_>, verdicts: &mut Vec<&Verdict>) -> Vec<Verdict> {
    let (context, judgement) = (case.context, case.judgement);
    let list = |verdict: &Verdict| list_of(context, verdict.node).filter(|_| is_bare(verdict));
    let mut lists: Vec<NodeId> = verdicts
        .iter()
        .filter_map(|verdict| list(verdict))
        .collect();
    if lists.is_empty() {
        return Vec::new();
    }
    lists.sort_unstable();
    lists.dedup();
    let all = going(context, verdicts);
    let others: Vec<&Verdict> = (verdicts.iter().copied())
        .filter(|verdict| list(verdict).is_none())
        .collect();
    let others = going(context, &others);
    lists.retain(|&list| is_parted(context, judgement, list, &all));
    verdicts.retain(|verdict| list(verdict).is_none_or(|id| lists.binary_search(&id).is_err()));
    let verdict = |id| Verdict::hide(id, Reason::Outside, Certainty::Weak, Clue::Outside);
    lists
        .into_iter()
        .filter(|&list| is_outside(context, judgement, list, &others))
        .map(verdict)
        .filter(|verdict| grants(case, verdict))
        .collect()
}

/// The list of which an element is an item.
fn list_of(context: &Context<'_>, id: NodeId) -> Option<NodeId> {
    let page = context.page;
    let list = page.parent(id);
    list.filter(|&list| {
        page.tag(id) == Tag::Li
            && matches!(page.tag(list), Tag::Ul | Tag::Ol)
            && context.blocks_in(list).len() <= LONGEST_LIST
    })
}

/// Something of the list stays, and nothing that is the article's: beside that a promo goes alone.
fn is_parted(context: &Context<'_>, judgement: &Judgement, list: NodeId, going: &[bool]) -> bool {
    let mut stay = context.blocks_in(list).filter(|&at| !going[at]).peekable();
    stay.peek().is_some() && !stay.any(|at| judgement.is_own(at))
}

/// Looks no more like the article than an item that goes, all in all and without what goes for other reasons.
fn is_outside(context: &Context<'_>, judgement: &Judgement, list: NodeId, going: &[bool]) -> bool {
    let blocks = || context.blocks_in(list).filter(|&at| !going[at]);
    let sum: f32 = blocks().map(|at| judgement.p[at]).sum();
    let stats = || blocks().map(|at| &context.blocks[at].stats);
    let letters: u32 = stats().map(|stats| stats.letters).sum();
    let linked: u32 = stats().map(|stats| stats.link_letters).sum();
    let limit = if 2 * linked > letters {
        LINKS
    } else if judgement.parts.is_below_body(context, list) {
        BELOW
    } else {
        BETWEEN
    };
    sum < limit * blocks().count() as f32
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{judge_by, paragraphs};
    use crate::plan::plan;
    use crate::read::read;
    use crate::{Options, Strength, rewrite};

    /// Which items of a list below the article stay, of which the model says this.
    fn left(items: &[(&str, f32)]) -> Vec<String> {
        let item = |(text, _): &(&str, f32)| format!("<li>{text}</li>");
        let list: String = items.iter().map(item).collect();
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<ul>{list}</ul><p>Ends.</p></article></body></html>",
            paragraphs(8)
        );
        let page = read(&html);
        let context = Context::new(&page);
        let likely = |text: &String| {
            let item = items.iter().find(|(item, _)| item.contains(text.as_str()));
            item.map_or(0.9, |(_, p)| *p)
        };
        let p = context.texts.iter().map(likely).collect();
        let options = Options {
            strength: Strength::Focus,
            ..Options::default()
        };
        let plan = plan(&context, &judge_by(&context, p, &options), &options);
        let rest = rewrite(&html, &plan);
        let stays = |(text, _): &&(&str, f32)| rest.contains(text);
        let left = items.iter().filter(stays);
        left.map(|(text, _)| (*text).to_owned()).collect()
    }

    const LINK: [&str; 3] = [
        "<a href='/1'>Lamps</a>",
        "<a href='/2'>Harbours</a>",
        "<a href='/3'>Councils</a>",
    ];

    #[test]
    fn alike_items_go_together_or_stay_together() {
        let links = |p: [f32; 3]| left(&[(LINK[0], p[0]), (LINK[1], p[1]), (LINK[2], p[2])]).len();
        assert_eq!(links([0.05, 0.17, 0.05]), 0);
        assert_eq!(links([0.14, 0.17, 0.05]), 3);
        assert_eq!(links([0.14, 0.19, 0.19]), 3);
        // Where it may not go whole it stays whole.
        assert_eq!(links([0.01, 0.3, 0.01]), 3);
    }

    #[test]
    fn one_item_of_another_kind_goes_alone() {
        let own = |text, p| (text, p);
        let items = [
            own("Light the lamp", 0.9),
            own("Trim the wick", 0.9),
            own(LINK[2], 0.05),
        ];
        assert_eq!(left(&items), ["Light the lamp", "Trim the wick"]);
    }
}
