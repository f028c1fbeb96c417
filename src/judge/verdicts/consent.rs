//! Consent banners.

use crate::judge::bench::{Bench, evidence};
use crate::judge::context::{Hints, is_button};
use crate::outline::{NodeId, Outline};
use crate::verdict::{Certainty, Reason, Verdict};

/// Words of the article that what is called after consent may hold.
const MOST_OWN: f32 = 20.0;
/// Words and blocks of what stands for an embed, and what of it would be taken for the article's.
const MOST_WORDS: u32 = 80;
const MOST_BLOCKS: u32 = 6;
const LIKELY: f32 = 0.75;

/// Verdicts on cookie and consent banners, wherever they stand.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let is_no_article = |id: NodeId| bench.mass.words(id) < MOST_OWN;
    let mut out = bench.by_phrase_or_hint(Reason::Consent, Hints::CONSENT, is_no_article);
    out.extend(placeholders(bench));
    out
}

/// What stands for an embed until the reader agrees to load it: a sentence that says so, and a button.
fn placeholders(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let context = bench.context;
    let verdict = |at: usize| {
        let phrase = context.phrases[at].filter(|phrase| phrase.reason == Reason::Consent)?;
        if bench.is_material(at) {
            return None;
        }
        let block = &context.blocks[at];
        let around = context.page.self_and_ancestors(block.node);
        let small = |&id: &NodeId| is_small(bench, id);
        let id = around
            .take_while(small)
            .find(|&id| holds_button(context.page, id))?;
        let evidence = evidence(phrase);
        Some(Verdict::hide(
            id,
            Reason::Consent,
            Certainty::Strong,
            evidence,
        ))
    };
    bench.parts.range.clone().filter_map(verdict).collect()
}

/// A box of a few lines, none of them surely the article's.
fn is_small(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let sums = bench.context.sums[id as usize];
    sums.words <= MOST_WORDS
        && sums.blocks <= MOST_BLOCKS
        && bench.mass.likeliest(id) < LIKELY
        && bench.is_plain(id)
}

fn holds_button(page: &Outline, id: NodeId) -> bool {
    let mut inside = page.descendants(id);
    inside.any(|d| is_button(page, d))
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::tidied_around;

    /// Whether the article keeps this amid its paragraphs.
    fn stays(amid: &str) -> bool {
        tidied_around(amid).contains("Video of the lamp")
    }

    #[test]
    fn the_placeholder_of_an_embed_goes_with_its_button() {
        let says = "<p>We need your consent to load this content.</p>";
        let embed =
            |inside: &str| format!("<div class='css-1'><h4>Video of the lamp</h4>{inside}</div>");
        assert!(!stays(&embed(&format!(
            "{says}<button>Load it once</button>"
        ))));
        assert!(stays(&embed(
            "<pre>We need your consent to load this content.</pre><button>Copy</button>"
        )));
        assert!(stays(&embed(
            "<p>The keeper needs your consent to climb it.</p><button>Load it once</button>"
        )));
    }
}
