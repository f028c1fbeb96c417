//! Ways from one element of the outline to others, each in time linear in what it passes.

use std::ops::Range;

use super::{DEEPEST, NO_NODE, NodeId, Outline};

impl Outline {
    /// The element right around a node; `None` for the root, of which a broken page has several.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        Some(self.node(id).parent).filter(|&parent| parent != NO_NODE)
    }

    /// The elements around a node, nearest first, without itself.
    ///
    /// Walks end after [`DEEPEST`] steps: a script can nest a hundred thousand elements, and time must stay linear.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&id| self.parent(id)).take(DEEPEST)
    }

    /// A node, then the elements around it as [`Outline::ancestors`] has them.
    pub fn self_and_ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::once(id).chain(self.ancestors(id))
    }

    /// The child elements of a node.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.node(id).end;
        let first = Some(id + 1).filter(|&c| c < end);
        std::iter::successors(first, move |&c| Some(self.node(c).end).filter(|&n| n < end))
    }

    /// The elements after a node in the same parent.
    pub fn siblings_after(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let past = self.nodes.get(self.node(id).parent as usize);
        let past = past.map_or(self.node(id).end, |parent| parent.end);
        let next = move |id: NodeId| Some(self.node(id).end).filter(|&n| n < past);
        std::iter::successors(next(id), move |&id| next(id))
    }

    /// Every element below a node.
    pub fn descendants(&self, id: NodeId) -> Range<NodeId> {
        id + 1..self.node(id).end
    }

    /// A node and every element below it.
    pub fn subtree(&self, id: NodeId) -> Range<NodeId> {
        id..self.node(id).end
    }

    /// The same as places in a list that has one entry for each element.
    pub fn places(&self, id: NodeId) -> Range<usize> {
        id as usize..self.node(id).end as usize
    }

    /// True where `inner` is `outer` or stands in it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.node(outer).end
    }

    /// The smallest element that is or holds both.
    pub fn smallest_around(&self, one: NodeId, other: NodeId) -> NodeId {
        let mut around = self.self_and_ancestors(one);
        around.find(|&up| self.contains(up, other)).unwrap_or(0)
    }

    /// True where one of `ids`, which stand in document order, is `outer` or stands in it.
    pub fn holds_any(&self, outer: NodeId, ids: &[NodeId]) -> bool {
        let next = ids.partition_point(|&id| id < outer);
        ids.get(next).is_some_and(|&id| self.contains(outer, id))
    }

    /// Those of some elements in document order that fit and stand in no other that does. What stands in one is not
    /// asked.
    pub fn outermost(
        &self,
        ids: impl IntoIterator<Item = NodeId>,
        mut fits: impl FnMut(NodeId) -> bool,
    ) -> impl Iterator<Item = NodeId> {
        let mut past = 0;
        ids.into_iter().filter(move |&id| {
            let found = id >= past && fits(id);
            if found {
                past = self.node(id).end;
            }
            found
        })
    }

    /// The same of the whole page.
    pub fn outermost_of_all(
        &self,
        fits: impl FnMut(NodeId) -> bool,
    ) -> impl Iterator<Item = NodeId> {
        self.outermost(0..self.len(), fits)
    }
}

#[cfg(test)]
mod tests {
    use crate::outline::Tag;
    use crate::read::read;

    #[test]
    fn the_outermost_are_asked_once_and_what_they_hold_never() {
        let page = read("<body><div><p><div></div></p></div><p><div></div></p><div></div></body>");
        let mut asked = 0;
        let mut is_div = |id| {
            asked += 1;
            page.tag(id) == Tag::Div
        };
        let found: Vec<_> = page.outermost_of_all(&mut is_div).collect();
        assert_eq!(found, [1, 5, 6]);
        let some: Vec<_> = page.outermost([1, 1, 3], &mut is_div).collect();
        assert_eq!(some, [1]);
        assert_eq!(asked, 6);
    }
}
