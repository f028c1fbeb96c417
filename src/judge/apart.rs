//! Prose that is not the article's, however much it reads like it: dialogs, threads of readers' comments, and notes that
//! stand wherever something may not load.

use std::ops::Range;

use crate::judge::boxes::is_landmark;
use crate::judge::context::{BlockId, Context};
use crate::judge::tokens::Hints;
use crate::outline::{NO_NODE, NodeId};
use crate::tag::Tag;

/// More than this no block that stands apart is likely to be the article's.
const APART: f32 = 0.01;

/// Lowers the probabilities of what stands apart, in time linear in the page.
pub fn lower(context: &Context<'_>, p: &mut [f32]) {
    let page = context.page;
    let counts = Counts::new(context, p);
    let mut id = 0;
    while id < page.len() {
        let blocks = context.blocks_in(id);
        if counts.stands_apart(id, &blocks) {
            blocks.for_each(|at| p[at] = p[at].min(APART));
            id = page.node(id).end;
        } else {
            id += 1;
        }
    }
}

/// How much of each stands before every place, and in the end how much there is.
struct Counts<'c, 'p> {
    context: &'c Context<'p>,
    /// Words of likely body text, by block.
    body: Vec<u32>,
    /// Blocks whose text stands in three places or more.
    again: Vec<u32>,
    /// Elements to write in, and to press.
    forms: Vec<u32>,
    buttons: Vec<u32>,
    /// For each element how many comments stand right in it.
    comments: Vec<u32>,
}

impl<'c, 'p> Counts<'c, 'p> {
    fn new(context: &'c Context<'p>, p: &[f32]) -> Self {
        let page = context.page;
        let words = |at: BlockId| u32::from(p[at] >= 0.5) * context.blocks[at].stats.words;
        let again = |at: BlockId| u32::from(context.copies[at] >= 3);
        let tags = |tags: [Tag; 2]| {
            running((0..page.len()).map(|id| u32::from(tags.contains(&page.tag(id)))))
        };
        Counts {
            context,
            body: running((0..p.len()).map(words)),
            again: running((0..p.len()).map(again)),
            forms: tags([Tag::Form, Tag::Textarea]),
            buttons: tags([Tag::Button, Tag::Button]),
            comments: comments(context),
        }
    }

    fn stands_apart(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let context = self.context;
        let headed = context.headline.is_some_and(|at| blocks.contains(&at));
        if blocks.is_empty() || headed || is_landmark(context.page.tag(id)) {
            return false;
        }
        let body = |blocks: &Range<BlockId>| self.body[blocks.end] - self.body[blocks.start];
        let all = 0..context.blocks.len();
        let dialog = context.hints[id as usize].has_all(Hints::DIALOG);
        is_notice(context, id)
            || ((dialog || context.page.tag(id) == Tag::Dialog) && 2 * body(blocks) < body(&all))
            || (self.is_thread(id) && self.body[blocks.start] >= SHORT_ARTICLE)
            || self.is_placeholder(id, blocks)
    }

    /// Comments called so: among others, above others, or with a form to write one. What is called a comment and stands
    /// alone may be an opinion, the article's or a reader's quoted in it.
    fn is_thread(&self, id: NodeId) -> bool {
        let page = self.context.page;
        let several = |id: NodeId| self.comments[id as usize] >= 2;
        let parent = Some(page.node(id).parent).filter(|&parent| parent != NO_NODE);
        is_comment(self.context, id)
            && (parent.is_some_and(several)
                || several(id)
                || page.children(id).any(several)
                || self.has(&self.forms, id))
    }

    /// A note with a button, word for word the same in three places or more: "You did not agree to content from
    /// elsewhere".
    fn is_placeholder(&self, id: NodeId, blocks: &Range<BlockId>) -> bool {
        let sentence = |at: BlockId| self.context.blocks[at].stats.words >= 8;
        self.again[blocks.end] - self.again[blocks.start] == blocks.len() as u32
            && self.has(&self.buttons, id)
            && blocks.clone().take(LONG_NOTE).any(sentence)
    }

    fn has(&self, counts: &[u32], id: NodeId) -> bool {
        counts[self.context.page.node(id).end as usize] > counts[id as usize]
    }
}

/// Words of body text that are an article, if a short one.
const SHORT_ARTICLE: u32 = 40;

/// Blocks.
const LONG_NOTE: usize = 8;

/// The sums of all numbers before each, and of all.
fn running(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let sums = numbers.scan(0, |sum, number| {
        *sum += number;
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

fn comments(context: &Context<'_>) -> Vec<u32> {
    let page = context.page;
    let mut counts = vec![0; page.nodes.len()];
    for id in 0..page.len() {
        // A broken page has several elements at its top.
        let parent = counts.get_mut(page.node(id).parent as usize);
        if let Some(count) = parent.filter(|_| is_comment(context, id)) {
            *count += u32::from(!context.blocks_in(id).is_empty());
        }
    }
    counts
}

/// Covers the page and is called after consent or comments: what it explains is often more than the article says.
fn is_notice(context: &Context<'_>, id: NodeId) -> bool {
    let hints = context.hints[id as usize];
    hints.has(Hints::OVERLAY) && (hints.has(Hints::CONSENT) || hints.has(Hints::COMMENTS))
}

fn is_comment(context: &Context<'_>, id: NodeId) -> bool {
    let hints = context.hints[id as usize];
    hints.has(Hints::COMMENTS) || hints.has(Hints::THREAD)
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, TextForm, clean};

    const VERBS: [&str; 6] = ["read", "watch", "hear", "share", "search", "save"];

    /// The text of a page with an article and, below it, a box of prose for each of six verbs.
    fn text(around: &str, each: impl Fn(&str, &str) -> String) -> String {
        let prose = VERBS.map(|verb| {
            let said = format!(
                "When I {verb} what the mayor said of the harbour, I ask myself who will pay for the lamp in spring."
            );
            each(verb, &said)
        });
        let html = format!(
            "<html><body><main><h1>The lamp stays lit until the spring</h1>{}<div class='{around}'>{}</div></main></body></html>",
            paragraphs(5),
            prose.concat()
        );
        clean(&html, &Options::default()).text(TextForm::Body)
    }

    fn holds_prose(text: &str) -> bool {
        assert!(text.contains("the mayor of Lower Marsh"));
        text.contains("I ask myself")
    }

    #[test]
    fn the_prose_of_a_dialog_is_not_the_articles() {
        let paragraph = |_: &str, said: &str| format!("<p>{said}</p>");
        assert!(holds_prose(&text("columns", paragraph)));
        assert!(holds_prose(&text("recipe-drawer", paragraph)));
        assert!(!holds_prose(&text("c-globalModal", paragraph)));
        // More than half of the prose of the page.
        let terms = |verb: &str, said: &str| {
            format!("<p>{said}</p>")
                .repeat(3)
                .replace("I ask", &format!("I {verb} and ask"))
        };
        assert!(text("c-globalModal", terms).contains("and ask"));
        assert!(!text("privacy-modal", terms).contains("and ask"));
    }

    #[test]
    fn a_thread_is_the_readers_and_an_opinion_the_papers() {
        let each = |name: &'static str| {
            move |_: &str, said: &str| format!("<div class='{name}'><p>{said}</p></div>")
        };
        assert!(holds_prose(&text("columns", each("text"))));
        assert!(!holds_prose(&text("columns", each("komentarz"))));
        assert!(!holds_prose(&text("comments", each("comment"))));
        assert!(holds_prose(&text("opinion-comment", each("text"))));
    }

    #[test]
    fn elements_beside_the_top_one_do_no_harm() {
        let page = "<html></html><p class='comment'>The lamp stays lit.</p><p class='comment'>It does.</p>";
        assert!(clean(page, &Options::default()).text(TextForm::Body).len() < page.len());
    }

    #[test]
    fn a_note_with_a_button_that_is_said_thrice_is_no_prose() {
        let note = "What stands here comes from elsewhere, and you have not agreed to that yet.";
        let noted = |button: &'static str| {
            text("columns", move |_, said| {
                format!("<p>{said}</p><div><p>{note}</p>{button}</div>")
            })
        };
        assert!(noted("").contains(note));
        assert!(!noted("<button>Agree</button>").contains(note));
        assert!(holds_prose(&noted("<button>Agree</button>")));
    }
}
