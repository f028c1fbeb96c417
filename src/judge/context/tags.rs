//! What an element's tag says of what it holds.

use crate::blocks::{Block, block_runs};
use crate::host::{host_in, is_front};
use crate::outline::{Attr, NodeId, Outline};
use crate::squeeze::is_blank;
use crate::tag::Tag;

/// What is pressed.
pub fn is_button(page: &Outline, id: NodeId) -> bool {
    page.tag(id) == Tag::Button || page.attr(id, Attr::Role) == Some("button")
}

/// A button or a link.
pub fn is_pressed(page: &Outline, id: NodeId) -> bool {
    page.tag(id) == Tag::A || is_button(page, id)
}

/// The elements of a kind that a block shows, where it shows nothing else; none otherwise.
pub fn alone_in(page: &Outline, block: &Block, is: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for run in block_runs(page, block) {
        let mut around = page.self_and_ancestors(run.node).take(LEVELS);
        match around.find(|&id| is(id)) {
            Some(id) if found.last() != Some(&id) => found.push(id),
            None if !is_blank(page.run_text(run)) => return Vec::new(),
            _ => {}
        }
    }
    found
}

/// Elements from a text up to what it is shown by.
const LEVELS: usize = 4;

/// Tabs over what they open.
pub fn is_tab_list(page: &Outline, id: NodeId) -> bool {
    page.attr(id, Attr::Role) == Some("tablist")
}

/// What HTML and ARIA have for dialogs.
pub fn is_marked_dialog(page: &Outline, id: NodeId) -> bool {
    page.tag(id) == Tag::Dialog
        || matches!(page.attr(id, Attr::Role), Some("dialog" | "alertdialog"))
}

/// What the article is made of beside its prose.
pub fn is_material(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Pre | Tag::Code | Tag::Table | Tag::Blockquote | Tag::Math
    )
}

/// The parts of a page that hold everything else.
pub fn is_landmark(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Html
            | Tag::Body
            | Tag::Main
            | Tag::Article
            | Tag::Head
            | Tag::Nav
            | Tag::Header
            | Tag::Footer
            | Tag::Frameset
    )
}

/// What HTML and ARIA have for masthead, menus and footer. The body, `<main>` and `<article>` are landmarks and no frame.
pub fn is_frame_landmark(page: &Outline, id: NodeId) -> bool {
    matches!(page.tag(id), Tag::Nav | Tag::Header | Tag::Footer)
        || matches!(
            page.attr(id, Attr::Role),
            Some("banner" | "navigation" | "contentinfo")
        )
}

/// True for a link to a page of the site that the page is on, as far as addresses tell.
pub fn stays_on_site(page: &Outline, link: NodeId) -> bool {
    let own = page.metadata.canonical.as_deref().and_then(host_in);
    let host = page.attr(link, Attr::Href).and_then(host_in);
    host.is_none_or(|host| own == Some(host))
}

/// True for a link to the front page of the site that the page is on.
pub fn leads_home(page: &Outline, link: NodeId) -> bool {
    page.attr(link, Attr::Href).is_some_and(is_front) && stays_on_site(page, link)
}

/// The link at or around a text, so many elements up at most.
pub fn link_around(page: &Outline, id: NodeId, levels: usize) -> Option<NodeId> {
    let mut around = page.self_and_ancestors(id).take(levels);
    around.find(|&up| page.tag(up) == Tag::A)
}

/// True for a link to another place of the page.
pub fn is_inward(page: &Outline, link: NodeId) -> bool {
    page.target(link).is_some()
}
