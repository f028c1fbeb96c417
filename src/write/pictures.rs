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
        if !shown || in_frame(context, judgement, id) {
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

/// Pictures in menus, in asides, on buttons and in lists of links are not the article's. A button may make a picture of
/// it larger, and a list be of its own things.
fn in_frame(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> bool {
    let page = context.page;
    let around = |tags: &[Tag]| {
        let mut up = page.ancestors(id).take(8);
        up.find(|&up| tags.contains(&page.tag(up)))
    };
    let figure = around(&[Tag::Figure]);
    // A picture, and no sign drawn on one.
    let alone = figure.filter(|&figure| context.pictures_in(figure) == 1);
    let told = alone.is_some_and(|figure| captions(context, judgement, figure).next().is_some());
    around(&[Tag::Nav, Tag::Aside, Tag::Footer]).is_some()
        || around(&[Tag::Li]).is_some_and(|item| {
            picture_address(page, id).is_none()
                || !(told || ends_text(context, judgement, item, id))
        })
        || (around(&[Tag::Button]).is_some() && alone.is_none())
}

/// A picture right behind a text of the article's in an item. What stands before the words of an item is the face of who
/// said them, or a sign.
fn ends_text(context: &Context<'_>, judgement: &Judgement, item: NodeId, id: NodeId) -> bool {
    let page = context.page;
    let before = page.node(id).runs.0;
    let blocks = context.blocks_in(item);
    // Blocks stand in the order of their runs.
    let past = blocks.start
        + context.blocks[blocks.clone()].partition_point(|block| block.runs.0 < before);
    past.checked_sub(1)
        .is_some_and(|at| at >= blocks.start && judgement.parts.roles[at] == Role::Body)
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

/// What files of icons, stand-ins and counting pixels are called.
const PIXELS: [&str; 5] = ["pixel", "spacer", "blank", "1x1", "sprite"];
/// Words in the name of one, at most: "tracking-pixel", "sprite@2x".
const MOST_NAMES: usize = 3;

/// An icon, a stand-in or a counting pixel by its address. A photograph of a phone may be called after a pixel, and one with
/// equal sides after its shape.
fn is_pixel(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, kind) = file.rsplit_once('.').unwrap_or((file, ""));
    let words = || {
        name.split(['-', '_', '.', '@'])
            .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    let named = match kind {
        "jpg" | "jpeg" | "webp" | "avif" => false,
        "png" => {
            let ends = |word: &str| word.ends_with("pixel") || word.ends_with("spacer");
            words().count() <= MOST_NAMES
                && words().any(|word| ends(word) || PIXELS.contains(&word))
        }
        "gif" | "svg" => holds_any(file, &PIXELS),
        // A counter, which says so anywhere.
        _ => holds_any(path, &["pixel"]) || holds_any(file, &PIXELS),
    };
    named || folder.ends_with("/icons") || folder.contains("/icons/")
}

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
    (!is_pixel(&lower) && !lower.starts_with("data:")).then_some(found)
}

/// The largest picture of a `srcset`: by its width or density, of equals the last.
fn largest(set: &str) -> Option<&str> {
    let mut rest = set;
    let candidates = std::iter::from_fn(|| candidate(&mut rest)).filter_map(|(url, size)| {
        let size = size.get(..size.len().saturating_sub(1));
        let size = size.and_then(thousandths).unwrap_or(1000);
        (!url.is_empty() && !url.starts_with("data:")).then_some((url, size))
    });
    candidates.max_by_key(|(_, size)| *size).map(|(url, _)| url)
}

/// Takes the next address and what is said of its size off a `srcset`. An address ends at white space and may hold
/// commas; one at its end ends the candidate, as the one behind a size does.
fn candidate<'s>(rest: &mut &'s str) -> Option<(&'s str, &'s str)> {
    let set = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    if set.is_empty() {
        return None;
    }
    let (url, after) = set.split_once(char::is_whitespace).unwrap_or((set, ""));
    if url.ends_with(',') {
        *rest = after;
        return Some((url.trim_end_matches(','), ""));
    }
    let (size, after) = after.split_once(',').unwrap_or((after, ""));
    *rest = after;
    // A height may follow the width.
    Some((url, size.split_whitespace().next().unwrap_or("")))
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
    use crate::judge::paragraphs;
    use crate::read::read;
    use crate::{Options, clean};

    fn address_in(html: &str) -> Option<String> {
        let page = read(html);
        let id = (0..page.len()).find(|&id| page.tag(id) == Tag::Img)?;
        picture_address(&page, id).map(str::to_owned)
    }

    #[test]
    fn pictures_of_a_list_and_on_buttons_are_copied_where_they_belong_to_its_words() {
        let step = |inside: &str| {
            let words = "Stir the lamp oil in until the light is even, the keeper of the harbour said on Monday.";
            let inside = inside.replace('$', words);
            let list = format!("<ol><li>{inside}</li><li>{words} Then wait for it.</li></ol>");
            let (above, below) = (paragraphs(4), paragraphs(8));
            let html =
                format!("<article><h1>How to light a lamp</h1>{above}{list}{below}</article>");
            clean(&html, &Options::default())
                .markdown()
                .contains("(</a.jpg>)")
        };
        let picture = "<img src='/a.jpg'>";
        assert!(step(&format!("$ {picture}")));
        let figure = format!("<figure>{picture}<figcaption>The lamp in 1901</figcaption></figure>");
        assert!(step(&format!("{figure} $")));
        assert!(step(&format!(
            "$ <figure><button>{picture}</button></figure>"
        )));
        // The face of who said it, an icon, a picture that leads elsewhere.
        assert!(!step(&format!("{picture} $")));
        assert!(!step(&format!("$ <button>{picture}</button>")));
        assert!(!step(&format!("$ <nav>{picture}</nav>")));
    }

    #[test]
    fn lazy_pictures_have_the_address_they_will_have() {
        let of = |html: &str| address_in(html);
        let lazy = "<img src='data:image/gif;base64,R0' data-src='/a.jpg'>";
        assert_eq!(of(lazy).as_deref(), Some("/a.jpg"));
        let set = "<img src='data:x' data-srcset='/l.jpg 1200w, /s.jpg 300w, /m.jpg 600w'>";
        assert_eq!(of(set).as_deref(), Some("/l.jpg"));
        let sources = "<picture><source srcset='/1.webp 1x, /2.webp 2x'><img alt=''></picture>";
        assert_eq!(of(sources).as_deref(), Some("/2.webp"));
        let dense = "<img srcset='/3.jpg 1.25x, /4.jpg 1.5x, /2.jpg'>";
        assert_eq!(of(dense).as_deref(), Some("/4.jpg"));
        let high = "<img srcset='/l.jpg 1200w 800h, /s.jpg 300w 200h'>";
        assert_eq!(of(high).as_deref(), Some("/l.jpg"));
        let tight = "<img srcset='/l,c_fill.jpg 1200w,/s.jpg 300w'>";
        assert_eq!(of(tight).as_deref(), Some("/l,c_fill.jpg"));
        for stand_in in [
            "/1x1.gif",
            "/clearpixel.gif",
            "/spacer10.gif",
            "/renderTimingPixel.png",
            "/sprite@2x.png",
            "/transparent_pixel_1.gif",
            "/pixel/track?x=1",
            "/a/tracking-pixel.png?u=1",
            "/icons/share.svg",
            "//pixel.e.org/events/1?t=2",
        ] {
            assert_eq!(of(&format!("<img src='{stand_in}'>")), None, "{stand_in}");
        }
        for shown in [
            "/google-pixel-8.jpg",
            "https://pixel.e.org/a.jpg",
            "/hero_1x1.jpg",
        ] {
            let found = of(&format!("<img src='{shown}'>"));
            assert_eq!(found.as_deref(), Some(shown));
        }
    }
}
