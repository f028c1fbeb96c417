//! Share bars and prompts, "follow us", app prompts.

use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, Hints};
use crate::outline::NodeId;
use crate::verdict::{Reason, Verdict};

/// Words of a bar or a prompt.
const MOST_WORDS: u32 = 40;

/// Verdicts on everything that asks to share or follow.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    bench.by_phrase_or_hint(Reason::Share, Hints::SHARE, |id| {
        let sums = bench.context.sums[id as usize];
        sums.words <= MOST_WORDS && sums.prose == 0 && !quotes(bench, id)
    })
}

/// Words of a sentence; labels have fewer.
const SENTENCE: u32 = 6;

/// What somebody wrote elsewhere, shown amid the article: "tweet" is said of it and of a button alike.
fn quotes(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let context = bench.context;
    let says = |at: BlockId| {
        let stats = &context.blocks[at].stats;
        stats.sentences > 0
            && stats.words >= SENTENCE
            && stats.link_density() < 0.5
            && context.phrases[at].is_none()
    };
    bench.overlaps_article(id) && context.blocks_in(id).any(says)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{article_around, paragraphs, with_bench};
    use crate::read::read;
    use crate::{Options, clean, rewrite};

    #[test]
    fn a_post_that_the_article_quotes_is_no_button() {
        let goes = |inside: &str| {
            let page = read(&article_around(&format!(
                "<div class='tweet'>{inside}</div>"
            )));
            let context = Context::new(&page);
            let likely = |text: &String| if text.len() > 80 { 0.95 } else { 0.05 };
            let p: Vec<f32> = context.texts.iter().map(likely).collect();
            with_bench(&context, &p, |bench| !super::judge(bench).is_empty())
        };
        assert!(!goes(
            "<p>The lamp is lit. So are we, all of us.</p><a href='/s/1'>May 3</a>"
        ));
        assert!(goes(
            "<a href='/share'>Tweet</a> <a href='/s'>Post this on X</a>"
        ));
    }

    #[test]
    fn a_bar_in_the_authors_box_is_no_byline() {
        let bar = "<button>Gift</button><button>Letters larger</button>";
        let goes = |class: &str| {
            let html = format!(
                "<html><body><article><h1>The lamp stays lit until the spring</h1><div class='byline'><time>3 May 2026</time><div class='{class}'>{bar}</div></div>{}</article></body></html>",
                paragraphs(8)
            );
            !rewrite(&html, &clean(&html, &Options::default()).plan).contains("Letters larger")
        };
        assert!(goes("share-bar") && !goes("x"));
    }
}
