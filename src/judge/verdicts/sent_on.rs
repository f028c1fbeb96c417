//! Bars of links that take the page's own address to other sites: what shares it, whatever it is called and shows.

use crate::evidence::Clue;
use crate::host::{host_in, without_query};
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, is_button, is_inward, is_landmark, running};
use crate::judge::roles::BODY;
use crate::outline::{Attr, NodeId, Outline};
use crate::picture::{is_picture, is_wide};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Words of a bar: its label, and what is written on its buttons.
const MOST_WORDS: u32 = 20;
/// Elements of a bar with the drawings on its buttons.
const MOST_ELEMENTS: usize = 120;
/// Elements from a button's picture up to its link.
const LEVELS: usize = 4;

/// Verdicts on the outermost boxes of two such links or more, and of none that lead the reader elsewhere.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let (context, page) = (bench.context, bench.context.page);
    let Some(own) = page.metadata.canonical.as_deref().and_then(Own::of) else {
        return Vec::new();
    };
    let sends: Vec<bool> = (0..page.len()).map(|id| own.is_sent(page, id)).collect();
    let sent = running(sends.iter().copied().map(u32::from));
    let leads = |id| page.tag(id) == Tag::A && !sends[id as usize] && leads_to_page(page, id);
    let others = running((0..page.len()).map(|id| u32::from(leads(id))));
    let says = |at: BlockId| u32::from(says_else(bench, at));
    let said = running((0..context.blocks.len()).map(says));
    let is_bar = |id: NodeId| {
        let sums = context.sums[id as usize];
        context.held(&sent, id) >= 2
            && context.held(&others, id) == 0
            && context.held_in_blocks(&said, id) == 0
            && sums.words <= MOST_WORDS
            && sums.prose == 0
            && !is_landmark(page.tag(id))
            && !bench.mass.holds_display_text(id)
            && bench.mass.likeliest(id) < BODY
            && holds_only_buttons(page, &sends, id)
    };
    let bars = page.outermost_of_all(is_bar);
    let verdict = |id: NodeId| {
        let link = page.subtree(id).find(|&at| sends[at as usize]);
        let address = link.and_then(|link| page.attr(link, Attr::Href));
        let host = address.and_then(host_in).unwrap_or_default();
        Verdict::hide(id, Reason::Share, Certainty::Strong, Clue::Named.on(host))
    };
    bars.map(verdict).collect()
}

/// The page's own address as links carry it.
struct Own<'p> {
    host: &'p str,
    place: String,
}

impl<'p> Own<'p> {
    /// Of an article's address: that of a front page stands in many others.
    fn of(address: &'p str) -> Option<Own<'p>> {
        let place = without_query(address).split_once("://")?.1;
        let place = place.trim_end_matches('/').to_ascii_lowercase();
        let host = host_in(address)?;
        place.contains('/').then_some(Own { host, place })
    }

    /// A link to another site, with this address in its query.
    fn is_sent(&self, page: &Outline, id: NodeId) -> bool {
        let href = page.attr(id, Attr::Href).filter(|_| page.tag(id) == Tag::A);
        let Some((before, query)) = href.and_then(|href| href.split_once('?')) else {
            return false;
        };
        let plain = || {
            let lower = query.to_ascii_lowercase();
            lower.replace("%3a", ":").replace("%2f", "/")
        };
        let elsewhere = host_in(before).map_or(before.contains(':'), |host| host != self.host);
        elsewhere && query.len() > self.place.len() && plain().contains(&self.place)
    }
}

/// Words that stand on no button and ask for no sharing: who wrote it, and where.
fn says_else(bench: &Bench<'_, '_>, at: BlockId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let block = &context.blocks[at];
    let mut around = page.self_and_ancestors(block.inner).take(LEVELS);
    let asks = context.phrases[at].is_some_and(|phrase| phrase.reason == Reason::Share);
    block.is_in_sight()
        && block.stats.link_density() < 0.9
        && !asks
        && !around.any(|up| is_button(page, up))
}

/// Other pages, and not a place of this one, a letter or what a script does.
fn leads_to_page(page: &Outline, id: NodeId) -> bool {
    let href = page.attr(id, Attr::Href).unwrap_or("").trim();
    let has_page = href.starts_with('/') || href.contains("://") || !href.contains(':');
    !matches!(href, "" | "#") && has_page && !is_inward(page, id)
}

/// Few elements, and no picture but on its buttons. One that is wide is no button's: the article's may lead to where it is
/// pinned.
fn holds_only_buttons(page: &Outline, sends: &[bool], id: NodeId) -> bool {
    let on_button = |picture: NodeId| {
        let mut around = page.ancestors(picture).take(LEVELS);
        around.any(|up| sends[up as usize] || page.tag(up) == Tag::Button)
    };
    let all = page.subtree(id);
    all.len() <= MOST_ELEMENTS
        && all
            .into_iter()
            .all(|at| !is_picture(page, at) || (on_button(at) && !is_wide(page, at)))
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{later_paragraphs, paragraphs, with_bench};
    use crate::read::read;

    /// What goes of these buttons amid an article at this address.
    fn hidden(address: &str, amid: &str) -> Vec<&'static str> {
        let page = read(&format!(
            "<html><head><link rel='canonical' href='{address}'></head><body><article><h1>The lamp stays lit until the spring</h1>\
             {}<section>{amid}</section>{}</article></body></html>",
            paragraphs(4),
            later_paragraphs()
        ));
        let context = Context::new(&page);
        let likely = |text: &String| if text.len() > 80 { 0.95 } else { 0.05 };
        let p: Vec<f32> = context.texts.iter().map(likely).collect();
        let verdicts = with_bench(&context, &p, super::judge);
        verdicts.iter().map(|v| page.tag(v.node).name()).collect()
    }

    fn stays(address: &str, amid: &str) -> bool {
        hidden(address, amid).is_empty()
    }

    const LAMP: &str = "https://www.harbour.example/2026/lamp";

    #[test]
    fn what_takes_the_page_to_other_sites_goes_whatever_it_shows() {
        let two = |inside: &str| {
            format!(
                "<a href='https://f.example/s?u=https%3A%2F%2Fwww.harbour.example%2F2026%2Flamp'>{inside}</a>\
                 <a href='mail:?body=https://www.harbour.example/2026/Lamp/'>{inside}</a>"
            )
        };
        assert!(!stays(LAMP, &two("f")));
        assert!(!stays(LAMP, &two("<svg><path></path></svg>")));
        assert!(!stays(LAMP, &two("<img src='/f.png' width='24'>")));
        assert!(stays(LAMP, &two("<img src='/lamp.jpg' width='900'>")));
        assert!(!stays(LAMP, &format!("{}<a href='#'>Copy</a>", two("f"))));
        // The site's own ways, and other addresses.
        assert!(stays("https://f.example/2026/lamp", &two("f")));
        assert!(stays("https://www.harbour.example/", &two("f")));
        let other = format!("{}<a href='/tower'>The tower</a>", two("f"));
        assert!(stays(LAMP, &other));
        let name = format!("<p>Ann Example, Fellmouth</p><div>{}</div>", two("f"));
        assert_eq!(hidden(LAMP, &name), ["div"]);
        let picture = format!("{}<img src='/lamp.jpg' width='900'>", two("f"));
        assert!(stays(LAMP, &picture));
        let prose = "The harbour master says that he will keep the lamp lit for as long as he can climb the stairs.";
        assert!(stays(LAMP, &format!("<p>{prose}</p>{}", two("f"))));
    }
}
