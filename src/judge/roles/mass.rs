//! How much of the article each element holds, by the model's word and by the roles.

use rustc_hash::FxHashMap;

use super::apart::NEVER;
use super::found::Parts;
use super::role::{BODY, Role};
use super::standfirst::is_standfirst;
use crate::blocks::{Block, block_runs};
use crate::judge::context::{BlockId, Context, heading_around, is_paragraph};
use crate::outline::{NO_NODE, NodeId, Outline};

/// Per element, over the blocks of its subtree.
pub struct Mass {
    likeliest: Vec<f32>,
    words: Vec<f32>,
    display: Vec<bool>,
}

/// What a paragraph stands by, see [`guarded`].
struct Neighbours {
    /// Words of body text among the children of each element.
    words: FxHashMap<NodeId, u32>,
    headline: Option<BlockId>,
}

impl Neighbours {
    fn of(context: &Context<'_>, parts: &Parts) -> Neighbours {
        let mut words = FxHashMap::default();
        for (at, block) in context.blocks.iter().enumerate() {
            if parts.roles[at] == Role::Body && is_paragraph(block) {
                let parent = context.page.node(block.node).parent;
                *words.entry(parent).or_default() += block.stats.words;
            }
        }
        Neighbours {
            words,
            headline: parts.headline,
        }
    }
}

/// The probability that a paragraph's neighbours give it. Prose that stands among paragraphs of the article, in the same
/// element, is hidden only where the model is twelve times as sure; where most of that element's words are the article's,
/// no weak sign takes it.
fn guarded(context: &Context<'_>, neighbours: &Neighbours, at: BlockId, p: &[f32]) -> f32 {
    let block = &context.blocks[at];
    if p[at] <= NEVER {
        return NEVER;
    }
    let headed = headed(context, at).map_or(0.0, |next| p[next].min(NOT_BODY));
    let p = p[at].max(headed);
    if is_standfirst(context, at, neighbours.headline) {
        return p.max(SAFE);
    }
    if p >= BODY || !is_paragraph(block) || context.phrases[at].is_some() {
        return p;
    }
    let parent = context.page.node(block.node).parent;
    let article = neighbours.words.get(&parent).copied().unwrap_or(0);
    let all = context
        .sums
        .get(parent as usize)
        .map_or(0, |sums| sums.words);
    match article {
        0 => p,
        _ if article * 2 >= all => p.max(SAFE),
        _ => (SURER * p).min(NOT_BODY),
    }
}

/// No weak sign takes what is as likely: the plan lets it have a quarter at most.
const SAFE: f32 = 0.3;
/// Neighbours and headings protect what they stand by, and make no body text of it.
const NOT_BODY: f32 = 0.49;
/// So many times as sure the model must be of prose among the article's: weak signs then need it below 0.01.
const SURER: f32 = 12.0;

/// The block right after a heading, in the same element: a heading stays with what it heads.
fn headed(context: &Context<'_>, at: BlockId) -> Option<BlockId> {
    let page = context.page;
    heading_around(page, context.blocks[at].node)?;
    let parent = page.node(context.unit(at)).parent;
    let next = context.blocks.get(at + 1)?;
    (context.page.nodes.get(parent as usize).is_some() && page.contains(parent, next.node))
        .then_some(at + 1)
}

/// "***" between two scenes, "?" in a dialogue. What fills an empty paragraph is none.
fn shows_sign(text: &str) -> bool {
    let fills = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffd}'
            )
    };
    !text.chars().all(fills)
}

/// The part of a block that counts as the article's. Thousands of words that are surely clutter would add up to a
/// paragraph, so the surely low count nothing.
fn expected(p: f32) -> f32 {
    if p < SURELY_LOW { 0.0 } else { p }
}

const SURELY_LOW: f32 = 0.15;

impl Mass {
    /// Sums the blocks up.
    pub fn of(context: &Context<'_>, p: &[f32], parts: &Parts) -> Mass {
        let count = context.page.nodes.len();
        let neighbours = Neighbours::of(context, parts);
        let mut mass = Mass {
            likeliest: vec![0.0; count],
            words: vec![0.0; count],
            display: vec![false; count],
        };
        for (at, block) in context.blocks.iter().enumerate() {
            let node = block.node as usize;
            let role = parts.roles[at];
            // What nobody sees is no reason to keep a box.
            let seen = block.is_in_sight();
            mass.display[node] |=
                seen && matches!(role, Role::Headline | Role::Caption | Role::Byline);
            if block.stats.words > 0 {
                mass.likeliest[node] =
                    mass.likeliest[node].max(guarded(context, &neighbours, at, p));
                mass.words[node] += expected(p[at]) * block.stats.words as f32;
            } else if role == Role::Body && shows_sign(context.text(at)) {
                mass.likeliest[node] = mass.likeliest[node].max(SAFE);
            }
        }
        for id in (1..count).rev() {
            let parent = context.page.nodes[id].parent;
            if parent != NO_NODE {
                let parent = parent as usize;
                mass.likeliest[parent] = mass.likeliest[parent].max(mass.likeliest[id]);
                mass.words[parent] += mass.words[id];
                mass.display[parent] |= mass.display[id];
            }
        }
        for (at, block) in context.blocks.iter().enumerate() {
            mass.spread(context, block, p[at]);
        }
        mass
    }

    /// Gives the inline elements of a block their part of it: hiding one takes words out of a sentence.
    fn spread(&mut self, context: &Context<'_>, block: &Block, p: f32) {
        let page = context.page;
        let runs = block_runs(page, block);
        let whole: u32 = runs.iter().map(|run| run.text.end - run.text.start).sum();
        for run in runs {
            let part = (run.text.end - run.text.start) as f32 / whole.max(1) as f32;
            let inline = page.self_and_ancestors(run.node);
            for id in inline.take_while(|&id| id != block.node).take(16) {
                self.likeliest[id as usize] = self.likeliest[id as usize].max(p);
                self.words[id as usize] += part * expected(p) * block.stats.words as f32;
            }
        }
    }

    /// Keeps an element, and with it whatever holds it, from weak signs.
    pub fn protect(&mut self, page: &Outline, id: NodeId) {
        for up in page.self_and_ancestors(id) {
            let held = &mut self.likeliest[up as usize];
            if *held >= SAFE {
                break;
            }
            *held = SAFE;
        }
    }

    /// Makes elements out of the question: nothing grows into them.
    pub fn rule_out(&mut self, held: impl Iterator<Item = NodeId>) {
        held.for_each(|id| self.likeliest[id as usize] = 1.0);
    }

    /// The highest probability of any block in the element.
    pub fn likeliest(&self, id: NodeId) -> f32 {
        self.likeliest[id as usize]
    }

    /// The article's words that the element is expected to hold; a page without elements holds none.
    pub fn words(&self, id: NodeId) -> f32 {
        self.words.get(id as usize).copied().unwrap_or(0.0)
    }

    /// True where the element holds the headline, a caption, or the byline.
    pub fn holds_display_text(&self, id: NodeId) -> bool {
        self.display[id as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{paragraphs, roles};
    use crate::outline::{Attr, Tag};
    use crate::read::read;

    /// The protection of the element `id='x'` on a page of which the model believes the paragraphs, and little of what
    /// says "doubt".
    fn top(body: &str, doubt: f32) -> f32 {
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{body}</article></body></html>"
        ));
        let context = Context::new(&page);
        let likely = |text: &String| match text.contains("doubt") {
            true => doubt,
            false => 0.9,
        };
        let p: Vec<f32> = context.texts.iter().map(likely).collect();
        let parts = roles::parts(&context, &p);
        let own = (0..page.len()).find(|&id| page.attr(id, Attr::Id) == Some("x"));
        Mass::of(&context, &p, &parts).likeliest(own.unwrap_or_default())
    }

    const PROSE: &str =
        "There is some doubt, as the mayor said, of what the fishermen will pay for the lamp.";

    #[test]
    fn prose_among_paragraphs_of_the_article_is_protected_by_their_company() {
        let prose = format!("<p id='x'>{PROSE}</p>");
        let among = format!("{}<div>{}{prose}</div>", paragraphs(4), paragraphs(1));
        assert_eq!(top(&among, 0.02), 0.3);
        let doubts = prose.replace(" id='x'", "").repeat(8);
        let fewer = format!(
            "{}<div>{}{doubts}{prose}</div>",
            paragraphs(4),
            paragraphs(1)
        );
        assert_eq!(top(&fewer, 0.02), 12.0 * 0.02);
        assert_eq!(top(&fewer, 0.2), 0.49);
        let alone = format!("{}<div>{prose}</div>", paragraphs(4));
        assert_eq!(top(&alone, 0.02), 0.02);
        let label = format!("<div>{}<p id='x'>no doubt</p></div>", paragraphs(4));
        assert_eq!(top(&label, 0.02), 0.02, "a label is no prose");
    }

    #[test]
    fn a_heading_is_protected_by_what_it_heads() {
        let heading = "<h2 id='x'>A doubt</h2>";
        assert_eq!(top(&format!("{heading}{}", paragraphs(4)), 0.02), 0.49);
        assert_eq!(top(&format!("{}{heading}", paragraphs(4)), 0.02), 0.02);
    }

    #[test]
    fn signs_alone_are_protected_and_what_fills_a_paragraph_is_not() {
        let of = |signs: &str| {
            top(
                &format!("{}<p id='x'>{signs}</p>{}", paragraphs(4), paragraphs(2)),
                0.02,
            )
        };
        assert_eq!((of("***"), of("?")), (SAFE, SAFE));
        assert_eq!((of("."), of("\u{200d}")), (0.0, 0.0));
    }

    #[test]
    fn an_inline_element_has_the_part_of_its_block() {
        let said = "<p>The council voted on Monday, nine to four, to keep the <b id='x'>lamp</b> lit until spring.</p>";
        assert_eq!(top(&format!("{}{said}", paragraphs(4)), 0.02), 0.9);
        let page = read(&format!("<body><article>{said}</article></body>"));
        let context = Context::new(&page);
        let p = [0.9];
        let mass = Mass::of(&context, &p, &roles::parts(&context, &p));
        let bold = (0..page.len()).find(|&id| page.tag(id) == Tag::B);
        let (own, whole) = (mass.words(bold.unwrap_or_default()), mass.words(0));
        assert!(own > 0.0 && own < whole / 4.0, "{own} of {whole}");
    }
}
