//! write: the plan and the judgement → rewritten HTML, plain text, Markdown, an HTML fragment.
//!
//! Invariant: a writer never decides what goes; it asks the plan and the roles.

#[cfg(target_arch = "wasm32")]
pub mod dom;
mod fragment;
mod inline;
mod markdown;
mod pictures;
mod pieces;
mod rewrite;
mod text;

pub use fragment::fragment;
pub use markdown::markdown;
pub use pieces::{Piece, Shape, pieces};
pub use rewrite::rewrite;
pub use text::{TextForm, text};
