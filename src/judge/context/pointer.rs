//! Sentences of the author's that begin as labels do: "See also the manual, which says how to light it".

use crate::blocks::{Block, block_runs};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// Words of such a sentence beside its links. A label's list has the names of authors or papers between them.
const WORDS: usize = 8;
/// Longer ones are no labels.
const MOST_RUNS: usize = 40;

/// True where the text after a link goes on with the same sentence.
pub(super) fn goes_on(page: &Outline, block: &Block) -> bool {
    if block.stats.link_letters == 0 {
        return false;
    }
    let is_linked = |node: NodeId| {
        let mut up = page.self_and_ancestors(node);
        up.by_ref()
            .take_while(|&id| id != block.node)
            .any(|id| page.tag(id) == Tag::A)
    };
    let runs = block_runs(page, block).iter().take(MOST_RUNS);
    let after = runs.skip_while(|run| !is_linked(run.node));
    let plain = after.filter(|run| !is_linked(run.node));
    let words = plain
        .map(|run| page.run_text(run))
        .filter(|text| in_sentence(text))
        .map(|text| text.split_whitespace().count());
    words.sum::<usize>() >= WORDS
}

/// No headline and no sentence of its own begins so.
fn in_sentence(text: &str) -> bool {
    let text = text.trim_start();
    let begins = text.strip_prefix(',').unwrap_or(text).trim_start();
    begins.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::read::read;

    fn is_label(html: &str) -> bool {
        let page = read(&format!("<html><body>{html}</body></html>"));
        Context::new(&page).phrases[0].is_some()
    }

    #[test]
    fn a_sentence_that_points_elsewhere_is_no_label() {
        let link = "<a href='/a'>The lamp of Lower Marsh</a>";
        let points = "which says how it is lit, and who is to do it each evening.";
        assert!(!is_label(&format!("<p>See also: {link}, {points}</p>")));
        assert!(is_label(&format!("<p>See also: {link}</p>")));
        assert!(is_label(&format!("<p>See also: {link}, by Ann Lee</p>")));
        // A teaser's own sentence.
        let teaser = "The keeper told us how it is lit, and who is to do it.";
        assert!(is_label(&format!("<p>See also: {link} {teaser}</p>")));
    }
}
