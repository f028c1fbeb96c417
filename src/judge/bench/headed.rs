//! Headings that say what a label says: "Read more" over a section of the article.

use super::Bench;
use crate::judge::context::BlockId;
use crate::outline::NodeId;
use crate::tag::Tag;

/// A paragraph as likely as that is surely the article's.
const SURE: f32 = 0.9;
/// Elements beside the heading that are looked at.
const MOST_BESIDE: usize = 200;

impl Bench<'_, '_> {
    /// True for a heading amid the article, one of several that look the same and stand right over its prose. Over what
    /// it would be the label of stands something else: a list, a slot, a form.
    pub(super) fn heads_prose(&self, at: BlockId) -> bool {
        let (context, page) = (self.context, self.context.page);
        let unit = context.unit(at);
        let node = page.node(unit);
        if !self.is_over_prose(unit) {
            return false;
        }
        let is_fellow = |&other: &NodeId| {
            let alike = page.tag(other) == node.tag && page.node(other).class == node.class;
            let says_else = || {
                context
                    .blocks_in(other)
                    .all(|at| context.phrases[at].is_none())
            };
            other != unit && alike && says_else() && self.is_over_prose(other)
        };
        page.parent(unit).is_some_and(|up| {
            let mut beside = page.children(up).take(MOST_BESIDE);
            beside.any(|other| is_fellow(&other))
        })
    }

    fn is_over_prose(&self, heading: NodeId) -> bool {
        let page = self.context.page;
        let next = || page.siblings_after(heading).next();
        let is_prose = |next: NodeId| page.tag(next) == Tag::P && self.mass.likeliest(next) >= SURE;
        page.tag(heading).heading_level().is_some()
            && self.overlaps_article(heading)
            && next().is_some_and(is_prose)
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    /// Whether the heading of the second of two sections stays, with this under it.
    fn stays(heading: &str, below: &str) -> bool {
        let all = paragraphs(8);
        let ends: Vec<usize> = all.match_indices("<p>").map(|(at, _)| at).collect();
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<h2>The vote</h2>{}{heading}{below}{}</article></body></html>",
            &all[..ends[3]],
            &all[ends[3]..ends[5]],
            &all[ends[5]..]
        );
        rewrite(&html, &clean(&html, &Options::default()).plan).contains(heading)
    }

    #[test]
    fn a_heading_right_over_the_articles_prose_is_no_label() {
        assert!(stays("<h2>Read more</h2>", ""));
        let list = "<ul><li><a href='/a'>Ann: so it is</a></li></ul>";
        assert!(!stays("<h2>Read more</h2>", list));
        // It looks like no other heading.
        assert!(!stays("<h4>Read more</h4>", ""));
    }
}
