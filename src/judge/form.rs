//! Forms to fill in below the article: letters to a firm, estimates, callers to be called back.

use crate::evidence::Clue;
use crate::judge::boxes::Bench;
use crate::judge::newsletter::is_small;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Fields of a form that is more than a search.
const FEWEST_FIELDS: usize = 2;

/// Verdicts on such forms, each with the lines above it that say what it is for.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let page = bench.context.page;
    let forms = (0..page.len()).filter(|&id| page.tag(id) == Tag::Form && is_written(bench, id));
    forms
        .filter_map(|form| {
            let small = |&up: &NodeId| is_small(bench, up) && bench.is_below_body(up);
            let up = std::iter::once(form).chain(page.ancestors(form));
            up.take_while(small).last()
        })
        .map(|id| Verdict::hide(id, Reason::Widget, Certainty::Strong, Clue::Outside))
        .collect()
}

/// Has a field for sentences, or several for words.
fn is_written(bench: &Bench<'_, '_>, form: NodeId) -> bool {
    let page = bench.context.page;
    let field = |id: &NodeId| match page.tag(*id) {
        Tag::Input => matches!(
            page.attr(*id, Attr::Type),
            None | Some("text" | "email" | "tel" | "password")
        ),
        tag => tag == Tag::Textarea,
    };
    let mut fields = page.descendants(form).filter(field).peekable();
    let sentences = fields
        .peek()
        .is_some_and(|&id| page.tag(id) == Tag::Textarea);
    sentences || fields.count() >= FEWEST_FIELDS
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    /// Whether a box with these fields stays, above or below the last paragraphs.
    fn stays(fields: &str, below: bool) -> bool {
        let form = format!(
            "<div><h3>What happened to you?</h3><p>Tell us, and we call you back within an hour.</p><form>{fields}<button>Send</button></form></div>"
        );
        let (start, end) = (paragraphs(6), paragraphs(8).split_off(paragraphs(6).len()));
        let body = if below {
            start + &end + &form
        } else {
            start + &form + &end
        };
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{body}</article></body></html>"
        );
        rewrite(&html, &clean(&html, &Options::default()).plan).contains("What happened to you?")
    }

    #[test]
    fn a_form_to_fill_in_goes_below_the_article_only() {
        let letter = "<input type='text'><textarea></textarea>";
        assert!(!stays(letter, true));
        assert!(!stays("<input type='text'><input type='tel'>", true));
        assert!(stays("<input type='radio'><input type='radio'>", true));
        assert!(stays(letter, false));
    }
}
