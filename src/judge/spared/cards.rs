//! Cards that show what a link leads to, with its title and a line about it. Whoever wrote the article set them between its
//! paragraphs; names such as "card" and "bookmark" are said of teasers and buttons, too.

use super::authored::{own_site, site};
use crate::judge::bench::Bench;
use crate::judge::roles::BODY;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;

/// Blocks of a card: title, line, author, site.
const BLOCKS: std::ops::RangeInclusive<usize> = 2..=6;
/// Words of a title, of a button fewer, and of a line about it.
const TITLE: u32 = 3;
const LINE: u32 = 6;
/// Elements from the link up to its box.
const MOST_AROUND: usize = 8;

/// Single cards amid the article that are one link, to another site, and stand right above its prose: what is hung into
/// an article leads to the same site, or comes by the dozen. `address` is the page's, where it is known.
pub fn cards(bench: &Bench<'_, '_>, address: Option<&str>) -> Vec<NodeId> {
    let page = bench.context.page;
    // A page may have no elements, and no article then.
    let own = own_site(page, address).filter(|_| !page.nodes.is_empty());
    let Some(own) = own else {
        return Vec::new();
    };
    let links = page
        .subtree(bench.root())
        .filter(|&id| page.tag(id) == Tag::A);
    links
        .filter(|&id| describes(bench, id) && leads_away(bench, id, &own))
        .map(|id| around(bench, id))
        .filter(|&id| stands_amid_prose(bench, id))
        .collect()
}

fn leads_away(bench: &Bench<'_, '_>, link: NodeId, own: &str) -> bool {
    let there = bench.context.page.attr(link, Attr::Href).and_then(site);
    there.is_some_and(|there| there != own)
}

/// Holds a title and below it a line, and nothing that is a label.
fn describes(bench: &Bench<'_, '_>, link: NodeId) -> bool {
    let context = bench.context;
    let blocks = context.blocks_in(link);
    let words = |at: usize| context.blocks[at].stats.words;
    BLOCKS.contains(&blocks.len())
        && words(blocks.start) >= TITLE
        && blocks.clone().skip(1).any(|at| words(at) >= LINE)
        && blocks.clone().all(|at| context.phrases[at].is_none())
}

/// The largest element that shows no more than the link.
fn around(bench: &Bench<'_, '_>, link: NodeId) -> NodeId {
    let context = bench.context;
    let own = context.blocks_in(link);
    let same = |&up: &NodeId| context.blocks_in(up) == own;
    let around = context.page.self_and_ancestors(link).take(MOST_AROUND);
    around.take_while(same).last().unwrap_or(link)
}

/// Right above a paragraph, and below no other links.
fn stands_amid_prose(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let is_prose = |next: NodeId| page.tag(next) == Tag::P && bench.mass.likeliest(next) >= BODY;
    let before = context.blocks_in(id).start.checked_sub(1);
    let below_links = before.is_some_and(|at| context.blocks[at].stats.link_density() > 0.5);
    bench.overlaps_article(id)
        && !below_links
        && page.siblings_after(id).next().is_some_and(is_prose)
}

#[cfg(test)]
mod tests {
    use crate::judge::article_around;
    use crate::{Options, clean, rewrite};

    /// Whether the page keeps this amid its article.
    fn stays(amid: &str) -> bool {
        let html = article_around(amid);
        let options = Options {
            url: Some("https://www.thepost.example/lamp".to_owned()),
            ..Options::default()
        };
        rewrite(&html, &clean(&html, &options).plan).contains("reg1ster")
    }

    #[test]
    fn a_card_of_the_authors_is_no_teaser() {
        let card = |href: &str, title: &str| {
            format!(
                "<figure class='kg-bookmark-card'><a href='{href}'><div>{title}</div><div>Open reg1ster of injuries by place, hour and vehicle.</div></a></figure>"
            )
        };
        let (away, title) = ("https://fjord.example/data", "Injuries 2022 to 2025");
        assert!(stays(&card(away, title)));
        assert!(!stays(&card(away, title).repeat(2)));
        assert!(!stays(&card("https://news.thepost.example/data", title)));
        assert!(!stays(&card(away, "Bookmark")));
    }
}
