//! Small boxes that ask the reader something and have buttons for the answers: polls, "Was this helpful?".

use std::ops::Range;

use crate::judge::boxes::is_landmark;
use crate::judge::context::Context;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// Elements and words of a box, with everything in it.
const MOST_ELEMENTS: u32 = 120;
const MOST_WORDS: u32 = 80;
/// Words of the question and what introduces it, of one answer, and of what stands between and below the answers.
const LONGEST_QUESTION: usize = 40;
const LONGEST_ANSWER: usize = 12;
const MOST_BESIDE: usize = 10;
/// More boxes of the kind are a quiz, and its questions are what the page is about.
const MOST_BOXES: usize = 4;

/// The outermost elements that are nothing but a question and its answers.
pub(super) fn boxes(context: &Context<'_>) -> Vec<NodeId> {
    let page = context.page;
    let answers = (0..page.len()).map(|id| u32::from(is_answer(page, id)));
    let answers = super::running(answers);
    let mut out = Vec::new();
    let mut id = 0;
    while id < page.len() {
        let end = page.node(id).end;
        let fits = end - id <= MOST_ELEMENTS
            && context.sums[id as usize].words <= MOST_WORDS
            && answers[end as usize] >= answers[id as usize] + 2;
        if fits && !is_landmark(page.tag(id)) && is_vote(page, id) {
            out.push(id);
            id = end;
        } else {
            id += 1;
        }
    }
    if out.len() > MOST_BOXES {
        out.clear();
    }
    out
}

/// A question, then two answers or more, and next to nothing else.
fn is_vote(page: &Outline, id: NodeId) -> bool {
    let answers = answers(page, id);
    let all = page.node(id).runs;
    let Some(&first) = answers.first().filter(|_| answers.len() >= 2) else {
        return false;
    };
    let question = text(page, all.0..page.node(first).runs.0);
    let mut beside = String::new();
    let mut from = page.node(first).runs.1;
    for &answer in &answers[1..] {
        let (start, end) = page.node(answer).runs;
        beside += &text(page, from..start.max(from));
        from = end;
    }
    beside += &text(page, from..all.1);
    asks(&question) && words(&question) <= LONGEST_QUESTION && words(&beside) <= MOST_BESIDE
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

/// What can be pressed for an answer, outermost only. The number of a footnote is none.
fn answers(page: &Outline, id: NodeId) -> Vec<NodeId> {
    let mut out = Vec::new();
    let mut at = id + 1;
    while at < page.node(id).end {
        if is_answer(page, at) {
            let (start, end) = page.node(at).runs;
            let text = text(page, start..end);
            let said = text.trim().is_empty() || text.contains(char::is_alphabetic);
            if said && words(&text) <= LONGEST_ANSWER {
                out.push(at);
            }
            at = page.node(at).end;
        } else {
            at += 1;
        }
    }
    out
}

fn is_answer(page: &Outline, id: NodeId) -> bool {
    let role = || matches!(page.attr(id, Attr::Role), Some("button" | "radio"));
    matches!(page.tag(id), Tag::Button | Tag::Label) || role()
}

fn text(page: &Outline, runs: Range<u32>) -> String {
    let runs = &page.runs[runs.start as usize..runs.end as usize];
    let texts = runs.iter().map(|run| page.run_text(run));
    texts.fold(String::new(), |all, text| all + " " + text)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::read::read;

    fn is_vote(inside: &str) -> bool {
        let page = read(&format!(
            "<html><body><p>Text.</p><div>{inside}</div></body></html>"
        ));
        super::boxes(&Context::new(&page)).len() == 1
    }

    #[test]
    fn a_question_with_buttons_for_its_answers_is_a_vote() {
        for inside in [
            "<span>Was this summary helpful?</span> <button>Yes</button><button>No</button>",
            "<p>Poll: do you take the bus?</p><button>Yes, daily</button><button>Never</button><span>2,318 votes</span>",
            "<h3>Should the lamp be lit?</h3><label><input type='radio'> Yes</label><label><input type='radio'> No</label><button>Vote</button>",
            "<p>この要約は役に立ちましたか？<button>はい</button><button>いいえ</button></p>",
            "<span>هل كان هذا مفيدا؟</span><button aria-label='yes'></button><button aria-label='no'></button>",
        ] {
            assert!(is_vote(inside), "{inside}");
        }
    }

    #[test]
    fn questions_with_answers_in_words_are_none() {
        for inside in [
            "<h3>Why a lamp?</h3><p>Because the harbour is dark, says the mayor, and the boats come in late at night.</p><button>Share</button><button>Copy</button>",
            "<button>Why a lamp?</button><p>It is dark.</p><button>Why not two?</button><p>They cost money.</p>",
            "<p>Who pays for it?<button>1</button><button>2</button></p>",
            "<p>Why a lamp?</p><button>Send</button>",
            "<p>Tools</p><button>Share</button><button>Copy</button>",
        ] {
            assert!(!is_vote(inside), "{inside}");
        }
    }

    #[test]
    fn a_quiz_is_what_its_page_is_about() {
        let each = "<div><p>Which is larger?</p><button>This</button><button>That</button></div>";
        let page = |count: usize| format!("<html><body>{}</body></html>", each.repeat(count));
        let count = |html: &str| super::boxes(&Context::new(&read(html))).len();
        assert_eq!(count(&page(2)), 2);
        assert_eq!(count(&page(8)), 0);
    }
}
