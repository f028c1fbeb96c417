//! Captions: told by where they stand, since the model learned that they are not the article's text.

use crate::judge::context::{BlockId, Context, Hints};
use crate::outline::NodeId;
use crate::picture::leads_elsewhere;
use crate::tag::Tag;

/// A caption stands in `<figure>`, or is named so near a picture. Outside of the article, a picture with a link is a
/// teaser.
pub fn is_caption(context: &Context<'_>, at: BlockId, amid: bool) -> bool {
    let page = context.page;
    let inner = context.blocks[at].inner;
    if context.phrases[at].is_some() || (!amid && links(context, at)) || controls(context, at) {
        return false;
    }
    let mut named = false;
    for (steps, id) in std::iter::once(inner)
        .chain(page.ancestors(inner))
        .enumerate()
        .take(FIGURE_LEVELS)
    {
        match page.tag(id) {
            Tag::Figcaption => return true,
            // Figures hold tables and pulled quotations, too.
            Tag::Figure => return shows_picture(context, id) || shows_drawing(context, id),
            Tag::Article | Tag::Main | Tag::Body | Tag::Aside | Tag::Button | Tag::Form => {
                return false;
            }
            _ => {}
        }
        named |= steps < BOX_LEVELS && context.hints[id as usize].has(Hints::CAPTION);
        if named && context.sums[id as usize].blocks <= BOX_BLOCKS && shows_picture(context, id) {
            return true;
        }
    }
    false
}

/// The words of a player's buttons: "Unmute", "00:00 / 00:47".
fn controls(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let inner = context.blocks[at].inner;
    let around = std::iter::once(inner).chain(page.ancestors(inner));
    let whole = |id: NodeId| matches!(page.tag(id), Tag::Figure | Tag::Figcaption | Tag::Article);
    let mut bars = around.take_while(|&id| !whole(id)).take(CONTROL_LEVELS);
    bars.any(|id| page.tag(id) == Tag::Button || context.classes.is_controls(page, id))
}

/// Elements up from a button's words to the bar that holds the buttons.
const CONTROL_LEVELS: usize = 4;

/// Mostly a link, or in one.
fn links(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    let mut around = page.ancestors(block.node).take(BOX_LEVELS);
    block.stats.link_density() > MOSTLY_TEXT || around.any(|up| page.tag(up) == Tag::A)
}

/// More words than this are no caption unless the page calls them one.
const LONGEST_CAPTION: u32 = 80;
/// Fewer are a label, a credit or a number.
const SHORTEST_CAPTION: u32 = 4;
/// A credit may be linked; a teaser is from end to end.
const MOSTLY_TEXT: f32 = 0.3;

/// Elements from a caption's words up to its `<figure>`.
const FIGURE_LEVELS: usize = 6;
/// And up to a box that is nothing but the picture with its caption: the words, a credit and a title.
const BOX_LEVELS: usize = 3;
const BOX_BLOCKS: u32 = 3;
/// Elements of a box in which a picture is looked for, with its sources, wrappers and buttons.
const MOST_ELEMENTS: usize = 40;

/// A few words in the same small box as a picture. A teaser stands so too, but links away; labels have their phrase.
pub fn stands_beside_picture(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    if links(context, at)
        || !(SHORTEST_CAPTION..=LONGEST_CAPTION).contains(&block.stats.words)
        || context.phrases[at].is_some()
        || context.copies[at] > 1
        || controls(context, at)
    {
        return false;
    }
    let boxes = std::iter::once(block.node)
        .chain(page.ancestors(block.node))
        .take(BOX_LEVELS);
    boxes
        .take_while(|&id| {
            context.sums[id as usize].blocks <= BOX_BLOCKS
                && !matches!(page.tag(id), Tag::Article | Tag::Main | Tag::Body)
        })
        .any(|id| shows_own_picture(context, id))
}

/// A picture that leads nowhere, or to itself. A teaser's leads to its page, and a portrait to what its author wrote: so do
/// words beside it.
fn shows_own_picture(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let words_lead = context.sums[id as usize].link_density() > 0.0;
    let is_own = |&picture: &NodeId| {
        let mut around = page.ancestors(picture).take_while(|&up| up >= id);
        !(words_lead && around.any(|up| page.tag(up) == Tag::A && leads_elsewhere(page, up)))
    };
    let mut inside = page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| matches!(page.tag(d), Tag::Img | Tag::Picture | Tag::Video) && is_own(&d))
}

fn shows_picture(context: &Context<'_>, id: NodeId) -> bool {
    let mut inside = context.page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| matches!(context.page.tag(d), Tag::Img | Tag::Picture | Tag::Video))
}

fn shows_drawing(context: &Context<'_>, id: NodeId) -> bool {
    let mut inside = context.page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| matches!(context.page.tag(d), Tag::Iframe | Tag::Canvas | Tag::Svg))
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{Role, judge, paragraphs};
    use crate::options::Options;
    use crate::read::read;

    /// The role of the block with `text` on a page with an article of eight paragraphs around `amid` and before `below`.
    fn role(amid: &str, below: &str, text: &str) -> Role {
        let html = format!(
            "<body><article><h1>Old lamp stays lit until the spring</h1>{}{amid}{}</article>{below}</body>",
            paragraphs(4),
            paragraphs(8).split_off(paragraphs(4).len())
        );
        let page = read(&html);
        let context = Context::new(&page);
        let judgement = judge(&context, &Options::default());
        let at = context.texts.iter().position(|own| own == text);
        at.map_or(Role::Other, |at| judgement.parts.roles[at])
    }

    const WORDS: &str = "The lamp at the harbour in the winter of last year";

    #[test]
    fn words_under_a_picture_amid_the_article_are_its_caption() {
        let figure = format!("<figure><img src='a.jpg'><p>{WORDS}</p></figure>");
        assert_eq!(role(&figure, "", WORDS), Role::Caption);
        let plain = format!("<div><img src='a.jpg'><div>{WORDS}</div></div>");
        assert_eq!(role(&plain, "", WORDS), Role::Caption);
        let linked = format!("<div><a href='/b'><img src='a.jpg'></a><div>{WORDS}</div></div>");
        assert_eq!(role(&linked, "", WORDS), Role::Caption);
        let teaser = format!(
            "<div><a href='/b'><img src='a.jpg'></a><h4><a href='/b'>The ferry is late</a></h4><div>{WORDS}</div></div>"
        );
        assert_eq!(role(&teaser, "", WORDS), Role::Other);
    }

    #[test]
    fn the_words_of_a_players_buttons_are_no_caption() {
        let buttons = "Mute 00:00 / 00:47 Subtitles off Full screen mode";
        let player = format!(
            "<figure><video></video><div class='p_controls'>{buttons}</div><figcaption>{WORDS}</figcaption></figure>"
        );
        assert_eq!(role(&player, "", buttons), Role::Other);
        assert_eq!(role(&player, "", WORDS), Role::Caption);
        let tagged = format!(
            "<div class='tag-pest-control'><img src='a.jpg'><div class='wp-caption-text'>{WORDS}</div></div>"
        );
        assert_eq!(role(&tagged, "", WORDS), Role::Caption);
    }

    #[test]
    fn a_figure_without_a_picture_holds_no_caption() {
        let table = format!("<figure><table><tr><td>{WORDS}</td></tr></table></figure>");
        assert_ne!(role(&table, "", WORDS), Role::Caption);
    }

    #[test]
    fn the_box_of_an_author_below_the_article_is_no_caption() {
        let card = format!("<div><img src='a.jpg'><div>{WORDS}</div></div>");
        assert_ne!(role("", &card, WORDS), Role::Caption);
    }

    #[test]
    fn a_form_for_a_letter_beside_a_picture_is_no_caption() {
        let words = "Each week the lamp at the harbour in a letter to you";
        let boxed = |class: &str| {
            let inside =
                format!("<img src='a.jpg'><div><p>{words}</p><button>Sign up</button></div>");
            format!("<div class='{class}'>{inside}</div>")
        };
        assert_eq!(role(&boxed("x"), "", words), Role::Caption);
        assert_eq!(role(&boxed("newsletter-top"), "", words), Role::Other);
    }

    #[test]
    fn a_prompt_in_a_figure_is_no_caption() {
        let prompt = "Sign up for our newsletter";
        let figure = format!("<figure><aside><p>{prompt}</p><img src='a.jpg'></aside></figure>");
        assert_ne!(role(&figure, "", prompt), Role::Caption);
    }
}
