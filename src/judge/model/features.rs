//! What the model is told of a block: its own text, its names, its neighbours, its place in the tree.
//!
//! Every feature is a number that means the same on every page and in every language. The order is that of [`names`];
//! `tools/train/` learns on it and the weights name a fingerprint of it.

use std::fmt::Display;

use element::Around;
use held::Held;

use super::root::Roots;
use super::since;
use crate::judge::context::topic;
use crate::judge::context::{BlockId, Context, is_paragraph};
use crate::tag::Tag;
use crate::words::{Telling, Word, words_of};

mod element;
mod held;
mod place;
pub use place::steps_outside;
mod said;
mod text;

/// What features are written to: a row of numbers, or the list of their names.
pub trait Writer {
    /// Adds a feature.
    fn put(&mut self, name: impl Display, value: f32);

    /// Adds a feature that is true or false.
    fn flag(&mut self, name: impl Display, value: bool) {
        self.put(name, f32::from(u8::from(value)));
    }
}

/// How many rows the model looks at together.
pub const LANES: usize = 8;

/// The features of [`LANES`] blocks side by side; feature `n` is at place `n + 1`.
pub struct Rows {
    /// Room for every number that a tree may name: no lookup needs a check.
    pub values: [[f32; LANES]; 256],
}

/// One of the [`Rows`], as it is written.
pub struct Row<'r> {
    rows: &'r mut Rows,
    lane: usize,
    next: u8,
}

impl Rows {
    /// Rows without features.
    #[allow(
        clippy::new_without_default,
        reason = "no number is a feature's default"
    )]
    pub fn new() -> Rows {
        Rows {
            values: [[0.0; LANES]; 256],
        }
    }

    /// Begins a row anew.
    pub fn lane(&mut self, lane: usize) -> Row<'_> {
        Row {
            rows: self,
            lane,
            next: 1,
        }
    }

    /// The first `width` features of a row.
    pub fn row(&self, lane: usize, width: usize) -> impl Iterator<Item = f32> + Clone {
        let features = self.values.iter().skip(1).take(width);
        features.map(move |values| values[lane % LANES])
    }
}

impl Row<'_> {
    /// How many features are written.
    pub fn width(&self) -> usize {
        usize::from(self.next) - 1
    }
}

impl Writer for Row<'_> {
    fn put(&mut self, _: impl Display, value: f32) {
        self.rows.values[usize::from(self.next)][self.lane % LANES] = value;
        self.next = self.next.wrapping_add(1);
    }
}

/// A row by itself.
impl Writer for Vec<f32> {
    fn put(&mut self, _: impl Display, value: f32) {
        self.push(value);
    }
}

impl Writer for Vec<String> {
    fn put(&mut self, name: impl Display, _: f32) {
        self.push(name.to_string());
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
    body: Option<Held>,
    description: Held,
    byline: Vec<Word>,
    /// Words before each block, and prose words before each block; one more for the end.
    before: Vec<(u32, u32)>,
    /// For each element, how many siblings look like it (tag and names).
    alike: Vec<u16>,
    /// What stands around blocks.
    around: Around,
    /// Words since labels, see [`since`].
    since: Vec<[f32; 4]>,
    /// The telling words of headline and description.
    about: Telling,
    /// `<article>` elements on the page.
    articles: f32,
}

impl Whole {
    fn of(context: &Context<'_>) -> Whole {
        let metadata = &context.page.metadata;
        let root = context.sums.first().copied().unwrap_or_default();
        let mut before = Vec::with_capacity(context.blocks.len() + 1);
        let mut so_far = (0, 0);
        before.push(so_far);
        for block in &context.blocks {
            let words = block.stats.words;
            so_far.0 += words;
            so_far.1 += if is_paragraph(block) { words } else { 0 };
            before.push(so_far);
        }
        Whole {
            roots: Roots::of(context),
            words: root.words.max(1) as f32,
            prose: root.prose.max(1) as f32,
            title: words_of(&context.title),
            body: metadata
                .body
                .as_deref()
                .map(Held::new)
                .filter(|body| body.len() > 100),
            description: Held::new(metadata.description.as_deref().unwrap_or_default()),
            byline: metadata.byline.as_deref().map(words_of).unwrap_or_default(),
            before,
            alike: place::alike(context),
            around: Around::of(context),
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

/// The features of a page's blocks.
pub struct Features<'c, 'p> {
    context: &'c Context<'p>,
    whole: Whole,
}

impl<'c, 'p> Features<'c, 'p> {
    /// Works out what all rows need.
    pub fn new(context: &'c Context<'p>) -> Features<'c, 'p> {
        Features {
            context,
            whole: Whole::of(context),
        }
    }

    /// Writes the features of one block.
    pub fn write(&self, at: BlockId, w: &mut impl Writer) {
        let (context, whole) = (self.context, &self.whole);
        text::own_text(context, at, w);
        element::own_element(context, &whole.around, at, w);
        said::said_by_page(context, whole, at, w);
        element::hints(context, &whole.around, at, w);
        place::containers(context, whole, at, w);
        place::place(context, whole, at, w);
        said::phrases(context, at, w);
        place::neighbours(context, at, w);
        said::matter(context, whole, at, w);
        w.put("page.words", whole.words.ln());
        w.put("page.prose", whole.prose.ln());
        w.put("page.prose_share", whole.prose / whole.words);
        w.put("page.blocks", (context.blocks.len() as f32).ln());
    }
}

/// The names of the features, in order.
pub fn names(context: &Context<'_>) -> Vec<String> {
    let mut names = Vec::new();
    if !context.blocks.is_empty() {
        Features::new(context).write(0, &mut names);
    }
    names
}
