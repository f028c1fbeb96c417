//! What pieces stand in together: quotations, lists and their items.

use rustc_hash::FxHashMap;

use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// An element that holds pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A quotation.
    Quote(NodeId),
    /// A list, numbered or not. An item follows inside.
    List(NodeId, bool),
    /// An item, with its number in an ordered list.
    Item(NodeId, Option<usize>),
}

/// More levels than this are layout, or malice.
const DEEPEST: usize = 12;

/// How many of the containers around one piece are around the next, too.
pub fn shared(one: &[Container], other: &[Container]) -> usize {
    let pairs = one.iter().zip(other);
    pairs.take_while(|(one, other)| one == other).count()
}

/// How deep in lists a piece stands.
pub fn depth(around: &[Container]) -> usize {
    let items = around.iter().filter(|c| matches!(c, Container::Item(..)));
    items.count()
}

/// True where the piece after `before` begins an item.
pub fn opens_item(before: &[Container], now: &[Container]) -> bool {
    let new = &now[shared(before, now)..];
    new.iter().any(|c| matches!(c, Container::Item(..)))
}

/// Knows the containers of every element.
pub struct Containers<'p> {
    page: &'p Outline,
    /// The article's element: what lies around it is layout.
    root: NodeId,
    /// The number of each item of an ordered list.
    numbers: FxHashMap<NodeId, usize>,
    /// Items that hold a heading: entries of a page, not of a list.
    entries: Vec<bool>,
}

impl<'p> Containers<'p> {
    /// For the article in `root`.
    pub fn new(page: &'p Outline, root: NodeId) -> Containers<'p> {
        let mut entries = vec![false; page.nodes.len()];
        for id in (0..page.len()).filter(|&id| page.tag(id).is_heading()) {
            let item = page.ancestors(id).find(|&up| page.tag(up) == Tag::Li);
            item.into_iter().for_each(|li| entries[li as usize] = true);
        }
        Containers {
            page,
            root,
            numbers: numbers(page),
            entries,
        }
    }

    /// The containers around an element, outermost first.
    pub fn around(&self, node: NodeId) -> Vec<Container> {
        let page = self.page;
        let up = std::iter::once(node).chain(page.ancestors(node));
        let inside = up.take_while(|&id| {
            let cell = matches!(page.tag(id), Tag::Article | Tag::Main | Tag::Td | Tag::Th);
            !cell && page.contains(self.root, id) && (id != self.root || is_list(page.tag(id)))
        });
        let mut out: Vec<Container> = Vec::new();
        for id in inside {
            match page.tag(id) {
                Tag::Blockquote => out.push(Container::Quote(id)),
                Tag::Li if !self.entries[id as usize] => {
                    let number = self.numbers.get(&id).copied();
                    out.push(Container::Item(id, number));
                    out.push(Container::List(page.node(id).parent, number.is_some()));
                }
                _ => {}
            }
        }
        out.reverse();
        out.truncate(DEEPEST);
        if matches!(out.last(), Some(Container::List(..))) {
            out.pop();
        }
        out
    }
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu)
}

/// The numbers of the items of all ordered lists.
fn numbers(page: &Outline) -> FxHashMap<NodeId, usize> {
    let lists = (0..page.len()).filter(|&id| page.tag(id) == Tag::Ol);
    let items = |list| {
        let items = page.children(list).filter(|&id| page.tag(id) == Tag::Li);
        items.zip(1..)
    };
    lists.flat_map(items).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn containers_stand_outermost_first() {
        let page = read(
            "<body><blockquote><ol><li>a<ul><li><p>b</p></li></ul></li></ol></blockquote></body>",
        );
        let paragraph = (0..page.len()).find(|&id| page.tag(id) == Tag::P);
        use Container::*;
        assert_eq!(
            Containers::new(&page, 0).around(paragraph.unwrap_or(0)),
            [
                Quote(1),
                List(2, true),
                Item(3, Some(1)),
                List(4, false),
                Item(5, None)
            ]
        );
    }

    #[test]
    fn items_with_headings_are_entries_and_lists_in_lists_need_an_item() {
        let page = read("<body><ul><li><h3>a</h3><p>b</p></li><ul><li>c</li></ul></ul></body>");
        let containers = Containers::new(&page, 0);
        assert_eq!(containers.around(4), []);
        let [_, item] = containers.around(6)[..] else {
            unreachable!("an item in its list")
        };
        assert_eq!(item, Container::Item(6, None));
    }
}
