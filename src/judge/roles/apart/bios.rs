//! Who wrote the article, in sentences. The line with the name is a byline and stays.

use super::SHORT_ARTICLE;
use super::counts::Counts;
use crate::judge::context::Hints;
use crate::outline::NodeId;

/// Words of a life in short.
const MOST_WORDS: u32 = 120;

/// The outermost elements that are named so. Above the end of the article, what reads like its text is: a column may stand
/// in its author's box.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let context = counts.context;
    let fits = |id: NodeId| {
        context.hints[id as usize].has(Hints::BIO)
            && counts.may_go(id, MOST_WORDS)
            && (counts.words(&context.blocks_in(id)) == 0 || is_below(counts, id))
    };
    let hinted = context.hinted.iter().copied();
    context.page.outermost(hinted, fits).collect()
}

fn is_below(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let end = counts.context.blocks_in(id).end;
    counts.words(&(end..counts.context.blocks.len())) < SHORT_ARTICLE
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
        for name in ["c-author-bio", "postprofile"] {
            assert!(!cleaned(name).contains("Ida writes of harbours"), "{name}");
        }
        assert!(cleaned("c-x").contains("Ida writes of harbours"));
    }
}
