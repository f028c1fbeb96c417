//! Blocks amid the body, and right below it, that the model half believes.

use rustc_hash::FxHashSet;

use super::role::{BODY, Role, around, range_of};
use crate::blocks::{Block, block_runs};
use crate::judge::context::{BlockId, Context, heading_around};
use crate::outline::Outline;
use crate::rules::speaks_for_site;
use crate::squeeze::is_blank;
use crate::tag::Tag;

/// A heading belongs to the body text it stands over, and what the model half believes to the body around it.
pub(super) fn fill_gaps(context: &Context<'_>, p: &[f32], roles: &mut [Role]) {
    let parent = |at: BlockId| context.page.node(context.unit(at)).parent;
    for at in 1..roles.len().saturating_sub(1) {
        if roles[at] != Role::Other
            || context.phrases[at].is_some()
            || !context.blocks[at].is_in_sight()
        {
            continue;
        }
        let body = |other: BlockId| p[other] >= BODY && parent(other) == parent(at);
        let heads = heading_around(context.page, context.blocks[at].node).is_some() && body(at + 1);
        let over_sure = heads && p[at + 1] >= SURE && context.texts[at] != context.title;
        let between = body(at - 1) && body(at + 1);
        if over_sure
            || (between && is_break(context.text(at)))
            || (heads && p[at] >= HALF_HEADING)
            || (between && p[at] >= HALF_BODY)
        {
            roles[at] = Role::Body;
        }
    }
}

/// "***": a scene ends, and nothing is said of the next.
fn is_break(text: &str) -> bool {
    let is_sign = |c: char| {
        matches!(
            c,
            '*' | '#' | '=' | '_' | '⁂' | '•' | '◆' | '◇' | '※' | '~' | '-' | '–' | '—' | ' '
        )
    };
    !text.is_empty() && text.chars().count() <= LONGEST_BREAK && text.chars().all(is_sign)
}

/// Signs and spaces of one.
const LONGEST_BREAK: usize = 15;

/// A heading that is the body's for what it stands over, whatever the model says of it.
pub(super) fn heads_by_place(context: &Context<'_>, p: &[f32], at: BlockId) -> bool {
    p[at] < HALF_HEADING && heading_around(context.page, context.blocks[at].node).is_some()
}

/// Amid the body less is enough: the model doubts what is no sentence, such as code, cells and items.
pub(super) fn keep_amid(context: &Context<'_>, p: &[f32], roles: &mut [Role]) {
    let page = context.page;
    let root = around(context, roles);
    for at in range_of(roles) {
        let block = &context.blocks[at];
        let stands_in = |tag: Tag| {
            let around = page.self_and_ancestors(block.inner);
            around
                .take_while(|&id| id != root)
                .take(LEVELS)
                .any(|id| page.tag(id) == tag)
        };
        let enough = || match p[at] {
            p if p >= HALF_AMID => true,
            p if p >= HALF_CELL => stands_in(Tag::Table) || stands_in(Tag::Pre),
            p => p >= HALF_CODE && stands_in(Tag::Pre),
        };
        let plain = context.phrases[at].is_none() && block.stats.link_density() < 0.5;
        let open = roles[at] == Role::Other && block.is_in_sight() && plain;
        let enough = || enough() && !opens_entry(page, block);
        if open && page.contains(root, block.node) && enough() {
            roles[at] = Role::Body;
        }
    }
}

/// A time and a button and nothing else, as entries of a live blog begin.
fn opens_entry(page: &Outline, block: &Block) -> bool {
    let mut timed = false;
    let mut runs = block_runs(page, block).iter();
    let all = runs.all(|run| {
        let mut around = page.self_and_ancestors(run.node).take(3);
        let tag = around.find_map(|id| match page.tag(id) {
            tag @ (Tag::Time | Tag::Button) => Some(tag),
            _ => None,
        });
        timed |= tag == Some(Tag::Time);
        tag.is_some() || is_blank(page.run_text(run))
    });
    timed && all
}

/// Right below the body less is enough for paragraphs like those above it: what ends an article, the model takes for what
/// stands below one.
pub(super) fn keep_last(context: &Context<'_>, p: &[f32], roles: &mut [Role]) {
    let body = range_of(roles);
    let kind = |at: BlockId| {
        let node = context.page.node(context.blocks[at].node);
        (node.parent, node.tag, node.class)
    };
    let kinds: FxHashSet<_> = body
        .clone()
        .filter(|&at| roles[at] == Role::Body)
        .map(kind)
        .collect();
    let seen = |&at: &BlockId| context.blocks[at].is_in_sight();
    let is_last = |&at: &BlockId| {
        let stats = &context.blocks[at].stats;
        p[at] >= HALF_AMID
            && roles[at] == Role::Other
            && stats.words >= PARAGRAPH
            && stats.link_density() < 0.2
            && context.phrases[at].is_none()
            && kinds.contains(&kind(at))
            && !speaks_for_site(context.text(at), context.lower(at))
    };
    let below = (body.end..roles.len()).filter(seen);
    let last: Vec<BlockId> = below.take_while(is_last).collect();
    last.into_iter().for_each(|at| roles[at] = Role::Body);
}

/// Fewer words are a note or a name.
const PARAGRAPH: u32 = 25;

/// Levels in which the table or the code around a line is looked for.
const LEVELS: usize = 16;
/// Enough between the first block of body text and the last.
const HALF_AMID: f32 = 0.3;
/// Enough there for a table.
const HALF_CELL: f32 = 0.2;
/// Enough there for code, which news hardly have and the model hardly saw.
const HALF_CODE: f32 = 0.05;
/// From this on a block is body text for certain, and so is the heading right over it: of eleven that the model doubted,
/// ten were the article's.
const SURE: f32 = 0.8;
/// Enough for a heading right over body text.
const HALF_HEADING: f32 = 0.25;
/// Enough for a block between two blocks of body text.
const HALF_BODY: f32 = 0.35;

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::{Role, parts};
    use crate::read::read;

    /// The roles of the blocks of a page whose prose is sure and whose other blocks have this probability.
    fn roles(body: &str, p: f32) -> Vec<Role> {
        let page = read(&format!(
            "<html><head></head><body><main>{body}</main></body></html>"
        ));
        let context = Context::new(&page);
        let sure = |text: &String| if text.starts_with("Prose") { 0.9 } else { p };
        let likely: Vec<f32> = context.texts.iter().map(sure).collect();
        parts(&context, &likely).roles
    }

    const PROSE: &str = "<p>Prose that says how the lamp is cleaned.</p>";

    #[test]
    fn amid_the_body_code_needs_least_and_a_table_less_than_a_line() {
        let code = "<div><pre><code>git init</code></pre></div>";
        let table = "<table><tr><td>12 lamps</td></tr></table>";
        let line = "<div>12 lamps</div>";
        let is_body = |block: &str, p| roles(&format!("{PROSE}{block}{PROSE}"), p)[1] == Role::Body;
        assert!(is_body(code, 0.06) && !is_body(code, 0.04));
        assert!(is_body(table, 0.21) && !is_body(table, 0.19));
        assert!(is_body(line, 0.31) && !is_body(line, 0.29));
    }

    #[test]
    fn a_heading_goes_with_the_sure_text_right_under_it() {
        let heads = |html: &str| roles(html, 0.06)[1] == Role::Body;
        assert!(heads(&format!("{PROSE}<h2>The lamp</h2>{PROSE}")));
        assert!(!heads(&format!(
            "{PROSE}<div><h2>The lamp</h2></div><h2>The oil</h2>{PROSE}"
        )));
        assert!(!heads(&format!("{PROSE}<p>The lamp</p>{PROSE}")));
    }

    #[test]
    fn the_end_of_a_scene_stays_between_paragraphs() {
        let role =
            |line: &str, after: &str| roles(&format!("{PROSE}<p>{line}</p>{after}"), 0.01)[1];
        for line in ["***", "* * *", "⁂", "— — —"] {
            assert_eq!(role(line, PROSE), Role::Body, "{line}");
            assert_eq!(role(line, ""), Role::Other, "{line}");
        }
        assert_eq!(role("× 3", PROSE), Role::Other);
    }

    #[test]
    fn the_time_of_an_entry_is_no_text() {
        let stamp = |more: &str| format!("{PROSE}<div><time>10.05</time>{more}</div>{PROSE}");
        let role = |more: &str| roles(&stamp(more), 0.34)[1];
        assert_eq!(role("<button>Share</button>"), Role::Byline);
        assert_eq!(role(" <button>Share</button>"), Role::Byline);
        assert_eq!(role(" struck the clock"), Role::Body);
    }

    #[test]
    fn a_last_paragraph_like_those_above_it_is_text_when_half_believed() {
        let long = "The keeper, who has climbed these stairs for thirty years and cleans the lamp on most nights, says \
                    that she will do so until the spring, whatever the mayor of Lower Marsh may say.";
        let is_body = |last: &str, p| roles(&format!("{PROSE}{PROSE}{last}"), p)[2] == Role::Body;
        let last = format!("<p>{long}</p>");
        assert!(is_body(&last, 0.31) && !is_body(&last, 0.29));
        assert!(!is_body(&format!("<div><p>{long}</p></div>"), 0.4));
        let earns = format!(
            "{long} When you buy through links on our site, we may earn an affiliate commission."
        );
        assert!(!is_body(&format!("<p>{earns}</p>"), 0.4));
        assert!(!is_body("<p>The keeper climbs the stairs.</p>", 0.4));
        assert!(!is_body(&format!("<p><a href='/a'>{long}</a></p>"), 0.4));
    }

    #[test]
    fn links_and_what_stands_below_the_body_need_as_much_as_ever() {
        let link = "<div><a href='/a'>Another article of ours</a></div>";
        let code = "<div><pre><code>git init</code></pre></div>";
        assert_eq!(
            roles(&format!("{PROSE}{link}{PROSE}"), 0.34)[1],
            Role::Other
        );
        assert_eq!(roles(&format!("{PROSE}{PROSE}{code}"), 0.4)[2], Role::Other);
    }
}
