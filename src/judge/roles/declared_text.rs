//! The article's text as the page's JSON-LD gives it: it goes on where the model stops, at a last paragraph in italics or
//! a list of names below it.

use rustc_hash::FxHashSet;

use super::role::BODY;
use crate::judge::context::{BlockId, Context};
use crate::rules::speaks_for_site;
use crate::tag::Tag;
use crate::words::{Word, threes};

/// Makes body text of what stands behind the beginning of the likely text, word for word in JSON-LD's body, and nowhere
/// in the likely text: a pull quote does. Bodies of other articles and of all of the page's are told by how much of the
/// likely text they hold.
pub fn raise(context: &Context<'_>, p: &mut [f32]) {
    let Some(said) = context.page.metadata.body.as_deref() else {
        return;
    };
    let said: FxHashSet<Word> = threes(said).into_iter().collect();
    let likely: Vec<BlockId> = (0..p.len()).filter(|&at| p[at] >= BODY).collect();
    let own: Vec<Word> = likely
        .iter()
        .flat_map(|&at| threes(context.text(at)))
        .collect();
    let held = own.iter().filter(|three| said.contains(three)).count();
    if own.is_empty() || held * WHOLE.1 < own.len() * WHOLE.0 {
        return;
    }
    let own: FxHashSet<Word> = own.into_iter().collect();
    let goes_on = |&at: &BlockId| {
        let threes = threes(context.text(at));
        let again = threes.iter().filter(|three| own.contains(three)).count();
        2 * again < threes.len()
            && threes.iter().all(|three| said.contains(three))
            // What the site says for itself JSON-LD may hold like all else.
            && !speaks_for_site(context.text(at), context.lower(at))
    };
    let rest = likely[0]..p.len();
    let open = |&at: &BlockId| p[at] < BODY && may_be_text(context, at);
    for at in rest.filter(open).filter(goes_on).collect::<Vec<_>>() {
        p[at] = BODY;
    }
}

/// So much of the likely text JSON-LD's body must hold.
const WHOLE: (usize, usize) = (4, 5);

/// What is no link, label or caption.
fn may_be_text(context: &Context<'_>, at: BlockId) -> bool {
    let (page, block) = (context.page, &context.blocks[at]);
    let mut around = page.self_and_ancestors(block.inner).take(LEVELS);
    block.is_in_sight()
        && block.stats.link_density() < 0.3
        && context.phrases[at].is_none()
        && context.headline != Some(at)
        && !around.any(|id| matches!(page.tag(id), Tag::Figure | Tag::Figcaption))
}

/// Levels in which a caption's element is looked for.
const LEVELS: usize = 6;

#[cfg(test)]
mod tests {
    use super::raise;
    use crate::judge::context::Context;
    use crate::judge::paragraphs;
    use crate::read::read;

    /// Whether `line` is text on a page with this below the article, where JSON-LD says that the article is `said`.
    fn is_text(said: &str, below: &str, line: &str) -> bool {
        let page = read(&format!(
            r#"<html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"The lamp","articleBody":"{said}"}}</script></head>
            <body><article><h1>The lamp stays lit until the spring</h1>{}{below}</article></body></html>"#,
            paragraphs(4)
        ));
        let context = Context::new(&page);
        let likely = |text: &String| {
            if text.contains("council voted") {
                0.9
            } else {
                0.1
            }
        };
        let mut p: Vec<f32> = context.texts.iter().map(likely).collect();
        raise(&context, &mut p);
        let at = context.texts.iter().position(|text| text == line);
        at.is_some_and(|at| p[at] >= 0.5)
    }

    const LINE: &str = "The keeper has three children and a cat.";

    #[test]
    fn the_text_goes_on_as_json_ld_says() {
        let article = paragraphs(4).replace("<p>", "").replace("</p>", " ");
        let below = format!("<p><i>{LINE}</i></p>");
        assert!(is_text(&format!("{article}{LINE}"), &below, LINE));
        assert!(!is_text(&article, &below, LINE));
        assert!(!is_text(&format!("Another article. {LINE}"), &below, LINE));
    }

    #[test]
    fn links_captions_and_what_speaks_for_the_site_or_was_said_are_no_text() {
        let article = paragraphs(4).replace("<p>", "").replace("</p>", " ");
        let said = format!("{article}{LINE}");
        let link = format!("<p><a href='/cat'>{LINE}</a></p>");
        assert!(!is_text(&said, &link, LINE));
        let caption = format!("<figure><img src='a.jpg'><figcaption>{LINE}</figcaption></figure>");
        assert!(!is_text(&said, &caption, LINE));
        let earns = "When you buy through links on our site, we may earn an affiliate commission.";
        let said = format!("{said} {earns}");
        assert!(!is_text(&said, &format!("<p>{earns}</p>"), earns));
        let quote = "to keep the lamp at the harbour lit until the spring";
        assert!(!is_text(
            &said,
            &format!("<blockquote>{quote}</blockquote>"),
            quote
        ));
    }
}
