//! context: what several judges ask of a page, worked out once: blocks, hints, phrases, and sums over every subtree.
//!
//! All of it is read off the page: no block has a probability or a role here. It asks no other room of the judge.

mod bar;
mod classes;
mod fields;
mod headline;
mod hints;
mod labels;
mod name_parts;
mod names;
mod picture_counts;
mod pointer;
mod spoken;
mod sums;
mod tags;
pub mod tokens;
pub mod topic;

pub use bar::{is_tool, whole_phrase};
pub use classes::Classes;
pub use fields::{asks_little, is_address};
pub use headline::{heading_around, titles};
pub use labels::{ends_in_call, heads_section};
pub use sums::{Sums, running};
pub use tags::{
    alone_in, is_button, is_frame_landmark, is_inward, is_landmark, is_marked_dialog, is_material,
    is_pressed, is_tab_list, leads_home, link_around, stays_on_site,
};
pub use tokens::{Hints, hints_in};

use std::cell::OnceCell;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::blocks::{self, Block, Hidden, block_text};
use crate::cosmetic::Matched;
use crate::outline::{NodeId, Outline};
use crate::rules::{Packs, Phrase, normal_form};
use crate::tag::Tag;
use crate::words::{Telling, Word, read as read_words};
use labels::Line;
use picture_counts::picture_counts;

/// A place in [`Context::blocks`].
pub type BlockId = usize;

/// The page with everything the judges share.
pub struct Context<'a> {
    /// The page.
    pub page: &'a Outline,
    /// Its blocks, in document order.
    pub blocks: Vec<Block>,
    /// The text of each block, white space squeezed.
    pub texts: Vec<String>,
    /// See [`Context::lower`].
    lower: Vec<OnceCell<String>>,
    /// The words of short blocks, see [`Context::words`].
    words: Vec<Vec<Word>>,
    /// The telling words of each block, see [`topic`].
    pub telling: Vec<Telling>,
    /// The phrases that are looked for.
    pub packs: Packs,
    /// The phrase that each block shows, if any.
    pub phrases: Vec<Option<&'static Phrase>>,
    /// How often each block's text stands on the page.
    pub occurrences: Vec<u32>,
    /// What the class attributes say.
    pub classes: Classes,
    /// Hints of each element's own names.
    pub hints: Vec<Hints>,
    /// The elements that have any: few, and many judges look for one kind among them.
    pub hinted: Vec<NodeId>,
    /// Sums over each element's subtree.
    pub sums: Vec<Sums>,
    /// See [`Context::unit`].
    units: Vec<NodeId>,
    /// The first block of each element's subtree and one past its last.
    pub spans: Vec<(u32, u32)>,
    /// How many pictures stand before each element, and one more number for the end.
    pub pictures: Vec<u32>,
    /// The block that is the headline, where the page has one: a heading that says the title, else an `<h1>`.
    pub headline: Option<BlockId>,
    /// The headline as the page's metadata and headings give it.
    pub title: String,
    /// The cosmetic rules for the page with what they matched.
    pub matched: Vec<Matched>,
    /// What a recipe hid because it covers the page: while it is hidden the live page can't say so.
    pub covering: Vec<NodeId>,
}

/// Elements around one that are asked whether they hide it.
const MOST_AROUND: usize = 12;

impl<'a> Context<'a> {
    /// Reads everything off the page, in time linear in it.
    pub fn new(page: &'a Outline) -> Context<'a> {
        Context::with(page, Packs::ALL, Vec::new())
    }

    /// The same with some packs of phrases only, and with rules.
    pub fn with(page: &'a Outline, packs: Packs, matched: Vec<Matched>) -> Context<'a> {
        let classes = Classes::of(page);
        let blocks = blocks::blocks(page, &classes.labels);
        let texts: Vec<String> = blocks.iter().map(|b| block_text(page, b)).collect();
        let lower = vec![OnceCell::new(); blocks.len()];
        let line = |at: BlockId| Line {
            page,
            block: &blocks[at],
            text: &texts[at],
            lower: &lower[at],
            packs,
        };
        let phrase = |at: BlockId| line(at).phrase(&classes, blocks.get(at + 1));
        let phrases = (0..blocks.len()).map(phrase).collect();
        let (words, telling) = blocks.iter().zip(&texts).map(words_in).unzip();
        let hints = tokens::hints(page);
        let is_hinted = |&id: &NodeId| hints[id as usize] != Hints::default();
        let hinted = (0..page.len()).filter(is_hinted).collect();
        let mut context = Context {
            page,
            occurrences: occurrences(&texts),
            words,
            telling,
            packs,
            phrases,
            hints,
            hinted,
            classes,
            sums: vec![Sums::default(); page.nodes.len()],
            units: Vec::new(),
            spans: vec![(0, 0); page.nodes.len()],
            pictures: picture_counts(page),
            blocks,
            texts,
            lower,
            headline: None,
            title: String::new(),
            matched,
            covering: Vec::new(),
        };
        context.sum_up();
        let nodes = context.blocks.iter().map(|block| block.node);
        context.units = nodes.map(|node| context.grow(node, 1)).collect();
        context.find_headline();
        context
    }

    /// Leaves only the marked elements to be judged: no other has a hint, and no [`unit`](Context::unit) reaches
    /// beyond them.
    pub fn confine(&mut self, marked: &[bool]) {
        for (hints, marked) in self.hints.iter_mut().zip(marked) {
            *hints = if *marked { *hints } else { Hints::default() };
        }
        let page = self.page;
        let units = self.units.iter_mut().zip(&self.blocks);
        for (unit, block) in units.filter(|(unit, _)| !marked[**unit as usize]) {
            let around = page.self_and_ancestors(block.node);
            let inside = around.take_while(|&id| marked[id as usize]);
            *unit = inside.last().unwrap_or(block.node);
        }
    }

    /// The block's text.
    pub fn text(&self, block: BlockId) -> &str {
        &self.texts[block]
    }

    /// The same in normal form, which is made once and for those texts only that are looked through.
    pub fn lower(&self, block: BlockId) -> &str {
        self.lower[block].get_or_init(|| normal_form(&self.texts[block]))
    }

    /// The words of a block of at most [`SHORT`] words; none of a longer one.
    pub fn words(&self, block: BlockId) -> &[Word] {
        &self.words[block]
    }

    /// The blocks of an element's subtree.
    pub fn blocks_in(&self, id: NodeId) -> std::ops::Range<BlockId> {
        let (first, past) = self.spans[id as usize];
        first as usize..past as usize
    }

    /// True for an element with the page's headline.
    pub fn holds_headline(&self, id: NodeId) -> bool {
        self.headline
            .is_some_and(|at| self.blocks_in(id).contains(&at))
    }

    /// True where the page itself hides an element, or one of those right around it.
    pub fn is_kept_from_sight(&self, id: NodeId) -> bool {
        let around = self.page.self_and_ancestors(id);
        let hides = |up| self.classes.labels.own_hidden(up) == Hidden::Off;
        around.take(MOST_AROUND).any(hides)
    }

    /// How many pictures an element is or holds.
    pub fn pictures_in(&self, id: NodeId) -> u32 {
        self.held(&self.pictures, id)
    }

    /// Of [`running`] sums by element, how much falls on one and all it holds.
    pub fn held(&self, sums: &[u32], id: NodeId) -> u32 {
        sums[self.page.node(id).end as usize] - sums[id as usize]
    }

    /// Of [`running`] sums by block, how much falls on those of an element.
    pub fn held_in_blocks(&self, sums: &[u32], id: NodeId) -> u32 {
        let blocks = self.blocks_in(id);
        sums[blocks.end] - sums[blocks.start]
    }

    /// The largest element that shows this block and nothing else.
    pub fn unit(&self, block: BlockId) -> NodeId {
        self.units[block]
    }

    /// The largest element around `id` with no more than `blocks` blocks, below `<body>`.
    pub fn grow(&self, id: NodeId, blocks: u32) -> NodeId {
        let mut best = id;
        for up in self.page.ancestors(id) {
            if self.sums[up as usize].blocks > blocks
                || matches!(
                    self.page.tag(up),
                    Tag::Body | Tag::Html | Tag::Main | Tag::Article
                )
            {
                break;
            }
            best = up;
        }
        best
    }
}

/// Longer blocks are not compared word by word.
pub const SHORT: u32 = 60;

fn words_in((block, text): (&Block, &String)) -> (Vec<Word>, Telling) {
    let (words, telling) = read_words(text);
    let short = block.stats.words <= SHORT;
    (if short { words } else { Vec::new() }, telling)
}

/// Reads like a paragraph: enough words, few of them linked, with sentence punctuation.
pub fn is_paragraph(block: &Block) -> bool {
    let stats = &block.stats;
    stats.words >= 12
        && stats.link_density() < 0.4
        && (stats.sentences > 0 || stats.commas > 1)
        && block.is_in_sight()
}

/// How often each text stands in the list; short ones are looked at too, a label repeats most of all.
fn occurrences(texts: &[String]) -> Vec<u32> {
    let mut places = FxHashMap::with_capacity_and_hasher(texts.len(), FxBuildHasher);
    let mut counts: Vec<u32> = Vec::new();
    let mut of = Vec::with_capacity(texts.len());
    for text in texts {
        let next = counts.len();
        let place = *places.entry(text.as_str()).or_insert(next);
        if place == next {
            counts.push(0);
        }
        counts[place] += 1;
        of.push(place);
    }
    of.into_iter().map(|place| counts[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn sums_and_spans_cover_subtrees() {
        let page =
            read("<body><div><p>one two</p><p><a href='/'>three</a></p></div><p>four</p></body>");
        let context = Context::new(&page);
        assert_eq!(context.sums[0].words, 4);
        assert_eq!(context.blocks_in(1), 0..2);
        assert_eq!(context.sums[1].link_letters, 5);
    }
}
