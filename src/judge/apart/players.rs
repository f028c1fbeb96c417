//! What reads the article out: "Listen to this article", 0:00 / 5:12, "The voice is a machine's".

use crate::judge::boxes::is_landmark;
use crate::judge::tokens::Hints;
use crate::outline::NodeId;
use crate::tag::Tag;

use super::Counts;

/// Words and elements of one. A programme has more to say.
const MOST_WORDS: u32 = 40;
const MOST_ELEMENTS: u32 = 80;

/// The outermost boxes that are named so. One with a recording in the page is no voice for the article.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let page = counts.context.page;
    let mut out = Vec::new();
    let mut id = 0;
    while id < page.len() {
        if counts.context.hints[id as usize].has_all(Hints::VOICE) && is_player(counts, id) {
            out.push(id);
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
    out
}

fn is_player(counts: &Counts<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (counts.context, counts.context.page);
    let recording = |d: NodeId| {
        matches!(
            page.tag(d),
            Tag::Audio | Tag::Video | Tag::Iframe | Tag::Img
        )
    };
    page.node(id).end - id <= MOST_ELEMENTS
        && context.sums[id as usize].words <= MOST_WORDS
        && counts.has(&counts.buttons, id)
        && counts.words(&context.blocks_in(id)) == 0
        && !is_landmark(page.tag(id))
        && !page.descendants(id).any(recording)
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
        let words = "<button>Play</button><p>A voice made by a machine reads this story of the lamp of Lower Marsh to you.</p>";
        assert!(!stays("c-audio-player", words));
        assert!(stays("c-box", words));
        assert!(stays(
            "c-audio-player",
            &format!("{words}<audio src='/a.mp3'></audio>")
        ));
    }
}
