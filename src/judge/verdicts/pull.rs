//! Pull quotes: a sentence of the article, set large beside it. The site's look keeps it, and a copy that has it says the
//! sentence twice.

use crate::blocks::{Hidden, without_closing};
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, Context, Hints, is_paragraph};
use crate::judge::roles::Role;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Reason, Verdict};
use crate::words::words_of;

/// Words of one: fewer are a figure of speech, and more are quoted at length.
const FEWEST_WORDS: usize = 5;
const MOST_WORDS: usize = 30;
/// Every one is looked for in the whole article.
const MOST_QUOTES: usize = 20;
/// Elements around its line.
const MOST_AROUND: usize = 3;

/// Verdicts that leave them out of copies.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let quotes = bench.parts.range.clone().filter_map(|at| {
        let node = frame(bench.context, at)?;
        (!is_introduced(bench, at)).then_some((at, node))
    });
    let mut quotes = quotes.take(MOST_QUOTES).peekable();
    if quotes.peek().is_none() {
        return Vec::new();
    }
    let is_told = |&at: &BlockId| {
        let block = &bench.context.blocks[at];
        bench.parts.roles[at] == Role::Body
            && is_paragraph(block)
            && frame(bench.context, at).is_none()
    };
    let told = bench.parts.range.clone().filter(is_told);
    let told: Vec<_> = told.map(|at| words_of(bench.context.text(at))).collect();
    let is_again = |&(at, _): &(BlockId, NodeId)| {
        let quote = words_of(bench.context.text(at));
        (FEWEST_WORDS..=MOST_WORDS).contains(&quote.len())
            && told.iter().any(|words| {
                // The same and no more is no quote out of it.
                words.len() > quote.len() && words.windows(quote.len()).any(|part| part == quote)
            })
    };
    quotes
        .filter(is_again)
        .map(|(_, node)| Verdict::mute(node, Reason::Duplicate, Clue::TextAgain))
        .collect()
}

/// The outermost element around a line alone that is called or tagged after quoting and names no source.
fn frame(context: &Context<'_>, at: BlockId) -> Option<NodeId> {
    let page = context.page;
    let block = &context.blocks[at];
    let is_frame = |&id: &NodeId| {
        matches!(page.tag(id), Tag::Blockquote | Tag::Aside)
            || context.hints[id as usize].has(Hints::QUOTE)
    };
    if block.hidden != Hidden::No || block.stats.words > MOST_WORDS as u32 {
        return None;
    }
    let alone = |&id: &NodeId| context.blocks_in(id).len() == 1;
    let around = std::iter::once(block.node).chain(page.ancestors(block.node));
    let frame = around
        .take(MOST_AROUND)
        .take_while(alone)
        .filter(is_frame)
        .last()?;
    let has_source = page.descendants(frame).any(|id| page.tag(id) == Tag::Cite);
    (!has_source).then_some(frame)
}

/// The article's line before ends no sentence: "He wrote:", or the name of whom a reader answers. What is quoted so is no
/// decoration. What goes from between the two says nothing.
fn is_introduced(bench: &Bench<'_, '_>, at: BlockId) -> bool {
    let is_own = |&at: &BlockId| bench.parts.roles[at] == Role::Body || bench.beside[at];
    let Some(before) = (bench.parts.range.start..at).rev().find(is_own) else {
        return false;
    };
    let leads_up = || without_closing(bench.context.text(before)).ends_with([':', '：']);
    !bench.context.blocks[before].stats.ends_sentence || leads_up()
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean, rewrite};

    /// How often the copy says what the mayor had asked, where the page has this amid the article; the page keeps it all.
    fn copied(amid: &str) -> usize {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<p>She wanted a plain answer. \
             “The lamp is worth a boat to each of us,” said one of them, and the mayor of Lower Marsh wrote it down.</p>{amid}{}</article></body></html>",
            paragraphs(3),
            paragraphs(8).split_off(paragraphs(3).len())
        );
        let clean = clean(&html, &Options::default());
        let page = rewrite(&html, &clean.plan);
        let count = |text: &str| text.matches("worth a boat to").count();
        assert_eq!(count(&page), count(&html), "{amid}");
        count(&clean.text(TextForm::Body))
    }

    #[test]
    fn what_the_article_says_itself_is_copied_once() {
        let quote = "“The lamp is worth a boat to each of us”";
        assert_eq!(
            copied(&format!("<blockquote><p>{quote}</p></blockquote>")),
            1
        );
        assert_eq!(
            copied(&format!(
                "<aside class='PullQuote_root'><p>{quote}</p></aside>"
            )),
            1
        );
    }

    #[test]
    fn what_is_quoted_from_elsewhere_is_copied_where_it_stands() {
        let quote = "“The lamp is worth a boat to each of us”";
        for own in [
            format!("<p>His letter says so, too:</p><blockquote><p>{quote}</p></blockquote>"),
            format!("<div>Ann of the harbour</div><blockquote><p>{quote}</p></blockquote>"),
            format!("<blockquote><p>{quote} <cite>The harbour master</cite></p></blockquote>"),
            "<blockquote><p>A lamp is worth a boat to each of us</p></blockquote>".to_owned(),
            format!("<blockquote><p>{quote}</p><p>And the lamp knew it.</p></blockquote>"),
        ] {
            assert_eq!(copied(&own), 2, "{own}");
        }
    }
}
