//! What pieces stand in together: quotations, lists and their items.

use rustc_hash::FxHashMap;

use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// An element that holds pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A quotation.
    Quote(NodeId),
    /// A list, by the element it begins with, numbered or not. An item follows inside.
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
    numbers: Numbers,
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
        let up = page.self_and_ancestors(node);
        let inside = up.take_while(|&id| {
            let cell = matches!(page.tag(id), Tag::Article | Tag::Main | Tag::Td | Tag::Th);
            !cell && page.contains(self.root, id) && (id != self.root || is_list(page.tag(id)))
        });
        let mut out: Vec<Container> = Vec::new();
        for id in inside {
            match page.tag(id) {
                Tag::Blockquote => out.push(Container::Quote(id)),
                Tag::Li if !self.entries[id as usize] => {
                    let number = self.numbers.of.get(&id).copied();
                    let list = self.numbers.lists.get(&id).copied();
                    let list = list.unwrap_or(page.node(id).parent);
                    out.push(Container::Item(id, number));
                    out.push(Container::List(list, number.is_some()));
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

/// CommonMark has numbers of nine digits; a list goes on from where it begins.
const LARGEST: usize = 99_999_999;

/// The items of all ordered lists.
#[derive(Default)]
struct Numbers {
    /// Their numbers.
    of: FxHashMap<NodeId, usize>,
    /// The list of each item, by its first element.
    lists: FxHashMap<NodeId, NodeId>,
}

/// Where a number does not follow the last, as in a list that counts down, another list begins: Markdown numbers the items
/// of one on and on.
fn numbers(page: &Outline) -> Numbers {
    let mut out = Numbers::default();
    for list in (0..page.len()).filter(|&id| page.tag(id) == Tag::Ol) {
        let said = |id, attr| page.number(id, attr).filter(|&number| number <= LARGEST);
        let items = page.children(list).filter(|&id| page.tag(id) == Tag::Li);
        let items: Vec<NodeId> = items.collect();
        let down = page.attr(list, Attr::Reversed).is_some();
        let first = if down { items.len() } else { 1 };
        let mut next = said(list, Attr::Start).unwrap_or(first);
        let (mut begin, mut expected) = (list, next);
        for id in items {
            let number = said(id, Attr::Value).unwrap_or(next);
            if number != expected {
                begin = id;
            }
            out.of.insert(id, number);
            out.lists.insert(id, begin);
            expected = number + 1;
            next = if down {
                number.saturating_sub(1)
            } else {
                expected
            };
        }
    }
    out
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

    /// The numbers of the items that a list of four shows, a bar between those of one list and those of the next.
    fn numbers(list: &str) -> String {
        let items = list.replace('$', "<li>a").replace('#', "<li value=9>a");
        let page = read(&format!("<body>{items}</body>"));
        let numbers = super::numbers(&page);
        let items = (0..page.len()).filter(|id| numbers.of.contains_key(id));
        let shown = items.map(|id| {
            let apart = if numbers.lists[&id] == id { "| " } else { "" };
            format!("{apart}{}", numbers.of[&id])
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn items_have_the_numbers_that_a_browser_shows() {
        assert_eq!(numbers("<ol>$</li>$</li>$</li></ol>"), "1 2 3");
        assert_eq!(numbers("<ol start=4>$</li>$</li></ol>"), "4 5");
        assert_eq!(numbers("<ol start=0>$</li>$</li></ol>"), "0 1");
        assert_eq!(numbers("<ol>$</li>#</li>$</li></ol>"), "1 | 9 10");
        assert_eq!(numbers("<ol reversed>$</li>$</li>$</li></ol>"), "3 | 2 | 1");
        assert_eq!(numbers("<ol start=1000000000>$</li>$</li></ol>"), "1 2");
        assert_eq!(numbers("<ol start=x>$</li></ol>"), "1");
    }
}
