//! What class attributes say, worked out once for each value: the same few hundred stand on thousands of elements.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::blocks::Labels;
use crate::judge::icon;
use crate::outline::{NodeId, Outline};

/// Facts of a page's class attributes, by [`Node::class`](crate::outline::Node::class).
pub struct Classes {
    /// Which hide labels from sight.
    pub labels: Labels,
    icons: Vec<bool>,
    looks: Vec<Look>,
}

/// Hashes of a value without digits, since siblings are told apart by number: of all of it, and of its beginning.
#[derive(Clone, Copy)]
struct Look {
    whole: u64,
    begin: u64,
}

/// Longer values are cut where blocks are compared by the look of several elements.
const BEGIN: usize = 200;

impl Classes {
    /// Looks at every value once.
    pub fn of(page: &Outline) -> Classes {
        let values = || (0..page.classes.len()).map(|class| page.class(class as u32));
        Classes {
            labels: Labels::of(page),
            icons: values().map(icon::names_icon).collect(),
            looks: values().map(Look::of).collect(),
        }
    }

    /// True for elements that icon fonts draw: named so by their classes.
    pub fn is_icon(&self, page: &Outline, id: NodeId) -> bool {
        self.icons[page.node(id).class as usize]
    }

    /// The same number for elements of the same tag and class names.
    pub fn look(&self, page: &Outline, id: NodeId) -> u64 {
        mixed(self.looks[page.node(id).class as usize].whole, page, id)
    }

    /// The same as [`Classes::look`] by the beginning of the class names.
    pub fn rough_look(&self, page: &Outline, id: NodeId) -> u64 {
        mixed(self.looks[page.node(id).class as usize].begin, page, id)
    }
}

fn mixed(look: u64, page: &Outline, id: NodeId) -> u64 {
    (look ^ (page.tag(id) as u64 + 17)).wrapping_mul(0x0100_0000_01b3)
}

impl Look {
    fn of(value: &str) -> Look {
        let whole = hash(value.as_bytes());
        let begin = value.as_bytes().get(..BEGIN);
        Look {
            whole,
            begin: begin.map_or(whole, hash),
        }
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hash = FxHasher::default();
    for byte in bytes.iter().filter(|b| !b.is_ascii_digit()) {
        hash.write_u8(*byte);
    }
    hash.finish()
}
