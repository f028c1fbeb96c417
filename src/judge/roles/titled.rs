//! The headline of a page without a heading for it.

use std::ops::Range;

use super::role::Role;
use crate::judge::context::{BlockId, Context, titles};
use crate::words::{Word, likeness, words_of};

/// The last line above the body, among so many, that says the page's title and is no link to it. Old pages have no
/// heading for it, and on new ones it lies over a picture, as a banner would.
pub(super) fn titled(
    context: &Context<'_>,
    body: &Range<BlockId>,
    roles: &[Role],
) -> Option<BlockId> {
    let mut titles = titles(context.page);
    titles.extend(first_parts(context));
    let end = (body.start + INTO).min(body.end);
    let near = body.start.saturating_sub(REACH)..end;
    near.rev().find(|&at| {
        let block = &context.blocks[at];
        roles[at] == Role::Other
            && block.is_in_sight()
            && block.stats.link_density() < 0.5
            && context.phrases[at].is_none()
            && context.may_head(block.node)
            && says_title(&titles, &words_of(&context.texts[at]))
    })
}

/// What stands before the sections and the site in a title: "Old mill reopens | Lower Marsh | News | The Post".
fn first_parts(context: &Context<'_>) -> impl Iterator<Item = Vec<Word>> {
    let metadata = &context.page.metadata;
    let all = metadata.title.iter().chain(&metadata.titles);
    all.filter_map(|title| Some(words_of(title.split_once('|')?.0)))
}

/// Blocks above the body: pictures, dates and tools may come between.
const REACH: usize = 14;
/// Blocks into the body: a standfirst or a date may come first.
pub(super) const INTO: usize = 4;
/// Fewer words are the name of the site or of a section.
const FEW: usize = 4;

/// Most of a title, and nothing else.
fn says_title(titles: &[Vec<Word>], text: &[Word]) -> bool {
    let says = |title: &Vec<Word>| {
        likeness(title, text) >= 0.66 && text.iter().all(|word| title.contains(word))
    };
    text.len() >= FEW && titles.iter().any(says)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::{Role, parts};
    use crate::read::read;

    /// The text that is the headline on a page of this title, with this above its body.
    fn headline(above: &str) -> Option<String> {
        let page = read(&format!(
            "<html><head><title>Old mill in Lower Marsh reopens - The Post</title></head><body>{above}<p>It turns.</p></body></html>"
        ));
        let context = Context::new(&page);
        let body = |text: &String| if text == "It turns." { 0.9 } else { 0.1 };
        let p: Vec<f32> = context.texts.iter().map(body).collect();
        let roles = parts(&context, &p).roles;
        let at = roles.iter().position(|role| *role == Role::Headline)?;
        Some(context.texts[at].clone())
    }

    #[test]
    fn a_line_that_says_the_title_is_a_headline_without_a_heading() {
        let said =
            |above: &str| headline(above).as_deref() == Some("Old mill in Lower Marsh reopens");
        let title = "Old mill in Lower Marsh reopens";
        assert!(said(&format!(
            "<table><tr><td class='biaoti'>{title}</td></tr></table>"
        )));
        assert!(said(&format!(
            "<div class='hero-overlay'><h1>{title}</h1></div>"
        )));
        assert!(!said(&format!("<div><a href='/mill'>{title}</a></div>")));
        assert!(!said(&format!("<ul><li>Home</li><li>{title}</li></ul>")));
        assert_eq!(headline("<div>The Post</div>"), None);
    }

    #[test]
    fn author_and_standfirst_stand_below_a_headline_without_a_heading_too() {
        let title = "Old mill in Lower Marsh reopens in May";
        let body = crate::judge::paragraphs(6);
        let found = |heading: &str| {
            let head = format!("<head><title>{title}</title></head>");
            let line = "<div class='deck'>Nobody knows whom it serves now</div>";
            let html = format!(
                "<html>{head}<body><article><section>{heading}{line}<p>By Ida Brandt</p></section>{body}</article></body></html>"
            );
            let clean = crate::clean(&html, &crate::Options::default());
            let byline = clean.article.metadata.byline.clone();
            byline.as_deref() == Some("Ida Brandt") && clean.markdown().contains("Nobody knows")
        };
        assert!(found(&format!("<h1>{title}</h1>")));
        assert!(found(&format!(
            "<div class='hero-overlay'><h1>{title}</h1></div>"
        )));
        assert!(found(&format!("<div role='heading'>{title}</div>")));
    }

    #[test]
    fn a_line_that_says_a_title_without_its_sections_is_a_headline() {
        let title = "Old mill reopens in May";
        let role = |line: &str| {
            let page = read(&format!(
                "<html><head><title>{title} | Lower Marsh | News of the marshes | The Harbour Post and Mail</title></head>\
                 <body><div class='t'>{line}</div><p>It turns.</p></body></html>"
            ));
            let context = Context::new(&page);
            let body = |text: &String| if text == "It turns." { 0.9 } else { 0.1 };
            let p: Vec<f32> = context.texts.iter().map(body).collect();
            parts(&context, &p).roles[0]
        };
        assert_eq!(role(title), Role::Headline);
        assert_eq!(role("News of the marshes"), Role::Other);
    }
}
