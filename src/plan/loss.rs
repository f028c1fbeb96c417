//! What a clean costs of the article, and what stays where it would cost too much.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::judge::Judgement;
use crate::verdict::{Action, Certainty, Verdict};

/// A clean may take this part of the article's expected words; boxes stay until it does.
pub(super) const MOST_LOST: f32 = 0.1;

/// Of one that would take as much, nothing is to be believed.
const HALF: f32 = 0.5;

/// Boxes in which the model believes nothing lose none of the article: around a short one their doubts would add up to a
/// paragraph.
const LIKELY: f32 = 0.3;

/// True where the clean would take so much of the article that it is refused. Of less, the boxes stay that hold the most:
/// of a hundred words two calls for a newsletter are a tenth, and no reason to leave the rest of the page as it is. What is
/// wrong of one box is so of the others that the same words would take.
pub(super) fn is_too_much(judgement: &Judgement, chosen: &mut Vec<Verdict>) -> bool {
    let whole = judgement.mass.words(0).max(1.0);
    let costly = |verdict: &&Verdict| cost(judgement, verdict) > 0.0;
    let mut lost = 0.0;
    let mut costs: FxHashMap<String, f32> = FxHashMap::default();
    for verdict in chosen.iter().filter(costly) {
        let cost = cost(judgement, verdict);
        *costs.entry(verdict.evidence.to_string()).or_default() += cost;
        lost += cost;
    }
    if lost > HALF * whole {
        return true;
    }
    let mut least: Vec<(String, f32)> = costs.into_iter().collect();
    least.sort_by(|(told, a), (other, b)| a.total_cmp(b).then_with(|| told.cmp(other)));
    let mut stays = FxHashSet::default();
    while lost > MOST_LOST * whole
        && let Some((told, cost)) = least.pop()
    {
        lost -= cost;
        stays.insert(told);
    }
    if !stays.is_empty() {
        chosen.retain(|v| !(costly(&v) && stays.contains(&v.evidence.to_string())));
    }
    false
}

/// The article's words that a verdict takes.
fn cost(judgement: &Judgement, verdict: &Verdict) -> f32 {
    let hides = verdict.action == Action::Hide && verdict.certainty != Certainty::Rule;
    match hides && judgement.mass.likeliest(verdict.node) >= LIKELY {
        true => judgement.mass.words(verdict.node),
        false => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{article_around, judge_by};
    use crate::plan::{Outcome, plan};
    use crate::read::read;
    use crate::{Options, rewrite};

    /// What the clean of a page comes to on which all reads like the article but the advert's label, and what it leaves.
    fn cleaned(pitches: &str) -> (Outcome, String) {
        let html = article_around(&format!("{pitches}<p>Advertisement</p>"));
        let page = read(&html);
        let context = Context::new(&page);
        let likely = |text: &String| if text == "Advertisement" { 0.01 } else { 0.8 };
        let p = context.texts.iter().map(likely).collect();
        let options = Options::default();
        let plan = plan(&context, &judge_by(&context, p, &options), &options);
        (plan.outcome, rewrite(&html, &plan))
    }

    const PITCH: &str = "<div><p>Subscribe to our newsletter for the harbour, the mill and the weir in ten calm words</p></div>";

    #[test]
    fn what_holds_the_most_stays_and_the_rest_goes() {
        let (outcome, left) = cleaned(&PITCH.repeat(4));
        assert_eq!(outcome, Outcome::Cleaned);
        assert!(!left.contains("Advertisement"), "{left}");
        assert_eq!(left.matches("Subscribe to").count(), 4);
    }

    #[test]
    fn what_the_same_words_would_take_stays_whole() {
        let short = "<div><p>Subscribe to our newsletter for ten words</p></div>";
        let (_, left) = cleaned(&format!("{}{short}", PITCH.repeat(4)));
        assert_eq!(left.matches("Subscribe to").count(), 5, "{left}");
        let (_, left) = cleaned(short);
        assert!(!left.contains("Subscribe to"), "{left}");
    }

    #[test]
    fn a_clean_of_half_of_the_article_is_refused() {
        let (outcome, left) = cleaned(&PITCH.repeat(30));
        assert_eq!(outcome, Outcome::TooMuch);
        assert!(left.contains("Advertisement"));
    }
}
