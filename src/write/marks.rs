//! What a browser or a site's own style sheet puts between two pieces of a line.

use crate::chars::{Kinds, kinds};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

/// Follows a block's text from piece to piece.
pub(super) struct Marks<'p> {
    page: &'p Outline,
    block: NodeId,
    /// The quotations that are open, and their last mark; none where the page wrote its own.
    open: Vec<(NodeId, &'static str)>,
    /// The last element around the text before that is the site's own.
    custom: Option<NodeId>,
}

impl<'p> Marks<'p> {
    /// For the text of a block.
    pub fn new(page: &'p Outline, block: NodeId) -> Marks<'p> {
        Marks {
            page,
            block,
            open: Vec::new(),
            custom: None,
        }
    }

    /// What stands right behind the text `before` this one, and what right before this one.
    pub fn between(&mut self, before: &str, node: NodeId, text: &str) -> (String, String) {
        let page = self.page;
        let past = self.open.iter().position(|(q, _)| !page.contains(*q, node));
        let ended = self.open.split_off(past.unwrap_or(self.open.len()));
        let mut opening = String::new();
        // Chinese, Japanese and Thai words stand without.
        let spaced = |c: char| c.is_whitespace() || kinds(c).has(Kinds::UNSPACED);
        let spaced = before.ends_with(spaced) || text.starts_with(spaced);
        if self.parts(node) && !spaced {
            opening.push(' ');
        }
        if !text.trim().is_empty() {
            let own = ends_in_mark(before) || text.trim_start().starts_with(QUOTES);
            self.enter(node, own, &mut opening);
        }
        (closing(ended), opening)
    }

    /// What stands behind the last text.
    pub fn end(self) -> String {
        closing(self.open)
    }

    /// Opens the quotations around a text that are not yet; the page may have marks of its `own` there.
    fn enter(&mut self, node: NodeId, own: bool, out: &mut String) {
        let page = self.page;
        let quotes = self.around(node).filter(|&id| page.tag(id) == Tag::Q);
        let mut new: Vec<NodeId> = quotes
            .take_while(|q| self.open.iter().all(|(open, _)| open != q))
            .collect();
        while let Some(q) = new.pop() {
            let (first, last) = match (own, self.open.len() % 2) {
                (true, _) => ("", ""),
                (_, 0) => ("“", "”"),
                _ => ("‘", "’"),
            };
            out.push_str(first);
            self.open.push((q, last));
        }
    }

    /// True where a text is in an element of the site's own, and the one before in another. Browsers set such elements in
    /// a line; what is in two of them, without a space, is set apart by the site's style sheet.
    fn parts(&mut self, node: NodeId) -> bool {
        let page = self.page;
        let is_custom = |&id: &NodeId| {
            page.tag(id) == Tag::Other && !page.node(id).foreign && page.tag_name(id).contains('-')
        };
        let now = self.around(node).find(is_custom);
        let before = std::mem::replace(&mut self.custom, now);
        before
            .zip(now)
            .is_some_and(|(before, now)| !page.contains(before, now) && !page.contains(now, before))
    }

    /// An element and those around it, in the block.
    fn around(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<'p> {
        let (page, block) = (self.page, self.block);
        let up = page.self_and_ancestors(node);
        up.take_while(move |&id| id != block)
    }
}

/// With these the page marks a quotation itself.
const QUOTES: [char; 8] = ['"', '“', '„', '«', '»', '‘', '「', '\''];

/// True for a mark of a quotation at the end of a text; "l'" and "d'" end in an apostrophe.
fn ends_in_mark(text: &str) -> bool {
    let apostrophe = || {
        text.strip_suffix('\'')
            .is_some_and(|word| word.ends_with(char::is_alphanumeric))
    };
    text.ends_with(QUOTES) && !apostrophe()
}

fn closing(ended: Vec<(NodeId, &'static str)>) -> String {
    ended.into_iter().rev().map(|(_, last)| last).collect()
}
