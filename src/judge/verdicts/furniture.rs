//! Small furniture around the article: menus and tags, author boxes, players and tool bars.

use crate::judge::bench::Bench;
use crate::judge::context::{Hints, is_tab_list};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};

/// Words of a piece of furniture; of what stands within the article fewer, as its own boxes may be named so.
const MOST_WORDS: u32 = 60;
const MOST_WITHIN: u32 = 12;
/// What is as likely is the article's, for what stands over it.
const LIKELY: f32 = 0.25;

/// Verdicts on navigation, bylines and widgets.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let mut out = Vec::new();
    for (reason, hint) in [
        (Reason::Navigation, Hints::NAVIGATION),
        (Reason::Byline, Hints::BYLINE),
        (Reason::Widget, Hints::WIDGET),
    ] {
        out.extend(bench.by_phrase_or_hint(reason, hint, |id| {
            let sums = bench.context.sums[id as usize];
            // Between headline and end of the body, times and names are the article's own: a live blog's entries.
            let within = bench.overlaps_article(id);
            !(within && (reason == Reason::Byline || sums.words > MOST_WITHIN))
                && (bench.is_above_article(id) || !labels_prose(bench, id))
                && sums.blocks > 0
                && sums.words <= MOST_WORDS
                && sums.prose == 0
                // Facts stand beside the text and belong to it.
                && !(reason == Reason::Widget && bench.context.hints[id as usize].has(Hints::FACTS))
                && !(within && (opens_article(bench, id) || is_cited(bench, id)))
        }));
    }
    out
}

/// One line over a paragraph in the same element, as "tab" over what it opens or "about him" over a box of facts with a
/// heading: what heads goes with what it heads.
fn labels_prose(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let sums = |id: NodeId| bench.context.sums[id as usize];
    if sums(id).blocks != 1 {
        return false;
    }
    let plain = sums(id).link_density() == 0.0;
    let is_heading = |next: NodeId| plain && page.tag(next).is_heading();
    let mut next = page.siblings_after(id).take(MOST_BETWEEN);
    next.find(|&next| !is_heading(next))
        .is_some_and(|next| sums(next).prose > 0 && bench.mass.likeliest(next) >= LIKELY)
}

/// Tabs over what the article shows, one part of it at a time.
fn opens_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let mut next = page.siblings_after(id).take(MOST_BETWEEN);
    is_tab_list(page, id) && next.any(|next| bench.mass.likeliest(next) >= LIKELY)
}

/// Who is quoted, beside the quotation or below it.
fn is_cited(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let mut near = page.self_and_ancestors(id).take(MOST_AROUND);
    near.any(|up| page.tag(up) == Tag::Cite)
        || page
            .descendants(id)
            .any(|inside| page.tag(inside) == Tag::Cite)
}

/// Elements around one that may be a quotation's source.
const MOST_AROUND: usize = 3;

/// So many siblings are looked at, the headings between with them.
const MOST_BETWEEN: usize = 3;

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::judge::tests::tidied_around;
    use crate::{Options, clean, rewrite};

    #[test]
    fn a_tab_over_the_text_it_opens_stays() {
        let answer = "<p>Yes, but leave it in the can overnight, so that it loses some of the chlorine and takes on the \
                      warmth of the balcony, as the gardener of the harbour said.</p>";
        let page = |after: &str| {
            let html = format!(
                "<html><body><div><h1>The lamp stays lit until the spring</h1>{}<div class='tab-item'>\
                 <div class='tab-title'>May I use water from the tap?</div>{after}</div>{}</div></body></html>",
                paragraphs(6),
                paragraphs(1)
            );
            rewrite(&html, &clean(&html, &Options::default()).plan).contains("May I use water")
        };
        assert!(page(&format!("<div class='tab-content'>{answer}</div>")));
        assert!(!page(""));
        assert!(page(&format!("<h3>From the tap</h3>{answer}")));
    }

    #[test]
    fn tabs_of_the_articles_own_stay() {
        let stays = |role: &str| {
            let tabs = "<button role='tab'>Specs</button><button role='tab'>Sizes</button>";
            let table = "<table><tr><th>Weight</th><td>26 kg</td></tr></table>";
            let amid = format!("<div class='tabs__list' role='{role}'>{tabs}</div>{table}");
            tidied_around(&amid).contains("Sizes")
        };
        assert!(stays("tablist") && !stays("list"));
    }

    #[test]
    fn the_heading_of_a_box_of_facts_stays() {
        let page = |class: &str| {
            let html = format!(
                "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div><h3 class='{class}'>How to hear one</h3>\
                 <table><tr><th>Station</th><th>Until</th></tr><tr><td>Louisbourg</td><td>May</td></tr></table></div>{}</article></body></html>",
                paragraphs(6),
                paragraphs(2)
            );
            rewrite(&html, &clean(&html, &Options::default()).plan).contains("How to hear one")
        };
        assert!(page("c-infobox__title"));
        assert!(!page("c-widget__title"));
    }

    #[test]
    fn who_is_quoted_stays_beside_the_quotation() {
        let stays = |tag: &str| {
            let name = format!(
                "<{tag} class='widget__by'><div>Ida Brandt</div><div>Keeper of the lamp</div></{tag}>"
            );
            let quoted =
                "<blockquote>It burns as well as it did when my mother kept it.</blockquote>";
            tidied_around(&format!("<div class='x'>{quoted}{name}</div>")).contains("Ida Brandt")
        };
        assert!(stays("cite"));
        assert!(!stays("div"));
    }
}
