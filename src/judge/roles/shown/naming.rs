//! The elements whose names say that a line, or a part of it, is the author.

use crate::blocks::block_runs;
use crate::chars::holds_any;
use crate::judge::context::{BlockId, Context};
use crate::judge::roles::author_page::leads_to_author;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// The element in or around a line whose names say that it is the author, or a link to the author's page.
pub(super) fn naming(context: &Context<'_>, at: BlockId) -> Option<NodeId> {
    let page = context.page;
    let block = &context.blocks[at];
    let runs = block_runs(page, block).iter().take(8);
    let inside = runs.flat_map(|run| between(context, at, run.node));
    let around = page.self_and_ancestors(block.inner).take(3);
    inside.chain(around).find(|&id| tells_author(page, id))
}

/// True for a piece of a line of which only a part is marked as the author, in that part.
pub(super) fn is_marked(context: &Context<'_>, at: BlockId, piece: NodeId) -> bool {
    let inner = context.blocks[at].inner;
    between(context, at, piece).any(|id| id != inner && tells_author(context.page, id))
}

/// The elements of a line around a piece of its text.
fn between<'c>(
    context: &'c Context<'_>,
    at: BlockId,
    piece: NodeId,
) -> impl Iterator<Item = NodeId> + use<'c> {
    let inner = context.blocks[at].inner;
    let up = context.page.self_and_ancestors(piece).take(3);
    up.take_while(move |&up| up == piece || up > inner)
}

fn tells_author(page: &Outline, id: NodeId) -> bool {
    let names = [
        Attr::Class,
        Attr::Id,
        Attr::ItemProp,
        Attr::Rel,
        Attr::Component,
    ];
    // The id of a label is for what it labels: "Article information", over author and role.
    let own = |attr: &&Attr| **attr != Attr::Id || page.tag(id) != Tag::Strong;
    let names = names.iter().filter(own);
    let values = |&attr: &Attr| page.attr(id, attr);
    names.filter_map(values).any(|name| {
        let name = name.to_ascii_lowercase();
        holds_any(&name, AUTHOR)
    }) || page.tag(id) == Tag::Address
        || leads_to_author(page, id)
}

const AUTHOR: &[&str] = &[
    "author",
    "byline",
    "by-line",
    "journalist",
    "reporter",
    "writer",
    "autor",
    "auteur",
];
