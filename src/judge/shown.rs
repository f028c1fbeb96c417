//! What the page shows a reader of its article: headline, author, date.

use crate::article::Shown;
use crate::judge::context::{BlockId, Context};
use crate::judge::roles::{Parts, Role, is_date};
use crate::outline::Attr;
use crate::tag::Tag;

/// The headline, author and date that the page shows.
pub fn shown(context: &Context<'_>, parts: &Parts, article: bool) -> Shown {
    let lines = || (0..parts.roles.len()).filter(|&at| article && parts.roles[at] == Role::Byline);
    let headline = context.headline.map(|at| context.text(at).to_owned());
    Shown {
        headline: headline.filter(|text| !text.is_empty()),
        byline: lines().find_map(|at| author(context, at)),
        published: lines().find_map(|at| date(context, at)),
    }
}

/// The author in a line that an element or its names call so, up to the first comma, bar or number.
fn author(context: &Context<'_>, at: BlockId) -> Option<String> {
    let page = context.page;
    let inner = context.blocks[at].inner;
    let named = std::iter::once(inner)
        .chain(page.ancestors(inner))
        .take(3)
        .any(|id| {
            let names = [Attr::Class, Attr::Id, Attr::ItemProp, Attr::Rel]
                .map(|attr| page.attr(id, attr).unwrap_or(""));
            names
                .iter()
                .any(|name| name.contains("author") || name.contains("byline"))
        });
    let text = context.text(at);
    let name = text
        .split(|c: char| matches!(c, ',' | '|' | '·' | '•' | '–') || c.is_numeric())
        .next()?
        .trim();
    let words = name.split_whitespace().count();
    // A single word beside a date is a month or a section, not a name.
    let fewest = if is_date(text) { 2 } else { 1 };
    (named && (fewest..=8).contains(&words)).then(|| name.to_owned())
}

fn date(context: &Context<'_>, at: BlockId) -> Option<String> {
    let page = context.page;
    let node = context.blocks[at].node;
    let inside = (node..page.node(node).end).chain(page.ancestors(node).take(2));
    let stamp = inside
        .filter(|&id| page.tag(id) == Tag::Time)
        .find_map(|id| page.attr(id, Attr::DateTime));
    stamp
        .map(str::to_owned)
        .or_else(|| is_date(context.text(at)).then(|| context.text(at).to_owned()))
}
