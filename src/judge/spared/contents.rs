//! The article's own lists of links, tables of contents first of all. They look like lists of teasers, but lead to places on
//! the page, or are [`authored`]: they stay, unless the evidence is strong.

use super::authored;
use crate::judge::bench::Bench;
use crate::outline::{Attr, NO_NODE, NodeId};
use crate::tag::Tag;
use crate::verdict::{Certainty, Verdict};

/// Fewer links into the page are no table of contents: "to the comments", "back to the top".
const FEWEST: u32 = 3;

/// Over an element's subtree.
#[derive(Clone, Copy, Default)]
struct Links {
    all: u32,
    inward: u32,
}

/// Drops what weak evidence says of the article's own lists of links.
pub fn spare(bench: &Bench<'_, '_>, address: Option<&str>, verdicts: &mut Vec<Verdict>) {
    let mut lists = [contents(bench), authored::lists(bench, address)].concat();
    lists.sort_unstable();
    let lists = bench.context.page.outermost(lists, |_| true);
    let lists: Vec<NodeId> = lists.collect();
    if !lists.is_empty() {
        verdicts.retain(|verdict| !takes_list(bench, verdict, &lists));
    }
}

/// `lists` stand in document order, and none nests.
fn takes_list(bench: &Bench<'_, '_>, verdict: &Verdict, lists: &[NodeId]) -> bool {
    let page = bench.context.page;
    let near = lists.partition_point(|&id| id <= verdict.node);
    let around = near
        .checked_sub(1)
        .is_some_and(|at| page.contains(lists[at], verdict.node));
    let inside = lists
        .get(near)
        .is_some_and(|&id| page.contains(verdict.node, id));
    verdict.certainty == Certainty::Weak && !verdict.reason.is_for_nobody() && (around || inside)
}

/// The outermost elements that are nothing but links into the page, in document order; none of them nests.
fn contents(bench: &Bench<'_, '_>) -> Vec<NodeId> {
    let page = bench.context.page;
    let links = links(bench);
    let has_few = |id: NodeId| links[id as usize].inward < FEWEST;
    let is_list = |id: NodeId| {
        let Links { all, inward } = links[id as usize];
        inward * 10 >= all * 9 && bench.context.sums[id as usize].link_density() > 0.6
    };
    // An element with fewer links holds no table of contents either.
    page.outermost_of_all(|id| has_few(id) || is_list(id))
        .filter(|&id| !has_few(id) && lies_in_article(bench, id))
        .collect()
}

fn lies_in_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    bench.context.page.contains(bench.root(), id) && id != bench.root() && !bench.is_below_body(id)
}

fn links(bench: &Bench<'_, '_>) -> Vec<Links> {
    let page = bench.context.page;
    let mut out = vec![Links::default(); page.nodes.len()];
    for id in (0..page.len()).rev() {
        let node = page.node(id);
        if let Some(href) = (node.tag == Tag::A)
            .then(|| page.attr(id, Attr::Href))
            .flatten()
        {
            let own = &mut out[id as usize];
            own.all += 1;
            own.inward += u32::from(href.len() > 1 && href.starts_with('#'));
        }
        if node.parent != NO_NODE {
            let own = out[id as usize];
            let up = &mut out[node.parent as usize];
            up.all += own.all;
            up.inward += own.inward;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{model, paragraphs, with_bench};
    use crate::read::read;
    use crate::verdict::Reason;

    /// Whether a list amid the article stays, of four links to addresses like this, of which weak evidence speaks.
    fn is_spared(href: &str, reason: Reason) -> bool {
        let names = ["lamp", "harbour", "council", "winter"];
        let item =
            |name| format!("<li><a href='{href}{name}'>How the {name} came to be kept</a></li>");
        let heading = |name| format!("<h2 id='{name}'>The {name}</h2>");
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<ul>{}</ul>{}{}</article></body></html>",
            paragraphs(4),
            names.map(item).concat(),
            names.map(heading).concat(),
            paragraphs(8).split_off(paragraphs(4).len())
        ));
        let context = Context::new(&page);
        let p = model::probabilities(&context);
        let list = (0..page.len()).find(|&id| page.tag(id) == Tag::Ul);
        let weak = Verdict::hide(list.unwrap_or(0), reason, Certainty::Weak, Clue::Teasers);
        let mut verdicts = vec![weak];
        with_bench(&context, &p, |bench| spare(bench, None, &mut verdicts));
        verdicts.is_empty()
    }

    #[test]
    fn links_into_the_page_stay_and_links_to_other_pages_do_not() {
        assert!(is_spared("#", Reason::Related));
        assert!(!is_spared("/news/", Reason::Related));
        assert!(!is_spared("#", Reason::Advert));
    }
}
