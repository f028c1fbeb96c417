//! Text that the page shows twice: the headline again, the same teaser again.

use rustc_hash::FxHashMap;

use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::SHORT;
use crate::judge::roles::Role;
use crate::outline::NodeId;
use crate::verdict::{Certainty, Reason, Verdict};
use crate::words::{Word, likeness, words_of};

/// Verdicts on second copies.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    headline_again(bench)
        .into_iter()
        .chain(same_text(bench))
        .collect()
}

/// Short blocks that say the headline once more, where one of them is kept.
fn headline_again(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let context = bench.context;
    let kept = |role: &Role| *role == Role::Headline;
    let Some(headline) = bench.parts.roles.iter().position(kept) else {
        return Vec::new();
    };
    let title = words_of(context.text(headline));
    if title.len() < 4 {
        return Vec::new();
    }
    let is_again = |at: usize| {
        let alike = |words: &[Word]| likeness(&title, words) > 0.9;
        if context.blocks[at].stats.words <= SHORT {
            alike(context.words(at))
        } else {
            alike(&words_of(context.text(at)))
        }
    };
    let again = |&at: &usize| {
        let block = &context.blocks[at];
        at != headline && block.stats.words <= 2 * title.len() as u32 && is_again(at)
    };
    (0..context.blocks.len())
        .filter(again)
        .map(|at| {
            Verdict::hide(
                context.unit(at),
                Reason::Duplicate,
                Certainty::Strong,
                Clue::HeadlineAgain,
            )
        })
        .collect()
}

/// Later copies of a text of five words or more; a link to the text is no first copy of it.
fn same_text(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let context = bench.context;
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut out = Vec::new();
    for (at, block) in context.blocks.iter().enumerate() {
        let headline = bench.parts.roles[at] == Role::Headline;
        if context.occurrences[at] < 2 || block.stats.words < 5 || !block.is_in_sight() || headline
        {
            continue;
        }
        let is_link = |at: usize| context.blocks[at].stats.link_density() >= 0.5;
        match first.get(context.text(at)) {
            Some(&copy) if !is_link(at) && is_listed(bench, at, copy) => {}
            Some(&copy) if is_link(at) || !is_link(copy) => out.push(Verdict::hide(
                context.unit(at),
                Reason::Duplicate,
                Certainty::Weak,
                Clue::TextAgain,
            )),
            _ => {
                first.insert(context.text(at), at);
            }
        }
    }
    out
}

/// Lines of a list, and how many beside one are looked at.
const FEWEST: usize = 3;
const MOST_BESIDE: usize = 40;

/// One of the lines of a list amid the article, among others than the first copy has beside it: of two things that are told
/// of, both are two metres long.
fn is_listed(bench: &Bench<'_, '_>, at: usize, copy: usize) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let id = context.blocks[at].node;
    let beside = |at: usize| {
        let before = at.checked_sub(1);
        [before, Some(at + 1)].map(|at| Some(context.texts.get(at?)?.as_str()))
    };
    let others = beside(at)
        .iter()
        .zip(beside(copy))
        .all(|(own, first)| *own != first);
    let kind = |id: NodeId| (page.tag(id), page.node(id).class);
    let lines = || {
        let all = page
            .parent(id)
            .map(|up| page.children(up).take(MOST_BESIDE));
        all.into_iter()
            .flatten()
            .filter(|&line| kind(line) == kind(id))
    };
    others && bench.overlaps_article(id) && lines().count() >= FEWEST
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{article_around, judge, paragraphs};
    use crate::read::read;
    use crate::{Options, Reason};

    const LINE: &str = "The lamp stays lit until the spring";

    /// The tags of what is a second copy on a page with the line in these places.
    fn copies(places: &[&str]) -> Vec<String> {
        let page = read(&format!(
            "<html><head><title>The Post</title></head><body><div>{}</div><div>{}</div></body></html>",
            places.concat().replace("LINE", LINE),
            paragraphs(6)
        ));
        let context = Context::new(&page);
        let verdicts = judge(&context, &Options::default()).verdicts;
        let copies = verdicts.iter().filter(|v| v.reason == Reason::Duplicate);
        copies.map(|v| page.tag(v.node).name().to_owned()).collect()
    }

    #[test]
    fn a_link_is_no_first_copy() {
        let (link, line) = (
            "<p><a href='/lamp'>LINE</a></p>",
            "<blockquote>LINE</blockquote>",
        );
        assert_eq!(copies(&[link, line]), [""; 0]);
        assert_eq!(copies(&[line, link]), ["p"]);
        assert_eq!(copies(&[line, line]), ["blockquote"]);
        assert_eq!(copies(&[link, line, line, link]), ["blockquote", "p"]);
    }

    #[test]
    fn a_line_of_one_list_is_no_copy_of_the_same_line_of_another() {
        let size = "Two metres long and forty wide";
        let copies_on = |page: fn(&str) -> String, beside: [&str; 2]| {
            let list = |(name, line): (&str, &str)| {
                format!(
                    "<h3>{name}</h3><ul><li>{line}</li><li>{size}</li><li>{line}, too</li></ul>"
                )
            };
            let lists: String = ["Torgny", "Ingrid"]
                .into_iter()
                .zip(beside)
                .map(list)
                .collect();
            let page = read(&page(&lists));
            let context = Context::new(&page);
            let verdicts = judge(&context, &Options::default()).verdicts;
            let copies = verdicts.iter().filter(|v| v.reason == Reason::Duplicate);
            copies.filter(|v| page.squeezed(v.node, 80) == size).count()
        };
        let copies = |beside: [&str; 2]| copies_on(article_around, beside);
        assert_eq!(copies(["Built in Visby", "Built in Riga"]), 0);
        assert_eq!(copies(["Built in Visby", "Built in Visby"]), 1);
        let below = |lists: &str| format!("{}<footer>{lists}</footer>", article_around(""));
        assert_eq!(copies_on(below, ["Built in Visby", "Built in Riga"]), 1);
    }
}
