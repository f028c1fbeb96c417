//! What class attributes say, worked out once for each value: the same few hundred stand on thousands of elements.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::blocks::Labels;
use crate::outline::{NodeId, Outline};

/// Facts of a page's class attributes, by [`Node::class`](crate::outline::Node::class).
pub struct Classes {
    /// Which hide labels from sight.
    pub labels: Labels,
    icons: Vec<bool>,
    controls: Vec<bool>,
    signatures: Vec<Signature>,
}

/// Hashes of a value without digits, since siblings are told apart by number: of all of it, and of its beginning.
#[derive(Clone, Copy)]
struct Signature {
    whole: u64,
    begin: u64,
}

/// Longer values are cut where blocks are compared by the signatures of several elements.
const BEGIN: usize = 200;

impl Classes {
    /// Looks at every value once.
    pub fn of(page: &Outline) -> Classes {
        let values = || (0..page.classes.len()).map(|class| page.class(class as u32));
        Classes {
            labels: Labels::of(page),
            icons: values().map(names_icon).collect(),
            controls: values().map(names_controls).collect(),
            signatures: values().map(Signature::of).collect(),
        }
    }

    /// True for elements that icon fonts draw: named so by their classes.
    pub fn is_icon(&self, page: &Outline, id: NodeId) -> bool {
        self.icons[page.node(id).class as usize]
    }

    /// True for elements that are named after the buttons of a player.
    pub fn is_controls(&self, page: &Outline, id: NodeId) -> bool {
        self.controls[page.node(id).class as usize]
    }

    /// The same number for elements of the same tag and class names.
    pub fn signature(&self, page: &Outline, id: NodeId) -> u64 {
        mixed(
            self.signatures[page.node(id).class as usize].whole,
            page,
            id,
        )
    }

    /// The same as [`Classes::signature`] by the beginning of the class names.
    pub fn rough_signature(&self, page: &Outline, id: NodeId) -> u64 {
        mixed(
            self.signatures[page.node(id).class as usize].begin,
            page,
            id,
        )
    }
}

fn mixed(signature: u64, page: &Outline, id: NodeId) -> u64 {
    (signature ^ (page.tag(id) as u64 + 17)).wrapping_mul(0x0100_0000_01b3)
}

impl Signature {
    fn of(value: &str) -> Signature {
        let whole = hash(value.as_bytes());
        let begin = value.as_bytes().get(..BEGIN);
        Signature {
            whole,
            begin: begin.map_or(whole, hash),
        }
    }
}

/// Eight bytes at a time.
fn hash(bytes: &[u8]) -> u64 {
    let (mut hash, mut word) = (FxHasher::default(), 0);
    for byte in bytes.iter().filter(|b| !b.is_ascii_digit()) {
        word = word << 8 | u64::from(*byte);
        if word >> 56 != 0 {
            hash.write_u64(std::mem::take(&mut word));
        }
    }
    hash.write_u64(word);
    hash.finish()
}

/// "vjs-control-bar", "p_controls", "video-play-button"; not "tag-gun-control".
fn names_controls(class: &str) -> bool {
    let ends = |name: &str, end: &str| {
        let at = name.len().checked_sub(end.len());
        at.is_some_and(|at| name.as_bytes()[at..].eq_ignore_ascii_case(end.as_bytes()))
    };
    class.split_ascii_whitespace().any(|name| {
        let mut known = [
            "controls",
            "control-bar",
            "controlbar",
            "play-button",
            "play-btn",
        ]
        .iter();
        known.any(|end| ends(name, end))
    })
}

/// True for a class attribute by which icon fonts draw.
fn names_icon(class: &str) -> bool {
    class.split_ascii_whitespace().any(|name| {
        let is_icon = |part: Option<&[u8]>| part.is_some_and(|p| p.eq_ignore_ascii_case(b"icon"));
        let bytes = name.as_bytes();
        let named = is_icon(bytes.get(..4))
            || is_icon(bytes.len().checked_sub(4).and_then(|at| bytes.get(at..)))
            || bytes
                .split(|byte| matches!(byte, b'-' | b'_'))
                .any(is_icon_part);
        // "icon-list-text" is what stands beside an icon.
        let last = || name.rsplit(['-', '_']).next().unwrap_or(name);
        let beside = |last: &str| BESIDE_ICONS.iter().any(|b| last.eq_ignore_ascii_case(b));
        named && !beside(last())
    })
}

/// How names end of what holds an icon, or words beside one.
const BESIDE_ICONS: [&str; 14] = [
    "text",
    "label",
    "title",
    "heading",
    "description",
    "content",
    "list",
    "item",
    "items",
    "box",
    "wrapper",
    "container",
    "link",
    "caption",
];

/// What icon fonts call themselves in class names.
fn is_icon_part(part: &[u8]) -> bool {
    let known: &[u8] = match part.len() {
        2 => b"fa",
        3 => b"ion",
        4 => b"icon",
        5 => b"icons",
        7 if part[0] | 0x20 == b'f' => b"feather",
        7 => b"symbols",
        8 => b"material",
        9 => b"glyphicon",
        _ => return false,
    };
    part.eq_ignore_ascii_case(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_an_icon_are_none() {
        for icon in [
            "icon",
            "fa fa-share",
            "icon-close",
            "close-icon",
            "btn__icon x",
            "material-icons",
        ] {
            assert!(names_icon(icon), "{icon}");
        }
        for beside in [
            "elementor-icon-list-text",
            "icon-box",
            "list-icon-item",
            "lexical",
        ] {
            assert!(!names_icon(beside), "{beside}");
        }
    }
}
