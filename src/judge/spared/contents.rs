//! The article's own lists of links, tables of contents first of all. They look like lists of teasers, but lead to places on
//! the page, or are [`authored`].

use super::authored;
use super::cards::cards;
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
    let mut lists = contents(bench);
    lists.retain(|&id| lies_in_article(bench, id));
    lists.extend(authored::lists(bench, address));
    lists.extend(cards(bench, address));
    lists.sort_unstable();
    bench.context.page.outermost(lists, |_| true).collect()
}

/// Those that stand beside the article and lead to several places in it, in document order; none of them nests. They are
/// menus, and Tidy leaves them.
pub fn beside_article(bench: &Bench<'_, '_>) -> Vec<NodeId> {
    let (page, root) = (bench.context.page, bench.root());
    let mut lists = contents(bench);
    lists.retain(|&id| !page.contains(root, id));
    if lists.is_empty() {
        return lists;
    }
    let inside = page.subtree(root);
    let mut places: Vec<&str> = inside.filter_map(|id| page.attr(id, Attr::Id)).collect();
    places.sort_unstable();
    let leads = |&id: &NodeId| {
        let name = page.target(id);
        name.is_some_and(|name| places.binary_search(&name).is_ok())
    };
    lists.retain(|&id| page.descendants(id).filter(leads).count() >= FEWEST as usize);
    lists
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
        .filter(|&id| !has_few(id))
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

#[cfg(test)]
mod tests {
    use crate::{Options, Strength, clean, rewrite};

    /// What is left of a column beside an article with three sections.
    fn left(class: &str, column: &str, strength: Strength) -> String {
        let section = |at: usize| {
            let text = crate::judge::paragraphs(8);
            let all: Vec<&str> = text.split_inclusive("</p>").collect();
            format!(
                "<h2 id='s{at}'>Part {at}</h2>{}",
                all[2 * at..2 * at + 2].concat()
            )
        };
        let html = format!(
            "<html><body><div class='wrap'><main><h1>The lamp stays lit until the spring</h1>{}</main>{LETTER}<aside class='{class}'>{column}</aside></div></body></html>",
            [section(0), section(1), section(2), section(3)].concat()
        );
        let options = Options {
            strength,
            ..Options::default()
        };
        let page = rewrite(&html, &clean(&html, &options).plan);
        page.split_once("</main>")
            .map_or_else(String::new, |(_, rest)| rest.to_owned())
    }

    const LETTER: &str = "<div class='css-2y'><h3>One lamp a week</h3><p>Straight to your inbox, for those who like lamps.</p><form><input type='email'><button>Count me in</button></form></div>";
    const PITCH: &str = "<div class='cta'><b>Lampkit Cloud</b><p>All lamps from one place.</p><a href='/cloud'>Start free trial</a></div>";

    fn links(to: &str) -> String {
        let item = |at| format!("<li><a href='{to}{at}'>Section {at}</a></li>");
        format!(
            "<b>On this page</b><ul>{}</ul>",
            [0, 1, 2, 3].map(item).concat()
        )
    }

    #[test]
    fn a_table_of_contents_beside_the_article_stays_in_tidy_without_the_pitch_below_it() {
        for class in ["toc", "css-1x"] {
            for column in [links("#s"), links("#s") + PITCH] {
                let tidy = left(class, &column, Strength::Tidy);
                let whole = tidy.contains("On this page") && tidy.contains("Section 3");
                assert!(!tidy.contains("Count me in"), "{tidy}");
                assert!(whole && !tidy.contains("free trial"), "{tidy}");
                assert!(!left(class, &column, Strength::Focus).contains("Section"));
            }
        }
    }

    #[test]
    fn a_menu_with_the_places_of_the_page_among_its_links_stays_whole() {
        let other = |at| format!("<li><a href='/p{at}'>Page {at}</a></li>");
        let own = format!("<li><a href='/own'>Own</a>{}</li>", links("#s"));
        let others = [1, 2, 3, 4, 5].map(other).concat();
        let menu = format!("<div class='menu'><ul>{others}{own}</ul></div>");
        assert!(left("css-1x", &menu, Strength::Tidy).contains("Page 5"));
    }

    #[test]
    fn links_to_tabs_and_to_other_pages_are_no_table_of_contents() {
        assert!(!left("css-1x", &links("#tab"), Strength::Tidy).contains("Section 2"));
        assert!(!left("css-1x", &links("/s"), Strength::Tidy).contains("Section 2"));
    }
}
