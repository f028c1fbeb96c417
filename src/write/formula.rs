//! Formulas and drawings in a line of text.

use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// In a drawing. A formula is text of its line, but for what it says to machines, and where the page shows it once more.
pub(super) fn is_drawn(page: &Outline, node: NodeId) -> bool {
    let mut up = page.self_and_ancestors(node);
    let says = up
        .by_ref()
        .take_while(|&id| page.node(id).foreign)
        .find(|&id| page.tag(id) == Tag::Math || page.tag_name(id).starts_with("annotation"));
    page.node(node).foreign
        && says.is_none_or(|id| page.tag(id) != Tag::Math || is_shown_again(page, id))
}

/// Beside the formula for machines stands one for the eye, with the same letters, which those are told to pass over. Of
/// each the beginning is looked at, since this is asked for every part.
fn is_shown_again(page: &Outline, math: NodeId) -> bool {
    let runs = page.runs_of(math).iter().take(64);
    let said = runs.filter(|run| matches!(page.tag_name(run.node), "mi" | "mn" | "mtext"));
    let begun = said.flat_map(|run| page.run_text(run).chars()).take(500);
    let mut letters = begun.filter(|c| c.is_alphanumeric()).peekable();
    if letters.peek().is_none() {
        return false;
    }
    let mut around = page.self_and_ancestors(math).take(2);
    around.any(|id| {
        let next = page.siblings_after(id).next();
        next.is_some_and(|next| {
            page.attr(next, Attr::AriaHidden) == Some("true") && {
                let shown = page.squeezed(next, 500);
                letters.clone().all(|letter| shown.contains(letter))
            }
        })
    })
}

/// What stands on one line between the parts of a formula that the page sets above each other, before the first piece
/// of text of a part.
pub(super) fn joint(page: &Outline, node: NodeId, run: u32) -> &'static str {
    let mut id = node;
    while page.node(id).foreign && page.node(id).runs.0 == run {
        let parent = page.node(id).parent;
        let Some(up) = page.nodes.get(parent as usize) else {
            return "";
        };
        if id != parent + 1 {
            let second = page.node(parent + 1).end == id;
            match (page.tag_name(parent), second) {
                ("mfrac", _) => return "/",
                ("msup", _) | ("msubsup", false) => return "^",
                ("msub", _) | ("msubsup", true) => return "_",
                _ => {}
            }
        }
        if !up.foreign {
            return "";
        }
        id = parent;
    }
    ""
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

    #[test]
    fn a_formula_is_text_of_its_line_and_a_drawing_is_not() {
        let formula = "<math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow>\
                       <annotation>x \\eq 2</annotation></semantics></math>";
        let line = format!(
            "<p>The keeper has found that {formula} holds on every night of the year but \
             <svg><text>moon</text></svg> one, as he told the council of Lower Marsh on Monday.</p>"
        );
        let html = format!(
            "<html><body><article><h1>The lamp stays lit</h1>{}{line}{}</article></body></html>",
            paragraphs(4),
            paragraphs(2)
        );
        let text = clean(&html, &Options::default()).text(TextForm::Body);
        assert!(text.contains("found that x=2 holds"), "{text}");
        assert!(!text.contains("moon") && !text.contains("eq 2"));
    }

    /// The copy of a line of the article with this in it.
    fn copied(formula: &str) -> String {
        let line = format!(
            "<p>The keeper has found that {formula} holds on every night of the year, he told us.</p>"
        );
        let html = format!(
            "<html><body><article><h1>The lamp stays lit</h1>{}{line}{}</article></body></html>",
            paragraphs(4),
            paragraphs(2)
        );
        clean(&html, &Options::default()).text(TextForm::Body)
    }

    #[test]
    fn powers_and_fractions_stand_on_one_line() {
        let formula = "<math><msup><mn>10</mn><mn>2</mn></msup><mo>=</mo><mfrac><mn>200</mn><mn>2</mn></mfrac></math>";
        assert!(copied(formula).contains("that 10^2=200/2 holds"));
    }

    #[test]
    fn a_formula_that_is_hidden_beside_its_picture_is_copied() {
        let formula = "<span><span style='display: none;'><math><mi>x</mi></math></span><img src='/x.svg' aria-hidden='true' alt='x'></span>";
        assert!(copied(formula).contains("that x holds"));
    }

    #[test]
    fn a_formula_before_an_ornament_is_copied() {
        for ornament in ["#", "* * *", "Next"] {
            let formula = format!(
                "<math><mi>E</mi><mo>=</mo><mi>mc</mi></math><span aria-hidden='true'>{ornament}</span>"
            );
            assert!(copied(&formula).contains("that E=mc"), "{ornament}");
        }
    }

    #[test]
    fn a_formula_that_is_shown_for_the_eye_too_is_copied_once() {
        let formula = "<span><span class='m'><math><mi>x</mi></math></span><span aria-hidden='true'>x</span></span>";
        assert!(copied(formula).contains("that x holds"));
    }
}
