//! Bars of buttons and links: labels that stand in one block without a word between them, so that they read as one line.

use crate::blocks::Block;
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::{Kind, Packs, Phrase, phrase_of};
use crate::tag::Tag;

/// More words are no bar.
const MOST_WORDS: u32 = 40;

/// What the labels of a bar say: the first that is a phrase, where at least half of them are.
pub(super) fn phrase(page: &Outline, block: &Block, packs: Packs) -> Option<&'static Phrase> {
    if block.inner != block.node || block.stats.words > MOST_WORDS {
        return None;
    }
    let labels = labels(page, block)?;
    let said = |&label: &NodeId| {
        let phrase = phrase_of(packs, &page.squeezed(label, usize::MAX / 8), 0.0)?;
        (phrase.kind == Kind::Whole).then_some(phrase)
    };
    let said: Vec<_> = labels.iter().filter_map(said).collect();
    let most = labels.len() > 1 && said.len() * 2 >= labels.len();
    said.into_iter().next().filter(|_| most)
}

/// The buttons and links of a block, where no text stands beside them.
fn labels(page: &Outline, block: &Block) -> Option<Vec<NodeId>> {
    let mut out: Vec<NodeId> = Vec::new();
    let runs = &page.runs[block.runs.0 as usize..block.runs.1 as usize];
    for run in runs
        .iter()
        .filter(|run| !page.run_text(run).trim().is_empty())
    {
        let mut up = std::iter::once(run.node).chain(page.ancestors(run.node));
        let label = up
            .by_ref()
            .take_while(|&id| id != block.node)
            .find(|&id| is_label(page, id))?;
        if out.last() != Some(&label) {
            out.push(label);
        }
    }
    Some(out)
}

fn is_label(page: &Outline, id: NodeId) -> bool {
    matches!(page.tag(id), Tag::A | Tag::Button) || page.attr(id, Attr::Role) == Some("button")
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
        assert!(said("<a href='/s'><i></i>Copy link</a> <a href='/t'>Tweet</a>").is_some());
    }

    #[test]
    fn menus_and_sentences_are_no_bars() {
        assert!(
            said("<a href='/'>Home</a><a href='/n'>Newsletter</a><a href='/x'>Markets</a>")
                .is_none()
        );
        assert!(
            said("He pressed <button>Save</button> and then <button>Copy link</button>").is_none()
        );
    }
}
