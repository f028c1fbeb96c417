//! What an element wants the reader to write.

use crate::chars::holds_any;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// True for a field for an address, which its type or its name says.
pub fn is_address(page: &Outline, id: NodeId) -> bool {
    let named = || {
        let name = page.attr(id, Attr::Name).unwrap_or("");
        holds_any(&name.to_ascii_lowercase(), &["email", "e-mail"])
    };
    page.tag(id) == Tag::Input
        && match page.attr(id, Attr::Type) {
            Some("email") => true,
            Some("text") | None => named(),
            Some(_) => false,
        }
}

/// True for an element that has no fields to write in but those of an address and whose it is.
pub fn asks_little(page: &Outline, id: NodeId) -> bool {
    fields(page, id) <= MOST_FIELDS
}

/// Fields that are written in; a comment, a letter, a poll or a login has more, or one that is none of an address.
fn fields(page: &Outline, id: NodeId) -> usize {
    let written = |d: NodeId| match page.tag(d) {
        Tag::Input => match page.attr(d, Attr::Type) {
            Some("hidden" | "submit" | "button" | "checkbox") => 0,
            Some("password" | "radio") => MOST_FIELDS + 1,
            _ => 1,
        },
        Tag::Textarea | Tag::Select => MOST_FIELDS + 1,
        _ => 0,
    };
    page.descendants(id).map(written).sum()
}

/// An address, and whose it is.
const MOST_FIELDS: usize = 2;
