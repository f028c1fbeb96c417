//! What reads the article out: "Listen to this article", 0:00 / 5:12, "The voice is a machine's".

use super::counts::Counts;
use crate::judge::context::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;

/// A programme has more to say.
const MOST_WORDS: u32 = 40;
/// No more than this is said of nothing but the player.
const LABEL: u32 = 12;

/// The outermost boxes that are named so, have a button and say little, or nothing that the model believes: a recording's
/// quotation is the article's. One with the recording in the page is no voice for the article.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let page = counts.context.page;
    let recording = |id: NodeId| {
        matches!(
            page.tag(id),
            Tag::Audio | Tag::Video | Tag::Iframe | Tag::Img
        )
    };
    let fits = |id: NodeId| {
        counts.context.hints[id as usize].has(Hints::VOICE)
            && counts.may_go(id, MOST_WORDS)
            && counts.has(&counts.buttons, id)
            && (counts.words(&counts.context.blocks_in(id)) == 0
                || counts.context.sums[id as usize].words <= LABEL)
            && !page.descendants(id).any(recording)
    };
    let hinted = counts.context.hinted.iter().copied();
    page.outermost(hinted, fits).collect()
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    fn stays(class: &str, inside: &str) -> bool {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1><div class='{class}'>{inside}</div>{}</article></body></html>",
            paragraphs(6)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan).contains("the lamp of")
    }

    #[test]
    fn the_words_of_what_reads_the_article_out_go() {
        let words = "<button>Play</button><p>Read by a machine: the lamp of Lower Marsh, 3 min</p>";
        assert!(!stays("c-audio-player", words));
        assert!(stays("c-box", words));
        assert!(stays(
            "c-audio-player",
            &format!("{words}<audio src='/a.mp3'></audio>")
        ));
    }
}
