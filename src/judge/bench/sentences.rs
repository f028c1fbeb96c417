//! From a sentence by which the site speaks of itself to the box that it marks.

use super::Bench;
use super::loose::loose;
use crate::evidence::Clue;
use crate::judge::context::{BlockId, heading_around};
use crate::judge::roles::Role;
use crate::rules::Said;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Words of a text that such a sentence marks.
const LENGTH: std::ops::RangeInclusive<u32> = 4..=90;
/// What is taken for the article's is marked where the sentence is as much of it.
const MOST_OF_IT: f32 = 0.5;
/// Elements from a line up to the step or the quotation that it is of.
const LEVELS: usize = 3;
/// Blocks from a heading to the text around it: a picture's caption may stand between.
const FEW: usize = 2;

impl Bench<'_, '_> {
    /// Verdicts on the boxes of the texts in which `says`, given them as they are and in normal form, finds such a sentence,
    /// but not in the site's frame, which may say what it likes, not in a quotation, and not where the article has its reader
    /// sign up: in a step of its instructions, a heading over its text. What is taken for the article's goes where the model
    /// is less `sure` of it.
    pub fn by_sentence(
        &self,
        reason: Reason,
        sure: f32,
        says: impl Fn(&str, &str) -> Option<Said>,
    ) -> Vec<Verdict> {
        let mut out = Vec::new();
        for at in 0..self.context.blocks.len() {
            if !self.may_speak_for_site(at, sure) {
                continue;
            }
            let own = self.parts.roles[at] == Role::Body;
            let said = says(self.context.text(at), self.context.lower(at));
            let unit = self.context.unit(at);
            let marks =
                |said: &Said| (!own || said.share >= MOST_OF_IT) && !self.stands_in_frame(unit);
            if let Some(said) = said.filter(marks) {
                // Below the article a footer may stand around it that has no name.
                let around = match self.is_below_body(unit) {
                    true => unit,
                    false => self.grow(unit, reason),
                };
                // Where the element around the line shows the article, too, the line goes alone.
                let nodes = [loose(self.context, at), Some(around)];
                let hide =
                    |id| Verdict::hide(id, reason, Certainty::Strong, Clue::Holds.on(said.word));
                out.extend(nodes.into_iter().flatten().map(hide));
            }
        }
        out
    }

    fn may_speak_for_site(&self, at: BlockId, sure: f32) -> bool {
        let (page, block) = (self.context.page, &self.context.blocks[at]);
        let is_part = |up| matches!(page.tag(up), Tag::Li | Tag::Blockquote);
        let is_step = || {
            let mut around = page.self_and_ancestors(block.node).take(LEVELS);
            around.any(is_part)
        };
        let may_go = match self.parts.roles[at] {
            Role::Other => true,
            Role::Body => self.mass.likeliest(self.context.unit(at)) < sure,
            _ => false,
        };
        may_go
            && LENGTH.contains(&block.stats.words)
            && block.is_in_sight()
            && self.context.phrases[at].is_none()
            && !self.is_material(at)
            && !is_step()
            && !self.heads_body(at)
    }

    /// A heading with the article's text before and behind it.
    fn heads_body(&self, at: BlockId) -> bool {
        let body = |at: BlockId| self.parts.roles[at] == Role::Body;
        let last = (at + FEW).min(self.parts.roles.len() - 1);
        heading_around(self.context.page, self.context.blocks[at].node).is_some()
            && (at.saturating_sub(FEW)..at).any(body)
            && (at + 1..=last).any(body)
    }
}
