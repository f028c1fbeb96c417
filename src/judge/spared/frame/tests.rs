use super::SiteFrame;
use crate::judge::context::Context;
use crate::judge::{paragraphs, with_bench};
use crate::read::read;
use crate::{Options, clean, rewrite};

/// The page, tidied, with this below its article.
fn tidied(below: &str) -> String {
    let html = format!(
        "<html><body><div class='page'><div class='text'><h1>The lamp stays lit until the spring</h1>{}</div>{below}</div></body></html>",
        paragraphs(8)
    );
    rewrite(&html, &clean(&html, &Options::default()).plan)
}

#[test]
fn the_articles_own_bottom_is_no_footer_of_the_site() {
    let lines = "<div><span>More of what we like</span></div><div><a href='/a'>Ring found</a></div>                     <div><a href='/b'>Ferry late</a></div>";
    let stays =
        |name: &str| tidied(&format!("<div class='{name}'>{lines}</div>")).contains("Ring found");
    assert!(!stays("article-bottom") && !stays("commentsFooter"));
    for site in ["site-bottom", "huffpost-footer", "poster-footer"] {
        assert!(stays(site), "{site}");
    }
}

#[test]
fn a_footer_keeps_its_menu_whatever_one_of_its_links_says() {
    let link = |says: &str| format!("<li><a href='/a'>{says}</a></li>");
    let footer = |tag: &str, says: &str| {
        let links = ["About us", "Imprint", says, "Jobs", "Press"]
            .map(link)
            .concat();
        tidied(&format!(
            "<{tag} class='site-footer'><p>Advertisement</p><div><ul>{links}</ul></div></{tag}>"
        ))
    };
    for says in ["Cookie settings", "Advertising"] {
        for tag in ["footer", "div"] {
            let page = footer(tag, says);
            assert!(
                page.contains("Imprint") && page.contains(says),
                "{tag} {says}"
            );
            assert!(!page.contains("Advertisement"), "{tag} {says}");
        }
    }
    let banner = "<p>We use cookies.</p><p>Choose what you like.</p><button>Fine</button>";
    let page = tidied(&format!("<div class='page-banner'>{banner}</div>"));
    assert!(!page.contains("Choose what you like"));
}

#[test]
fn short_links_above_the_article_are_a_menu_without_a_name() {
    let stays = |class: &str, names: &[&str]| {
        let link = |name: &&str| format!("<li><a href='/a'>{name}</a></li>");
        let links: String = names.iter().map(link).collect();
        let html = format!(
            "<html><body><ul class='{class}'>{links}</ul><div><h1>The lamp stays lit until the spring</h1>{}</div></body></html>",
            paragraphs(8)
        );
        let page = rewrite(&html, &clean(&html, &Options::default()).plan);
        names.iter().all(|name| page.contains(name))
    };
    let menu = ["Harbour", "Council", "Weather", "Letters", "Most read"];
    assert!(stays("x", &menu));
    assert!(!stays("teaser", &menu));
    let teasers = menu.map(|name| format!("{name} kept lit by the council"));
    assert!(!stays("x", &teasers.each_ref().map(String::as_str)));
    let networks = [
        "Share on Facebook",
        "Share on X",
        "Reddit",
        "Digg",
        "Delicious",
    ];
    assert!(!stays("x", &networks));
}

#[test]
fn a_menu_that_opens_over_the_page_is_one() {
    let drawer = |says: &str| {
        tidied(&format!(
            "<footer><p>Imprint</p><div class='drawer'><p>{says}</p></div></footer>"
        ))
    };
    assert!(drawer("<a href='/jobs'>Jobs and press</a>").contains("Jobs and press"));
    assert!(!drawer("Jobs and press").contains("Jobs and press"));
}

#[test]
fn a_top_below_the_article_is_no_masthead() {
    let lines =
        "<div><span>More of what we like</span></div><div><a href='/a'>Ring found</a></div>";
    let stays =
        |name: &str| tidied(&format!("<div class='{name}'>{lines}</div>")).contains("Ring found");
    assert!(!stays("posts--thumbnail-top") && stays("page-nav") && stays("page-topbar"));
}

#[test]
fn a_bar_that_offers_something_is_no_footer() {
    let bar = "<div><span>Read on tomorrow</span></div><div><a href='/join'>Join us</a></div>";
    let stays = |name: &str| {
        tidied(&format!("<div class='{name}'>{bar}</div>")).contains("Read on tomorrow")
    };
    assert!(stays("page-bottom") && !stays("bottom newsletter-bar"));
}

#[test]
fn a_bar_of_links_in_one_line_is_a_menu() {
    let bar = |count: usize| {
        let link = |at: usize| format!("<a href='/{at}'>Reviews {at}</a>");
        let links = (0..count).map(link).collect::<String>();
        tidied(&format!("<div class='site-footer'>{links}</div>")).contains("Reviews 0")
    };
    assert!(bar(3) && !bar(2));
}

#[test]
fn a_footer_keeps_its_menu_and_loses_its_teasers() {
    let teaser = |sight: &str| {
        format!(
            "<li><a href='/b'>Seven walks to the {sight} before the first snow of winter</a></li>"
        )
    };
    let teasers = ["mill", "ford", "tower", "chapel"].map(teaser).concat();
    let menu = [
        "About", "Imprint", "Privacy", "Jobs", "Press", "Letters", "Archive", "Help", "Terms",
        "Contact",
    ];
    let menu = menu
        .map(|name| format!("<li><a href='/c'>{name}</a></li>"))
        .concat();
    let html = format!(
        "<html><body><article><h1>The lamp stays lit until the spring</h1>{}</article>\
         <div class='site-footer'><div><ul>{}</ul></div><ul>{menu}</ul></div></body></html>",
        paragraphs(8),
        teasers
    );
    let page = rewrite(&html, &clean(&html, &Options::default()).plan);
    assert!(page.contains("Imprint") && !page.contains("Seven walks"));
}

#[test]
fn a_masthead_that_blurs_the_page_behind_it_is_one() {
    let stays = |tag: &str| {
        let html = format!(
            "<html><body><{tag} class='backdrop-blur'><p><a href='/in'>Log in</a></p></{tag}><div><h1>The lamp stays lit until the spring</h1>{}</div></body></html>",
            paragraphs(8)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan).contains("Log in")
    };
    assert!(stays("header") && !stays("div"));
}

#[test]
fn a_bar_to_share_is_no_menu_whatever_it_is_called_beside() {
    let stays = |class: &str| {
        let bar = "<p>Share this page</p><p><a href='/s'>Tell the harbour</a></p>";
        tidied(&format!("<div class='{class}'>{bar}</div>")).contains("Tell the harbour")
    };
    assert!(!stays("share rs-skip") && stays("share-in-footer"));
}

#[test]
fn the_way_to_the_front_page_above_the_article_is_a_masthead_without_a_name() {
    let is_frame = |class: &str, home: &str| {
        let page = read(&format!(
            "<html><head><link rel='canonical' href='https://harbour.example/lamp'></head><body><div class='{class}'><a href='{home}'>The Harbour Papers</a><button>Sign in</button></div>\
             <div><h1>The lamp stays lit until the spring</h1>{}</div></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let likely = |text: &String| if text.len() > 60 { 0.95 } else { 0.1 };
        let p: Vec<f32> = context.texts.iter().map(likely).collect();
        with_bench(&context, &p, |bench| SiteFrame::of(bench).is_inside(4))
    };
    assert!(is_frame("x", "/") && is_frame("x", "https://harbour.example/"));
    assert!(!is_frame("x", "/offer") && !is_frame("x", "https://other.example/"));
    assert!(!is_frame("promo", "/"));
}
