//! Pull quotes: what a paper shows once more, larger, beside the paragraph that says it. Copies hold them, the body alone
//! says it once.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context, Hints};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::words::{Word, threes};

/// Fewer words may be said twice by chance, and more are no pull quote.
const WORDS: RangeInclusive<u32> = 6..=100;

/// Takes from the body, to stand beside it, the quotations most of whose words, three by three, the rest of the text says,
/// too; whose they are goes with them.
pub fn set_beside(context: &Context<'_>, parts: &mut Parts, beside: &mut [bool]) {
    let page = context.page;
    let is_body = |at: &BlockId| parts.roles[*at] == Role::Body;
    let quotations: Vec<NodeId> = page
        .outermost_of_all(|id| is_quotation(context, id))
        .filter(|&id| context.blocks_in(id).any(|at| is_body(&at)))
        .collect();
    let mut is_quoted = vec![false; context.blocks.len()];
    let blocks = quotations.iter().flat_map(|&id| context.blocks_in(id));
    blocks.for_each(|at| is_quoted[at] = true);
    let (quoted, rest): (Vec<BlockId>, Vec<BlockId>) = (0..context.blocks.len())
        .filter(is_body)
        .partition(|&at| is_quoted[at]);
    let words = |blocks: &[BlockId]| -> u32 {
        let words = blocks.iter().map(|&at| context.blocks[at].stats.words);
        words.sum()
    };
    // An article may be made of quotations, and say what it has to say twice.
    if quoted.is_empty() || words(&quoted) > words(&rest) {
        return;
    }
    let said = rest.iter().flat_map(|&at| threes(context.text(at)));
    let said: FxHashSet<Word> = said.collect();
    let is_pulled = |&id: &NodeId| {
        let own = context
            .blocks_in(id)
            .flat_map(|at| threes(context.text(at)));
        let own: Vec<Word> = own.collect();
        let again = own.iter().filter(|three| said.contains(three)).count();
        // A verse of two words a line has none.
        !own.is_empty() && again * MOST.1 >= own.len() * MOST.0
    };
    let pulled = quotations.into_iter().filter(is_pulled);
    let pulled: Vec<BlockId> = pulled.flat_map(|id| context.blocks_in(id)).collect();
    for at in pulled
        .into_iter()
        .filter(|at| quoted.binary_search(at).is_ok())
    {
        parts.roles[at] = Role::Other;
        beside[at] = true;
    }
}

/// So much of a quotation must be said elsewhere: below it may stand whose it is.
const MOST: (usize, usize) = (4, 5);

fn is_quotation(context: &Context<'_>, id: NodeId) -> bool {
    let named = || context.hints[id as usize].has(Hints::QUOTE);
    WORDS.contains(&context.sums[id as usize].words)
        && (matches!(context.page.tag(id), Tag::Blockquote | Tag::Q | Tag::Aside) || named())
        && context.pictures_in(id) == 0
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::Role;
    use crate::judge::{article_around, judge_by, paragraphs};
    use crate::read::read;
    use crate::{Options, TextForm, clean};

    const SAID: &str = "to keep the lamp at the harbour lit until the spring";

    /// How often an article with this amid its paragraphs says so, in its body alone and in the copy of all of it.
    fn times(amid: &str) -> [usize; 2] {
        let clean = clean(&article_around(amid), &Options::default());
        let times = |form| clean.text(form).matches(SAID).count();
        [times(TextForm::Body), times(TextForm::Article)]
    }

    #[test]
    fn a_pull_quote_stands_beside_the_body() {
        assert_eq!(times(""), [8, 8]);
        for quote in [
            format!(
                "<blockquote><p>“The council voted on Monday, nine to four, {SAID}”</p><p>Ida Brandt</p></blockquote>"
            ),
            format!(
                "<div class='pullquote'><p>The council voted on Tuesday, nine to four, {SAID}</p></div>"
            ),
        ] {
            assert_eq!(times(&quote), [8, 9], "{quote}");
        }
    }

    #[test]
    fn a_verse_of_short_lines_is_of_the_body() {
        let lines =
            ["The lamp", "The sea", "The ships", "The lee"].map(|line| format!("<p>{line}</p>"));
        let page = article_around(&format!("<blockquote>{}</blockquote>", lines.concat()));
        let page = read(&page);
        let context = Context::new(&page);
        let p = vec![0.9; context.blocks.len()];
        let judgement = judge_by(&context, p, &Options::default());
        let at = context.texts.iter().position(|text| text == "The ships");
        assert!(at.is_some_and(|at| judgement.parts.roles[at] == Role::Body));
    }

    #[test]
    fn a_quotation_of_others_is_of_the_body() {
        let quote = format!(
            "<blockquote><p>“The council has no right {SAID},” the mayor said.</p></blockquote>"
        );
        assert_eq!(times(&quote), [9, 9]);
        let quotes = paragraphs(4)
            .replace("<p>", "<blockquote><p>")
            .replace("</p>", "</p></blockquote>");
        let all = paragraphs(1) + &quotes;
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{all}</article></body></html>"
        );
        let text = clean(&html, &Options::default()).text(TextForm::Body);
        assert_eq!(text.matches("voted on Monday").count(), 2, "{text}");
    }
}
