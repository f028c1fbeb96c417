//! Summaries by a machine: points that repeat the article, in a box that says what they are and who wrote them.

use super::counts::Counts;
use crate::judge::context::{BlockId, Hints};
use crate::outline::NodeId;
use crate::rules::{names_machine, names_summary};
use crate::tag::Tag;

const MOST_WORDS: u32 = 200;
/// Lines beside the points, and words of one.
const MOST_LINES: usize = 4;
const LONGEST_LINE: u32 = 30;
/// Words of the body before a summary. What comes later may be a part of an article about machines.
const MOST_BEFORE: u32 = 200;

/// The boxes around such summaries.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let (context, page) = (counts.context, counts.context.page);
    let is_box = |id: NodeId| counts.held(&counts.items, id) >= 2 && counts.is_box(id, MOST_WORDS);
    let said = (0..context.blocks.len())
        .take_while(|&at| counts.body[at] <= MOST_BEFORE)
        .filter(|&at| may_say(counts, at))
        .filter_map(|at| {
            let node = context.blocks[at].node;
            let mut around = page.self_and_ancestors(node).take(MOST_LEVELS);
            let around = around.find(|&id| counts.held(&counts.items, id) >= 2)?;
            (is_box(around) && names_machine(context.text(at))).then_some(around)
        })
        .filter(|&id| is_summary(counts, id));
    let called = |&id: &NodeId| {
        context.hints[id as usize].has(Hints::MACHINE) && (is_box(id) || is_told(counts, id))
    };
    let mut out: Vec<NodeId> = said
        .chain(context.hinted.iter().copied().filter(called))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A sentence or a quotation for points, in a box whose name and line both say who wrote it.
fn is_told(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let says = |text: &str| names_machine(text) && names_summary(text);
    counts.is_box(id, MOST_WORDS)
        && context
            .blocks_in(id)
            .take(MOST_LINES)
            .any(|at| may_say(counts, at) && says(context.text(at)))
}

/// Elements up from a line to the box that holds the points.
const MOST_LEVELS: usize = 6;

/// A line of the box that is no point of its list and no caption.
fn may_say(counts: &Counts<'_, '_>, at: BlockId) -> bool {
    let block = &counts.context.blocks[at];
    block.is_in_sight()
        && block.stats.words <= LONGEST_LINE
        && block.stats.link_density() < 0.5
        && !is_point(counts, at, None)
}

/// In a list or a caption, the element itself and those above it left out.
fn is_point(counts: &Counts<'_, '_>, at: BlockId, below: Option<NodeId>) -> bool {
    let page = counts.context.page;
    let node = counts.context.blocks[at].node;
    page.self_and_ancestors(node)
        .take(MOST_LEVELS)
        .take_while(|&id| Some(id) != below)
        .any(|id| matches!(page.tag(id), Tag::Li | Tag::Figcaption | Tag::Figure))
}

/// Points, and beside them few lines, of which one says what they are. A paragraph of the article among them is none.
fn is_summary(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let context = counts.context;
    let lines = context
        .blocks_in(id)
        .filter(|&at| !is_point(counts, at, Some(id)));
    let lines: Vec<BlockId> = lines.take(MOST_LINES + 1).collect();
    let words = |at: BlockId| context.blocks[at].stats.words;
    let beside: u32 = lines.iter().map(|&at| words(at)).sum();
    lines.len() <= MOST_LINES
        && lines.iter().all(|&at| words(at) <= LONGEST_LINE)
        && 2 * beside <= context.sums[id as usize].words + LONGEST_LINE
        && lines.iter().any(|&at| names_summary(context.text(at)))
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

    const POINTS: &str = "<ul><li>The council keeps the lamp lit until the spring comes.</li><li>Fishermen said what it was worth to them on Monday.</li></ul>";

    fn text(before: usize, amid: &str) -> String {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1><div>{}{amid}{}</div></article></body></html>",
            paragraphs(before),
            paragraphs(8)
                .split_inclusive("</p>")
                .skip(before)
                .collect::<String>()
        );
        clean(&html, &Options::default()).text(TextForm::Body)
    }

    #[test]
    fn points_that_a_machine_wrote_are_not_the_articles() {
        let boxed =
            |label: &str, class: &str| format!("<div class='{class}'><p>{label}</p>{POINTS}</div>");
        let holds = |text: &str| text.contains("until the spring comes");
        assert!(!holds(&text(1, &boxed("AI-assisted summary", "x"))));
        assert!(!holds(&text(1, &boxed("In short", "ai-summary"))));
        assert!(holds(&text(1, &boxed("In short", "x"))));
        let said = |label: &str, class: &str| {
            let point =
                "<blockquote>The council keeps the lamp lit until the spring comes.</blockquote>";
            text(
                1,
                &format!("<div class='{class}'><p>{label}</p>{point}</div>"),
            )
        };
        let label = "This is an AI-assisted summary, which may have errors.";
        assert!(!holds(&said(label, "ai-summary")));
        assert!(holds(&said(label, "x")));
        assert!(holds(&said("In short", "ai-summary")));
        assert!(holds(&text(1, &boxed("How to spot what AI has made", "x"))));
        assert!(holds(&text(1, &boxed("Dubai summary", "x"))));
        assert!(holds(&text(7, &boxed("AI-assisted summary", "x"))));
        let credit =
            "<figure><img src='a.png'><figcaption>Summary in a picture by AI</figcaption></figure>";
        assert!(holds(&text(
            1,
            &format!("<div>{credit}<p>Key points</p>{POINTS}</div>")
        )));
        assert!(holds(&text(
            1,
            &format!("<p>A summary of it was generated by AI.</p>{POINTS}")
        )));
    }

    #[test]
    fn the_heading_of_a_box_goes_with_it() {
        let boxed = |beside: &str| {
            text(
                1,
                &format!(
                    "<div><h3>In short, for the harbour</h3><div><p>AI-assisted summary</p>{POINTS}</div>{beside}</div>"
                ),
            )
        };
        assert!(!boxed("").contains("In short, for"));
        let paragraph = paragraphs(9)
            .split_inclusive("</p>")
            .last()
            .unwrap_or("")
            .to_owned();
        assert!(boxed(&paragraph).contains("In short, for"));
    }
}
