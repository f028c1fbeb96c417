//! Small boxes that ask the reader something and have buttons for the answers: polls, "Was this helpful?".

use std::ops::Range;

use super::counts::Counts;
use crate::blocks::words;
use crate::judge::context::{Context, Hints, running};
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::phrase_in;
use crate::tag::Tag;
use crate::verdict::Reason;

const MOST_WORDS: u32 = 80;
/// Words of a label over the question, of the question, of one answer, and of what stands between and below the answers.
const LONGEST_LABEL: u32 = 4;
const LONGEST_QUESTION: u32 = 25;
const LONGEST_ANSWER: u32 = 12;
const MOST_BESIDE: u32 = 10;
/// The same of what is called a poll: that it speaks for nobody but those who answered.
const MOST_BESIDE_POLL: u32 = 40;
/// More boxes are a quiz, and its questions are what the page is about.
const MOST_BOXES: usize = 4;

/// The outermost elements that are nothing but a question and its answers.
pub(super) fn boxes(counts: &Counts<'_, '_>) -> Vec<NodeId> {
    let page = counts.context.page;
    let answers = running((0..page.len()).map(|id| u32::from(is_answer(page, id))));
    let is_asking = |id: NodeId| {
        let mut runs = page.runs_of(id).iter();
        runs.any(|run| asks(page.run_text(run)))
    };
    let fits = |id: NodeId| {
        counts.held(&answers, id) >= 2
            && counts.may_go(id, MOST_WORDS)
            && is_asking(id)
            && is_vote(counts.context, id)
    };
    let mut out: Vec<NodeId> = page.outermost_of_all(fits).collect();
    let alike = |one: NodeId, other: NodeId| {
        let (one, other) = (page.node(one), page.node(other));
        one.parent == other.parent
            || (one.class == other.class && !page.class(one.class).is_empty())
    };
    // Two alike are the beginning of a quiz, unless they are called polls.
    let called = |id: NodeId| counts.context.hints[id as usize].has(Hints::POLL);
    let quiz = |id: NodeId| !called(id) && out.iter().any(|&other| other != id && alike(id, other));
    if out.len() > MOST_BOXES || out.iter().any(|&id| quiz(id)) {
        out.clear();
    }
    out
}

/// A question, then two answers or more, and next to nothing else.
fn is_vote(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let answers = answers(page, id);
    let all = page.node(id).runs;
    let Some(&first) = answers.first().filter(|_| answers.len() >= 2) else {
        return false;
    };
    let mut beside = String::new();
    let mut from = page.node(first).runs.1;
    for &answer in &answers[1..] {
        let (start, end) = page.node(answer).runs;
        beside += &text(page, from..start.max(from));
        from = end;
    }
    beside += &text(page, from..all.1);
    // Another question is another box.
    let called = context.hints[id as usize].has(Hints::POLL);
    let most = if called {
        MOST_BESIDE_POLL
    } else {
        MOST_BESIDE
    };
    words(&beside) <= most
        && !beside.contains(['?', '？', '؟'])
        && is_asked(context, id, page.node(first).runs.0)
}

/// The block before the first answer is a question, and over it stands no more than a label.
fn is_asked(context: &Context<'_>, id: NodeId, end: u32) -> bool {
    let page = context.page;
    let before = |&at: &usize| {
        let start = context.blocks[at].runs.0;
        start < end
            && !text(page, start..context.blocks[at].runs.1.min(end))
                .trim()
                .is_empty()
    };
    let Some(block) = context.blocks_in(id).rev().find(before) else {
        return false;
    };
    let start = context.blocks[block].runs.0.max(page.node(id).runs.0);
    let question = text(page, start..end);
    let label = text(page, page.node(id).runs.0..start);
    asks(&question) && words(&question) <= LONGEST_QUESTION && words(&label) <= LONGEST_LABEL
}

/// Greek asks with a semicolon.
fn asks(text: &str) -> bool {
    let mut end = text.trim_end().chars().rev();
    match end.next() {
        Some('?' | '？' | '؟' | '\u{37e}') => true,
        Some(';') => end
            .next()
            .is_some_and(|c| matches!(c, 'α'..='ω' | 'ά'..='ώ')),
        _ => false,
    }
}

/// What can be pressed for an answer, outermost only. The number of a footnote is none, nor is what shares or copies.
fn answers(page: &Outline, id: NodeId) -> Vec<NodeId> {
    let pressed = page.outermost(page.descendants(id), |at| is_answer(page, at));
    let answer = |&at: &NodeId| {
        let (start, end) = page.node(at).runs;
        answers_with(text(page, start..end).trim())
    };
    pressed.filter(answer).collect()
}

fn answers_with(text: &str) -> bool {
    let tool = phrase_in(text, 0.0).is_some_and(|phrase| phrase.reason == Reason::Share);
    let footnote = text.chars().count() <= 2 && text.chars().all(|c| c.is_ascii_digit());
    (text.is_empty() || !footnote) && !tool && words(text) <= LONGEST_ANSWER
}

fn is_answer(page: &Outline, id: NodeId) -> bool {
    let role = || matches!(page.attr(id, Attr::Role), Some("button" | "radio"));
    matches!(page.tag(id), Tag::Button | Tag::Label) || role()
}

fn text(page: &Outline, runs: Range<u32>) -> String {
    let runs = &page.runs[runs.start as usize..runs.end.max(runs.start) as usize];
    let texts = runs.iter().map(|run| page.run_text(run));
    texts.fold(String::new(), |all, text| all + " " + text)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::roles::apart::counts::Counts;
    use crate::judge::{model, paragraphs};
    use crate::read::read;

    /// How many votes an article with this at its end has.
    fn votes(inside: &str) -> usize {
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div>{inside}</div></article></body></html>",
            paragraphs(6)
        ));
        let context = Context::new(&page);
        super::boxes(&Counts::new(&context, &model::probabilities(&context))).len()
    }

    #[test]
    fn a_question_with_buttons_for_its_answers_is_a_vote() {
        for inside in [
            "<span>Was this summary helpful?</span> <button>Yes</button><button>No</button>",
            "<p>Poll</p><p>Do you take the bus?</p><button>Yes, daily</button><button>Never</button><span>2,318 votes</span>",
            "<h3>Should the lamp be lit?</h3><label><input type='radio'> Yes</label><label><input type='radio'> No</label><button>Vote</button>",
            "<p>この要約は役に立ちましたか？<button>はい</button><button>いいえ</button></p>",
            "<span>هل كان هذا مفيدا؟</span><button aria-label='yes'></button><button aria-label='no'></button>",
        ] {
            assert_eq!(votes(inside), 1, "{inside}");
        }
    }

    #[test]
    fn questions_with_answers_in_words_and_tools_below_them_are_none() {
        for inside in [
            "<h3>Why a lamp?</h3><p>Because the harbour is dark, says the mayor, and the boats come in late at night.</p><button>Yes</button><button>No</button>",
            "<button>Why a lamp?</button><p>It is dark.</p><button>Why not two?</button><p>They cost money.</p>",
            "<p>The council kept the lamp. Who will pay for it after March?</p><button>Share</button><button>Copy link</button>",
            "<p>费用由谁承担？</p><button>是</button><button>否</button><p>镇长说，港口的灯要亮到春天，渔民们都同意分担费用，船只夜里才能平安回来。</p>",
            "<p>Who pays for it?<button>1</button><button>2</button></p>",
            "<p>Why a lamp?</p><button>Send</button>",
            "<p>Tools</p><button>Yes</button><button>No</button>",
        ] {
            assert_eq!(votes(inside), 0, "{inside}");
        }
    }

    #[test]
    fn a_quiz_is_what_its_page_is_about() {
        let each = "<div><p>Which is larger?</p><button>This</button><button>That</button></div>";
        assert_eq!(votes(each), 1);
        assert_eq!(votes(&each.repeat(2)), 0);
        let poll = each.replacen("<div>", "<div class='poll-embed'>", 1);
        assert_eq!(votes(&poll.repeat(2)), 2);
        let noted = |name: &str| {
            let note = "It says nothing of anybody but those who answered, as the mayor of Lower Marsh knows.";
            votes(
                &each
                    .replacen("<div>", &format!("<div class='{name}'>"), 1)
                    .replace("</div>", &format!("<p>{note}</p></div>")),
            )
        };
        assert_eq!([noted("poll-embed"), noted("x")], [1, 0]);
        assert_eq!(votes(&each.repeat(8)), 0);
    }
}
