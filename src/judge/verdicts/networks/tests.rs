//! What is a bar of networks' names, and what an article says of them.

use crate::judge::context::Context;
use crate::judge::{judge_by, paragraphs};
use crate::read::read;
use crate::verdict::Certainty;
use crate::{Options, Reason};

/// How sure it is that this, below a paragraph of an article, is for sharing.
fn certainty(bar: &str) -> Option<Certainty> {
    let page = read(&format!(
        "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{bar}</article></body></html>",
        paragraphs(8)
    ));
    let context = Context::new(&page);
    let likely = |text: &String| if text.len() > 30 { 0.95 } else { 0.1 };
    let p = context.texts.iter().map(likely).collect();
    let verdicts = judge_by(&context, p, &Options::default()).verdicts;
    let share = verdicts.iter().find(|v| v.reason == Reason::Share);
    share.map(|v| v.certainty)
}

#[test]
fn the_names_of_networks_alone_are_a_bar() {
    let link = |name: &str| format!("<li><a href='/{name}'>{name}</a></li>");
    let links = |names: &[&str]| {
        let all: String = names.iter().map(|name| link(name)).collect();
        certainty(&format!("<ul>{all}</ul>"))
    };
    let sure = Some(Certainty::Strong);
    assert_eq!(links(&["X", "Facebook", "LINE"]), sure);
    assert_eq!(links(&["Facebook", "Copy link", "E-Mail"]), sure);
    let touching = "<button>Telegram</button><button>واتساب</button>";
    assert_eq!(certainty(&format!("<div>{touching}</div>")), sure);
    let counted = format!("<div><span>Share</span>{touching}<span>14</span></div>");
    assert_eq!(certainty(&counted), sure);
    assert_eq!(certainty(&counted.replace("14", "14%")), None);
    assert_eq!(certainty(&counted.replace("Share", "Trade")), None);
    assert_eq!(
        certainty("<div><button>WhatsApp</button> <button>Mail</button></div>"),
        sure
    );
    assert_eq!(
        certainty("<p>Facebook / Twitter / WhatsApp / E-Mail</p>"),
        Some(Certainty::Weak)
    );
    let inward = ["Facebook", "TikTok"].map(|name| link(name).replace("'/", "'#"));
    assert_eq!(certainty(&format!("<ul>{}</ul>", inward.concat())), None);
    assert_eq!(links(&["X", "Line", "Mail"]), None);
    assert_eq!(links(&["Facebook"]), None);
    assert_eq!(links(&["Facebook", "Harbour"]), None);
}

#[test]
fn what_an_article_says_of_networks_is_none() {
    let list = ["Facebook", "Reddit"].map(|name| format!("<li><a href='/{name}'>{name}</a></li>"));
    let list = format!("<ul>{}</ul>", list.concat());
    for told in [
        "<p>Of all networks that were told to pay, these three were late with it:</p>",
        "<p>The miller of the harbour shows what she has seen of the lamp on</p>",
    ] {
        assert_eq!(certainty(&format!("{told}{list}")), None, "{told}");
    }
    let more = "<p>The council has more to say of these two in its report on the harbour.</p>";
    assert_eq!(certainty(&list), Some(Certainty::Strong));
    assert_eq!(certainty(&format!("{list}{more}")), Some(Certainty::Weak));
    let html = format!(
        "<html><body><article><h1>The lamp stays lit until the spring</h1><p>What the mayor of Lower Marsh wants of her council</p>{list}{}</article></body></html>",
        paragraphs(8)
    );
    let page = read(&html);
    let context = Context::new(&page);
    let likely = |text: &String| if text.len() > 40 { 0.95 } else { 0.1 };
    let p = context.texts.iter().map(likely).collect();
    let verdicts = judge_by(&context, p, &Options::default()).verdicts;
    assert!(verdicts.iter().any(|v| v.reason == Reason::Share));
    let headings = format!("<section><h2>Facebook</h2><h3>Reddit</h3></section>{more}");
    assert_eq!(certainty(&headings), None);
}
