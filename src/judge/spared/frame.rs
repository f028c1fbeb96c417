//! The site's frame: masthead, menus, footer, and the article's table of contents beside it. Tidy leaves it usable.

use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, Hints, is_frame_landmark, running};
use crate::judge::roles::BODY;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::Reason;

/// Which elements belong to the frame.
pub struct SiteFrame {
    inside: Vec<bool>,
    holds: Vec<bool>,
}

impl SiteFrame {
    /// Finds the frame.
    pub fn of(bench: &Bench<'_, '_>) -> SiteFrame {
        let page = bench.context.page;
        let count = page.nodes.len();
        let mut frame = SiteFrame {
            inside: vec![false; count],
            holds: vec![false; count],
        };
        let links = running(page.nodes.iter().map(|node| u32::from(node.tag == Tag::A)));
        let is_part = |id: NodeId| {
            is_frame(bench, &links, id)
                || is_menu(bench, &links, id)
                || (bench.is_masthead(id) && !in_article(bench, id))
        };
        for id in page.outermost_of_all(is_part) {
            frame.mark(bench, id);
        }
        for &id in &bench.contents {
            frame.mark_contents(bench, id);
        }
        for id in (0..page.len()).rev() {
            if let Some(up) = page.parent(id) {
                frame.holds[up as usize] |= frame.holds[id as usize];
            }
        }
        frame
    }

    /// Marks a part of the frame, but for the teasers in it where only its name makes it one.
    fn mark(&mut self, bench: &Bench<'_, '_>, id: NodeId) {
        let page = bench.context.page;
        self.inside[page.places(id)].fill(true);
        self.holds[id as usize] = true;
        if is_frame_landmark(page, id) {
            return;
        }
        for at in page.outermost(page.descendants(id), |at| is_teasers(bench, at)) {
            self.inside[page.places(at)].fill(false);
        }
    }

    /// Marks a table of contents, with the label over it.
    fn mark_contents(&mut self, bench: &Bench<'_, '_>, id: NodeId) {
        let (context, page) = (bench.context, bench.context.page);
        let before = context.blocks_in(id).start.checked_sub(1);
        let label = before.and_then(|at| {
            let block = &context.blocks[at];
            // What ends the box before is no label.
            let beside = |&own: &NodeId| page.node(own).parent == page.node(id).parent;
            let own = [context.unit(at), block.inner].into_iter().find(beside);
            own.filter(|_| block.stats.words <= LABEL)
        });
        for id in label.into_iter().chain([id]) {
            self.inside[page.places(id)].fill(true);
            self.holds[id as usize] = true;
        }
    }

    /// True for the frame's parts and all they hold.
    pub fn is_inside(&self, id: NodeId) -> bool {
        self.inside[id as usize]
    }

    /// True for elements that are or hold a part of the frame.
    pub fn is_held_by(&self, id: NodeId) -> bool {
        self.holds[id as usize]
    }
}

/// Words over a table of contents: "In this article".
const LABEL: u32 = 5;

/// A landmark, or a named menu or bar, that holds nothing of the article and does not stand inside it.
/// `links` counts those before each element.
fn is_frame(bench: &Bench<'_, '_>, links: &[u32], id: NodeId) -> bool {
    let page = bench.context.page;
    let hints = bench.context.hints[id as usize];
    let landmark = is_frame_landmark(page, id);
    // A landmark may lie over the page, or blur it behind itself.
    let lies_over = !landmark && hints.has(Hints::OVERLAY);
    let is_other = lies_over || hints.has(Hints::RELATED.or(Hints::CONSENT));
    if bench.mass.likeliest(id) >= BODY || is_other {
        return false;
    }
    let sums = bench.context.sums[id as usize];
    let named = is_called_frame(bench, id, hints)
        && (sums.blocks >= 2 || is_bar(bench, id))
        && sums.prose < 40
        && !is_column(bench, links, id)
        && !hints.has(Hints::READERS.or(Hints::PITCH))
        && (!hints.has(Hints::SHARE) || hints.has(Hints::SITE))
        && !is_part_of_article(page, id);
    (landmark || (named && !is_teasers(bench, id))) && !in_article(bench, id)
}

/// Holds a table of contents and few links beside it, such as those of a pitch. A menu may have the page's own places among
/// its links to other pages.
fn is_column(bench: &Bench<'_, '_>, links: &[u32], id: NodeId) -> bool {
    let lists = bench.contents_in(id).iter();
    let inward: u32 = lists.map(|&list| bench.context.held(links, list)).sum();
    inward > 0 && bench.context.held(links, id) - inward < MENU_LINKS
}

/// The links of a bar, which read as one line.
const LINKS: usize = 3;
const MOST_ELEMENTS: usize = 60;

/// The masthead's menu or the footer in one line; a path of sections and an article's tags lead on from the article.
fn is_bar(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let links = page.descendants(id).take(MOST_ELEMENTS);
    let mut links = links.filter(|&d| page.tag(d) == Tag::A);
    let frames = Hints::SITE.or(Hints::HEADER).or(Hints::FOOTER);
    bench.context.hints[id as usize].has(frames) && links.nth(LINKS - 1).is_some()
}

/// So many links of so few words each are a menu, whatever it is called.
const MENU_LINKS: u32 = 5;
const MENU_WORDS: u32 = 2;
/// A logo, and what is drawn on a button; teasers have more.
const MENU_PICTURES: u32 = 2;

/// A masthead or menu without a name, above the article: short links and next to nothing else. `links` counts those
/// before each element.
fn is_menu(bench: &Bench<'_, '_>, links: &[u32], id: NodeId) -> bool {
    let context = bench.context;
    let sums = context.sums[id as usize];
    let count = context.held(links, id);
    let shares = |at: BlockId| context.phrases[at].is_some_and(|own| own.reason == Reason::Share);
    count >= MENU_LINKS
        && sums.words <= MENU_WORDS * count
        && sums.link_density() > 0.9
        && context.pictures_in(id) <= MENU_PICTURES
        && bench.is_above_article(id)
        && !context.hints[id as usize].has_clutter()
        && !in_article(bench, id)
        && context.blocks_in(id).filter(|&at| shares(at)).count() < 2
}

/// A mere "top" below the article is how a teaser has its picture, a mere "bottom" above it how much room a line leaves.
fn is_called_frame(bench: &Bench<'_, '_>, id: NodeId, hints: Hints) -> bool {
    hints.has(Hints::NAVIGATION.or(Hints::SITE))
        || (hints.has(Hints::HEADER) && !bench.is_below_body(id))
        || (hints.has(Hints::FOOTER) && !bench.is_above_article(id))
}

/// Named as the end or the top of the article or its comments, "article-bottom", "talkbacksHeader": no site's.
fn is_part_of_article(page: &Outline, id: NodeId) -> bool {
    let names = [Attr::Class, Attr::Id].map(|attr| page.attr(id, attr).unwrap_or_default());
    let mut names = names.iter().flat_map(|name| name.split_ascii_whitespace());
    names.any(|name| {
        let lower = name.to_ascii_lowercase();
        let whole = WHOLES.iter().find(|whole| lower.starts_with(**whole));
        let part = whole
            .and_then(|whole| name.get(whole.len()..))
            .unwrap_or_default();
        // "post-footer" and "postFooter", not "poster-footer".
        let begins = part.starts_with(|c: char| !c.is_ascii_lowercase());
        let part = part.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let part = part.to_ascii_lowercase();
        let ends = |own: &str| {
            let rest = part.strip_prefix(own);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
        };
        begins && PARTS.iter().any(|own| ends(own))
    })
}

/// Of two that begin alike the longer comes first.
const WHOLES: &[&str] = &[
    "article",
    "comments",
    "comment",
    "entry",
    "post",
    "talkbacks",
    "talkback",
];
const PARTS: &[&str] = &["bottom", "foot", "footer", "head", "header", "top"];

/// Links as long as headlines: a menu's are shorter.
fn is_teasers(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let sums = bench.context.sums[id as usize];
    sums.blocks >= 2 && sums.words >= 5 * sums.blocks && sums.link_density() > 0.5
}

/// Between headline and end of the body, or in an element that says it is the article.
fn in_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let said = page.ancestors(id).any(|up| {
        matches!(page.tag(up), Tag::Article | Tag::Main)
            || page.attr(up, Attr::Role) == Some("main")
    });
    said || bench.overlaps_article(id)
}

#[cfg(test)]
mod tests;
