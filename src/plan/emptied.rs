//! What shows nothing any more once the clutter has gone: the box around it, the second of two rules that it stood between.
//! No word goes here.

use super::edit::{Edit, hides, like};
use super::sight::Sight;
use crate::judge::context::{Context, is_landmark};
use crate::judge::{Judgement, SiteFrame};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::Reason;

/// Raises each edit to the largest box that shows nothing beside it. What the reader is at, `kept`, is in sight.
pub(super) fn raise(
    context: &Context<'_>,
    judgement: &Judgement,
    kept: &[NodeId],
    edits: &mut Vec<Edit>,
) {
    if !edits.iter().any(hides) {
        return;
    }
    let emptied = Emptied::by(context, judgement, kept, edits);
    edits.extend(emptied.second_rules());
    edits.sort_by_key(|edit| edit.ordinal);
    // A box that goes as a whole holds its rules.
    *edits = emptied.raised(std::mem::take(edits));
}

/// The page after its edits.
struct Emptied<'e, 'c> {
    context: &'e Context<'c>,
    root: NodeId,
    frame: &'e SiteFrame,
    /// Hidden blocks, in document order; none nests.
    hidden: Vec<Edit>,
    /// How often the reason changes before each of them.
    changes: Vec<u32>,
    sight: Sight,
}

impl<'e, 'c> Emptied<'e, 'c> {
    fn by(
        context: &'e Context<'c>,
        judgement: &'e Judgement,
        kept: &[NodeId],
        edits: &[Edit],
    ) -> Self {
        let hidden: Vec<Edit> = edits.iter().filter(|edit| hides(edit)).cloned().collect();
        let mut changes = vec![0; hidden.len()];
        for at in 1..hidden.len() {
            let differs = hidden[at].reason != hidden[at - 1].reason;
            changes[at] = changes[at - 1] + u32::from(differs);
        }
        let sight = Sight::of(context, judgement, kept, &hidden);
        let (root, frame) = (judgement.parts.root, &judgement.frame);
        Emptied {
            context,
            root,
            frame,
            hidden,
            changes,
            sight,
        }
    }

    /// The first hidden block from this element on.
    fn first_from(&self, id: NodeId) -> usize {
        self.hidden.partition_point(|edit| edit.ordinal < id)
    }

    /// The edits, each raised to the largest box that shows nothing beside it.
    fn raised(&self, edits: Vec<Edit>) -> Vec<Edit> {
        let page = self.context.page;
        let mut out: Vec<Edit> = Vec::with_capacity(edits.len());
        let mut covered_to = 0;
        for mut edit in edits {
            if edit.ordinal < covered_to {
                continue;
            }
            // An icon has a place on its button.
            if hides(&edit) && edit.reason != Reason::Icon {
                let id = self.largest_around(edit.ordinal);
                if id != edit.ordinal {
                    page.tag_name(id).clone_into(&mut edit.tag);
                    edit.ordinal = id;
                    while out.last().is_some_and(|last| last.ordinal >= id) {
                        out.pop();
                    }
                }
                covered_to = page.node(id).end;
            }
            out.push(edit);
        }
        out
    }

    fn largest_around(&self, id: NodeId) -> NodeId {
        let page = self.context.page;
        let mut best = id;
        for up in page.ancestors(id) {
            if self.stays(up) || !self.is_empty(up) || self.is_column(up) {
                break;
            }
            best = up;
        }
        best
    }

    /// What holds everything else, and the site's own masthead, menus and footer. The article's own go as boxes do.
    fn stays(&self, id: NodeId) -> bool {
        match self.context.page.tag(id) {
            Tag::Nav | Tag::Header | Tag::Footer => self.frame.is_held_by(id),
            tag => is_landmark(tag),
        }
    }

    /// Nothing of it is in sight, for one reason.
    fn is_empty(&self, id: NodeId) -> bool {
        let end = self.context.page.node(id).end;
        let (first, past) = (self.first_from(id), self.first_from(end));
        self.sight.is_empty(id..end) && self.changes[first] == self.changes[past - 1]
    }

    /// Beside the article, where it may keep a column as wide as it is. What also holds the masthead or the footer stands
    /// one above the other.
    fn is_column(&self, id: NodeId) -> bool {
        let page = self.context.page;
        let parent = page.node(id).parent;
        let stacked = || page.tag(parent) == Tag::Body || self.frame.is_held_by(parent);
        parent < page.len()
            && page.contains(parent, self.root)
            && !page.contains(self.root, id)
            && !stacked()
    }

    /// Of two lines with nothing in sight between them any more, the second.
    fn second_rules(&self) -> Vec<Edit> {
        let page = self.context.page;
        let rules = (0..page.len()).filter(|&id| page.tag(id) == Tag::Hr);
        let mut last: Option<NodeId> = None;
        let second = |id: NodeId| {
            let before = last.replace(id)?;
            let beside = page.node(before).parent == page.node(id).parent;
            let edit = self
                .hidden
                .get(self.first_from(before))
                .filter(|edit| edit.ordinal < id)?;
            (beside && self.sight.is_empty(before..id)).then(|| like(edit, self.context, id))
        };
        rules.filter_map(second).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::{later_paragraphs, paragraphs};
    use crate::{Options, clean, rewrite};

    /// The page after a clean with this amid the article, and this below it.
    fn cleaned(amid: &str, below: &str) -> String {
        let html = format!(
            "<html><body><div id='page'><header>The Marsh Post</header><div class='row'><article><h1>The lamp stays lit until the spring</h1>{}{amid}{}</article>{below}</div></div></body></html>",
            paragraphs(4),
            later_paragraphs()
        );
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }

    const ADVERT: &str = "<div class='ad-slot'><div></div></div>";

    #[test]
    fn a_box_around_an_advert_goes_with_it() {
        let boxed = |beside: &str| {
            let page = cleaned(
                &format!("<div class='c1'><div>{ADVERT}</div>{beside}</div>"),
                "",
            );
            assert!(!page.contains("ad-slot"), "{page}");
            !page.contains("c1")
        };
        assert!(boxed(""));
        assert!(boxed("<br><script>show()</script>"));
        assert!(boxed(ADVERT));
        assert!(!boxed("<img src='/map.jpg' width='600'>"));
        assert!(!boxed("<p>The lamp was lit at six by the keeper.</p>"));
        // A chart that a script has yet to draw.
        assert!(!boxed("<div id='lamps-by-year'></div>"));
        assert!(!boxed("<lamp-chart></lamp-chart>"));
        assert!(!boxed("<div data-src='/charts/12'></div>"));
        assert!(boxed("<div></div>"));
        assert!(!boxed("<div style='background: url(/a.jpg)'></div>"));
        assert!(boxed("<div style='background: red'></div>"));
    }

    #[test]
    fn what_opens_when_it_is_asked_for_is_in_sight() {
        let boxed = |hidden: &str| {
            let inside = format!("<div style='display:none'>{hidden}</div>{ADVERT}");
            !cleaned(&format!("<div class='c1'>{inside}</div>"), "").contains("c1")
        };
        assert!(boxed("<p>That did not work</p>"));
        assert!(!boxed("<ul><li><a href='/n'>News</a></li></ul>"));
        assert!(!boxed(
            "<table><tbody><tr><td>Ostrel</td></tr></tbody></table>"
        ));
        assert!(!boxed("<img src='/a.jpg' width='800'>"));
        assert!(boxed("<img src='/a.gif' width='1'>"));
    }

    #[test]
    fn an_article_that_a_script_has_yet_to_show_is_in_sight() {
        let html = format!(
            "<html><body><div id='page' style='visibility:hidden'><h1>The lamp stays lit until the spring</h1>{}{ADVERT}</div></body></html>",
            paragraphs(8)
        );
        let page = rewrite(&html, &clean(&html, &Options::default()).plan);
        assert!(
            page.contains("The lamp stays lit") && !page.contains("ad-slot"),
            "{page}"
        );
    }

    #[test]
    fn a_column_beside_the_article_keeps_its_place() {
        let page = cleaned("", &format!("<div class='rail'>{ADVERT}</div>"));
        assert!(page.contains("rail") && !page.contains("ad-slot"), "{page}");
    }

    #[test]
    fn a_menu_of_the_articles_goes_once_its_links_have_gone() {
        let link = |class: &str, says: &str| {
            format!("<div class='{class}-post-nav'><a href='/{class}'>{says}</a></div>")
        };
        let links = [
            link("previous", "The ferry comes later today"),
            link("next", "Ring found in a pumpkin"),
        ]
        .concat();
        let page = cleaned(&format!("<nav class='c1'>{links}</nav>"), "");
        assert!(
            !page.contains("later today") && !page.contains("c1"),
            "{page}"
        );
        // Below the article it may be the site's.
        let page = cleaned("", &format!("<nav class='c1'>{ADVERT}</nav>"));
        assert!(page.contains("c1") && !page.contains("ad-slot"), "{page}");
    }

    #[test]
    fn a_box_that_goes_takes_its_rules_along() {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}<div class='c1'><hr>{ADVERT}<hr></div>{}</article></body></html>",
            paragraphs(4),
            later_paragraphs()
        );
        let clean = clean(&html, &Options::default());
        let tags: Vec<&str> = clean
            .plan
            .edits
            .iter()
            .map(|edit| edit.tag.as_str())
            .collect();
        assert_eq!(tags, ["div"]);
    }

    #[test]
    fn of_two_rules_around_what_went_one_stays() {
        let page = cleaned(&format!("<hr class='a'>{ADVERT}<hr class='b'>"), "");
        assert!(
            page.contains("class='a'") && !page.contains("class='b'"),
            "{page}"
        );
        let page = cleaned(
            "<hr class='a'><p>The lamp was lit at six by the keeper.</p><hr class='b'>",
            "",
        );
        assert!(page.contains("class='b'"), "{page}");
    }
}
