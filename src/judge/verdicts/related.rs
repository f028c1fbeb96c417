//! Related, most-read and recommended lists: by their label, their names, or their shape.

use crate::blocks::words;
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, Hints, is_inward, is_landmark, stays_on_site};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on lists and grids of other articles.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let mut out = bench.by_phrase_or_hint(Reason::Related, Hints::RELATED, |id| {
        let sums = bench.context.sums[id as usize];
        sums.link_density() > 0.4 || (sums.prose == 0 && !is_standfirst(bench, id))
    });
    let shaped = (0..bench.context.page.len())
        .filter(|&id| is_card_grid(bench, id) || is_teaser_list(bench, id));
    let verdict = |id| Verdict::hide(id, Reason::Related, Certainty::Weak, Clue::Teasers);
    out.extend(shaped.map(verdict));
    out
}

/// Words of a label: "More from this section".
const LABEL: u32 = 5;
const LONGEST_LABEL: usize = 80;

/// A line without a link at the top of the article or amid it, longer than a label; a player's card has its buttons from
/// a script.
fn is_standfirst(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let sums = bench.context.sums[id as usize];
    let is_player = bench.context.hints[id as usize].has(Hints::WIDGET);
    // An element within a line has no block of its own.
    let words = match sums.blocks {
        0 => words(&bench.context.page.squeezed(id, LONGEST_LABEL)),
        1 => sums.words,
        _ => 0,
    };
    words > LABEL && !is_player && !bench.is_below_body(id) && !bench.may_lead_on(id)
}

/// Three or more alike children, each a link with a few words: a grid of teasers, a list of headlines.
fn is_card_grid(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let context = bench.context;
    let sums = context.sums[id as usize];
    let listed = matches!(
        context.page.tag(id),
        Tag::Ul | Tag::Ol | Tag::Div | Tag::Section | Tag::Aside
    );
    if !listed
        || is_landmark(context.page.tag(id))
        || (sums.blocks as usize) < FEWEST
        || sums.link_density() < 0.7
    {
        return false;
    }
    let teaser = |&child: &NodeId| {
        let sums = context.sums[child as usize];
        sums.words >= HEADLINE && sums.link_density() > 0.6
    };
    context.page.children(id).filter(teaser).count() >= FEWEST
}

/// Words of a headline that leads on, and how many lines may stand above it.
const HEADLINE: u32 = 4;
const ABOVE: usize = 2;
/// Elements from a headline up to its link.
const LEVELS: usize = 4;
/// Teasers of a list, and of so many parts of it so many are.
const FEWEST: usize = 3;
const PARTS: usize = 4;

/// Below the article or above it a list of teasers with a line or two each, which may read like its text.
fn is_teaser_list(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let sums = context.sums[id as usize];
    let apart = (sums.blocks as usize) >= 2 * FEWEST && !bench.overlaps_article(id);
    if !apart || is_landmark(page.tag(id)) {
        return false;
    }
    let leads_on = |at: BlockId| {
        let block = &context.blocks[at];
        let mut near = page.self_and_ancestors(block.inner).take(LEVELS);
        block.stats.words >= HEADLINE
            && block.stats.link_density() > 0.8
            && near
                .any(|up| page.tag(up) == Tag::A && stays_on_site(page, up) && !is_inward(page, up))
    };
    let shown = page
        .children(id)
        .filter(|&child| !context.blocks_in(child).is_empty());
    let (mut all, mut teasers) = (0, 0);
    for child in shown {
        all += 1;
        teasers += usize::from(context.blocks_in(child).take(ABOVE + 1).any(leads_on));
    }
    // A menu may have a line under each of its headlines, too.
    let named = |up: NodeId| context.hints[up as usize].has(Hints::SITE);
    teasers >= FEWEST
        && teasers * PARTS >= all * (PARTS - 1)
        && !page.self_and_ancestors(id).any(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::context::Context;
    use crate::judge::{later_paragraphs, paragraphs, with_bench};
    use crate::read::read;

    #[test]
    fn a_standfirst_called_a_teaser_leads_nowhere() {
        let goes = |above: &str| {
            let page = read(&format!(
                "<html><body><article><h1>The lamp stays lit</h1>{above}{}</article></body></html>",
                paragraphs(8)
            ));
            let context = Context::new(&page);
            let p = vec![0.1; context.blocks.len()];
            with_bench(&context, &p, |bench| !judge(bench).is_empty())
        };
        let alone = |inside: &str| goes(&format!("<div class='post-teaser'>{inside}</div>"));
        assert!(!alone("Why it does, told in three steps"));
        assert!(alone("More from here"));
        assert!(alone(
            "Why it does, told in three steps <a href='/a'>More</a>"
        ));
        assert!(alone(
            "<a href='/a'><img src='a.png'></a> Why it does, told in three steps"
        ));
        let within = |text: &str| {
            goes(&format!(
                "<div>3 May – <span class='post-teaser'>{text}</span></div>"
            ))
        };
        assert!(!within("Why it does, told in three steps"));
        assert!(within("More from here"));
    }

    #[test]
    fn teasers_with_a_line_each_are_a_list_but_amid_the_article() {
        let article = format!("<h1>The lamp stays lit</h1>{}", paragraphs(6));
        let is_list_between = |above: &str,
                               href: &str,
                               count: usize,
                               others: usize,
                               below: &str| {
            let teaser = |at: usize| {
                format!(
                    "<div><h3><a href='{href}/{at}'>How the weir {at} was mended</a></h3><p>It took them all of the \
                     winter to mend it, and a part of the spring.</p></div>"
                )
            };
            let list: String = (0..count).map(teaser).collect();
            let list = list + &"<div><p>It took them a part of the weir.</p></div>".repeat(others);
            let page = read(&format!(
                "<html><body><main>{above}<section>{list}</section>{below}</main></body></html>"
            ));
            let context = Context::new(&page);
            let weir = |text: &String| text.contains("weir") || text.contains("mend");
            let p = context
                .texts
                .iter()
                .map(|text| if weir(text) { 0.1 } else { 0.95 });
            let p: Vec<f32> = p.collect();
            let found = with_bench(&context, &p, judge);
            found
                .iter()
                .any(|verdict| page.tag(verdict.node) == Tag::Section)
        };
        let is_list = |href: &str, count: usize| is_list_between(&article, href, count, 0, "");
        assert!(is_list("/news", 3));
        assert!(!is_list("/news", 2));
        assert!(!is_list("#", 3));
        assert!(!is_list("https://weir.example", 3));
        assert!(is_list_between(&article, "/news", 3, 1, ""));
        assert!(!is_list_between(&article, "/news", 3, 2, ""));
        assert!(is_list_between("", "/news", 3, 0, &article));
        let framed = |name: &str| format!("<div class='{name}'>");
        let menu =
            |name: &str| is_list_between(&framed(name), "/news", 3, 0, &format!("</div>{article}"));
        assert!(menu("x"));
        assert!(!menu("masthead"));
        assert!(!is_list_between(
            &article,
            "/news",
            3,
            0,
            &later_paragraphs()
        ));
    }
}
