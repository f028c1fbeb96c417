//! Headings of what has gone: "Related stories" over nothing, with a line under them.

use std::cell::OnceCell;
use std::iter;
use std::ops::Range;

use super::edit::{Edit, hides, like};
use super::rules::Exceptions;
use super::sight::Sight;
use crate::judge::Judgement;
use crate::judge::context::{BlockId, Context, heading_around};
use crate::outline::NodeId;
use crate::rules::opens_note;
use crate::tag::Tag;
use crate::verdict::Reason;

/// A heading as likely as that is the article's.
const LIKELY: f32 = 0.5;
/// A heading with more of it in a link is a teaser's own.
const MOSTLY_TEXT: f32 = 0.5;
/// Words of a line that says what is below it.
const LONGEST_LINE: u32 = 30;

/// Adds such headings to the edits; what one of them holds may be among these already.
pub(super) fn add(
    context: &Context<'_>,
    judgement: &Judgement,
    kept: &[NodeId],
    edits: &mut Vec<Edit>,
) {
    let rest = Rest::of(context, judgement, edits);
    let sight = OnceCell::new();
    let sight = || sight.get_or_init(|| Sight::of(context, judgement, kept, edits));
    let below = judgement.parts.range.end..context.blocks.len();
    let orphan = |at: BlockId| {
        let Orphan { edit, bare, line } = rest.is_free(at).then(|| rest.headed(at)).flatten()?;
        let goes = bare.into_iter().all(|each| sight().is_empty(each));
        goes.then(|| {
            let lines = iter::once(at).chain(line);
            lines.map(|line| like(edit, context, context.unit(line)))
        })
    };
    let mut more: Vec<Edit> = below.filter_map(orphan).flatten().collect();
    more.dedup_by_key(|edit| edit.ordinal);
    edits.extend(more);
    edits.sort_by_key(|edit| edit.ordinal);
}

/// A heading of what goes.
struct Orphan<'e> {
    edit: &'e Edit,
    /// Elements that must hold nothing in sight: what stands there may be what it heads.
    bare: [Range<NodeId>; 2],
    /// What stands under it.
    line: Option<BlockId>,
}

/// The page after its edits.
struct Rest<'e, 'c> {
    context: &'e Context<'c>,
    judgement: &'e Judgement,
    /// The edit that hides each block.
    by: Vec<Option<&'e Edit>>,
    exceptions: Option<Exceptions>,
}

impl<'e, 'c> Rest<'e, 'c> {
    fn of(context: &'e Context<'c>, judgement: &'e Judgement, edits: &'e [Edit]) -> Self {
        let mut by = vec![None; context.blocks.len()];
        for edit in edits.iter().filter(|edit| hides(edit)) {
            by[context.blocks_in(edit.ordinal)].fill(Some(edit));
        }
        Rest {
            context,
            judgement,
            by,
            exceptions: Exceptions::of(context),
        }
    }

    fn heads(&self, at: BlockId) -> bool {
        heading_around(self.context.page, self.context.blocks[at].node).is_some()
    }

    fn is_plain(&self, at: BlockId) -> bool {
        self.context.blocks[at].stats.link_density() < MOSTLY_TEXT
    }

    /// In sight, neither the article's nor the frame's, no teaser's own title, and nothing that a rule keeps.
    fn is_free(&self, at: BlockId) -> bool {
        let (block, judgement) = (&self.context.blocks[at], self.judgement);
        let is_excepted = |exceptions: &Exceptions| exceptions.keep(block.node);
        self.by[at].is_none()
            && block.is_in_sight()
            && self.is_plain(at)
            && !judgement.is_own(at)
            && judgement.p[at] < LIKELY
            && !judgement.frame.is_inside(block.node)
            && !self.exceptions.as_ref().is_some_and(is_excepted)
    }

    /// A line under a heading: what it heads is still to come. A date, a room and a number are of use without it, and so is
    /// a correction.
    fn is_line(&self, at: BlockId) -> bool {
        let block = &self.context.blocks[at];
        let is_plain = matches!(
            self.context.page.tag(block.node),
            Tag::P | Tag::Div | Tag::Span
        );
        is_plain
            && block.stats.words <= LONGEST_LINE
            && block.stats.digits == 0
            && self.is_free(at)
            && !self.heads(at)
            && !opens_note(self.context.text(at))
    }

    /// What a heading stands right over, or with a line in between, where that goes and no text but under another heading
    /// follows it there. Pictures, maps and fields up to that one say nothing and may be what it heads.
    fn headed(&self, at: BlockId) -> Option<Orphan<'e>> {
        let (context, page) = (self.context, self.context.page);
        if !self.heads(at) {
            return None;
        }
        let in_sight = |at: &BlockId| context.blocks[*at].is_in_sight();
        let after = |at: BlockId| (at + 1..context.blocks.len()).find(in_sight);
        let line = after(at).filter(|&next| self.is_line(next));
        let last = line.unwrap_or(at);
        let next = after(last)?;
        let edit = self.by[next].filter(|edit| has_headings(edit))?;
        // What has a heading of its own needs no other: the line above is all that the first heads.
        if line.is_some() && self.heads(next) && self.is_plain(next) {
            return None;
        }
        let (unit, end) = (context.unit(at), context.unit(last));
        let around = page.node(edit.ordinal).parent;
        let stands_there = |unit| page.ancestors(unit).take(2).any(|up| up == around);
        // Nothing stands around a box at the top of a page without `<html>`.
        if !stands_there(unit) || !stands_there(end) || page.contains(unit, edit.ordinal) {
            return None;
        }
        let past = context.blocks_in(edit.ordinal).end;
        let mut rest = past..context.blocks_in(around).end;
        let next = rest.find(|at| in_sight(at) && self.by[*at].is_none());
        if !next.is_none_or(|next| self.heads(next)) {
            return None;
        }
        let till = next.map_or(page.node(around).end, |at| context.blocks[at].node);
        let between = page.node(unit).end..line.map_or(page.node(unit).end, |_| end);
        let bare = [between, page.node(end).end..till];
        Some(Orphan { edit, bare, line })
    }
}

/// What a heading may stand over: an advert stands anywhere.
fn has_headings(edit: &Edit) -> bool {
    matches!(
        edit.reason,
        Reason::Comments
            | Reason::Newsletter
            | Reason::Outside
            | Reason::Promo
            | Reason::Related
            | Reason::Widget
    )
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::cosmetic::read_with_rules;
    use crate::judge::context::Context;
    use crate::judge::{judge_by, paragraphs};
    use crate::plan::plan;
    use crate::read::read;
    use crate::rules::Packs;
    use crate::tag::Tag;

    #[test]
    fn a_heading_goes_with_all_that_it_heads() {
        let links = |count: usize| {
            let link = |at| format!("<li><a href='/{at}'>News {at} of the harbour today</a></li>");
            (0..count).map(link).collect::<String>()
        };
        let gone = |above: &str, line: &str, own: &str, below: &str, heading: f32| {
            let section = if above.is_empty() { "" } else { "<section>" };
            let page = read(&format!(
                "{above}<article><h1>The lamp stays lit</h1>{}</article>{section}<div class='h'><h3>Soups</h3>{line}</div><div class='related-grid'>{own}<ul>{}</ul></div>{below}",
                paragraphs(8),
                links(6)
            ));
            let context = Context::new(&page);
            let p = |text: &String| match text.as_str() {
                "Soups" => heading,
                "The soup is of herring."
                | "On 4 May at noon."
                | "Correction: it is of herring." => 0.3,
                text if text.starts_with("News") => 0.02,
                _ => 0.95,
            };
            let p = context.texts.iter().map(p).collect();
            let options = Options::default();
            let plan = plan(&context, &judge_by(&context, p, &options), &options);
            let goes = |id| {
                plan.edits
                    .iter()
                    .any(|edit| page.contains(edit.ordinal, id))
            };
            let soups = (0..page.len()).skip_while(|&id| page.tag(id) != Tag::H3);
            // The heading, and what stands under it.
            soups.take(2).map(goes).collect::<Vec<bool>>()
        };
        let hidden =
            |above: &str, below: &str, heading: f32| gone(above, "", "", below, heading)[0];
        let html = "<html><body>";
        assert!(hidden(html, "", 0.3));
        assert!(!hidden(html, "", 0.6));
        assert!(!hidden(html, "<p>The soup is of herring.</p>", 0.3));
        assert!(hidden(html, "<h3>The soup is of herring.</h3>", 0.3));
        for thing in [
            "<img src='/soup.jpg'>",
            "<video src='/soup.mp4'></video>",
            "<input>",
        ] {
            assert!(!hidden(html, thing, 0.3), "{thing}");
        }
        let under = |line: &str| gone(html, line, "", "", 0.3);
        let line = "<p>The soup is of herring.</p>";
        assert_eq!(under(line), [true, true]);
        let over = |own: &str| gone(html, line, own, "", 0.3)[1];
        assert!(!over("<h4>News of the harbour</h4>"));
        assert!(over("<h4><a href='/7'>News of the harbour</a></h4>"));
        for line in [
            "<p>On 4 May at noon.</p>",
            "<p>Correction: it is of herring.</p>",
            "<p>The soup is what the boats bring.</p>",
            "<ul><li>The soup is of herring.</li></ul>",
            "<p>The soup is of herring.</p><p>The soup is of herring.</p>",
            "<img src='/soup.jpg'><p>The soup is of herring.</p>",
        ] {
            assert!(!under(line)[0], "{line}");
        }
        // Without an element around them all.
        assert!(!hidden("", "", 0.3));
    }

    #[test]
    fn a_heading_that_a_rule_keeps_stays_over_nothing() {
        let goes = |rules: &str| {
            let options = Options {
                rules: rules.to_owned(),
                ..Options::default()
            };
            let links = "<li><a href='/1'>News of the harbour today</a></li>".repeat(6);
            let html = format!(
                "<html><body><article><h1>The lamp stays lit</h1>{}</article><section><h3>Soups</h3><div class='related-grid'>\
                 <ul>{links}</ul></div></section></body></html>",
                paragraphs(8)
            );
            let (page, matched, _) = read_with_rules(&html, &options, &[]);
            let context = Context::with(&page, Packs::ALL, matched);
            let p = |text: &String| match text.as_str() {
                "Soups" => 0.3,
                text if text.starts_with("News") => 0.02,
                _ => 0.95,
            };
            let p = context.texts.iter().map(p).collect();
            let plan = plan(&context, &judge_by(&context, p, &options), &options);
            let mut edits = plan.edits.iter();
            let heading = (0..page.len()).find(|&id| page.tag(id) == Tag::H3);
            edits.any(|edit| page.contains(edit.ordinal, heading.unwrap_or_default()))
        };
        assert!(goes(""));
        assert!(!goes("#@#h3"));
    }
}
