//! What a paper sets below its article, or over it: a correction, who worked on it, where it is from. It reads like nothing
//! of the article, and whoever copies that wants to know what was wrong in it.

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context};
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

/// Marks the notes from the headline on as the article's, beside its prose.
pub fn keep(context: &Context<'_>, parts: &Parts, beside: &mut [bool]) {
    let from = parts.range.start;
    for (at, beside) in beside.iter_mut().enumerate().skip(from) {
        let plain = parts.roles[at] == Role::Other && context.blocks[at].is_in_sight();
        *beside |= plain && is_note(context, parts, at);
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

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
}
