//! What is to be pressed in headings, of use on the page and no word of theirs: "[edit]", which several end with, and "#",
//! the mark by which one links to itself. "[PDF]" behind them leads to a document each, and "[1]" to a note.

use rustc_hash::FxHashMap;

use crate::evidence::Clue;
use crate::host::without_query;
use crate::judge::context::{Context, is_inward};
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};

/// Letters of such a tool, and one more.
const LONGEST: usize = 24;
/// Elements from a link up to its heading.
const LEVELS: usize = 4;
/// Elements of a heading that may bear its name.
const MOST_INSIDE: usize = 16;

/// Leaves these tools out of copies.
pub fn judge(context: &Context<'_>) -> Vec<Verdict> {
    let page = context.page;
    let links = (0..page.len()).filter(|&id| page.tag(id) == Tag::A && !is_inward(page, id));
    let tools: Vec<Tool<'_>> = links.filter_map(|link| tool(page, link)).collect();
    let mut times: FxHashMap<(&str, &str), u32> = FxHashMap::default();
    for tool in &tools {
        *times.entry((&tool.text, tool.place)).or_default() += 1;
    }
    let repeated = tools
        .iter()
        .filter(|tool| times[&(tool.text.as_str(), tool.place)] >= 2);
    let repeated =
        repeated.map(|tool| Verdict::mute(tool.node, Reason::Icon, Clue::Says.on(&tool.text)));
    let marks = (0..page.len()).filter(|&id| is_mark(page, id));
    let marks = marks.map(|id| {
        let mark = page.squeezed(id, LONGEST);
        Verdict::mute(id, Reason::Icon, Clue::Says.on(&mark))
    });
    repeated.chain(marks).collect()
}

/// A link without a letter, from a heading to where it stands itself. A star may lead to a note.
fn is_mark(page: &Outline, link: NodeId) -> bool {
    if page.tag(link) != Tag::A || !is_inward(page, link) {
        return false;
    }
    let around: Vec<NodeId> = page.ancestors(link).take(LEVELS).collect();
    let heading = around.iter().find(|&&id| page.tag(id).is_heading());
    heading.is_some_and(|&heading| {
        let place = page.attr(link, Attr::Href).unwrap_or("").get(1..);
        let is_place = |id: NodeId| page.attr(id, Attr::Id) == place;
        let mut inside = page.descendants(heading).take(MOST_INSIDE);
        let mark = page.squeezed(link, LONGEST);
        // A picture says nothing, and is no mark.
        !mark.is_empty()
            && !mark.contains(char::is_alphanumeric)
            && (around.iter().any(|&id| is_place(id)) || inside.any(is_place))
    })
}

/// The brackets around a link.
struct Tool<'p> {
    node: NodeId,
    text: String,
    /// Where it leads, but for which of the page's sections.
    place: &'p str,
}

/// Those at the end of a heading that says something before them.
fn tool(page: &Outline, link: NodeId) -> Option<Tool<'_>> {
    let around: Vec<NodeId> = page.self_and_ancestors(link).take(LEVELS).collect();
    let at = around.iter().position(|&id| page.tag(id).is_heading())?;
    let heading = around[at];
    let mut inside = around[..at].iter().rev().copied();
    inside.find_map(|node| {
        let text = page.squeezed(node, LONGEST);
        let bracketed = text.len() < LONGEST && text.starts_with('[') && text.ends_with(']');
        let ends = page.node(node).runs.1 == page.node(heading).runs.1
            && !page.squeezed(heading, LONGEST).starts_with(&text);
        let place = without_query(page.attr(link, Attr::Href).unwrap_or(""));
        (bracketed && ends).then_some(Tool { node, text, place })
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
    fn the_mark_by_which_a_heading_links_to_itself_is_in_no_copy() {
        let mark = |says: &str| format!("<a id='tower' href='#tower'>{says}</a>");
        let copy = copied([&mark("\u{200b}#"), &mark("¶")]);
        assert!(
            copy.contains("The tower\n") && copy.contains("The keeper\n"),
            "{copy}"
        );
        assert!(copied([&mark(" of glass"), ""]).contains("of glass"));
        let picture = copied([
            &mark("<img src='/tower.jpg' width='600' alt='The tower'>"),
            "",
        ]);
        assert!(picture.contains("tower.jpg"), "{picture}");
        let note = "<a href='#note-1'>†</a>";
        assert!(copied([note, note]).contains('†'));
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
        let other = ruling.replace("ruling", "appeal");
        assert!(copied([ruling, &other]).contains("PDF"));
        let note = "<sup><a href='#note-1'>[1]</a></sup>";
        assert!(copied([note, note]).contains(r"\[1\]"));
    }
}
