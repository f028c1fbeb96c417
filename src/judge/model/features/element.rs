//! A block's elements: tags, ancestors, names.

use super::Writer;
use crate::judge::context::{BlockId, Context, Hints, heading_around};
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
    for (name, steps) in Ancestor::NAMES.iter().zip(distance.0) {
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

/// The kinds of elements that blocks look up to, each with its feature, in the features' order.
macro_rules! ancestors {
    ($($kind:ident $name:literal),+ $(,)?) => {
        #[derive(Clone, Copy)]
        enum Ancestor { $($kind),+ }

        impl Ancestor {
            const NAMES: &[&str] = &[$($name),+];
        }
    };
}

ancestors! {
    Article "up.article", Main "up.main", Nav "up.nav", Header "up.header", Footer "up.footer", Aside "up.aside",
    Form "up.form", Figure "up.figure", Table "up.table", List "up.list", Blockquote "up.blockquote",
    Section "up.section", Link "up.link", Button "up.button", Dialog "up.dialog", ArticleBody "up.article_body",
    Details "up.details",
}

/// Steps up to the nearest ancestor of each kind; 99 for none.
struct Distances([f32; Ancestor::NAMES.len()]);

impl Default for Distances {
    fn default() -> Distances {
        Distances([99.0; Ancestor::NAMES.len()])
    }
}

impl Distances {
    fn see(&mut self, around: Enclosing, steps: f32) {
        let body = around.body.then_some(Ancestor::ArticleBody);
        for ancestor in around.ancestor.into_iter().chain(body) {
            let held = &mut self.0[ancestor as usize];
            *held = held.min(steps);
        }
    }
}

/// What an element is to the blocks in it.
#[derive(Clone, Copy)]
pub struct Enclosing {
    ancestor: Option<Ancestor>,
    /// It says that it holds the article's body.
    body: bool,
}

impl Enclosing {
    fn of(page: &Outline, id: NodeId) -> Enclosing {
        let role = page.attr(id, Attr::Role).unwrap_or("");
        let body = page.attr(id, Attr::ItemProp);
        Enclosing {
            ancestor: Ancestor::of(page.tag(id), role),
            body: body.is_some_and(|p| p.contains("articleBody")),
        }
    }

    fn is_any(self) -> bool {
        self.ancestor.is_some() || self.body
    }
}

impl Ancestor {
    fn of(tag: Tag, role: &str) -> Option<Ancestor> {
        Some(match (tag, role) {
            (_, "article") | (Tag::Article, _) => Ancestor::Article,
            (_, "main") | (Tag::Main, _) => Ancestor::Main,
            (_, "navigation" | "menu" | "menubar") | (Tag::Nav | Tag::Menu, _) => Ancestor::Nav,
            (_, "banner") | (Tag::Header, _) => Ancestor::Header,
            (_, "contentinfo") | (Tag::Footer, _) => Ancestor::Footer,
            (_, "complementary") | (Tag::Aside, _) => Ancestor::Aside,
            (_, "search" | "form") | (Tag::Form | Tag::Search, _) => Ancestor::Form,
            (_, "figure") | (Tag::Figure, _) => Ancestor::Figure,
            (Tag::Table, _) => Ancestor::Table,
            (Tag::Ul | Tag::Ol | Tag::Dl, _) | (_, "list") => Ancestor::List,
            (Tag::Blockquote, _) => Ancestor::Blockquote,
            (_, "dialog" | "alertdialog") | (Tag::Dialog, _) => Ancestor::Dialog,
            (Tag::Section, _) => Ancestor::Section,
            (Tag::A, _) => Ancestor::Link,
            (_, "button") | (Tag::Button, _) => Ancestor::Button,
            (Tag::Details, _) => Ancestor::Details,
            _ => return None,
        })
    }
}

/// The elements that blocks look up to, found once for the page.
pub struct Around {
    kinds: Vec<Enclosing>,
    /// Elements of an [`Enclosing`].
    landmarks: Ladder,
    /// Elements whose names are hints.
    named: Ladder,
}

impl Around {
    pub fn of(context: &Context<'_>) -> Around {
        let page = context.page;
        let kinds: Vec<Enclosing> = (0..page.len()).map(|id| Enclosing::of(page, id)).collect();
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
    use crate::judge::model::features::Features;
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
