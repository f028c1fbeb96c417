//! The article's pictures stay. A box around one may be called a lightbox, an image for sharing or a place for adverts,
//! and hold a player's words, a print button or a credit line: those go, the picture does not.

mod around;

use crate::blocks::Hidden;
use crate::chars::holds_any;
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::judge::{Judgement, Role};
use crate::options::Strength;
use crate::outline::{Attr, NO_NODE, NodeId, Outline};
use crate::picture::{Name, is_wide, picture_address};
use crate::plan::budget::grants;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};
use around::Around;

/// Elements of a box that is taken apart; of larger ones only what stands outside of the article is.
const MOST_ELEMENTS: u32 = 200;
/// Words beside a picture that are about it: "Press Enter or click to view image in full size", "Share", a credit.
const FEW_WORDS: u32 = 14;

/// Where the article's pictures stand, in document order.
#[derive(Default)]
pub(super) struct Pictures {
    own: Vec<NodeId>,
    /// Those that are surely no signs on buttons.
    large: Vec<NodeId>,
    /// Those that the page declares as its own, wherever they stand.
    lead: Vec<NodeId>,
}

/// What becomes of a verdict on a box with a picture.
enum Fate {
    Goes,
    Stays,
    Parts,
}

impl Pictures {
    /// Finds them, in time linear in the page; nothing on a page without any.
    pub(super) fn of(context: &Context<'_>, judgement: &Judgement) -> Option<Pictures> {
        let page = context.page;
        let declared = page.metadata.image.as_deref().and_then(Name::of);
        let mut found = Pictures::default();
        let mut around = Around::default();
        for id in 0..page.len() {
            around.enter(page, id);
            let drawn = matches!(page.tag(id), Tag::Img | Tag::Video) && id >= around.apart;
            if !drawn || is_unseen(context, id) {
                continue;
            }
            let address = picture_address(page, id);
            let is_lead = |name: &Name| address.is_some_and(|address| name.is_of(address));
            let shown = address.is_some() || page.tag(id) == Tag::Video;
            let amid = shown && is_amid(context, judgement, id);
            let large = amid && (id < around.figure || is_wide(page, id));
            // Below the article it may be the face of its author.
            let placed = id < around.figure || !judgement.parts.is_below_body(context, id);
            let lead =
                placed && declared.as_ref().is_some_and(is_lead) && !judgement.frame.is_inside(id);
            let own = large || (amid && id < around.picture);
            for (is_one, all) in [
                (own, &mut found.own),
                (large, &mut found.large),
                (lead, &mut found.lead),
            ] {
                all.extend(is_one.then_some(id));
            }
        }
        (!found.own.is_empty() || !found.lead.is_empty()).then_some(found)
    }

    /// The verdicts without those that would take such a picture along, and in their place those on what stands beside it.
    /// Nothing where none would.
    pub(super) fn spare(
        &self,
        context: &Context<'_>,
        judgement: &Judgement,
        strength: Strength,
        order: &[&Verdict],
    ) -> Option<Vec<Verdict>> {
        let fates = order.iter().map(|verdict| {
            let fate = self.fate(context, judgement, verdict);
            // What the budget refuses as a whole is not to go in parts.
            match fate {
                Fate::Parts if !grants(context, judgement, verdict, strength) => Fate::Stays,
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
                Fate::Parts => self.parts(context.page, verdict, verdict.node, &mut out),
            }
        }
        Some(out)
    }

    fn fate(&self, context: &Context<'_>, judgement: &Judgement, verdict: &Verdict) -> Fate {
        let page = context.page;
        // A source has no picture of its own.
        let id = match page.tag(verdict.node) {
            Tag::Source => page.node(verdict.node).parent,
            _ => verdict.node,
        };
        // A share bar has pictures of its own.
        let own = match verdict.reason {
            Reason::Share => &self.large,
            _ => &self.own,
        };
        let (lead, own) = (
            self.holds_lead(page, id, verdict.reason),
            holds(own, page, id),
        );
        if !(lead || own) || !may_err(verdict) {
            return Fate::Goes;
        }
        let large = page.node(id).end - id > MOST_ELEMENTS && verdict.reason != Reason::Outside;
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
    fn holds_lead(&self, page: &Outline, id: NodeId, reason: Reason) -> bool {
        let has_own = matches!(
            reason,
            Reason::Related | Reason::Promo | Reason::Newsletter | Reason::Byline
        );
        !has_own && holds(&self.lead, page, id)
    }

    /// What of an element shows text and none of the pictures, outermost.
    fn parts(&self, page: &Outline, verdict: &Verdict, id: NodeId, out: &mut Vec<Verdict>) {
        for child in page.children(id) {
            if holds(&self.own, page, child) || holds(&self.lead, page, child) {
                self.parts(page, verdict, child, out);
            } else if page.node(child).runs.0 < page.node(child).runs.1 {
                out.push(Verdict {
                    node: child,
                    ..verdict.clone()
                });
            }
        }
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
    let (from, to) = page.node(id).runs;
    let mut runs = page.runs[from as usize..to as usize].iter();
    runs.any(|run| run.node == id && !page.run_text(run).trim().is_empty())
}

fn holds(pictures: &[NodeId], page: &Outline, id: NodeId) -> bool {
    let next = pictures.partition_point(|&picture| picture < id);
    let next = pictures.get(next).filter(|_| id != NO_NODE);
    next.is_some_and(|&picture| picture < page.node(id).end)
}

/// What the page itself keeps from sight shows nothing.
fn is_unseen(context: &Context<'_>, id: NodeId) -> bool {
    let mut around = std::iter::once(id)
        .chain(context.page.ancestors(id))
        .take(MOST_LEVELS);
    around.any(|up| context.classes.labels.own_hidden(context.page, up) == Hidden::Off)
}

/// Elements up to what hides a picture.
const MOST_LEVELS: usize = 12;

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
    let beside = |&at: &usize| judgement.parts.roles[at] != Role::Caption;
    let blocks = context.blocks_in(id).filter(beside);
    blocks.map(|at| context.blocks[at].stats.words.max(1)).sum()
}

/// Between the headline and the end of the body; of blocks that came later, in the article's element.
fn is_amid(context: &Context<'_>, judgement: &Judgement, id: NodeId) -> bool {
    let (page, parts) = (context.page, &judgement.parts);
    let ends = parts
        .range
        .clone()
        .next()
        .zip(parts.range.clone().next_back());
    match ends {
        Some((first, last)) => {
            let (place, blocks) = (page.node(id).runs.0, &context.blocks);
            place >= blocks[first].runs.0 && place < blocks[last].runs.1
        }
        None => parts.root != 0 && page.contains(parts.root, id),
    }
}

#[cfg(test)]
mod tests;
