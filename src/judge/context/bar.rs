//! Bars of buttons, links and what looks like them: labels that stand in one block without a word between them, so that
//! they read as one line.

use super::headline::heading_around;
use super::tags::{is_button, is_pressed};
use crate::blocks::{Block, block_runs, words};
use crate::outline::{NodeId, Outline};
use crate::rules::{Packs, Phrase, PhraseKind, phrase_of};
use crate::squeeze::is_blank;
use crate::tag::Tag;
use crate::verdict::Reason;

/// More words are no bar.
const MOST_WORDS: u32 = 40;

/// What the labels of a bar say: the first, where all of them are the words of tools for the reader, or all those of
/// adverts ("Advertisement" and "Hide ad"). One sign may be none, "Aa" or "X"; a name is one.
pub(super) fn phrase(page: &Outline, block: &Block, packs: Packs) -> Option<&'static Phrase> {
    let heads = heading_around(page, block.node).is_some();
    if heads || block.inner != block.node || block.stats.words > MOST_WORDS {
        return None;
    }
    let labels = labels(page, block)?;
    let said = |label: &str| whole_phrase(packs, label).filter(|phrase| is_label(phrase.reason));
    let (mut first, mut tools, mut signs, mut others) = (None, 0, 0, 0);
    let mut sign = None;
    for (label, is_button) in &labels {
        // What is drawn on it, and how often it was pressed.
        let bare = label.trim_matches(|c: char| !c.is_alphabetic());
        match said(label).or_else(|| said(bare)) {
            Some(phrase) => {
                let begun = *first.get_or_insert(phrase);
                if is_tool(begun.reason) != is_tool(phrase.reason) {
                    return None;
                }
                tools += 1;
            }
            None if bare.is_empty() => {}
            // Larger and smaller letters bear the same: "A+", "A-".
            None if bare.chars().count() <= LONGEST_SIGN => {
                signs += u32::from(sign.replace(bare) != Some(bare))
            }
            None if *is_button && words(label) <= SHORT_LABEL => others += 1,
            None => return None,
        }
    }
    // A name beside a button to follow it is no tool's.
    first.filter(|_| labels.len() > 1 && signs <= 1 && (others == 0 || tools > others))
}

/// The phrase that is all of a label: "Listen to this story" begins longer lines, too.
pub fn whole_phrase(packs: Packs, label: &str) -> Option<&'static Phrase> {
    let phrase = phrase_of(packs, label, 0.0)?;
    (phrase.kind == PhraseKind::Whole || words(label) == words(phrase.text)).then_some(phrase)
}

/// True for what tools for the reader say.
pub fn is_tool(reason: Reason) -> bool {
    matches!(reason, Reason::Share | Reason::Widget | Reason::Comments)
}

fn is_label(reason: Reason) -> bool {
    is_tool(reason) || reason == Reason::Advert
}

/// Words of a button among those of tools that says something else: "More", "Text size".
const SHORT_LABEL: u32 = 2;
/// Characters of a label that may be no word.
const LONGEST_SIGN: usize = 3;
/// Labels of a bar, and how much of each is read.
const MOST_LABELS: usize = 40;
const LONGEST_LABEL: usize = 200;

/// What the buttons, links and the like of a block say, where no text stands beside them, and which are buttons.
fn labels(page: &Outline, block: &Block) -> Option<Vec<(String, bool)>> {
    let mut out: Vec<NodeId> = Vec::new();
    let runs = block_runs(page, block);
    for run in runs {
        if is_blank(page.run_text(run)) {
            continue;
        }
        let up = || page.self_and_ancestors(run.node);
        let inside = || up().take_while(|&id| id != block.node);
        // What a player says stands in elements that only its style sheet sets apart; what is set in bold is named.
        let label = inside().filter(|&id| is_pressed(page, id)).last();
        let label = label.or_else(|| inside().last().filter(|&id| page.tag(id) == Tag::Span))?;
        if out.last() != Some(&label) {
            out.push(label);
        }
        if out.len() > MOST_LABELS {
            return None;
        }
    }
    Some(
        out.iter()
            .map(|&label| (page.squeezed(label, LONGEST_LABEL), is_button(page, label)))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::read::read;

    /// What the bar with these labels says.
    fn said(bar: &str) -> Option<&'static str> {
        let page = read(&format!("<html><body><div>{bar}</div></body></html>"));
        let context = Context::new(&page);
        context.phrases.first()?.map(|phrase| phrase.text)
    }

    #[test]
    fn labels_of_a_bar_are_read_one_by_one() {
        assert!(
            said("<button>Save</button><button>Copy link</button><button>Aa</button>").is_some()
        );
        assert!(said("<button>Copy link</button><button>Listen to this story</button>").is_some());
        assert!(said("<span><b>12 shares</b></span><button>Copy link</button>").is_some());
        assert!(said("<a href='/s'><i></i>Copy link</a> <a href='/t'>Tweet</a>").is_some());
        assert!(said("<button>👏 412</button><button>💬 18</button><button>Save</button><button>Copy link</button>").is_some());
        assert!(said("<a>Copy link</a><a>A+</a><a>A-</a>").is_some());
        assert!(said("<a>Copy link</a><a>Aa</a><a>Bo</a>").is_none());
        assert!(
            said("<button>Save</button><button>▶ Hear</button><button>Share</button>").is_some()
        );
    }

    #[test]
    fn a_slot_says_twice_that_it_is_an_advert() {
        let slot = "<span>Advertisement</span><button>Hide ad</button>";
        assert!(said(slot).is_some());
        assert!(said("<span>Advertisement</span> <button>Copy link</button>").is_none());
        assert!(said("<span>Advertisement</span> <span>Ida Brandt</span>").is_none());
    }

    #[test]
    fn menus_names_headings_and_sentences_are_no_bars() {
        for text in [
            "<a href='/'>Home</a><a href='/n'>Newsletter</a><a href='/x'>Markets</a>",
            "<a href='/'>Home</a><a href='/n'>Newsletter</a>",
            "<a href='/ida'>Ida Brandt</a> <button>Follow</button>",
            "<h2><button>Save</button> <button>Copy link</button></h2>",
            "<b>Share</b> <b>Copy link</b>",
            "<em>Watch live</em><br><em>Now playing</em>",
            "<button>Copy link</button><button>Listen to this story about a lamp</button>",
            "<button>Save</button><button>Blue</button><button>Green</button>",
            "<button>Save</button> <button>Copy link</button> <a href='/ida'>Ida Brandt</a>",
            "He pressed <button>Save</button> and then <button>Copy link</button>",
        ] {
            assert!(said(text).is_none(), "{text}");
        }
    }
}
