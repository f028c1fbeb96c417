//! What is pressed and stands in what is copied: "Copy" on code, the tabs over what they open. It is of use on the page
//! and no word of the article.

use crate::evidence::Clue;
use crate::judge::context::{Context, is_button, is_tab_list};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};

/// Letters of a label that are shown to the reader.
const LABEL: usize = 40;

/// Leaves it out of copies.
pub fn judge(context: &Context<'_>) -> Vec<Verdict> {
    let page = context.page;
    let pressed = page.outermost_of_all(|id| is_tabs(page, id) || is_on_code(page, id));
    let mute = |id: NodeId| {
        let label = page.squeezed(id, LABEL);
        let label = label.trim();
        (!label.is_empty()).then(|| Verdict::mute(id, Reason::Icon, Clue::Says.on(label)))
    };
    pressed.filter_map(mute).collect()
}

/// A list of tabs. Where what they open stands among them, they are its headings.
fn is_tabs(page: &Outline, id: NodeId) -> bool {
    is_tab_list(page, id) && !page.descendants(id).any(|at| page.tag(at) == Tag::P)
}

fn is_on_code(page: &Outline, id: NodeId) -> bool {
    is_button(page, id) && page.ancestors(id).any(|up| page.tag(up) == Tag::Pre)
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
