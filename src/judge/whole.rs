//! What belongs together stays together: a heading with what it heads, an item with its list.
//!
//! The model looks at each line by itself, and short lines look least like an article. Without the line over them the
//! points of a verdict say nothing, and of a list with half of its items nobody can tell that half is missing.

use crate::blocks::Hidden;
use crate::judge::boxes::Bench;
use crate::judge::context::BlockId;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Reason, Verdict};

/// Drops what is said of headings and items only because they look like nothing of the article, where the rest stays.
pub fn spare(bench: &Bench<'_, '_>, verdicts: &mut Vec<Verdict>) {
    let going = Going::of(bench, verdicts);
    verdicts.retain(|verdict| {
        let id = verdict.node;
        let bare = verdict.reason == Reason::Outside && verdict.action == Action::Hide;
        // Titles of teasers and tags are links, and what stands elsewhere heads nothing of the article.
        let may_stay = bare
            && bench.context.page.contains(bench.root(), id)
            && !bench.is_above_article(id)
            && bench.context.sums[id as usize].link_density() < 0.5;
        let heads = || !bench.is_below_body(id) && heads_what_stays(bench, &going, id);
        !(may_stay && (heads() || stands_in_list_that_stays(bench, &going, id)))
    });
}

/// For each block whether some verdict hides it.
struct Going(Vec<bool>);

impl Going {
    fn of(bench: &Bench<'_, '_>, verdicts: &[Verdict]) -> Going {
        let context = bench.context;
        let mut going: Vec<bool> = context
            .blocks
            .iter()
            .map(|block| block.hidden != Hidden::No)
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
        Going(going)
    }

    fn stays(&self, at: BlockId) -> bool {
        !self.0[at]
    }
}

/// The heading's level, where the element is a heading and nothing else.
fn heading(bench: &Bench<'_, '_>, id: NodeId) -> Option<usize> {
    let context = bench.context;
    let mut blocks = context.blocks_in(id);
    let (at, None) = (blocks.next()?, blocks.next()) else {
        return None;
    };
    context.page.tag(context.blocks[at].node).heading_level()
}

/// A heading right over something of its section that stays.
fn heads_what_stays(bench: &Bench<'_, '_>, going: &Going, id: NodeId) -> bool {
    let context = bench.context;
    let page = context.page;
    let Some(level) = heading(bench, id) else {
        return false;
    };
    let Some(section) = page.ancestors(id).next() else {
        return false;
    };
    let below = context.blocks_in(id).end..context.blocks_in(section).end;
    let own = below.take_while(|&at| {
        let next = page.tag(context.blocks[at].node).heading_level();
        next.is_none_or(|next| next > level)
    });
    own.take(MOST_BELOW).any(|at| going.stays(at))
}

/// Lines below a heading that are looked at.
const MOST_BELOW: usize = 3;

/// An item of a list of which at least half stays.
fn stands_in_list_that_stays(bench: &Bench<'_, '_>, going: &Going, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let list = page.ancestors(id).next();
    let list = list.filter(|&list| matches!(page.tag(list), Tag::Ul | Tag::Ol));
    let Some(blocks) = list.map(|list| context.blocks_in(list)) else {
        return false;
    };
    let staying = blocks.clone().filter(|&at| going.stays(at)).count();
    blocks.len() <= LONGEST_LIST && 2 * staying >= blocks.len()
}

/// A longer list is no reader's loss by one item, and would be counted for each of them.
const LONGEST_LIST: usize = 100;
