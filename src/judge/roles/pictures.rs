//! Which pictures are the article's, and their captions.

use std::ops::Range;

use super::caption::is_face;
use super::captioned::{Picture, around, captions, is_elsewhere, picture};
use super::ends::Ends;
use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context};
use crate::outline::{NodeId, Outline};
use crate::picture::{Declared, is_picture, is_wide, picture_address};
use crate::tag::Tag;

/// The pictures between headline and end of the body that are shown and are more than icons, with their captions, those
/// next to the two ends (`ends.rs`), and the one that the page declares as its own, also where it stands over the headline;
/// none of the elements that are `hidden`. What is drawn or embedded, or no picture at all, still has its caption.
pub fn pictures(
    context: &Context<'_>,
    parts: &Parts,
    beside: &[bool],
    hidden: &[bool],
) -> Vec<Picture> {
    let page = context.page;
    let mut out: Vec<Picture> = Vec::new();
    let ends = Ends::of(context, parts, beside, hidden);
    for id in ends.all.clone() {
        let shown =
            bears_caption(page, id) && !hidden[id as usize] && page.contains(parts.root, id);
        if !shown || is_set_apart(context, parts, id) {
            continue;
        }
        let found = picture(context, parts, id);
        if !ends.amid.contains(&id) && !ends.hold(context, parts, &found) {
            continue;
        }
        let has_address = |id| picture_address(page, id).is_some();
        let told = out.last_mut().filter(|last| last.caption == found.caption);
        match told {
            // Of a picture and the icon drawn on it, the picture bears the caption.
            Some(last) if !has_address(last.node) => drop(out.pop()),
            // Of several pictures the last.
            Some(last) if has_address(id) => last.caption.clear(),
            _ => {}
        }
        if has_address(id) || (told_by_none(&out, &found) && !found.caption.is_empty()) {
            out.push(found);
        }
    }
    if let Some(lead) = lead(context, parts, hidden, &out, 0..ends.amid.end) {
        let at = out.partition_point(|picture| picture.node < lead.node);
        out.insert(at, lead);
    }
    out
}

/// The picture that the page declares as its own, where it is none of those `told`: one with a caption before others.
fn lead(
    context: &Context<'_>,
    parts: &Parts,
    hidden: &[bool],
    told: &[Picture],
    mut places: Range<NodeId>,
) -> Option<Picture> {
    let page = context.page;
    let declared = Declared::by(page)?;
    let is_lead = |id| picture_address(page, id).is_some_and(|address| declared.is_at(address));
    if told.iter().any(|picture| is_lead(picture.node)) {
        return None;
    }
    let mut first = None;
    let found = places.find_map(|id| {
        let shown = is_picture(page, id) && !hidden[id as usize] && is_lead(id);
        if !shown || is_set_apart(context, parts, id) || is_elsewhere(context, id) {
            return None;
        }
        let found = picture(context, parts, id);
        if !found.caption.is_empty() {
            return Some(found);
        }
        first.get_or_insert(found);
        None
    });
    found.or(first)
}

/// A picture, what stands for one, or the words of a figure that shows something else.
fn bears_caption(page: &Outline, id: NodeId) -> bool {
    use Tag::*;
    match page.tag(id) {
        Video | Iframe | Canvas | Svg => true,
        Figcaption => tells_of_other(page, id),
        _ => is_picture(page, id),
    }
}

/// True for the caption of a figure that holds anything else.
fn tells_of_other(page: &Outline, caption: NodeId) -> bool {
    let figure = around(page, caption, &[Tag::Figure]);
    figure.is_some_and(|figure| {
        let around = page.node(caption).depth - page.node(figure).depth;
        let own = page.descendants(caption).len() as u32 + u32::from(around);
        page.descendants(figure).len() as u32 > own
    })
}

fn told_by_none(pictures: &[Picture], found: &Picture) -> bool {
    pictures
        .last()
        .is_none_or(|last| last.caption != found.caption)
}

/// Pictures in menus, in asides, on buttons, on the author's card and in lists of links are not the article's. A button
/// may make a picture of it larger, and a list be of its own things.
fn is_set_apart(context: &Context<'_>, parts: &Parts, id: NodeId) -> bool {
    let page = context.page;
    let around = |tags: &[Tag]| around(page, id, tags);
    let figure = around(&[Tag::Figure]);
    // A picture, and no sign drawn on one.
    let alone = figure.filter(|&figure| context.pictures_in(figure) == 1);
    let told = alone.is_some_and(|figure| captions(context, parts, figure).next().is_some());
    around(&[Tag::Nav, Tag::Aside, Tag::Footer]).is_some()
        || is_face(context, parts, id)
        || around(&[Tag::Li]).is_some_and(|item| {
            let told =
                told || ends_text(context, parts, item, id) || heads_text(context, parts, item, id);
            picture_address(page, id).is_none() || !told
        })
        || (around(&[Tag::Button]).is_some() && alone.is_none())
}

/// A large picture over a text of the article's in an item, as of a step of what to do.
fn heads_text(context: &Context<'_>, parts: &Parts, item: NodeId, id: NodeId) -> bool {
    let page = context.page;
    let next = || first_from(context, item, page.node(id).runs.1);
    is_wide(page, id)
        && next().is_some_and(|at| parts.roles[at] == Role::Body)
        && !is_elsewhere(context, id)
}

/// A picture right behind a text of the article's in an item. What stands before the words of an item is the face of who
/// said them, or a sign.
fn ends_text(context: &Context<'_>, parts: &Parts, item: NodeId, id: NodeId) -> bool {
    let page = context.page;
    let blocks = context.blocks_in(item);
    let past = first_from(context, item, page.node(id).runs.0).unwrap_or(blocks.end);
    past.checked_sub(1)
        .is_some_and(|at| at >= blocks.start && parts.roles[at] == Role::Body)
}

/// The first block of an element that begins at this run or behind it.
fn first_from(context: &Context<'_>, id: NodeId, run: u32) -> Option<BlockId> {
    let blocks = context.blocks_in(id);
    // Blocks stand in the order of their runs.
    let at =
        blocks.start + context.blocks[blocks.clone()].partition_point(|block| block.runs.0 < run);
    Some(at).filter(|&at| at < blocks.end)
}

#[cfg(test)]
mod tests;
