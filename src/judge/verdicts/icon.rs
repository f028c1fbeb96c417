//! Icon text: names that sprites, icon fonts and hidden labels leave in copies.
//!
//! A visible control keeps its accessible name: such text is muted (left out of copies), and only the text of sprites
//! and of lines that show nothing but icon names is hidden.

use crate::blocks::Hidden;
use crate::evidence::Clue;
use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::rules::is_icon_word;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on icon text.
pub fn judge(context: &Context<'_>) -> Vec<Verdict> {
    let page = context.page;
    let nodes = (0..page.len()).filter_map(|id| icon_text(context, id));
    let lines = context
        .blocks
        .iter()
        .zip(&context.texts)
        .enumerate()
        .filter_map(|(at, (block, text))| {
            let names = !in_icon_font(context, block.inner) && icon_line(text);
            names.then(|| {
                Verdict::hide(
                    context.unit(at),
                    Reason::Icon,
                    Certainty::Strong,
                    Clue::IconLine,
                )
            })
        });
    nodes.chain(lines).collect()
}

/// The verdict on one element.
fn icon_text(context: &Context<'_>, id: NodeId) -> Option<Verdict> {
    let (page, classes) = (context.page, &context.classes);
    let node = page.node(id);
    let tag = page.tag(id);
    if node.foreign && matches!(tag, Tag::Title | Tag::Desc) && node.runs.0 < node.runs.1 {
        return Some(if in_sprite(context, id) {
            Verdict::hide(id, Reason::Icon, Certainty::Strong, Clue::SpriteName)
        } else {
            Verdict::mute(id, Reason::Icon, Clue::IconName)
        });
    }
    if node.foreign || node.runs.0 == node.runs.1 {
        return None;
    }
    if classes.labels.own_hidden(id) == Hidden::ScreenReader {
        return Some(Verdict::mute(id, Reason::Icon, Clue::SpokenLabel));
    }
    let ligature = tag.is_inline()
        && page.subtree(id).len() <= 2
        && classes.is_icon(page, id)
        && icon_names(&page.squeezed(id, 60));
    ligature.then(|| Verdict::mute(id, Reason::Icon, Clue::FontIcon))
}

/// In a `<symbol>` or `<defs>`, or in an SVG that is itself not shown.
fn in_sprite(context: &Context<'_>, id: NodeId) -> bool {
    let (page, labels) = (context.page, &context.classes.labels);
    page.ancestors(id)
        .take_while(|&up| page.node(up).foreign)
        .any(|up| {
            matches!(page.tag(up), Tag::Symbol | Tag::Defs)
                || (page.tag(up) == Tag::Svg && labels.own_hidden(up) != Hidden::No)
        })
}

fn in_icon_font(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    page.self_and_ancestors(id)
        .take(2)
        .any(|id| context.classes.is_icon(page, id))
}

/// One or a few tokens that are all icon names: "chevron_right", "share".
fn icon_names(text: &str) -> bool {
    let mut count = 0;
    let all = text.split_whitespace().all(|token| {
        count += 1;
        is_icon_token(token)
    });
    all && (1..=3).contains(&count)
}

fn is_icon_token(token: &str) -> bool {
    let lower = token.to_lowercase();
    let name = unglued(&lower).unwrap_or(&lower);
    name.split(['-', '_']).all(|part| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        !part.is_empty() && (letters.is_empty() || is_icon_word(letters) || is_icon_word(part))
    })
}

/// "closeicon" → "close"; what stands before "icon" in "lexicon" names no icon.
fn unglued(token: &str) -> Option<&str> {
    let name = token.strip_suffix("icon").or(token.strip_prefix("icon"));
    name.filter(|name| is_icon_word(name))
}

/// A line that is made of icon names: glued "icon …" runs, or four and more tokens that only icons are called.
pub fn icon_line(text: &str) -> bool {
    glued_run(text) || token_run(text)
}

/// "icon bookmark-bicon bookmarkicon cameraicon check": the word "icon" again and again, little between.
fn glued_run(text: &str) -> bool {
    // Nearly all texts name no icon where such a run would begin; they are not worth a copy.
    let begin = &text.as_bytes()[..text.len().min(LONGEST_BEGIN)];
    let mut names = begin.windows(4);
    let is_icon = |name: &[u8]| name[0] | 0x20 == b'i' && name.eq_ignore_ascii_case(b"icon");
    if !names.any(is_icon) {
        return false;
    }
    let lower = text.to_lowercase();
    let pieces: Vec<&str> = lower.split("icon").collect();
    let gaps = pieces.len() - 1;
    gaps >= 4
        && pieces
            .iter()
            .skip(1)
            .all(|piece| piece.len() <= LONGEST_PIECE && piece.split_whitespace().count() <= 3)
        && pieces[0].len() <= LONGEST_PIECE
}

/// Bytes between two names of icons, in lower case.
const LONGEST_PIECE: usize = 24;
/// Bytes of what may stand before the first, and of the name: a letter may be three times as long as in lower case.
const LONGEST_BEGIN: usize = 3 * LONGEST_PIECE + 4;

/// Icon names hold such words ("arrow-up-to-line"), but a line with one that stands alone is a sentence.
const SPEAKING: [&str; 18] = [
    "a", "and", "at", "do", "for", "from", "in", "it", "my", "no", "not", "of", "on", "or", "the",
    "to", "with", "you",
];

/// Bytes of a line of names, at most.
const LONGEST_RUN: usize = 4000;

/// "facebook twitter whatsapp mail print", "chevron_right share arrow_drop_down": prose and headings have capitals,
/// punctuation or function words, which no icon is called.
fn token_run(text: &str) -> bool {
    if text.len() > LONGEST_RUN
        || text
            .chars()
            .any(|c| c.is_uppercase() || matches!(c, ',' | '.' | '!' | '?' | ';' | ':'))
    {
        return false;
    }
    let tokens: Vec<&str> = text.split_whitespace().collect();
    // "20-year zero" is a bond.
    let is_name = |t: &str| t.contains(['_', '-']) && t.starts_with(char::is_alphabetic);
    let is_joined = |t: &&&str| is_name(t) || unglued(t).is_some();
    let joined = tokens.iter().filter(is_joined).count();
    let enough = tokens.len() >= 4 || (joined >= 1 && joined * 2 >= tokens.len());
    // "10 ft x 5 ft": a number alone is a measure's.
    let lettered = |token: &&str| token.contains(char::is_alphabetic);
    enough
        && !tokens.iter().any(|token| SPEAKING.contains(token))
        && tokens
            .iter()
            .all(|token| lettered(token) && is_icon_token(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn hides_glued_runs_and_keeps_prose_with_icons_in_it() {
        assert!(icon_line(
            "icon bookmark-bicon bookmarkicon cameraicon checkicon chevron down"
        ));
        assert!(!icon_line(
            "The icon of the saint stood beside the icon painter, an icon in his own right."
        ));
        assert!(!icon_line("Home"));
        assert!(icon_line("facebook twitter mail print") && !icon_line("10 ft x 5 ft"));
        assert!(icon_line("chevron-right share") && !icon_line("20-year zero"));
    }

    #[test]
    fn hides_sprite_titles_and_mutes_those_of_controls() {
        let page = read(
            "<body><svg style=\"display:none\"><symbol id=\"a\"><title>icon share</title></symbol></svg><a href=\"/\"><svg><title>Share</title></svg></a></body>",
        );
        let context = Context::new(&page);
        let actions: Vec<_> = judge(&context).iter().map(|v| v.action).collect();
        assert_eq!(
            actions,
            [crate::verdict::Action::Hide, crate::verdict::Action::Mute]
        );
    }
}
