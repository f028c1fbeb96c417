//! Captions: told by where they stand, since the model learned that they are not the article's text.

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, Hints, is_button, is_material};
use crate::outline::NodeId;
use crate::picture::{is_picture, is_wide, leads_elsewhere};
use crate::tag::Tag;

/// A caption stands in `<figcaption>`, beside a picture in `<figure>`, or is named so near one. `p` is how likely the block
/// is the article's text.
pub fn is_caption(context: &Context<'_>, at: BlockId, p: f32) -> bool {
    let page = context.page;
    let inner = context.blocks[at].inner;
    if context.phrases[at].is_some() || is_player_label(context, at) {
        return false;
    }
    // A paragraph may stand beside a picture, too, where it is not called a caption itself.
    let may_be = p < SURE_TEXT || context.blocks[at].stats.words < SHORTEST_PARAGRAPH;
    let node = context.blocks[at].node;
    let short = may_be || context.blocks[at].stats.words <= LONGEST_NAMED;
    if short && context.hints[node as usize].has(Hints::CAPTION) && follows_picture(context, node) {
        return true;
    }
    let (mut named, mut in_material) = (false, false);
    for (steps, id) in page
        .self_and_ancestors(inner)
        .enumerate()
        .take(FIGURE_LEVELS)
    {
        match page.tag(id) {
            Tag::Figcaption => return true,
            // Figures hold tables, programs and quotations, too, some with a picture in them.
            Tag::Figure => {
                let small = context.sums[id as usize].blocks <= FIGURE_BLOCKS;
                return may_be
                    && small
                    && !in_material
                    && (shows_picture(context, id) || shows_drawing(context, id));
            }
            Tag::Article | Tag::Main | Tag::Body | Tag::Aside | Tag::Button | Tag::Form => {
                return false;
            }
            tag => in_material |= is_material(tag),
        }
        let is_called = context.hints[id as usize].has(Hints::CAPTION);
        named |= steps < BOX_LEVELS && is_called && (may_be || steps == 0);
        if named && context.sums[id as usize].blocks <= BOX_BLOCKS && shows_picture(context, id) {
            return true;
        }
    }
    false
}

/// Right behind an element that shows a picture and no words.
fn follows_picture(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let parent = page.parent(id);
    let Some(before) = id.checked_sub(1) else {
        return false;
    };
    let mut around = page.self_and_ancestors(before).take(FIGURE_LEVELS);
    around
        .find(|&up| page.parent(up) == parent)
        .is_some_and(|up| {
            let shows = is_picture(page, up) || shows_picture(context, up);
            shows && context.sums[up as usize].blocks == 0
        })
}

/// The words of a player's buttons: "Unmute", "00:00 / 00:47".
fn is_player_label(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let inner = context.blocks[at].inner;
    let around = page.self_and_ancestors(inner);
    let whole = |id: NodeId| matches!(page.tag(id), Tag::Figure | Tag::Figcaption | Tag::Article);
    let mut bars = around.take_while(|&id| !whole(id)).take(CONTROL_LEVELS);
    bars.any(|id| page.tag(id) == Tag::Button || context.classes.is_controls(page, id))
        || is_duration(context.text(at))
}

/// "0:00/1:14".
fn is_duration(text: &str) -> bool {
    let mut parts = text.split([':', '/']).map(str::trim);
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.contains(':') && parts.all(is_number)
}

/// Elements up from a button's words to the bar that holds the buttons.
const CONTROL_LEVELS: usize = 4;

/// Mostly a link, or in one: outside of the article, that is a teaser under its picture.
pub fn is_linked(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let mut around = page.ancestors(block.node).take(BOX_LEVELS);
    block.stats.link_density() > MOSTLY_TEXT || around.any(|up| page.tag(up) == Tag::A)
}

/// More words than this are no caption unless the page calls them one.
const LONGEST_CAPTION: u32 = 80;
/// Fewer are a label, a credit or a number.
const SHORTEST_CAPTION: u32 = 4;
/// A credit may be linked; a teaser is from end to end.
const MOSTLY_TEXT: f32 = 0.3;

/// A block as likely as that, of so many words or more, is a paragraph beside a picture and no caption.
const SURE_TEXT: f32 = 0.8;
const SHORTEST_PARAGRAPH: u32 = 20;
/// And words of what is called a caption and is one, however much it reads like the text: sites call small letters so.
const LONGEST_NAMED: u32 = 40;

/// Elements from a caption's words up to its `<figure>`.
const FIGURE_LEVELS: usize = 6;
/// Blocks of a figure whose words are its caption without saying so: a title, a text, credits.
const FIGURE_BLOCKS: u32 = 6;
/// And up to a box that is nothing but the picture with its caption: the words, a credit and a title.
const BOX_LEVELS: usize = 3;
const BOX_BLOCKS: u32 = 3;
/// Elements of a box in which a picture is looked for, with its sources, wrappers and buttons.
const MOST_ELEMENTS: usize = 40;

/// A few words in the same small box as a picture. A teaser stands so too, but links away; labels have their phrase.
pub fn stands_beside_picture(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    if is_linked(context, at)
        || !(SHORTEST_CAPTION..=LONGEST_CAPTION).contains(&block.stats.words)
        || context.phrases[at].is_some()
        || context.occurrences[at] > 1
        || is_player_label(context, at)
        || is_card(context, parts, at)
    {
        return false;
    }
    let boxes = page.self_and_ancestors(block.node).take(BOX_LEVELS);
    boxes
        .take_while(|&id| {
            let whole = [
                Tag::Article,
                Tag::Main,
                Tag::Body,
                Tag::Blockquote,
                Tag::Pre,
            ];
            context.sums[id as usize].blocks <= BOX_BLOCKS && !whole.contains(&page.tag(id))
        })
        .any(|id| shows_own_picture(context, id))
}

/// A block of its author's card: it begins with the name. So does a caption amid the text, where the author took a picture
/// or is on it, but no job follows right behind; and anywhere a credit: "Ann Example / The Post".
fn is_card(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let page = context.page;
    let first = page.runs.get(context.blocks[at].runs.0 as usize);
    let named = |name: &str| {
        let behind = context.text(at).strip_prefix(name);
        let alone = || first.is_some_and(|run| page.run_text(run).trim() == name);
        name.contains(' ')
            && behind.map(str::trim_start).is_some_and(|rest| {
                let titled = alone() || rest.starts_with(char::is_uppercase);
                !rest.starts_with('/') && (titled || !is_amid_text(parts, at))
            })
    };
    let mut authors = page.metadata.authors.iter();
    authors.any(|name| named(name.trim()))
}

/// Behind two blocks of the body, since a standfirst may stand above the card, and before another.
fn is_amid_text(parts: &Parts, at: BlockId) -> bool {
    let top = parts.range.start..at.min(parts.range.start + NEAR_TOP);
    let above = parts.roles.get(top).unwrap_or_default().iter();
    at < parts.range.end && above.filter(|role| **role == Role::Body).nth(1).is_some()
}

/// Blocks of an article among which two of its body stand.
const NEAR_TOP: usize = 20;

/// The portrait on such a card.
pub fn is_face(context: &Context<'_>, parts: &Parts, picture: NodeId) -> bool {
    let page = context.page;
    let mut boxes = page.ancestors(picture).take(BOX_LEVELS).take_while(|&up| {
        let blocks = context.blocks_in(up).len();
        blocks <= BOX_BLOCKS as usize && page.tag(up) != Tag::Figure
    });
    let told = boxes.find_map(|up| context.blocks_in(up).next());
    !is_wide(page, picture) && told.is_some_and(|at| is_card(context, parts, at))
}

/// A picture that leads nowhere, or to itself. A teaser's leads to its page, and a portrait to what its author wrote: so do
/// words beside it.
fn shows_own_picture(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let words_lead = context.sums[id as usize].link_density() > 0.0;
    let is_own = |&picture: &NodeId| {
        let mut around = page.ancestors(picture).take_while(|&up| up >= id);
        !(words_lead && around.any(|up| page.tag(up) == Tag::A && leads_elsewhere(page, up)))
    };
    let mut inside = page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| matches!(page.tag(d), Tag::Img | Tag::Picture | Tag::Video) && is_own(&d))
}

fn shows_picture(context: &Context<'_>, id: NodeId) -> bool {
    let mut inside = context.page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| matches!(context.page.tag(d), Tag::Img | Tag::Picture | Tag::Video))
}

/// A drawing or a page of another site; the sign on a button is neither.
fn shows_drawing(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let on_button = |d: NodeId| {
        page.ancestors(d)
            .take_while(|&up| up > id)
            .any(|up| is_button(page, up))
    };
    let mut inside = page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| match page.tag(d) {
        Tag::Iframe | Tag::Canvas => true,
        Tag::Svg => !on_button(d),
        _ => false,
    })
}

#[cfg(test)]
mod tests;
