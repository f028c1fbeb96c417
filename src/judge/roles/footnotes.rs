//! Footnotes below the article: what leads back to a place amid its sentences is a part of it, however little it reads so.

use rustc_hash::FxHashSet;

use super::mass::Mass;
use super::parts::Parts;
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;

/// No weak sign takes a footnote.
const NOTE: f32 = 0.3;

/// Characters of a link back, a letter at most: "↩", "12.", "[3]".
const LONGEST_BACK: usize = 4;
/// Words of a note, without and with what it says at length.
const FEWEST_WORDS: u32 = 3;
const MOST_WORDS: u32 = 200;
/// Elements from the link back up to its note.
const LEVELS: usize = 6;

/// Marks the blocks of footnotes as the article's, beside its prose.
pub fn keep(context: &Context<'_>, parts: &Parts, beside: &mut [bool], mass: &mut Mass) {
    for at in blocks(context, parts) {
        beside[at] = true;
        mass.raise(context.page, context.blocks[at].node, NOTE);
    }
}

/// The blocks of all footnotes below the body.
fn blocks(context: &Context<'_>, parts: &Parts) -> Vec<BlockId> {
    let page = context.page;
    let Some(body) = body(context, parts) else {
        return Vec::new();
    };
    let target = |id: NodeId| {
        let href = page.attr(id, Attr::Href)?;
        let place = (page.tag(id) == Tag::A).then(|| href.strip_prefix('#'))?;
        place.filter(|place| !place.is_empty())
    };
    let below = (0..page.len()).filter(|&id| page.node(id).runs.0 >= body.end);
    let sign = |id: NodeId| {
        let text = page.squeezed(id, LONGEST_BACK + 1);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        text.chars().count() <= LONGEST_BACK && letters <= 1
    };
    let back: Vec<(NodeId, &str)> = below
        .filter_map(|id| Some((id, target(id)?)))
        .filter(|&(id, _)| sign(id))
        .collect();
    if back.is_empty() {
        return Vec::new();
    }
    let amid = |id: &NodeId| body.contains(&page.node(*id).runs.0) && page.tag(*id).is_inline();
    let places: FxHashSet<&str> = (0..page.len())
        .filter(amid)
        .filter_map(|id| page.attr(id, Attr::Id))
        .collect();
    let mut out = Vec::new();
    for (link, _) in back.iter().filter(|(_, place)| places.contains(place)) {
        out.extend(note(context, parts, *link));
    }
    out
}

/// The runs of the article's text.
fn body(context: &Context<'_>, parts: &Parts) -> Option<std::ops::Range<u32>> {
    let mut blocks = parts.range.clone().map(|at| context.blocks[at].runs);
    let first = blocks.next()?;
    let last = blocks.next_back().unwrap_or(first);
    Some(first.0..last.1)
}

/// The blocks of the note that a link back belongs to.
fn note(context: &Context<'_>, parts: &Parts, link: NodeId) -> std::ops::Range<BlockId> {
    let words = |id: NodeId| context.sums[id as usize].words;
    let mut around = context.page.ancestors(link).take(LEVELS);
    let note = around.find(|&id| words(id) >= FEWEST_WORDS);
    let blocks = note
        .filter(|&id| words(id) <= MOST_WORDS)
        .map(|id| context.blocks_in(id));
    blocks
        .filter(|blocks| blocks.start >= parts.range.end)
        .unwrap_or(0..0)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, Strength, TextForm, clean, rewrite};

    /// The page focused, and its copy, with a mark amid the article and this below it.
    fn focused(mark: &str, below: &str) -> [String; 2] {
        let body =
            paragraphs(8).replacen("to keep the lamp", &format!("to{mark} keep the lamp"), 1);
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{body}<div><button>Subscribe</button></div>{below}</article></body></html>"
        );
        let options = Options {
            strength: Strength::Focus,
            ..Options::default()
        };
        let clean = clean(&html, &options);
        [rewrite(&html, &clean.plan), clean.text(TextForm::Article)]
    }

    #[test]
    fn what_leads_back_amid_a_sentence_stays_and_is_copied() {
        let mark = "<a id='ref-1' href='#note-1'>1</a>";
        let note = |back: &str| {
            format!(
                "<div class='note'><a id='note-1' href='{back}'>1</a><div><p>Nobody could hear.</p></div></div>"
            )
        };
        for text in focused(mark, &note("#ref-1")) {
            assert!(text.contains("Nobody could hear"), "{text}");
        }
        for back in ["#elsewhere", "#"] {
            for text in focused(mark, &note(back)) {
                assert!(!text.contains("Nobody could hear"), "{text}");
            }
        }
    }
}
