//! The article's own lists of links, tables of contents first of all. They look like lists of teasers, but lead to places on
//! the page, or are [`authored`].

use super::authored;
use crate::judge::bench::Bench;
use crate::judge::context::is_inward;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;

/// Fewer links into the page are no table of contents: "to the comments", "back to the top".
const FEWEST: u32 = 3;

/// Over an element's subtree.
#[derive(Clone, Copy, Default)]
struct Links {
    all: u32,
    inward: u32,
}

/// The outermost of the article's own lists of links, in document order; none of them nests. `address` is the page's, where
/// it is known.
pub fn lists(bench: &Bench<'_, '_>, address: Option<&str>) -> Vec<NodeId> {
    let mut lists = [contents(bench), authored::lists(bench, address)].concat();
    lists.sort_unstable();
    bench.context.page.outermost(lists, |_| true).collect()
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
        if node.tag == Tag::A && page.attr(id, Attr::Href).is_some() {
            let own = &mut out[id as usize];
            own.all += 1;
            own.inward += u32::from(is_inward(page, id));
        }
        if let Some(parent) = page.parent(id) {
            let own = out[id as usize];
            let up = &mut out[parent as usize];
            up.all += own.all;
            up.inward += own.inward;
        }
    }
    out
}
