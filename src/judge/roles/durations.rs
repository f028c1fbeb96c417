//! How long a recipe takes, where the page's JSON-LD says so. "30 min" is how long it takes to read elsewhere, and nothing
//! of it reads like the article, but who cooks looks for it first.

use super::found::Parts;
use super::mass::Mass;
use super::role::Role;
use crate::judge::context::{BlockId, Context};
use crate::verdict::Reason;

/// Words of a time with its label: "Total time: 1 hour 35 minutes".
const MOST_WORDS: u32 = 8;
/// A time and its label may be a block each.
const WITH_LABEL: u32 = 2;

/// Marks the lines that say how long it takes, and their labels, as the article's, beside its prose.
pub fn keep(context: &Context<'_>, parts: &Parts, beside: &mut [bool], mass: &mut Mass) {
    if context.page.metadata.minutes.is_empty() {
        return;
    }
    for at in parts.range.clone().filter(|&at| is_time(context, at)) {
        for own in context.blocks_in(context.grow(context.unit(at), WITH_LABEL)) {
            let plain = parts.roles[own] == Role::Other
                && context.blocks[own].is_in_sight()
                && context.blocks[own].stats.words <= MOST_WORDS;
            if plain {
                beside[own] = true;
                mass.protect(context.page, context.blocks[own].node);
            }
        }
    }
}

/// A short line that says as many minutes, or hours and minutes, as one of the recipe's times, in whatever language.
fn is_time(context: &Context<'_>, at: BlockId) -> bool {
    let (block, minutes) = (&context.blocks[at], &context.page.metadata.minutes);
    let reads = context.phrases[at].is_none_or(|said| said.reason == Reason::Byline);
    let is_short = block.stats.digits > 0 && block.stats.words <= MOST_WORDS;
    if !is_short || !reads || block.stats.links > 0 {
        return false;
    }
    let numbers = context.text(at).split(|c: char| !c.is_ascii_digit());
    let (mut said, mut count) = (0u32, 0);
    for number in numbers.filter_map(|number| number.parse::<u32>().ok()) {
        said = said.saturating_mul(60).saturating_add(number);
        count += 1;
    }
    let hours = count == 1 && minutes.contains(&said.saturating_mul(60));
    count <= 2 && (minutes.contains(&said) || hours)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, Strength, clean, rewrite};

    /// The page with this between headline and text, of a recipe that takes an hour and a half.
    fn cleaned(above: &str) -> String {
        let html = format!(
            "<html><head><script type='application/ld+json'>{{\"@type\":\"Recipe\",\"name\":\"Stew\",\"prepTime\":\"PT20M\",\
             \"totalTime\":\"P0DT1H30M\"}}</script></head><body><article><h1>The lamp keeper's stew of beans</h1>{}{above}{}</article></body></html>",
            paragraphs(1),
            paragraphs(6)
        );
        let options = Options {
            strength: Strength::Focus,
            ..Options::default()
        };
        rewrite(&html, &clean(&html, &options).plan)
    }

    #[test]
    fn how_long_a_recipe_takes_stays_with_its_label() {
        let stays = |time: &str| {
            let row = format!("<div class='s'><div class='l'>Vorab</div><span>{time}</span></div>");
            let page = cleaned(&format!("<div>{row}</div>"));
            (page.contains(time), page.contains("Vorab"))
        };
        assert_eq!(stays("20 min"), (true, true));
        assert_eq!(stays("1 hr 30 min"), (true, true));
        assert!(!stays("7 min").0);
    }
}
