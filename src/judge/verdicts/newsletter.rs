//! Newsletter, subscription, donation and sign-in prompts.

use crate::blocks::text_ends_sentence;
use crate::evidence::Clue;
use crate::judge::bench::{Bench, named};
use crate::judge::context::{Hints, asks_little, is_address, is_button};
use crate::judge::roles::{BODY, Role};
use crate::outline::NodeId;
use crate::rules::call_in;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on prompts that want the reader's address or money.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let mut named = bench.by_hint(Reason::Newsletter, Hints::NEWSLETTER, |id| {
        bench.context.sums[id as usize].words <= MOST_NAMED
    });
    let page = bench.context.page;
    for verdict in &mut named {
        if page
            .descendants(verdict.node)
            .any(|id| is_address(page, id))
        {
            verdict.certainty = Certainty::Strong;
            verdict.evidence.clue = Clue::NamedAsking;
        }
    }
    let mut out = bench.by_phrase(Reason::Newsletter);
    out.extend(bench.by_sentence(Reason::Newsletter, DOUBTED, call_in));
    let is_call = |id: NodeId| {
        bench.context.sums[id as usize].words >= FEWEST_CALLED
            && bench.overlaps_article(id)
            && !bench.stands_in_frame(id)
    };
    for verdict in out.iter_mut().filter(|verdict| is_call(verdict.node)) {
        verdict.node = with_its_button(bench, verdict.node);
    }
    out.extend(named);
    out.extend(asking(bench));
    out
}

/// A call, or the box around it that keeps nothing else but a short line and what is pressed or filled in.
fn with_its_button(bench: &Bench<'_, '_>, call: NodeId) -> NodeId {
    let page = bench.context.page;
    let words = |id: NodeId| bench.context.sums[id as usize].words;
    let is_prompt = |&up: &NodeId| {
        is_bare(bench, up)
            && words(up) <= words(call) + MOST_BESIDE
            && !tells_beside(bench, up, call)
    };
    let around = page.ancestors(call).take_while(is_prompt).last();
    let is_beside = |&id: &NodeId| !page.contains(call, id);
    let asks = |&up: &NodeId| {
        let mut beside = page.descendants(up).filter(is_beside);
        asks_little(page, up) && beside.any(|id| is_button(page, id) || is_address(page, id))
    };
    around.filter(asks).unwrap_or(call)
}

/// A sentence of the article's stands in a box beside a call; a question is the prompt's.
fn tells_beside(bench: &Bench<'_, '_>, id: NodeId, call: NodeId) -> bool {
    let context = bench.context;
    let own = context.blocks_in(call);
    context.blocks_in(id).any(|at| {
        let text = context.text(at);
        !own.contains(&at)
            && bench.parts.roles[at] != Role::Other
            && text_ends_sentence(text)
            && !text.ends_with(['?', '？'])
    })
}

/// Small boxes that want nothing but an address, whatever they are called and say.
fn asking(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let page = bench.context.page;
    let boxes = (0..page.len())
        .filter(|&id| is_address(page, id))
        .filter_map(|field| {
            let small = |&up: &NodeId| is_small(bench, up);
            page.ancestors(field).take_while(small).last()
        });
    let mut boxes: Vec<NodeId> = boxes.collect();
    boxes.sort_unstable();
    boxes.dedup();
    let prompts = boxes
        .into_iter()
        .filter(|&id| bench.context.sums[id as usize].blocks > 0 && asks_little(page, id));
    let verdict = |id| {
        let mut evidence = named(bench.context, id);
        evidence.clue = Clue::NamedAsking;
        Verdict::hide(id, Reason::Newsletter, Certainty::Strong, evidence)
    };
    prompts.map(verdict).collect()
}

/// All of a prompt, and nothing of the article or the site's frame.
fn is_small(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let sums = bench.context.sums[id as usize];
    sums.words <= MOST_WORDS
        && sums.prose <= MOST_WORDS / 2
        && bench.mass.likeliest(id) < BODY
        && is_bare(bench, id)
}

/// Shows neither the article's pictures and the like nor a part of the site's frame.
fn is_bare(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let more = Hints::READERS
        .or(Hints::HEADER)
        .or(Hints::FOOTER)
        .or(Hints::NAVIGATION);
    !bench.may_illustrate(id) && !bench.context.hints[id as usize].has(more) && bench.is_plain(id)
}

/// A paragraph may tell its reader to sign up, and a line amid the text be one of its own: less likely ones go.
const DOUBTED: f32 = 0.66;
/// Words of what is called a prompt, with all that it offers; and of a prompt with its terms.
const MOST_NAMED: u32 = 150;
const MOST_WORDS: u32 = 80;
/// Words beside a call in its box: a question, the label of a button.
const MOST_BESIDE: u32 = 12;
/// Fewer words of a call are a label: "Log in" beside other buttons.
const FEWEST_CALLED: u32 = 6;

#[cfg(test)]
mod tests {
    use crate::judge::tests::tidied_around;

    /// Whether the article keeps this amid its paragraphs.
    fn stays(amid: &str) -> bool {
        tidied_around(amid).contains("Never miss a loaf")
    }

    #[test]
    fn a_line_goes_that_calls_for_a_letter_and_names_it() {
        let line = "Never miss a loaf. Sign up for the Bakers’ Weekly newsletter to read of yeast.";
        assert!(!stays(&format!("<aside><p>{line}</p></aside>")));
        assert!(!stays(&format!("<div class='note'><p>{line}</p></div>")));
        assert!(stays(&format!(
            "<ul><li>Knead it.</li><li>{line}</li></ul>"
        )));
        assert!(stays(&format!(
            "<ol><li><p>{line}</p></li><li><p>Knead it.</p></li></ol>"
        )));
        assert!(stays(&format!("<p>“{line}” she wrote to the guild.</p>")));
        assert!(stays(&format!("<blockquote><p>{line}</p></blockquote>")));
        // A heading amid the article's text is none of a prompt.
        let heading = "Join a newsletter for lovers of bread";
        let step = format!("<h2>{heading}</h2>");
        assert!(tidied_around(&step).contains(heading));
        assert!(stays(
            "<p>Never miss a loaf that is in the newsletter, the bakers of the harbour say.</p>"
        ));
    }

    #[test]
    fn a_call_takes_its_question_and_its_button_along() {
        let call = "Sign up to our newsletter and get the day's news every morning.";
        let kept = |beside: &str, button: &str| {
            let call = format!("<div class='x3'>{call}</div>");
            let amid = format!("<div class='x1'><div>{beside}</div>{call}{button}</div>");
            let page = tidied_around(&amid);
            assert!(!page.contains("x3"), "{page}");
            page.contains("x1")
        };
        let (question, button) = ("Enjoying this story?", "<button>Sign me up</button>");
        assert!(!kept(question, button));
        assert!(!kept(question, "<input type='email'>"));
        assert!(kept(question, ""));
        assert!(kept(question, "<textarea></textarea><button>Send</button>"));
        for told in [
            "The lamp was lit at six.",
            "The lamp was lit at six by the keeper, who had come by ferry from the isle of Ostrel",
            "<img src='/lamp.jpg' width='800'>",
        ] {
            assert!(kept(told, button), "{told}");
        }
        let bar = "<div class='x1'><div>The lamps of Ostrel</div><div>Sign in</div><button>Show the map</button></div>";
        assert!(tidied_around(bar).contains("x1"));
    }

    #[test]
    fn a_small_box_that_wants_an_address_goes_whatever_it_is_called() {
        let prompt = |fields: &str| {
            format!(
                "<div class='css-x5'><h3>Never miss a loaf</h3><p>One recipe, each Thursday.</p><form>{fields}<button>Send it over</button></form></div>"
            )
        };
        for field in [
            "<input type='email'>",
            "<input type='text' name='subscriber[email]'>",
            "<input name='EMAIL'>",
        ] {
            assert!(!stays(&prompt(field)), "{field}");
        }
        assert!(stays(&prompt("<input type='text' name='town'>")));
        assert!(stays(&prompt("<input type='email'><textarea></textarea>")));
        assert!(stays(&prompt(
            "<input type='email'><input type='password'>"
        )));
        assert!(stays(&prompt("<input type='radio'><input type='email'>")));
        assert!(stays(&prompt(
            "<pre>&lt;input type=email&gt;</pre><input type='email'>"
        )));
        assert!(stays(&prompt("<img src='chart.png'><input type='email'>")));
        assert!(stays(&prompt("")));
    }
}
