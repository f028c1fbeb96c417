//! A block's own text.

use super::Writer;
use crate::blocks::Hidden;
use crate::judge::context::{BlockId, Context};

pub fn own_text(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
    let block = &context.blocks[at];
    let stats = &block.stats;
    let text = context.text(at);
    let words = stats.words.max(1) as f32;
    w.put("words", stats.words as f32);
    w.put("letters_per_word", stats.letters as f32 / words);
    w.put("link_density", stats.link_density());
    w.put("links", stats.links as f32);
    w.put(
        "strong",
        stats.strong_letters as f32 / stats.letters.max(1) as f32,
    );
    w.put("digits", stats.digits as f32 / stats.letters.max(1) as f32);
    w.put(
        "capitals",
        stats.capitals as f32 / stats.letters.max(1) as f32,
    );
    w.put("capitalised", stats.capitalised as f32 / words);
    w.put("commas", stats.commas as f32);
    w.put("sentences", stats.sentences as f32);
    w.put("quotes", stats.quotes as f32);
    w.flag("ends_sentence", stats.ends_sentence);
    w.flag("colon", text.ends_with(':') || text.ends_with('：'));
    w.flag(
        "starts_lower",
        text.chars().next().is_some_and(char::is_lowercase),
    );
    w.flag(
        "starts_symbol",
        text.chars()
            .next()
            .is_some_and(|c| !c.is_alphanumeric() && !"\"'“„«‘(「『¿¡—–-".contains(c)),
    );
    w.flag(
        "bars",
        text.contains('|') || text.contains('•') || text.contains('·') || text.contains('»'),
    );
    w.flag(
        "at_or_url",
        text.contains('@') || text.contains("http") || text.contains("www."),
    );
    w.flag("copyright", text.contains('©') || text.contains("(c)"));
    w.put("copies", context.copies[at] as f32);
    w.put(
        "hidden",
        match block.hidden {
            Hidden::No => 0.0,
            Hidden::Off => 1.0,
            Hidden::ScreenReader => 2.0,
        },
    );
}
