//! What a paper sets below its article, or over it: a correction, who worked on it, where it is from. It reads like nothing
//! of the article, and whoever copies that wants to know what was wrong in it.

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, heading_around};
use crate::rules::opens_note;

/// A label alone is none.
const FEWEST_WORDS: u32 = 2;

/// True for a note in the article's element, by how it begins.
pub fn is_note(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let block = &context.blocks[at];
    block.stats.words >= FEWEST_WORDS
        && block.stats.link_density() < 0.5
        && context.phrases[at].is_none()
        && context.page.contains(parts.root, block.node)
        && opens_note(context.text(at))
}

/// Marks the notes from the headline on as the article's, beside its prose, each with the heading right over it.
pub fn keep(context: &Context<'_>, parts: &Parts, beside: &mut [bool]) {
    let plain = |at: BlockId| parts.roles[at] == Role::Other && context.blocks[at].is_in_sight();
    for at in parts.range.start..beside.len() {
        if plain(at) && is_note(context, parts, at) {
            beside[at] = true;
            if at > parts.range.end && plain(at - 1) && heads_note(context, parts, at - 1) {
                beside[at - 1] = true;
            }
        }
    }
}

/// A heading without a link in the article's element, which says nothing of clutter.
fn heads_note(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    let block = &context.blocks[at];
    heading_around(context.page, block.node).is_some()
        && block.stats.links == 0
        && context.phrases[at].is_none()
        && context.page.contains(parts.root, block.node)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean, rewrite};

    #[test]
    fn a_correction_is_copied_and_a_plain_body_is_without_it() {
        let note = "Correction: the lamp was lit at six, not at seven.";
        let page = |below: &str| {
            format!(
                "<html lang='en'><body><article><h1>The lamp stays lit until the spring</h1>{}{below}</article></body></html>",
                paragraphs(8)
            )
        };
        let copied = clean(
            &page(&format!("<p class='x'>{note}</p>")),
            &Options::default(),
        );
        assert!(copied.text(TextForm::Article).contains(note) && copied.markdown().contains(note));
        assert!(!copied.text(TextForm::Body).contains(note));
        let comment =
            format!("<section class='comments'><h2>Comments</h2><p>Ida</p><p>{note}</p></section>");
        let beside = clean(
            &page("").replace("</article>", &format!("</article>{comment}")),
            &Options::default(),
        );
        assert!(!beside.text(TextForm::Article).contains(note));
    }

    #[test]
    fn the_heading_of_a_note_stays_with_it() {
        let stays = |heading: &str| {
            let others = "<h3>Related stories</h3><ul><li><a href='/a'>Ring found at the weir today</a></li>\
                          <li><a href='/b'>The ferry comes later today</a></li></ul>";
            let html = format!(
                "<html lang='en'><body><article><h1>The lamp stays lit until the spring</h1>{}{others}\
                 <div>{heading}<p>Reporting by Ida Brandt; editing by Bo Doe</p></div></article></body></html>",
                paragraphs(8)
            );
            let clean = clean(&html, &Options::default());
            let texts = [rewrite(&html, &clean.plan), clean.text(TextForm::Article)];
            assert!(texts.iter().all(|text| text.contains("Reporting by Ida")));
            texts.map(|text| text.contains("Who worked on it"))
        };
        assert_eq!(stays("<h3>Who worked on it</h3>"), [true; 2]);
        assert!(!stays("<h3><a href='/c'>Who worked on it</a></h3>")[1]);
        assert!(!stays("<p>Who worked on it</p>")[1]);
    }

    #[test]
    fn a_source_in_turkish_is_a_note() {
        let note = "Kaynak: Liman Ajansı";
        let html = format!(
            "<html lang='tr'><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='x'>{note}</div></article></body></html>",
            paragraphs(8)
        );
        let clean = clean(&html, &Options::default());
        assert!(rewrite(&html, &clean.plan).contains(note));
        assert!(clean.text(TextForm::Article).contains(note));
    }
}
