//! What ends an article behind its last paragraph: a list, a table, a line in italics.

use std::ops::Range;

use super::{LIKELY, is_set_off, may_stand};
use crate::blocks::{Block, block_runs};
use crate::judge::context::{BlockId, Context, Hints, heading_around};
use crate::judge::roles::found::Parts;
use crate::judge::roles::role::Role;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::words::words_of;

/// From this on a list, a table or a quotation right below the last body text: of those, three in four are.
const CLOSING: f32 = 0.15;

/// The set-off text with which an article ends: footnotes, a last list, a table, a line in italics. It goes on from the
/// last body text without anything between, and no box around it is named as clutter. Other closing paragraphs are no
/// better than a guess.
pub(super) fn closing(context: &Context<'_>, p: &[f32], parts: &Parts) -> Range<BlockId> {
    let goes_on = |&at: &BlockId| {
        let block = &context.blocks[at];
        let set_off = || p[at] >= CLOSING && is_set_off(context, block, parts);
        block.is_in_sight()
            && parts.roles[at] == Role::Other
            && may_stand(context, at, parts)
            && !is_named(context, block, parts)
            && (set_off()
                || is_afterword(context, at, parts)
                || opens(context, p, at, parts)
                || (p[at] >= LIKELY && heads_opening(context, p, at, parts)))
    };
    let from = parts.range.end;
    let past = (from..context.blocks.len()).find(|at| !goes_on(at));
    from..past.unwrap_or(context.blocks.len())
}

/// A question with its answer, which a click opens: short, and nothing of it says that it is for anything else.
fn opens(context: &Context<'_>, p: &[f32], at: BlockId, parts: &Parts) -> bool {
    let page = context.page;
    let up = page.self_and_ancestors(context.blocks[at].node);
    let within = up.take_while(|&id| id != parts.root);
    let Some(box_of) = within.filter(|&id| page.tag(id) == Tag::Details).last() else {
        return false;
    };
    let mut blocks = context.blocks_in(box_of);
    blocks.len() <= MOST_OPENED
        && blocks.clone().any(|at| p[at] >= LIKELY)
        && blocks.all(|at| may_stand(context, at, parts))
}

/// The heading right over such a box.
fn heads_opening(context: &Context<'_>, p: &[f32], at: BlockId, parts: &Parts) -> bool {
    heading_around(context.page, context.blocks[at].node).is_some()
        && at + 1 < p.len()
        && opens(context, p, at + 1, parts)
}

/// Blocks of a question and its answer.
const MOST_OPENED: usize = 8;

/// "Some names have been changed.": sentences in italics beside the last paragraph. Who wrote the article, and where to
/// write to, stands so too.
fn is_afterword(context: &Context<'_>, at: BlockId, parts: &Parts) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let text = context.text(at);
    let last = parts.range.end.checked_sub(1);
    let last = last.map(|last| page.node(context.blocks[last].node).parent);
    let in_italics = |node: NodeId| {
        let mut up = page.self_and_ancestors(node);
        up.by_ref()
            .take_while(|&id| id != block.node)
            .any(|id| matches!(page.tag(id), Tag::Em | Tag::I))
    };
    let mut runs = block_runs(page, block).iter();
    last == Some(page.node(block.node).parent)
        && block.stats.words >= SENTENCE
        && block.stats.links == 0
        && text.ends_with(['.', '!', '?', '…', '。', '।', '۔'])
        && !text.contains('@')
        && runs.all(|run| page.run_text(run).trim().is_empty() || in_italics(run.node))
        && !begins_as_byline_does(context, text, parts)
}

/// Fewer words are a name or a label.
const SENTENCE: u32 = 5;

/// The first word is one of the author's line.
fn begins_as_byline_does(context: &Context<'_>, text: &str, parts: &Parts) -> bool {
    let byline = |at: &BlockId| parts.roles[*at] == Role::Byline;
    let shown = (0..parts.roles.len()).filter(byline);
    let shown = shown.map(|at| context.text(at));
    let mut said = shown.chain(context.page.metadata.byline.as_deref());
    let own = words_of(text);
    own.first()
        .is_some_and(|first| said.any(|line| words_of(line).contains(first)))
}

/// In a box whose name says more than that it holds the article's text.
fn is_named(context: &Context<'_>, block: &Block, parts: &Parts) -> bool {
    let text = Hints::BODY.or(Hints::QUOTE).or(Hints::LIST);
    let up = context.page.self_and_ancestors(block.inner);
    up.take_while(|&id| id != parts.root)
        .any(|id| context.hints[id as usize].has_beyond(text))
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::beside::beside;
    use crate::judge::{paragraphs, roles};
    use crate::read::read;

    #[test]
    fn questions_that_open_end_an_article() {
        let copied = |last: &str| {
            let head = "<h1>The lamp stays lit until the spring</h1>";
            let text = paragraphs(8);
            let page = read(&format!(
                "<body><article>{head}{text}{last}</article></body>"
            ));
            let context = Context::new(&page);
            let p = |text: &String| match text.as_str() {
                text if text.starts_with("The council") => 0.9,
                text if text.ends_with('?') => 0.05,
                _ => 0.1,
            };
            let p: Vec<f32> = context.texts.iter().map(p).collect();
            let parts = roles::parts(&context, &p);
            let out = beside(&context, &p, &parts);
            (9..out.len()).all(|at| out[at])
        };
        let asked = |class: &str, answer: &str| {
            format!("<details{class}><summary>How long will it burn?</summary>{answer}</details>")
        };
        let short = asked("", "<p>Until the end of March.</p>");
        assert!(copied(&short));
        assert!(copied(&format!("<h2>Good to know</h2>{short}{short}")));
        for other in [
            short.replace("details", "div"),
            asked(" class='promo'", "<p>Until the end of March.</p>"),
            asked("", "<p><a href='/a'>Until the end of March</a></p>"),
            asked("", "<p>Sign up to our newsletter</p>"),
            asked("", "<label>Until the end of March</label>"),
            asked("", "<p>Does it?</p>"),
            asked("", &"<p>Until the end of March.</p>".repeat(8)),
        ] {
            assert!(!copied(&other), "{other}");
        }
    }

    #[test]
    fn sentences_in_italics_end_an_article() {
        let copied = |last: &str| {
            let head =
                "<h1>The lamp stays lit until the spring</h1><p class='byline'>By Ida Brandt</p>";
            let pitch = "<div class='x'><h3>Keep the lamp lit</h3><p>Give ten pounds.</p></div>";
            let html = format!(
                "<body><article>{head}<div>{}{last}{pitch}</div></article></body>",
                paragraphs(8)
            );
            let page = read(&html);
            let context = Context::new(&page);
            let body = |text: &String| text.starts_with("The council");
            let p: Vec<f32> = context
                .texts
                .iter()
                .map(|text| if body(text) { 0.9 } else { 0.05 })
                .collect();
            let parts = roles::parts(&context, &p);
            beside(&context, &p, &parts).contains(&true)
        };
        assert!(copied("<p><em>Some names have been changed.</em></p>"));
        assert!(copied(
            "<p><i>In theatres</i> <i>from the third of May.</i></p>"
        ));
        for other in [
            "<p>Some names have been changed.</p>",
            "<p><em>Some names</em> have been changed.</p>",
            "<p><em>From the third of May</em></p>",
            "<p><em>Ida Brandt writes of harbours and lamps.</em></p>",
            "<p><em>Brandt lives in Lower Marsh with a dog.</em></p>",
            "<p><em>Do you know more? Write to lamp@post.example.</em></p>",
            "<p><em>Do you know more? Write <a href='/us'>to us</a>.</em></p>",
            "<p class='promo'><em>Some names have been changed.</em></p>",
            "<div><p><em>Some names have been changed.</em></p></div>",
        ] {
            assert!(!copied(other), "{other}");
        }
    }
}
