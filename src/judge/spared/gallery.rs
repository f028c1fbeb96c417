//! Galleries: pictures to look through, with their captions. They are the article's where their pictures lead nowhere; a
//! grid of other galleries is a list of teasers.

use crate::judge::bench::Bench;
use crate::judge::context::{Hints, running};
use crate::outline::NodeId;
use crate::tag::Tag;

/// The outermost galleries beside and below the article's text, in document order.
pub fn galleries(bench: &Bench<'_, '_>) -> Vec<NodeId> {
    let page = bench.context.page;
    let named = |&id: &NodeId| bench.context.hints[id as usize].has(Hints::GALLERY);
    if !(0..page.len()).any(|id| named(&id)) {
        return Vec::new();
    }
    let links = Links::of(bench);
    page.outermost((0..page.len()).filter(named), |id| {
        is_gallery(bench, &links, id)
    })
    .collect()
}

fn is_gallery(bench: &Bench<'_, '_>, links: &Links, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let sums = context.sums[id as usize];
    let apart = |up: NodeId| {
        let hints = context.hints[up as usize];
        matches!(page.tag(up), Tag::Aside | Tag::Footer | Tag::Nav)
            || hints.has(Hints::SIDEBAR.or(Hints::RELATED).or(Hints::ADVERT))
    };
    let held = |counts: &[u32]| context.held(counts, id);
    let pictures = context
        .pictures_in(id)
        .saturating_sub(held(&links.pictures));
    let mut around = page.self_and_ancestors(id).take(MOST_LEVELS);
    pictures >= FEWEST
        && held(&links.worded) * 4 <= pictures
        && held(&links.articles) == 0
        && sums.words <= MOST_WORDS * pictures
        && sums.link_density() < 0.3
        && !bench.is_above_article(id)
        && !around.any(apart)
}

const FEWEST: u32 = 2;
/// Words a picture, its caption and its credit.
const MOST_WORDS: u32 = 60;
/// Elements up to what may say that it stands beside the page.
const MOST_LEVELS: usize = 20;

/// How many of each stand before every element, and in the end how many there are.
struct Links {
    /// Pictures in links.
    pictures: Vec<u32>,
    /// Links with words.
    worded: Vec<u32>,
    /// Articles: each teaser is one.
    articles: Vec<u32>,
}

impl Links {
    fn of(bench: &Bench<'_, '_>) -> Links {
        let (context, page) = (bench.context, bench.context.page);
        let link = |id: NodeId| page.tag(id) == Tag::A;
        let worded = |id: NodeId| page.node(id).runs.0 < page.node(id).runs.1;
        // Where scripts have put a link into another, its pictures count twice.
        let pictures = |id: NodeId| if link(id) { context.pictures_in(id) } else { 0 };
        Links {
            pictures: running((0..page.len()).map(pictures)),
            worded: running((0..page.len()).map(|id| u32::from(link(id) && worded(id)))),
            articles: running((0..page.len()).map(|id| u32::from(page.tag(id) == Tag::Article))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::galleries;
    use crate::judge::context::Context;
    use crate::judge::{paragraphs, with_bench};
    use crate::read::read;
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
    fn one_picture_is_no_gallery() {
        let page = |pictures: usize| {
            let figure = "<figure><picture><img src='a.jpg'></picture><figcaption>The mill at night</figcaption></figure>";
            format!(
                "<html><body><article><h1>The lamp stays lit until the spring</h1>{}</article>\
                 <div class='news-gallery'>{}</div></body></html>",
                paragraphs(6),
                figure.repeat(pictures)
            )
        };
        let found = |pictures| {
            let page = read(&page(pictures));
            let context = Context::new(&page);
            let p = vec![0.5; context.blocks.len()];
            with_bench(&context, &p, |bench| galleries(bench).len())
        };
        assert_eq!(found(1), 0);
        assert_eq!(found(2), 1);
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
