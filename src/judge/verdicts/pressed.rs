//! What is pressed and stands in what is copied: "Copy" on code, tabs over what they open, rows of buttons. It is of use on
//! the page and no word of the article.

use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, alone_in, heading_around, is_button, is_tab_list};
use crate::judge::roles::Role;
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};

/// Letters of a label that are shown to the reader.
const LABEL: usize = 40;
/// Elements from a button up to the code.
const LEVELS: usize = 4;

/// Leaves it out of copies.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let page = bench.context.page;
    let written = |at: BlockId| bench.parts.roles[at] == Role::Body || bench.beside[at];
    let is_pressed = |id: NodeId| {
        let tabs = is_tabs(bench, id) && bench.context.blocks_in(id).any(written);
        tabs || (is_on_code(page, id) && page.contains(bench.root(), id))
    };
    let rows = (0..bench.context.blocks.len()).filter(|&at| written(at));
    let rows = rows.flat_map(|at| row(bench, at));
    let mute = |id: NodeId| {
        let label = page.squeezed(id, LABEL);
        let label = label.trim();
        (!label.is_empty()).then(|| Verdict::mute(id, Reason::Widget, Clue::Says.on(label)))
    };
    let whole = page.outermost_of_all(is_pressed);
    whole.chain(rows).filter_map(mute).collect()
}

/// Words of a row of buttons.
const ROW: u32 = 12;

/// The buttons of a line of them: "1x 2x 3x" over a list of ingredients. A single one may be what a fold is called, and
/// sentences are a transcript, each of which starts the recording at its place.
fn row(bench: &Bench<'_, '_>, at: BlockId) -> Vec<NodeId> {
    let page = bench.context.page;
    let block = &bench.context.blocks[at];
    if block.stats.words > ROW || block.stats.sentences > 0 {
        return Vec::new();
    }
    let buttons = alone_in(page, block, |id| is_button(page, id));
    let is_row = buttons.len() > 1 && heading_around(page, block.node).is_none();
    if is_row { buttons } else { Vec::new() }
}

/// Words of a tab.
const TAB: u32 = 6;

/// A list of tabs. Where what they open stands among them, they are its headings.
fn is_tabs(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let blocks = &bench.context.blocks;
    let is_label = |at: BlockId| {
        let stats = &blocks[at].stats;
        stats.words <= TAB && stats.sentences == 0
    };
    let alone = || bench.context.blocks_in(id).all(is_label);
    is_tab_list(bench.context.page, id) && alone()
}

fn is_on_code(page: &Outline, id: NodeId) -> bool {
    let mut around = page.ancestors(id).take(LEVELS);
    is_button(page, id) && around.any(|up| page.tag(up) == Tag::Pre)
}

#[cfg(test)]
mod tests {
    use crate::judge::{article_around, later_paragraphs};
    use crate::verdict::Action;
    use crate::{Options, clean};

    fn copied(amid: &str) -> String {
        clean(&article_around(amid), &Options::default()).markdown()
    }

    #[test]
    fn a_button_on_code_is_no_line_of_it() {
        let copy = copied("<pre><code>lamp --lit\n</code><button>Copy</button></pre>");
        assert!(copy.contains("lamp --lit\n```"), "{copy}");
    }

    #[test]
    fn a_row_of_buttons_is_in_no_copy_and_the_name_of_a_fold_is() {
        let copied = |line: &str| {
            let item = "<li>Three eggs, and two spoons of the butter that you have browned</li>";
            copied(&format!("<div>{line}</div><ul>{}</ul>", item.repeat(3)))
        };
        let row = "<button>1x</button><button>2x</button>";
        assert!(!copied(row).contains("1x"));
        let said = ["The keeper went up the stairs.", "She lit the lamp again."];
        let said = said.map(|text| format!("<span role='button'>{text}</span>"));
        assert!(copied(&said.join(" ")).contains("lit the lamp again"));
        let edits = |line: &str| {
            let page = article_around(&format!("<p>{line}</p>"));
            clean(&page, &Options::default()).plan.edits.len()
        };
        assert_eq!(
            edits("<button>The lamp in winter, when it is lit</button>"),
            0
        );
    }

    #[test]
    fn tabs_are_in_no_copy_and_what_they_open_is() {
        let tab = |says: &str| format!("<button role='tab'>{says}</button>");
        let tabs = [tab("Notes"), tab("Transcript")].concat();
        let panel = format!("<div role='tabpanel'>{}</div>", later_paragraphs());
        let copy = copied(&format!("<div role='tablist'>{tabs}</div>{panel}"));
        assert!(!copy.contains("Transcript"), "{copy}");
        // Of a fold each tab is what stands over its own text.
        let fold = format!("<div role='tablist'>{}{panel}</div>", tab("Notes"));
        let edits = clean(&article_around(&fold), &Options::default())
            .plan
            .edits;
        assert!(edits.iter().all(|edit| edit.action != Action::Mute));
    }
}
