//! What the model is told of a block: its own text, its names, its neighbours, its place in the tree.
//!
//! Every feature is a number that means the same on every page and in every language. The order is that of [`NAMES`];
//! `tools/train/` learns on it and the weights name a fingerprint of it.

use std::fmt::Display;

use crate::blocks::{Block, Hidden};
use crate::judge::context::{BlockId, Context, heading_around, is_paragraph, likeness, words_of};
use crate::judge::root::Roots;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NodeId, Outline};
use crate::rules::{Kind, Phrase};
use crate::tag::Tag;
use crate::verdict::Reason;

/// One block's features.
pub type Row = Vec<f32>;

/// Collects a row; in the first pass over a page also the names.
struct Writer<'n> {
    row: Row,
    names: Option<&'n mut Vec<String>>,
}

impl Writer<'_> {
    /// The name is only written out in the naming pass.
    fn put(&mut self, name: impl Display, value: f32) {
        if let Some(names) = self.names.as_deref_mut() {
            names.push(name.to_string());
        }
        self.row.push(value);
    }

    fn flag(&mut self, name: impl Display, value: bool) {
        self.put(name, f32::from(u8::from(value)));
    }
}

/// Facts of the whole page that every row holds or is measured against.
struct Whole {
    roots: Roots,
    words: f32,
    prose: f32,
    title: Vec<String>,
    /// The JSON-LD body with everything but letters and digits left out.
    body: Option<String>,
    description: String,
    byline: Vec<String>,
    /// Words before each block, and prose words before each block.
    before: Vec<(f32, f32)>,
    /// For each element, how many siblings look like it (tag and names).
    alike: Vec<u16>,
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
            alike: alike(context.page),
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
    own_text(context, at, &mut w);
    own_element(context, at, &mut w);
    said_by_page(context, whole, at, &mut w);
    hints(context, at, &mut w);
    containers(context, whole, at, &mut w);
    place(context, whole, at, &mut w);
    phrases(context, at, &mut w);
    neighbours(context, at, &mut w);
    w.put("page.words", whole.words.ln());
    w.put("page.prose", whole.prose.ln());
    w.put("page.prose_share", whole.prose / whole.words);
    w.put("page.blocks", (context.blocks.len() as f32).ln());
    w.row
}

fn own_text(context: &Context<'_>, at: BlockId, w: &mut Writer<'_>) {
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

fn own_element(context: &Context<'_>, at: BlockId, w: &mut Writer<'_>) {
    let page = context.page;
    let block = &context.blocks[at];
    w.put("tag", tag_class(page.tag(block.node)));
    w.put("inner", tag_class(page.tag(block.inner)));
    w.put("depth", f32::from(page.node(block.node).depth));
    w.put(
        "heading",
        heading_around(page, block.node).map_or(0.0, |level| level as f32),
    );
    let mut distance = Distances::default();
    for (steps, id) in std::iter::once(block.node)
        .chain(page.ancestors(block.node))
        .enumerate()
    {
        distance.see(page, id, steps);
    }
    for (name, steps) in ANCESTORS.iter().zip(distance.0) {
        w.put(name, steps);
    }
    let has_time = |id: NodeId| {
        page.descendants(id)
            .take(12)
            .any(|d| page.tag(d) == Tag::Time)
    };
    w.flag(
        "time",
        page.tag(block.inner) == Tag::Time || has_time(block.node),
    );
    w.flag(
        "child_media",
        page.descendants(block.node).take(12).any(|d| {
            matches!(
                page.tag(d),
                Tag::Img | Tag::Svg | Tag::Picture | Tag::Video | Tag::Button
            )
        }),
    );
}

/// Tags in the order of how often they hold prose, so that a tree can split on them.
fn tag_class(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::Pre | Tag::Code => 1.0,
        Tag::Blockquote | Tag::Q => 2.0,
        Tag::Dd => 3.0,
        Tag::Li => 4.0,
        Tag::Td | Tag::Th => 5.0,
        Tag::Strong | Tag::B | Tag::Em | Tag::I => 6.0,
        Tag::Div => 7.0,
        Tag::Section | Tag::Article | Tag::Main | Tag::Body => 8.0,
        Tag::H2 => 9.0,
        Tag::H3 => 10.0,
        Tag::H4 | Tag::H5 | Tag::H6 | Tag::Dt => 11.0,
        Tag::H1 => 12.0,
        Tag::Figcaption | Tag::Caption => 13.0,
        Tag::Span | Tag::Font => 14.0,
        Tag::Time | Tag::Small | Tag::Cite | Tag::Address => 15.0,
        Tag::A => 16.0,
        Tag::Button | Tag::Label | Tag::Summary | Tag::Legend => 17.0,
        _ => 18.0,
    }
}

const ANCESTORS: &[&str] = &[
    "up.article",
    "up.main",
    "up.nav",
    "up.header",
    "up.footer",
    "up.aside",
    "up.form",
    "up.figure",
    "up.table",
    "up.list",
    "up.blockquote",
    "up.section",
    "up.link",
    "up.button",
    "up.dialog",
    "up.article_body",
    "up.details",
];

/// Steps up to the nearest ancestor of each kind; 99 for none.
struct Distances([f32; 17]);

impl Default for Distances {
    fn default() -> Distances {
        Distances([99.0; 17])
    }
}

impl Distances {
    fn see(&mut self, page: &Outline, id: NodeId, steps: usize) {
        let role = page.attr(id, Attr::Role).unwrap_or("");
        let at = match (page.tag(id), role) {
            (_, "article") | (Tag::Article, _) => 0,
            (_, "main") | (Tag::Main, _) => 1,
            (_, "navigation" | "menu" | "menubar") | (Tag::Nav | Tag::Menu, _) => 2,
            (_, "banner") | (Tag::Header, _) => 3,
            (_, "contentinfo") | (Tag::Footer, _) => 4,
            (_, "complementary") | (Tag::Aside, _) => 5,
            (_, "search" | "form") | (Tag::Form | Tag::Search, _) => 6,
            (_, "figure") | (Tag::Figure, _) => 7,
            (Tag::Table, _) => 8,
            (Tag::Ul | Tag::Ol | Tag::Dl, _) | (_, "list") => 9,
            (Tag::Blockquote, _) => 10,
            (_, "dialog" | "alertdialog") | (Tag::Dialog, _) => 14,
            (Tag::Section, _) => 11,
            (Tag::A, _) => 12,
            (_, "button") | (Tag::Button, _) => 13,
            (Tag::Details, _) => 16,
            _ => usize::MAX,
        };
        self.note(at, steps);
        if page
            .attr(id, Attr::ItemProp)
            .is_some_and(|p| p.contains("articleBody"))
        {
            self.note(15, steps);
        }
    }

    fn note(&mut self, at: usize, steps: usize) {
        if let Some(held) = self.0.get_mut(at) {
            *held = held.min(steps as f32);
        }
    }
}

fn said_by_page(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut Writer<'_>) {
    let text = context.text(at);
    let words = context.blocks[at].stats.words;
    let short = words <= 60;
    let own = if short { words_of(text) } else { Vec::new() };
    w.put(
        "like_title",
        if short {
            likeness(&whole.title, &own)
        } else {
            0.0
        },
    );
    w.put(
        "in_body",
        match &whole.body {
            None => -1.0,
            Some(body) => found_in(body, text),
        },
    );
    w.put(
        "in_description",
        if whole.description.is_empty() || words < 5 {
            -1.0
        } else {
            found_in(&whole.description, text)
        },
    );
    let named = !whole.byline.is_empty()
        && words <= 25
        && whole.byline.iter().all(|name| own.contains(name));
    w.flag("names_author", named);
    let after = context.headline.map_or(0.0, |headline| {
        (at as f32 - headline as f32).clamp(-60.0, 200.0)
    });
    w.put("after_headline", after);
    let headline_words = context.headline.map_or(0.0, |h| {
        (whole.before[at].0 - whole.before[h].0).clamp(-2000.0, 8000.0)
    });
    w.put("words_after_headline", headline_words);
}

/// 1 where the beginning and the end of a text are in `body`, 0.5 for one of them, else 0.
fn found_in(body: &str, text: &str) -> f32 {
    let letters = bare(text);
    let cut = |mut at: usize| {
        while !letters.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    if letters.len() < 40 {
        return f32::from(u8::from(!letters.is_empty() && body.contains(&letters)));
    }
    let start = body.contains(&letters[..cut(36)]);
    let end = body.contains(&letters[cut(letters.len() - 36)..]);
    (f32::from(u8::from(start)) + f32::from(u8::from(end))) / 2.0
}

fn hints(context: &Context<'_>, at: BlockId, w: &mut Writer<'_>) {
    let page = context.page;
    let block = &context.blocks[at];
    let mut near = [99.0f32; 21];
    let inner = std::iter::once(block.inner).chain(page.ancestors(block.inner));
    for (steps, id) in inner.take_while(|&id| page.node(id).depth > 1).enumerate() {
        let hints = context.hints[id as usize];
        if hints.0 == 0 {
            continue;
        }
        for (kind, held) in Hints::ALL.iter().zip(near.iter_mut()) {
            if hints.has(*kind) && *held > 98.0 {
                *held = steps as f32;
            }
        }
    }
    for (kind, steps) in near.iter().enumerate() {
        w.put(format_args!("hint.{kind}"), *steps);
    }
}

fn containers(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut Writer<'_>) {
    let page = context.page;
    let node = context.blocks[at].node;
    let mut up = page.ancestors(context.unit(at));
    let unit = context.unit(at);
    w.put(
        "unit.height",
        f32::from(page.node(node).depth - page.node(unit).depth),
    );
    for step in ["c1", "c2", "c3"] {
        let id = up.next().unwrap_or(0);
        let sums = context.sums[id as usize];
        w.put(format_args!("{step}.words"), sums.words as f32);
        w.put(format_args!("{step}.blocks"), sums.blocks as f32);
        w.put(format_args!("{step}.links"), sums.link_density());
        w.put(
            format_args!("{step}.prose"),
            sums.prose as f32 / whole.prose,
        );
        w.put(
            format_args!("{step}.prose_share"),
            sums.prose as f32 / sums.words.max(1) as f32,
        );
    }
    let mut repeats = [0u16; 2];
    let mut media = 0;
    for (steps, id) in std::iter::once(unit)
        .chain(page.ancestors(unit))
        .take(6)
        .enumerate()
    {
        let slot = usize::from(steps > 0);
        repeats[slot] = repeats[slot].max(whole.alike[id as usize]);
        media += u32::from(page.tag(id) == Tag::Figure);
    }
    w.put("alike.unit", f32::from(repeats[0]));
    w.put("alike.around", f32::from(repeats[1]));
    w.put("figures", media as f32);
    let roots = &whole.roots;
    for (name, root) in [
        ("root.scored", roots.scored),
        ("root.mass", roots.mass),
        ("root.self", roots.declared),
    ] {
        w.put(
            name,
            root.map_or(-1.0, |root| steps_outside(page, root, node)),
        );
    }
    w.put(
        "root.height",
        roots.scored.map_or(-1.0, |root| {
            if page.contains(root, node) {
                f32::from(page.node(node).depth - page.node(root).depth)
            } else {
                99.0
            }
        }),
    );
    w.put(
        "root.prose",
        roots.scored.map_or(0.0, |root| {
            context.sums[root as usize].prose as f32 / whole.prose
        }),
    );
}

/// How many steps up from `root` the first element around both stands: 0 inside.
fn steps_outside(page: &Outline, root: NodeId, node: NodeId) -> f32 {
    if page.contains(root, node) {
        return 0.0;
    }
    page.ancestors(root)
        .position(|up| page.contains(up, node))
        .map_or(99.0, |steps| steps as f32 + 1.0)
}

fn place(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut Writer<'_>) {
    let (words, prose) = whole.before[at];
    w.put("at.words", words / whole.words);
    w.put("at.prose", prose / whole.prose);
    w.put("at.prose_left", (whole.prose - prose) / whole.prose);
    w.put("at.prose_words", prose);
    let window = |reach: usize| {
        let from = at.saturating_sub(reach);
        let to = (at + reach + 1).min(context.blocks.len());
        let blocks = &context.blocks[from..to];
        let prose: u32 = blocks
            .iter()
            .filter(|b| is_paragraph(b))
            .map(|b| b.stats.words)
            .sum();
        let words: u32 = blocks.iter().map(|b| b.stats.words).sum();
        prose as f32 / words.max(1) as f32
    };
    w.put("window.3", window(3));
    w.put("window.10", window(10));
}

fn phrases(context: &Context<'_>, at: BlockId, w: &mut Writer<'_>) {
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
            Kind::Whole => 3.0,
            Kind::Starts => 2.0,
            Kind::Contains => 1.0,
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

fn neighbours(context: &Context<'_>, at: BlockId, w: &mut Writer<'_>) {
    let own = context.blocks[at].node;
    for (name, step) in [
        ("p1", -1i64),
        ("p2", -2),
        ("p3", -3),
        ("n1", 1),
        ("n2", 2),
        ("n3", 3),
    ] {
        let block = usize::try_from(at as i64 + step)
            .ok()
            .and_then(|i| context.blocks.get(i));
        let put = |f: fn(&Block) -> f32| block.map_or(-1.0, f);
        w.put(format_args!("{name}.words"), put(|b| b.stats.words as f32));
        w.put(
            format_args!("{name}.links"),
            put(|b| b.stats.link_density()),
        );
        w.put(
            format_args!("{name}.ends"),
            put(|b| f32::from(u8::from(b.stats.ends_sentence))),
        );
        w.put(
            format_args!("{name}.tag"),
            block.map_or(-1.0, |b| tag_class(context.page.tag(b.node))),
        );
        let together = block
            .is_some_and(|b| context.page.node(b.node).parent == context.page.node(own).parent);
        w.flag(format_args!("{name}.sibling"), together);
    }
}

/// How many siblings of each element have its tag and names, itself included.
fn alike(page: &Outline) -> Vec<u16> {
    let mut counts = vec![1u16; page.nodes.len()];
    let mut kin: Vec<(u64, NodeId)> = Vec::new();
    for id in 0..page.len() {
        kin.clear();
        kin.extend(page.children(id).map(|child| (look(page, child), child)));
        if kin.len() < 2 {
            continue;
        }
        kin.sort_unstable();
        for group in kin.chunk_by(|a, b| a.0 == b.0) {
            for (_, child) in group {
                counts[*child as usize] = group.len().min(999) as u16;
            }
        }
    }
    counts
}

/// A hash of an element's tag and class names without digits: siblings are told apart by number.
fn look(page: &Outline, id: NodeId) -> u64 {
    let class = page.attr(id, Attr::Class).unwrap_or("");
    let letters = class.bytes().filter(|b| !b.is_ascii_digit());
    letters.fold(page.tag(id) as u64 + 17, |hash, byte| {
        hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
    })
}
