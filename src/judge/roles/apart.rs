//! Prose that is not the article's, however much it reads like it: dialogs, threads of readers' comments, notes that stand
//! wherever something may not load; and boxes told by shape or name: questions to the reader, summaries by machines, what
//! reads the article out, what wants an address or a click, authors' lives, teasers under a label.

mod bios;
mod called;
mod counts;
mod machine;
mod pitches;
mod players;
mod pressed;
mod shaped;
mod teasers;
mod votes;

use std::ops::Range;

use crate::judge::context::{BlockId, Context, is_landmark};
use crate::outline::NodeId;
use called::{SURE_THREAD, is_comment, is_dialog, is_notice};
use counts::Counts;

/// More than this no block that stands apart is likely to be the article's. Paragraphs among paragraphs of the article are
/// kept all the same.
const APART: f32 = 0.01;

/// How likely a block is the article's whose box cannot be: less than the model ever says.
pub(super) const NEVER: f32 = 0.0;

/// All boxes together hold a fifth of the likely body text at most; more is the article, whatever its boxes are called.
const MOST_TAKEN: u32 = 5;

/// Lowers the probabilities of what stands apart, in time linear in the page.
pub fn lower(context: &Context<'_>, p: &mut [f32]) {
    let counts = Counts::new(context, p);
    for id in context.page.outermost_of_all(|id| counts.stands_apart(id)) {
        let blocks = context.blocks_in(id);
        blocks.for_each(|at| p[at] = p[at].min(APART));
    }
    for id in teasers::boxes(&counts) {
        let blocks = context.blocks_in(id);
        blocks.for_each(|at| p[at] = p[at].min(APART));
    }
    for id in boxes(&counts) {
        context.blocks_in(id).for_each(|at| p[at] = NEVER);
    }
}

/// The boxes that are told by shape or name; those that hold likely text only where they are few.
fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let mut all = [
        votes::boxes(counts),
        bios::boxes(counts),
        machine::boxes(counts),
        players::boxes(counts),
        pitches::boxes(counts),
    ]
    .concat();
    let likely = |id: NodeId| counts.words(&counts.context.blocks_in(id));
    let taken: u32 = all.iter().map(|&id| likely(id)).sum();
    if taken * MOST_TAKEN > counts.words(&(0..counts.context.blocks.len())) {
        all.retain(|&id| likely(id) == 0);
    }
    all.into_iter()
        .map(|id| with_heading(counts.context, id))
        .collect()
}

/// The box around one that holds its heading beside it and nothing else.
fn with_heading(context: &Context<'_>, id: NodeId) -> NodeId {
    let page = context.page;
    let own = context.blocks_in(id);
    let holds_heading = |&up: &NodeId| {
        let blocks = context.blocks_in(up);
        let heading = blocks.start;
        heading + 1 == own.start
            && blocks.end == own.end
            && page.tag(context.blocks[heading].node).is_heading()
            && context.headline != Some(heading)
            && !is_landmark(page.tag(up))
    };
    page.parent(id).filter(holds_heading).unwrap_or(id)
}

impl Counts<'_, '_> {
    fn stands_apart(&self, id: NodeId) -> bool {
        let context = self.context;
        let blocks = &context.blocks_in(id);
        !blocks.is_empty()
            && (self.is_apart_by_name(id, blocks) || self.is_placeholder(id, blocks))
            && !context.holds_headline(id)
            && !is_landmark(context.page.tag(id))
    }

    fn is_apart_by_name(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let context = self.context;
        (is_notice(context, id) && !self.has(&self.articles, id))
            || (is_dialog(context, id) && self.is_lesser(blocks) && !self.is_amid(id, blocks))
            || (is_comment(context, id) && self.is_thread(id, blocks))
    }

    /// Body text stands before it and after it in the same element: a page may give its paragraphs any name.
    fn is_amid(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let parent = self.context.page.node(id).parent;
        self.context.spans.get(parent as usize).is_some_and(|span| {
            let (first, past) = (span.0 as usize, span.1 as usize);
            self.words(&(first..blocks.start)) > 0 && self.words(&(blocks.end..past)) > 0
        })
    }

    /// A comment called so among others, or a box of them with a form to write one. What is called a comment and stands
    /// alone may be an opinion, the article's or a reader's quoted in it; what holds most of the text, and what stands amid
    /// it, is the article's, whatever its name.
    fn is_thread(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let beside = self
            .comments
            .get(self.context.page.node(id).parent as usize);
        let before = self.plain[blocks.start];
        let after = self.plain[self.plain.len() - 1] - before;
        let several = beside.is_some_and(|&comments| comments >= 2);
        // More than the article says only readers do, below an article that is surely one. Each of several comments may
        // be an `<article>` or hold one.
        let long = before >= ARTICLE && self.held(&self.articles, id) <= u32::from(several);
        // A piece of news may be two sentences, and so may what stands above a box of the article with its comments.
        let surely = self.has(&self.forms, id)
            && self.held(&self.called, id) >= SURE_THREAD
            && self.shown(&self.loose, id) < NEWS;
        before >= if surely { NEWS } else { SHORT_ARTICLE }
            && after < SHORT_ARTICLE
            && (self.is_lesser(blocks) || long || surely)
            && (several || self.has(&self.forms, id))
    }

    /// A note with a button, word for word the same in three places or more: "You did not agree to content from
    /// elsewhere".
    fn is_placeholder(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let sentence = |at: BlockId| self.context.blocks[at].stats.words >= 8;
        self.shown(&self.again, id) == blocks.len() as u32
            && self.has(&self.buttons, id)
            && blocks.clone().take(LONG_NOTE).any(sentence)
    }
}

/// Words of body text that are an article, if a short one.
const SHORT_ARTICLE: u32 = 40;
/// Words of two sentences.
const NEWS: u32 = 15;
/// Words that no standfirst has.
const ARTICLE: u32 = 100;

/// Blocks of a note that are looked at.
const LONG_NOTE: usize = 8;

#[cfg(test)]
mod tests;
