//! Which heading is the page's headline.

use super::hints::Hints;
use super::tags::{is_landmark, is_marked_dialog};
use super::{BlockId, Context};
use crate::chars::holds_any;
use crate::host::is_front;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;
use crate::words::{Word, likeness, words_of};

/// As like a title as that, a heading is all of it. An article on another's work may lead to its front page.
const WHOLE: f32 = 0.9;
/// A heading that is less like every title is no headline, unless it is an `<h1>`.
const LIKE: f32 = 0.4;
/// What that is worth, where all of a title is a hundred.
const FIRST_LEVEL: u32 = 15;
/// Elements of a heading down to its link. A page may be one heading that nobody closed, and is asked for each line.
const MOST_ELEMENTS: usize = 16;
/// Words of a dialog or banner, at most.
const LONGEST_DIALOG: u32 = 300;

impl Context<'_> {
    /// The headline: the first heading that says what the metadata calls the title, else the first `<h1>`.
    pub(super) fn find_headline(&mut self) {
        let titles = titles(self.page);
        let main = (0..self.page.len()).find(|&id| self.page.tag(id) == Tag::Main);
        let mut best: Option<(u32, BlockId)> = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let level = heading_around(self.page, block.node);
            let Some(level) = level.filter(|_| block.is_in_sight()) else {
                continue;
            };
            let own = words_of(&self.texts[at]);
            let alike = titles.iter().map(|title| likeness(title, &own));
            let alike = alike.fold(0.0, f32::max);
            if (alike < LIKE && level != 1) || self.is_over_page(block.node, main) {
                continue;
            }
            let is_site_name = self.is_site_name(at);
            if alike < WHOLE && is_site_name {
                continue;
            }
            let mut score = (alike * 100.0) as u32 + if level == 1 { FIRST_LEVEL } else { 0 };
            if self.is_path(block.node) {
                score /= 4;
            }
            // Some papers have the page's title in their name, too.
            if is_site_name {
                score /= 2;
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        self.headline = best.map(|(_, at)| at);
        self.title = match self.headline {
            Some(at) => self.texts[at].clone(),
            None => self.page.metadata.title.clone().unwrap_or_default(),
        };
    }

    /// A link to the front page: themes of blogs have the site's name as an `<h1>` above each article, and before its
    /// headline in the title. An article may have no address but a number behind that one, `/?p=12`; with `?m=1` Blogger
    /// asks for the page for telephones.
    fn is_site_name(&self, at: BlockId) -> bool {
        let (page, block) = (self.page, &self.blocks[at]);
        let inside = page.subtree(block.node).take(MOST_ELEMENTS);
        let around = page.ancestors(block.node).take(3);
        block.stats.link_density() > 0.9
            && inside
                .chain(around)
                .filter_map(|id| page.attr(id, Attr::Href))
                .any(|href| is_front(href) && !asks_for_page(href))
    }

    /// In the path of sections above the article, whose last step is a short title, on some sites an `<h1>`.
    fn is_path(&self, node: NodeId) -> bool {
        let mut around = self.page.self_and_ancestors(node).take(5);
        around.any(|up| {
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
    pub fn may_head(&self, node: NodeId) -> bool {
        let page = self.page;
        let mut around = page.self_and_ancestors(node).take(8);
        !self.is_path(node)
            && !around.any(|up| {
                let hints = self.hints[up as usize];
                matches!(page.tag(up), Tag::Li | Tag::Nav | Tag::Footer | Tag::Dialog)
                    || hints.has(Hints::CONSENT)
                    || hints.has_all(Hints::DIALOG)
            })
    }

    /// Headings of dialogs, banners and menus are not the page's headline. What holds the page's `main` lies over nothing:
    /// Drupal calls it a canvas beside a dialog.
    fn is_over_page(&self, node: NodeId, main: Option<NodeId>) -> bool {
        let over = Hints::CONSENT.or(Hints::OVERLAY);
        self.page.ancestors(node).take(8).any(|up| {
            is_marked_dialog(self.page, up)
                || matches!(self.page.tag(up), Tag::Nav | Tag::Footer)
                || (self.hints[up as usize].has(over)
                    && !main.is_some_and(|main| self.page.contains(up, main))
                    && self.sums[up as usize].words < LONGEST_DIALOG
                    // "cookies-not-set" is said of the whole page.
                    && !is_landmark(self.page.tag(up)))
        })
    }
}

fn asks_for_page(href: &str) -> bool {
    let query = href.split_once('?').map(|(_, query)| query);
    query.is_some_and(|query| !query.starts_with("m="))
}

/// What the page says that it is called, in words.
pub fn titles(page: &Outline) -> Vec<Vec<Word>> {
    let metadata = &page.metadata;
    let titles = metadata.title.iter().chain(&metadata.titles);
    titles.map(|title| words_of(title)).collect()
}

/// The level of the heading element at or around `node`, looking a few elements up.
pub fn heading_around(page: &Outline, node: NodeId) -> Option<usize> {
    page.self_and_ancestors(node)
        .take(3)
        .find_map(|id| page.tag(id).heading_level())
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::read::read;

    #[test]
    fn headline_is_the_heading_that_the_metadata_names() {
        let page = read(
            "<html><head><title>Old mill reopens | The Post</title></head><body><h1>The Post</h1><h2>Old mill reopens</h2></body></html>",
        );
        let context = Context::new(&page);
        assert_eq!(context.title, "Old mill reopens");
    }

    #[test]
    fn the_name_of_the_site_is_no_headline_though_the_title_begins_with_it() {
        let title = |href: &str| {
            let page = read(&format!(
                "<html><head><title>Notes from the Old Mill: Rye is back</title></head><body><h1><a href='{href}'>Notes from the Old Mill</a></h1><h3>Rye is back</h3></body></html>"
            ));
            Context::new(&page).title
        };
        assert_eq!(title("/"), "Rye is back");
        assert_eq!(title("https://mill.example/?m=1"), "Rye is back");
        assert_eq!(title("/notes"), "Notes from the Old Mill");
    }

    #[test]
    fn a_headline_may_lead_to_an_address_that_looks_like_the_front_page() {
        let headline = |href: &str, before: &str| {
            let page = read(&format!(
                "<html><head><title>{before}Rye is back at the mill</title></head><body><h1><a href='{href}'>Rye is back at the mill</a></h1></body></html>"
            ));
            Context::new(&page).headline
        };
        assert_eq!(headline("/?p=12", "Old Mill: "), Some(0));
        assert_eq!(
            headline("https://mill.example/?p=12", "Old Mill: "),
            Some(0)
        );
        // What is written on something that others have leads to them.
        assert_eq!(headline("https://rye.example/", ""), Some(0));
    }

    #[test]
    fn a_page_that_says_something_of_its_cookies_is_no_banner() {
        let page = read(
            "<html><head><title>Mill reopens | The Post</title></head><body class='cookies-not-set'><h1>The old mill reopens in May</h1></body></html>",
        );
        assert_eq!(Context::new(&page).title, "The old mill reopens in May");
    }

    #[test]
    fn a_masthead_that_says_the_title_too_gives_way_to_the_headline_below_it() {
        let headline = |below: &str| {
            let page = read(&format!(
                "<html><head><title>Old mill reopens in May (From The Post)</title></head><body>\
                 <h1><a href='/'>Old mill reopens in May (From The Post)</a></h1>{below}</body></html>"
            ));
            Context::new(&page).headline
        };
        assert_eq!(headline("<h3>Old mill reopens in May</h3>"), Some(1));
        assert_eq!(headline("<h3>The old weir</h3>"), Some(0));
    }

    #[test]
    fn what_holds_the_main_part_of_a_page_lies_over_nothing() {
        let headline = |main: &str| {
            let page = read(&format!(
                "<html><head><title>The old mill reopens</title></head><body><div class='off-canvas overlay'><{main}>\
                 <h1>The old mill reopens</h1><p>It was shut for years.</p></{main}></div></body></html>"
            ));
            Context::new(&page).headline
        };
        assert_eq!(headline("main"), Some(0));
        assert_eq!(headline("div"), None);
    }
}
