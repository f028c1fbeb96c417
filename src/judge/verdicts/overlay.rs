//! Dialogs and bars that cover the page, and the scroll lock they put on it.

use crate::chars::holds_any;
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{Hints, is_landmark, is_marked_dialog};
use crate::options::LiveFacts;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::verdict::{Action, Certainty, Reason, Verdict};

/// Words of the article that an overlay may hold.
const MOST_OWN: f32 = 30.0;
/// Words of one that is told by its name alone.
const MOST_NAMED: u32 = 150;

/// Verdicts on overlays, and on the scroll lock where one was found.
pub fn judge(bench: &Bench<'_, '_>, facts: &LiveFacts) -> Vec<Verdict> {
    let page = bench.context.page;
    let mut out: Vec<Verdict> = (0..page.len())
        .filter_map(|id| {
            let clue = dialog(bench, id)?;
            let certainty = certainty(bench, id, clue);
            Some(Verdict::hide(id, Reason::Overlay, certainty, clue))
        })
        .collect();
    let covers = facts
        .covering
        .iter()
        .chain(&bench.context.covering)
        .copied()
        .filter(|&id| id < page.len() && may_cover(bench, id));
    out.extend(
        covers.map(|id| Verdict::hide(id, Reason::Overlay, Certainty::Strong, Clue::Covers)),
    );
    out.extend((0..page.len()).filter_map(|id| lock(bench, id, facts)));
    out
}

/// A name alone is weak evidence amid the article, whose terms have tooltips, and where it need not mean what covers: a
/// recipe's toast, a drawer with a car's data.
fn certainty(bench: &Bench<'_, '_>, id: NodeId, clue: Clue) -> Certainty {
    match clue {
        Clue::NamedOverlay if bench.overlaps_article(id) || !covers_by_name(bench, id) => {
            Certainty::Weak
        }
        _ => Certainty::Strong,
    }
}

fn covers_by_name(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let mut names = [Attr::Class, Attr::Id, Attr::Component].iter();
    names.any(|&name| {
        let name = bench.context.page.attr(id, name).unwrap_or("");
        holds_any(&name.to_ascii_lowercase(), COVERS)
    })
}

const COVERS: &[&str] = &[
    "overlay",
    "popup",
    "modal",
    "dialog",
    "lightbox",
    "interstitial",
    "backdrop",
];

/// Why an element is a dialog, if it is one.
fn dialog(bench: &Bench<'_, '_>, id: NodeId) -> Option<Clue> {
    let page = bench.context.page;
    let asked = Attr::AriaModal.bit() | Attr::Role.bit();
    let may_be_one = page.node(id).kinds & asked != 0
        || page.tag(id) == Tag::Dialog
        || bench.context.hints[id as usize].has(Hints::OVERLAY);
    if !may_be_one || !may_cover(bench, id) {
        return None;
    }
    if page.attr(id, Attr::AriaModal) == Some("true") || is_marked_dialog(page, id) {
        return Some(Clue::Dialog);
    }
    if !bench.context.hints[id as usize].has(Hints::OVERLAY) {
        return None;
    }
    let fixed = page
        .attr(id, Attr::Style)
        .is_some_and(|style| style.replace(' ', "").contains("position:fixed"));
    if fixed {
        return Some(Clue::Fixed);
    }
    (bench.context.sums[id as usize].words <= MOST_NAMED).then_some(Clue::NamedOverlay)
}

/// An overlay holds next to nothing of the article, and is no part of the site's frame.
fn may_cover(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    !is_landmark(page.tag(id))
        && bench.mass.words(id) < MOST_OWN
        && !bench.context.hints[id as usize].has(Hints::NAVIGATION.or(Hints::HEADER))
        && !is_masthead_with_menu(bench, id)
}

/// Links of a masthead that stays in sight; a pitch with the site's name on it has fewer.
const MENU: usize = 3;

/// The name of the site and the way to its sections, which lie over the page in many designs.
fn is_masthead_with_menu(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let mut links = page.descendants(id).filter(|&d| page.tag(d) == Tag::A);
    bench.is_masthead(id) && links.nth(MENU - 1).is_some()
}

/// The scroll lock on `<html>` or `<body>`.
fn lock(bench: &Bench<'_, '_>, id: NodeId, facts: &LiveFacts) -> Option<Verdict> {
    let page = bench.context.page;
    if !matches!(page.tag(id), Tag::Html | Tag::Body) {
        return None;
    }
    let style = page.attr(id, Attr::Style).unwrap_or("").replace(' ', "");
    let class = page
        .attr(id, Attr::Class)
        .unwrap_or("")
        .to_ascii_lowercase();
    let by_style = style.contains("overflow:hidden")
        || style.contains("overflow-y:hidden")
        || style.contains("position:fixed");
    let by_class = class.split_ascii_whitespace().any(locks_scroll);
    let live = facts.locked.contains(&id);
    (by_style || by_class || live).then(|| Verdict {
        node: id,
        reason: Reason::Overlay,
        action: Action::Unlock,
        certainty: Certainty::Strong,
        evidence: Clue::Locks.into(),
    })
}

fn locks_scroll(class: &str) -> bool {
    let plain: String = class.chars().filter(char::is_ascii_alphanumeric).collect();
    [
        "modalopen",
        "noscroll",
        "scrolllock",
        "scrolllocked",
        "lockscroll",
        "overflowhidden",
        "dialogopen",
        "preventscroll",
        "didomipopupopen",
        "isscrolllocked",
        "bodylock",
        "stopscroll",
    ]
    .iter()
    .any(|name| plain.ends_with(name) || plain.starts_with(name))
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{judge, later_paragraphs, paragraphs};
    use crate::read::read;
    use crate::verdict::{Action, Certainty, Reason};
    use crate::{LiveFacts, Options, clean, rewrite};

    fn cleaned(amid: &str, below: &str) -> String {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article>{below}</body></html>",
            paragraphs(4),
            later_paragraphs()
        );
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }

    #[test]
    fn a_quotation_amid_the_article_stays_whatever_its_name() {
        let words = "The lamp, she wrote to her sister, is the one thing here that does not change, and I am glad of it.";
        let tip = format!("<div class='tooltip-popup'><blockquote>{words}</blockquote></div>");
        assert!(cleaned(&tip, "").contains("she wrote to her sister"));
    }

    #[test]
    fn a_lock_is_found_behind_a_long_head() {
        let unlocked = |head: &str| {
            let body = format!("<body class='modal-open'><article>{}", paragraphs(8));
            let html = format!("<html><head>{head}</head>{body}</article></body></html>");
            let plan = clean(&html, &Options::default()).plan;
            plan.edits.iter().any(|edit| edit.action == Action::Unlock)
        };
        assert!(unlocked(""));
        assert!(unlocked(&"<meta name='x' content='y'>".repeat(200)));
    }

    #[test]
    fn each_of_root_and_body_is_unlocked_that_is_locked() {
        let html = format!("<html><head></head><body>{}</body></html>", paragraphs(8));
        let unlocked = |locked: Vec<u32>| -> Vec<u32> {
            let facts = LiveFacts {
                locked,
                ..LiveFacts::default()
            };
            let options = Options {
                facts,
                ..Options::default()
            };
            let edits = clean(&html, &options).plan.edits.into_iter();
            let unlocks = edits.filter(|edit| edit.action == Action::Unlock);
            unlocks.map(|edit| edit.ordinal).collect()
        };
        assert_eq!(unlocked(vec![0]), [0]);
        assert_eq!(unlocked(vec![2]), [2]);
        assert_eq!(unlocked(vec![0, 2]), [0, 2]);
        assert!(unlocked(vec![1, 3, 99]).is_empty());
    }

    #[test]
    fn a_name_that_need_not_mean_what_covers_is_weak_evidence() {
        let certainty = |attributes: &str| {
            let page = read(&format!(
                "<html><body><article><h1>The lamp stays lit</h1>{}</article><div {attributes}>Rye, two slices</div></body></html>",
                paragraphs(8)
            ));
            let judgement = judge(&Context::new(&page), &Options::default());
            let mut verdicts = judgement.verdicts.iter();
            let overlay = verdicts.find(|verdict| verdict.reason == Reason::Overlay);
            overlay.map(|verdict| verdict.certainty)
        };
        for name in ["toast", "spec-drawer", "flyout"] {
            let class = format!("class='{name}'");
            assert_eq!(certainty(&class), Some(Certainty::Weak), "{name}");
            let fixed = format!("{class} style='position: fixed'");
            assert_eq!(certainty(&fixed), Some(Certainty::Strong), "{name}");
        }
        assert_eq!(certainty("class='toast Popup-1'"), Some(Certainty::Strong));
    }

    #[test]
    fn a_masthead_that_lies_over_the_page_stays() {
        let stays = |links: &str| {
            let html = format!(
                "<html><head></head><body><x-bar><div><b>Harbour</b>{links}</div></x-bar><article><h1>The lamp stays lit until the spring</h1>{}</article></body></html>",
                paragraphs(8)
            );
            let facts = LiveFacts {
                covering: vec![3],
                ..LiveFacts::default()
            };
            let options = Options {
                facts,
                ..Options::default()
            };
            rewrite(&html, &clean(&html, &options).plan).contains("Harbour")
        };
        let sections = "<a href='/world'>World</a><a href='/ideas'>Ideas</a>";
        assert!(stays(&format!("<a href='/'>The News</a>{sections}")));
        assert!(!stays(
            "<a href='/'>The News</a><a href='/offer'>Get the offer</a>"
        ));
        assert!(!stays(sections));
    }

    #[test]
    fn a_dialog_below_the_article_goes_by_its_name() {
        let popup = "<div class='popup'><p>Never miss a thing</p></div>";
        assert!(!cleaned("", popup).contains("Never miss a thing"));
    }
}
