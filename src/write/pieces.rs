//! The article as a list of pieces in reading order: what the text, Markdown and HTML writers share.

use rustc_hash::FxHashMap;

use crate::judge::context::{BlockId, Context, heading_around};
use crate::judge::roles::{Picture, pictures};
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::write::containers::{Container, Containers};
use crate::write::table::is_of_data;

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A paragraph.
    Paragraph,
    /// A heading of this level, 2 to 6.
    Heading(usize),
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
    /// The quotations, lists and items around it, outermost first.
    pub around: Vec<Container>,
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
        containers: Containers::new(context.page, judgement.parts.root),
        tables: FxHashMap::default(),
        pictures: pictures(context, &judgement.parts, &judgement.beside, hidden)
            .into_iter()
            .peekable(),
        out: Vec::new(),
    };
    while walk.next < context.blocks.len() {
        walk.step();
    }
    while walk.pictures.peek().is_some() {
        walk.picture();
    }
    without_lone_terms(context.page, walk.out)
}

/// A term says nothing where none of what it stands for is written, such as "Published" before a date. One that stands for
/// nothing is a heading, or a picture with its caption.
fn without_lone_terms(page: &Outline, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut told: Option<NodeId> = None;
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.into_iter().rev() {
        let list = around(page, piece.node, Tag::Dl);
        let is_term = piece.shape == Shape::Term;
        if !is_term {
            told = list;
        }
        // A list may stand in what the term stands for.
        let is_told = || {
            told.zip(list)
                .is_some_and(|(told, list)| page.contains(list, told))
        };
        if !is_term || is_told() || !stands_for_other(page, piece.node) {
            kept.push(piece);
        }
    }
    kept.reverse();
    kept
}

/// Behind the term stands what it is about.
fn stands_for_other(page: &Outline, node: NodeId) -> bool {
    let term = around(page, node, Tag::Dt);
    term.is_some_and(|term| {
        page.siblings_after(term)
            .next()
            .is_some_and(|next| page.tag(next) != Tag::Dt)
    })
}

struct Walk<'w, 'p> {
    context: &'w Context<'p>,
    judgement: &'w Judgement,
    hidden: &'w [bool],
    next: BlockId,
    containers: Containers<'p>,
    /// Whether a table is one of data.
    tables: FxHashMap<NodeId, bool>,
    pictures: std::iter::Peekable<std::vec::IntoIter<Picture>>,
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
        // Several blocks may share an element with the pictures between them, so their texts tell the order.
        let page = self.context.page;
        let stands_before = |picture: &Picture| page.node(picture.node).runs.0 <= block.runs.0;
        while self.pictures.peek().is_some_and(stands_before) {
            self.picture();
        }
        if let Some(table) = self.data_table(block.node) {
            self.table(table);
        } else if let Some(code) = around(self.context.page, block.node, Tag::Pre) {
            self.whole(code, Shape::Code);
        } else {
            let body = is_body(self.judgement, at);
            self.out.push(self.piece(at, body));
        }
    }

    fn picture(&mut self) {
        if let Some(picture) = self.pictures.next() {
            self.out.push(Piece {
                shape: Shape::Picture(picture.caption),
                node: picture.node,
                blocks: 0..0,
                around: self.containers.around(picture.node),
                body: false,
            });
        }
    }

    /// All of a table, after the words in its `<caption>`.
    fn table(&mut self, table: NodeId) {
        for at in self.context.blocks_in(table) {
            if self.is_table_caption(at) {
                self.out.push(self.piece(at, false));
            }
        }
        self.whole(table, Shape::Table);
    }

    /// An element that is one piece, whatever blocks it holds.
    fn whole(&mut self, node: NodeId, shape: Shape) {
        let blocks = self.context.blocks_in(node);
        self.next = blocks.end.max(self.next);
        self.out.push(Piece {
            shape,
            node,
            around: self.containers.around(node),
            body: blocks.clone().any(|at| is_body(self.judgement, at)),
            blocks,
        });
    }

    fn piece(&self, at: BlockId, body: bool) -> Piece {
        let node = self.context.blocks[at].node;
        Piece {
            shape: shape(self.context.page, node),
            node,
            blocks: at..at + 1,
            around: self.containers.around(node),
            body,
        }
    }

    /// Words in `<caption>`: they stand above the table's rows.
    fn is_table_caption(&self, at: BlockId) -> bool {
        let node = self.context.blocks[at].node;
        self.context.page.tag(node) == Tag::Caption && !self.hidden[node as usize]
    }

    /// The table around an element, if it is one of data.
    fn data_table(&mut self, node: NodeId) -> Option<NodeId> {
        let (context, judgement) = (self.context, self.judgement);
        let table = around(context.page, node, Tag::Table)?;
        let of_data = self.tables.entry(table);
        let of_data = of_data.or_insert_with(|| is_data_table(context, judgement, table));
        of_data.then_some(table)
    }
}

fn shape(page: &Outline, node: NodeId) -> Shape {
    if let Some(level) = heading_around(page, node) {
        return Shape::Heading(level.max(2));
    }
    let up = page.self_and_ancestors(node);
    let mut holders = up.map(|id| page.tag(id)).filter(|tag| {
        use Tag::*;
        matches!(tag, Li | Dt | Dd | Article | Main | Td)
    });
    match holders.next() {
        Some(Tag::Dt) => Shape::Term,
        _ => Shape::Paragraph,
    }
}

/// The nearest element of this kind at or around another.
fn around(page: &Outline, node: NodeId, tag: Tag) -> Option<NodeId> {
    let mut up = page.self_and_ancestors(node);
    up.find(|&id| page.tag(id) == tag)
}

fn is_body(judgement: &Judgement, at: BlockId) -> bool {
    judgement.parts.roles[at] == Role::Body
}

fn is_written(judgement: &Judgement, at: BlockId) -> bool {
    is_body(judgement, at) || judgement.beside[at]
}

/// A table of data, and the article's.
fn is_data_table(context: &Context<'_>, judgement: &Judgement, table: NodeId) -> bool {
    let blocks = context.blocks_in(table);
    let own = blocks.clone().filter(|&at| is_written(judgement, at));
    own.count() * 2 >= blocks.len() && is_of_data(context, table)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean};

    #[test]
    fn a_picture_stands_between_the_paragraphs_that_share_its_element() {
        let [first, second, third, fourth] = [
            "The lamp of the harbour was lit in the autumn of 1874, and the keeper wrote the hour down in his book.",
            "He had carried the oil up all of the 204 steps himself, since nobody else in the town would do it.",
            "In the winter that followed the first ship came in by night, and her captain sent him a cheese.",
            "It is said that he gave half of it to the gulls, and that they have expected it ever since then.",
        ];
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1><div>{first}<br><br>{second}<br><br>\
             <div><img src='/lamp.jpg' width='900' height='600'></div>{third}<br><br>{fourth}</div></article></body></html>"
        );
        let text = clean(&html, &Options::default()).markdown();
        let place = |part: &str| text.find(part).unwrap_or(0);
        let order = ["He had carried", "lamp.jpg", "In the winter"].map(place);
        assert!(order.is_sorted() && order[0] > 0, "{text}");
    }

    #[test]
    fn a_term_without_what_it_stands_for_is_not_written() {
        let copied = |list: &str| {
            let html = format!(
                "<html><body><article><h1>The lamp stays lit until the spring</h1><dl>{list}</dl>{}</article></body></html>",
                paragraphs(8)
            );
            clean(&html, &Options::default()).markdown()
        };
        let told = "The lamp that is lit at the harbour of Lower Marsh each evening at six.";
        let dated = copied("<dt>Published</dt><dd>9 February 2026</dd>");
        assert!(!dated.contains("**Published**"), "{dated}");
        let alone = copied(&format!("<dt>{told}</dt>"));
        assert!(alone.contains(told), "{alone}");
        let both = copied(&format!("<dt>Beacon</dt><dt>Lamp</dt><dd>{told}</dd>"));
        let within = copied(&format!(
            "<dt>Beacon</dt><dd><dl><dt>Lamp</dt><dd>{told}</dd></dl></dd>"
        ));
        assert!(within.contains("**Beacon**"), "{within}");
        assert!(
            both.contains("**Beacon**") && both.contains("**Lamp**"),
            "{both}"
        );
    }
}
