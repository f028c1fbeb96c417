//! Footnotes and sources below the article: what leads back to a place amid its sentences is a part of it, however little it
//! reads so, and so is a list to whose items its sentences lead by a number.

use rustc_hash::FxHashSet;

use super::found::Parts;
use super::mass::Mass;
use super::role::Role;
use crate::judge::context::{BlockId, Context};
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

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
        beside[at] = parts.roles[at] != Role::Body;
        mass.protect(context.page, context.blocks[at].node);
    }
}

/// The blocks of all footnotes below the body, and of the lists of sources.
fn blocks(context: &Context<'_>, parts: &Parts) -> Vec<BlockId> {
    let page = context.page;
    let Some(article) = parts.runs(context) else {
        return Vec::new();
    };
    let below = (0..page.len()).filter(|&id| page.node(id).runs.0 >= article.end);
    let is_link = |id: &NodeId| page.tag(*id) == Tag::A;
    let back: Vec<(NodeId, &str)> = below
        .filter(is_link)
        .filter_map(|id| Some((id, page.target(id)?)))
        .filter(|&(id, _)| is_sign(page, id))
        .collect();
    let amid = |id: &NodeId| article.contains(&page.node(*id).runs.0) && page.tag(*id).is_inline();
    let inline: Vec<NodeId> = (0..page.len()).filter(amid).collect();
    let places = inline.iter().filter_map(|&id| page.attr(id, Attr::Id));
    let places: FxHashSet<&str> = places.collect();
    let mut out = Vec::new();
    for (link, _) in back.iter().filter(|(_, place)| places.contains(place)) {
        out.extend(note(context, parts, *link));
    }
    let links = inline.iter().copied().filter(is_link);
    let marks = links.filter_map(|id| Some((id, page.target(id)?)));
    let marks = marks.filter(|&(id, _)| is_mark(context, id));
    let cited = marks.map(|(_, place)| place).collect();
    out.extend(sources(context, parts, &cited));
    out
}

/// As short as a link back is.
fn is_sign(page: &Outline, id: NodeId) -> bool {
    let text = page.squeezed(id, LONGEST_BACK + 1);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.chars().count() <= LONGEST_BACK && letters <= 1
}

/// A number, a letter or a star amid a sentence. The dots of a carousel and the number of comments have a line of their own.
fn is_mark(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let says = |c: char| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡');
    let run = page.node(id).runs.0;
    let past = context.blocks.partition_point(|block| block.runs.0 <= run);
    let block = past.checked_sub(1).map(|at| &context.blocks[at]);
    is_sign(page, id)
        && page.squeezed(id, LONGEST_BACK).contains(says)
        && block.is_some_and(|block| block.stats.link_density() < 0.5)
}

/// The blocks of the lists of which the text cites an item, or several where a list stands amid the article. Who leads to
/// one source by its number lists those without a link, too.
fn sources(context: &Context<'_>, parts: &Parts, cited: &FxHashSet<&str>) -> Vec<BlockId> {
    let page = context.page;
    let is_cited = |&id: &NodeId| {
        page.attr(id, Attr::Id)
            .is_some_and(|name| cited.contains(name))
    };
    let list = |id: NodeId| {
        let mut around = page.self_and_ancestors(id).take(LEVELS);
        let item = around.find(|&up| page.tag(up) == Tag::Li)?;
        page.parent(item)
    };
    let places = if cited.is_empty() {
        0..0
    } else {
        0..page.len()
    };
    let mut lists: Vec<NodeId> = places.filter(is_cited).filter_map(list).collect();
    lists.sort_unstable();
    let several = lists.chunk_by(|one, other| one == other).filter(|same| {
        let start = context.blocks_in(same[0]).start;
        start >= parts.range.end || (same.len() > 1 && start > parts.range.start)
    });
    // A list in one of these is told with it.
    let mut past = 0;
    let outermost = several.map(|same| same[0]).filter(|&list| {
        let is_outermost = list >= past;
        past = past.max(page.node(list).end);
        is_outermost
    });
    outermost.flat_map(|list| headed(context, list)).collect()
}

/// The blocks of a list, with the heading over it.
fn headed(context: &Context<'_>, list: NodeId) -> std::ops::Range<BlockId> {
    let blocks = context.blocks_in(list);
    let before = blocks.start.checked_sub(1);
    let is_heading = |&at: &BlockId| context.page.tag(context.blocks[at].node).is_heading();
    before.filter(is_heading).unwrap_or(blocks.start)..blocks.end
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

/// Marks in `out` the links back: arrows to a place further up, which lead nowhere in a copy. "^1" leads down to a note.
pub fn leave_out(page: &Outline, out: &mut [bool]) {
    let mut below = FxHashSet::default();
    for id in (0..page.len()).rev() {
        let back = page.target(id).is_some_and(|name| !below.contains(name));
        if back && page.tag(id) == Tag::A && is_arrow(&page.squeezed(id, LONGEST_BACK + 1)) {
            out[page.places(id)].fill(true);
        }
        below.extend(page.attr(id, Attr::Id));
    }
}

/// "↩", "↑ 2": an arrow and no word. A star is the mark of a note.
fn is_arrow(text: &str) -> bool {
    let arrow =
        |c: char| matches!(c, '^' | '\u{2190}'..='\u{21ff}' | '⏎' | '⤴' | '\u{2b00}'..='\u{2bff}');
    let beside = |c: char| matches!(c, ' ' | '[' | ']' | '\u{fe0e}' | '\u{fe0f}') || c.is_numeric();
    text.contains(arrow) && text.chars().all(|c| arrow(c) || beside(c))
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

    #[test]
    fn an_arrow_that_leads_back_is_in_no_copy() {
        let note = |back: &str| {
            format!("<ol><li id='note-1'>Nobody could hear. <a href='#ref-1'>{back}</a></li></ol>")
        };
        for (back, copied) in [
            ("↩\u{fe0e}", ""),
            ("↩<sup>2</sup>", ""),
            ("†", " †"),
            ("↑ Top", " ↑ Top"),
        ] {
            let [page, text] = focused("<a id='ref-1' href='#note-1'>1</a>", &note(back));
            assert!(page.contains(back), "{page}");
            assert!(text.contains(&format!("could hear.{copied}\n")), "{text}");
        }
    }

    #[test]
    fn an_arrow_that_leads_to_a_note_is_copied() {
        let note = "<ol><li id='note-1'>Nobody could hear. <a href='#ref-1'>↩</a></li></ol>";
        let [_, text] = focused("<a id='ref-1' href='#note-1'>[^1]</a>", note);
        assert!(text.contains("[^1]") && !text.contains('↩'), "{text}");
    }

    #[test]
    fn a_list_of_sources_to_which_the_text_leads_stays_whole() {
        let sources = |name: &str| {
            format!(
                "<section><h2>References</h2><div><ol><li id='{name}'><a href='https://e.org/lamps'>https://e.org/lamps</a></li>\
                 <li><a href='https://e.org/oil'>https://e.org/oil</a></li></ol></div></section>"
            )
        };
        let mark = "<a href='#source-1'>[1]</a>";
        let [page, _] = focused(mark, &sources("source-1"));
        assert!(
            ["References", "/lamps<", "/oil<"]
                .iter()
                .all(|part| page.contains(part)),
            "{page}"
        );
        let [page, _] = focused(mark, &sources("source-2"));
        assert!(!page.contains("/oil<"), "{page}");
        // The dots of a carousel, a number of comments and a picture are no marks.
        for mark in [
            "</p><p><a href='#source-1'>1</a> <a href='#source-2'>2</a></p><p>",
            "<a href='#source-1'><svg></svg></a>",
        ] {
            let [page, _] = focused(mark, &sources("source-1"));
            assert!(!page.contains("/oil<"), "{mark}");
        }
    }
}
