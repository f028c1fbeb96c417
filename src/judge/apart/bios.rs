//! Who wrote the article, in sentences. The line with the name is a byline and stays.

use crate::judge::boxes::is_landmark;
use crate::judge::tokens::Hints;
use crate::outline::NodeId;

use super::Counts;

/// Words of a life in short.
const MOST_WORDS: u32 = 120;
/// From this probability on a block is the article's wherever it stands.
const SURE: f32 = 0.85;

/// The outermost elements that are named so.
pub(super) fn boxes(counts: &Counts<'_, '_>, p: &[f32]) -> Vec<NodeId> {
    let (context, page) = (counts.context, counts.context.page);
    let is_bio = |id: NodeId| {
        let blocks = context.blocks_in(id);
        let headed = context.headline.is_some_and(|at| blocks.contains(&at));
        context.hints[id as usize].has_all(Hints::BIO)
            && context.sums[id as usize].words <= MOST_WORDS
            && !headed
            && !is_landmark(page.tag(id))
            && counts.is_lesser(&blocks)
            && blocks.clone().all(|at| p[at] < SURE)
    };
    let mut out = Vec::new();
    let mut id = 0;
    while id < page.len() {
        if is_bio(id) {
            out.push(id);
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    fn cleaned(class: &str) -> String {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='{class}'>\
             <p class='byline'>By <a href='/ida' rel='author'>Ida Brandt</a></p><div><p>Ida writes of harbours, lamps and \
             councils and lives in Lower Marsh with a dog that has never seen the sea.</p></div></div></article></body></html>",
            paragraphs(6)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }

    #[test]
    fn the_life_of_an_author_goes() {
        assert!(!cleaned("c-author-bio").contains("Ida writes of harbours"));
        assert!(cleaned("c-x").contains("Ida writes of harbours"));
    }
}
