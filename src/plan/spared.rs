//! What weak evidence does not take of the article, however much it looks like clutter: its own lists of links and its
//! galleries.

use crate::judge::Judgement;
use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::verdict::{Certainty, Reason, Verdict};

/// Takes back what weak evidence says of them.
pub(super) fn spare(context: &Context<'_>, judgement: &Judgement, verdicts: &mut Vec<&Verdict>) {
    let (lists, galleries) = (&judgement.lists, &judgement.galleries);
    let weak = |verdict: &Verdict| verdict.certainty == Certainty::Weak;
    if !lists.is_empty() {
        verdicts.retain(|verdict| !(weak(verdict) && takes_list(context, verdict, lists)));
    }
    if !galleries.is_empty() {
        verdicts.retain(|verdict| !(weak(verdict) && takes_gallery(context, verdict, galleries)));
    }
}

/// A list, what stands in one, or what holds one. `lists` stand in document order, and none nests.
fn takes_list(context: &Context<'_>, verdict: &Verdict, lists: &[NodeId]) -> bool {
    let page = context.page;
    let past = lists.partition_point(|&id| id <= verdict.node);
    let around = lists[..past].last();
    let is_in_one = around.is_some_and(|&list| page.contains(list, verdict.node));
    !verdict.reason.is_for_nobody() && (is_in_one || page.holds_any(verdict.node, lists))
}

/// A gallery, or what stands in one; its buttons and share bars go as others do. `galleries` are as the lists are.
fn takes_gallery(context: &Context<'_>, verdict: &Verdict, galleries: &[NodeId]) -> bool {
    let page = context.page;
    let near = galleries.partition_point(|&id| id < verdict.node);
    let words = |id: NodeId| context.sums[id as usize].words;
    // A list of teasers may hold a small one.
    let holds =
        |&id: &NodeId| page.contains(verdict.node, id) && words(verdict.node) <= 2 * words(id);
    let stands_in = |&id: &NodeId| page.contains(id, verdict.node);
    let whole = galleries.get(near).is_some_and(holds);
    let part = near
        .checked_sub(1)
        .is_some_and(|at| stands_in(&galleries[at]));
    match verdict.reason {
        Reason::Widget => whole,
        Reason::Outside | Reason::Related => whole || part,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::spare;
    use crate::Options;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{article_around, judge};
    use crate::read::read;
    use crate::tag::Tag;
    use crate::verdict::{Certainty, Reason, Verdict};

    /// Whether a list amid the article stays, of four links to addresses like this, of which weak evidence speaks.
    fn is_spared(href: &str, reason: Reason) -> bool {
        let names = ["lamp", "harbour", "council", "winter"];
        let item =
            |name| format!("<li><a href='{href}{name}'>How the {name} came to be kept</a></li>");
        let heading = |name| format!("<h2 id='{name}'>The {name}</h2>");
        let (items, headings) = (names.map(item).concat(), names.map(heading).concat());
        let page = read(&article_around(&format!("<ul>{items}</ul>{headings}")));
        let context = Context::new(&page);
        let judgement = judge(&context, &Options::default());
        let list = (0..page.len()).find(|&id| page.tag(id) == Tag::Ul);
        let weak = Verdict::hide(list.unwrap_or(0), reason, Certainty::Weak, Clue::Teasers);
        let mut verdicts = vec![&weak];
        spare(&context, &judgement, &mut verdicts);
        verdicts.is_empty()
    }

    #[test]
    fn links_into_the_page_stay_and_links_to_other_pages_do_not() {
        assert!(is_spared("#", Reason::Related));
        assert!(!is_spared("/news/", Reason::Related));
        assert!(!is_spared("#", Reason::Advert));
    }
}
