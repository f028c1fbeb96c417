//! Articles that stop: the page has their beginning and then a wall, and the rest is not there to be shown.
//!
//! A page whose whole text stands behind an overlay is another matter: the overlay goes and the text is read.

mod given;

use super::found::Parts;
use super::role::Role;
use crate::blocks::text_ends_sentence;
use crate::chars::holds_any;
use crate::judge::context::{BlockId, Context, Hints, is_marked_dialog};
use crate::options::LiveFacts;
use crate::outline::{Attr, NodeId};
use crate::rules::says_wall;
use given::says_more;

/// Fewer words of body text are not the beginning of anything.
const FEWEST: u32 = 15;
/// As many words of an article that says it is paid are not cut off by the wall that follows them.
const MOST_PAID: u32 = 300;
/// The same for one that does not say so.
const MOST_UNSAID: u32 = 200;
/// So many words may stand behind a wall, however few stand before it.
const LEAST_BEHIND: u32 = 40;
/// Words of the body that are an article where the page does not say that it is one.
const ARTICLE: u32 = 60;
/// Words of what a wall says; and of a box that is named one, or comments, with all that it holds.
const LONGEST_WALL: u32 = 60;
const LONGEST_BOX: u32 = 150;
/// Elements up from what is said to such a box.
const LEVELS: usize = 4;
/// How many blocks before and after the last of the body a wall may stand.
const NEAR: usize = 8;

/// True where the article is cut off.
pub fn judge(context: &Context<'_>, parts: &Parts, facts: &LiveFacts) -> bool {
    let metadata = &context.page.metadata;
    let likely = metadata.declared || metadata.paid || parts.words >= ARTICLE;
    if !likely || parts.words < FEWEST {
        return false;
    }
    // What may stand behind a wall is little, so this much stands before any: most articles need no look for one.
    let least = (parts.words / 5 * 4).min(parts.words.saturating_sub(LEAST_BEHIND));
    if least >= MOST_PAID && !says_more(context, parts, least) {
        return false;
    }
    let wall = wall(context, parts);
    let last = last_body(parts, wall.unwrap_or(context.blocks.len()));
    let Some((last, words)) = last.map(|last| (last, words(context, parts, 0..last + 1))) else {
        return false;
    };
    let missing = says_more(context, parts, words);
    let broken = is_broken(context, end_of_text(context, parts, last));
    match (metadata.paid, wall) {
        (true, _) if missing => true,
        (true, None) => broken && words < MOST_UNSAID,
        (paid, Some(wall)) => {
            let most = if paid { MOST_PAID } else { MOST_UNSAID };
            let covers = stands_over(context, facts, context.blocks[wall].node);
            missing || (words < most && (broken || !covers))
        }
        (false, None) => false,
    }
}

/// True where a wall stands behind the article, and not over it: what the page does not show is for sale.
pub fn is_sold(context: &Context<'_>, parts: &Parts, facts: &LiveFacts) -> bool {
    wall(context, parts).is_some_and(|at| !stands_over(context, facts, context.blocks[at].node))
}

/// The block that says that the rest is for others, at the end of the body and with next to none of it behind.
#[inline(never)]
fn wall(context: &Context<'_>, parts: &Parts) -> Option<BlockId> {
    let all = context.blocks.len();
    // The model may take what a wall says for the article's.
    let start = (parts.range.start + 1).max(parts.range.end.saturating_sub(NEAR));
    let end = parts.range.end.saturating_add(NEAR).min(all);
    (start..end).find(|&at| {
        let block = &context.blocks[at];
        let shown = block.is_in_sight()
            && block.stats.words <= LONGEST_WALL
            && !is_among_comments(context, block.node);
        // A name alone is not enough: many sites have their wall ready on every page.
        let named = || context.page.metadata.paid && is_named(context, block.node);
        let told = || is_told(context, parts, at);
        let says = shown && ((says_wall(context.text(at)) && !told()) || named());
        says && last_body(parts, at).is_some_and(|last| {
            let before = words(context, parts, 0..last + 1);
            let after = words(context, parts, at + 1..all);
            at - last <= NEAR && after <= (before / 4).max(LEAST_BEHIND)
        })
    })
}

/// "This is for subscribers only" below "Comments" says who may write one.
fn is_among_comments(context: &Context<'_>, node: NodeId) -> bool {
    let mut around = context.page.self_and_ancestors(node).take(LEVELS);
    around.any(|id| {
        let small = context.sums[id as usize].words < LONGEST_BOX;
        small && context.hints[id as usize].has(Hints::READERS)
    })
}

/// Fewer words with which the body ends are a wall's: "This article is for subscribers only."
const SHORTEST_END: u32 = 12;

/// A sentence of the article, behind another: "The hall is for subscribers only." Walls stand in a box of their own, lead
/// somewhere, come where the text breaks off, or end it in few words.
fn is_told(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let parent = |at: BlockId| context.page.node(context.blocks[at].node).parent;
    let is_sentence = |at: BlockId| parts.roles[at] == Role::Body && !is_broken(context, at);
    let behind = |before: BlockId| is_sentence(before) && parent(before) == parent(at);
    let goes_on = at + 1 < parts.range.end || context.blocks[at].stats.words >= SHORTEST_END;
    !context.page.metadata.paid
        && goes_on
        && context.blocks[at].stats.links == 0
        && is_sentence(at)
        && at.checked_sub(1).is_some_and(behind)
        && !says_more(context, parts, parts.words)
}

/// The last block of the body before `end`.
fn last_body(parts: &Parts, end: BlockId) -> Option<BlockId> {
    let before = parts.roles.get(..end)?;
    before.iter().rposition(|role| *role == Role::Body)
}

fn words(context: &Context<'_>, parts: &Parts, range: std::ops::Range<BlockId>) -> u32 {
    let body = range.filter(|&at| parts.roles[at] == Role::Body);
    body.map(|at| context.blocks[at].stats.words).sum()
}

/// "paywall" in a name of the block or of one of the boxes around it.
fn is_named(context: &Context<'_>, node: NodeId) -> bool {
    let page = context.page;
    let around = page.self_and_ancestors(node).take(LEVELS);
    let mut small = around.take_while(|&id| context.sums[id as usize].words < LONGEST_BOX);
    small.any(|id| {
        let names = [Attr::Class, Attr::Id, Attr::Component].iter();
        let mut names = names.flat_map(|&attr| page.attr_all(id, attr));
        names.any(|name| {
            let name = name.to_ascii_lowercase().replace(['-', '_'], "");
            holds_any(&name, &["paywall", "regwall", "barrier"])
        })
    })
}

/// Words of the source that signs below the text: "dpa/mz", "Von unserem Reporter".
const MOST_SIGNED: u32 = 3;

/// The last paragraph: who signs below it, without a full stop, does not break it off.
fn end_of_text(context: &Context<'_>, parts: &Parts, last: BlockId) -> BlockId {
    let block = &context.blocks[last];
    let signs = block.stats.words <= MOST_SIGNED
        && !context.text(last).trim_end().ends_with(['…', '.', ',']);
    let before = || last_body(parts, last);
    signs.then(before).flatten().unwrap_or(last)
}

/// Ends with an ellipsis, or in the middle of a sentence.
fn is_broken(context: &Context<'_>, at: BlockId) -> bool {
    let text = context.text(at).trim_end();
    text.ends_with('…') || text.ends_with("...") || !text_ends_sentence(text)
}

/// In a dialog or something else that covers the page.
fn stands_over(context: &Context<'_>, facts: &LiveFacts, node: NodeId) -> bool {
    let page = context.page;
    page.self_and_ancestors(node).any(|id| {
        is_marked_dialog(page, id)
            || context.hints[id as usize].has(Hints::OVERLAY)
            || facts.covering.contains(&id)
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, Outcome, clean};

    /// Whether an article of so many paragraphs is cut off when this stands below it.
    fn is_cut_off(count: usize, said: &str, below: &str) -> bool {
        let html = format!(
            "<html><head>{said}</head><body><article><h1>The lamp stays lit until the spring</h1>{}{below}</article></body></html>",
            paragraphs(count)
        );
        clean(&html, &Options::default()).plan.outcome == Outcome::CutOff
    }

    const WALL: &str = "<div><p>Subscribe to continue reading</p></div>";

    /// What says that an article has so many words.
    fn said(words: u32) -> String {
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"The lamp stays lit until the spring\",\"datePublished\":\"2024-05-06\",\"wordCount\":{words}}}</script>"
        )
    }

    #[test]
    fn a_wall_cuts_off_where_the_text_before_it_is_short_or_less_than_the_page_says() {
        assert!(is_cut_off(2, "", WALL));
        assert!(!is_cut_off(2, "", ""));
        assert!(!is_cut_off(8, "", WALL), "the whole text stands there");
        assert!(is_cut_off(8, &said(2000), WALL));
        assert!(!is_cut_off(8, &said(300), WALL));
    }

    #[test]
    fn a_wall_of_the_comments_does_not_cut_off_the_article() {
        let said = "<h2>Comments</h2><p>Subscribe to continue reading</p>";
        assert!(!is_cut_off(
            2,
            "",
            &format!("<section class='comments'>{said}</section>")
        ));
        assert!(is_cut_off(
            2,
            "",
            &format!("<section class='x'>{said}</section>")
        ));
    }

    #[test]
    fn who_signs_below_a_paid_article_does_not_break_it_off() {
        let paid = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>";
        assert!(!is_cut_off(2, paid, "<p>dpa/mz</p>"));
        assert!(is_cut_off(2, paid, "<p>The mayor had asked them what</p>"));
        assert!(is_cut_off(2, paid, "<p>Then it …</p>"));
    }

    #[test]
    fn a_sentence_of_the_article_is_no_wall() {
        let told = "The mayor said on Monday that the hall at the harbour is for subscribers only.";
        assert!(!is_cut_off(3, "", &format!("<p>{told}</p>")));
        let paid = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>";
        for wall in [
            format!("<div><p>{told}</p></div>"),
            format!("<p>{told} <a href='/join'>Join</a></p>"),
            format!("<p>The mayor had asked them what it was worth to …</p><p>{told}</p>"),
        ] {
            assert!(is_cut_off(2, "", &wall), "{wall}");
        }
        assert!(is_cut_off(3, paid, &format!("<p>{told}</p>")));
        assert!(is_cut_off(3, &said(900), &format!("<p>{told}</p>")));
        let short = "<p>This article is for subscribers only.</p>";
        assert!(is_cut_off(3, "", short));
        assert!(!is_cut_off(3, "", &format!("{short}{}", paragraphs(2))));
    }

    #[test]
    fn what_lies_over_the_page_cuts_off_only_broken_text() {
        let over = format!("<dialog open>{WALL}</dialog>");
        assert!(!is_cut_off(2, "", &over));
        assert!(is_cut_off(
            2,
            "",
            &format!("<p>The mayor had asked them what it was worth to …</p>{over}")
        ));
    }

    #[test]
    fn an_article_that_the_page_shows_to_its_end_is_not_cut_off() {
        let text = paragraphs(8).replace("<p>", "").replace("</p>", " ");
        let given = |end: &str| {
            let body = text.repeat(3);
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,\"articleBody\":\"{body}{end}\"}}</script>"
            )
        };
        assert!(!is_cut_off(8, &given(""), ""));
        assert!(is_cut_off(
            8,
            &given("Then the lamp of the harbour went out."),
            ""
        ));
        // What is printed below every article.
        let fund = "The council of Lower Marsh paid for a part of this journey and had no say in what the mayor is told to have said.";
        let below = format!("<p>{fund}</p>");
        let rest =
            "Then the lamp went out, and the keeper climbed the stairs in the dark. ".repeat(60);
        assert!(is_cut_off(8, &given(&format!("{rest}{fund}")), &below));
        assert!(!is_cut_off(8, &given(fund), &below));
    }
}
