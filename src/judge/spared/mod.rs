//! spared: what looks like clutter and stays: the site's frame, and of the article its lists of links, its galleries,
//! its pictures and the links to its other pages.
//!
//! It asks the bench, the roles and the context, and drops no verdict: it says what there is, and the plan spares it.

mod authored;
mod cards;
pub(super) mod contents;
mod entries;
mod frame;
pub(super) mod gallery;
pub(super) mod pager;
mod pictures;

pub use frame::SiteFrame;
pub use pictures::{SparedPictures, spared_pictures};
