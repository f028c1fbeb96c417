//! How far a sign reaches: the box around it that is still all clutter.

use super::Bench;
use crate::judge::context::{Hints, is_landmark};
use crate::outline::NodeId;
use crate::verdict::Reason;

/// Above this probability of any block in it a box is not grown further.
pub(super) const NOT_CLUTTER: f32 = 0.15;

/// A label and what it labels: a link, or a link with a standfirst, which may read like the article's.
const LABELLED_BLOCKS: u32 = 3;
const LABELLED_LINKS: f32 = 0.6;
const LABELLED_LIKELY: f32 = 0.6;
/// A box without a name of its own holds three times what a sign's box does and a line more, or it is another box.
const GROWN_TIMES: u32 = 3;
const GROWN_WORDS: u32 = 30;

impl Bench<'_, '_> {
    /// The largest box around `id` that is still all clutter, and either named for `reason` or not much larger. In a box
    /// with a caption or the author's name it goes alone: a line may stand beside a photograph.
    pub fn grow(&self, id: NodeId, reason: Reason) -> NodeId {
        let context = self.context;
        let mut best = id;
        for up in context.page.ancestors(id) {
            let sums = context.sums[up as usize];
            let label = sums.blocks <= LABELLED_BLOCKS
                && sums.link_density() > LABELLED_LINKS
                && self.mass.likeliest(up) < LABELLED_LIKELY;
            let other = self.mass.likeliest(up) > NOT_CLUTTER && !label;
            if is_landmark(context.page.tag(up))
                || other
                || self.contents_in(up).len() > self.contents_in(best).len()
            {
                break;
            }
            if self.mass.holds_display_text(up) && !self.mass.holds_display_text(best) {
                return id;
            }
            let named = hint_of(reason).is_some_and(|hint| self.is_called(up, hint));
            let held = context.sums[best as usize].words;
            let small = sums.words <= GROWN_TIMES * held + GROWN_WORDS;
            if !named && !small {
                break;
            }
            best = up;
        }
        best
    }

    /// True for an element whose own names give `hint`. Amid the article they say only what its paragraphs are not
    /// called, and what has all their names is one of them.
    pub(super) fn is_called(&self, id: NodeId, hint: Hints) -> bool {
        let own = self.context.hints[id as usize].and(hint);
        let telling = || own.has_beyond(self.worn);
        // Most elements bear no hint.
        own != Hints::default()
            && !self.paragraphs.contains(&self.context.page.node(id).class)
            && (telling() || !self.overlaps_article(id))
    }
}

fn hint_of(reason: Reason) -> Option<Hints> {
    Some(match reason {
        Reason::Promo => Hints::PROMO.or(Hints::RELATED),
        Reason::Share => Hints::SHARE,
        Reason::Newsletter => Hints::NEWSLETTER,
        Reason::Related => Hints::RELATED.or(Hints::PROMO),
        Reason::Advert => Hints::ADVERT,
        Reason::Consent => Hints::CONSENT,
        Reason::Comments => Hints::COMMENTS,
        Reason::Byline => Hints::BYLINE,
        Reason::Navigation => Hints::NAVIGATION,
        Reason::Widget => Hints::WIDGET,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    /// The page with this between headline and article.
    fn cleaned(above: &str) -> String {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{above}{}</article></body></html>",
            paragraphs(8)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }

    #[test]
    fn a_line_beside_a_photograph_or_a_name_goes_alone() {
        let page = cleaned(
            "<figure><div><a href='/lamp.jpg'><span>Open this photo in gallery:</span><img src='/lamp.jpg' width='900'></a></div>\
             <figcaption>The lamp in the harbour. Ann Lee/The Wire</figcaption></figure>",
        );
        assert!(!page.contains("Open this photo"), "{page}");
        assert!(
            page.contains("<img") && page.contains("The lamp in the harbour"),
            "{page}"
        );
        let page = cleaned(
            "<div class='s1gn'><div><time>3 May 2026</time></div><div class='author'>By Ann Lee</div><button>Obserwuj nas w Google</button></div>",
        );
        assert!(!page.contains("Obserwuj"), "{page}");
        assert!(
            page.contains("By Ann Lee") && page.contains("3 May 2026"),
            "{page}"
        );
    }

    #[test]
    fn what_says_who_wrote_it_stays_beside_the_name() {
        let page = cleaned(
            "<div><div class='author'>By Ann Lee</div><p>Autor: Ann Lee, harbour master</p></div>",
        );
        assert!(page.contains("harbour master"), "{page}");
    }
}
