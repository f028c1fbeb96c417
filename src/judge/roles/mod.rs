//! roles: what each block is to the article, and how much of the article each element holds.
//!
//! It asks the context, and takes a probability for each block, from whatever model. It knows no verdicts: that a block is
//! not the article's is no reason yet to hide it.

mod amid;
pub(super) mod apart;
mod author_page;
pub(super) mod beside;
mod byline;
mod caption;
mod captioned;
pub(super) mod contacts;
pub(super) mod cut_off;
pub(super) mod declared;
pub(super) mod declared_text;
pub(super) mod durations;
mod ends;
pub mod footnotes;
mod found;
mod mass;
pub(super) mod notes;
mod parts;
mod path;
mod pictures;
pub(super) mod pulled;
mod role;
pub(crate) mod shown;
mod signed;
mod standfirst;
mod titled;
pub(crate) mod unseen;
pub(crate) mod versions;

pub use beside::introduces;
pub(crate) use byline::notes_beside_author;
pub use captioned::Picture;
pub use found::Parts;
pub use mass::Mass;
pub use parts::parts;
pub use pictures::pictures;
pub use role::{BODY, Role};
pub(crate) use signed::{is_date, tells_of_author};
