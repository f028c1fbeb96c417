//! Consent banners.

use crate::judge::boxes::{Bench, is_landmark};
use crate::judge::context::Context;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NodeId};
use crate::verdict::{Reason, Verdict};

/// Verdicts on cookie and consent banners, wherever they stand.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let named = bench.by_hint(Reason::Consent, Hints::CONSENT, |id| {
        bench.mass.words(id) < 20.0
    });
    bench
        .by_phrase(Reason::Consent)
        .into_iter()
        .chain(named)
        .collect()
}

/// More than this no block of a banner is likely to be the article's.
const IN_BANNER: f32 = 0.01;

/// Lowers the probabilities of what stands in a consent dialog. Its explanations are prose, often more of it than the
/// article has; so it takes a name that says both consent and dialog, and no headline in it.
pub fn lower(context: &Context<'_>, p: &mut [f32]) {
    let page = context.page;
    let mut id = 0;
    while id < page.len() {
        if is_dialog(context, id) {
            for at in context.blocks_in(id) {
                p[at] = p[at].min(IN_BANNER);
            }
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
}

fn is_dialog(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let hints = context.hints[id as usize];
    let covers = hints.has(Hints::OVERLAY)
        || matches!(page.attr(id, Attr::Role), Some("dialog" | "alertdialog"));
    let headed = context
        .headline
        .is_some_and(|at| context.blocks_in(id).contains(&at));
    hints.has(Hints::CONSENT) && covers && !headed && !is_landmark(page.tag(id))
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

    fn text(name: &str) -> String {
        let terms = ["read", "watch", "hear", "share", "search", "save", "print", "buy", "write"].map(|verb| {
            format!("<p>When you {verb} something on our site, we store small files on your device, which tell us so.</p>")
        });
        let html = format!(
            "<html><body><main><h1>The lamp stays lit until the spring</h1>{}<div class='{name}'>{}</div></main></body></html>",
            paragraphs(5),
            terms.concat()
        );
        clean(&html, &Options::default()).text(TextForm::Body)
    }

    #[test]
    fn the_prose_of_a_consent_dialog_is_not_the_articles() {
        assert!(text("text-columns").contains("small files"));
        let text = text("privacy-modal");
        assert!(text.contains("the mayor of Lower Marsh") && !text.contains("small files"));
    }
}
