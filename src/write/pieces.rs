//! The article as a list of pieces in reading order: what the text, Markdown and HTML writers share.

use std::collections::HashMap;

use crate::blocks::{Block, Hidden};
use crate::judge::context::{BlockId, Context, heading_around};
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

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
        if self.judgement.parts.roles[at] != Role::Body || self.hidden[block.node as usize] {
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
            self.out.push(Piece {
                shape: Shape::Table,
                node: table,
                blocks,
                quoted: 0,
            });
            return;
        }
        self.out
            .push(piece(self.context.page, &self.numbers, at, block));
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
    }
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
    let body = blocks
        .clone()
        .filter(|&at| judgement.parts.roles[at] == Role::Body);
    let rows = inner(Tag::Tr).count();
    rows >= 2
        && inner(Tag::Td).count() + inner(Tag::Th).count() >= 2 * rows
        && longest.max().unwrap_or(0) <= 60
        && body.count() * 2 >= blocks.len()
}

/// The pictures between headline and end of the body that are shown and are more than icons, with their captions.
fn pictures(
    context: &Context<'_>,
    judgement: &Judgement,
    hidden: &[bool],
) -> std::iter::Peekable<std::vec::IntoIter<Piece>> {
    let page = context.page;
    let range = &judgement.parts.range;
    let ends = range.clone().next().zip(range.clone().next_back());
    let (from, to) = ends.map_or((0, 0), |(first, last)| {
        (
            context.blocks[first].node,
            page.node(context.blocks[last].node).end,
        )
    });
    let mut out: Vec<Piece> = Vec::new();
    for id in from..to {
        let shown = page.tag(id) == Tag::Img
            && !hidden[id as usize]
            && page.contains(judgement.parts.root, id);
        if shown && super::inline::picture_address(page, id).is_some() && !in_frame(page, id) {
            out.push(picture(context, judgement, id));
        }
    }
    out.into_iter().peekable()
}

/// Pictures in links of menus, in asides and in headers of authors are not the article's.
fn in_frame(page: &Outline, id: NodeId) -> bool {
    page.ancestors(id).take(8).any(|up| {
        matches!(
            page.tag(up),
            Tag::Nav | Tag::Aside | Tag::Footer | Tag::Button | Tag::Li
        )
    })
}

fn picture(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> Piece {
    let page = context.page;
    let figure = page
        .ancestors(id)
        .take(8)
        .find(|&up| page.tag(up) == Tag::Figure);
    let holder = figure.or_else(|| {
        page.ancestors(id)
            .take(4)
            .find(|&up| captions(context, judgement, up).next().is_some())
    });
    let caption = holder
        .map(|up| captions(context, judgement, up).collect())
        .unwrap_or_default();
    Piece {
        shape: Shape::Picture(caption),
        node: id,
        blocks: 0..0,
        quoted: 0,
    }
}

fn captions<'c>(
    context: &'c Context<'_>,
    judgement: &'c Judgement,
    id: NodeId,
) -> impl Iterator<Item = BlockId> + 'c {
    let small = context.sums[id as usize].blocks <= 4;
    context.blocks_in(id).filter(move |&at| {
        small
            && judgement.parts.roles[at] == Role::Caption
            && context.blocks[at].hidden == Hidden::No
    })
}
