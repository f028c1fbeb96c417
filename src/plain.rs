//! Text that was copied or scraped without its HTML.
use crate::verdict::Reason;
use serde::Serialize;

/// One line that went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemovedLine {
    /// The line.
    pub line: String,
    /// Why.
    pub reason: Reason,
    /// In words that a reader understands.
    pub evidence: String,
}

/// Cleaned text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlainClean {
    /// What stays.
    pub text: String,
    /// What went, in order.
    pub removed: Vec<RemovedLine>,
}

/// Cleans text.
pub fn clean_plain(text: &str) -> PlainClean {
    PlainClean {
        text: text.to_owned(),
        removed: Vec::new(),
    }
}
