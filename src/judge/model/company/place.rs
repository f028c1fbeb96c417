//! A block's place to the article as the first look saw it, and what it saw of the whole page.

use super::Company;
use crate::judge::context::BlockId;
use crate::judge::model::features::Writer;

impl Company<'_, '_> {
    /// Its place to the stretch and to the element that hold most of the article.
    pub fn place(&self, at: BlockId, w: &mut impl Writer) {
        let total = self.total().mass.max(1.0);
        let (start, end) = (self.stretch.start, self.stretch.end);
        let steps = if at < start {
            at as f32 - start as f32
        } else if at >= end {
            (at + 1 - end) as f32
        } else {
            0.0
        };
        w.put("stretch.steps", steps);
        let words = if at < start {
            -self.sum(at..start).words
        } else if at >= end {
            self.sum(end..at + 1).words
        } else {
            0.0
        };
        w.put("stretch.words", words);
        w.put("mass.before", self.sum(0..at).mass / total);
        w.put("mass.after", self.sum(at + 1..self.p.len()).mass / total);
        w.put("mass.own", self.sum(at..at + 1).mass / total);
    }

    /// The page as the first look saw it.
    pub fn whole(&self, w: &mut impl Writer) {
        let total = self.total();
        w.put("page.mass", total.mass.max(1.0).ln());
        w.put("page.p", total.mean());
        w.put("page.stretch_p", self.sum(self.stretch.clone()).mean());
        w.put(
            "page.stretch_share",
            self.sum(self.stretch.clone()).mass / total.mass.max(1.0),
        );
        w.put("page.best_p", self.in_element(self.best).mean());
        w.put(
            "page.best_share",
            self.in_element(self.best).mass / total.mass.max(1.0),
        );
        w.put("page.top", self.likeliest);
        w.put("page.coverage", self.coverage);
    }
}
