//! From a sign (a phrase, a name) to the box that it marks.

use super::Bench;
use super::loose::loose;
use crate::evidence::{Clue, Evidence};
use crate::judge::context::{BlockId, Context, Hints, is_button, is_landmark, is_tool};
use crate::judge::roles::{Role, notes_beside_author};
use crate::outline::{Attr, NodeId};
use crate::rules::{Phrase, PhraseKind};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// A box of so much text in links leads to other pages.
const LEADING_ON: f32 = 0.3;

/// Elements of a box of facts, before its list or table is found.
const MOST_IN_FACTS: usize = 40;

/// A label as likely as that stays, and its links with it.
const LIKELY_LABEL: f32 = 0.9;

/// Siblings after a label that are looked at.
const MOST_AFTER: usize = 40;

impl Bench<'_, '_> {
    /// Verdicts on the boxes of all blocks that show a phrase of `reason`.
    pub fn by_phrase(&self, reason: Reason) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (at, phrase) in self.context.phrases.iter().enumerate() {
            let applies = |said: &&Phrase| {
                // A note in the author's line is not all that it says.
                let beside = self.parts.roles[at] == Role::Byline
                    && notes_beside_author(self.context, at, said);
                said.reason == reason && !beside && !self.is_material(at) && !self.is_time(at, said)
            };
            if let Some(phrase) = phrase.filter(applies) {
                self.phrase_box(at, phrase, &mut out);
            }
        }
        out
    }

    /// "30 min" beside the text of a recipe, which takes so long.
    fn is_time(&self, at: BlockId, said: &Phrase) -> bool {
        said.reason == Reason::Byline && self.beside[at] && self.parts.roles[at] == Role::Other
    }

    fn phrase_box(&self, at: BlockId, phrase: &Phrase, out: &mut Vec<Verdict>) {
        let hide =
            |id: NodeId| Verdict::hide(id, phrase.reason, Certainty::Strong, evidence(phrase));
        let unit = self.context.unit(at);
        let framed = phrase.reason.is_for_nobody() && self.stands_in_frame(unit);
        if framed && self.is_menu_line(at) {
            return;
        }
        // What stands beside it in masthead and footer is of use.
        let node = if framed {
            unit
        } else {
            self.grow(unit, phrase.reason)
        };
        if self.names_author(at, phrase, node) || self.heads_prose(at) {
            return;
        }
        // Where the element around the line shows the article, too, the line goes alone.
        let may_go_alone = |&id: &NodeId| {
            phrase.reason != Reason::Byline
                && (self.parts.roles[at] == Role::Other
                    || self.is_tool_in_byline(id, at, phrase.reason))
        };
        let alone = loose(self.context, at).filter(may_go_alone);
        out.extend(alone.map(hide));
        if alone.is_some_and(|id| self.opens_more(id, node, phrase.reason)) {
            return;
        }
        out.push(hide(node));
        if node == unit
            && phrase.kind == PhraseKind::Whole
            && self.mass.likeliest(unit) < LIKELY_LABEL
            && matches!(phrase.reason, Reason::Related | Reason::Promo)
        {
            // The label and its links stand loose among the paragraphs.
            out.extend(self.links_after(unit).map(hide));
        }
    }

    /// "Author: Ann Lee" right beside the author's line says who it was, too; a reading time does not.
    fn names_author(&self, at: BlockId, phrase: &Phrase, node: NodeId) -> bool {
        let around = || self.context.page.parent(node);
        phrase.reason == Reason::Byline
            && phrase.kind == PhraseKind::Starts
            && self.context.blocks[at].stats.digits == 0
            && !self.is_below_body(node)
            && !self.mass.holds_display_text(node)
            && around().is_some_and(|up| self.mass.holds_display_text(up))
    }

    /// A button beside the author's name is no part of it.
    fn is_tool_in_byline(&self, id: NodeId, at: BlockId, reason: Reason) -> bool {
        is_tool(reason) && self.parts.roles[at] == Role::Byline && is_button(self.context.page, id)
    }

    /// A button that says "Show more" may open what the article tells beside its text: facts, a table. Below the article
    /// only lists and tables are told so.
    fn opens_more(&self, button: NodeId, around: NodeId, reason: Reason) -> bool {
        let page = self.context.page;
        let is_facts =
            |id: NodeId| matches!(page.tag(id), Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table);
        matches!(reason, Reason::Promo | Reason::Related | Reason::Navigation)
            && is_button(page, button)
            && self.context.sums[around as usize].link_density() < LEADING_ON
            && (!self.is_below_body(around)
                || page.descendants(around).take(MOST_IN_FACTS).any(is_facts))
    }

    /// The siblings right after `id` that are lists of links.
    fn links_after(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let page = self.context.page;
        let links = move |&id: &NodeId| {
            let sums = self.context.sums[id as usize];
            let linked = sums.link_density() > 0.6 && self.mass.likeliest(id) < 0.5;
            sums.blocks == 0 || linked
        };
        page.siblings_after(id)
            .take(MOST_AFTER)
            .take_while(links)
            .filter(|&id| self.context.sums[id as usize].blocks > 0)
    }

    /// Both: what says so by a phrase, and what is called so.
    pub fn by_phrase_or_hint(
        &self,
        reason: Reason,
        hint: Hints,
        accept: impl Fn(NodeId) -> bool,
    ) -> Vec<Verdict> {
        let mut out = self.by_phrase(reason);
        out.extend(self.by_hint(reason, hint, accept));
        out
    }

    /// Verdicts on the elements whose own names give `hint`, outermost only, where `accept` agrees.
    pub fn by_hint(
        &self,
        reason: Reason,
        hint: Hints,
        accept: impl Fn(NodeId) -> bool,
    ) -> Vec<Verdict> {
        let page = self.context.page;
        let fits = |id: NodeId| {
            self.is_called(id, hint)
                && !page.node(id).foreign
                && !is_landmark(page.tag(id))
                && accept(id)
        };
        page.outermost(self.context.hinted.iter().copied(), fits)
            .map(|id| Verdict::hide(id, reason, Certainty::Weak, named(self.context, id)))
            .collect()
    }
}

/// Evidence of what a phrase says.
pub fn evidence(phrase: &Phrase) -> Evidence {
    match phrase.kind {
        PhraseKind::Whole => Clue::Says.on(phrase.text),
        PhraseKind::Starts => Clue::Begins.on(phrase.text.trim_end_matches(':')),
        PhraseKind::Contains => Clue::Holds.on(phrase.text),
    }
}

/// Evidence of what an element is called.
pub fn named(context: &Context<'_>, id: NodeId) -> Evidence {
    let name = [
        Attr::Class,
        Attr::Id,
        Attr::Component,
        Attr::Role,
        Attr::TagName,
    ]
    .iter()
    .find_map(|&attr| context.page.attr(id, attr));
    let short: String = name.unwrap_or_default().chars().take(60).collect();
    Clue::Named.on(short.trim())
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{paragraphs, with_bench};
    use crate::read::read;
    use crate::tag::Tag;
    use crate::verdict::Reason;

    #[test]
    fn a_button_that_opens_more_is_no_sign_of_what_it_opens() {
        let hidden = |inside: &str| {
            let button = if inside.contains("Read more") {
                ""
            } else {
                "<button>Read more</button>"
            };
            let page = read(&format!(
                "<html><body><article>{}<div>{inside}{button}</div></article></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.05; context.blocks.len()];
            p[..6].fill(0.95);
            with_bench(&context, &p, |bench| {
                let promos = bench.by_phrase(Reason::Promo);
                promos
                    .iter()
                    .any(|verdict| page.tag(verdict.node) == Tag::Div)
            })
        };
        assert!(!hidden(
            "<h3>The Torgny</h3><ul><li>Built in 2008</li><li>Room for 120 cars</li></ul>"
        ));
        assert!(hidden(
            "<ul><li><a href='/a'>The ferry comes later today</a></li></ul>"
        ));
        let facts = "<h3>The Torgny</h3><ul><li>Built in 2008</li></ul>";
        assert!(!hidden(&format!(
            "{facts}<a role='button' href='#'>Read more</a>"
        )));
        assert!(hidden(&format!("{facts}<a href='/torgny'>Read more</a>")));
        assert!(hidden("<p>The bear slept for the whole of the way.</p>"));
    }

    #[test]
    fn links_stay_with_a_label_that_stays() {
        let verdicts = |label: f32| {
            let page = read(&format!(
                "<html><body><article>{}<p>Read more from the Harbour News:</p><p><a href='/a'>The ferry comes later today</a></p></article></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            (p[6], p[7]) = (label, 0.1);
            with_bench(&context, &p, |bench| {
                let links = context.unit(7);
                let promos = bench.by_phrase(Reason::Promo);
                promos.iter().any(|verdict| verdict.node == links)
            })
        };
        assert!(verdicts(0.5));
        assert!(!verdicts(0.95));
    }
}
