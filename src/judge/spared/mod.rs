//! spared: what looks like clutter and stays: the site's frame, and of the article its lists of links, its galleries and
//! the links to its other pages.
//!
//! It asks the bench, the roles and the context, and no verdict: what weak evidence says, it says of these too.

mod authored;
pub(super) mod contents;
mod frame;
pub(super) mod gallery;
pub(super) mod pager;
pub(super) mod whole;

pub use frame::Frame;
