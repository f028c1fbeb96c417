//! Pictures of the article's that stand next to its ends: above the headline, and behind the last paragraph.

use std::ops::Range;

use super::captioned::{Picture, is_elsewhere};
use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, Hints};
use crate::outline::NodeId;
use crate::picture::{Declared, is_wide, may_be_photograph, picture_address};
use crate::tag::Tag;

/// What names may say of a box with such a picture.
const ALLOWED: Hints = Hints::BODY
    .or(Hints::QUOTE)
    .or(Hints::LIST)
    .or(Hints::CAPTION)
    .or(Hints::TITLE)
    .or(Hints::LEAD)
    .or(Hints::DECK)
    .or(Hints::HEADER)
    .or(Hints::GALLERY);
/// Boxes around a picture that are looked at.
const MOST_BOXES: usize = 8;
/// Words of a section's name over the headline, and how many such lines there may be.
const SHORT: u32 = 4;
const MOST_SHORT: usize = 2;

/// Where pictures are sought.
pub(super) struct Ends<'p> {
    /// The elements from the headline to the end of the body.
    pub amid: Range<NodeId>,
    /// The same with those next to them in the article's element.
    pub all: Range<NodeId>,
    /// The runs of text between the next blocks on both sides that are not the article's.
    free: Range<u32>,
    declared: Option<Declared<'p>>,
}

impl<'p> Ends<'p> {
    /// For the article in `parts`; next to it up to what is `hidden`.
    pub fn of(context: &Context<'p>, parts: &Parts, beside: &[bool], hidden: &[bool]) -> Ends<'p> {
        let page = context.page;
        let (amid, free) = parts.ends().map_or((0..0, 0..0), |(first, last)| {
            let past = page.node(context.blocks[last].node).end;
            let free = free(context, parts, beside, first, last);
            (context.blocks[first].node..past, free)
        });
        // What is hidden in a figure is a button's name.
        let stops = |&id: &NodeId| {
            let mut up = page.ancestors(id).take(MOST_BOXES);
            hidden[id as usize] && !up.any(|up| page.tag(up) == Tag::Figure)
        };
        let root = page
            .nodes
            .get(parts.root as usize)
            .map_or(0..0, |root| parts.root..root.end);
        let above = match page.nodes.get(parts.root as usize).map(|root| root.tag) {
            Some(Tag::Html | Tag::Body) | None => amid.start,
            _ => (root.start..amid.start)
                .rev()
                .find(stops)
                .map_or(root.start, |id| id + 1),
        };
        let below = (amid.end..root.end).find(stops).unwrap_or(root.end);
        Ends {
            all: above.min(amid.start)..below.max(amid.end),
            amid,
            free,
            declared: Declared::by(page),
        }
    }

    /// True for a picture next to one of the ends that is as surely the article's as a figure with a caption is, or a wide
    /// one that leads nowhere. The declared one above the headline may be the one amid the text once more.
    pub fn hold(&self, context: &Context<'_>, parts: &Parts, picture: &Picture) -> bool {
        let page = context.page;
        let id = picture.node;
        // Without an article nothing stands next to it.
        if self.amid.is_empty() {
            return false;
        }
        let is_declared = || {
            let address = picture_address(page, id).zip(self.declared.as_ref());
            id < self.amid.start && address.is_some_and(|(address, own)| own.is_at(address))
        };
        let up = || page.self_and_ancestors(id).take(MOST_BOXES);
        let figure = up().any(|up| page.tag(up) == Tag::Figure);
        let told = figure && !picture.caption.is_empty();
        let is_photograph = || picture_address(page, id).is_some_and(may_be_photograph);
        let sure = told || (is_wide(page, id) && is_photograph());
        let mut boxes = up().take_while(|&up| {
            let holds = |id| page.contains(up, id);
            up != parts.root && !holds(self.amid.start) && !holds(self.amid.end - 1)
        });
        sure && self.is_free(context, id)
            && boxes.all(|up| {
                self.is_free(context, up) && !context.hints[up as usize].has_beyond(ALLOWED)
            })
            && !is_elsewhere(context, id)
            && !is_declared()
    }

    fn is_free(&self, context: &Context<'_>, id: NodeId) -> bool {
        let (from, to) = context.page.node(id).runs;
        self.free.start <= from && to <= self.free.end
    }
}

/// The runs of text around the article up to the next blocks that are not its own.
fn free(
    context: &Context<'_>,
    parts: &Parts,
    beside: &[bool],
    first: BlockId,
    last: BlockId,
) -> Range<u32> {
    let strange = |at: &BlockId| {
        parts.roles[*at] == Role::Other && !beside[*at] && context.blocks[*at].is_in_sight()
    };
    let mut short = 0;
    let above = (0..first).rev().filter(strange).find(|&at| {
        short += 1;
        context.blocks[at].stats.words > SHORT || short > MOST_SHORT
    });
    let below = (last + 1..context.blocks.len()).find(strange);
    let from = above.map_or(0, |at| context.blocks[at].runs.1);
    from..below.map_or(u32::MAX, |at| context.blocks[at].runs.0)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean};

    /// Whether the picture `/a.jpg` is in the copy of an article with this above its headline and behind its last
    /// paragraph.
    fn copied(above: &str, below: &str) -> bool {
        let body = paragraphs(8);
        let html = format!(
            "<head><meta property='og:image' content='/other-picture.jpg'></head><body><main><article>{above}\
             <h1>The lamp stays lit until the spring</h1>{body}{below}</article></main></body>"
        );
        let markdown = clean(&html, &Options::default()).markdown();
        markdown.contains("(</a.")
    }

    const TOLD: &str =
        "<figure><img src='/a.jpg'><figcaption>The lamp at dawn in 1901</figcaption></figure>";
    const WIDE: &str = "<div><img src='/a.jpg' width='800'></div>";

    #[test]
    fn a_page_without_an_article_has_no_ends() {
        for picture in [TOLD, WIDE] {
            let html = format!("<html><body>{picture}</body></html>");
            let markdown = clean(&html, &Options::default()).markdown();
            assert!(!markdown.contains("/a.jpg"), "{markdown}");
        }
    }

    #[test]
    fn pictures_next_to_the_ends_are_copied() {
        for picture in [TOLD, WIDE] {
            assert!(copied(picture, ""), "{picture}");
            assert!(copied("", picture), "{picture}");
        }
        assert!(copied(
            &format!("{TOLD}<p><a href='/n'>Harbour news</a></p>"),
            ""
        ));
        assert!(copied(
            "",
            &format!("{TOLD}<h3>More of the harbour's stories</h3>")
        ));
    }

    #[test]
    fn pictures_of_others_next_to_the_ends_are_not() {
        let teaser =
            "<div><img src='/a.jpg' width='800'><h3>The ferry is late once more</h3></div>";
        let linked = "<a href='/ferry'><img src='/a.jpg' width='800'></a>";
        let face = "<div class='author'><figure><img src='/a.jpg'><figcaption>Ida Brandt</figcaption></figure></div>";
        let small = "<img src='/a.jpg' width='60'>";
        let bar = "<div><img src='/a.gif' width='800'></div>";
        let drawn = "<div><img src='/a.svg?v=2' width='800'></div>";
        let sign = "<div><img src='/a.marsh-post_Logo.png' width='800'></div>";
        for picture in [teaser, linked, face, small, bar, drawn, sign] {
            assert!(!copied("", picture), "{picture}");
        }
        assert!(copied("", &sign.replace("_Logo", "_logic")));
        let others = "<h3>More of the harbour's stories today</h3>";
        assert!(!copied("", &format!("{others}{TOLD}")));
        assert!(!copied(
            &format!("{TOLD}<p><a href='/n'>The ferry to Ostrel is late again</a></p>"),
            ""
        ));
        assert!(!copied(small, ""));
    }
}
