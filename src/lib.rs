//! Clean Copy's core: reads a news page, finds the article in it, and takes the clutter away.
//!
//! ```
//! use clean_copy::{Options, TextForm, clean};
//!
//! let story = "<p>The mill at Ostrel turns again. Its miller, who had waited for the river since March, opened the gates \
//!              on Monday, and forty people came to see the flour, he said. Bread will be sold there on Saturdays.</p>\
//!              <p>The council paid for the new wheel, which a carpenter from Lower Marsh had built over the winter from \
//!              the oak of the old bridge.</p>";
//! let html = format!(
//!     "<html><body><article><h1>Old mill reopens</h1>{story}<p>Share this story!</p></article></body></html>"
//! );
//! let clean = clean(&html, &Options::default());
//! assert_eq!(clean.report().article.title.as_deref(), Some("Old mill reopens"));
//! let text = clean.text(TextForm::Body);
//! assert!(text.contains("forty people came") && !text.contains("Share this story"));
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
#[cfg(feature = "normalise")]
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
