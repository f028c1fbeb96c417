//! The way from the site's front page to the article: "Home » Recipes » Cakes".

use crate::blocks::block_runs;
use crate::judge::context::{BlockId, Context, leads_home, link_around};
use crate::outline::NodeId;
use crate::squeeze::is_blank;

/// Elements from a text up to its link.
const LEVELS: usize = 4;
/// Words of such a line, the article's title at its end with them.
const MOST_WORDS: u32 = 25;

/// True for links with nothing but a mark between each two, of which the first leads to the front page.
pub(super) fn is_path(context: &Context<'_>, at: BlockId) -> bool {
    let page = context.page;
    let block = &context.blocks[at];
    if block.stats.links < 2 || block.stats.words > MOST_WORDS {
        return false;
    }
    let mut links: Vec<NodeId> = Vec::new();
    let mut parted = true;
    for run in block_runs(page, block) {
        let text = page.run_text(run);
        match link_around(page, run.node, LEVELS) {
            Some(link) if links.last() == Some(&link) => {}
            Some(link) if parted => {
                links.push(link);
                parted = false;
            }
            // What stands behind the last link is the article's own title.
            None if is_blank(text) => {}
            None if links.len() > 1 && (parted || begins_with_mark(text)) => parted = true,
            None if is_mark(text) && !links.is_empty() => parted = true,
            _ => return false,
        }
    }
    let first = links.first().filter(|_| links.len() > 1);
    first.is_some_and(|&link| leads_home(page, link))
}

/// A mark by which one leads to the next.
fn is_mark(text: &str) -> bool {
    text.trim().chars().count() == 1 && begins_with_mark(text)
}

fn begins_with_mark(text: &str) -> bool {
    let marks = ['»', '›', '>', '/', '→', '«', '‹', '<', '←'];
    text.trim_start().starts_with(marks)
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::paragraphs;
    use crate::judge::roles::{Role, parts};
    use crate::read::read;

    #[test]
    fn the_way_to_the_article_is_none_of_its_text_whatever_the_model_says() {
        let role = |line: &str| {
            let page = read(&format!(
                "<html><body><main><p>{line}</p><h1>The lamp stays lit until the spring</h1>{}</main></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let p = vec![0.9; context.blocks.len()];
            parts(&context, &p).roles[0]
        };
        let way = "<a href='/'>Home</a> » <a href='/lamps'>Lamps</a> » Oil";
        assert_eq!(role(way), Role::Other);
        assert_eq!(role(&way.replace("'/'", "'/oil'")), Role::Body);
        assert_eq!(role(&way.replacen('»', "and", 1)), Role::Body);
        let told = way.replace(" » Oil", " found that nobody had paid for the oil");
        assert_eq!(role(&told), Role::Body);
        let elsewhere = way.replace("'/'", "'https://elsewhere.example/'");
        assert_eq!(role(&elsewhere), Role::Body);
        let long = format!("{way}{}", " and a lamp".repeat(8));
        assert_eq!(role(&long), Role::Body);
    }
}
