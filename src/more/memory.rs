//! The page in short: what judging a block that arrives later needs to know of it.

use serde_json::Value;

use crate::cosmetic;
use crate::outline::{Attr, NodeId, Outline};
use crate::plan::Outcome;
use crate::recipe::{CleanedPage, View, joined, proposals, quoted};
use crate::selector::Selector;
use crate::verdict::Reason;

/// Most bytes of the selectors, and of the rules that are held.
const LONGEST_HIDES: usize = 20_000;
const LONGEST_HELD: usize = 8_000;
/// Longest text that is taken for a memory.
const LONGEST: usize = 40_000;

/// What is remembered of a page.
#[derive(Debug, Default)]
pub struct Memory {
    /// The page is an article.
    pub article: bool,
    /// The smallest element with the whole article, unless that is the page.
    root: Option<Root>,
    /// Selectors that matched hidden blocks only.
    hides: Vec<(String, Reason)>,
    /// Rules of the reader that would hide the article.
    pub held: Vec<String>,
}

/// An element by what a page pruned to what is new still says of it.
#[derive(Debug, PartialEq)]
struct Root {
    tag: String,
    depth: u16,
    id: String,
}

impl Root {
    fn of(page: &Outline, id: NodeId) -> Root {
        Root {
            tag: page.tag_name(id).to_owned(),
            depth: page.node(id).depth,
            id: page.attr(id, Attr::Id).unwrap_or_default().to_owned(),
        }
    }
}

/// Writes down what later blocks are judged by; the text is for [`clean_more`](super::clean_more) alone.
pub fn memory_of(page: &CleanedPage<'_, '_>) -> String {
    let (context, plan) = (page.context, page.plan);
    let view = View::of(context, plan);
    let parts = &page.judgement.parts;
    let root = (parts.root < context.page.len()).then(|| Root::of(context.page, parts.root));
    let article = matches!(plan.outcome, Outcome::Cleaned | Outcome::Nothing);
    let blocks = article.then(|| proposals(context, parts, plan, &view).hides);
    let mut hides: Vec<(String, Reason)> = Vec::new();
    for (_, reason, selectors) in blocks.into_iter().flatten() {
        for selector in selectors {
            let hide = (selector.to_string(), reason);
            if !hides.contains(&hide) {
                hides.push(hide);
            }
        }
    }
    let held = plan.rules.iter().filter(|rule| rule.held);
    let memory = Memory {
        article,
        root,
        hides: bounded(hides, LONGEST_HIDES, |(selector, _)| selector.len() + 24),
        held: bounded(held.map(|rule| rule.text.clone()), LONGEST_HELD, |text| {
            2 * text.len() + 3
        }),
    };
    memory.text()
}

/// The first of the items, as many as are no longer than `most` together.
fn bounded<T>(items: impl IntoIterator<Item = T>, most: usize, length: fn(&T) -> usize) -> Vec<T> {
    let mut room = most;
    let fits = |item: &T| {
        let left = room.checked_sub(length(item));
        room = left.unwrap_or(0);
        left.is_some()
    };
    items.into_iter().take_while(fits).collect()
}

impl Memory {
    fn text(&self) -> String {
        let root = self.root.iter();
        let root = root.map(|r| format!("{},{},{}", quoted(&r.tag), r.depth, quoted(&r.id)));
        let hides = self.hides.iter();
        let hides = hides.map(|(text, reason)| format!("[{},\"{}\"]", quoted(text), reason.name()));
        format!(
            "{{\"article\":{},\"root\":[{}],\"hides\":[{}],\"held\":[{}]}}",
            self.article,
            joined(root),
            joined(hides),
            joined(self.held.iter().map(|text| quoted(text))),
        )
    }

    /// Reads a memory; of a text that is none nothing is remembered.
    pub fn parse(text: &str) -> Memory {
        let text = Some(text).filter(|text| text.len() <= LONGEST);
        let value: Option<Value> = text.and_then(|text| serde_json::from_str(text).ok());
        value.as_ref().and_then(Memory::read).unwrap_or_default()
    }

    fn read(value: &Value) -> Option<Memory> {
        let string = |value: &Value| value.as_str().map(str::to_owned);
        let list = |key: &str| value.get(key).and_then(Value::as_array);
        let root = |parts: &Vec<Value>| {
            Some(Root {
                tag: string(parts.first()?)?,
                depth: parts.get(1)?.as_u64()?.try_into().ok()?,
                id: string(parts.get(2)?)?,
            })
        };
        let hide = |item: &Value| {
            let reason = Reason::named(item.get(1)?.as_str()?)?;
            Some((string(item.get(0)?)?, reason))
        };
        Some(Memory {
            article: value.get("article")?.as_bool()?,
            root: root(list("root")?),
            hides: list("hides")?.iter().filter_map(hide).collect(),
            held: list("held")?.iter().filter_map(string).collect(),
        })
    }

    /// What was hidden, ready to be matched.
    pub fn hiding(&self) -> Vec<(Reason, lol_html::Selector)> {
        let hides = self.hides.iter().filter(|(text, _)| {
            Selector::parse(text).is_some_and(|selector| selector.is_telling())
        });
        hides
            .filter_map(|(text, reason)| Some((*reason, cosmetic::selector(text).ok()?)))
            .collect()
    }

    /// The article's element on a page pruned to what is new, where it is there.
    pub fn root(&self, page: &Outline) -> Option<NodeId> {
        let root = self.root.as_ref()?;
        (0..page.len()).find(|&id| page.node(id).depth == root.depth && Root::of(page, id) == *root)
    }
}
