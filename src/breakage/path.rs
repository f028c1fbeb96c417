//! Where an element stands, in masked names.

use super::mask;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// Elements named on the way to a block.
const STEPS: usize = 4;
/// Characters of a name.
const NAME: usize = 60;

/// "main > article.post > div.share-bar#xxx[role=xxx]".
pub fn path(page: &Outline, id: NodeId) -> String {
    let around = page.self_and_ancestors(id).take(STEPS);
    let mut steps: Vec<String> = around.map(|id| step(page, id)).collect();
    steps.reverse();
    steps.join(" > ")
}

fn step(page: &Outline, id: NodeId) -> String {
    let tag = match page.tag(id) {
        Tag::Other => short(page.tag_name(id)),
        tag => tag.name().to_owned(),
    };
    let names = |attr, mark: &str| {
        page.attr_all(id, attr)
            .flat_map(str::split_whitespace)
            .map(|name| format!("{mark}{}", short(name)))
            .collect::<String>()
    };
    let value = |attr, name: &str| {
        page.attr_all(id, attr)
            .map(|value| format!("[{name}={}]", short(value)))
            .collect::<String>()
    };
    let (classes, ids) = (names(Attr::Class, "."), names(Attr::Id, "#"));
    let (role, component) = (value(Attr::Role, "role"), value(Attr::Component, "data"));
    format!("{tag}{ids}{classes}{role}{component}")
}

fn short(value: &str) -> String {
    mask::name(&value.chars().take(NAME).collect::<String>())
}

/// A language tag, and nothing that only stands where one should.
pub fn language(page: &Outline) -> Option<String> {
    let said = page.root_attr(Attr::Lang)?;
    let (first, rest) = said.split_once(['-', '_']).unwrap_or((said, ""));
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let fits = (2..=3).contains(&first.len()) && letters(first) && rest.len() <= 4 && letters(rest);
    fits.then(|| said.to_owned())
}
