//! What a picture stands in.

use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// The elements around the one that is looked at, as far as they tell a picture of the article from others: of each kind
/// one past the last element in it.
#[derive(Default)]
pub(super) struct Around {
    /// A link, a button, a menu.
    pub apart: NodeId,
    pub figure: NodeId,
    pub picture: NodeId,
}

impl Around {
    /// Goes on to an element, in document order.
    pub fn enter(&mut self, page: &Outline, id: NodeId) {
        let place = match page.tag(id) {
            Tag::A if leads_elsewhere(page, id) => &mut self.apart,
            Tag::Nav | Tag::Footer => &mut self.apart,
            Tag::Button if id >= self.figure => &mut self.apart,
            Tag::Figure => &mut self.figure,
            Tag::Picture => &mut self.picture,
            _ => return,
        };
        *place = (*place).max(page.node(id).end);
    }
}

/// A teaser's or an advert's picture leads to its page; one of the article at most to itself, larger.
fn leads_elsewhere(page: &Outline, link: NodeId) -> bool {
    let href = page.attr(link, Attr::Href).unwrap_or("").trim();
    let path = href.split(['?', '#']).next().unwrap_or("");
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let larger = matches!(
        ending.as_str(),
        "jpg" | "jpeg" | "png" | "webp" | "gif" | "avif"
    );
    !(larger || path.is_empty() || path.starts_with("javascript:"))
}
