//! The article's pictures with their captions.

use crate::blocks::Hidden;
use crate::judge::context::{BlockId, Context};
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::write::pieces::{Piece, Shape};

/// The pictures between headline and end of the body that are shown and are more than icons, with their captions. One
/// without an address, drawn or embedded, still has its caption.
pub fn pictures(
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
        if !shown || in_frame(page, id) {
            continue;
        }
        let found = picture(context, judgement, id);
        let has_address = |id| super::inline::picture_address(page, id).is_some();
        let told = out.last().filter(|last| last.shape == found.shape);
        // Of a picture and the icon drawn on it, the picture bears the caption.
        if told.is_some_and(|last| !has_address(last.node)) {
            out.pop();
        }
        if has_address(id) || (told_by_none(&out, &found) && found.shape != NO_CAPTION) {
            out.push(found);
        }
    }
    out.into_iter().peekable()
}

/// A picture without words under it.
const NO_CAPTION: Shape = Shape::Picture(Vec::new());

fn told_by_none(pictures: &[Piece], found: &Piece) -> bool {
    pictures.last().is_none_or(|last| last.shape != found.shape)
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
        body: false,
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
