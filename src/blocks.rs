//! Blocks: the page's text cut where a browser would break the line, the units that judges weigh.

mod hidden;
mod stats;

pub use hidden::{Hidden, Labels};
pub use stats::{Stats, count, is_unspaced, ratio, text_ends_sentence, without_closing, words};

use crate::outline::{Attr, NodeId, Outline, Run};
use crate::squeeze::{is_blank, squeeze_into};
use crate::tag::Tag;

/// A stretch of text without a block boundary in it.
#[derive(Clone, Debug)]
pub struct Block {
    /// The nearest element around the text that is not inline.
    pub node: NodeId,
    /// The deepest element that holds all of the text: `node`, or an inline element in it.
    pub inner: NodeId,
    /// The text runs in [`Outline::runs`].
    pub runs: (u32, u32),
    /// What the text is made of.
    pub stats: Stats,
    /// How the page hides it, if it does.
    pub hidden: Hidden,
}

impl Block {
    /// True where the page does not hide it.
    pub fn is_in_sight(&self) -> bool {
        self.hidden == Hidden::No
    }
}

/// Cuts the page into blocks, in document order. Blank text makes no block.
pub fn blocks(page: &Outline, labels: &Labels) -> Vec<Block> {
    let marks = Marks::of(page, labels);
    let mut out: Vec<Block> = Vec::new();
    let mut start = 0;
    for index in 0..page.runs.len() {
        if marks.breaks[index] && index > start {
            push_block(page, &marks, start, index, &mut out);
            start = index;
        }
    }
    push_block(page, &marks, start, page.runs.len(), &mut out);
    out
}

/// A link to another place than the heading that it stands in: those of manuals are links to themselves, by the name of
/// the heading, of something in it or of the section around it.
pub(crate) fn leads_on(page: &Outline, link: NodeId) -> bool {
    let leads_to_heading = |name: &str| {
        let mut around = page.ancestors(link).take(2);
        let heading = around.find(|&up| page.tag(up).is_heading());
        heading.is_some_and(|heading| is_heading_named(page, heading, name))
    };
    page.attr(link, Attr::Href).is_some() && !page.target(link).is_some_and(leads_to_heading)
}

fn is_heading_named(page: &Outline, heading: NodeId, name: &str) -> bool {
    let inside = page.subtree(heading).take(MOST_IN_HEADING);
    let mut named = inside.chain(page.ancestors(heading).take(2));
    named.any(|id| page.attr(id, Attr::Id) == Some(name))
}

/// Elements of a heading that are looked at for its name.
const MOST_IN_HEADING: usize = 8;

/// Per-node and per-run facts computed once, top down.
struct Marks {
    breaks: Vec<bool>,
    hidden: Vec<Hidden>,
    /// In a link.
    linked: Vec<bool>,
    /// In bold, strong or emphasis.
    strong: Vec<bool>,
    /// In `<svg>` or `<math>`: no text of the page's flow.
    foreign: Vec<bool>,
}

impl Marks {
    fn of(page: &Outline, labels: &Labels) -> Marks {
        let count = page.nodes.len();
        let mut marks = Marks {
            breaks: vec![false; page.runs.len() + 1],
            hidden: vec![Hidden::No; count],
            linked: vec![false; count],
            strong: vec![false; count],
            foreign: vec![false; count],
        };
        let mut last_br = None;
        for id in 0..page.len() {
            marks.inherit(page, labels, id);
            let node = page.node(id);
            let (first, past) = (node.runs.0 as usize, node.runs.1 as usize);
            if node.tag == Tag::Br {
                // Two line breaks with nothing between them end a paragraph, as pages without <p> have it.
                let blank_between =
                    last_br.is_some_and(|at: usize| is_blank_between(page, at, first));
                marks.breaks[first] |= blank_between;
                last_br = Some(first);
            } else if !node.tag.is_inline() {
                marks.breaks[first] = true;
                marks.breaks[past] = true;
            }
        }
        marks
    }

    fn inherit(&mut self, page: &Outline, labels: &Labels, id: NodeId) {
        let at = id as usize;
        let parent = page.node(id).parent as usize;
        if parent < at {
            self.hidden[at] = self.hidden[parent];
            self.linked[at] = self.linked[parent];
            self.strong[at] = self.strong[parent];
            self.foreign[at] = self.foreign[parent];
        }
        if self.hidden[at] == Hidden::No {
            self.hidden[at] = labels.own_hidden(id);
        }
        self.linked[at] |= page.tag(id) == Tag::A && leads_on(page, id);
        self.strong[at] |= matches!(page.tag(id), Tag::B | Tag::Strong | Tag::Em | Tag::I);
        self.foreign[at] |= page.node(id).foreign;
    }
}

fn is_blank_between(page: &Outline, from: usize, to: usize) -> bool {
    page.runs[from..to]
        .iter()
        .all(|run| is_blank(page.run_text(run)))
}

fn push_block(page: &Outline, marks: &Marks, start: usize, end: usize, out: &mut Vec<Block>) {
    let runs = &page.runs[start..end];
    let mut stats = Stats::default();
    let mut first = None;
    let mut inner = None;
    let mut hidden = Hidden::No;
    let mut last_link = None;
    for run in runs {
        let at = run.node as usize;
        let text = page.run_text(run);
        if marks.foreign[at] || is_blank(text) {
            continue;
        }
        if first.is_none() {
            (first, hidden) = (Some(run.node), marks.hidden[at]);
        } else if marks.hidden[at] == Hidden::No {
            hidden = Hidden::No;
        }
        inner = Some(inner.map_or(run.node, |held| page.smallest_around(held, run.node)));
        let link = marks.linked[at].then(|| link_of(page, run.node)).flatten();
        stats.links += u32::from(link.is_some() && link != last_link);
        last_link = link;
        count(text, link.is_some(), marks.strong[at], &mut stats);
    }
    if let (Some(first), Some(inner)) = (first, inner) {
        stats.ends_sentence = ends_sentence(page, runs);
        let node = block_element(page, first);
        let runs = (start as u32, end as u32);
        out.push(Block {
            node,
            inner,
            runs,
            stats,
            hidden,
        });
    }
}

fn link_of(page: &Outline, node: NodeId) -> Option<NodeId> {
    page.self_and_ancestors(node)
        .find(|&id| page.tag(id) == Tag::A)
}

/// The nearest element at or around `node` that is not inline.
pub fn block_element(page: &Outline, node: NodeId) -> NodeId {
    page.self_and_ancestors(node)
        .find(|&id| !page.tag(id).is_inline())
        .unwrap_or(0)
}

fn ends_sentence(page: &Outline, runs: &[Run]) -> bool {
    let last = runs
        .iter()
        .rev()
        .map(|run| page.run_text(run).trim_end())
        .find(|text| !text.is_empty());
    last.is_some_and(text_ends_sentence)
}

/// The text runs of a block.
pub fn block_runs<'p>(page: &'p Outline, block: &Block) -> &'p [Run] {
    &page.runs[block.runs.0 as usize..block.runs.1 as usize]
}

/// The text of a block, white space squeezed.
pub fn block_text(page: &Outline, block: &Block) -> String {
    let runs = block_runs(page, block);
    let mut out = String::with_capacity(span_of(runs));
    for run in runs.iter().filter(|run| !page.node(run.node).foreign) {
        squeeze_into(page.run_text(run), &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// The bytes from the first run to the end of the last.
fn span_of(runs: &[Run]) -> usize {
    let (first, last) = (runs.first(), runs.last());
    first.zip(last).map_or(0, |(first, last)| {
        (last.text.end - first.text.start) as usize
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn texts(html: &str) -> Vec<String> {
        let page = read(html);
        let blocks = blocks(&page, &Labels::of(&page));
        blocks.iter().map(|b| block_text(&page, b)).collect()
    }

    #[test]
    fn breaks_at_block_elements_and_double_line_breaks() {
        let found = texts(
            "<body>a <b>b</b><div>c<p>d</p>e</div>f<br>g<br> <br>h<ul><li>i</li></ul></body>",
        );
        assert_eq!(found, ["a b", "c", "d", "e", "f g", "h", "i"]);
    }

    #[test]
    fn counts_words_with_and_without_spaces() {
        let mut stats = Stats::default();
        count("Don't stop, he said. 東京都庁", false, false, &mut stats);
        assert_eq!((stats.words, stats.commas, stats.sentences), (6, 1, 1));
    }

    #[test]
    fn knows_hidden_text_and_labels() {
        let page = read(
            "<body><p style='display: none'>a</p><p><span class='sr-only'>b</span></p><p hidden>c</p><p>d</p></body>",
        );
        let blocks = blocks(&page, &Labels::of(&page));
        let hidden: Vec<Hidden> = blocks.iter().map(|b| b.hidden).collect();
        assert_eq!(
            hidden,
            [Hidden::Off, Hidden::ScreenReader, Hidden::Off, Hidden::No]
        );
    }

    #[test]
    fn leaves_icon_text_out_of_blocks() {
        assert_eq!(
            texts("<body><p><svg><title>icon share</title></svg>Read</p></body>"),
            ["Read"]
        );
    }
}
