//! Names that say nothing on a page: what it calls its paragraphs, too. Page builders name every element a widget.

use crate::judge::context::{BlockId, Context, Hints, is_landmark, is_paragraph};
use crate::judge::roles::{Parts, Role};
use crate::outline::{NO_NODE, NodeId};

/// So many elements around different paragraphs of the article bear a name by chance or for a reason.
const FEW: u32 = 2;
/// A paragraph's own box is no further up.
const LEVELS: usize = 4;

/// The article's paragraphs.
fn paragraphs(context: &Context<'_>, parts: &Parts) -> impl Iterator<Item = BlockId> {
    let body = |&at: &BlockId| parts.roles[at] == Role::Body && is_paragraph(&context.blocks[at]);
    parts.range.clone().filter(body)
}

/// The class attributes, as [`Node::class`](crate::outline::Node::class), that several of the article's paragraphs have: a
/// line with the same is another of them, also below the last that is surely one.
pub fn classes(context: &Context<'_>, parts: &Parts) -> Vec<u32> {
    let class = |at: BlockId| context.page.node(context.blocks[at].node).class;
    let mut classes: Vec<u32> = paragraphs(context, parts).map(class).collect();
    classes.retain(|&class| class != 0);
    classes.sort_unstable();
    let several = |same: &&[u32]| same.len() > FEW as usize;
    classes
        .chunk_by(u32::eq)
        .filter(several)
        .map(|same| same[0])
        .collect()
}

/// The hints of names that several of the article's paragraphs bear, each in an element of its own, the innermost called so,
/// which holds no more than half of the article.
pub fn hints(context: &Context<'_>, parts: &Parts) -> Hints {
    let page = context.page;
    let mut last = [NO_NODE; u32::BITS as usize];
    let mut counts = [0; u32::BITS as usize];
    for at in paragraphs(context, parts) {
        let node = context.blocks[at].node;
        let around = page.self_and_ancestors(node).take(LEVELS);
        let own = |&id: &NodeId| {
            !is_landmark(page.tag(id)) && 2 * context.sums[id as usize].words <= parts.words
        };
        let mut seen = 0;
        for id in around.take_while(own) {
            let new = context.hints[id as usize].0 & !seen;
            seen |= new;
            for bit in (0..last.len()).filter(|bit| new >> bit & 1 == 1) {
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
    use crate::Options;
    use crate::judge::paragraphs;
    use crate::judge::{judge, model, roles, with_bench};
    use crate::read::read;
    use crate::tag::Tag;
    use crate::verdict::Reason;

    /// Whether "widget" says nothing where the first paragraphs of eight are called so.
    fn is_worn(called: usize) -> bool {
        // Several levels are called so, as names in blocks and elements are.
        let boxed = |(at, paragraph): (usize, &str)| {
            let name = if at < called { "page-widget" } else { "x" };
            format!("<div class='{name}'><div class='{name}__inner'>{paragraph}</div></div>")
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
    fn a_box_is_not_named_by_what_paragraphs_are_called_too() {
        let is_named = |name: &str| {
            let body = paragraphs(8);
            let boxed = |paragraph: &str| format!("<div class='{name}'>{paragraph}</div>");
            let body: Vec<String> = body.split_inclusive("</p>").map(boxed).collect();
            let list = "<ul class='page-widget'><li>Lit at six</li><li>Out at nine</li></ul>";
            let page = read(&format!(
                "<html><body><article><h1>The lamp stays lit</h1>{}{list}{}</article></body></html>",
                body[..4].concat(),
                body[4..].concat()
            ));
            let judgement = judge(&Context::new(&page), &Options::default());
            let mut verdicts = judgement.verdicts.iter();
            verdicts.any(|verdict| page.tag(verdict.node) == Tag::Ul)
        };
        assert!(is_named("x") && !is_named("page-widget"));
    }

    #[test]
    fn a_line_below_with_all_names_of_the_paragraphs_is_one_of_them() {
        let is_named = |class: &str| {
            let body = paragraphs(8).replace("<p>", "<p class='text paywall'>");
            let page = read(&format!(
                "<html><body><article>{body}<p class='{class}'>(Updates with comments.)</p></article></body></html>"
            ));
            let context = Context::new(&page);
            let mut p = vec![0.9; context.blocks.len()];
            p[8] = 0.1;
            with_bench(&context, &p, |bench| {
                let named = bench.by_hint(Reason::Newsletter, Hints::NEWSLETTER, |_| true);
                named
                    .iter()
                    .any(|verdict| verdict.node == context.blocks[8].node)
            })
        };
        assert!(is_named("paywall"));
        assert!(!is_named("text paywall"));
    }

    #[test]
    fn what_several_paragraphs_are_called_says_nothing() {
        assert!(!is_worn(0) && !is_worn(2));
        assert!(is_worn(3) && is_worn(8));
    }
}
