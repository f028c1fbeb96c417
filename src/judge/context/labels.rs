//! The phrase that a line shows, also where it is no phrase itself: a label that goes on after one, a paragraph that ends in
//! a call.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::bar;
use super::classes::Classes;
use super::headline::heading_around;
use super::pointer::goes_on;
use super::spoken::spoken;
use crate::blocks::{Block, block_runs};
use crate::chars::is_alphanumeric;
use crate::outline::{Attr, NodeId, Outline, Run};
use crate::rules::{
    Packs, Phrase, PhraseKind, calls_for_letter, names_letter, phrase_by, phrase_of,
};
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

/// True for a heading whose anchor is named after it, as those of manuals and encyclopedias are: "See also" heads a section
/// of the text there.
pub fn heads_section(page: &Outline, block: &Block, text: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|&c| is_alphanumeric(c));
        letters.flat_map(char::to_lowercase).collect()
    };
    // Some name the line within the heading.
    let within = page.descendants(block.node).take(2);
    let mut around = page.self_and_ancestors(block.node).take(3).chain(within);
    let own = letters(text);
    block.stats.words <= LONGEST_LABEL
        && heading_around(page, block.node).is_some()
        && around.any(|id| {
            page.attr(id, Attr::Id)
                .is_some_and(|name| letters(name) == own)
        })
}

/// A block as one line, asked for the phrases of some packs.
pub(super) struct Line<'l> {
    pub page: &'l Outline,
    pub block: &'l Block,
    pub text: &'l str,
    /// The text in normal form, where it was made.
    pub lower: &'l OnceCell<String>,
    pub packs: Packs,
}

impl Line<'_> {
    /// The phrase that it shows, whole, in a bar of buttons, or as one goes on. `next` is the block after it.
    pub fn phrase(&self, classes: &Classes, next: Option<&Block>) -> Option<&'static Phrase> {
        let (page, block) = (self.page, self.block);
        let density = block.stats.link_density();
        let phrase = match spoken(page, classes, block, self.text) {
            Cow::Borrowed(text) => phrase_by(self.packs, text, density, self.lower),
            Cow::Owned(text) => phrase_of(self.packs, &text, density),
        };
        phrase
            .or_else(|| glued(self))
            .filter(|phrase| {
                let is_own = || heads_section(page, block, self.text) || goes_on(page, block);
                phrase.reason != Reason::Promo || !is_own()
            })
            .or_else(|| bar::phrase(page, block, self.packs))
            .or_else(|| label(self, next))
            .or_else(|| call(self))
    }
}

/// What a label says that only its style sets apart from the link behind it: `<b>Read also</b><a>The ferry is late</a>`.
fn glued(line: &Line<'_>) -> Option<&'static Phrase> {
    let (page, block) = (line.page, line.block);
    let [first, rest @ ..] = block_runs(page, block) else {
        return None;
    };
    let label = page.run_text(first);
    let linked = |id: NodeId| {
        let mut up = page
            .self_and_ancestors(id)
            .take_while(|&id| id != block.node);
        up.any(|id| page.tag(id) == Tag::A)
    };
    let touches = |run: &Run| !label.ends_with(' ') && !page.run_text(run).starts_with(' ');
    let apart =
        first.node != block.node && !linked(first.node) && rest.first().is_some_and(touches);
    if !apart || rest.len() > MOST_RUNS || !rest.iter().all(|run| linked(run.node)) {
        return None;
    }
    bar::whole_phrase(line.packs, label)
        .filter(|phrase| matches!(phrase.reason, Reason::Promo | Reason::Related))
}

/// Texts of a link behind its label.
const MOST_RUNS: usize = 8;

/// The phrase that a label over links begins with, where it goes on to say whose they are. `next` is the block after it.
fn label(line: &Line<'_>, next: Option<&Block>) -> Option<&'static Phrase> {
    let (page, block) = (line.page, line.block);
    let label = line.text.strip_suffix([':', '：'])?;
    let links =
        next.is_some_and(|next| next.stats.link_density() > 0.9 && next.stats.words >= HEADLINE);
    let plain = block.stats.words <= LONGEST_LABEL
        && block.stats.link_density() == 0.0
        && heading_around(page, block.node).is_none();
    if !(links && plain) {
        return None;
    }
    let ends = label.match_indices(' ').map(|(at, _)| at);
    ends.take(LONGEST_PHRASE)
        .filter(|&end| {
            let next = label[end..].split_whitespace().next().unwrap_or("");
            OF.contains(&next.to_lowercase().as_str())
        })
        .filter_map(|end| phrase_of(line.packs, &label[..end], 0.0))
        .find(|phrase| {
            phrase.kind == PhraseKind::Whole
                && matches!(phrase.reason, Reason::Promo | Reason::Related)
        })
}

/// "Read more from …", "More on …". What goes on otherwise is a list's own name: "Related cases before the court:".
const OF: [&str; 14] = [
    "from", "on", "about", "von", "vom", "aus", "zu", "zum", "zur", "de", "du", "sur", "van",
    "over",
];

/// What a paragraph is that names a newsletter and whose last sentence is a link to it: "Sign up here.", "Get it delivered
/// every Friday."
fn call(line: &Line<'_>) -> Option<&'static Phrase> {
    let phrase = || phrase_of(line.packs, "newsletter", 0.0);
    let calls = ends_in_call(line.page, line.block, line.text);
    calls.then(phrase).flatten()
}

/// True for such a paragraph.
pub fn ends_in_call(page: &Outline, block: &Block, text: &str) -> bool {
    // Hardly a paragraph is set off as a whole.
    if block.stats.link_letters == 0
        || block.stats.words > LONGEST_PITCH
        || !is_set_off(page, block)
    {
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
    own && calls_for_letter(&label) && names_letter(before)
}

/// All of the paragraph is set in italics, bold or small: no item of a list, and none of the paragraphs around it.
fn is_set_off(page: &Outline, block: &Block) -> bool {
    let set = |id: NodeId| {
        let runs = page.node(id).runs;
        // A point may stand behind it; there is no rest where it goes on behind the paragraph.
        let rest = page.runs.get(runs.1 as usize..block.runs.1 as usize);
        let says = |run: &Run| page.run_text(run).contains(is_alphanumeric);
        let whole = (runs.0 == block.runs.0 && rest.is_some_and(|rest| !rest.iter().any(says)))
            || runs == page.node(block.node).runs;
        whole
            && matches!(
                page.tag(id),
                Tag::Em | Tag::I | Tag::Strong | Tag::B | Tag::Small
            )
    };
    let mut inside = page.subtree(block.node).take(MOST_LEVELS);
    page.tag(block.node) != Tag::Li && inside.any(set)
}

/// Elements from a paragraph to what sets all of it off.
const MOST_LEVELS: usize = 4;

/// Of a link's words; a longer one is no call.
const MOST_CHARACTERS: usize = 80;

/// The link that a block ends with.
fn last_link(page: &Outline, block: &Block) -> Option<NodeId> {
    let runs = block_runs(page, block);
    let last = runs
        .iter()
        .rev()
        .take(4)
        .find(|run| page.run_text(run).contains(is_alphanumeric))?;
    let mut around = page
        .self_and_ancestors(last.node)
        .take_while(|&id| id != block.node)
        .take(8);
    around.find(|&id| page.tag(id) == Tag::A)
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
    fn a_label_that_touches_its_link_is_one() {
        let link = "<a href='/a'>Council votes on the ferry</a>";
        let before = |label: &str| said(&format!("<div>{label}{link}</div>")).is_some();
        assert!(before("<b>Related story</b>") && before("<span>Read also</span>"));
        assert!(!before("<b>Ida Brandt</b>") && !before("Related story"));
        assert!(
            said(&format!(
                "<div><b>Related story</b>{link}of the harbour</div>"
            ))
            .is_none()
        );
    }

    #[test]
    fn a_label_over_links_goes_on_after_its_phrase() {
        let links = "<p><a href='/a'>Council votes on the ferry</a></p>";
        let over = |label: &str| said(&format!("{label}{links}")).is_some();
        assert!(over("<p><b>Read more from Harbour News:</b></p>"));
        let address = "<p><a href='https://lamp.example'>lamp.example</a></p>";
        assert!(said(&format!("<p>Read more from the council:</p>{address}")).is_none());
        assert!(said("<p>Read more from the book:</p><p>The lamp was lit at six.</p>").is_none());
        for label in [
            "<p>Read this letter from the keeper of the lamp:</p>",
            "<p>Popular songs of the decade:</p>",
            "<p>See also the letters of 1862:</p>",
            "<h3>Read more from Harbour News:</h3>",
        ] {
            assert!(!over(label), "{label}");
        }
    }

    #[test]
    fn a_heading_with_an_anchor_of_its_own_heads_a_section() {
        assert!(said("<h2 id='x'>See also</h2>").is_some());
        assert!(said("<h2 id='see-also'>See also<a href='#see-also'>\u{200b}</a></h2>").is_none());
        assert!(said("<section id='See_also'><h2>See also</h2></section>").is_none());
        assert!(said("<h2><span id='See_also'>See also</span></h2>").is_none());
        assert!(said("<p id='see-also'>See also</p>").is_some());
        // Teasers are no section, whatever made their anchor.
        assert!(said("<h2 id='related-stories'>Related stories</h2>").is_some());
    }

    #[test]
    fn a_paragraph_that_ends_in_a_call_is_a_newsletters() {
        let call = |before: &str, label: &str| {
            said(&format!(
                "<p><em>{before} <a href='/x'>{label}</a>.</em></p>"
            ))
            .is_some()
        };
        let pitch = "The Morning Tide newsletter is our guide to the day at the harbour.";
        assert!(call(pitch, "Sign up here"));
        let point = format!("<p><b>{pitch} <a href='/x'>Sign up here</a></b>.</p>");
        assert!(said(&point).is_some() && said(&point.replace(".</p>", " at noon</p>")).is_none());
        let both = point.replace("</b>.</p>", "<br><br>It was late.</b> Noon.</p>");
        assert!(said(&both).is_none());
        assert!(call(pitch, "Get it delivered every Friday"));
        assert!(!call(pitch, "See what the harbour looks like"));
        assert!(!call(
            "She lights the lamp and tells of it.",
            "Sign up here"
        ));
        // A link amid the sentence that tells of a newsletter.
        assert!(!call(
            "She writes a newsletter on lamps, which she calls",
            "Sign up here"
        ));
        // A step, and a paragraph as the others are.
        assert!(!call("Open the newsletter that we sent.", "Log in"));
        for plain in [
            "<p>You may send a newsletter to five hundred people. <a href='/x'>Sign up here</a>.</p>",
            "<ul><li><em>Read the newsletter first. <a href='/x'>Sign up here</a>.</em></li></ul>",
        ] {
            assert!(said(plain).is_none(), "{plain}");
        }
    }
}
