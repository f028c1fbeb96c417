//! bench: what the verdicts share: from a sign (a phrase, a name) to the box that it marks, and where that stands to the
//! article.
//!
//! It asks the context and the roles. It finds boxes, and leaves it to the verdicts which signs to look for.

mod boxes;
mod loose;
pub(super) mod worn;

pub use boxes::{Bench, evidence, named};
pub use loose::loose;
