//! Text with its white space squeezed.

use super::Block;
use crate::chars::{Kinds, kinds};
use crate::outline::{Outline, Run};

/// The text of a block, white space squeezed.
pub fn block_text(page: &Outline, block: &Block) -> String {
    let runs = &page.runs[block.runs.0 as usize..block.runs.1 as usize];
    let mut out = String::with_capacity(span_of(runs));
    for run in runs.iter().filter(|run| !page.node(run.node).foreign) {
        squeeze_into(page.run_text(run), &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// The bytes from the first run to the end of the last.
fn span_of(runs: &[Run]) -> usize {
    let (first, last) = (runs.first(), runs.last());
    first.zip(last).map_or(0, |(first, last)| {
        (last.text.end - first.text.start) as usize
    })
}

/// Appends text with its white space squeezed, one space kept at the seams.
pub fn squeeze_into(text: &str, out: &mut String) {
    // Most white space is a single space between words: text is copied up to what is not.
    let mut from = 0;
    let mut spaced = out.is_empty() || out.ends_with(' ');
    for (at, byte) in text.bytes().enumerate() {
        if byte == b' ' && !spaced {
            spaced = true;
            continue;
        }
        let first = may_be_space(byte).then(|| text[at..].chars().next());
        let space = first.flatten().filter(|&c| kinds(c).has(Kinds::SPACE));
        let Some(space) = space else {
            spaced &= goes_on(byte);
            continue;
        };
        out.push_str(&text[from..at]);
        from = at + space.len_utf8();
        if !spaced {
            out.push(' ');
        }
        spaced = true;
    }
    out.push_str(&text[from..]);
}

/// True for a byte that is not the first of its character.
fn goes_on(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf)
}

/// True for the bytes that white space begins with, of all scripts.
fn may_be_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | 0xc2 | 0xe1..=0xe3)
}

/// True for nothing but white space, which the first character that is none tells.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}
