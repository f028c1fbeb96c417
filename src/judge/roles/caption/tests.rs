use crate::judge::context::Context;
use crate::judge::{Role, judge, later_paragraphs, paragraphs};
use crate::options::Options;
use crate::read::read;

/// The role of the block with `text` on a page with an article of eight paragraphs around `amid` and before `below`.
fn role(amid: &str, below: &str, text: &str) -> Role {
    let html = format!(
        "<body><article><h1>Old lamp stays lit until the spring</h1>{}{amid}{}</article>{below}</body>",
        paragraphs(4),
        later_paragraphs()
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
        let figure = format!("<figure><img src='a.jpg'><p class='{class}'>{words}</p></figure>");
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
        assert!(super::is_caption(&context, 0, 0.3), "{around}");
        assert!(!super::is_caption(&context, 0, 0.9), "{around}");
    }
    let all = paragraphs(8);
    let page = read(&format!(
        "<body><figure><img src='a.jpg'>{all}</figure></body>"
    ));
    assert!(!super::is_caption(&Context::new(&page), 0, 0.3));
}

#[test]
fn the_box_of_an_author_below_the_article_is_no_caption() {
    let card = format!("<div><img src='a.jpg'><div>{WORDS}</div></div>");
    assert_ne!(role("", &card, WORDS), Role::Caption);
}

#[test]
fn the_card_of_the_author_is_no_caption_and_the_portrait_no_picture() {
    let copied = |card: &str| {
        let head = "<head><meta name='author' content='Ida Brandt'></head>";
        let (start, end) = (paragraphs(4), later_paragraphs());
        let html = format!(
            "<html>{head}<body><article><h1>Old lamp stays lit until the spring</h1>{start}{card}{end}</article></body></html>"
        );
        crate::clean(&html, &Options::default())
            .markdown()
            .contains("(</a.jpg>)")
    };
    let card = |inside: &str| format!("<div><img src='/a.jpg'><div>{inside}</div></div>");
    assert!(copied(&card(WORDS)));
    assert!(!copied(&card(
        "<b>Ida Brandt</b>Author of works of harbours and lamps"
    )));
    let wide = card("Ida Brandt at the lamp in 1901").replace("<img", "<img width='800'");
    assert!(copied(&wide));
}

#[test]
fn a_form_for_a_letter_beside_a_picture_is_no_caption() {
    let words = "Each week the lamp at the harbour in a letter to you";
    let boxed = |class: &str| {
        let inside = format!("<img src='a.jpg'><div><p>{words}</p><button>Sign up</button></div>");
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

#[test]
fn what_begins_with_the_authors_name_amid_the_article_is_a_caption() {
    let role = |above: usize, text: &str| {
        let head = "<head><meta name='author' content='Ida Brandt'></head>";
        let boxed = format!("<div class='x'><img src='/a.jpg'><p>{text}</p></div>");
        let (start, all) = (paragraphs(above), paragraphs(8));
        let html = format!(
            "<html>{head}<body><article><h1>Old lamp stays lit until the spring</h1>{start}{boxed}{}</article></body></html>",
            &all[start.len()..]
        );
        let page = read(&html);
        let context = Context::new(&page);
        let judgement = judge(&context, &Options::default());
        let at = context.texts.iter().position(|own| own == text);
        let copied = crate::clean(&html, &Options::default())
            .markdown()
            .contains("(</a.jpg>)");
        (at.map(|at| judgement.parts.roles[at]), copied)
    };
    let caption = (Some(Role::Caption), true);
    assert_eq!(role(4, "Ida Brandt below the lamp in the winter"), caption);
    assert_eq!(role(1, "Ida Brandt / The Lower Marsh Post"), caption);
    let (card, copied) = role(0, "Ida Brandt is a reporter in Lower Marsh");
    assert!(card != Some(Role::Caption) && !copied);
}

#[test]
fn a_long_paragraph_right_behind_a_picture_is_no_caption_whatever_it_is_called() {
    let prose = "The keeper of the lamp said that it stays lit until the spring. ".repeat(5);
    let page = read(&format!(
        "<body><article><img src='a.jpg'><p class='text-caption'>{prose}</p>"
    ));
    let context = Context::new(&page);
    assert!(super::is_caption(&context, 0, 0.3));
    assert!(!super::is_caption(&context, 0, 0.9));
}

#[test]
fn words_called_a_caption_right_behind_a_picture_are_its() {
    for picture in [
        "<img src='a.jpg'>",
        "<amp-img src='a.jpg'></amp-img>",
        "<div><p><img src='a.jpg'></p></div>",
    ] {
        let below = |class: &str| format!("{picture}<div class='{class}'>{WORDS}</div>");
        assert_eq!(
            role(&below("wp-caption"), "", WORDS),
            Role::Caption,
            "{picture}"
        );
        assert_ne!(role(&below("x"), "", WORDS), Role::Caption, "{picture}");
    }
    let apart = format!("<img src='a.jpg'><p>Ida</p><div class='wp-caption'>{WORDS}</div>");
    assert_ne!(role(&apart, "", WORDS), Role::Caption);
}
