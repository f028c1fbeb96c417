//! Prose that is not the article's, however much it reads like it: dialogs, threads of readers' comments, notes that stand
//! wherever something may not load, questions to the reader, summaries by machines, what reads the article out and what wants an address.

mod bios;
mod machine;
mod pitches;
mod players;
mod votes;

use std::ops::Range;

use crate::judge::boxes::is_landmark;
use crate::judge::context::{BlockId, Context};
use crate::judge::newsletter::is_address;
use crate::judge::tokens::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;

/// More than this no block that stands apart is likely to be the article's. Paragraphs among paragraphs of the article are
/// kept all the same.
const APART: f32 = 0.01;

/// How likely a block is the article's whose box cannot be: less than the model ever says.
pub(super) const NEVER: f32 = 0.0;

/// Lowers the probabilities of what stands apart, in time linear in the page.
pub fn lower(context: &Context<'_>, p: &mut [f32]) {
    let page = context.page;
    let counts = Counts::new(context, p);
    let mut id = 0;
    while id < page.len() {
        let blocks = context.blocks_in(id);
        if counts.stands_apart(id, &blocks) {
            blocks.for_each(|at| p[at] = p[at].min(APART));
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    let boxes = [
        votes::boxes(context),
        bios::boxes(&counts, p),
        machine::boxes(context, &counts),
        players::boxes(&counts),
        pitches::boxes(&counts, p),
    ];
    for id in boxes.into_iter().flatten() {
        context.blocks_in(id).for_each(|at| p[at] = NEVER);
    }
}

/// How much of each stands before every place, and in the end how much there is.
struct Counts<'c, 'p> {
    context: &'c Context<'p>,
    /// Words of likely body text, by block.
    body: Vec<u32>,
    /// The same without what is called comments or a dialog.
    plain: Vec<u32>,
    /// Blocks whose text stands in three places or more.
    again: Vec<u32>,
    /// Elements to write in, and to press.
    forms: Vec<u32>,
    buttons: Vec<u32>,
    /// Fields for an address.
    addresses: Vec<u32>,
    /// Elements of the article's that are no prose.
    material: Vec<u32>,
    /// Elements for the article of a page.
    articles: Vec<u32>,
    /// For each element how many comments stand right in it.
    comments: Vec<u32>,
}

impl<'c, 'p> Counts<'c, 'p> {
    fn new(context: &'c Context<'p>, p: &[f32]) -> Self {
        let page = context.page;
        let words = |at: BlockId| u32::from(p[at] >= 0.5) * context.blocks[at].stats.words;
        let called = called_apart(context);
        let again = |at: BlockId| u32::from(context.copies[at] >= 3);
        let tags = |tags: &[Tag]| {
            running((0..page.len()).map(|id| u32::from(tags.contains(&page.tag(id)))))
        };
        Counts {
            context,
            body: running((0..p.len()).map(words)),
            plain: running((0..p.len()).map(|at| u32::from(!called[at]) * words(at))),
            again: running((0..p.len()).map(again)),
            forms: tags(&[Tag::Form, Tag::Textarea]),
            buttons: tags(&[Tag::Button]),
            addresses: running((0..page.len()).map(|id| u32::from(is_address(page, id)))),
            material: tags(&[Tag::Pre, Tag::Code, Tag::Table, Tag::Blockquote, Tag::Math]),
            articles: tags(&[Tag::Main, Tag::Article]),
            comments: comments(context),
        }
    }

    fn stands_apart(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let context = self.context;
        let headed = context.headline.is_some_and(|at| blocks.contains(&at));
        if blocks.is_empty() || headed || is_landmark(context.page.tag(id)) {
            return false;
        }
        (is_notice(context, id) && !self.has(&self.articles, id))
            || (is_dialog(context, id) && self.is_lesser(blocks) && !self.is_amid(id, blocks))
            || self.is_thread(id, blocks)
            || self.is_placeholder(id, blocks)
    }

    /// Words of the body.
    fn words(&self, blocks: &Range<BlockId>) -> u32 {
        self.body[blocks.end] - self.body[blocks.start]
    }

    /// Less than half of the body stands there.
    fn is_lesser(&self, blocks: &Range<BlockId>) -> bool {
        2 * self.words(blocks) < self.words(&(0..self.context.blocks.len()))
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
        let several = self
            .comments
            .get(self.context.page.node(id).parent as usize);
        let before = self.plain[blocks.start];
        let after = self.plain[self.plain.len() - 1] - before;
        // More than the article says only readers do, below an article that is surely one.
        let long = before >= ARTICLE && !self.has(&self.articles, id);
        is_comment(self.context, id)
            && before >= SHORT_ARTICLE
            && after < SHORT_ARTICLE
            && (self.is_lesser(blocks) || long)
            && (several.is_some_and(|&several| several >= 2) || self.has(&self.forms, id))
    }

    /// A note with a button, word for word the same in three places or more: "You did not agree to content from
    /// elsewhere".
    fn is_placeholder(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let sentence = |at: BlockId| self.context.blocks[at].stats.words >= 8;
        self.again[blocks.end] - self.again[blocks.start] == blocks.len() as u32
            && self.has(&self.buttons, id)
            && blocks.clone().take(LONG_NOTE).any(sentence)
    }

    fn has(&self, counts: &[u32], id: NodeId) -> bool {
        counts[self.context.page.node(id).end as usize] > counts[id as usize]
    }
}

/// Words of body text that are an article, if a short one.
const SHORT_ARTICLE: u32 = 40;
/// Words that no standfirst has.
const ARTICLE: u32 = 100;

/// Blocks of a note that are looked at.
const LONG_NOTE: usize = 8;

/// The sums of all numbers before each, and of all.
fn running(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let sums = numbers.scan(0, |sum, number| {
        *sum += number;
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

/// Which blocks stand in an element that is called comments or a dialog.
fn called_apart(context: &Context<'_>) -> Vec<bool> {
    let page = context.page;
    let mut called = vec![false; context.blocks.len()];
    let mut id = 0;
    while id < page.len() {
        if (is_comment(context, id) || is_dialog(context, id)) && !is_landmark(page.tag(id)) {
            context.blocks_in(id).for_each(|at| called[at] = true);
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    called
}

/// For each element how many comments stand right in it.
fn comments(context: &Context<'_>) -> Vec<u32> {
    let page = context.page;
    let mut counts = vec![0; page.nodes.len()];
    for id in 0..page.len() {
        // A broken page has several elements at its top.
        let parent = counts.get_mut(page.node(id).parent as usize);
        if let Some(count) = parent.filter(|_| is_comment(context, id)) {
            *count += u32::from(!context.blocks_in(id).is_empty());
        }
    }
    counts
}

/// Covers the page and is called after consent, or opens over it and after comments: what it explains is often more than
/// the article says.
fn is_notice(context: &Context<'_>, id: NodeId) -> bool {
    let hints = context.hints[id as usize];
    (hints.has(Hints::OVERLAY) && hints.has(Hints::CONSENT))
        || (hints.has_all(Hints::DIALOG) && hints.has(Hints::COMMENTS))
}

fn is_dialog(context: &Context<'_>, id: NodeId) -> bool {
    context.hints[id as usize].has_all(Hints::DIALOG) || context.page.tag(id) == Tag::Dialog
}

fn is_comment(context: &Context<'_>, id: NodeId) -> bool {
    context.hints[id as usize].has(Hints(Hints::COMMENTS.0 | Hints::THREAD.0))
}

#[cfg(test)]
mod tests;
