//! Clean Copy's core: reads a news page, finds the article in it, and takes the clutter away.
//!
//! ```
//! use clean_copy::{Options, TextForm, clean};
//!
//! let html = "<html><body><h1>Old mill reopens</h1><p>Share this story!</p></body></html>";
//! let clean = clean(html, &Options::default());
//! assert_eq!(clean.report().article.title.as_deref(), Some("Old mill reopens"));
//! # let _ = clean.text(TextForm::Body);
//! ```

pub mod article;
mod bidi;
#[cfg(target_arch = "wasm32")]
mod bindings;
pub mod blocks;
pub mod breakage;
mod chars;
mod clean;
pub mod cosmetic;
pub mod evidence;
mod fnv;
mod host;
pub mod judge;
pub mod metadata;
mod more;
#[cfg(feature = "cli")]
pub mod normalise;
pub mod options;
pub mod outline;
pub mod picture;
mod plain;
pub mod plan;
pub mod read;
pub mod recipe;
pub mod rules;
pub mod selector;
mod sink;
mod squeeze;
mod tag;
pub mod verdict;
mod words;
pub mod write;

pub use breakage::Breakage;
pub use clean::{Clean, Report, clean, clean_by};
pub use cosmetic::check_rules;
pub use evidence::{Clue, Evidence};
pub use more::{More, clean_more};
pub use options::{Copies, CopyOptions, Links, LiveFacts, Options, Strength};
pub use plain::{PlainClean, RemovedLine, clean_plain};
pub use plan::{Edit, Outcome, Plan, RuleReport};
pub use recipe::{BadRecipe, Recipe, RecipeReport, recipe_of};
pub use verdict::{Action, Reason};
pub use write::{TextForm, rewrite};
