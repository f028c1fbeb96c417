//! What a clean costs of the article, and what stays where it would cost too much.

use crate::judge::Judgement;
use crate::verdict::{Action, Certainty, Verdict};

/// A clean may take this part of the article's expected words; boxes stay until it does.
pub(super) const MOST_LOST: f32 = 0.1;

/// Of one that would take as much, nothing is to be believed.
const HALF: f32 = 0.5;

/// Boxes in which the model believes nothing lose none of the article: around a short one their doubts would add up to a
/// paragraph.
const LIKELY: f32 = 0.3;

/// Kinds of evidence that may be wrong on one page; of a page with more, nothing is to be believed either.
const MOST_WRONG: usize = 20;

/// Has the boxes stay that hold the most, until the clean takes little enough of the article: of a hundred words two calls
/// for a newsletter are a tenth, and no reason to leave the rest of the page as it is. What is wrong of one box is so of the
/// others that the same words would take. False where the clean is to be refused.
pub(super) fn settle(judgement: &Judgement, chosen: &mut Vec<Verdict>) -> bool {
    let whole = judgement.mass.words(0).max(1.0);
    let lost = |chosen: &[Verdict]| -> f32 { chosen.iter().map(|v| cost(judgement, v)).sum() };
    if lost(chosen) > HALF * whole {
        return false;
    }
    for _ in 0..MOST_WRONG {
        if lost(chosen) <= MOST_LOST * whole {
            return true;
        }
        let dearer = |a: &&Verdict, b: &&Verdict| cost(judgement, a).total_cmp(&cost(judgement, b));
        let most = chosen.iter().max_by(dearer).map(|v| v.evidence.clone());
        chosen.retain(|v| most.as_ref() != Some(&v.evidence) || cost(judgement, v) <= 0.0);
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
        cleaned_where(0.8, pitches)
    }

    /// The same where the pitches read less so.
    fn cleaned_where(believed: f32, pitches: &str) -> (Outcome, String) {
        let html = article_around(&format!("{pitches}<p>Advertisement</p>"));
        let page = read(&html);
        let context = Context::new(&page);
        let likely = |text: &String| match text.as_str() {
            "Advertisement" => 0.01,
            pitch if pitch.starts_with("Subscribe") => believed,
            _ => 0.8,
        };
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
    fn boxes_of_which_nothing_is_believed_cost_nothing_however_many() {
        let (outcome, left) = cleaned_where(0.25, &PITCH.repeat(12));
        assert_eq!(outcome, Outcome::Cleaned);
        assert!(!left.contains("Subscribe to"), "{left}");
    }

    #[test]
    fn a_clean_of_half_of_the_article_is_refused() {
        let (outcome, left) = cleaned(&PITCH.repeat(30));
        assert_eq!(outcome, Outcome::TooMuch);
        assert!(left.contains("Advertisement"));
    }
}
