//! Which heading is the page's headline.

use std::ops::Range;

use crate::blocks::Hidden;
use crate::chars::holds_any;
use crate::judge::context::{BlockId, Context};
use crate::judge::likeness::{Word, likeness, words_of};
use crate::judge::roles::Role;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

impl Context<'_> {
    /// The headline: the first heading that says what the metadata calls the title, else the first `<h1>`.
    pub(super) fn find_headline(&mut self) {
        let titles = titles(self.page);
        let mut best: Option<(u32, BlockId)> = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let level =
                heading_around(self.page, block.node).filter(|_| block.hidden == Hidden::No);
            let Some(level) = level.filter(|_| !self.is_over_page(block.node)) else {
                continue;
            };
            let own = words_of(&self.texts[at]);
            let alike = titles
                .iter()
                .map(|title| likeness(title, &own))
                .fold(0.0, f32::max);
            let mut score = (alike * 100.0) as u32 + if level == 1 { 15 } else { 0 };
            if self.is_path(block.node) {
                score /= 4;
            }
            if (alike >= 0.4 || level == 1) && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        self.headline = best.map(|(_, at)| at);
        self.title = match self.headline {
            Some(at) => self.texts[at].clone(),
            None => self.page.metadata.title.clone().unwrap_or_default(),
        };
    }

    /// In the path of sections above the article, whose last step is a short title, on some sites an `<h1>`.
    fn is_path(&self, node: NodeId) -> bool {
        let around = std::iter::once(node)
            .chain(self.page.ancestors(node))
            .take(5);
        around.into_iter().any(|up| {
            let names = [
                Attr::Class,
                Attr::Id,
                Attr::AriaLabel,
                Attr::ItemType,
                Attr::ItemProp,
            ];
            let named = names.iter().filter_map(|&attr| self.page.attr(up, attr));
            named
                .map(str::to_ascii_lowercase)
                .any(|name| holds_any(&name, &["breadcrumb"]) || name == "itemlistelement")
        })
    }

    /// False in a path of sections, a list, a dialog or a banner about consent, and below the page.
    fn may_head(&self, node: NodeId) -> bool {
        let page = self.page;
        let mut around = std::iter::once(node).chain(page.ancestors(node)).take(8);
        !self.is_path(node)
            && !around.any(|up| {
                let hints = self.hints[up as usize];
                matches!(page.tag(up), Tag::Li | Tag::Nav | Tag::Footer | Tag::Dialog)
                    || hints.has(Hints::CONSENT)
                    || hints.has_all(Hints::DIALOG)
            })
    }

    /// Headings of dialogs, banners and menus are not the page's headline.
    fn is_over_page(&self, node: NodeId) -> bool {
        let over = Hints(Hints::CONSENT.0 | Hints::OVERLAY.0);
        self.page.ancestors(node).take(8).any(|up| {
            let role = self.page.attr(up, Attr::Role);
            matches!(role, Some("dialog" | "alertdialog"))
                || matches!(self.page.tag(up), Tag::Nav | Tag::Footer | Tag::Dialog)
                || (self.hints[up as usize].has(over) && self.sums[up as usize].words < 300)
        })
    }
}

/// What the page says that it is called, in words.
fn titles(page: &Outline) -> Vec<Vec<Word>> {
    let metadata = &page.metadata;
    let titles = metadata.title.iter().chain(&metadata.titles);
    titles.map(|title| words_of(title)).collect()
}

/// Where no heading is the headline: the last line above the body, among so many, that says the page's title and is no
/// link to it. Old pages have none, and on new ones it lies over a picture, as a banner would.
pub(super) fn titled(
    context: &Context<'_>,
    body: &Range<BlockId>,
    roles: &[Role],
) -> Option<BlockId> {
    let titles = titles(context.page);
    let end = (body.start + INTO).min(body.end);
    let near = body.start.saturating_sub(REACH)..end;
    near.rev().find(|&at| {
        let block = &context.blocks[at];
        roles[at] == Role::Other
            && block.hidden == Hidden::No
            && block.stats.link_density() < 0.5
            && context.phrases[at].is_none()
            && context.may_head(block.node)
            && says_title(&titles, &words_of(&context.texts[at]))
    })
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

/// The level of the heading element at or around `node`, looking a few elements up.
pub fn heading_around(page: &Outline, node: NodeId) -> Option<usize> {
    std::iter::once(node)
        .chain(page.ancestors(node))
        .take(3)
        .find_map(|id| page.tag(id).heading_level())
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::{Role, parts};
    use crate::read::read;

    #[test]
    fn headline_is_the_heading_that_the_metadata_names() {
        let page = read(
            "<html><head><title>Old mill reopens | The Post</title></head><body><h1>The Post</h1><h2>Old mill reopens</h2></body></html>",
        );
        let context = Context::new(&page);
        assert_eq!(context.title, "Old mill reopens");
    }
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
}
