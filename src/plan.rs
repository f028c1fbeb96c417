//! plan: verdicts → the fewest edits, after the text budget has had its say.
//!
//! Invariant: this is the only place where a verdict is overruled, and no two hidden blocks nest.

mod alike;
mod article;
mod budget;
mod busy;
mod choose;
mod edit;
mod emptied;
mod headlines;
mod kept;
mod lifted;
mod loss;
mod named;
mod orphans;
mod pictures;
mod rules;
mod sight;
mod spared;
mod whole;

use serde::Serialize;

use crate::judge::context::Context;
use crate::judge::{Judgement, Role};
use crate::options::{Options, Strength};
use crate::outline::Attr;
use crate::verdict::{Action, Certainty, Verdict};
use article::is_article;
pub(crate) use budget::FEW_WORDS;
use busy::is_busy;
pub(crate) use choose::choose;
pub use edit::Edit;
pub(crate) use edit::edits;
pub use rules::RuleReport;

/// What a clean came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Something goes.
    Cleaned,
    /// The article stands there without clutter.
    Nothing,
    /// A page without an article: only what covers it goes.
    NotAnArticle,
    /// The clean would have taken too much of the article; nothing goes.
    TooMuch,
    /// An article of which the page has the beginning only; nothing goes.
    CutOff,
}

/// The edits of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// In document order; no hidden block stands in another.
    pub edits: Vec<Edit>,
    /// What the clean came to.
    pub outcome: Outcome,
    /// The strength it was made for.
    pub strength: Strength,
    /// The part of the page's words that is not the article, 0 to 1.
    pub share: f32,
    /// What became of the reader's rules for this page, in their order.
    pub rules: Vec<RuleReport>,
}

/// A judged page, and what is asked of its plan.
pub(crate) struct Case<'c, 'p> {
    pub context: &'c Context<'p>,
    pub judgement: &'c Judgement,
    pub strength: Strength,
    /// The page is an article; of others only what covers them goes.
    pub article: bool,
}

/// Settles the verdicts.
pub fn plan(context: &Context<'_>, judgement: &Judgement, options: &Options) -> Plan {
    let article = is_article(context, judgement, options) && !is_busy(context, judgement, options);
    let case = Case {
        context,
        judgement,
        strength: options.strength,
        article,
    };
    let (ruled, rules) = rules::settle(&case);
    let mut chosen = granted(&case, &ruled, options);
    let outcome = outcome(judgement, &mut chosen, article);
    let obeys_rules_alone = match outcome {
        Outcome::TooMuch | Outcome::CutOff => true,
        Outcome::NotAnArticle => options.automatic,
        Outcome::Cleaned | Outcome::Nothing => false,
    };
    if obeys_rules_alone {
        chosen.retain(|verdict| verdict.certainty == Certainty::Rule);
    }
    let mut edits = edits(context, judgement, &chosen);
    if outcome == Outcome::Cleaned {
        let kept = &options.facts.kept;
        orphans::add(context, judgement, kept, &mut edits);
        emptied::raise(context, judgement, kept, &mut edits);
    }
    Plan {
        edits,
        outcome,
        strength: options.strength,
        share: share(context, judgement),
        rules,
    }
}

/// What is to go by the word of judges and rules, as far as the budget grants it.
fn granted(case: &Case<'_, '_>, ruled: &[Verdict], options: &Options) -> Vec<Verdict> {
    let (context, judgement) = (case.context, case.judgement);
    let mut verdicts: Vec<&Verdict> = judgement.verdicts.iter().collect();
    spared::spare(context, judgement, &mut verdicts);
    whole::spare(context, judgement, &mut verdicts);
    let lists = alike::settle(case, &mut verdicts);
    verdicts.extend(&lists);
    verdicts.extend(ruled);
    let mut chosen = choose(case, verdicts, &options.facts.kept);
    if was_cleaned(context, case.strength) {
        chosen.retain(|verdict| verdict.action == Action::Mute);
    }
    chosen
}

/// What the clean comes to. Of one that would take much of the article, boxes are `chosen` no more.
fn outcome(judgement: &Judgement, chosen: &mut Vec<Verdict>, article: bool) -> Outcome {
    if judgement.cut_off {
        return Outcome::CutOff;
    }
    if !article {
        return Outcome::NotAnArticle;
    }
    if !loss::settle(judgement, chosen) {
        return Outcome::TooMuch;
    }
    match chosen.iter().any(|v| v.action != Action::Mute) {
        true => Outcome::Cleaned,
        false => Outcome::Nothing,
    }
}

/// A page that our rewriter cleaned at least as strongly: judging what is left once more would take a little more each
/// time.
fn was_cleaned(context: &Context<'_>, strength: Strength) -> bool {
    let mark = context.page.root_attr(Attr::Cleaned);
    mark.is_some_and(|mark| mark == "focus" || strength == Strength::Tidy)
}

fn share(context: &Context<'_>, judgement: &Judgement) -> f32 {
    let seen = context
        .blocks
        .iter()
        .filter(|b| b.is_in_sight())
        .map(|b| b.stats.words)
        .sum::<u32>();
    if seen == 0 {
        return 0.0;
    }
    let article: u32 = context
        .blocks
        .iter()
        .zip(&judgement.parts.roles)
        .filter(|(block, role)| **role != Role::Other && block.is_in_sight())
        .map(|(block, _)| block.stats.words)
        .sum();
    1.0 - article as f32 / seen as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{judge_by, paragraphs};
    use crate::read::read;

    #[test]
    fn doubts_around_a_short_article_add_up_to_no_loss() {
        let list = |at: usize| {
            let link = |place: &str| {
                format!(
                    "<li><a href='/{at}{place}'>News {at} of the {place}, as told by the council</a></li>"
                )
            };
            let links = ["harbour", "mill", "weir"].map(link).concat();
            format!("<section><h4>More on this topic</h4><ul>{links}</ul></section>")
        };
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}</article>{}</body></html>",
            paragraphs(3),
            (0..12).map(list).collect::<String>()
        ));
        let context = Context::new(&page);
        let body = |text: &String| text.contains("the mayor of Lower Marsh");
        let p = |text: &String| if body(text) { 0.9 } else { 0.2 };
        let p = context.texts.iter().map(p).collect();
        let options = Options::default();
        let plan = plan(&context, &judge_by(&context, p, &options), &options);
        assert_eq!(plan.outcome, Outcome::Cleaned);
        assert!(plan.edits.len() >= 12);
    }
}
