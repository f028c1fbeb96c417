//! Whether the page is about its own headline or about those of others.

use crate::judge::context::Context;
use crate::judge::likeness::{likeness, words_of};
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// How like a title a heading is that the page goes by.
const LIKE_TITLE: f32 = 0.6;
/// A headline has as many words, what a shop or a menu calls itself has fewer.
const HEADLINE_WORDS: u32 = 4;

/// The page goes by a headline that it shows over its text: front pages, forms and places to work go by the name of the
/// site or of what they are for, and lists have other headlines first.
pub(super) fn is_named(context: &Context<'_>, judgement: &Judgement) -> bool {
    let body = |role: &Role| *role == Role::Body;
    let first = judgement.parts.roles.iter().position(body);
    let (Some(at), Some(first)) = (context.headline, first) else {
        return false;
    };
    let mut between = (context.blocks[at].node..context.blocks[first].node).skip(1);
    if between.any(|id| is_linked_heading(context.page, id)) {
        return false;
    }
    let shown = words_of(&context.texts[at]);
    let metadata = &context.page.metadata;
    let mut titles = metadata.title.iter().chain(&metadata.titles);
    let is_like = |title: &String| likeness(&words_of(title), &shown) >= LIKE_TITLE;
    context.blocks[at].stats.words >= HEADLINE_WORDS && titles.any(is_like)
}

/// Words of body text that an article has for each headline of another.
const WORDS_A_HEADLINE: u32 = 25;

/// Headlines that lead elsewhere are the page, and its text their introduction.
pub(super) fn is_list(context: &Context<'_>, judgement: &Judgement) -> bool {
    let page = context.page;
    let headlines = (0..page.len()).filter(|&id| is_linked_heading(page, id));
    judgement.parts.words < WORDS_A_HEADLINE * headlines.count() as u32
}

fn is_linked_heading(page: &Outline, id: NodeId) -> bool {
    let linked = || {
        let inside = page.descendants(id).take(8).any(|d| page.tag(d) == Tag::A);
        inside || page.ancestors(id).take(3).any(|up| page.tag(up) == Tag::A)
    };
    page.tag(id).is_heading() && linked()
}
