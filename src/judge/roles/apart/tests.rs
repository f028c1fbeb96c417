use super::lower;
use crate::judge::context::Context;
use crate::judge::paragraphs;
use crate::read::read;
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
fn a_comment_that_says_more_than_the_article_may_be_one_by_its_tag() {
    let likely = |long: &str, short: &str| {
        let text = paragraphs(3);
        let page = read(&format!(
            "<html><body><main><h1>The lamp</h1>{text}</main><div>{long}{short}</div></body></html>"
        ));
        let context = Context::new(&page);
        let mut p = vec![0.9; context.blocks.len()];
        lower(&context, &mut p);
        let at = context.texts.iter().position(|text| text == "I say.");
        at.is_some_and(|at| p[at] > 0.5)
    };
    let all = paragraphs(8);
    let own = format!("<li class='comment'><article>{all}<p>I say.</p></article></li>");
    let other = "<li class='comment'><article><p>It does.</p></article></li>";
    assert!(!likely(&own, other));
    // The article itself may stand in an element of that name, and several may.
    assert!(likely(&own, ""));
    assert!(likely(
        &own.replace("</article>", "</article><article><p>So.</p></article>"),
        other
    ));
}

#[test]
fn paragraphs_amid_the_article_stay_whatever_their_name() {
    let paragraphs: String = paragraphs(8)
        .split_inclusive("</p>")
        .zip(["a", "b", "comments", "comment", "modal", "dialog", "c", "d"])
        .map(|(paragraph, name)| format!("<div class='{name}'>{paragraph}</div>"))
        .collect();
    let html =
        format!("<html><body><article><h1>The lamp</h1>{paragraphs}</article></body></html>");
    let text = clean(&html, &Options::default()).text(TextForm::Body);
    for day in ["Wednesday", "Thursday", "Friday", "Saturday"] {
        assert!(text.contains(&format!("voted on {day}")), "{day}");
    }
}

#[test]
fn what_holds_the_article_is_not_apart_whatever_its_name() {
    let wrapped = |name: &str| {
        let comments = "<div class='comment'><p>Thank you all for reading.</p></div>".repeat(3);
        let lead = "The council of Lower Marsh has met again and again this week, and in the end it has come to the one decision that everybody in the harbour, from the oldest fisherman to the youngest clerk, had hoped it would come to, the mayor among them.";
        let html = format!(
            "<html><body><p>{lead}</p><div class='{name}'><article>{}</article><form><input></form>{comments}</div></body></html>",
            paragraphs(8)
        );
        clean(&html, &Options::default()).text(TextForm::Body)
    };
    for name in [
        "columns",
        "has-comments",
        "cookie-bar-overlay modal-open",
        "modal-open",
    ] {
        assert!(wrapped(name).contains("on Tuesday"), "{name}");
    }
}

#[test]
fn elements_beside_the_top_one_do_no_harm() {
    let comment = "<p class='comment'>It does, I say.</p>".repeat(2);
    let html = format!("<html></html>{}{comment}", paragraphs(8));
    let text = clean(&html, &Options::default()).text(TextForm::Body);
    assert!(text.contains("on Monday") && text.contains("on Tuesday"));
    assert!(!text.contains("I say"));
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

/// A short piece of news with this below it.
fn news(below: &str) -> String {
    format!(
        "<html><body><main><h1>The lamp is out again</h1><article><p>All lamps of the harbour road went out this morning \
         when a van with fish hit the pole near the weir.</p><p>Nobody was hurt.</p></article>{below}</main></body></html>"
    )
}

/// Whether the last words of the news, which the model half believes, and of what is below it are as likely as before.
fn keeps(below: &str) -> (bool, bool) {
    let page = read(&news(below));
    let context = Context::new(&page);
    let last = context.texts.last().map_or("", String::as_str);
    (is_likely(below, "Nobody was hurt."), is_likely(below, last))
}

/// Whether this, below such a piece of news, is as likely as before.
fn is_likely(below: &str, text: &str) -> bool {
    let page = read(&news(below));
    let context = Context::new(&page);
    let mut p = vec![0.6; context.blocks.len()];
    lower(&context, &mut p);
    let at = context.texts.iter().position(|own| own == text);
    at.is_some_and(|at| p[at] == 0.6)
}

#[test]
fn teasers_under_their_label_are_no_sections_of_a_short_article() {
    let teasers = |label: &str, tag: &str| {
        let each = ["mill", "weir", "quay"].map(|place| {
            let headline = format!("The council sells the old {place} again");
            let headline = match tag {
                "a" => format!("<h3><a href='/{place}'>{headline}</a></h3>"),
                "out" => format!("<h3><a href='https://{place}.example/'>{headline}</a></h3>"),
                _ => format!("<h3>{headline}</h3>"),
            };
            format!("<div>{headline}<p>Residents learned of it from a notice on a tree by the {place}.</p></div>")
        });
        keeps(&format!(
            "<section><h2>{label}</h2><div>{}</div></section>",
            each.concat()
        ))
    };
    assert_eq!(teasers("More from the Harbour Post", "a"), (true, false));
    assert_eq!(teasers("More from the Harbour Post", "b"), (true, true));
    assert_eq!(teasers("More from the Harbour Post", "out"), (true, true));
    assert_eq!(teasers("What the council says", "a"), (true, true));
    let teaser = "<li><a href='/mill'>The council sells the old mill again</a></li>";
    let list = |teasers: String| format!("<section><h2>Related</h2><ul>{teasers}</ul></section>");
    assert_eq!(keeps(&list(teaser.repeat(3))), (true, false));
    assert_eq!(keeps(&list(teaser.repeat(2))), (true, true));
    let names = teaser.replace("The council sells the old mill again", "The mill");
    assert_eq!(keeps(&list(names.repeat(3))), (true, true));
    // Where the article goes on below them they are amid it.
    let amid = format!("{}{}", list(teaser.repeat(3)), paragraphs(2));
    assert!(is_likely(&amid, "The council sells the old mill again"));
}

#[test]
fn a_thread_with_its_form_is_the_readers_below_two_sentences_too() {
    let said = "<p>I sat there every day, and nobody asked me whether I minded that the lamp is gone for good.</p>";
    let comment =
        format!("<li class='comment'><article class='comment-body'>{said}</article></li>");
    let thread = |times: usize, form: &str| {
        let list = format!("<ol class='comment-list'>{}</ol>", comment.repeat(times));
        keeps(&format!("<div class='comments-area'>{form}{list}</div>"))
    };
    let form = "<form><textarea></textarea></form>";
    assert_eq!(thread(3, form), (true, false));
    assert_eq!(thread(3, ""), (true, true));
    // Two sentences may be a standfirst, and the box hold the article with its comments.
    let article = format!("<div>{}</div>", paragraphs(1));
    let whole = |around: &str| {
        let list = format!("<ol class='comment-list'>{}</ol>", comment.repeat(3));
        keeps(&format!(
            "<div class='has-comments'>{around}{list}{form}{article}</div>"
        ))
    };
    assert_eq!(whole(&article), (true, true));
    let named = format!("<div class='comments-area'>{form}{said}</div>");
    assert_eq!(keeps(&named), (true, true));
}
