//! What the page itself says its article is made of, beside prose: a recipe's ingredients and steps, a fact check's claim
//! and verdict.

use rustc_hash::FxHashMap;

use super::role::BODY;
use crate::blocks::block_runs;
use crate::judge::context::{BlockId, Context, link_around};
use crate::words::{Word, words_of};

/// Makes body text of the blocks that say, word for word, a part that the page's JSON-LD gives. Teasers carry JSON-LD too:
/// half of the parts must be shown.
pub fn raise(context: &Context<'_>, p: &mut [f32]) {
    let mut said: FxHashMap<Vec<Word>, usize> = FxHashMap::default();
    let parts = context.page.metadata.parts.iter();
    for words in parts.map(|part| words_of(part)) {
        if !words.is_empty() {
            *said.entry(words).or_default() += 1;
        }
    }
    if said.is_empty() {
        return;
    }
    let mut seen: FxHashMap<&[Word], usize> = FxHashMap::default();
    let mut shown: Vec<BlockId> = Vec::new();
    for (at, block) in context.blocks.iter().enumerate() {
        let own = || words_of(&beside_links(context, at));
        let part = said
            .get_key_value(&words_of(context.text(at)))
            .or_else(|| said.get_key_value(&own()));
        let Some((part, &times)) = part.filter(|_| block.is_in_sight()) else {
            continue;
        };
        let before = seen.entry(part).or_default();
        *before += 1;
        // "False" stands under the teasers of other fact checks, too.
        if part.len() >= SENTENCE || *before <= times {
            shown.push(at);
        }
    }
    if 2 * seen.len() >= said.len() {
        shown.iter().for_each(|&at| p[at] = p[at].max(BODY));
    }
}

/// A part of fewer words may be said of something else.
const SENTENCE: usize = 3;
/// Words of a short part with a link beside it: "False", "About this rating".
const MOST_WORDS: u32 = 12;

/// The text of a short line without its links; empty where it has none.
fn beside_links(context: &Context<'_>, at: BlockId) -> String {
    let (page, block) = (context.page, &context.blocks[at]);
    if block.stats.links == 0 || block.stats.words > MOST_WORDS {
        return String::new();
    }
    let own = block_runs(page, block)
        .iter()
        .filter(|run| link_around(page, run.node, 3).is_none());
    own.map(|run| page.run_text(run))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::raise;
    use crate::judge::context::Context;
    use crate::read::read;

    /// Which blocks are body text on a page with this list and a recipe of these ingredients and one step.
    fn raised(shown: &[&str], ingredients: &str) -> Vec<String> {
        let items: String = shown
            .iter()
            .map(|text| format!("<li>{text}</li>"))
            .collect();
        let page = read(&format!(
            r#"<html><head><script type="application/ld+json">{{"@graph":[{{"@type":"Recipe","name":"Stew",
            "recipeIngredient":[{ingredients}],"recipeInstructions":[{{"@type":"HowToSection",
            "itemListElement":[{{"@type":"HowToStep","text":"Stir it well."}}]}}]}}]}}</script></head>
            <body><p>So good.</p><ul>{items}</ul></body></html>"#
        ));
        let context = Context::new(&page);
        let mut p = vec![0.1; context.blocks.len()];
        raise(&context, &mut p);
        let body = (0..p.len()).filter(|&at| p[at] >= 0.5);
        body.map(|at| context.texts[at].clone()).collect()
    }

    #[test]
    fn what_a_recipe_is_made_of_is_its_text() {
        let shown = ["▢ 2 cups beans", "Stir it well", "More stews"];
        assert_eq!(
            raised(&shown, r#""2 cups beans", "1 cup of water""#),
            ["▢ 2 cups beans", "Stir it well"]
        );
    }

    #[test]
    fn a_recipe_that_the_page_hardly_shows_is_a_teaser() {
        let shown = ["2 cups beans", "More stews"];
        let other = r#""2 cups beans", "1 cup of water", "3 walnuts""#;
        assert!(raised(&shown, other).is_empty());
    }

    #[test]
    fn the_claim_and_the_verdict_of_a_fact_check_are_its_text() {
        let page = read(
            r#"<html><head><script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"The lamp was sold.",
            "reviewRating":{"@type":"Rating","alternateName":"False"}}</script></head><body><p>The lamp was sold.</p>
            <div>False <a href="/ratings">About this rating</a></div><p>A word more.</p><ul><li>False</li></ul></body></html>"#,
        );
        let context = Context::new(&page);
        let mut p = vec![0.1; context.blocks.len()];
        raise(&context, &mut p);
        let raised: Vec<bool> = p.iter().map(|&p| p >= 0.5).collect();
        assert_eq!(raised, [true, true, false, false]);
    }
}
