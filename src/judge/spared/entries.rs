//! What shows the further entries of an article that comes in entries: "Load earlier updates" below a live blog.

use crate::judge::context::{Context, is_button};
use crate::judge::roles::{Parts, Role};
use crate::outline::NodeId;
use crate::tag::Tag;

/// Words of such a button.
const LABEL: u32 = 6;
/// So many entries are no accident.
const ENTRIES: usize = 3;
/// Elements beside the button, and in it, that are looked at.
const MOST_BESIDE: usize = 200;
const MOST_ELEMENTS: usize = 8;
/// Elements of an entry before its time, and blocks before its text.
const MOST_IN_ENTRY: usize = 20;

/// True for a button alone, behind several of the article's boxes that look the same and are entries by their tag or have
/// a time each. Teasers and comments have another below them, and a link leads on.
pub(super) fn shows_more(context: &Context<'_>, parts: &Parts, id: NodeId) -> bool {
    let page = context.page;
    let sums = context.sums[id as usize];
    let labelled =
        sums.blocks == 1 && sums.words <= LABEL && page.subtree(id).len() <= MOST_ELEMENTS;
    let pressed = || sums.link_letters == 0 && page.subtree(id).any(|at| is_button(page, at));
    let Some(parent) = page.parent(id).filter(|_| labelled && pressed()) else {
        return false;
    };
    if !page.contains(parts.root, parent) {
        return false;
    }
    let is_entry = |at: &NodeId| {
        let timed = |at: NodeId| {
            let mut inside = page.descendants(at).take(MOST_IN_ENTRY);
            inside.any(|id| page.tag(id) == Tag::Time)
        };
        let blocks = context.blocks_in(*at);
        let told = blocks.len() >= 2
            && blocks
                .take(MOST_IN_ENTRY)
                .any(|at| parts.roles[at] == Role::Body);
        told && (page.tag(*at) == Tag::Article || timed(*at))
    };
    let before = page.children(parent).take(MOST_BESIDE);
    let entries: Vec<NodeId> = before.take_while(|&at| at < id).filter(is_entry).collect();
    let kind = |at: NodeId| (page.tag(at), page.node(at).class);
    let last = entries.last().map(|&at| kind(at));
    entries.iter().filter(|&&at| Some(kind(at)) == last).count() >= ENTRIES
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::judge::context::Context;
    use crate::judge::{judge, paragraphs};
    use crate::read::read;

    #[test]
    fn what_shows_earlier_entries_of_a_live_blog_is_the_articles() {
        let all = paragraphs(8);
        let texts: Vec<&str> = all.split_inclusive("</p>").collect();
        let shows_more = |class: [&str; 3], button: &str| {
            let entry = |(class, text): (&str, &&str)| {
                format!("<article class='{class}'><h2>Six in the evening</h2>{text}</article>")
            };
            let live: String = class.into_iter().zip(&texts).map(entry).collect();
            let page = read(&format!(
                "<html><body><main><h1>The lamp stays lit until the spring</h1><div>{}{live}<div class='x'>{button}</div></div></main></body></html>",
                texts[3..].concat()
            ));
            let judgement = judge(&Context::new(&page), &Options::default());
            !judgement.pagers.is_empty()
        };
        let button = "<button>Load earlier updates</button>";
        assert!(shows_more(["e"; 3], button));
        assert!(!shows_more(["e", "f", "g"], button));
        let link = "<a role='button' href='/more'>Load earlier updates</a>";
        assert!(!shows_more(["e"; 3], link));
        assert!(!shows_more(["e"; 3], "<p>That was all for today.</p>"));
    }
}
