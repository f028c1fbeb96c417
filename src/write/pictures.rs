//! The article's pictures with their captions.

use crate::blocks::Hidden;
use crate::chars::holds_any;
use crate::judge::context::{BlockId, Context};
use crate::judge::{Judgement, Role};
use crate::outline::{Attr, NodeId, Outline};
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
        let has_address = |id| picture_address(page, id).is_some();
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
        around: Vec::new(),
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

/// Parts of the addresses of icons and counting pixels.
const PIXELS: [&str; 6] = ["pixel", "spacer", "blank.gif", "1x1", "/icons/", "sprite"];

/// The address of a picture that is shown: the lazy source where the plain one is a stand-in. Icons and counting
/// pixels have none.
pub fn picture_address(page: &Outline, id: NodeId) -> Option<&str> {
    let lazy = page.attr(id, Attr::LazySrc);
    let set = page.attr(id, Attr::SrcSet).and_then(largest);
    let plain = page
        .attr(id, Attr::Src)
        .filter(|src| !src.is_empty() && !src.starts_with("data:"));
    let found = lazy.or(plain).or(set).or_else(|| from_sources(page, id))?;
    let lower = found.to_ascii_lowercase();
    let pixel = holds_any(&lower, &PIXELS);
    (!pixel && !lower.starts_with("data:")).then_some(found)
}

/// The largest picture of a `srcset`: by its width or density, of equals the last.
fn largest(set: &str) -> Option<&str> {
    let candidates = set.split(", ").filter_map(|part| {
        let mut words = part.split_whitespace();
        let url = words.next()?.trim_end_matches(',');
        let size = words
            .next()
            .and_then(|size| size.get(..size.len().checked_sub(1)?));
        let size = size.and_then(thousandths).unwrap_or(1000);
        (!url.is_empty() && !url.starts_with("data:")).then_some((url, size))
    });
    candidates.max_by_key(|(_, size)| *size).map(|(url, _)| url)
}

/// "1.5" → 1500. The standard library's way from text to a float brings 14 kB along.
fn thousandths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part = format!("{part:0<3}");
    let (whole, part): (u32, u32) = (whole.parse().ok()?, part.get(..3)?.parse().ok()?);
    whole.checked_mul(1000)?.checked_add(part)
}

/// The `srcset` of the sources beside a picture that has none itself.
fn from_sources(page: &Outline, id: NodeId) -> Option<&str> {
    let around = page
        .ancestors(id)
        .next()
        .filter(|&up| page.tag(up) == Tag::Picture)?;
    let mut sources = page
        .children(around)
        .filter(|&c| page.tag(c) == Tag::Source);
    sources.find_map(|source| page.attr(source, Attr::SrcSet).and_then(largest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn address_in(html: &str) -> Option<String> {
        let page = read(html);
        let id = (0..page.len()).find(|&id| page.tag(id) == Tag::Img)?;
        picture_address(&page, id).map(str::to_owned)
    }

    #[test]
    fn lazy_pictures_have_the_address_they_will_have() {
        let of = |html| address_in(html);
        let lazy = "<img src='data:image/gif;base64,R0' data-src='/a.jpg'>";
        assert_eq!(of(lazy).as_deref(), Some("/a.jpg"));
        let set = "<img src='data:x' data-srcset='/l.jpg 1200w, /s.jpg 300w, /m.jpg 600w'>";
        assert_eq!(of(set).as_deref(), Some("/l.jpg"));
        let sources = "<picture><source srcset='/1.webp 1x, /2.webp 2x'><img alt=''></picture>";
        assert_eq!(of(sources).as_deref(), Some("/2.webp"));
        let dense = "<img srcset='/3.jpg 1.25x, /4.jpg 1.5x, /2.jpg'>";
        assert_eq!(of(dense).as_deref(), Some("/4.jpg"));
        assert_eq!(of("<img src='/1x1.gif'>"), None);
    }
}
