//! The links to the other pages of an article: "1 2 3", "Page 2 of 3", and what shows its further entries: "Load earlier
//! updates". Without them the rest can't be read.

use super::entries::shows_more;
use crate::blocks::words;
use crate::judge::context::Context;
use crate::judge::roles::Parts;
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// Most words of such a line, "Next page" with its headline included.
const MOST_WORDS: u32 = 30;
/// So many characters of one are looked at.
const BEGIN: usize = 200;
/// Fewer words lead to a page of the article by its number, or name it.
const SHORTEST_HEADLINE: u32 = 5;
/// Most elements of one that are looked at.
const MOST_ELEMENTS: usize = 60;

/// The outermost elements that lead to pages of the article: in it, or beside it in the same element.
pub fn pagers(context: &Context<'_>, parts: &Parts) -> Vec<NodeId> {
    let all = context
        .page
        .outermost_of_all(|id| is_pager(context, parts, id) || shows_more(context, parts, id));
    all.collect()
}

fn is_pager(context: &Context<'_>, parts: &Parts, id: NodeId) -> bool {
    let page = context.page;
    let box_like = matches!(
        page.tag(id),
        Tag::Nav | Tag::Div | Tag::Section | Tag::Ul | Tag::Ol | Tag::P
    );
    let sums = context.sums[id as usize];
    if !box_like || sums.words < 2 || sums.words > MOST_WORDS || sums.link_letters == 0 {
        return false;
    }
    let parent = page.nodes.get(page.node(id).parent as usize);
    let near = page.contains(parts.root, id)
        || parent.is_some() && page.contains(page.node(id).parent, parts.root);
    if !near {
        return false;
    }
    let counts = || match counted(&page.squeezed(id, BEGIN)) {
        0 => false,
        all => !lists_headlines(page, id, all),
    };
    may_count(page, id)
        && ((counts() && !counts_what_was_read(context, id)) || lists_pages(context, id))
}

/// Words of a sentence that says more than which page this is.
const SENTENCE: u32 = 6;

/// "You have read 1 of 3 free articles this month."
fn counts_what_was_read(context: &Context<'_>, id: NodeId) -> bool {
    context.blocks_in(id).any(|at| {
        let stats = &context.blocks[at].stats;
        let says = stats.sentences > 0 && stats.words > SENTENCE && stats.link_density() < 0.5;
        says && counted(context.text(at)) > 0
    })
}

/// False where no digit stands in the text; nearly no line of a page has one.
fn may_count(page: &Outline, id: NodeId) -> bool {
    let mut read = 0;
    page.runs_of(id).iter().any(|run| {
        let text = page.run_text(run);
        read += text.len();
        read > 4 * BEGIN || text.bytes().any(|byte| byte.is_ascii_digit())
    })
}

/// What stands between the number of a page and that of all. Any word may stand between two numbers: "1 min 12 s".
const OF: [&str; 24] = [
    "/", "of", "von", "de", "di", "sur", "van", "av", "af", "z", "ze", "din", "dari", "trên",
    "από", "из", "з", "із", "من", "מתוך", "iš", "no", "od", "от",
];

/// How often a text says "2 of 3", "Seite 2 von 3", "2/3".
fn counted(text: &str) -> usize {
    let spaced = text.replace('/', " / ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let counts = |three: &&[&str]| {
        let (Some(page), Some(all)) = (number(three[0]), number(three[2])) else {
            return false;
        };
        (1..=all).contains(&page) && OF.contains(&three[1].to_lowercase().as_str())
    };
    words.windows(3).filter(counts).count()
}

/// True for two links and more that are as long as headlines, where a number is said of each, "list 1 of 2", or in one:
/// "match 3 of 7". A pager may name the pages before and behind, and counts once.
fn lists_headlines(page: &Outline, id: NodeId, counted_in_all: usize) -> bool {
    let links = page.descendants(id).take(MOST_ELEMENTS);
    let links = links.filter(|&link| page.tag(link) == Tag::A);
    let texts = links.map(|link| page.squeezed(link, BEGIN));
    let headlines = texts.filter(|text| words(text) >= SHORTEST_HEADLINE);
    let counts: Vec<usize> = headlines.map(|text| counted(&text)).collect();
    counts.len() > 1 && counted_in_all + counts.iter().sum::<usize>() > 1
}

/// Two numbers and more that follow each other, each alone in an element, and one of them a link: the numbers of a list
/// of headlines stand beside its links.
fn lists_pages(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let items = page.descendants(id).take(MOST_ELEMENTS);
    let items = items.filter(|&item| may_hold_number(page.tag(item)));
    let may_be_one = |item: &NodeId| {
        let mut runs = page.runs_of(*item).iter();
        runs.any(|run| begins_with_digit(page.run_text(run)))
    };
    let items = items.filter(may_be_one);
    let numbers = items.filter_map(|item| Some((item, number(&page.squeezed(item, 8))?)));
    let (mut last, mut run, mut linked) = (0, 0, false);
    for (item, found) in numbers {
        run += usize::from(found == last + 1);
        linked |= page.tag(item) == Tag::A;
        last = found;
    }
    run >= 2 && linked
}

/// What the number of a page stands in; the one that is shown is no link.
fn may_hold_number(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A | Tag::B | Tag::Button | Tag::Em | Tag::Li | Tag::Span | Tag::Strong
    )
}

fn begins_with_digit(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

fn number(text: &str) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether this, beside a text, leads to other pages of it.
    fn leads_to_pages(list: &str) -> bool {
        let html = format!(
            "<html><body><div>{}</div>{list}</body></html>",
            crate::judge::paragraphs(6)
        );
        let page = crate::read::read(&html);
        let context = Context::new(&page);
        let judgement = crate::judge::judge(&context, &crate::Options::default());
        !judgement.pagers.is_empty()
    }

    #[test]
    fn the_numbers_of_pages_are_links_and_those_of_headlines_stand_beside_them() {
        assert!(leads_to_pages(
            "<div><span>1</span> <a href='/2'>2</a> <a href='/3'>3</a></div>"
        ));
        assert!(leads_to_pages(
            "<div class='pg'><b>1</b> <a href='/2'>2</a> <a href='/3'>3</a> <a href='/2'>Next</a></div>"
        ));
        let counted = |number: u32| {
            format!(
                "<p>list {number} of 2</p><a href='/a'>The ring that was found in a pumpkin</a>"
            )
        };
        let list = (1..3).map(counted).collect::<String>();
        assert!(!leads_to_pages(&format!("<div>{list}</div>")));
        assert!(leads_to_pages(
            "<div>Page 1 of 2 <a href='/2'>The ring that was found in a pumpkin</a></div>"
        ));
        assert!(leads_to_pages(
            "<div>Page 2 of 3 <a href='/1'>Back: who found the ring in spring</a> <a href='/3'>On: what became of the pumpkin</a></div>"
        ));
        assert!(!leads_to_pages(
            "<div><a href='/1'>The ring in spring, match 3 of 7</a> <a href='/3'>What became of the pumpkin</a></div>"
        ));
        assert!(!leads_to_pages(
            "<div>You have read 1 of 3 free articles this month. <a href='/join'>Subscribe</a></div>"
        ));
        let headline = |number: u32| {
            format!("<li><span>{number}</span><a href='/a'>Ring found in a pumpkin</a></li>")
        };
        let list = (1..4).map(headline).collect::<String>();
        assert!(!leads_to_pages(&format!("<ol>{list}</ol>")));
    }

    #[test]
    fn pages_are_counted_in_every_language_and_dates_are_no_pages() {
        for text in [
            "Page 2 of 3",
            "Seite 2 von 3",
            "2/3 Next",
            "Pagina 1 di 2",
            "2 puslapis, 2 iš 3",
            "Stranica 2 od 3",
        ] {
            assert!(counted(text) > 0, "{text}");
        }
        for text in [
            "3 of 2",
            "12 May 2024",
            "14 / 2024",
            "1 min 12 s",
            "Durasi 1 menit 38 detik",
            "two of three",
            "1 2 3",
        ] {
            assert!(counted(text) == 0, "{text}");
        }
    }
}
