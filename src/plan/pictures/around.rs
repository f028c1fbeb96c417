//! What a picture stands in.

use crate::outline::{NodeId, Outline};
use crate::picture::leads_elsewhere;
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
