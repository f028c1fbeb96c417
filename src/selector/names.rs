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
    classes: Bearers<'p>,
    values: Bearers<'p>,
}

impl<'p> Names<'p> {
    /// Looks for the names of `wanted` and of the elements around them. Time is linear in the page.
    pub fn around(page: &'p Outline, wanted: impl Iterator<Item = NodeId>) -> Names<'p> {
        let mut names = Names {
            page,
            ids: FxHashMap::default(),
            stems: FxHashMap::default(),
            classes: FxHashMap::default(),
            values: FxHashMap::default(),
        };
        let mut seen = vec![false; page.nodes.len()];
        for id in wanted {
            for value in values(page, id) {
                names.values.entry(value).or_default();
            }
            for up in std::iter::once(id).chain(page.ancestors(id)) {
                if std::mem::replace(&mut seen[up as usize], true) {
                    break;
                }
                names.ask_for(up);
            }
        }
        for id in 0..page.len() {
            names.note(id);
        }
        names
    }

    fn ask_for(&mut self, id: NodeId) {
        if let Some(name) = stable_id(self.page, id) {
            self.ids.entry(name).or_default();
        }
        if let Some(stem) = self.page.attr(id, Attr::Id).and_then(stem) {
            self.stems.entry(stem).or_default();
        }
        for class in classes(self.page, id).filter(|class| is_stable(class)) {
            self.classes.entry(class).or_default();
        }
    }

    fn note(&mut self, id: NodeId) {
        let page = self.page;
        if let Some(name) = page.attr(id, Attr::Id) {
            bears(&mut self.ids, name, id);
            let ends = name.match_indices(['-', '_']).map(|(at, _)| at + 1);
            ends.for_each(|end| bears(&mut self.stems, &name[..end], id));
        }
        classes(page, id).for_each(|class| bears(&mut self.classes, class, id));
        values(page, id).for_each(|value| bears(&mut self.values, value, id));
    }

    /// The element's id where it is stable and no other element has it.
    pub(super) fn unique_id(&self, id: NodeId) -> Option<&'p str> {
        let name = stable_id(self.page, id)?;
        (self.ids.get(name).map(Vec::len) == Some(1)).then_some(name)
    }

    /// The element's stable classes with the number of their bearers, the rarest first.
    pub(super) fn classes_of(&self, id: NodeId) -> Vec<(&'p str, usize)> {
        let mut found: Vec<(&str, usize)> = Vec::new();
        for class in classes(self.page, id) {
            let bearers = self.classes.get(class).map_or(0, Vec::len);
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
        let step: &Step = selector.steps.last()?;
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
        let classes = classes.filter_map(|class| self.classes.get(class.as_str()));
        classes
            .chain(id)
            .chain(attribute)
            .min_by_key(|bearers| bearers.len())
            .map(Vec::as_slice)
    }

    /// The elements that the selector names.
    pub fn matches(&self, selector: &Selector) -> Vec<NodeId> {
        let fits = |id: &NodeId| selector.matches(self.page, *id);
        match self.bearers(selector) {
            Some(bearers) => bearers.iter().copied().filter(fits).collect(),
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

fn stable_id(page: &Outline, id: NodeId) -> Option<&str> {
    page.attr(id, Attr::Id).filter(|name| is_stable(name))
}

fn classes(page: &Outline, id: NodeId) -> impl Iterator<Item = &str> {
    let classes = page.attr(id, Attr::Class).unwrap_or("");
    classes.split_ascii_whitespace()
}

fn values(page: &Outline, id: NodeId) -> impl Iterator<Item = &str> {
    let kinds = NAMING.into_iter();
    kinds.flat_map(move |kind| page.attr_all(id, kind))
}
