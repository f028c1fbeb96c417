//! The article's pictures stay. A box around one may be called a lightbox, an image for sharing or a place for adverts,
//! and hold a player's words, a print button or a credit line: those go, the picture does not.

mod around;

use crate::evidence::Clue;
use crate::judge::context::{Context, running};
use crate::judge::{Judgement, Role};
use crate::options::Strength;
use crate::outline::{NO_NODE, NodeId, Outline};
use crate::picture::{Name, is_wide, picture_address};
use crate::plan::budget::grants;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};
use around::Around;

/// Elements of a box that is taken apart; of larger ones only what stands outside of the article is.
const MOST_ELEMENTS: u32 = 200;
/// Words beside a picture that are about it: "Press Enter or click to view image in full size", "Share", a credit.
const FEW_WORDS: u32 = 14;

/// Where the article's pictures stand.
pub(super) struct Pictures {
    /// How many stand before each element, and in the end how many there are.
    own: Vec<u32>,
    /// The same of those that are surely no signs on buttons.
    large: Vec<u32>,
    /// The same of those that the page declares as its own, wherever they stand.
    lead: Vec<u32>,
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
        let mut found = vec![[0; 3]; page.nodes.len()];
        let mut around = Around::default();
        for id in 0..page.len() {
            around.enter(page, id);
            if !matches!(page.tag(id), Tag::Img | Tag::Video) || id < around.apart {
                continue;
            }
            let address = picture_address(page, id);
            let is_lead = |name: &Name| address.is_some_and(|address| name.is_of(address));
            let shown = address.is_some() || page.tag(id) == Tag::Video;
            let amid = shown && is_amid(context, judgement, id);
            let large = amid && (id < around.figure || is_wide(page, id));
            let lead = declared.as_ref().is_some_and(is_lead) && !judgement.frame.is_inside(id);
            let own = large || (amid && id < around.picture);
            found[id as usize] = [own, large, lead].map(u32::from);
        }
        let any = found.iter().any(|counts| *counts != [0; 3]);
        let sums = |at: usize| running(found.iter().map(move |counts| counts[at]));
        any.then(|| Pictures {
            own: sums(0),
            large: sums(1),
            lead: sums(2),
        })
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
                Fate::Parts => self.parts(context, verdict, verdict.node, &mut out),
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
        let has_no_pictures = matches!(
            verdict.reason,
            Reason::Share | Reason::Widget | Reason::Navigation | Reason::Overlay
        );
        match words_beside(context, judgement, id) {
            0 if lead || has_no_pictures || verdict.reason == Reason::Advert => Fate::Stays,
            1.. if lead => Fate::Parts,
            1..=FEW_WORDS if has_no_pictures => Fate::Parts,
            _ => Fate::Goes,
        }
    }

    /// True for an element with every place of the picture that the page declares: a list of articles that has this one
    /// among them shows it once more.
    fn holds_lead(&self, page: &Outline, id: NodeId, reason: Reason) -> bool {
        let inside = self.lead[page.node(id).end as usize] - self.lead[id as usize];
        let lists = matches!(reason, Reason::Related | Reason::Promo)
            && page.node(id).end - id > MOST_ELEMENTS;
        inside > 0 && Some(&inside) == self.lead.last() && !lists
    }

    /// What of an element shows text and none of the pictures, outermost.
    fn parts(&self, context: &Context<'_>, verdict: &Verdict, id: NodeId, out: &mut Vec<Verdict>) {
        let page = context.page;
        for child in page.children(id) {
            if holds(&self.own, page, child) || holds(&self.lead, page, child) {
                self.parts(context, verdict, child, out);
            } else if context.sums[child as usize].blocks > 0 {
                out.push(Verdict {
                    node: child,
                    ..verdict.clone()
                });
            }
        }
    }
}

fn holds(counts: &[u32], page: &Outline, id: NodeId) -> bool {
    id != NO_NODE && counts[page.node(id).end as usize] > counts[id as usize]
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
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, Strength, clean, rewrite};

    const PHOTO: &str = "<img src='/2026/harbour-at-dawn-300x200.jpg' width='634'>";

    /// A page with `above` over its headline and `amid` its paragraphs, after a clean.
    fn cleaned(above: &str, amid: &str, strength: Strength) -> String {
        let html = format!(
            "<html><head><title>The lamp stays lit until the spring</title>\
             <meta property='og:image' content='https://e.org/2026/harbour-at-dawn-1200x675.jpg'></head>\
             <body><main>{above}<article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article></main></body></html>",
            paragraphs(4),
            paragraphs(8).split_off(paragraphs(4).len())
        );
        let options = Options {
            strength,
            ..Options::default()
        };
        rewrite(&html, &clean(&html, &options).plan)
    }

    fn keeps(amid: &str, picture: &str) -> bool {
        cleaned("", amid, Strength::Tidy).contains(picture)
    }

    #[test]
    fn a_picture_of_the_article_stays_whatever_its_box_is_called() {
        for around in [
            "<figure class='wp-block-image wp-lightbox-container'>$<button>Enlarge</button></figure>",
            "<figure><div class='aspect-ratio--overlay-container'><picture>$</picture></div></figure>",
            "<a class='td-modal-image' href='/boat.jpg'>$</a>",
            "<div class='mol-img image-share'>$</div>",
            "<div class='block-image-ads hero-image'><picture>$</picture></div>",
        ] {
            let boxed = around.replace('$', "<img src='/boat.jpg' width='634'>");
            assert!(keeps(&boxed, "/boat.jpg"), "{around}");
        }
    }

    #[test]
    fn what_is_said_beside_a_picture_goes_alone() {
        let figure = "<figure><div role='button'><span>Press enter or click to view image in full size</span></div>\
                      <img src='/boat.jpg' width='634'></figure>";
        let html = cleaned("", figure, Strength::Tidy);
        assert!(html.contains("/boat.jpg"));
        assert!(!html.contains("Press enter"));
    }

    #[test]
    fn a_verdict_on_the_whole_article_takes_none_of_its_parts() {
        let label = format!("<div>{PHOTO}<p>Advertisement</p></div>");
        let html = cleaned("", &(label + "<h2>I. The lamp</h2>"), Strength::Tidy);
        assert!(html.contains("I. The lamp"));
    }

    #[test]
    fn pictures_of_clutter_go_with_it() {
        for clutter in [
            "<div class='ad-slot'><a href='https://shop.example/'><img src='/boat.jpg' width='634'></a></div>",
            "<div class='share-bar'><img src='/boat.jpg' width='24'><picture><img src='/b.png'></picture></div>",
            "<div class='newsletter-box'><img src='/boat.jpg' width='634'><p>Sign up for our newsletter</p></div>",
            "<aside class='related'><h3>Related stories</h3><a href='/boat'><img src='/boat.jpg' width='634'>A boat</a></aside>",
            "<div class='popup' style='position:fixed'><img src='/boat.jpg' width='634'></div>",
        ] {
            assert!(!keeps(clutter, "/boat.jpg"), "{clutter}");
        }
    }

    #[test]
    fn the_picture_that_the_page_declares_stays_over_the_headline() {
        let hero = format!("<div class='hero'>{PHOTO}<p>National league</p></div><p>Fixtures</p>");
        let html = cleaned(&hero, "", Strength::Focus);
        assert!(html.contains("harbour-at-dawn-300x200"));
        assert!(!html.contains("National league"));
        let teaser = format!(
            "<div class='hero'><a href='/x'>{PHOTO}</a><p>National league</p></div><p>Fixtures</p>"
        );
        assert!(!cleaned(&teaser, "", Strength::Focus).contains("harbour-at-dawn-300x200"));
    }
}
