//! A second version of the text, in an element of its own: one for narrow windows beside that for wide ones, one for
//! print, one for members beside that for all. Sheets show one of them; a copy needs no more.

use rustc_hash::FxHashMap;

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, running};
use crate::outline::NodeId;
use crate::tag::Tag;

/// Fewer words in a row are said again for a reason: pull quotes, summaries, terms that go for two products.
const FEW: u32 = 60;

/// A version may have a headline and a date of its own, one word for so many that are said twice.
const OTHERS: u32 = 5;

/// Marks in `out` the elements that hold a second version, and hardly more of the article's text. What is in `out`
/// already is in no copy and so no first version.
pub fn leave_out(context: &Context<'_>, parts: &Parts, out: &mut [bool]) {
    let page = context.page;
    let body = copied(context, parts, out);
    let mut words = vec![0; context.blocks.len()];
    body.iter()
        .for_each(|&at| words[at] = context.blocks[at].stats.words);
    let words = running(words.into_iter());
    for (first, second) in said_again(context, &body) {
        let said: u32 = second
            .iter()
            .map(|&at| context.blocks[at].stats.words)
            .sum();
        let is_version = |id: NodeId, other: &[BlockId]| {
            let held = context.blocks_in(id);
            let others = context.held_in_blocks(&words, id).saturating_sub(said);
            !other.iter().any(|at| held.contains(at))
                && !is_list(page.tag(id))
                && others * OTHERS <= said
        };
        let versions = [(second, first), (first, second)];
        let mut versions = versions
            .map(|(own, other)| (around(context, own), other))
            .into_iter();
        if let Some((id, _)) = versions.find(|(id, other)| said >= FEW && is_version(*id, other)) {
            out[page.places(id)].fill(true);
        }
    }
}

/// The blocks of the body that are in a copy so far.
fn copied(context: &Context<'_>, parts: &Parts, out: &[bool]) -> Vec<BlockId> {
    let is_copied =
        |&at: &BlockId| parts.roles[at] == Role::Body && !out[context.blocks[at].node as usize];
    (0..context.blocks.len()).filter(is_copied).collect()
}

/// Stretches of the body of two blocks and more that say word for word what an earlier one does, each behind that one.
fn said_again<'b>(
    context: &Context<'_>,
    body: &'b [BlockId],
) -> Vec<(&'b [BlockId], &'b [BlockId])> {
    let text = |place: usize| body.get(place).map(|&at| context.text(at));
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let (mut pairs, mut place) = (Vec::new(), 0);
    while let Some(own) = text(place) {
        let Some(&first) = seen.get(own) else {
            seen.insert(own, place);
            place += 1;
            continue;
        };
        let most = (place - first).min(body.len() - place);
        let alike = |&step: &usize| text(first + step) == text(place + step);
        let length = (0..most).take_while(alike).count();
        if length >= 2 {
            pairs.push((&body[first..first + length], &body[place..place + length]));
        }
        place += length;
    }
    pairs
}

/// The smallest element around blocks in document order.
fn around(context: &Context<'_>, blocks: &[BlockId]) -> NodeId {
    let node = |at: Option<&BlockId>| at.map_or(0, |&at| context.blocks[at].node);
    context
        .page
        .smallest_around(node(blocks.first()), node(blocks.last()))
}

/// A list or a table may say what another says, and so may an item or a cell, of two sizes of one thing.
fn is_list(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Ul
            | Tag::Ol
            | Tag::Li
            | Tag::Dl
            | Tag::Dd
            | Tag::Table
            | Tag::Tbody
            | Tag::Tr
            | Tag::Td
            | Tag::Th
    )
}

#[cfg(test)]
mod tests {
    use crate::judge::{later_paragraphs, paragraphs};
    use crate::{Options, TextForm, clean};

    /// How often the copy of a page with this says what its first paragraph and its fifth begin with.
    fn copied(inside: &str) -> [usize; 2] {
        let html = format!(
            "<html><head><title>The lamp stays lit</title></head><body><main><h1>The lamp stays lit</h1>{inside}</main></body></html>"
        );
        let text = clean(&html, &Options::default()).text(TextForm::Article);
        ["voted on Monday", "voted on Friday"].map(|said| text.matches(said).count())
    }

    #[test]
    fn a_second_version_of_the_text_is_not_copied() {
        let (text, rest) = (paragraphs(4), later_paragraphs());
        let wide = format!("<div class='wide'>{text}</div>");
        let narrow = format!("<div class='narrow'><p>3 May 2024</p>{text}</div>");
        assert_eq!(copied(&format!("{wide}{narrow}{rest}")), [1, 1]);
        assert_eq!(copied(&format!("{text}{narrow}{rest}")), [1, 1]);
        // The longer of the two is the article.
        assert_eq!(copied(&format!("{wide}<div>{text}{rest}</div>")), [1, 1]);
    }

    #[test]
    fn what_an_article_says_twice_is() {
        let (text, rest) = (paragraphs(4), later_paragraphs());
        assert_eq!(copied(&format!("{text}{rest}{text}")), [2, 1]);
        let list = text.replace("<p>", "<li>").replace("</p>", "</li>");
        assert_eq!(
            copied(&format!("<ul>{list}</ul>{rest}<ul>{list}</ul>")),
            [2, 1]
        );
        let cells = format!("<tr><td>{text}</td><td>{text}</td></tr>");
        assert_eq!(
            copied(&format!(
                "{rest}<table><tr><th>Small</th><th>Large</th></tr>{cells}</table>"
            )),
            [2, 1]
        );
        let terms =
            "<p>The council voted on Monday for it.</p><p>The mayor of Lower Marsh did not.</p>";
        assert_eq!(copied(&format!("{terms}{rest}<div>{terms}</div>")), [2, 1]);
        let again = format!("<div>{}</div>", paragraphs(1));
        assert_eq!(copied(&format!("{text}{again}{rest}")), [2, 1]);
    }
}
