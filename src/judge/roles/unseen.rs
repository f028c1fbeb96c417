//! What the live page does not render, and no copy holds: tooltips, second versions for other windows, forms that wait
//! for a click. Sheets and scripts decide it, so the page's HTML does not say.

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, is_paragraph};
use crate::outline::NodeId;

/// A paragraph as likely as this is the article's, seen or not: sites keep some from sight until a reader pays or asks for
/// more.
const SURE: f32 = 0.6;

/// Marks in `out` what of the elements `unseen` no copy holds.
pub fn leave_out(
    context: &Context<'_>,
    p: &[f32],
    parts: &Parts,
    unseen: &[NodeId],
    out: &mut [bool],
) {
    let page = context.page;
    for &id in unseen.iter().filter(|&&id| id < page.len()) {
        let blocks = context.blocks_in(id);
        if blocks.is_empty() {
            // A part of a line.
            out[page.places(id)].fill(true);
        }
        for at in blocks.filter(|&at| !stays(context, p, parts, at)) {
            out[context.blocks[at].node as usize] = true;
        }
    }
}

fn stays(context: &Context<'_>, p: &[f32], parts: &Parts, at: BlockId) -> bool {
    let prose = is_paragraph(&context.blocks[at]) && p[at] >= SURE;
    prose || parts.roles[at] == Role::Headline
}

#[cfg(test)]
mod tests {
    use crate::judge::{later_paragraphs, paragraphs};
    use crate::{LiveFacts, Options, TextForm, clean};

    /// The copy of an article that holds this, with the elements of these classes not rendered.
    fn copied(inside: &str, classes: &[&str]) -> String {
        let html = format!(
            "<html><head><title>The lamp stays lit</title></head><body><article><h1>The lamp stays lit</h1>{}{inside}{}</article></body></html>",
            paragraphs(4),
            later_paragraphs(),
        );
        let page = crate::read::read(&html);
        let bears = |id: &u32| {
            let class = page.attr(*id, crate::outline::Attr::Class);
            class.is_some_and(|class| classes.contains(&class))
        };
        let facts = LiveFacts {
            unseen: (0..page.len()).filter(bears).collect(),
            ..LiveFacts::default()
        };
        let options = Options {
            facts,
            ..Options::default()
        };
        clean(&html, &options).text(TextForm::Article)
    }

    #[test]
    fn a_part_of_a_line_that_is_not_rendered_is_not_copied() {
        let line = "<p>The keeper, who has kept the lamp for thirty years, said that <span class='tip'>a fathom is six feet</span> the water was forty fathoms deep there.</p>";
        assert!(copied(line, &[]).contains("six feet"));
        let seen = copied(line, &["tip"]);
        assert!(!seen.contains("six feet") && seen.contains("forty fathoms deep"));
    }

    #[test]
    fn a_list_that_is_not_rendered_is_not_copied_but_paragraphs_are() {
        let list = "<ul class='gains'><li>All of our lamps</li><li>Our lamps on paper</li><li>Lamps each day</li></ul>";
        let both = format!(
            "{list}<div class='rest'><p>Whoever climbs the stairs in winter has to carry the oil himself, the keeper \
             said, who has done so with her brother on most nights since then.</p></div>"
        );
        assert!(copied(&both, &[]).contains("lamps on paper"));
        let seen = copied(&both, &["gains", "rest"]);
        assert!(!seen.contains("lamps on paper"), "{seen}");
        assert!(seen.contains("climbs the stairs"), "{seen}");
    }
}
