//! What several headings end with, in brackets and to be pressed: "[edit]". It is of use on the page and no word of theirs.

use rustc_hash::FxHashMap;

use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};

/// Letters of such a tool, and one more.
const LONGEST: usize = 24;
/// Elements from a link up to its heading.
const LEVELS: usize = 4;

/// Leaves these tools out of copies.
pub fn judge(context: &Context<'_>) -> Vec<Verdict> {
    let page = context.page;
    let links = (0..page.len()).filter(|&id| page.tag(id) == Tag::A);
    let tools: Vec<(NodeId, String)> = links.filter_map(|link| tool(page, link)).collect();
    let mut times: FxHashMap<&str, u32> = FxHashMap::default();
    for (_, text) in &tools {
        *times.entry(text).or_default() += 1;
    }
    let repeated = tools.iter().filter(|(_, text)| times[text.as_str()] >= 2);
    repeated
        .map(|(id, text)| Verdict::mute(*id, Reason::Icon, Clue::Says.on(text)))
        .collect()
}

/// The brackets around a link at the end of a heading, as an element and its text.
fn tool(page: &Outline, link: NodeId) -> Option<(NodeId, String)> {
    let around: Vec<NodeId> = page.self_and_ancestors(link).take(LEVELS).collect();
    let place = around.iter().position(|&id| page.tag(id).is_heading())?;
    let inside = around[..place].iter().rev();
    inside.copied().find_map(|id| {
        let text = page.squeezed(id, LONGEST);
        let bracketed = text.len() < LONGEST && text.starts_with('[') && text.ends_with(']');
        let ends = page.node(id).runs.1 == page.node(around[place]).runs.1;
        (bracketed && ends).then_some((id, text))
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::{later_paragraphs, paragraphs};
    use crate::{Options, clean};

    /// The copy of an article with two headings that end so.
    fn copied(ends: [&str; 2]) -> String {
        let [first, second] = ends;
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<h2>The tower{first}</h2>{}\
             <h2>The keeper{second}</h2>{}</article></body></html>",
            paragraphs(3),
            later_paragraphs(),
            paragraphs(6)
        );
        clean(&html, &Options::default()).markdown()
    }

    #[test]
    fn what_headings_end_with_to_be_pressed_is_in_no_copy() {
        let edit = "<span>[<a href='/edit?section=1'>edit</a>]</span>";
        let copy = copied([edit, edit]);
        assert!(
            copy.contains("The tower\n") && !copy.contains("edit"),
            "{copy}"
        );
        // What one heading ends with may be its own.
        let ruling = "<span>[<a href='/ruling.pdf'>PDF</a>]</span>";
        assert!(copied([ruling, edit]).contains("PDF"));
    }
}
