//! From a sentence by which the site speaks of itself to the box that it marks.

use super::Bench;
use super::loose::loose;
use crate::evidence::Clue;
use crate::judge::context::BlockId;
use crate::judge::roles::Role;
use crate::rules::Said;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Words of a text that such a sentence marks.
const LENGTH: std::ops::RangeInclusive<u32> = 4..=90;
/// What the model takes for the article's is marked where the sentence is as much of it.
const MOST_OF_IT: f32 = 0.5;

impl Bench<'_, '_> {
    /// Verdicts on the boxes of the texts in which `says` finds such a sentence, but not in the site's frame, which may say
    /// what it likes, and not in a list: a step of instructions has the reader sign up, too.
    pub fn by_sentence(&self, reason: Reason, says: impl Fn(&str) -> Option<Said>) -> Vec<Verdict> {
        let mut out = Vec::new();
        for at in 0..self.context.blocks.len() {
            if !self.may_speak_for_site(at) {
                continue;
            }
            let own = self.parts.roles[at] == Role::Body;
            let said = says(&self.context.texts[at]);
            if let Some(said) = said.filter(|said| !own || said.share >= MOST_OF_IT) {
                let unit = self.context.unit(at);
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

    fn may_speak_for_site(&self, at: BlockId) -> bool {
        let block = &self.context.blocks[at];
        let unit = self.context.unit(at);
        matches!(self.parts.roles[at], Role::Other | Role::Body)
            && LENGTH.contains(&block.stats.words)
            && block.is_in_sight()
            && self.context.phrases[at].is_none()
            && self.context.page.tag(block.node) != Tag::Li
            && !self.is_material(at)
            && !self.stands_in_frame(unit)
    }
}
