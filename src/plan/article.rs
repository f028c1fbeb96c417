//! Whether a page is an article at all.

use rustc_hash::FxHashMap;

use crate::blocks::Block;
use crate::judge::context::{Context, is_paragraph};
use crate::judge::{Judgement, Role};
use crate::options::Options;
use crate::outline::{NodeId, Outline};
use crate::plan::headlines::{LITTLE_TEXT, is_list, is_named};
use crate::tag::Tag;

/// Fewer words of body text than this are no article.
const FEWEST_WORDS: u32 = 60;
/// But of a page that says it is one, goes by its headline, and was clicked; and of one in short sections, together in one.
const FEWEST_NAMED: u32 = 20;

/// An article is prose that stands together, or in sections that lead nowhere. A front page has as many words, but each
/// teaser in a box of its own.
pub(super) fn is_article(context: &Context<'_>, judgement: &Judgement, options: &Options) -> bool {
    let is_frameset = || {
        let mut nodes = context.page.nodes.iter();
        nodes.any(|node| node.tag == Tag::Frameset)
    };
    let words = judgement.parts.words;
    let together = most_together(context, judgement);
    let (declared, by_hand) = (context.page.metadata.declared, !options.automatic);
    let named = by_hand && is_named(context, judgement);
    let least = if named { FEWEST_NAMED } else { FEWEST_WORDS };
    let fewest = if declared { least } else { FEWEST_WORDS };
    let stands_together = if declared {
        together > 0
    } else {
        let sections = || {
            let enough = !options.automatic || words >= LITTLE_TEXT;
            enough && is_in_sections(context, judgement)
        };
        let scattered = || named && !is_list(context, judgement);
        together >= least && (together * 3 >= words || sections() || scattered())
    };
    words >= fewest && stands_together && !is_frameset()
}

/// The most words of body text that stand in blocks of one parent, or in one long block.
fn most_together(context: &Context<'_>, judgement: &Judgement) -> u32 {
    let mut by_parent: FxHashMap<NodeId, u32> = FxHashMap::default();
    for (at, block) in context
        .blocks
        .iter()
        .enumerate()
        .filter(|(at, _)| judgement.parts.roles[*at] == Role::Body)
    {
        let parent = context.page.node(context.unit(at)).parent;
        *by_parent.entry(parent).or_default() += block.stats.words;
    }
    by_parent.values().copied().max().unwrap_or(0)
}

/// Levels above a paragraph in which a teaser has its box.
const BOX_LEVELS: usize = 3;
/// Blocks of body text that a teaser's box holds at most.
const BOX_BLOCKS: usize = 3;

/// Most of the body is paragraphs, and most of those stand in no box with a line that leads elsewhere.
fn is_in_sections(context: &Context<'_>, judgement: &Judgement) -> bool {
    let blocks = || context.blocks.iter().enumerate();
    let is_body = |at: usize| judgement.parts.roles[at] == Role::Body;
    let leads = |block: &Block| block.stats.words >= 3 && block.stats.link_density() >= 0.8;
    let units = |take: &dyn Fn(usize, &Block) -> bool| -> Vec<NodeId> {
        let taken = blocks().filter(|(at, block)| take(*at, block));
        taken.map(|(at, _)| context.unit(at)).collect()
    };
    let [body, links] = [units(&|at, _| is_body(at)), units(&|_, block| leads(block))];
    let is_teaser = |at: usize| {
        let boxes = context.page.ancestors(context.unit(at)).take(BOX_LEVELS);
        boxes
            .take_while(|&up| within(context.page, &body, up) <= BOX_BLOCKS)
            .any(|up| within(context.page, &links, up) > 0)
    };
    let (mut prose, mut teasers) = (0, 0);
    for (at, block) in blocks().filter(|(at, block)| is_body(*at) && is_paragraph(block)) {
        let of = if is_teaser(at) {
            &mut teasers
        } else {
            &mut prose
        };
        *of += block.stats.words;
    }
    prose * 2 >= judgement.parts.words && teasers * 3 <= prose
}

/// How many of these nodes, which are in document order, stand inside of an element.
fn within(page: &Outline, nodes: &[NodeId], element: NodeId) -> usize {
    let until = |end: NodeId| nodes.partition_point(|&node| node < end);
    until(page.node(element).end) - until(element)
}
