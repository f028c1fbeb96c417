//! Share bars and prompts, "follow us", app prompts.

use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, Hints};
use crate::outline::NodeId;
use crate::verdict::{Reason, Verdict};

/// Verdicts on everything that asks to share or follow.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Share, Hints::SHARE, |id| {
        let sums = bench.context.sums[id as usize];
        sums.words <= 40 && sums.prose == 0 && !quotes(bench, id)
    });
    bench
        .by_phrase(Reason::Share)
        .into_iter()
        .chain(named)
        .collect()
}

/// Words of a sentence; labels have fewer.
const SENTENCE: u32 = 6;

/// What somebody wrote elsewhere, shown amid the article: "tweet" is said of it and of a button alike.
fn quotes(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let context = bench.context;
    let says = |at: BlockId| {
        let stats = &context.blocks[at].stats;
        let ends = context
            .text(at)
            .contains(['.', '!', '?', '…', '。', '！', '？', '؟']);
        ends && stats.words >= SENTENCE
            && stats.link_density() < 0.5
            && context.phrases[at].is_none()
    };
    !bench.is_below_body(id) && !bench.is_above_article(id) && context.blocks_in(id).any(says)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    #[test]
    fn a_post_that_the_article_quotes_is_no_button() {
        let stays = |inside: &str| {
            let html = format!(
                "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='tweet'>{inside}</div>{}</article></body></html>",
                paragraphs(4),
                paragraphs(8).split_off(paragraphs(4).len())
            );
            rewrite(&html, &clean(&html, &Options::default()).plan).contains("tweet")
        };
        assert!(stays(
            "<p>The lamp is lit. So are we, all of us.</p><a href='/s/1'>May 3</a>"
        ));
        assert!(!stays(
            "<a href='/share'>Tweet</a> <a href='/s'>Post this on X</a>"
        ));
    }
}
