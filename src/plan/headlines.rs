//! Whether the page is about its own headline or about those of others.

use crate::blocks::leads_on;
use crate::judge::context::Context;
use crate::judge::{Judgement, Role};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::words::{likeness, words_of};

/// A text as long as this is no remark beside a form, and may go by a short headline.
pub(super) const LITTLE_TEXT: u32 = 300;

/// How like a title a heading is that the page goes by.
const LIKE_TITLE: f32 = 0.6;
/// A headline has as many words, what a shop or a menu calls itself has fewer. A page of much text may be called after an
/// illness or a town.
const HEADLINE_WORDS: u32 = 4;

/// The page goes by a headline that it shows over its text: front pages, forms and places to work go by the name of the
/// site or of what they are for, and lists have other headlines first.
pub(super) fn is_named(context: &Context<'_>, judgement: &Judgement) -> bool {
    let body = |role: &Role| *role == Role::Body;
    let first = judgement.parts.roles.iter().position(body);
    let (Some(at), Some(first)) = (context.headline, first) else {
        return false;
    };
    let mut between = (context.blocks[at].node..context.blocks[first].node).skip(1);
    if between.any(|id| is_linked_heading(context.page, id)) {
        return false;
    }
    let shown = words_of(&context.texts[at]);
    let metadata = &context.page.metadata;
    let mut titles = metadata.title.iter().chain(&metadata.titles);
    let is_like = |title: &String| likeness(&words_of(title), &shown) >= LIKE_TITLE;
    let is_headline = context.blocks[at].stats.words >= HEADLINE_WORDS;
    (is_headline || judgement.parts.words >= LITTLE_TEXT) && titles.any(is_like)
}

/// Words of body text that an article has for each headline of another.
const WORDS_A_HEADLINE: u32 = 25;

/// Headlines that lead elsewhere are the page, and its text their introduction.
pub(super) fn is_list(context: &Context<'_>, judgement: &Judgement) -> bool {
    let page = context.page;
    let headlines = (0..page.len()).filter(|&id| is_linked_heading(page, id));
    judgement.parts.words < WORDS_A_HEADLINE * headlines.count() as u32
}

fn is_linked_heading(page: &Outline, id: NodeId) -> bool {
    let linked = || {
        let leads = |d: NodeId| page.tag(d) == Tag::A && leads_on(page, d);
        let inside = page.descendants(id).take(8).any(leads);
        inside || page.ancestors(id).take(3).any(|up| page.tag(up) == Tag::A)
    };
    page.tag(id).is_heading() && linked()
}

#[cfg(test)]
mod tests {
    use super::is_linked_heading;
    use crate::judge::paragraphs;
    use crate::read::read;
    use crate::{Options, Outcome, clean};

    /// What becomes of a page of short sections, each below a heading, under a name of two words.
    fn outcome(sections: usize, automatic: bool) -> Outcome {
        let heading = "<h2>When to see a doctor</h2>";
        let section = |sentence: &str| {
            let (said, point) = (sentence.trim(), "the pain stops you doing things");
            format!(
                "<section>{heading}<p>{said}</p><ul><li>{point}</li><li>{said}</li></ul></section>"
            )
        };
        let text = paragraphs(sections);
        let text = text
            .split("</p>")
            .map(|part| part.trim_start_matches("<p>"));
        let text: String = text.filter(|part| !part.is_empty()).map(section).collect();
        let html = format!(
            "<html><head><title>Sore thumb - Health</title></head><body><main><h1>Sore thumb</h1>{text}</main></body></html>"
        );
        let options = Options {
            automatic,
            ..Options::default()
        };
        clean(&html, &options).outcome()
    }

    #[test]
    fn much_text_may_go_by_a_short_name_where_the_reader_asked() {
        assert_ne!(outcome(8, false), Outcome::NotAnArticle);
        assert_eq!(outcome(1, false), Outcome::NotAnArticle);
        assert_eq!(outcome(8, true), Outcome::NotAnArticle);
    }

    #[test]
    fn headings_that_lead_to_themselves_are_no_headlines_of_others() {
        let leads = |heading: &str| {
            let page = read(heading);
            (0..page.len()).any(|id| is_linked_heading(&page, id))
        };
        assert!(leads("<h2><a href='#'>When to see a doctor</a></h2>"));
        assert!(!leads(
            "<h2 id='when'><a href='#when'>When to see a doctor</a></h2>"
        ));
        assert!(leads("<h2><a href='/when'>When to see a doctor</a></h2>"));
        assert!(leads("<a href='/#when'><h2>When to see a doctor</h2></a>"));
    }
}
