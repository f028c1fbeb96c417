//! What the model is told of a block: its own text, its names, its neighbours, its place in the tree.
//!
//! Every feature is a number that means the same on every page and in every language. The order is that of [`names`];
//! `tools/train/` learns on it and the weights name a fingerprint of it.

use std::fmt::Display;

use crate::judge::context::{BlockId, Context, Word, is_paragraph, words_of};
use crate::judge::root::Roots;
use crate::judge::since;
use crate::judge::topic::{self, Words};
use crate::tag::Tag;

mod element;
mod place;
pub use place::steps_outside;
mod said;
mod text;

/// One block's features.
pub type Row = Vec<f32>;

/// Collects a row; in the first pass over a page also the names.
pub struct Writer<'n> {
    /// The row so far.
    pub row: Row,
    /// The names so far, in the naming pass.
    pub names: Option<&'n mut Vec<String>>,
}

impl Writer<'_> {
    /// Adds a feature. The name is only written out in the naming pass.
    pub fn put(&mut self, name: impl Display, value: f32) {
        if let Some(names) = self.names.as_deref_mut() {
            names.push(name.to_string());
        }
        self.row.push(value);
    }

    fn flag(&mut self, name: impl Display, value: bool) {
        self.put(name, f32::from(u8::from(value)));
    }
}

/// Where `in_body` stands in a row.
pub const IN_BODY: usize = 44;

/// Facts of the whole page that every row holds or is measured against.
struct Whole {
    roots: Roots,
    words: f32,
    prose: f32,
    title: Vec<Word>,
    /// The JSON-LD body with everything but letters and digits left out.
    body: Option<String>,
    description: String,
    byline: Vec<Word>,
    /// Words before each block, and prose words before each block.
    before: Vec<(f32, f32)>,
    /// For each element, how many siblings look like it (tag and names).
    alike: Vec<u16>,
    /// Words since labels, see [`since`].
    since: Vec<[f32; 4]>,
    /// The telling words of headline and description.
    about: Words,
    /// `<article>` elements on the page.
    articles: f32,
}

impl Whole {
    fn of(context: &Context<'_>) -> Whole {
        let metadata = &context.page.metadata;
        let root = context.sums.first().copied().unwrap_or_default();
        let mut before = Vec::with_capacity(context.blocks.len());
        let mut so_far = (0.0, 0.0);
        for block in &context.blocks {
            before.push(so_far);
            so_far.0 += block.stats.words as f32;
            so_far.1 += if is_paragraph(block) {
                block.stats.words as f32
            } else {
                0.0
            };
        }
        Whole {
            roots: Roots::of(context),
            words: root.words.max(1) as f32,
            prose: root.prose.max(1) as f32,
            title: words_of(&context.title),
            body: metadata
                .body
                .as_deref()
                .map(bare)
                .filter(|body| body.len() > 100),
            description: metadata
                .description
                .as_deref()
                .map(bare)
                .unwrap_or_default(),
            byline: metadata.byline.as_deref().map(words_of).unwrap_or_default(),
            before,
            alike: place::alike(context.page),
            since: since::words_since(context),
            about: topic::words(&format!(
                "{} {}",
                context.title,
                metadata.description.as_deref().unwrap_or_default()
            )),
            articles: (0..context.page.len())
                .filter(|&id| context.page.tag(id) == Tag::Article)
                .count() as f32,
        }
    }
}

/// Letters and digits, folded.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The rows of all blocks.
pub fn rows(context: &Context<'_>) -> Vec<Row> {
    let whole = Whole::of(context);
    (0..context.blocks.len())
        .map(|at| row(context, &whole, at, None))
        .collect()
}

/// The names of the features, in order.
pub fn names(context: &Context<'_>) -> Vec<String> {
    let mut names = Vec::new();
    if !context.blocks.is_empty() {
        row(context, &Whole::of(context), 0, Some(&mut names));
    }
    names
}

fn row(context: &Context<'_>, whole: &Whole, at: BlockId, names: Option<&mut Vec<String>>) -> Row {
    let mut w = Writer {
        row: Vec::with_capacity(160),
        names,
    };
    text::own_text(context, at, &mut w);
    element::own_element(context, at, &mut w);
    said::said_by_page(context, whole, at, &mut w);
    element::hints(context, at, &mut w);
    place::containers(context, whole, at, &mut w);
    place::place(context, whole, at, &mut w);
    said::phrases(context, at, &mut w);
    place::neighbours(context, at, &mut w);
    said::matter(context, whole, at, &mut w);
    w.put("page.words", whole.words.ln());
    w.put("page.prose", whole.prose.ln());
    w.put("page.prose_share", whole.prose / whole.words);
    w.put("page.blocks", (context.blocks.len() as f32).ln());
    w.row
}
