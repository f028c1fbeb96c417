//! What the page itself says its article is made of, beside prose: a recipe's ingredients and steps.

use rustc_hash::FxHashSet;

use super::role::BODY;
use crate::judge::context::{BlockId, Context};
use crate::words::{Word, words_of};

/// Makes body text of the blocks that say, word for word, a part that the page's JSON-LD gives. Teasers carry JSON-LD too:
/// half of the parts must be shown.
pub fn raise(context: &Context<'_>, p: &mut [f32]) {
    let said: FxHashSet<Vec<Word>> = context
        .page
        .metadata
        .parts
        .iter()
        .map(|part| words_of(part))
        .filter(|words| !words.is_empty())
        .collect();
    if said.is_empty() {
        return;
    }
    let mut seen = FxHashSet::default();
    let mut shown: Vec<BlockId> = Vec::new();
    for (at, block) in context.blocks.iter().enumerate() {
        let Some(part) = said.get(&words_of(context.text(at))) else {
            continue;
        };
        if block.is_in_sight() {
            seen.insert(part);
            shown.push(at);
        }
    }
    if 2 * seen.len() >= said.len() {
        shown.iter().for_each(|&at| p[at] = p[at].max(BODY));
    }
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
}
