//! What is counted of a page once, so that every box is asked in constant time.

use std::ops::Range;

use super::called::{called_apart, called_comments, comments, in_one_comment};
use crate::judge::context::{BlockId, Context, is_address, is_landmark, is_material, running};
use crate::judge::roles::BODY;
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// Elements of a box.
const MOST_ELEMENTS: usize = 200;
/// From this probability on a block is the article's wherever it stands.
const SURE: f32 = 0.85;

/// How much of each stands before every place, and in the end how much there is.
pub(super) struct Counts<'c, 'p> {
    pub context: &'c Context<'p>,
    /// Words of likely body text, by block.
    pub body: Vec<u32>,
    /// The same without what is called comments or a dialog.
    pub plain: Vec<u32>,
    /// Blocks that are the article's wherever they stand.
    pub sure: Vec<u32>,
    /// Items of lists.
    pub items: Vec<u32>,
    /// Blocks whose text stands in three places or more.
    pub again: Vec<u32>,
    /// Elements to write in, and to press.
    pub forms: Vec<u32>,
    pub buttons: Vec<u32>,
    /// Fields for an address.
    pub addresses: Vec<u32>,
    /// Elements of the article's that are no prose.
    pub material: Vec<u32>,
    /// Elements for the article of a page.
    pub articles: Vec<u32>,
    /// For each element how many comments stand right in it.
    pub comments: Vec<u32>,
    /// Elements that are called comments and show something.
    pub called: Vec<u32>,
    /// Words of likely body text that stand in no single comment.
    pub loose: Vec<u32>,
}

impl<'c, 'p> Counts<'c, 'p> {
    pub fn new(context: &'c Context<'p>, p: &[f32]) -> Self {
        let page = context.page;
        let words = |at: BlockId| u32::from(p[at] >= BODY) * context.blocks[at].stats.words;
        let called = called_apart(context);
        let comments_called = called_comments(context);
        let single = in_one_comment(context, &comments_called);
        let again = |at: BlockId| u32::from(context.occurrences[at] >= 3);
        Counts {
            context,
            body: running((0..p.len()).map(words)),
            plain: running((0..p.len()).map(|at| u32::from(!called[at]) * words(at))),
            sure: running(p.iter().map(|&p| u32::from(p >= SURE))),
            items: tagged(page, |tag| tag == Tag::Li),
            again: running((0..p.len()).map(again)),
            forms: tagged(page, |tag| matches!(tag, Tag::Form | Tag::Textarea)),
            buttons: tagged(page, |tag| tag == Tag::Button),
            addresses: running((0..page.len()).map(|id| u32::from(is_address(page, id)))),
            material: tagged(page, |tag| is_material(tag) || tag == Tag::Figcaption),
            articles: tagged(page, |tag| matches!(tag, Tag::Main | Tag::Article)),
            comments: comments(context),
            loose: running((0..p.len()).map(|at| u32::from(!single[at]) * words(at))),
            called: comments_called,
        }
    }

    /// Words of the body.
    pub fn words(&self, blocks: &Range<BlockId>) -> u32 {
        self.body[blocks.end] - self.body[blocks.start]
    }

    /// Less than half of the body stands there.
    pub fn is_lesser(&self, blocks: &Range<BlockId>) -> bool {
        2 * self.words(blocks) < self.words(&(0..self.context.blocks.len()))
    }

    /// True for an element with one of what is counted by element.
    pub fn has(&self, counts: &[u32], id: NodeId) -> bool {
        self.held(counts, id) > 0
    }

    /// How many of what is counted by element stand in one.
    pub fn held(&self, counts: &[u32], id: NodeId) -> u32 {
        self.context.held(counts, id)
    }

    /// How many of what is counted by block stand in an element.
    pub fn shown(&self, counts: &[u32], id: NodeId) -> u32 {
        self.context.held_in_blocks(counts, id)
    }

    /// True for a box of few words and elements without the headline and with less than half of what is likely.
    pub fn is_box(&self, id: NodeId, words: u32) -> bool {
        let (context, page) = (self.context, self.context.page);
        if context.sums[id as usize].words > words || page.subtree(id).len() > MOST_ELEMENTS {
            return false;
        }
        let blocks = context.blocks_in(id);
        !blocks.is_empty()
            && !context.holds_headline(id)
            && !is_landmark(page.tag(id))
            && self.is_lesser(&blocks)
    }

    /// True for such a box in which nothing is surely the article's.
    pub fn may_go(&self, id: NodeId, words: u32) -> bool {
        self.is_box(id, words) && self.shown(&self.sure, id) == 0
    }
}

/// How many elements stand before each that have such a tag.
fn tagged(page: &Outline, is: impl Fn(Tag) -> bool) -> Vec<u32> {
    running(page.nodes.iter().map(|node| u32::from(is(node.tag))))
}
