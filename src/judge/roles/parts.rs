//! What each block is to the article: its body, its headline, a caption, its byline — or none of it.
//!
//! The model says how likely a block is body text. Captions, headline, byline and date are the article's too, but not
//! its text; they are told by where they stand.

use super::amid::{fill_gaps, heads_by_place, keep_amid, keep_last};
use super::apart::NEVER;
use super::byline::{dates, is_byline};
use super::caption;
use super::found::Parts;
use super::path::is_path;
use super::role::{BODY, Role, around, range_of};
use super::signed::{is_day, signs_above, signs_below};
use super::standfirst::lead;
use super::titled::{INTO, titled};
use crate::judge::context::{BlockId, Context};
use crate::tag::Tag;

/// Tells the parts of the article from the model's probabilities.
pub fn parts(context: &Context<'_>, p: &[f32]) -> Parts {
    let mut roles = body_or_other(context, p);
    let body = range_of(&roles);
    let headline = context
        .headline
        .filter(|&at| stands_before(at, &body))
        .or_else(|| titled(context, &body, &roles));
    if let Some(at) = headline {
        roles[at] = Role::Headline;
    }
    let may_lead = |&at: &BlockId| !body.is_empty() && !is_byline(context, at, headline, &body);
    let lead = headline.and_then(|at| lead(context, p, at));
    if let Some(at) = lead.filter(may_lead) {
        roles[at] = Role::Body;
    }
    let start = headline.map_or(body.start, |at| at.min(body.start));
    let mut parts = Parts {
        root: around(context, &roles),
        headline: headline.or(context.headline),
        roles,
        range: start..body.end,
        words: 0,
    };
    mark_captions_and_bylines(context, p, headline, &body, &mut parts);
    parts.words = body_words(context, p, &parts.roles);
    parts
}

/// What the model takes for body text, and what is so amid it and right below it.
fn body_or_other(context: &Context<'_>, p: &[f32]) -> Vec<Role> {
    let role = |at: BlockId| match p[at] >= BODY && !is_path(context, at) {
        true => Role::Body,
        false => Role::Other,
    };
    let mut roles: Vec<Role> = (0..p.len()).map(role).collect();
    fill_gaps(context, p, &mut roles);
    keep_amid(context, p, &mut roles);
    keep_last(context, p, &mut roles);
    roles
}

/// Tells captions, and the lines of author and date around the `headline` and below the `body`.
fn mark_captions_and_bylines(
    context: &Context<'_>,
    p: &[f32],
    headline: Option<BlockId>,
    body: &std::ops::Range<BlockId>,
    parts: &mut Parts,
) {
    for at in 0..context.blocks.len() {
        let signs = headline.is_some_and(|headline| signs_above(context, at, headline));
        let dated = || context.phrases[at].is_some_and(|said| dates(context, at, said));
        let other = match parts.roles[at] {
            Role::Other => true,
            Role::Body => signs || dated() || is_behind_author(context, at, headline, parts),
            _ => false,
        };
        if is_caption(context, p, at, parts) {
            parts.roles[at] = Role::Caption;
        } else if other
            && (signs
                || stamps_entry(context, at, &parts.range)
                || is_byline(context, at, headline, body))
        {
            parts.roles[at] = Role::Byline;
        }
    }
    let other = |at: BlockId| parts.roles[at] == Role::Other;
    if let Some(at) = signs_below(context, body.end).filter(|&at| other(at)) {
        parts.roles[at] = Role::Byline;
    }
}

/// The day, right behind the author's line. Further down it heads another entry of a blog.
fn is_behind_author(
    context: &Context<'_>,
    at: BlockId,
    headline: Option<BlockId>,
    parts: &Parts,
) -> bool {
    let near = headline.is_some_and(|headline| at > headline && at - headline <= INTO);
    near && parts.roles[at - 1] == Role::Byline && is_day(context.text(at))
}

/// What stands in a box that cannot be the article's is under no picture of it.
fn is_caption(context: &Context<'_>, p: &[f32], at: BlockId, parts: &Parts) -> bool {
    let amid = parts.range.contains(&at);
    let inside = amid || context.page.contains(parts.root, context.blocks[at].node);
    let beside = || {
        amid && parts.roles[at] == Role::Other && caption::stands_beside_picture(context, parts, at)
    };
    let told =
        || (amid || !caption::is_linked(context, at)) && caption::is_caption(context, at, p[at]);
    inside && p[at] > NEVER && (told() || beside())
}

/// Words of the body. What is so by its place alone makes no page an article.
fn body_words(context: &Context<'_>, p: &[f32], roles: &[Role]) -> u32 {
    let body = |&at: &BlockId| roles[at] == Role::Body && !heads_by_place(context, p, at);
    let body = (0..roles.len()).filter(body);
    body.map(|at| context.blocks[at].stats.words).sum()
}

/// A headline stands above the body or just inside it.
fn stands_before(at: BlockId, body: &std::ops::Range<BlockId>) -> bool {
    body.is_empty() || at < body.start + INTO
}

/// "Updated on 9 January 2020 at 19:03 GMT".
const LONGEST_STAMP: u32 = 8;

/// A time between headline and end of the body: the entries of a live blog carry one.
fn stamps_entry(context: &Context<'_>, at: BlockId, range: &std::ops::Range<BlockId>) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let mut inside = page.subtree(block.node).take(12);
    let mut timed = || inside.any(|id| page.tag(id) == Tag::Time);
    range.contains(&at) && block.stats.words <= LONGEST_STAMP && block.stats.links == 0 && timed()
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::judge::context::Context;
    use crate::judge::roles::Role;
    use crate::judge::{judge_by, paragraphs};
    use crate::read::read;

    #[test]
    fn the_author_s_line_stays_with_a_note_in_it() {
        let stays = |line: &str| {
            let page = read(&format!(
                "<html><head><meta name='author' content='Ida Brandt'></head><body><main>\
                 <h1>The lamp stays lit until the spring</h1><p class='byline'>{line}</p>{}</main></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let likely = |text: &String| if text == line { 0.1 } else { 0.95 };
            let p = context.texts.iter().map(likely).collect();
            let judgement = judge_by(&context, p, &Options::default());
            let (at, node) = (1, context.blocks[1].node);
            let goes = judgement
                .verdicts
                .iter()
                .any(|verdict| verdict.node == node);
            judgement.parts.roles[at] == Role::Byline && !goes
        };
        assert!(stays(
            "By Ida Brandt. This post may contain affiliate links."
        ));
        assert!(!stays("This post may contain affiliate links."));
    }

    #[test]
    fn the_day_behind_its_label_stays_and_other_numbers_go() {
        let role = |line: &str| {
            let page = read(&format!(
                "<html><body><main><h1>The lamp stays lit until the spring</h1><div>{line}</div>{}</main></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            (p[0], p[1]) = (0.1, 0.1);
            assert!(context.phrases[1].is_some(), "{line}");
            super::parts(&context, &p).roles[1]
        };
        assert_eq!(role("تاریخ انتشار: ۰۵ خرداد ۱۴۰۳"), Role::Byline);
        assert_eq!(role("کد خبر: 1190342"), Role::Other);
    }

    #[test]
    fn the_line_that_begins_with_the_author_is_theirs_whatever_else_is_in_it() {
        let role_where = |line: &str, believed: f32| {
            let page = read(&format!(
                "<html><head><meta name='author' content='Ida Brandt'></head><body><main>\
                 <h1>The lamp stays lit until the spring</h1><div>{line}</div>{}</main></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            (p[0], p[1]) = (0.1, believed);
            super::parts(&context, &p).roles[1]
        };
        let role = |line: &str| role_where(line, 0.1);
        let dated = "By Bo Doe, 3 May 2026";
        assert_eq!(role_where(dated, 0.9), Role::Byline);
        let job = "By Bo Doe Lower Marsh Staff Writer (3 May 2026)";
        assert_eq!(role_where(job, 0.9), Role::Byline);
        let site = "Author: harbour.example (BD) | 03-05-2026 08:25";
        assert_eq!(role_where(site, 0.9), Role::Byline);
        let posted = "Posted by bo, cy on 2026-05-03, all posts";
        assert_eq!(role_where(posted, 0.9), Role::Byline);
        assert_eq!(
            role_where("By the sea it was lit, in 2026, on 3 May.", 0.9),
            Role::Body
        );
        for standfirst in [
            "By July 2026, 12 lamps of Lower Marsh will be lit again",
            "Von 2019 bis 3/2024 verlor der Turm drei Lampen und elf Wärter",
            "Por 3 años, de 2019 a 2022, la lámpara estuvo apagada",
        ] {
            assert_eq!(role_where(standfirst, 0.9), Role::Body, "{standfirst}");
        }
        let rest = "· Published 07:10, 4 November <a href='#c'>12 Comments</a>";
        assert_eq!(role(&format!("By Ida Brandt {rest}")), Role::Byline);
        assert_eq!(role(&format!("Ask Ida Brandt {rest}")), Role::Other);
    }

    #[test]
    fn a_name_alone_below_the_headline_is_in_the_header_and_not_in_the_body() {
        let roles = |author: &str, lines: [&str; 2]| {
            let page = read(&format!(
                "<html><head>{author}</head><body><main><h1>The lamp stays lit until the spring</h1><p>{}</p><div>{}</div>{}</main></body></html>",
                lines[0],
                lines[1],
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            p[0] = 0.1;
            let roles = super::parts(&context, &p).roles;
            [roles[1], roles[2]]
        };
        let (signed, both) = ("By Bo Doe", [Role::Byline; 2]);
        assert_eq!(roles("", [signed, "Sunday, 3 May 2026"]), both);
        let standfirst = "The council asked what the lamp is worth";
        let below = [Role::Body, Role::Byline];
        assert_eq!(roles("", [standfirst, signed]), below);
        for told in ["3 May 2026, 12 lamps", "May the lamp burn", "By Bo Doe."] {
            let above = [Role::Byline, Role::Body];
            assert_eq!(roles("", [signed, told]), above, "{told}");
        }
        let day = "Sunday, 3 May 2026";
        assert_eq!(roles("", [standfirst, day]), [Role::Body; 2]);
        let drawn = "Text by Bo Doe Pictures by Ann Lee";
        assert_eq!(roles("", [standfirst, drawn]), [Role::Body; 2]);
        let other = "<meta name='author' content='Ida Brandt'>";
        assert_eq!(roles(other, [standfirst, signed]), [Role::Body; 2]);
    }

    #[test]
    fn the_line_that_says_when_it_was_published_stays() {
        let role = |line: &str, believed: f32| {
            let page = read(&format!(
                "<html><body><main><h1>The lamp stays lit until the spring</h1><p>{line}</p>{}</main></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            (p[0], p[1]) = (0.1, believed);
            super::parts(&context, &p).roles[1]
        };
        let dated = "Dodano: 29 grudnia 2011, 13:45 Autor: (jsz)";
        assert_eq!(role(dated, 0.1), Role::Byline);
        assert_eq!(role(dated, 0.5), Role::Byline);
        assert_eq!(role("Czas czytania: 12 min", 0.1), Role::Other);
    }
}
