//! Captions: told by where they stand, since the model learned that they are not the article's text.

use crate::judge::context::{BlockId, Context, Hints, is_button, is_material};
use crate::outline::NodeId;
use crate::picture::leads_elsewhere;
use crate::tag::Tag;

/// A caption stands in `<figcaption>`, beside a picture in `<figure>`, or is named so near one. Outside of the article, a
/// picture with a link is a teaser. `p` is how likely the block is the article's text.
pub fn is_caption(context: &Context<'_>, at: BlockId, p: f32, amid: bool) -> bool {
    let page = context.page;
    let inner = context.blocks[at].inner;
    if context.phrases[at].is_some() || (!amid && links(context, at)) || controls(context, at) {
        return false;
    }
    // A paragraph may stand beside a picture, too, where it is not called a caption itself.
    let may_be = p < SURE_TEXT || context.blocks[at].stats.words < SHORTEST_PARAGRAPH;
    let (mut named, mut in_material) = (false, false);
    for (steps, id) in std::iter::once(inner)
        .chain(page.ancestors(inner))
        .enumerate()
        .take(FIGURE_LEVELS)
    {
        match page.tag(id) {
            Tag::Figcaption => return true,
            // Figures hold tables, programs and quotations, too, some with a picture in them.
            Tag::Figure => {
                let small = context.sums[id as usize].blocks <= FIGURE_BLOCKS;
                return may_be
                    && small
                    && !in_material
                    && (shows_picture(context, id) || shows_drawing(context, id));
            }
            Tag::Article | Tag::Main | Tag::Body | Tag::Aside | Tag::Button | Tag::Form => {
                return false;
            }
            tag => in_material |= is_material(tag),
        }
        let is_called = context.hints[id as usize].has(Hints::CAPTION);
        named |= steps < BOX_LEVELS && is_called && (may_be || steps == 0);
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
        || is_duration(context.text(at))
}

/// "0:00/1:14".
fn is_duration(text: &str) -> bool {
    let mut parts = text.split([':', '/']).map(str::trim);
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.contains(':') && parts.all(is_number)
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

/// A block as likely as that, of so many words or more, is a paragraph beside a picture and no caption.
const SURE_TEXT: f32 = 0.8;
const SHORTEST_PARAGRAPH: u32 = 20;

/// Elements from a caption's words up to its `<figure>`.
const FIGURE_LEVELS: usize = 6;
/// Blocks of a figure whose words are its caption without saying so: a title, a text, credits.
const FIGURE_BLOCKS: u32 = 6;
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
            let whole = [
                Tag::Article,
                Tag::Main,
                Tag::Body,
                Tag::Blockquote,
                Tag::Pre,
            ];
            context.sums[id as usize].blocks <= BOX_BLOCKS && !whole.contains(&page.tag(id))
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

/// A drawing or a page of another site; the sign on a button is neither.
fn shows_drawing(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let on_button = |d: NodeId| {
        page.ancestors(d)
            .take_while(|&up| up > id)
            .any(|up| is_button(page, up))
    };
    let mut inside = page.descendants(id).take(MOST_ELEMENTS);
    inside.any(|d| match page.tag(d) {
        Tag::Iframe | Tag::Canvas => true,
        Tag::Svg => !on_button(d),
        _ => false,
    })
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
        for (class, words) in [("x", "0:00/1:14"), ("video-play-button", "play")] {
            let figure =
                format!("<figure><img src='a.jpg'><p class='{class}'>{words}</p></figure>");
            assert_eq!(role(&figure, "", words), Role::Other, "{words}");
        }
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
    fn a_figure_with_a_picture_may_hold_what_the_article_says() {
        let quoted = format!(
            "<figure><blockquote><p>{WORDS}</p></blockquote><img src='a.jpg'><figcaption>Ida</figcaption></figure>"
        );
        assert_ne!(role(&quoted, "", WORDS), Role::Caption);
        let table = format!(
            "<figure><table><tr><td>{WORDS}</td><td><img src='ok.png'> since 1950</td></tr></table></figure>"
        );
        assert_ne!(role(&table, "", WORDS), Role::Caption);
        let code = format!(
            "<figure><pre><code>{WORDS}</code></pre><button><svg><path/></svg></button></figure>"
        );
        assert_ne!(role(&code, "", WORDS), Role::Caption);
        let copied = format!("<figure><p>{WORDS}</p><button><svg></svg></button></figure>");
        assert_ne!(role(&copied, "", WORDS), Role::Caption);
    }

    #[test]
    fn a_paragraph_beside_a_picture_is_told_by_the_model() {
        let prose = "The keeper of the lamp said that it stays lit until the spring. ".repeat(5);
        for around in ["<figure>", "<div class='photo-block'>"] {
            let page = read(&format!(
                "<body><article>{around}<img src='a.jpg'><p>{prose}"
            ));
            let context = Context::new(&page);
            assert!(super::is_caption(&context, 0, 0.3, true), "{around}");
            assert!(!super::is_caption(&context, 0, 0.9, true), "{around}");
        }
        let all = paragraphs(8);
        let page = read(&format!(
            "<body><figure><img src='a.jpg'>{all}</figure></body>"
        ));
        assert!(!super::is_caption(&Context::new(&page), 0, 0.3, true));
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
