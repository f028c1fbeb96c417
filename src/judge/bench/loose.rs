//! Lines that share their element with others: a link beside the article, a label between two `<br>`.

use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;

/// Blank pieces of text that may stand beside a block in an element of its own.
const MOST_BLANKS: u32 = 8;

/// The inline element that shows this block and nothing else, where the element around it shows more.
pub fn loose(context: &Context<'_>, block: BlockId) -> Option<NodeId> {
    let (page, block) = (context.page, &context.blocks[block]);
    if context.sums[block.node as usize].blocks == 1 {
        return None;
    }
    let up = page.self_and_ancestors(block.inner);
    let id = up.take_while(|&id| id != block.node).last()?;
    // Two line breaks in it make two blocks of one element.
    let (first, past) = page.node(id).runs;
    let (from, to) = block.runs;
    let mut beside = (first..from.max(first)).chain(to.min(past)..past);
    let blank = |run: u32| page.run_text(&page.runs[run as usize]).trim().is_empty();
    let few = past - first <= to - from + MOST_BLANKS;
    (few && beside.all(blank)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::loose;
    use crate::judge::context::Context;
    use crate::read::read;

    /// The element of the first of these lines.
    fn element(lines: &str) -> Option<String> {
        let page = read(&format!(
            "<html><body><div>{lines}<p>So it is.</p></div></body></html>"
        ));
        let context = Context::new(&page);
        loose(&context, 0).map(|id| page.tag_name(id).to_owned())
    }

    #[test]
    fn a_line_has_an_element_of_its_own_unless_that_holds_another_line() {
        assert_eq!(
            element("<a href='/a'><b>The weir</b> </a>").as_deref(),
            Some("a")
        );
        assert_eq!(
            element("<a href='/a'>The weir</a> and the mill").as_deref(),
            None
        );
        assert_eq!(
            element("<span><a href='/a'>The weir</a><br><br>The mill</span>").as_deref(),
            None
        );
        assert_eq!(element("").as_deref(), None);
    }
}
