//! What belongs together stays together: a heading with what it heads, an item with its list.
//!
//! The model looks at each line by itself, and short lines look least like an article. Without the line over them the
//! points of a verdict say nothing, and of a list with half of its items nobody can tell that half is missing.

use crate::judge::Judgement;
use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Reason, Verdict};

/// Takes back what is said of headings and items only because they look like nothing of the article, where the rest stays.
pub(super) fn spare(context: &Context<'_>, judgement: &Judgement, verdicts: &mut Vec<&Verdict>) {
    let rest = Rest {
        context,
        judgement,
        going: going(context, verdicts),
    };
    verdicts.retain(|verdict| !(is_bare(verdict) && rest.holds(verdict.node)));
}

/// A verdict that something looks like nothing of the article, and on no other evidence.
pub(super) fn is_bare(verdict: &Verdict) -> bool {
    verdict.reason == Reason::Outside && verdict.action == Action::Hide
}

/// For each block whether some verdict hides it.
pub(super) fn going(context: &Context<'_>, verdicts: &[&Verdict]) -> Vec<bool> {
    let mut going: Vec<bool> = context
        .blocks
        .iter()
        .map(|block| !block.is_in_sight())
        .collect();
    // Where one stands in another, the blocks of the inner are marked already.
    let mut past = 0;
    let mut hidden: Vec<NodeId> = verdicts
        .iter()
        .filter(|verdict| verdict.action == Action::Hide)
        .map(|verdict| verdict.node)
        .collect();
    hidden.sort_unstable();
    for id in hidden {
        if id >= past {
            going[context.blocks_in(id)].fill(true);
            past = context.page.node(id).end;
        }
    }
    going
}

/// Lines below a heading that are looked at.
const MOST_BELOW: usize = 3;
/// A longer list is no reader's loss by one item, and would be counted for each of them.
pub(super) const LONGEST_LIST: usize = 100;

/// What of the page no verdict hides.
struct Rest<'r, 'p> {
    context: &'r Context<'p>,
    judgement: &'r Judgement,
    going: Vec<bool>,
}

impl Rest<'_, '_> {
    /// True for an element of the article that belongs to what stays.
    fn holds(&self, id: NodeId) -> bool {
        let (context, parts) = (self.context, &self.judgement.parts);
        // Titles of teasers and tags are links, and what stands elsewhere heads nothing of the article.
        let may_stay = context.page.contains(parts.root, id)
            && !parts.is_above_article(context, id)
            && context.sums[id as usize].link_density() < 0.5;
        let heads = || !parts.is_below_body(context, id) && self.has_below(id);
        may_stay && (heads() || self.has_list_of(id))
    }

    fn stays(&self, at: BlockId) -> bool {
        !self.going[at]
    }

    /// A heading right over something of its section that stays.
    fn has_below(&self, id: NodeId) -> bool {
        let (context, page) = (self.context, self.context.page);
        let Some(level) = heading(context, id) else {
            return false;
        };
        let Some(section) = page.parent(id) else {
            return false;
        };
        let below = context.blocks_in(id).end..context.blocks_in(section).end;
        let own = below.take_while(|&at| {
            let next = page.tag(context.blocks[at].node).heading_level();
            next.is_none_or(|next| next > level)
        });
        let mut near = own.take(MOST_BELOW);
        near.any(|at| self.stays(at) && self.is_own(at))
    }

    /// The article's, or an item of a list in one piece, as no teaser is; what else stays does so because nobody is sure.
    fn is_own(&self, at: BlockId) -> bool {
        let (context, page) = (self.context, self.context.page);
        let block = &context.blocks[at];
        let around = page.self_and_ancestors(block.node);
        let item = around.take(2).find(|&id| page.tag(id) == Tag::Li);
        let is_plain = item.is_some_and(|item| {
            context.blocks_in(item).len() == 1 && block.stats.link_density() < 0.5
        });
        is_plain || self.judgement.is_own(at)
    }

    /// An item of a list of which at least half stays.
    fn has_list_of(&self, id: NodeId) -> bool {
        let (context, page) = (self.context, self.context.page);
        let list = page.parent(id);
        let list = list.filter(|&list| matches!(page.tag(list), Tag::Ul | Tag::Ol));
        let blocks = list.map(|list| context.blocks_in(list));
        let Some(blocks) = blocks.filter(|blocks| blocks.len() <= LONGEST_LIST) else {
            return false;
        };
        let own = blocks
            .clone()
            .filter(|&at| self.stays(at) && self.is_own(at));
        2 * own.count() >= blocks.len()
    }
}

/// The heading's level, where the element is a heading and nothing else.
fn heading(context: &Context<'_>, id: NodeId) -> Option<usize> {
    let mut blocks = context.blocks_in(id);
    let (at, None) = (blocks.next()?, blocks.next()) else {
        return None;
    };
    context.page.tag(context.blocks[at].node).heading_level()
}

#[cfg(test)]
mod tests {
    use super::spare;
    use crate::Options;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{judge_by, later_paragraphs, paragraphs};
    use crate::outline::{Attr, NodeId, Outline};
    use crate::read::read;
    use crate::verdict::{Certainty, Reason, Verdict};

    /// Whether a verdict on what bears the id `x` is taken back, amid the article, beside others on what is of class `y`.
    fn is_left(amid: &str) -> bool {
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article></body></html>",
            paragraphs(4),
            later_paragraphs()
        ));
        let context = Context::new(&page);
        let likely = |text: &String| {
            if text.starts_with("The council") {
                0.9
            } else {
                0.04
            }
        };
        let p: Vec<f32> = context.texts.iter().map(likely).collect();
        let named = |page: &Outline, id: NodeId| {
            page.attr(id, Attr::Id) == Some("x") || page.attr(id, Attr::Class) == Some("y")
        };
        let judgement = judge_by(&context, p, &Options::default());
        let ids = (0..page.len()).filter(|&id| named(&page, id));
        let hide = |id| Verdict::hide(id, Reason::Outside, Certainty::Weak, Clue::Outside);
        let all: Vec<Verdict> = ids.map(hide).collect();
        let mut verdicts: Vec<&Verdict> = all.iter().collect();
        spare(&context, &judgement, &mut verdicts);
        !verdicts
            .iter()
            .any(|verdict| page.attr(verdict.node, Attr::Id) == Some("x"))
    }

    #[test]
    fn a_heading_stays_with_what_it_heads() {
        let prose = "<p>The council voted on it once more, nine to four.</p>";
        assert!(is_left(&format!(
            "<section><h3 id='x'>Verdict</h3>{prose}</section>"
        )));
        assert!(is_left(
            "<section><h3 id='x'>Pros</h3><ul><li>Light</li><li>Cheap</li></ul></section>"
        ));
        // What it heads goes, or is another section's.
        assert!(!is_left(
            "<section><h3 id='x'>More</h3><p class='y'>Read on</p></section>"
        ));
        assert!(!is_left(
            "<section><h3 id='x'>More</h3><h3>Prose</h3><p>Read on</p></section>"
        ));
        // A teaser's title, and a heading over what nobody is sure of.
        assert!(!is_left(&format!(
            "<section><h3 id='x'><a href='/a'>Verdict</a></h3>{prose}</section>"
        )));
        assert!(!is_left(
            "<section><h3 id='x'>More</h3><p>Read on</p></section>"
        ));
    }

    #[test]
    fn an_item_stays_with_its_list() {
        assert!(is_left(
            "<ul><li>Light</li><li>Cheap</li><li id='x'>Small</li></ul>"
        ));
        assert!(is_left(
            "<ul><li><p>Light</p></li><li id='x'><p>Small</p></li></ul>"
        ));
        assert!(!is_left(
            "<ul><li class='y'>Light</li><li class='y'>Cheap</li><li id='x'>Small</li></ul>"
        ));
        assert!(!is_left(
            "<ul><li><h4>Light</h4><p>Read on</p></li><li id='x'>Small</li></ul>"
        ));
    }
}
