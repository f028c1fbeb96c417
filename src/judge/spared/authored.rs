//! Lists that whoever wrote the article made: of books, of documents, of sources. Their items may be links from end to end,
//! as those of a list of teasers are.

use crate::host::{host_of, without_query};
use crate::judge::bench::Bench;
use crate::judge::context::heads_section;
use crate::judge::roles::{Role, introduces};
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::{Packs, phrase_of};
use crate::tag::Tag;
use crate::verdict::Reason;

/// More items are an index.
const MOST_ITEMS: usize = 40;
/// Elements of a list with all that its items hold.
const MOST_ELEMENTS: usize = 400;

/// Lists of links, in document order, that the article's own text brings up, writes on or takes its word from. `address` is
/// the page's, where it is known.
pub fn lists(bench: &Bench<'_, '_>, address: Option<&str>) -> Vec<NodeId> {
    let page = bench.context.page;
    let own = own_site(page, address);
    let listed = |&id: &NodeId| matches!(page.tag(id), Tag::Ul | Tag::Ol);
    page.outermost((0..page.len()).filter(listed), |id| {
        is_authored(bench, id, own.as_deref())
    })
    .collect()
}

fn is_authored(bench: &Bench<'_, '_>, id: NodeId, own: Option<&str>) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let small = page.subtree(id).len() <= MOST_ELEMENTS;
    if !small || bench.is_above_article(id) || id == bench.root() {
        return false;
    }
    let items: Vec<NodeId> = page.children(id).take(MOST_ITEMS + 1).collect();
    if stands_near(bench, id) && items.len() <= MOST_ITEMS && lead_to_documents(page, &items) {
        return true;
    }
    if !page.contains(bench.root(), id) || context.pictures_in(id) > 0 {
        return false;
    }
    let links = |item: NodeId| links(page, item).next().is_some();
    let linked = items
        .iter()
        .all(|&item| page.tag(item) == Tag::Li && links(item));
    if !(2..=MOST_ITEMS).contains(&items.len()) || !linked {
        return false;
    }
    let Some(before) = before(bench, id) else {
        return false;
    };
    let amid = !bench.is_below_body(id);
    let block = &context.blocks[before];
    let own_section = heads_section(page, block, context.text(before));
    // Below the text tags and firms have sections, too.
    if own_section && next_to(page, block.node, id) && (amid || is_promo(context.text(before))) {
        return true;
    }
    let goes_on = amid || page.node(context.unit(before)).parent == page.node(id).parent;
    let headed = || amid && is_headed(bench, before, id);
    let follows = goes_on && (bench.parts.roles[before] == Role::Body || headed());
    (amid && writes_on(page, &items))
        || (follows && (introduces(context.text(before)) || lead_elsewhere(page, &items, own)))
}

/// "See also": elsewhere than over a section of its own the label of a promo.
fn is_promo(text: &str) -> bool {
    let phrase = phrase_of(Packs::ALL, text, 0.0);
    phrase.is_some_and(|phrase| phrase.reason == Reason::Promo)
}

/// "Links", right over them: a heading that is no label of what several sites have.
fn is_headed(bench: &Bench<'_, '_>, before: usize, list: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let unit = context.unit(before);
    context.phrases[before].is_none()
        && page.tag(unit).heading_level().is_some()
        && page.node(unit).parent == page.node(list).parent
}

/// In the same element, or one in another that is in it.
fn next_to(page: &Outline, heading: NodeId, list: NodeId) -> bool {
    let parent = page.node(list).parent;
    page.contains(parent, heading) && page.node(heading).depth <= page.node(list).depth + 2
}

/// The block in sight right before an element.
fn before(bench: &Bench<'_, '_>, id: NodeId) -> Option<usize> {
    let blocks = &bench.context.blocks;
    let start = bench.context.blocks_in(id).start;
    (0..start)
        .rev()
        .take(3)
        .find(|&at| blocks[at].is_in_sight())
}

/// Most items say something beside their link, in no element of its own: a teaser's date and standfirst have one.
fn writes_on(page: &Outline, items: &[NodeId]) -> bool {
    let own = |&&item: &&NodeId| {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let mut runs = page.runs_of(item).iter();
        runs.any(|run| run.node == item && letters(page.run_text(run)) >= 2)
    };
    items.iter().filter(own).count() * 3 >= items.len() * 2
}

/// In the article, or beside it in the same element: what there is to download.
fn stands_near(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let around = page.node(bench.root()).parent;
    page.contains(bench.root(), id)
        || (around < page.len() && page.tag(around) != Tag::Body && page.contains(around, id))
}

/// Every item has links, to documents only.
fn lead_to_documents(page: &Outline, items: &[NodeId]) -> bool {
    let document = |id: NodeId| page.attr(id, Attr::Href).is_some_and(is_document);
    let leads =
        |&item: &NodeId| links(page, item).next().is_some() && links(page, item).all(document);
    !items.is_empty() && items.iter().all(leads)
}

/// Every item is a link to a document or to another site.
fn lead_elsewhere(page: &Outline, items: &[NodeId], own: Option<&str>) -> bool {
    let elsewhere = |id: NodeId| {
        page.attr(id, Attr::Href).is_some_and(|href| {
            is_document(href) || site(href).zip(own).is_some_and(|(there, own)| there != own)
        })
    };
    items.iter().all(|&item| links(page, item).all(elsewhere))
}

fn links(page: &Outline, item: NodeId) -> impl Iterator<Item = NodeId> {
    page.subtree(item).filter(|&id| page.tag(id) == Tag::A)
}

fn is_document(href: &str) -> bool {
    let ending = without_query(href)
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending);
    DOCUMENTS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

const DOCUMENTS: [&str; 9] = [
    "pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "csv", "epub",
];

/// The site of a page at `address`, or at the one that it gives as its own.
pub(super) fn own_site(page: &Outline, address: Option<&str>) -> Option<String> {
    let address = address.or(page.metadata.canonical.as_deref());
    address.and_then(site)
}

/// The last two labels of an address's host: "www.thepost.example" and "shop.thepost.example" are one site. Where sites are
/// told apart by the third, "a.co.uk" and "b.co.uk" are one, too.
pub(super) fn site(address: &str) -> Option<String> {
    let host = host_of(address)?;
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    dots.next()?;
    let start = dots.next().map_or(0, |at| at + 1);
    Some(host[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::context::Context;
    use crate::judge::{later_paragraphs, model, paragraphs, with_bench};
    use crate::read::read;

    /// Whether a list of three items is one of the author's own.
    fn is_listed(intro: &str, item: &str, after: &str) -> bool {
        let item = |name| format!("<li>{}</li>", item.replace('$', name));
        let items = ["ferry", "school", "mill"].map(item).concat();
        let page = read(&format!(
            "<html><head><link rel='canonical' href='https://www.thepost.example/lamp'></head><body><article>\
             <h1>The lamp stays lit until the spring</h1>{}{intro}<ul class='related'>{items}</ul>{after}</article></body></html>",
            paragraphs(4)
        ));
        let context = Context::new(&page);
        let p = model::probabilities(&context);
        with_bench(&context, &p, |bench| lists(bench, None).len() == 1)
    }

    #[test]
    fn lists_that_the_text_brings_up_writes_on_or_rests_on_stay() {
        let after = later_paragraphs();
        let titled = |href: &str, more: &str| {
            format!("<a href='{href}'>Kept by the $ for another winter</a>{more}")
        };
        let teaser = titled("/news/$", "");
        let intro = "<p>Of all that the people of Lower Marsh read on the lamp that winter, they liked these best:</p>";
        assert!(is_listed(intro, &teaser, &after));
        assert!(is_listed("", &titled("/b/$", " (borrowed often)"), &after));
        assert!(is_listed(
            "",
            &titled("https://lending.example/$", ""),
            &after
        ));
        let links = "<h2>Links</h2>";
        let outward = titled("https://lending.example/$", "");
        assert!(is_listed(links, &outward, &after) && !is_listed(links, &outward, ""));
        assert!(!is_listed(links, &teaser, &after));
        assert!(!is_listed("<h2>Follow us</h2>", &outward, &after));
        assert!(is_listed("", &titled("/files/$.pdf?v=2", ""), ""));
        let files = "<h4>To be downloaded</h4>";
        assert!(is_listed(files, &titled("/files/$.pdf", " (188 kB)"), ""));
        assert!(!is_listed(files, &teaser, ""));
        let section = |id: &str, name: &str| format!("<h2 id='{id}'>{name}</h2>");
        assert!(is_listed(&section("see-also", "See also"), &teaser, ""));
        assert!(is_listed(
            &section("resources", "Resources"),
            &teaser,
            &after
        ));
        for (id, name) in [("x", "See also"), ("tags", "Tags"), ("related", "Related")] {
            assert!(!is_listed(&section(id, name), &teaser, ""), "{name}");
        }
        assert!(introduces("镇上的人最爱读的书有这些：") && !introduces("另见："));
        for other in [
            teaser,
            titled("/news/$", " <span>The Post</span>"),
            titled("https://shop.thepost.example/$", ""),
            titled("/files/$.html", ""),
            titled("https://lending.example/$", "<img src='a.png'>"),
            "Kept by the $ for another winter".to_owned(),
        ] {
            assert!(!is_listed("", &other, &after), "{other}");
        }
    }

    #[test]
    fn a_site_is_the_end_of_its_host() {
        let is = |address: &str, end: Option<&str>| assert_eq!(site(address).as_deref(), end);
        is(
            "https://www.thepost.example/a?b=//c",
            Some("thepost.example"),
        );
        is("http://shop.thepost.example:80", Some("thepost.example"));
        is("https://localhost/", None);
        is("/lamp", None);
    }
}
