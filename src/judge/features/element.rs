//! A block's elements: tags, ancestors, names.

use super::Writer;
use crate::judge::context::{BlockId, Context};
use crate::judge::headline::heading_around;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, DEEPEST, NO_NODE, NodeId, Outline};
use crate::tag::Tag;

pub fn own_element(context: &Context<'_>, around: &Around, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    let block = &context.blocks[at];
    w.put("tag", tag_class(page.tag(block.node)));
    w.put("inner", tag_class(page.tag(block.inner)));
    w.put("depth", f32::from(page.node(block.node).depth));
    w.put(
        "heading",
        heading_around(page, block.node).map_or(0.0, |level| level as f32),
    );
    let mut distance = Distances::default();
    for (steps, id) in around.landmarks.up(page, block.node) {
        distance.see(around.kinds[id as usize], steps);
    }
    for (name, steps) in ANCESTORS.iter().zip(distance.0) {
        w.put(name, steps);
    }
    let has_time = |id: NodeId| {
        page.descendants(id)
            .take(12)
            .any(|d| page.tag(d) == Tag::Time)
    };
    w.flag(
        "time",
        page.tag(block.inner) == Tag::Time || has_time(block.node),
    );
    w.flag(
        "child_media",
        page.descendants(block.node).take(12).any(|d| {
            matches!(
                page.tag(d),
                Tag::Img | Tag::Svg | Tag::Picture | Tag::Video | Tag::Button
            )
        }),
    );
}

/// Tags in the order of how often they hold prose, so that a tree can split on them.
pub fn tag_class(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::Pre | Tag::Code => 1.0,
        Tag::Blockquote | Tag::Q => 2.0,
        Tag::Dd => 3.0,
        Tag::Li => 4.0,
        Tag::Td | Tag::Th => 5.0,
        Tag::Strong | Tag::B | Tag::Em | Tag::I => 6.0,
        Tag::Div => 7.0,
        Tag::Section | Tag::Article | Tag::Main | Tag::Body => 8.0,
        Tag::H2 => 9.0,
        Tag::H3 => 10.0,
        Tag::H4 | Tag::H5 | Tag::H6 | Tag::Dt => 11.0,
        Tag::H1 => 12.0,
        Tag::Figcaption | Tag::Caption => 13.0,
        Tag::Span | Tag::Font => 14.0,
        Tag::Time | Tag::Small | Tag::Cite | Tag::Address => 15.0,
        Tag::A => 16.0,
        Tag::Button | Tag::Label | Tag::Summary | Tag::Legend => 17.0,
        _ => 18.0,
    }
}

const ANCESTORS: &[&str] = &[
    "up.article",
    "up.main",
    "up.nav",
    "up.header",
    "up.footer",
    "up.aside",
    "up.form",
    "up.figure",
    "up.table",
    "up.list",
    "up.blockquote",
    "up.section",
    "up.link",
    "up.button",
    "up.dialog",
    "up.article_body",
    "up.details",
];

/// Steps up to the nearest ancestor of each kind; 99 for none.
struct Distances([f32; 17]);

impl Default for Distances {
    fn default() -> Distances {
        Distances([99.0; 17])
    }
}

impl Distances {
    fn see(&mut self, kind: Kind, steps: f32) {
        if let Some(held) = self.0.get_mut(usize::from(kind.place)) {
            *held = held.min(steps);
        }
        if kind.body {
            self.0[15] = self.0[15].min(steps);
        }
    }
}

/// What an element is to the blocks in it.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its place in [`ANCESTORS`], past the end for none.
    place: u8,
    /// It says that it holds the article's body.
    body: bool,
}

impl Kind {
    fn of(page: &Outline, id: NodeId) -> Kind {
        let role = page.attr(id, Attr::Role).unwrap_or("");
        let place = match (page.tag(id), role) {
            (_, "article") | (Tag::Article, _) => 0,
            (_, "main") | (Tag::Main, _) => 1,
            (_, "navigation" | "menu" | "menubar") | (Tag::Nav | Tag::Menu, _) => 2,
            (_, "banner") | (Tag::Header, _) => 3,
            (_, "contentinfo") | (Tag::Footer, _) => 4,
            (_, "complementary") | (Tag::Aside, _) => 5,
            (_, "search" | "form") | (Tag::Form | Tag::Search, _) => 6,
            (_, "figure") | (Tag::Figure, _) => 7,
            (Tag::Table, _) => 8,
            (Tag::Ul | Tag::Ol | Tag::Dl, _) | (_, "list") => 9,
            (Tag::Blockquote, _) => 10,
            (_, "dialog" | "alertdialog") | (Tag::Dialog, _) => 14,
            (Tag::Section, _) => 11,
            (Tag::A, _) => 12,
            (_, "button") | (Tag::Button, _) => 13,
            (Tag::Details, _) => 16,
            _ => u8::MAX,
        };
        let body = page.attr(id, Attr::ItemProp);
        Kind {
            place,
            body: body.is_some_and(|p| p.contains("articleBody")),
        }
    }

    fn is_any(self) -> bool {
        self.place != u8::MAX || self.body
    }
}

/// The elements that blocks look up to, found once for the page.
pub struct Around {
    kinds: Vec<Kind>,
    /// Elements of a [`Kind`].
    landmarks: Ladder,
    /// Elements whose names are hints.
    named: Ladder,
}

impl Around {
    pub fn of(context: &Context<'_>) -> Around {
        let page = context.page;
        let kinds: Vec<Kind> = (0..page.len()).map(|id| Kind::of(page, id)).collect();
        Around {
            landmarks: Ladder::of(page, |id| kinds[id as usize].is_any()),
            named: Ladder::of(page, |id| context.hints[id as usize].has(Hints::LEARNED)),
            kinds,
        }
    }
}

/// For each element the nearest at or around it that counts; [`NO_NODE`] for none.
struct Ladder(Vec<NodeId>);

impl Ladder {
    fn of(page: &Outline, counts: impl Fn(NodeId) -> bool) -> Ladder {
        let mut nearest: Vec<NodeId> = Vec::with_capacity(page.nodes.len());
        for id in 0..page.len() {
            let around = nearest.get(page.node(id).parent as usize);
            nearest.push(match around {
                _ if counts(id) => id,
                Some(around) => *around,
                None => NO_NODE,
            });
        }
        Ladder(nearest)
    }

    /// The elements that count at and around `id`, nearest first, and how many steps up they stand.
    fn up(&self, page: &Outline, id: NodeId) -> impl Iterator<Item = (f32, NodeId)> {
        let nearest = |id: NodeId| self.0.get(id as usize).copied().filter(|&up| up != NO_NODE);
        let depth = page.node(id).depth;
        std::iter::successors(nearest(id), move |&up| nearest(page.node(up).parent))
            .map(move |up| (depth - page.node(up).depth, up))
            .take_while(|(steps, _)| usize::from(*steps) <= DEEPEST)
            .take(DEEPEST)
            .map(|(steps, up)| (f32::from(steps), up))
    }
}

pub fn hints(context: &Context<'_>, around: &Around, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    let block = &context.blocks[at];
    let mut near = [99.0f32; Hints::ALL.len()];
    let mut seen = 0;
    let named = around.named.up(page, block.inner);
    for (steps, id) in named.take_while(|&(_, id)| page.node(id).depth > 1) {
        let mut new = context.hints[id as usize].0 & Hints::LEARNED.0 & !seen;
        seen |= new;
        while new != 0 {
            near[new.trailing_zeros() as usize % near.len()] = steps;
            new &= new - 1;
        }
    }
    for (kind, steps) in near.iter().enumerate() {
        w.put(format_args!("hint.{kind}"), *steps);
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::features::Features;
    use crate::read::read;

    fn row(class: &str) -> Vec<f32> {
        let page = read(&format!(
            "<body><main><div class='{class}'><p>The lamp stays lit.</p></div></main></body>"
        ));
        let context = Context::new(&page);
        let mut row = Vec::new();
        Features::new(&context).write(0, &mut row);
        row
    }

    #[test]
    fn hints_that_the_model_did_not_learn_are_no_features() {
        for name in [
            "theauthor",
            "calltoaction",
            "polls",
            "tts",
            "galleries",
            "komment",
            "aisummary",
        ] {
            assert_eq!(row(name), row("unnamed"), "{name}");
        }
        assert_ne!(row("related"), row("unnamed"));
    }
}
