//! A block's elements: tags, ancestors, names.

use super::Writer;
use crate::judge::context::{BlockId, Context};
use crate::judge::headline::heading_around;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

pub fn own_element(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
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
    for (steps, id) in std::iter::once(block.node)
        .chain(page.ancestors(block.node))
        .enumerate()
    {
        distance.see(page, id, steps);
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
    fn see(&mut self, page: &Outline, id: NodeId, steps: usize) {
        let role = page.attr(id, Attr::Role).unwrap_or("");
        let at = match (page.tag(id), role) {
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
            _ => usize::MAX,
        };
        self.note(at, steps);
        if page
            .attr(id, Attr::ItemProp)
            .is_some_and(|p| p.contains("articleBody"))
        {
            self.note(15, steps);
        }
    }

    fn note(&mut self, at: usize, steps: usize) {
        if let Some(held) = self.0.get_mut(at) {
            *held = held.min(steps as f32);
        }
    }
}

pub fn hints(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    let block = &context.blocks[at];
    let mut near = [99.0f32; 21];
    let inner = std::iter::once(block.inner).chain(page.ancestors(block.inner));
    for (steps, id) in inner.take_while(|&id| page.node(id).depth > 1).enumerate() {
        let hints = context.hints[id as usize];
        if hints.0 == 0 {
            continue;
        }
        for (kind, held) in Hints::ALL.iter().zip(near.iter_mut()) {
            if hints.has(*kind) && *held > 98.0 {
                *held = steps as f32;
            }
        }
    }
    for (kind, steps) in near.iter().enumerate() {
        w.put(format_args!("hint.{kind}"), *steps);
    }
}
