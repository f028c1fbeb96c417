//! Which elements bear the names that selectors are made of.

use rustc_hash::FxHashMap;

use super::stable::{is_stable, stem};
use super::{Selector, Step};
use crate::outline::{Attr, NodeId, Outline};

/// Attributes whose values name elements.
pub(super) const NAMING: [Attr; 3] = [Attr::Component, Attr::AriaLabel, Attr::Role];

type Bearers<'p> = FxHashMap<&'p str, Vec<NodeId>>;

/// The elements of a page by id, class and attribute value, for the names that were asked for.
pub struct Names<'p> {
    page: &'p Outline,
    ids: Bearers<'p>,
    /// Beginnings of ids.
    stems: Bearers<'p>,
    values: Bearers<'p>,
    /// Where the bearers of a class stand in `class_bearers`; nothing for one that does not last.
    classes: FxHashMap<&'p str, Option<u32>>,
    class_bearers: Vec<Vec<NodeId>>,
    /// See [`Names::classes_of`], by [`Node::class`](crate::outline::Node::class).
    ranked: Vec<Vec<(&'p str, usize)>>,
}

impl<'p> Names<'p> {
    /// Looks for the names of `wanted` and of the elements around them. Time is linear in the page.
    pub fn around(page: &'p Outline, wanted: impl Iterator<Item = NodeId>) -> Names<'p> {
        let mut names = Names {
            page,
            ids: FxHashMap::default(),
            stems: FxHashMap::default(),
            values: FxHashMap::default(),
            classes: FxHashMap::default(),
            class_bearers: Vec::new(),
            ranked: vec![Vec::new(); page.classes.len()],
        };
        let mut seen = vec![false; page.nodes.len()];
        let mut seen_classes = vec![false; page.classes.len()];
        for id in wanted {
            for value in values(page, id) {
                names.values.entry(value).or_default();
            }
            for up in page.self_and_ancestors(id) {
                if std::mem::replace(&mut seen[up as usize], true) {
                    break;
                }
                names.ask_for_id(up);
                let class = page.node(up).class;
                if !std::mem::replace(&mut seen_classes[class as usize], true) {
                    names.ask_for_classes(page.class(class));
                }
            }
        }
        names.find();
        for class in (0..page.classes.len()).filter(|&class| seen_classes[class]) {
            names.ranked[class] = names.rank(page.class(class as u32));
        }
        names
    }

    fn ask_for_id(&mut self, id: NodeId) {
        let Some(name) = self.page.attr(id, Attr::Id) else {
            return;
        };
        if is_stable(name) {
            self.ids.entry(name).or_default();
        }
        if let Some(stem) = stem(name) {
            self.stems.entry(stem).or_default();
        }
    }

    fn ask_for_classes(&mut self, names: &'p str) {
        for name in names.split_ascii_whitespace() {
            let next = self.class_bearers.len() as u32;
            let known = self.classes.entry(name);
            let place = *known.or_insert_with(|| is_stable(name).then_some(next));
            if place == Some(next) {
                self.class_bearers.push(Vec::new());
            }
        }
    }

    /// Goes through the page once. Many elements have the same class attribute: each is taken apart once.
    fn find(&mut self) {
        let page = self.page;
        let asked = (0..page.classes.len() as u32).map(|class| self.asked_in(page.class(class)));
        let asked: Vec<Vec<u32>> = asked.collect();
        for id in 0..page.len() {
            self.note_attributes(id);
            for &class in &asked[page.node(id).class as usize] {
                self.class_bearers[class as usize].push(id);
            }
        }
    }

    /// Which of the classes that were asked for stand in a class attribute, each once.
    fn asked_in(&self, names: &str) -> Vec<u32> {
        let names = names.split_ascii_whitespace();
        let mut found: Vec<u32> = names.filter_map(|name| *self.classes.get(name)?).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn note_attributes(&mut self, id: NodeId) {
        let naming = NAMING.iter().fold(Attr::Id.bit(), |all, a| all | a.bit());
        if self.page.node(id).kinds & naming == 0 {
            return;
        }
        for (attr, value) in self.page.attrs_of(id) {
            match attr {
                Attr::Id => {
                    bears(&mut self.ids, value, id);
                    let ends = value.match_indices(['-', '_']).map(|(at, _)| at + 1);
                    ends.for_each(|end| bears(&mut self.stems, &value[..end], id));
                }
                attr if NAMING.contains(&attr) => bears(&mut self.values, value, id),
                _ => {}
            }
        }
    }

    /// The element's id where it is stable and no other element has it.
    pub(super) fn unique_id(&self, id: NodeId) -> Option<&'p str> {
        // None was asked for that is not stable.
        let name = self.page.attr(id, Attr::Id)?;
        (self.ids.get(name).map(Vec::len) == Some(1)).then_some(name)
    }

    /// The element's stable classes with the number of their bearers, the rarest first.
    pub(super) fn classes_of(&self, id: NodeId) -> &[(&'p str, usize)] {
        &self.ranked[self.page.node(id).class as usize]
    }

    /// The classes in an attribute that were asked for, likewise.
    fn rank(&self, classes: &'p str) -> Vec<(&'p str, usize)> {
        let mut found: Vec<(&str, usize)> = Vec::new();
        for class in classes.split_ascii_whitespace() {
            let bearers = self.of_class(class).map_or(0, <[NodeId]>::len);
            if bearers > 0 && !found.iter().any(|(known, _)| *known == class) {
                let rarer = found.iter().take_while(|(_, other)| *other <= bearers);
                found.insert(rarer.count(), (class, bearers));
            }
        }
        found
    }

    /// Elements among which are all that the selector names; all of the page where it rests on a place.
    ///
    /// The selector must be one of this page's [`candidates`](super::candidates).
    pub fn bearers(&self, selector: &Selector) -> Option<&[NodeId]> {
        self.bearers_of(selector.steps.last()?)
    }

    fn bearers_of(&self, step: &Step) -> Option<&[NodeId]> {
        let id = step.id.as_deref().and_then(|id| self.ids.get(id));
        let attribute = step.attribute.as_ref().and_then(|attribute| {
            let known = if attribute.starts {
                &self.stems
            } else {
                &self.values
            };
            known.get(attribute.value.as_str())
        });
        let classes = step.classes.iter();
        let classes = classes.filter_map(|class| self.of_class(class));
        classes
            .chain(id.map(Vec::as_slice))
            .chain(attribute.map(Vec::as_slice))
            .min_by_key(|bearers| bearers.len())
    }

    /// Those of `bearers` that the selector names, where its other step is the name of one element.
    fn anchored(&self, selector: &Selector, bearers: &[NodeId]) -> Option<Vec<NodeId>> {
        let [outer, step] = selector.steps.as_slice() else {
            return None;
        };
        let &[anchor] = self.bearers_of(outer).filter(|_| outer.is_one_name())? else {
            return None;
        };
        let page = self.page;
        let inside = |id: NodeId| match step.child {
            true => page.node(id).parent == anchor,
            false => id != anchor && page.contains(anchor, id),
        };
        let named = bearers.iter().copied();
        let named = named.filter(|&id| inside(id) && step.matches(page, id));
        Some(named.collect())
    }

    fn of_class(&self, name: &str) -> Option<&[NodeId]> {
        let at = (*self.classes.get(name)?)?;
        Some(&self.class_bearers[at as usize])
    }

    /// The elements that the selector names.
    pub fn matches(&self, selector: &Selector) -> Vec<NodeId> {
        let fits = |id: &NodeId| selector.matches(self.page, *id);
        match self.bearers(selector) {
            Some(bearers) if selector.is_one_name() => bearers.to_vec(),
            Some(bearers) => match self.anchored(selector, bearers) {
                Some(named) => named,
                None => bearers.iter().copied().filter(fits).collect(),
            },
            None => (0..self.page.len()).filter(fits).collect(),
        }
    }
}

fn bears(names: &mut Bearers<'_>, name: &str, id: NodeId) {
    if let Some(bearers) = names.get_mut(name)
        && bearers.last() != Some(&id)
    {
        bearers.push(id);
    }
}

fn values(page: &Outline, id: NodeId) -> impl Iterator<Item = &str> {
    let kinds = NAMING.into_iter();
    kinds.flat_map(move |kind| page.attr_all(id, kind))
}
