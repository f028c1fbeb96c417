//! Names that say nothing on a page: what it calls its paragraphs, too. Page builders name every element a widget.

use crate::judge::boxes::is_landmark;
use crate::judge::context::{Context, is_paragraph};
use crate::judge::roles::{Parts, Role};
use crate::judge::tokens::Hints;
use crate::outline::{NO_NODE, NodeId};

/// So many elements around different paragraphs of the article bear a name by chance or for a reason.
const FEW: u32 = 2;
/// A paragraph's own box is no further up.
const LEVELS: usize = 4;

/// The hints of names that many of the article's paragraphs stand in, each in an element of its own with no more than
/// half of the article.
pub(super) fn hints(context: &Context<'_>, parts: &Parts) -> Hints {
    let page = context.page;
    let mut last = [NO_NODE; u32::BITS as usize];
    let mut counts = [0; u32::BITS as usize];
    let body = |&at: &usize| parts.roles[at] == Role::Body && is_paragraph(&context.blocks[at]);
    for at in parts.range.clone().filter(body) {
        let node = context.blocks[at].node;
        let around = std::iter::once(node)
            .chain(page.ancestors(node))
            .take(LEVELS);
        let own = |&id: &NodeId| {
            !is_landmark(page.tag(id)) && 2 * context.sums[id as usize].words <= parts.words
        };
        for id in around.take_while(own) {
            let hints = context.hints[id as usize];
            for bit in (0..u32::BITS as usize).filter(|bit| hints.0 >> bit & 1 == 1) {
                counts[bit] += u32::from(last[bit] != id);
                last[bit] = id;
            }
        }
    }
    let worn = (0..u32::BITS).filter(|&bit| counts[bit as usize] > FEW);
    Hints(worn.fold(0, |all, bit| all | 1 << bit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{model, paragraphs, roles};
    use crate::read::read;

    /// Whether "widget" says nothing where the first paragraphs of eight are called so.
    fn is_worn(called: usize) -> bool {
        let boxed = |(at, paragraph): (usize, &str)| {
            let name = if at < called { "page-widget" } else { "x" };
            format!("<div class='{name}'>{paragraph}</div>")
        };
        let body = paragraphs(8);
        let body: String = body
            .split_inclusive("</p>")
            .enumerate()
            .map(boxed)
            .collect();
        let page = read(&format!(
            "<html><body><article class='widget'><h1>The lamp stays lit until the spring</h1>{body}</article></body></html>"
        ));
        let context = Context::new(&page);
        let parts = roles::parts(&context, &model::probabilities(&context));
        hints(&context, &parts).has(Hints::WIDGET)
    }

    #[test]
    fn what_several_paragraphs_are_called_says_nothing() {
        assert!(!is_worn(0) && !is_worn(2));
        assert!(is_worn(3) && is_worn(8));
    }
}
