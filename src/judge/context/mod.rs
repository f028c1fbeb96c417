//! context: what several judges ask of a page, worked out once: blocks, hints, phrases, and sums over every subtree.
//!
//! All of it is read off the page: no block has a probability or a role here. It asks no other room of the judge.

mod bar;
mod classes;
mod fields;
mod headline;
mod hints;
mod likeness;
mod names;
mod spoken;
mod tags;
pub mod tokens;
pub mod topic;

pub use classes::Classes;
pub use fields::{asks_little, is_address};
pub use headline::{heading_around, titles};
pub use likeness::{Word, likeness, words_of};
pub use tags::{is_landmark, is_material};
pub use tokens::{Hints, hints_in};

use rustc_hash::FxHashMap;

use crate::blocks::{self, Block, Hidden, block_text, ratio};
use crate::cosmetic::Matched;
use crate::outline::{NO_NODE, Node, NodeId, Outline};
use crate::rules::{self, Packs, Phrase};
use crate::tag::Tag;
use spoken::spoken;

/// A place in [`Context::blocks`].
pub type BlockId = usize;

/// Sums over the blocks of a subtree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Blocks.
    pub blocks: u32,
    /// Words.
    pub words: u32,
    /// Letters.
    pub letters: u32,
    /// Letters in links.
    pub link_letters: u32,
    /// Words of blocks that read like paragraphs, see [`is_paragraph`].
    pub prose: u32,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.blocks += other.blocks;
        self.words += other.words;
        self.letters += other.letters;
        self.link_letters += other.link_letters;
        self.prose += other.prose;
    }

    /// The part of the letters that stands in links.
    pub fn link_density(&self) -> f32 {
        ratio(self.link_letters, self.letters)
    }
}

/// The page with everything the judges share.
pub struct Context<'a> {
    /// The page.
    pub page: &'a Outline,
    /// Its blocks, in document order.
    pub blocks: Vec<Block>,
    /// The text of each block, white space squeezed.
    pub texts: Vec<String>,
    /// The words of short blocks, see [`Context::words`].
    words: Vec<Vec<Word>>,
    /// The telling words of each block, see [`topic`].
    pub telling: Vec<topic::Words>,
    /// The phrase that each block shows, if any.
    pub phrases: Vec<Option<&'static Phrase>>,
    /// How often each block's text stands on the page.
    pub copies: Vec<u32>,
    /// What the class attributes say.
    pub classes: Classes,
    /// Hints of each element's own names.
    pub hints: Vec<Hints>,
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
        let phrases = blocks
            .iter()
            .zip(&texts)
            .map(|(block, text)| {
                let spoken = spoken(page, &classes, block, text);
                rules::phrase_of(packs, &spoken, block.stats.link_density())
                    .or_else(|| bar::phrase(page, block, packs))
            })
            .collect();
        let mut context = Context {
            page,
            copies: copies(&texts),
            words: blocks.iter().zip(&texts).map(short_words).collect(),
            telling: texts.iter().map(|text| topic::words(text)).collect(),
            phrases,
            hints: tokens::hints(page),
            classes,
            sums: vec![Sums::default(); page.nodes.len()],
            units: Vec::new(),
            spans: vec![(0, 0); page.nodes.len()],
            pictures: pictures(page),
            blocks,
            texts,
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
            let around = std::iter::once(block.node).chain(page.ancestors(block.node));
            let inside = around.take_while(|&id| marked[id as usize]);
            *unit = inside.last().unwrap_or(block.node);
        }
    }

    fn sum_up(&mut self) {
        for (at, block) in self.blocks.iter().enumerate() {
            let own = Sums {
                blocks: 1,
                words: block.stats.words,
                letters: block.stats.letters,
                link_letters: block.stats.link_letters,
                prose: if is_paragraph(block) {
                    block.stats.words
                } else {
                    0
                },
            };
            let node = block.node as usize;
            self.sums[node].add(own);
            let span = &mut self.spans[node];
            if span.1 == 0 {
                span.0 = at as u32;
            }
            span.1 = at as u32 + 1;
        }
        // Children stand after their parents, so walking backwards hands every sum up once.
        for id in (1..self.page.nodes.len()).rev() {
            let parent = self.page.nodes[id].parent;
            if parent != NO_NODE && self.spans[id].1 > 0 {
                let (sums, span) = (self.sums[id], self.spans[id]);
                self.sums[parent as usize].add(sums);
                let up = &mut self.spans[parent as usize];
                up.0 = if up.1 == 0 { span.0 } else { up.0.min(span.0) };
                up.1 = up.1.max(span.1);
            }
        }
    }

    /// The block's text.
    pub fn text(&self, block: BlockId) -> &str {
        &self.texts[block]
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

    /// How many pictures an element is or holds.
    pub fn pictures_in(&self, id: NodeId) -> u32 {
        self.pictures[self.page.node(id).end as usize] - self.pictures[id as usize]
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

fn short_words((block, text): (&Block, &String)) -> Vec<Word> {
    if block.stats.words > SHORT {
        return Vec::new();
    }
    words_of(text)
}

/// Reads like a paragraph: enough words, few of them linked, with sentence punctuation.
pub fn is_paragraph(block: &Block) -> bool {
    let stats = &block.stats;
    stats.words >= 12
        && stats.link_density() < 0.4
        && (stats.sentences > 0 || stats.commas > 1)
        && block.hidden == Hidden::No
}

/// What a picture stands in is none of its own: `<figure><picture><img>` is one. A figure that is drawn is, and a picture
/// that a script is yet to bring.
fn pictures(page: &Outline) -> Vec<u32> {
    let taken = |node: &Node| u32::from(matches!(node.tag, Tag::Img | Tag::Video));
    let sums = running(page.nodes.iter().map(taken));
    let mut past = 0;
    let mut drawn = |(id, node): (usize, &Node)| {
        let frames = matches!(node.tag, Tag::Figure | Tag::Picture);
        let found = id >= past && frames && sums[id] == sums[node.end as usize];
        past = if found { node.end as usize } else { past };
        found
    };
    let each = page.nodes.iter().enumerate();
    running(each.map(|(id, node)| taken(node) + u32::from(drawn((id, node)))))
}

/// The sums of all numbers before each, and of all.
pub fn running(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut sums = Vec::with_capacity(numbers.size_hint().0 + 1);
    let mut sum = 0;
    sums.push(sum);
    sums.extend(numbers.map(|number| {
        sum += number;
        sum
    }));
    sums
}

/// How often each text stands in the list; short ones are looked at too, a label repeats most of all.
fn copies(texts: &[String]) -> Vec<u32> {
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    texts.iter().map(|text| counts[text.as_str()]).collect()
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
