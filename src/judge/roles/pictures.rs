//! Which pictures are the article's, and their captions.

use std::ops::Range;

use super::caption::is_face;
use super::ends::Ends;
use super::parts::Parts;
use super::role::Role;
use crate::blocks::Hidden;
use crate::judge::context::{BlockId, Context};
use crate::outline::{NodeId, Outline};
use crate::picture::{Declared, is_picture, is_wide, leads_elsewhere, picture_address};
use crate::tag::Tag;

/// A picture of the article's.
pub struct Picture {
    /// Its element.
    pub node: NodeId,
    /// The blocks of its caption.
    pub caption: Vec<BlockId>,
}

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
        if !shown || in_frame(context, parts, id) {
            continue;
        }
        let found = picture(context, parts, id);
        if !ends.amid.contains(&id) && !ends.hold(context, parts, &found) {
            continue;
        }
        let has_address = |id| picture_address(page, id).is_some();
        let told = out.last().filter(|last| last.caption == found.caption);
        // Of a picture and the icon drawn on it, the picture bears the caption.
        if told.is_some_and(|last| !has_address(last.node)) {
            out.pop();
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
    let declared = Declared::of(page.metadata.image.as_deref()?)?;
    let is_lead = |id| picture_address(page, id).is_some_and(|address| declared.is_at(address));
    if told.iter().any(|picture| is_lead(picture.node)) {
        return None;
    }
    let mut first = None;
    let found = places.find_map(|id| {
        let shown = is_picture(page, id) && !hidden[id as usize] && is_lead(id);
        if !shown || in_frame(context, parts, id) || is_elsewhere(context, id) {
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
    let figure = page
        .ancestors(caption)
        .take(8)
        .find(|&up| page.tag(up) == Tag::Figure);
    figure.is_some_and(|figure| {
        let around = page.node(caption).depth - page.node(figure).depth;
        let own = page.descendants(caption).len() as u32 + u32::from(around);
        page.descendants(figure).len() as u32 > own
    })
}

/// A teaser's picture, of this article as it stands in a list; and one that only other programs see.
pub(super) fn is_elsewhere(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let mut around = page.ancestors(id).take(8);
    context.is_kept_from_sight(id)
        || around.any(|up| page.tag(up) == Tag::A && leads_elsewhere(page, up))
}

fn told_by_none(pictures: &[Picture], found: &Picture) -> bool {
    pictures
        .last()
        .is_none_or(|last| last.caption != found.caption)
}

/// Pictures in menus, in asides, on buttons, on the author's card and in lists of links are not the article's. A button may make a picture of
/// it larger, and a list be of its own things.
fn in_frame(context: &Context<'_>, parts: &Parts, id: NodeId) -> bool {
    let page = context.page;
    let around = |tags: &[Tag]| {
        let mut up = page.ancestors(id).take(8);
        up.find(|&up| tags.contains(&page.tag(up)))
    };
    let figure = around(&[Tag::Figure]);
    // A picture, and no sign drawn on one.
    let alone = figure.filter(|&figure| context.pictures_in(figure) == 1);
    let told = alone.is_some_and(|figure| captions(context, parts, figure).next().is_some());
    around(&[Tag::Nav, Tag::Aside, Tag::Footer]).is_some()
        || is_face(context, id)
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

fn picture(context: &Context<'_>, parts: &Parts, id: NodeId) -> Picture {
    let page = context.page;
    let figure = page
        .ancestors(id)
        .take(8)
        .find(|&up| page.tag(up) == Tag::Figure);
    let holder = figure.or_else(|| {
        page.ancestors(id)
            .take(4)
            .find(|&up| captions(context, parts, up).next().is_some())
    });
    let caption = holder
        .map(|up| captions(context, parts, up).collect())
        .unwrap_or_default();
    Picture { node: id, caption }
}

fn captions<'c>(
    context: &'c Context<'_>,
    parts: &'c Parts,
    id: NodeId,
) -> impl Iterator<Item = BlockId> + 'c {
    let small = context.sums[id as usize].blocks <= 4;
    context.blocks_in(id).filter(move |&at| {
        small && parts.roles[at] == Role::Caption && context.blocks[at].hidden == Hidden::No
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean};

    #[test]
    fn the_picture_that_the_page_declares_is_copied_once_wherever_it_stands() {
        let copied = |above: &str, amid: &str| {
            let (start, end) = (paragraphs(4), paragraphs(8));
            let html = format!(
                "<head><meta property='og:image' content='/harbour-at-dawn-1200x630.jpg'></head><body>{above}\
                 <article><h1>The lamp stays lit until the spring</h1>{start}{amid}{end}</article></body>"
            );
            let markdown = clean(&html, &Options::default()).markdown().to_owned();
            markdown.matches("harbour-at-dawn").count()
        };
        let picture = "<figure><img src='/harbour-at-dawn-300x200.jpg'></figure>";
        assert_eq!(copied(picture, ""), 1);
        assert_eq!(copied(picture, picture), 1);
        let unseen = format!("<div style='display:none'>{picture}</div>");
        assert_eq!(copied(&unseen, ""), 0);
        assert_eq!(copied("", picture), 1);
        assert_eq!(copied(&format!("<a href='/lamp'>{picture}</a>"), ""), 0);
    }

    #[test]
    fn what_is_embedded_or_no_picture_keeps_its_caption() {
        let copied = |shown: &str| {
            let figure = format!(
                "<figure>{shown}<figcaption>The lamp at dawn in 1901</figcaption></figure>"
            );
            let (start, end) = (paragraphs(4), paragraphs(8).split_off(paragraphs(4).len()));
            let html =
                format!("<article><h1>The lamp stays lit</h1>{start}{figure}{end}</article>");
            clean(&html, &Options::default()).markdown()
        };
        assert!(!copied("").contains("The lamp at dawn"));
        for shown in [
            "<video src='/v.mp4'></video>",
            "<iframe src='https://v.example/1'></iframe>",
            "<svg viewBox='0 0 9 9'><path d='M0'/></svg>",
            "<canvas></canvas>",
            "<picture><source srcset='/a.webp'></picture>",
            "<amp-img src='/a.jpg' width='800'></amp-img>",
            "<amp-img src='/a.jpg'><img src='/a.jpg'></amp-img>",
            "<div class='map' data-map='1'></div>",
            "<svg><path d='M0'/></svg><img src='/a.jpg'>",
        ] {
            let markdown = copied(shown);
            assert_eq!(
                markdown.matches("The lamp at dawn in 1901").count(),
                1,
                "{markdown}"
            );
            let pictures = usize::from(shown.contains("a.jpg"));
            assert_eq!(
                markdown.matches("(</a.jpg>)").count(),
                pictures,
                "{markdown}"
            );
        }
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
        let wide = "<img src='/a.jpg' width='728'>";
        assert!(step(&format!("<a href='/a.jpg'>{wide}</a> $")));
        assert!(!step(&format!("<a href='/other'>{wide}</a> $")));
        // The face of who said it, an icon, a picture that leads elsewhere.
        assert!(!step(&format!("{picture} $")));
        assert!(!step(&format!("$ <button>{picture}</button>")));
        assert!(!step(&format!("$ <nav>{picture}</nav>")));
    }
}
