//! How far back the page last said "Comments", "Related" and the like: what follows a label is often labelled by it.

use crate::judge::context::Context;
use crate::verdict::Reason;

/// The labels that are looked back for.
pub const KINDS: [(&str, &[Reason]); 4] = [
    ("comments", &[Reason::Comments]),
    ("related", &[Reason::Related, Reason::Promo]),
    (
        "prompt",
        &[Reason::Newsletter, Reason::Consent, Reason::Advert],
    ),
    ("share", &[Reason::Share]),
];

/// Words since the last label of each kind, for each block; 9999 for none.
pub fn words_since(context: &Context<'_>) -> Vec<[f32; 4]> {
    let mut last = [9999.0f32; 4];
    let mut out = Vec::with_capacity(context.blocks.len());
    for (block, phrase) in context.blocks.iter().zip(&context.phrases) {
        out.push(last);
        for ((_, reasons), words) in KINDS.iter().zip(&mut last) {
            if phrase.is_some_and(|phrase| reasons.contains(&phrase.reason)) {
                *words = 0.0;
            } else if *words < 9999.0 {
                *words = (*words + block.stats.words as f32).min(9998.0);
            }
        }
    }
    out
}
