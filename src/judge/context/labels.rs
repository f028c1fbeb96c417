//! What a line says that is no phrase itself: a label that goes on after one, and a paragraph that ends in a call.

use crate::blocks::Block;
use crate::chars::{holds_any, is_alphanumeric};
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::{Kind, Packs, Phrase, phrase_of};
use crate::tag::Tag;
use crate::verdict::Reason;

/// Words of a label: "Read more from the Harbour Gazette:".
const LONGEST_LABEL: u32 = 8;
/// Of these the phrase has so many.
const LONGEST_PHRASE: usize = 4;
/// Words of a headline, at least: an address or a name is none.
const HEADLINE: u32 = 4;
/// Words of a paragraph that wants to be read each week.
const LONGEST_PITCH: u32 = 60;

/// The phrase that a label over links begins with. `next` is the block after it.
pub(super) fn label(
    block: &Block,
    text: &str,
    next: Option<&Block>,
    packs: Packs,
) -> Option<&'static Phrase> {
    let label = text.strip_suffix([':', '：'])?;
    let links =
        next.is_some_and(|next| next.stats.link_density() > 0.9 && next.stats.words >= HEADLINE);
    if !links || block.stats.words > LONGEST_LABEL || block.stats.link_density() > 0.0 {
        return None;
    }
    beginnings(label, packs).find(|phrase| matches!(phrase.reason, Reason::Promo | Reason::Related))
}

/// The phrases that a text's first words are, without the rest and with it.
fn beginnings(text: &str, packs: Packs) -> impl Iterator<Item = &'static Phrase> {
    let ends = text.match_indices(' ').map(|(at, _)| at);
    ends.take(LONGEST_PHRASE)
        .chain([text.len()])
        .filter_map(move |end| phrase_of(packs, &text[..end], 0.0))
        .filter(|phrase| phrase.kind == Kind::Whole)
}

/// What a paragraph is that names a newsletter and whose last sentence is a link to it: "Sign up here.", "Get it delivered
/// every Friday."
pub(super) fn call(
    page: &Outline,
    block: &Block,
    text: &str,
    packs: Packs,
) -> Option<&'static Phrase> {
    let phrase = || phrase_of(packs, "newsletter", 0.0);
    ends_in_call(page, block, text).then(phrase).flatten()
}

/// True for such a paragraph.
pub fn ends_in_call(page: &Outline, block: &Block, text: &str) -> bool {
    if block.stats.link_letters == 0 || block.stats.words > LONGEST_PITCH {
        return false;
    }
    let Some(link) = last_link(page, block) else {
        return false;
    };
    let label = page.squeezed(link, MOST_CHARACTERS);
    let bare = |text: &str| text.trim_end_matches(|c: char| !is_alphanumeric(c)).len();
    let Some(before) = text[..bare(text)].strip_suffix(&label[..bare(&label)]) else {
        return false;
    };
    // A sentence of its own: in one with others the link may name what the paragraph tells of.
    let own = before
        .trim_end()
        .ends_with(['.', '!', '?', ':', '。', '！', '？']);
    let leads = || {
        beginnings(&label, Packs::ALL).any(|phrase| phrase.reason == Reason::Newsletter)
            || page.attr(link, Attr::Href).is_some_and(names_newsletter)
    };
    own && names_newsletter(before) && leads()
}

/// What a newsletter is called wherever the word is another: "infolettre", "nyhedsbrev", "рассылка".
const NEWSLETTERS: [&str; 10] = [
    "newsletter",
    "inbox",
    "infolettre",
    "nieuwsbrief",
    "nyhedsbrev",
    "nyhetsbrev",
    "uutiskirje",
    "boletín",
    "boletim",
    "рассылк",
];

/// True for a text that says so.
pub fn names_newsletter(text: &str) -> bool {
    holds_any(&text.to_lowercase(), &NEWSLETTERS)
}

/// Of a link's words; a longer one is no call.
const MOST_CHARACTERS: usize = 80;

/// The link that a block ends with.
fn last_link(page: &Outline, block: &Block) -> Option<NodeId> {
    let runs = &page.runs[block.runs.0 as usize..block.runs.1 as usize];
    let last = runs
        .iter()
        .rev()
        .take(4)
        .find(|run| page.run_text(run).contains(is_alphanumeric))?;
    let mut around = std::iter::once(last.node).chain(page.ancestors(last.node));
    around
        .by_ref()
        .take_while(|&id| id != block.node)
        .take(8)
        .find(|&id| page.tag(id) == Tag::A)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::read::read;

    fn said(html: &str) -> Option<&'static str> {
        let page = read(&format!("<html><body>{html}</body></html>"));
        Context::new(&page)
            .phrases
            .first()?
            .map(|phrase| phrase.text)
    }

    #[test]
    fn a_label_over_links_goes_on_after_its_phrase() {
        let links = "<p><a href='/a'>Council votes on the ferry</a></p>";
        assert!(
            said(&format!(
                "<p><b>Read more from Harbour News:</b></p>{links}"
            ))
            .is_some()
        );
        let address = "<p><a href='https://lamp.example'>lamp.example</a></p>";
        assert!(said(&format!("<p>Learn more from the council:</p>{address}")).is_none());
        assert!(said("<p>Read more from the book:</p><p>The lamp was lit at six.</p>").is_none());
        assert!(
            said(&format!(
                "<p>Read this letter from the keeper of the lamp:</p>{links}"
            ))
            .is_none()
        );
    }

    #[test]
    fn a_paragraph_that_ends_in_a_call_is_a_newsletters() {
        let call = |before: &str, href: &str, label: &str| {
            said(&format!(
                "<p><em>{before} <a href='{href}'>{label}</a>.</em></p>"
            ))
            .is_some()
        };
        let pitch = "The Morning Tide newsletter is our guide to the day at the harbour.";
        assert!(call(pitch, "/x", "Sign up here"));
        assert!(call(
            pitch,
            "/newsletters/tide",
            "Get it delivered every Friday"
        ));
        assert!(!call(pitch, "/tide", "See what the harbour looks like"));
        assert!(!call(
            "She lights the lamp and tells of it.",
            "/x",
            "Sign up here"
        ));
        // A link amid the sentence that tells of a newsletter.
        let told = "She writes a newsletter on lamps, which she calls";
        assert!(!call(told, "/newsletters/tide", "The Morning Tide"));
    }
}
