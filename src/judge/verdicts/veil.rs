//! What lies on the article itself: a fold that shows its beginning alone, and what blurs or dims it under an overlay.
//!
//! The live page tells what lies on its prose; here is asked whether that is the article's. Veils are for the plan to
//! leave where nothing else covered the page.

use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::is_button;
use crate::judge::roles::{Role, cut_off};
use crate::options::LiveFacts;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Lift, Reason, Verdict};

/// What holds fewer paragraphs is a box of the article's: an accordion, a slide.
const FEWEST: u32 = 3;
/// Elements behind a fold among which its button stands, or its fade.
const NEAR: u32 = 8;
/// Buttons that may open one fold.
const BUTTONS: usize = 4;
/// A fade says no more than a button does.
const LABEL: u32 = 8;
/// Elements that are asked about; the page tells of fewer.
const MOST: usize = 64;

/// Adds the verdicts on folds, fades and veils. Where a fold stays, so does what opens it.
pub fn judge(bench: &Bench<'_, '_>, facts: &LiveFacts, verdicts: &mut Vec<Verdict>) {
    let (mut open, mut buttons) = (None, Vec::new());
    for &[id, bits] in facts.veils.iter().take(MOST) {
        let bits = Lift(bits as u8);
        if id >= bench.context.page.len() {
            continue;
        }
        let mut lift = Lift::NONE;
        let mut veils = bits.and(Lift::VEILS);
        if bits.has(Lift::FOLD) {
            if may_open(bench, facts, id) {
                lift = Lift::FOLD;
                open = Some(id);
            } else {
                find_buttons(bench, id, &mut buttons);
                // Without its fade a fold that stays would cut through the middle of a line.
                veils = veils.and(Lift::FREE);
            }
        }
        if veils != Lift::NONE && holds_article(bench, id) {
            lift = lift.or(veils);
        }
        if bits.has(Lift::FADE) && open.is_some_and(|fold| is_fade(bench, fold, id)) {
            verdicts.push(Verdict::hide(
                id,
                Reason::Overlay,
                Certainty::Strong,
                Clue::Covers,
            ));
        } else if lift != Lift::NONE {
            add(verdicts, id, lift);
        }
    }
    if !buttons.is_empty() {
        spare_buttons(bench, &buttons, verdicts);
    }
}

/// Takes back what would hide one of the buttons of folds that stay, each given with its fold.
fn spare_buttons(bench: &Bench<'_, '_>, buttons: &[(NodeId, NodeId)], verdicts: &mut Vec<Verdict>) {
    let page = bench.context.page;
    let opens = |verdict: &Verdict, (fold, button): (NodeId, NodeId)| {
        let id = verdict.node;
        let touches = page.contains(id, button) || page.contains(button, id);
        touches && !page.contains(id, fold)
    };
    verdicts.retain(|verdict| {
        let may_open = verdict.action == Action::Hide && !has_own_buttons(verdict.reason);
        !(may_open && buttons.iter().any(|&found| opens(verdict, found)))
    });
}

/// What stands behind a fold and has a button that is not the fold's.
fn has_own_buttons(reason: Reason) -> bool {
    use Reason::*;
    matches!(reason, Advert | Comments | Consent | Newsletter | Share)
}

/// One verdict for all that is lifted off an element, a scroll lock too.
fn add(verdicts: &mut Vec<Verdict>, node: NodeId, lift: Lift) {
    let locks = |v: &&mut Verdict| v.node == node && v.action == Action::Unlock;
    if let Some(lock) = verdicts.iter_mut().find(locks) {
        lock.action = Action::Lift(lift.or(Lift::LOCK));
        return;
    }
    let clue = if lift.has(Lift::FOLD) {
        Clue::Folds
    } else {
        Clue::Covers
    };
    verdicts.push(Verdict {
        action: Action::Lift(lift),
        ..Verdict::hide(node, Reason::Overlay, Certainty::Strong, clue)
    });
}

/// A box with several of the article's paragraphs and a good part of its words, which the site does not sell.
fn may_open(bench: &Bench<'_, '_>, facts: &LiveFacts, id: NodeId) -> bool {
    let (context, parts) = (bench.context, bench.parts);
    let (mut paragraphs, mut words) = (0, 0);
    for at in context.blocks_in(id) {
        if parts.roles[at] == Role::Body {
            paragraphs += 1;
            words += context.blocks[at].stats.words;
        }
    }
    !matches!(context.page.tag(id), Tag::Html | Tag::Body)
        && paragraphs >= FEWEST
        && words * 4 >= parts.words
        && !cut_off::is_sold(context, parts, facts)
}

/// Some of the article stands in it; on a page without one, most of what there is to read.
fn holds_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let words = |id: NodeId| bench.context.sums[id as usize].words;
    let mut inside = bench.context.blocks_in(id);
    inside.any(|at| bench.parts.roles[at] == Role::Body) || words(id) * 2 > words(0)
}

/// Shows next to nothing, at the end of a fold.
fn is_fade(bench: &Bench<'_, '_>, fold: NodeId, id: NodeId) -> bool {
    let context = bench.context;
    fold < id
        && id < context.page.node(fold).end + NEAR
        && context.sums[id as usize].words <= LABEL
        && context.pictures_in(id) == 0
}

/// The buttons in a fold that stays, or right behind it: the last ones, each with its fold.
fn find_buttons(bench: &Bench<'_, '_>, fold: NodeId, buttons: &mut Vec<(NodeId, NodeId)>) {
    let page = bench.context.page;
    let most = buttons.len() + BUTTONS;
    for id in (fold..(page.node(fold).end + NEAR).min(page.len())).rev() {
        if is_button(page, id) && buttons.len() < most {
            buttons.push((fold, id));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::outline::{Attr, NodeId};
    use crate::verdict::Lift;
    use crate::{LiveFacts, Options, clean};

    /// What is done to the elements with an id, of a page of which the live page tells this.
    fn edits(body: &str, told: &[(&str, u32)]) -> Vec<String> {
        let html = format!(
            "<html id='root'><head></head><body><main id='main'><article><h1>The lamp stays lit until the spring</h1>{body}</article></main></body></html>"
        );
        let page = clean(&html, &Options::default()).page;
        let id = |id: NodeId| page.attr(id, Attr::Id).unwrap_or_default();
        let place = |name: &str| (0..page.len()).find(|&at| id(at) == name).unwrap_or(900);
        let veils = told
            .iter()
            .map(|&(name, bits)| [place(name), bits])
            .collect();
        let facts = LiveFacts {
            veils,
            ..LiveFacts::default()
        };
        let plan = clean(
            &html,
            &Options {
                facts,
                ..Options::default()
            },
        )
        .plan;
        let named = plan
            .edits
            .iter()
            .filter(|edit| !id(edit.ordinal).is_empty());
        named
            .map(|edit| format!("{} {}", edit.action.name(), id(edit.ordinal)))
            .collect()
    }

    const FOLD: u32 = Lift::FOLD.0 as u32;
    const FADE: u32 = Lift::FADE.0 as u32;
    const BUTTON: &str = "<div id='more'><button>Continue reading</button></div>";
    const DIALOG: &str = "<div role='dialog' id='dialog'><p>Join us for free</p></div>";

    #[test]
    fn a_fold_over_the_article_is_opened_and_its_fade_goes() {
        let fold = |count: usize| {
            format!(
                "<div id='fold'>{}<i id='fade'></i></div>",
                paragraphs(count)
            )
        };
        let told = [("fold", FOLD), ("fade", FADE)];
        let all = edits(&format!("{}{BUTTON}", fold(8)), &told);
        assert_eq!(all, ["unfold fold", "hide fade", "hide more"]);
        let few = edits(&format!("{}{BUTTON}{}", fold(2), paragraphs(8)), &told);
        assert_eq!(few, [""; 0], "a box of the article's keeps its button");
    }

    #[test]
    fn what_is_sold_stays_folded_with_its_button() {
        let wall = "<p id='wall'>Subscribe to continue reading</p>";
        let body = format!("<div id='fold'>{}</div>{BUTTON}{wall}", paragraphs(8));
        assert!(!edits(&body, &[]).is_empty());
        let told = edits(&body, &[("fold", FOLD)]);
        let left = |edit: &String| edit.ends_with("fold") || edit.ends_with("more");
        assert!(!told.iter().any(left), "{told:?}");
        let told = edits(&format!("{body}{DIALOG}"), &[("fold", FOLD | 4 | 8 | 32)]);
        assert_eq!(told, ["free fold", "hide wall", "hide dialog"]);
    }

    #[test]
    fn a_fold_that_stays_keeps_nothing_but_its_button() {
        let news = "<p>The ferry is late once more, as on all days.</p>".repeat(4);
        let comments = format!(
            "{}<div class='comments' id='comments'><h2>Comments</h2><div id='fold'>{news}</div><button>Show more</button></div>",
            paragraphs(8)
        );
        assert_eq!(edits(&comments, &[("fold", FOLD)]), ["hide comments"]);
        let letter = "<div class='newsletter' id='letter'><p>Our newsletter, each week</p><form><input type='email'><button>Sign up</button></form></div>";
        let body = format!(
            "<div id='fold'>{}</div>{letter}{}",
            paragraphs(2),
            paragraphs(8)
        );
        assert_eq!(edits(&body, &[("fold", FOLD)]), ["hide letter"]);
    }

    #[test]
    fn veils_go_with_what_covered_the_page() {
        let body = |below: &str| format!("{}{below}", paragraphs(8));
        let told = [("main", 4 | 8), ("root", 32), ("dialog", 4)];
        assert_eq!(edits(&body(""), &told), [""; 0]);
        let covered = edits(&body(DIALOG), &told);
        assert_eq!(covered, ["after root", "unveil free main", "hide dialog"]);
    }

    #[test]
    fn what_is_lifted_off_one_element_is_one_edit() {
        let body = format!("<div id='fold'>{}</div>{BUTTON}", paragraphs(8));
        let told = edits(&body, &[("fold", FOLD | 32)]);
        assert_eq!(told, ["unfold after fold", "hide more"]);
    }
}
