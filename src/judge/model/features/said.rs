//! What the page says of a block: headline, metadata, phrases, labels before it, the matter it writes about.

use super::held::Ends;
use super::{Whole, Writer};
use crate::judge::context::{BlockId, Context, topic};
use crate::judge::model::since;
use crate::rules::{Phrase, PhraseKind};
use crate::tag::Tag;
use crate::verdict::Reason;
use crate::words::likeness;

pub fn said_by_page(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut impl Writer) {
    let words = context.blocks[at].stats.words;
    let own = context.words(at);
    w.put("like_title", likeness(&whole.title, own));
    let body = whole.body.as_ref();
    let description = Some(&whole.description).filter(|text| text.len() > 0 && words >= 5);
    let ends = body.or(description).map(|_| Ends::of(context.text(at)));
    for (name, text) in [("in_body", body), ("in_description", description)] {
        let found = ends
            .as_ref()
            .zip(text)
            .map(|(ends, text)| ends.in_text(text));
        w.put(name, found.unwrap_or(-1.0));
    }
    let named = !whole.byline.is_empty()
        && words <= 25
        && whole.byline.iter().all(|name| own.contains(name));
    w.flag("names_author", named);
    let after = context.headline.map_or(0.0, |headline| {
        (at as f32 - headline as f32).clamp(-60.0, 200.0)
    });
    w.put("after_headline", after);
    let headline_words = context.headline.map_or(0.0, |h| {
        (whole.before[at].0 as f32 - whole.before[h].0 as f32).clamp(-2000.0, 8000.0)
    });
    w.put("words_after_headline", headline_words);
}

pub fn phrases(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    let own = context.phrases[at];
    for reason in PHRASE_REASONS {
        w.put(
            format_args!("phrase.{}", reason.name()),
            strength_of(own, *reason),
        );
    }
    // The phrase that opens the nearest boxes around the block: their label.
    let mut label = (0.0, 99.0);
    for (steps, id) in page.ancestors(context.unit(at)).take(5).enumerate() {
        let first = context.spans[id as usize].0 as usize;
        if first < at
            && let Some(phrase) = context.phrases[first]
        {
            label = (phrase_class(phrase), steps as f32);
            break;
        }
    }
    w.put("label.kind", label.0);
    w.put("label.steps", label.1);
    let near = |range: std::ops::Range<usize>| {
        range
            .filter(|&i| context.phrases.get(i).is_some_and(Option::is_some))
            .count()
    };
    w.put("phrases.before", near(at.saturating_sub(4)..at) as f32);
    w.put("phrases.after", near(at + 1..at + 5) as f32);
}

const PHRASE_REASONS: &[Reason] = &[
    Reason::Promo,
    Reason::Share,
    Reason::Newsletter,
    Reason::Related,
    Reason::Advert,
    Reason::Comments,
    Reason::Consent,
    Reason::Byline,
    Reason::Navigation,
    Reason::Widget,
];

fn strength_of(phrase: Option<&'static Phrase>, reason: Reason) -> f32 {
    match phrase {
        Some(p) if p.reason == reason => match p.kind {
            PhraseKind::Whole => 3.0,
            PhraseKind::Starts => 2.0,
            PhraseKind::Contains => 1.0,
        },
        _ => 0.0,
    }
}

fn phrase_class(phrase: &Phrase) -> f32 {
    PHRASE_REASONS
        .iter()
        .position(|r| *r == phrase.reason)
        .map_or(0.0, |at| at as f32 + 1.0)
}

/// What the block is about, what was said before it, and which article element it is in.
pub fn matter(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    for ((kind, _), words) in since::KINDS.iter().zip(whole.since[at]) {
        w.put(format_args!("since.{kind}"), words);
    }
    let [about, named] = topic::shared(&context.telling[at], &whole.about);
    w.put("topic.about", about);
    w.put("topic.named", named);
    let article = page
        .ancestors(context.blocks[at].node)
        .find(|&id| page.tag(id) == Tag::Article);
    w.put(
        "article.prose",
        article.map_or(-1.0, |id| {
            context.sums[id as usize].prose as f32 / whole.prose
        }),
    );
    w.put("article.count", whole.articles);
    for (name, step) in [("p2", -2i64), ("p1", -1), ("n1", 1)] {
        let block = usize::try_from(at as i64 + step)
            .ok()
            .and_then(|i| context.blocks.get(i));
        let digits = block.map_or(-1.0, |b| {
            b.stats.digits as f32 / b.stats.letters.max(1) as f32
        });
        w.put(format_args!("{name}.digits"), digits);
    }
}
