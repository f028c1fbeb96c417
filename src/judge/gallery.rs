//! Galleries: pictures to look through, with their captions. They are the article's where their pictures lead nowhere; a
//! grid of other galleries is a list of teasers.

use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Drops what weak evidence says of galleries and of what stands in them. Their buttons and share bars go as others do.
pub fn spare(bench: &Bench<'_, '_>, verdicts: &mut Vec<Verdict>) {
    let galleries = galleries(bench);
    if galleries.is_empty() {
        return;
    }
    let page = bench.context.page;
    verdicts.retain(|verdict| {
        let near = galleries.partition_point(|&id| id < verdict.node);
        let words = |id: NodeId| bench.context.sums[id as usize].words;
        // A list of teasers may hold a small one.
        let holds =
            |&id: &NodeId| page.contains(verdict.node, id) && words(verdict.node) <= 2 * words(id);
        let stands_in = |&id: &NodeId| page.contains(id, verdict.node);
        let whole = galleries.get(near).is_some_and(holds);
        let part = near
            .checked_sub(1)
            .is_some_and(|at| stands_in(&galleries[at]));
        let takes = match verdict.reason {
            Reason::Widget => whole,
            Reason::Outside | Reason::Related => whole || part,
            _ => false,
        };
        verdict.certainty != Certainty::Weak || !takes
    });
}

/// The outermost galleries beside and below the article's text, in document order.
fn galleries(bench: &Bench<'_, '_>) -> Vec<NodeId> {
    let page = bench.context.page;
    let mut out = Vec::new();
    let mut id = 0;
    while id < page.len() {
        if bench.context.hints[id as usize].has_all(Hints::GALLERY) && is_gallery(bench, id) {
            out.push(id);
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

fn is_gallery(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let sums = context.sums[id as usize];
    let apart = |up: NodeId| {
        let hints = context.hints[up as usize];
        matches!(page.tag(up), Tag::Aside | Tag::Footer | Tag::Nav)
            || hints.has(Hints(Hints::SIDEBAR.0 | Hints::RELATED.0 | Hints::ADVERT.0))
    };
    let (pictures, links) = pictures_and_links(bench, id);
    pictures >= FEWEST
        && links * 4 <= pictures
        && !page.descendants(id).any(|d| page.tag(d) == Tag::Article)
        && sums.words <= MOST_WORDS * pictures
        && sums.link_density() < 0.3
        && !bench.is_above_article(id)
        && !std::iter::once(id).chain(page.ancestors(id)).any(apart)
}

const FEWEST: u32 = 2;
/// Words a picture, its caption and its credit.
const MOST_WORDS: u32 = 60;

/// How many pictures stand outside of links, and how many links have words.
fn pictures_and_links(bench: &Bench<'_, '_>, id: NodeId) -> (u32, u32) {
    let (context, page) = (bench.context, bench.context.page);
    let (mut linked, mut links) = (0, 0);
    let mut at = id;
    while at < page.node(id).end {
        if page.tag(at) == Tag::A {
            linked += context.pictures_in(at);
            links += u32::from(page.node(at).runs.0 < page.node(at).runs.1);
            at = page.node(at).end;
        } else {
            at += 1;
        }
    }
    (context.pictures_in(id) - linked, links)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    /// Whether a gallery below the article stays.
    fn stays(item: &str) -> bool {
        let items: String = ["ferry", "school", "mill"]
            .iter()
            .map(|name| format!("<div class='item'>{}</div>", item.replace('$', name)))
            .collect();
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}</article>\
             <div class='news-gallery'><h3>In pictures</h3>{items}</div></body></html>",
            paragraphs(6)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan).contains("the mill at night")
    }

    #[test]
    fn pictures_that_lead_nowhere_stay_with_their_captions() {
        let caption = "<p>Light from the harbour on the $ at night</p>";
        assert!(stays(&format!("<img src='$.jpg'>{caption}")));
        assert!(!stays(&format!(
            "<a href='/$'><img src='$.jpg'>{caption}</a>"
        )));
        assert!(!stays(&format!(
            "<img src='$.jpg'><a href='/$'>{caption}</a>"
        )));
        assert!(!stays(caption));
    }
}
