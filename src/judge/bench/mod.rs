//! bench: what the verdicts share: from a sign (a phrase, a name) to the box that it marks, and where that stands to the
//! article.
//!
//! It asks the context and the roles. It finds boxes, and leaves it to the verdicts which signs to look for.

mod boxes;
mod grown;
mod headed;
mod loose;
mod sentences;
mod worn;

pub use boxes::{evidence, named};
pub use loose::loose;

use crate::judge::context::{
    BlockId, Context, Hints, is_frame_landmark, is_landmark, is_material, is_pressed, leads_home,
};
use crate::judge::roles::{Mass, Parts};
use crate::outline::NodeId;
use crate::tag::Tag;

/// What the judges of a page share.
pub struct Bench<'c, 'p> {
    /// The page.
    pub context: &'c Context<'p>,
    /// How much of the article each element holds.
    pub mass: &'c Mass,
    /// The article as found.
    pub parts: &'c Parts,
    /// Which blocks stand in it beside its prose.
    pub beside: &'c [bool],
    /// Hints of names that say nothing amid this article.
    pub worn: Hints,
    /// The class attributes of its paragraphs.
    pub paragraphs: Vec<u32>,
    /// The tables of contents beside it, in document order; whoever judges the page finds them.
    pub contents: Vec<NodeId>,
}

/// So much of a footer or a menu is links.
const MENU: f32 = 0.4;
/// Pieces of text of an element within a line.
const MOST_RUNS: u32 = 8;
/// Elements around a teaser up to its link.
const MOST_AROUND: usize = 4;
/// A list of so many links may have a label that leads nowhere itself.
const LINKS: f32 = 0.6;

/// Words of a site's name, its sections and what is pressed beside them.
const MASTHEAD: u32 = 15;
/// Blocks before it: what is there for screen readers, a line of the day.
const TOP: BlockId = 2;
/// Elements of a box that is looked through.
const MOST_ELEMENTS: usize = 200;

impl<'c, 'p> Bench<'c, 'p> {
    /// Of a whole page; `worn` and `paragraphs` are read off its article.
    pub fn new(
        context: &'c Context<'p>,
        mass: &'c Mass,
        parts: &'c Parts,
        beside: &'c [bool],
    ) -> Bench<'c, 'p> {
        Bench {
            context,
            mass,
            parts,
            beside,
            worn: worn::hints(context, parts),
            paragraphs: worn::classes(context, parts),
            contents: Vec::new(),
        }
    }
}

impl Bench<'_, '_> {
    /// The article's smallest element.
    pub fn root(&self) -> NodeId {
        self.parts.root
    }

    /// True where the article is over before `id` begins.
    pub fn is_below_body(&self, id: NodeId) -> bool {
        self.parts.is_below_body(self.context, id)
    }

    /// True where an element ends before the article begins.
    pub fn is_above_article(&self, id: NodeId) -> bool {
        self.parts.is_above_article(self.context, id)
    }

    /// True for an element that is neither above the article nor below its body: in it or around it. On a page without an
    /// article all are.
    pub fn overlaps_article(&self, id: NodeId) -> bool {
        !self.is_below_body(id) && !self.is_above_article(id)
    }

    /// Those of the tables of contents beside the article that stand in an element.
    pub fn contents_in(&self, id: NodeId) -> &[NodeId] {
        let before = |end: NodeId| self.contents.partition_point(|&list| list < end);
        &self.contents[before(id)..before(self.context.page.node(id).end)]
    }

    /// True for an element between the headline and the end of the body that shows a picture: it may be the article's.
    pub fn may_illustrate(&self, id: NodeId) -> bool {
        let (from, to) = self.context.page.node(id).runs;
        let article = self.parts.runs(self.context);
        article.is_some_and(|runs| to >= runs.start && from < runs.end)
            && self.context.pictures_in(id) > 0
    }

    /// True for a box of few elements without a table, code, a quotation, or the article's headline, captions and byline.
    pub fn is_plain(&self, id: NodeId) -> bool {
        let page = self.context.page;
        let material = |d: NodeId| is_material(page.tag(d));
        !is_landmark(page.tag(id))
            && !self.mass.holds_display_text(id)
            && page.subtree(id).len() <= MOST_ELEMENTS
            && !page.descendants(id).any(material)
    }

    /// A masthead without a name of its own: a few words at the top of the page, most of them links, and one of these to the
    /// site's front page.
    pub fn is_masthead(&self, id: NodeId) -> bool {
        let (context, page) = (self.context, self.context.page);
        let (sums, hints) = (context.sums[id as usize], context.hints[id as usize]);
        let others = Hints::OVERLAY.or(Hints::BYLINE);
        sums.blocks > 0
            && sums.words <= MASTHEAD
            && sums.link_density() > MENU
            && context.blocks_in(id).start <= TOP
            && context.pictures_in(id) <= 2
            && self.is_above_article(id)
            && !self.mass.holds_display_text(id)
            && !(hints.has_clutter() || hints.has(others))
            && page
                .descendants(id)
                .take(MOST_ELEMENTS)
                .any(|d| leads_home(page, d))
            && !page.descendants(id).any(|d| is_frame_landmark(page, d))
    }

    /// In the site's masthead, a menu or the footer, by tag or by name. A banner about cookies is called so, too, but has
    /// few links.
    pub fn stands_in_frame(&self, id: NodeId) -> bool {
        let (page, hints) = (self.context.page, &self.context.hints);
        let named = |up: NodeId| {
            let links = self.context.sums[up as usize].link_density();
            links > MENU && hints[up as usize].has(Hints::SITE)
        };
        let mut around = page.ancestors(id).take_while(|&up| {
            !matches!(page.tag(up), Tag::Main | Tag::Article) && !hints[up as usize].has_clutter()
        });
        let is_part = |up| is_frame_landmark(page, up) || named(up) || self.is_masthead(up);
        around.any(|up| is_part(up) && !self.overlaps_article(up))
    }

    /// "Cookie settings", "Advertising": a link of a footer or menu, and neither a banner nor an advert.
    fn is_menu_line(&self, at: BlockId) -> bool {
        self.context.blocks[at].stats.link_density() > 0.9
    }

    /// True where something to press or a link stands in an element, around it or right after it, and where it says
    /// nothing: what leads nowhere is neither a promo nor a teaser, whatever it is called.
    pub fn may_lead_on(&self, id: NodeId) -> bool {
        let page = self.context.page;
        let sums = |id: NodeId| self.context.sums[id as usize];
        let leads = |id: NodeId| is_pressed(page, id);
        let inside = || page.descendants(id).take(MOST_ELEMENTS).any(leads);
        let after = || page.siblings_after(id).next().map(sums);
        // An element within a line has text and no block of its own.
        let (first, past) = page.node(id).runs;
        let within = || past - first <= MOST_RUNS && !page.squeezed(id, 8).is_empty();
        !(sums(id).blocks > 0 || within())
            || sums(id).link_letters > 0
            || leads(id)
            || page.ancestors(id).take(MOST_AROUND).any(leads)
            || inside()
            || after().is_some_and(|after| after.link_density() > LINKS)
    }

    /// Cells of the article's tables, terms, captions and code say "Newsletter" and mean the word.
    pub fn is_material(&self, at: BlockId) -> bool {
        let page = self.context.page;
        let node = self.context.blocks[at].node;
        let cell = matches!(
            page.tag(node),
            Tag::Td | Tag::Th | Tag::Caption | Tag::Dt | Tag::Pre | Tag::Figcaption
        );
        cell && self.parts.range.contains(&at)
    }
}
