//! model: how likely each block is the article's own text, learned from pages that people marked.
//!
//! It asks the context and nothing else of the judge, and says one number for each block. `weights.rs` and
//! `model_sample.json` are made by `tools/train/`.

pub mod company;
pub mod features;
mod forest;
mod looks;
mod root;
mod since;
pub mod weights;

pub use looks::{SETTLED, probabilities, settled};
