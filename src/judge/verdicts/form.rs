//! Letters to whoever runs the site, below the article: callers to be called back, estimates, questions to a firm.

use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, heading_around, topic};
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};
use crate::words::Telling;

/// More fields are an application, a test or a calculation, and may be what the page is for.
const MOST_FIELDS: usize = 7;
/// Elements and words of a form, and words of the line over it.
const MOST_ELEMENTS: usize = 200;
const MOST_WORDS: u32 = 80;
const LONGEST_LINE: u32 = 30;
/// Words of an article that is not there for the form's sake.
const ARTICLE: u32 = 200;

/// Verdicts on such forms, and on the heading and the line over each.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let page = bench.context.page;
    if bench.parts.words < ARTICLE {
        return Vec::new();
    }
    let forms = (0..page.len()).filter(|&id| page.tag(id) == Tag::Form && is_letter(bench, id));
    let headline = topic::words(&bench.context.title);
    let parts = forms.flat_map(|form| parts(bench, form, &headline));
    let verdict = |id| Verdict::hide(id, Reason::Widget, Certainty::Strong, Clue::Form);
    parts.map(verdict).collect()
}

/// What a form's fields are for.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Words,
    Sentences,
    /// An address, or a number to be called.
    Reach,
    Secret,
}

/// Stands below the article, and wants sentences or whose they are.
fn is_letter(bench: &Bench<'_, '_>, form: NodeId) -> bool {
    let size = bench.context.page.descendants(form).len();
    let words = bench.context.sums[form as usize].words;
    if !bench.is_below_body(form) || words > MOST_WORDS || size > MOST_ELEMENTS {
        return false;
    }
    let all = bench.context.page.descendants(form);
    let fields: Vec<Field> = all.filter_map(|id| field(bench, id)).collect();
    let has = |wanted: Field| fields.contains(&wanted);
    (2..=MOST_FIELDS).contains(&fields.len())
        && (has(Field::Sentences) || has(Field::Reach))
        && !has(Field::Secret)
}

fn field(bench: &Bench<'_, '_>, id: NodeId) -> Option<Field> {
    let page = bench.context.page;
    match (page.tag(id), page.attr(id, Attr::Type)) {
        (Tag::Textarea, _) => Some(Field::Sentences),
        (Tag::Input, Some("email" | "tel")) => Some(Field::Reach),
        (Tag::Input, Some("password")) => Some(Field::Secret),
        (Tag::Input, None | Some("text" | "url" | "number" | "date")) | (Tag::Select, _) => {
            Some(Field::Words)
        }
        _ => None,
    }
}

/// The form and what heads it; nothing where they share a word with the headline, as a petition does.
fn parts(bench: &Bench<'_, '_>, form: NodeId, headline: &Telling) -> Vec<NodeId> {
    let context = bench.context;
    let whole = context.grow(form, context.sums[form as usize].blocks);
    let heads = heads(bench, whole);
    let about = |at: BlockId| topic::shared(&context.telling[at], headline)[0] > 0.0;
    if heads.clone().chain(context.blocks_in(whole)).any(about) {
        return Vec::new();
    }
    heads.map(|at| context.unit(at)).chain([whole]).collect()
}

/// The heading right before an element in the same parent, and the line between.
fn heads(bench: &Bench<'_, '_>, id: NodeId) -> std::ops::Range<BlockId> {
    let (context, page) = (bench.context, bench.context.page);
    let end = context.blocks_in(id).start;
    let parent = page.node(id).parent;
    let first = context
        .spans
        .get(parent as usize)
        .map_or(end, |span| span.0 as usize);
    let head = |&at: &BlockId| heading_around(page, context.blocks[at].node).is_some();
    let Some(heading) = (first..end).rev().take(2).find(head) else {
        return end..end;
    };
    let line = |at: BlockId| {
        let block = &context.blocks[at];
        // A date, a room and a number are of use to whoever has read so far.
        block.stats.words <= LONGEST_LINE
            && block.stats.digits == 0
            && bench.is_below_body(block.node)
            && matches!(page.tag(block.node), Tag::P | Tag::Div | Tag::Span)
    };
    let lines = (heading + 1..end).all(line);
    if lines && bench.is_below_body(context.blocks[heading].node) {
        heading..end
    } else {
        end..end
    }
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{judge, paragraphs};
    use crate::read::read;

    const LINE: &str = "<p>Tell us, and we call you back.</p>";
    const LETTER: &str = "<input type='text'><input type='tel'><textarea></textarea>";

    /// What goes of a form with these fields below an article of so many paragraphs, and of what stands over it.
    fn goes(paragraphs_of: usize, over: &str, fields: &str) -> Vec<String> {
        let form = format!("<div>{over}<form>{fields}<button>Send</button></form></div>");
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{form}</article></body></html>",
            paragraphs(paragraphs_of)
        ));
        let judgement = judge(&Context::new(&page), &Options::default());
        let verdicts = judgement.verdicts.iter();
        let forms = verdicts.filter(|verdict| verdict.evidence.clue == Clue::Form);
        forms
            .map(|verdict| page.squeezed(verdict.node, 60))
            .collect()
    }

    #[test]
    fn a_letter_below_the_article_goes_with_what_heads_it() {
        let over = format!("<h3>What happened?</h3>{LINE}");
        let all = ["What happened?", "Tell us, and we call you back.", "Send"];
        assert_eq!(goes(8, &over, LETTER), all);
        // What stands over the heading, and what is no line, is not the form's.
        assert_eq!(
            goes(8, &format!("{LINE}<h3>Letters</h3>"), LETTER),
            ["Letters", "Send"]
        );
        assert_eq!(goes(8, LINE, LETTER), ["Send"]);
        let dated = "<h3>Public meeting</h3><p>Friday, 14 June, town hall.</p>";
        assert_eq!(goes(8, dated, LETTER), ["Send"]);
        let list = "<h3>Letters</h3><ul><li>We call you back on Mondays.</li></ul>";
        assert_eq!(goes(8, list, LETTER), ["Send"]);
    }

    #[test]
    fn what_a_page_may_be_for_stays() {
        let over = format!("<h3>What happened?</h3>{LINE}");
        for fields in [
            "<input type='radio'><input type='radio'>",
            "<input type='text'><input type='text'>",
            "<input type='email'><input type='password'>",
            &"<input type='tel'>".repeat(9),
        ] {
            assert!(goes(8, &over, fields).is_empty(), "{fields}");
        }
        assert!(goes(2, &over, LETTER).is_empty());
        let petition = format!("<h3>Sign, so that the lamp stays</h3>{LINE}");
        assert!(goes(8, &petition, LETTER).is_empty());
    }
}
