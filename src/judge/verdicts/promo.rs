//! Promo lines and boxes: "Also on …", "Read more: …", also between the paragraphs of the article.

use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::verdict::{Reason, Verdict};

/// Words of a promo: a wrapper of the article may be called so, too.
const MOST_WORDS: u32 = 120;

/// Verdicts on promos.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    bench.by_phrase_or_hint(Reason::Promo, Hints::PROMO, |id| {
        let sums = bench.context.sums[id as usize];
        sums.words <= MOST_WORDS
            && (sums.link_density() > 0.5 || (sums.prose == 0 && bench.may_lead_on(id)))
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::tidied_around;

    /// Whether the line stays on the page in such an element amid the article.
    fn stays(amid: &str) -> bool {
        tidied_around(amid).contains("Good to know")
    }

    #[test]
    fn the_title_of_a_note_stays_with_it() {
        let note =
            "<p>Dogs and cats do not count, whatever the mayor of Lower Marsh may say of them.</p>";
        assert!(stays(&format!(
            "<div class='fr-callout'><p class='fr-callout__title'>Good to know</p>{note}</div>"
        )));
        assert!(!stays(
            "<div class='promo'><p>Good to know</p><a href='/a'>The ferry comes later today</a></div>"
        ));
        assert!(!stays(
            "<a href='/a'><div class='promo'><p>Good to know</p></div></a>"
        ));
    }
}
