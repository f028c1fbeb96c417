//! The article's pictures stay. A box around one may be called a lightbox, an image for sharing or a place for adverts,
//! and hold a player's words, a print button or a credit line: those go, the picture does not.

use crate::blocks::words;
use crate::chars::holds_any;
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::judge::{Judgement, Role, SparedPictures};
use crate::outline::{Attr, NodeId, Outline};
use crate::plan::Case;
use crate::plan::budget::grants;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};

/// Elements of a box that is taken apart; of larger ones only what stands outside of the article is.
const MOST_ELEMENTS: usize = 200;
/// Words beside a picture that are about it: "Press Enter or click to view image in full size", "Share", a credit.
const FEW_WORDS: u32 = 14;
/// Characters of a line that are read.
const LONGEST_LINE: usize = 400;

/// What becomes of a verdict on a box with a picture.
enum Fate {
    Goes,
    Stays,
    Parts,
}

/// The verdicts without those that would take such a picture along, and in their place those on what stands beside it.
/// Nothing where none would.
pub(super) fn spare(case: &Case<'_, '_>, order: &[&Verdict]) -> Option<Vec<Verdict>> {
    let (context, judgement) = (case.context, case.judgement);
    let pictures = &judgement.pictures;
    let fates = order.iter().map(|verdict| {
        let fate = fate(context, judgement, verdict);
        // What the budget refuses as a whole is not to go in parts.
        match fate {
            Fate::Parts if !grants(case, verdict) => Fate::Stays,
            _ => fate,
        }
    });
    let fates: Vec<Fate> = fates.collect();
    if fates.iter().all(|fate| matches!(fate, Fate::Goes)) {
        return None;
    }
    let mut out = Vec::new();
    for (verdict, fate) in order.iter().zip(fates) {
        match fate {
            Fate::Goes => out.push((*verdict).clone()),
            Fate::Stays => {}
            Fate::Parts => parts(pictures, context.page, verdict, &mut out),
        }
    }
    Some(out)
}

fn fate(context: &Context<'_>, judgement: &Judgement, verdict: &Verdict) -> Fate {
    let (page, pictures) = (context.page, &judgement.pictures);
    // A source has no picture of its own.
    let id = match page.tag(verdict.node) {
        Tag::Source => page.node(verdict.node).parent,
        _ => verdict.node,
    };
    // A share bar has pictures of its own.
    let own = match verdict.reason {
        Reason::Share => &pictures.large,
        _ => &pictures.own,
    };
    let (lead, own) = (
        holds_lead(pictures, page, id, verdict.reason),
        page.holds_any(id, own),
    );
    if !(lead || own) || !may_err(verdict) {
        return Fate::Goes;
    }
    let large = page.subtree(id).len() > MOST_ELEMENTS && verdict.reason != Reason::Outside;
    if large {
        return if lead { Fate::Stays } else { Fate::Goes };
    }
    let has_no_pictures = match verdict.reason {
        Reason::Share | Reason::Widget | Reason::Navigation => true,
        Reason::Overlay | Reason::Advert => is_called_picture(page, verdict.node),
        _ => false,
    };
    match words_beside(context, judgement, id) {
        0 if lead || has_no_pictures => Fate::Stays,
        1.. if lead => Fate::Parts,
        // Words in no element of their own could not go alone.
        1..=FEW_WORDS if has_no_pictures && !shows_own_words(page, id) => Fate::Parts,
        _ => Fate::Goes,
    }
}

/// True for an element with the picture that the page declares, which is no list and no box that has pictures of its
/// own.
fn holds_lead(pictures: &SparedPictures, page: &Outline, id: NodeId, reason: Reason) -> bool {
    let has_own = matches!(
        reason,
        Reason::Related | Reason::Promo | Reason::Newsletter | Reason::Byline
    );
    !has_own && page.holds_any(id, &pictures.lead)
}

/// What of an element shows text and none of the pictures, outermost.
fn parts(pictures: &SparedPictures, page: &Outline, verdict: &Verdict, out: &mut Vec<Verdict>) {
    let (mut id, end) = (verdict.node + 1, page.node(verdict.node).end);
    while id < end {
        if page.holds_any(id, &pictures.own) || page.holds_any(id, &pictures.lead) {
            id += 1;
            continue;
        }
        if page.node(id).runs.0 < page.node(id).runs.1 {
            out.push(Verdict {
                node: id,
                ..verdict.clone()
            });
        }
        id = page.node(id).end;
    }
}

/// True for names that say that they are a picture's: what opens one larger is called a lightbox, and what an advert or a
/// popup is called alone says nothing of a picture in it.
fn is_called_picture(page: &Outline, id: NodeId) -> bool {
    let names = [Attr::Class, Attr::Id].map(|attr| page.attr(id, attr).unwrap_or(""));
    let lower = names.join(" ").to_ascii_lowercase();
    !holds_any(&lower, &["popup", "interstitial", "gpt"])
        && holds_any(
            &lower,
            &[
                "image", "figure", "photo", "picture", "lightbox", "aspect", "zoom", "hero",
                "thumb",
            ],
        )
}

/// True for an element with words right in it.
fn shows_own_words(page: &Outline, id: NodeId) -> bool {
    let mut runs = page.runs_of(id).iter();
    runs.any(|run| run.node == id && !page.run_text(run).trim().is_empty())
}

/// What covers the page does so, a rule is somebody's word, and what stands twice is there once more.
fn may_err(verdict: &Verdict) -> bool {
    let is_sight = matches!(
        verdict.evidence.clue,
        Clue::Covers | Clue::Dialog | Clue::Fixed
    );
    let is_plain = matches!(
        verdict.reason,
        Reason::Consent | Reason::Comments | Reason::Duplicate | Reason::Icon
    );
    verdict.action == Action::Hide && verdict.certainty != Certainty::Rule && !is_sight && !is_plain
}

/// The words of an element's blocks that are no captions.
fn words_beside(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> u32 {
    let blocks = context.blocks_in(id);
    if blocks.is_empty() {
        // A link with the picture and a line, which stands in a block of the element around it. Where the line could not
        // go alone it stays with the picture.
        let line = words(&context.page.squeezed(id, LONGEST_LINE));
        let alone = line <= FEW_WORDS && !shows_own_words(context.page, id);
        return if alone { line } else { 0 };
    }
    let beside = |&at: &usize| judgement.parts.roles[at] != Role::Caption;
    let blocks = blocks.filter(beside);
    blocks.map(|at| context.blocks[at].stats.words.max(1)).sum()
}

#[cfg(test)]
mod tests;
