//! Links to the page of an author. Their address says whose page it is where no class name does.

use crate::article::{Sites, names_in};
use crate::blocks::{Block, block_runs};
use crate::chars::{holds_any, is_unspaced};
use crate::judge::context::link_around;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// Pieces of text of a line that are looked at.
const MOST_RUNS: usize = 8;

/// True where the first link of a line is one: further on in a row of links stands a columnist among the news.
pub(super) fn holds_author_link(page: &Outline, block: &Block) -> bool {
    let mut runs = block_runs(page, block).iter().take(MOST_RUNS);
    let first = runs.find_map(|run| link_around(page, run.node, 3));
    first.is_some_and(|first| leads_to_author(page, first))
}

/// Letters of a name with a title and a degree.
const LONGEST: usize = 60;

/// "/autor/ida-brandt", "https://post.example/authors/12": a folder named for authors and something in it, behind a name.
/// "View author archive", "More stories by Ida" and a headline are none.
pub(super) fn leads_to_author(page: &Outline, id: NodeId) -> bool {
    let says_name = || {
        let text = page.squeezed(id, LONGEST + 1);
        let lower = text.to_lowercase();
        text.chars().count() <= LONGEST
            && !holds_any(&lower, &["author", "autor", "auteur"])
            && is_mostly_name(&text)
    };
    let href = || page.attr(id, Attr::Href).unwrap_or("");
    page.tag(id) == Tag::A && is_author_page(href()) && says_name()
}

/// Scripts without spaces have names that no capital tells.
fn is_mostly_name(text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    let names = names_in(text, &Sites::default());
    let named: usize = names.iter().map(|name| words(&name.text)).sum();
    named * 2 >= words(text) || text.chars().any(is_unspaced)
}

fn is_author_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or("");
    let mut folders = path.split('/').filter(|folder| !folder.is_empty());
    let named = |folder: &str| {
        FOLDERS
            .split(' ')
            .any(|name| name.eq_ignore_ascii_case(folder))
    };
    let is_picture = |file: &str| PICTURES.iter().any(|end| file.ends_with(end));
    folders.any(named) && folders.next_back().is_some_and(|last| !is_picture(last))
}

/// A portrait opens in large.
const PICTURES: [&str; 5] = [".gif", ".jpeg", ".jpg", ".png", ".webp"];

const FOLDERS: &str = "author authors autor autora autores autoren autore autori auteur auteurs byline contributor \
                       contributors journalist journalists reporter reporters staff writer writers yazar yazarlar";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::context::Context;
    use crate::judge::paragraphs;
    use crate::read::read;
    use crate::rewrite;
    use crate::{Options, clean};

    #[test]
    fn an_author_s_page_lies_in_a_folder_named_for_authors() {
        for page in [
            "/autor/ida-brandt",
            "https://post.example/authors/12?from=top",
        ] {
            assert!(is_author_page(page), "{page}");
        }
        for other in [
            "/authors/",
            "/2026/the-author",
            "/author-talks/spring",
            "#author/1",
            "/pictures/author/ida.jpg",
            "",
        ] {
            assert!(!is_author_page(other), "{other}");
        }
    }

    /// The byline, and whether Tidy leaves its line, of an article with this below its headline.
    fn line(below: &str) -> (Option<String>, bool) {
        let html = format!(
            "<body><main><h1>The lamp stays lit until the spring</h1><div>{below}</div>{}</main></body>",
            paragraphs(6)
        );
        let cleaned = clean(&html, &Options::default());
        let kept = rewrite(&html, &cleaned.plan).contains("Brandt");
        (cleaned.article.metadata.byline, kept)
    }

    #[test]
    fn a_link_to_an_author_s_page_below_the_headline_is_the_byline_and_stays() {
        let linked =
            "<p class='x1'><a href='/autor/ida-brandt'>Ida Brandt</a></p><p class='x2'>Seguir</p>";
        assert_eq!(line(linked), (Some("Ida Brandt".to_owned()), true));
        let topic = linked.replace("/autor/", "/topic/");
        assert_eq!(line(&topic).0, None);
    }

    #[test]
    fn the_first_link_of_a_line_tells_and_an_archive_is_no_name() {
        let tells = |line: &str| {
            let page = read(&format!("<html><body><p>{line}</p></body></html>"));
            let context = Context::new(&page);
            holds_author_link(&page, &context.blocks[0])
        };
        let link = "<a href='/autor/ida-brandt'>Ida Brandt</a>";
        assert!(tells(link) && tells(&format!("Por {link}, <a href='/a'>Fellmouth</a>")));
        assert!(!tells(&format!("<a href='/a'>Elections</a> | {link}")));
        assert!(!tells(&link.replace("Ida Brandt", "View author archive")));
        assert!(!tells(&link.replace("Ida Brandt", "More stories by Ida")));
        assert!(tells(&link.replace("Ida Brandt", "By Ida Brandt, PhD")));
        assert!(tells(&link.replace("Ida Brandt", "王小明")));
    }
}
