use crate::judge::paragraphs;
use crate::metadata::Metadata;
use crate::{Options, clean};

/// What an article tells of itself with this below its headline and that below its text.
fn told(above: &str, below: &str) -> Metadata {
    let html = format!(
        "<body><main><h1>The lamp stays lit until the spring</h1>{above}{}{below}</main></body>",
        paragraphs(6)
    );
    clean(&html, &Options::default()).article.metadata
}

#[test]
fn the_name_of_an_element_between_a_line_and_its_text_tells_the_author() {
    let line = "<div class='x4'><span class='post_author'><a href='/p/9'>Ida Brandt</a></span> — Friday, 20 February 2026</div>";
    assert_eq!(told(line, "").byline.as_deref(), Some("Ida Brandt"));
    assert_eq!(told(&line.replace("post_author", "x5"), "").byline, None);
    let pen_name = "<div>5 Min. <time>3 May 2026</time> <span class='meta-author'><a href='/u/9'>Cortyn</a></span> <a href='#c'>1 Comment</a></div>";
    assert_eq!(told(pen_name, "").byline.as_deref(), Some("Cortyn"));
}

#[test]
fn submitted_by_stands_before_an_author() {
    let line = "<div>Submitted by <span><a href='/user/7'>Ida Brandt</a></span> on Mon, 03/23/2026 - 09:15</div>";
    assert_eq!(told(line, "").byline.as_deref(), Some("Ida Brandt"));
}

#[test]
fn a_date_that_a_sentence_tells_is_not_the_article_s() {
    let died = "<p>The keeper of the lamp, Ida Brandt, of Port Harbour, died in her sleep on Thursday, February 26, 2026, with the lamp lit.</p>";
    assert_eq!(told(died, "").published, None);
    let dateline = "<p>Feb. 28, 2026 -- The keeper of the lamp, Ida Brandt of Port Harbour, died in her sleep with the lamp lit.</p>";
    assert_eq!(told(dateline, "").published.as_deref(), Some("2026-02-28"));
    let signed = "<p>Published by the Harbour News on Mar. 1, 2026.</p>";
    assert_eq!(told(died, signed).published.as_deref(), Some("2026-03-01"));
    let related = "<p>28 May 2009, HEALTH</p>";
    assert_eq!(told(died, related).published, None);
}
