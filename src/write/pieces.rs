//! The article as a list of pieces in reading order: what the text, Markdown and HTML writers share.

use std::collections::HashMap;

use crate::blocks::Block;
use crate::judge::context::{BlockId, Context, heading_around};
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::write::pictures::pictures;

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A paragraph.
    Paragraph,
    /// A heading of this level, 2 to 6.
    Heading(usize),
    /// An item of a list: depth from 0, and its number in an ordered list.
    Item(usize, Option<usize>),
    /// Preformatted text.
    Code,
    /// A table, all of it.
    Table,
    /// A picture, with its caption's blocks.
    Picture(Vec<BlockId>),
    /// The term of a definition list.
    Term,
}

/// One piece of the article.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is.
    pub shape: Shape,
    /// The element it is, or stands in.
    pub node: NodeId,
    /// Its blocks.
    pub blocks: std::ops::Range<BlockId>,
    /// How many `<blockquote>`s stand around it.
    pub quoted: usize,
    /// Prose of the article, and not what stands beside it.
    pub body: bool,
}

/// The pieces of the body, pictures among them; headline and byline stand in the header and are not here.
pub fn pieces(context: &Context<'_>, judgement: &Judgement, hidden: &[bool]) -> Vec<Piece> {
    let mut walk = Walk {
        context,
        judgement,
        hidden,
        next: judgement.parts.range.start,
        numbers: numbers(context.page),
        tables: HashMap::new(),
        pictures: pictures(context, judgement, hidden),
        out: Vec::new(),
    };
    while walk.next < context.blocks.len() {
        walk.step();
    }
    walk.out
}

struct Walk<'w, 'p> {
    context: &'w Context<'p>,
    judgement: &'w Judgement,
    hidden: &'w [bool],
    next: BlockId,
    /// The number of each item of an ordered list.
    numbers: HashMap<NodeId, usize>,
    /// Whether a table is one of data.
    tables: HashMap<NodeId, bool>,
    pictures: std::iter::Peekable<std::vec::IntoIter<Piece>>,
    out: Vec<Piece>,
}

impl Walk<'_, '_> {
    fn step(&mut self) {
        let at = self.next;
        self.next += 1;
        let block = &self.context.blocks[at];
        if !is_written(self.judgement, at) || self.hidden[block.node as usize] {
            return;
        }
        while self
            .pictures
            .peek()
            .is_some_and(|picture| picture.node < block.node)
        {
            self.out.extend(self.pictures.next());
        }
        if let Some(table) = self.data_table(block.node) {
            let blocks = self.context.blocks_in(table);
            self.next = blocks.end.max(self.next);
            for at in blocks.clone() {
                if !self.is_table_caption(at) {
                    continue;
                }
                let block = &self.context.blocks[at];
                let words = piece(self.context.page, &self.numbers, at, block);
                self.out.push(Piece {
                    body: false,
                    ..words
                });
            }
            self.out.push(Piece {
                shape: Shape::Table,
                node: table,
                body: blocks.clone().any(|at| is_body(self.judgement, at)),
                blocks,
                quoted: 0,
            });
            return;
        }
        let mut piece = piece(self.context.page, &self.numbers, at, block);
        piece.body = is_body(self.judgement, at);
        self.out.push(piece);
    }

    /// Words in `<caption>`: they stand above the table's rows.
    fn is_table_caption(&self, at: BlockId) -> bool {
        let node = self.context.blocks[at].node;
        self.context.page.tag(node) == Tag::Caption && !self.hidden[node as usize]
    }

    /// The table around an element, if it is one of data.
    fn data_table(&mut self, node: NodeId) -> Option<NodeId> {
        let (context, judgement) = (self.context, self.judgement);
        let page = context.page;
        let table = std::iter::once(node)
            .chain(page.ancestors(node))
            .find(|&id| page.tag(id) == Tag::Table)?;
        let of_data = self.tables.entry(table);
        let of_data = of_data.or_insert_with(|| is_data_table(context, judgement, table));
        of_data.then_some(table)
    }
}

/// The numbers of the items of all ordered lists.
fn numbers(page: &Outline) -> HashMap<NodeId, usize> {
    let lists = (0..page.len()).filter(|&id| page.tag(id) == Tag::Ol);
    let items = |list| {
        let items = page.children(list).filter(|&id| page.tag(id) == Tag::Li);
        items.zip(1..)
    };
    lists.flat_map(items).collect()
}

fn piece(page: &Outline, numbers: &HashMap<NodeId, usize>, at: BlockId, block: &Block) -> Piece {
    let around = || std::iter::once(block.node).chain(page.ancestors(block.node));
    let quoted = around()
        .filter(|&id| page.tag(id) == Tag::Blockquote)
        .count();
    let nearest = around().find(|&id| {
        matches!(
            page.tag(id),
            Tag::Pre | Tag::Li | Tag::Dt | Tag::Dd | Tag::Article | Tag::Main | Tag::Td
        )
    });
    let shape = match nearest.map(|id| (page.tag(id), id)) {
        _ if heading_around(page, block.node).is_some() => {
            Shape::Heading(heading_around(page, block.node).unwrap_or(2).max(2))
        }
        Some((Tag::Pre, _)) => Shape::Code,
        Some((Tag::Dt, _)) => Shape::Term,
        Some((Tag::Li, item)) if starts_item(page, item, block) => item_shape(page, numbers, item),
        _ => Shape::Paragraph,
    };
    Piece {
        shape,
        node: block.node,
        blocks: at..at + 1,
        quoted,
        body: true,
    }
}

fn is_body(judgement: &Judgement, at: BlockId) -> bool {
    judgement.parts.roles[at] == Role::Body
}

fn is_written(judgement: &Judgement, at: BlockId) -> bool {
    is_body(judgement, at) || judgement.beside[at]
}

/// Only the first block of an item is written with its mark.
fn starts_item(page: &Outline, item: NodeId, block: &Block) -> bool {
    let first = page.node(item).runs.0;
    let blank = |run: &crate::outline::Run| page.run_text(run).trim().is_empty();
    page.runs[first as usize..block.runs.0.max(first) as usize]
        .iter()
        .all(blank)
}

fn item_shape(page: &Outline, numbers: &HashMap<NodeId, usize>, item: NodeId) -> Shape {
    let lists = page
        .ancestors(item)
        .filter(|&id| matches!(page.tag(id), Tag::Ul | Tag::Ol | Tag::Menu))
        .count();
    Shape::Item(lists.saturating_sub(1).min(8), numbers.get(&item).copied())
}

/// A table of data, and the article's: several rows and cells, no table inside.
fn is_data_table(context: &Context<'_>, judgement: &Judgement, table: NodeId) -> bool {
    let page = context.page;
    let inner = |tag: Tag| page.descendants(table).filter(move |&d| page.tag(d) == tag);
    if inner(Tag::Table).next().is_some() || inner(Tag::P).nth(3).is_some() {
        return false;
    }
    let blocks = context.blocks_in(table);
    let longest = blocks.clone().map(|at| context.blocks[at].stats.words);
    let body = blocks.clone().filter(|&at| is_written(judgement, at));
    let rows = inner(Tag::Tr).count();
    rows >= 2
        && inner(Tag::Td).count() + inner(Tag::Th).count() >= 2 * rows
        && longest.max().unwrap_or(0) <= 60
        && body.count() * 2 >= blocks.len()
}
