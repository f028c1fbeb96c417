//! How to reach those who answer for an article: the press office of a release, the counter of a service. Nothing of it
//! reads like the article, and a reader may have come for nothing else.

use std::ops::Range;

use super::found::Parts;
use super::mass::Mass;
use super::role::Role;
use crate::blocks::{block_runs, words};
use crate::judge::context::{BlockId, Context, Hints, heading_around, hints_in};
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::names_contact;
use crate::tag::Tag;
use crate::verdict::Reason;

/// Words over the names and numbers.
const LONGEST_LABEL: u32 = 5;
/// Words of one of the lines below; a longer one tells of somebody.
const LONGEST_LINE: u32 = 40;
/// Lines from a label to the first address or number, and of all that it stands over.
const FIRST: usize = 5;
const MOST_LINES: usize = 16;
/// Blocks below the article among which a label is looked for: further down the site says how to reach it.
const NEAR: usize = 24;

/// Marks labels and lines as the article's, beside its prose.
pub fn keep(context: &Context<'_>, parts: &Parts, beside: &mut [bool], mass: &mut Mass) {
    let near = near(context, parts);
    let past = (parts.range.end + NEAR).min(context.blocks.len());
    let labels = near.clone().map(|at| (at, MOST_LINES));
    let alone = (near.end..past).filter(|&at| stands_alone(context, parts, at));
    for (label, most) in labels.chain(alone.map(|at| (at, 1))) {
        for at in lines(context, parts, label).take(most) {
            beside[at] |= parts.roles[at] == Role::Other;
            mass.protect(context.page, context.blocks[at].node);
        }
    }
}

/// The blocks of the article and those below it, up to what other articles and readers say.
fn near(context: &Context<'_>, parts: &Parts) -> Range<BlockId> {
    let past = (parts.range.end + NEAR).min(context.blocks.len());
    let ends = |&at: &BlockId| {
        let reason = context.phrases[at].map(|phrase| phrase.reason);
        matches!(
            reason,
            Some(Reason::Related | Reason::Comments | Reason::Newsletter | Reason::Advert)
        )
    };
    let end = (parts.range.end..past).find(ends);
    parts.range.start..end.unwrap_or(past)
}

/// A line that says whom to ask and how, right beside the article's last paragraph: a list of links between them ends
/// nothing.
fn stands_alone(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let parent = |at: BlockId| context.page.parent(context.blocks[at].node);
    let last = parts.range.end.checked_sub(1);
    last.is_some_and(|last| parent(last) == parent(at)) && reaches(context, at)
}

/// The label and what it stands over, where that is how to reach somebody; nothing else.
fn lines(context: &Context<'_>, parts: &Parts, label: BlockId) -> Range<BlockId> {
    let none = label..label;
    if !is_label(context, parts, label) {
        return none;
    }
    let page = context.page;
    let level = heading_around(page, context.blocks[label].node);
    let goes_on = |&at: &BlockId| at == label || is_line(context, at, level);
    let all = (label..context.blocks.len())
        .take(MOST_LINES)
        .take_while(goes_on);
    let mut reached = all.filter(|&at| reaches(context, at));
    let Some(first) = reached.next().filter(|&at| at < label + FIRST) else {
        return none;
    };
    // The box that holds both, and the part of it with the last address: what stands there beside it is of its house.
    let first = context.blocks[first].node;
    let holds = |&up: &NodeId| page.contains(up, first);
    let Some(around) = page.ancestors(context.unit(label)).find(holds) else {
        return none;
    };
    let end = context.blocks_in(around).end;
    let last = reached.take_while(|&at| at < end).last();
    let last = last.map_or(first, |at| context.blocks[at].node);
    let up = page.self_and_ancestors(last);
    let part = up.take_while(|&up| up != around).last().unwrap_or(last);
    let past = context.blocks_in(part).end.max(label + 1);
    let past = (label..past).take(MOST_LINES).take_while(goes_on).count();
    let all = label..label + past;
    let sold = all.clone().any(|at| sells(context.text(at)));
    if sold { none } else { all }
}

/// Has an address that is named after adverts or the like: so is reached whoever runs the site.
fn sells(text: &str) -> bool {
    let sells = Hints::ADVERT.or(Hints::NEWSLETTER);
    let mut before = text.split('@').filter_map(|part| part.rsplit(' ').next());
    holds_address(text) && before.any(|name| hints_in(name).has(sells))
}

/// A few words that say so, in the article's own element, but not of its author and in no form or menu.
fn is_label(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let (block, text) = (&context.blocks[at], context.text(at));
    let name = || text.split([':', '：']).next().unwrap_or(text);
    block.is_in_sight()
        && block.stats.words <= LONGEST_LINE
        && block.stats.link_density() < 0.5
        && context.page.tag(block.node) != Tag::Li
        && context.phrases[at].is_none()
        && context.page.contains(parts.root, block.node)
        && words(name()) <= LONGEST_LABEL
        && names_contact(name())
        && !is_elsewhere(context, parts.root, block.node)
}

fn is_elsewhere(context: &Context<'_>, root: NodeId, id: NodeId) -> bool {
    let others = Hints::BYLINE
        .or(Hints::BIO)
        .or(Hints::COMMENTS)
        .or(Hints::OVERLAY);
    let mut around = context.page.ancestors(id).take_while(|&up| up != root);
    around.any(|up| {
        let tag = context.page.tag(up);
        matches!(tag, Tag::Nav | Tag::Footer | Tag::Form | Tag::Dialog)
            || context.hints[up as usize].has(others)
    })
}

/// A line below a label, up to a heading that is no smaller than the label.
fn is_line(context: &Context<'_>, at: BlockId, level: Option<usize>) -> bool {
    let block = &context.blocks[at];
    let heading = heading_around(context.page, block.node);
    block.stats.words <= LONGEST_LINE
        && context.phrases[at].is_none()
        && heading.is_none_or(|own| level.is_some_and(|level| own > level))
}

/// Says an address or a number, or leads to one.
fn reaches(context: &Context<'_>, at: BlockId) -> bool {
    let hidden = !context.blocks[at].is_in_sight();
    !hidden && (says_address(context, at) || holds_number(context.text(at)))
}

/// Says an address, or leads to somebody who is written to or called.
pub fn says_address(context: &Context<'_>, at: BlockId) -> bool {
    let block = &context.blocks[at];
    let runs = block_runs(context.page, block);
    let mut runs = runs.iter();
    runs.any(|run| leads_to_somebody(context.page, run.node)) || holds_address(context.text(at))
}

/// A letter that has no address yet is for sharing.
fn leads_to_somebody(page: &Outline, id: NodeId) -> bool {
    let href = page.attr(id, Attr::Href).unwrap_or("");
    let letter = href.strip_prefix("mailto:").unwrap_or("");
    letter.contains('@') && !letter.starts_with('?') || href.starts_with("tel:")
}

/// "ann@post.example", and with the sign in brackets.
fn holds_address(text: &str) -> bool {
    ["@", "(at)", "[at]"].iter().any(|sign| {
        text.split_once(sign).is_some_and(|(before, after)| {
            let host = after.split_whitespace().next().unwrap_or("");
            before.ends_with(char::is_alphanumeric) && host.trim_end_matches('.').contains('.')
        })
    })
}

/// Digits of a number to call.
const DIGITS: usize = 9;

/// "+32 2 295 00 41", "(030) 284447-42".
fn holds_number(text: &str) -> bool {
    let ends = |c: char| !(c.is_numeric() || c.is_whitespace() || "+()-–/".contains(c));
    let digits = |part: &str| part.chars().filter(|c| c.is_numeric()).count();
    text.split(ends).any(|part| digits(part) >= DIGITS)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, Strength, TextForm, clean, rewrite};

    /// Whether a line of this, below the article, stays on the page and is copied.
    fn stays(below: &str) -> [bool; 2] {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{below}</article></body></html>",
            paragraphs(8)
        );
        let options = Options {
            strength: Strength::Focus,
            ..Options::default()
        };
        let clean = clean(&html, &options);
        [rewrite(&html, &clean.plan), clean.text(TextForm::Article)]
            .map(|text| text.contains("Ida Brandt"))
    }

    const LETTER: &str = "<a href='/letter'>Subscribe to our newsletter</a>";

    #[test]
    fn how_to_reach_those_who_answer_for_it_stays_below_the_article() {
        for contact in [
            "<div class='card'><h3>Media contact</h3><div><p>Ida Brandt</p><p>0301 2844 77</p></div></div>",
            "<div class='card'><h3>Pressekontakt</h3><p>Ida Brandt</p><p>ida(at)lamp.example</p></div>",
            "<div class='card'><b>お問い合わせ先</b><p>Ida Brandt</p><p><a href='tel:030'>Call</a></p></div>",
            "<div class='card'><p>Contact: Ida Brandt, ida@lamp.example</p></div>",
            "<div class='card'><h3>Contact</h3><div><p>ida@lamp.example</p><p>Ida Brandt, Room 4</p></div></div>",
        ] {
            assert_eq!(stays(contact), [true; 2], "{contact}");
            let beside = format!("<div>{contact}<div>{LETTER}</div></div>");
            assert_eq!(stays(&beside), [true; 2], "{beside}");
        }
    }

    #[test]
    fn a_line_beside_the_paragraphs_is_the_article_s_below_a_list_of_links_too() {
        let below = |line: &str| {
            stays(&format!(
                "<h3>Related links</h3><ul><li><a href='/a'>The ring at the weir</a></li></ul>{line}"
            ))
        };
        let line = "<p class='small'><em>Contact: Ida Brandt, ida@lamp.example</em></p>";
        assert_eq!(below(line), [true; 2]);
        assert!(!below(&line.replace("ida@lamp.example", "room 4"))[1]);
        assert!(!below(&line.replace("ida@", "advertising@"))[1]);
        assert!(!below(&format!("<div>{line}</div>"))[1]);
    }

    #[test]
    fn how_to_reach_author_and_site_does_not() {
        let lines = "<p>Ida Brandt</p><p>ida@lamp.example</p>";
        let contact = format!("<div class='card'><h3>Contact</h3>{lines}</div>");
        for other in [
            lines.to_owned(),
            contact.replace("Contact", "Contact us"),
            contact.replace("Contact", "Ida and her contact at the harbour"),
            contact.replace("card", "author-bio"),
            contact.replace("ida@lamp.example", "room 4"),
            contact.replace("ida@", "advertising@"),
            contact.replace("div", "footer"),
            contact.replace(
                "ida@lamp.example",
                "<a href='mailto:?subject=lamp'>Send</a>",
            ),
            format!(
                "<h3>Related stories</h3><ul><li><a href='/a'>Ring found at the weir</a></li></ul>{contact}"
            ),
        ] {
            assert!(!stays(&format!("<div>{other}</div>"))[1], "{other}");
        }
    }
}
