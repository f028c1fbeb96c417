//! From a sign (a phrase, a name) to the box that it marks.

use super::Bench;
use super::loose::loose;
use crate::evidence::{Clue, Evidence};
use crate::judge::context::{BlockId, Context, Hints, is_landmark};
use crate::judge::roles::Role;
use crate::outline::NodeId;
use crate::rules::{Kind, Phrase};
use crate::verdict::{Certainty, Reason, Verdict};

/// Above this probability of any block in it a box is not grown further.
const NOT_CLUTTER: f32 = 0.15;

/// A label and what it labels: a link, or a link with a standfirst, which may read like the article's.
const LABELLED_BLOCKS: u32 = 3;
const LABELLED_LINKS: f32 = 0.6;
const LABELLED_TOP: f32 = 0.6;
/// A box without a name of its own holds three times what a sign's box does and a line more, or it is another box.
const GROWN_TIMES: u32 = 3;
const GROWN_WORDS: u32 = 30;

/// A label as likely as that stays, and its links with it.
const LABEL_TOP: f32 = 0.9;

/// Fewer words are a name, of a thing or of a book.
const HEADLINE: u32 = 4;

/// Siblings after a label that are looked at.
const MOST_AFTER: usize = 40;

impl Bench<'_, '_> {
    /// Verdicts on the boxes of all blocks that show a phrase of `reason`.
    pub fn by_phrase(&self, reason: Reason) -> Vec<Verdict> {
        let mut out = Vec::new();
        for (at, phrase) in self.context.phrases.iter().enumerate() {
            if let Some(phrase) = phrase.filter(|p| p.reason == reason && !self.is_material(at)) {
                self.phrase_box(at, phrase, &mut out);
            }
        }
        out
    }

    fn phrase_box(&self, at: BlockId, phrase: &Phrase, out: &mut Vec<Verdict>) {
        let evidence = evidence(phrase);
        let unit = self.context.unit(at);
        let node = self.grow(unit, phrase.reason);
        out.push(Verdict::hide(
            node,
            phrase.reason,
            Certainty::Strong,
            evidence.clone(),
        ));
        // Where the element around the line shows the article, too, the line goes alone.
        let alone = loose(self.context, at);
        let may_go_alone = self.parts.roles[at] == Role::Other && phrase.reason != Reason::Byline;
        if let Some(id) = alone.filter(|_| may_go_alone) {
            let evidence = evidence.clone();
            out.push(Verdict::hide(
                id,
                phrase.reason,
                Certainty::Strong,
                evidence,
            ));
        }
        if node == unit
            && phrase.kind == Kind::Whole
            && self.mass.top(unit) < LABEL_TOP
            && matches!(phrase.reason, Reason::Related | Reason::Promo)
        {
            // The label and its links stand loose among the paragraphs.
            out.extend(
                self.links_after(unit).map(|id| {
                    Verdict::hide(id, phrase.reason, Certainty::Strong, evidence.clone())
                }),
            );
        }
    }

    /// The siblings right after `id` that are lists of links.
    fn links_after(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let page = self.context.page;
        let links = move |&id: &NodeId| {
            let sums = self.context.sums[id as usize];
            let linked = sums.link_density() > 0.6 && self.mass.top(id) < 0.5;
            sums.blocks == 0 || linked || self.holds_headlines(id)
        };
        page.siblings_after(id)
            .take(MOST_AFTER)
            .take_while(links)
            .filter(|&id| self.context.sums[id as usize].blocks > 0)
    }

    /// Two items or more that each begin with a link as long as a headline and go on with a sentence.
    fn holds_headlines(&self, id: NodeId) -> bool {
        let context = self.context;
        let shown = |&item: &NodeId| context.sums[item as usize].blocks > 0;
        let items = || context.page.children(id).filter(shown);
        let is_teaser = |item: NodeId| {
            let mut blocks = context.blocks_in(item).map(|at| &context.blocks[at].stats);
            let headline = blocks.next();
            headline.is_some_and(|own| own.link_density() > 0.9 && own.words >= HEADLINE)
                && blocks.any(|own| own.words >= HEADLINE && own.link_density() < 0.5)
        };
        self.mass.top(id) < NOT_CLUTTER && items().nth(1).is_some() && items().all(is_teaser)
    }

    /// The largest box around `id` that is still all clutter, and either named for `reason` or not much larger.
    pub fn grow(&self, id: NodeId, reason: Reason) -> NodeId {
        let context = self.context;
        let mut best = id;
        for up in context.page.ancestors(id) {
            let sums = context.sums[up as usize];
            let label = sums.blocks <= LABELLED_BLOCKS
                && sums.link_density() > LABELLED_LINKS
                && self.mass.top(up) < LABELLED_TOP;
            if is_landmark(context.page.tag(up)) || (self.mass.top(up) > NOT_CLUTTER && !label) {
                break;
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
    fn is_called(&self, id: NodeId, hint: Hints) -> bool {
        let own = Hints(self.context.hints[id as usize].0 & hint.0);
        let telling = own.0 & !self.worn.0 != 0;
        let paragraph = self.paragraphs.contains(&self.context.page.node(id).class);
        own.0 != 0 && !paragraph && (telling || self.is_below_body(id) || self.is_above_article(id))
    }

    /// Verdicts on the elements whose own names give `hint`, outermost only, where `accept` agrees.
    pub fn by_hint(
        &self,
        reason: Reason,
        hint: Hints,
        accept: impl Fn(NodeId) -> bool,
    ) -> Vec<Verdict> {
        let page = self.context.page;
        let fits = |id: NodeId| {
            !page.node(id).foreign
                && self.is_called(id, hint)
                && !is_landmark(page.tag(id))
                && accept(id)
        };
        page.outermost_of_all(fits)
            .map(|id| Verdict::hide(id, reason, Certainty::Weak, named(self.context, id)))
            .collect()
    }
}

fn hint_of(reason: Reason) -> Option<Hints> {
    Some(match reason {
        Reason::Promo => Hints(Hints::PROMO.0 | Hints::RELATED.0),
        Reason::Share => Hints::SHARE,
        Reason::Newsletter => Hints::NEWSLETTER,
        Reason::Related => Hints(Hints::RELATED.0 | Hints::PROMO.0),
        Reason::Advert => Hints::ADVERT,
        Reason::Consent => Hints::CONSENT,
        Reason::Comments => Hints::COMMENTS,
        Reason::Byline => Hints::BYLINE,
        Reason::Navigation => Hints::NAVIGATION,
        Reason::Widget => Hints::WIDGET,
        _ => return None,
    })
}

/// Evidence of what a phrase says.
pub fn evidence(phrase: &Phrase) -> Evidence {
    match phrase.kind {
        Kind::Whole => Clue::Says.on(phrase.text),
        Kind::Starts => Clue::Begins.on(phrase.text.trim_end_matches(':')),
        Kind::Contains => Clue::Holds.on(phrase.text),
    }
}

/// Evidence of what an element is called.
pub fn named(context: &Context<'_>, id: NodeId) -> Evidence {
    use crate::outline::Attr;
    let name = [Attr::Class, Attr::Id, Attr::Component, Attr::Role]
        .iter()
        .find_map(|&attr| context.page.attr(id, attr));
    let short: String = name.unwrap_or_default().chars().take(60).collect();
    Clue::Named.on(short.trim())
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{paragraphs, with_bench};
    use crate::read::read;
    use crate::verdict::Reason;

    #[test]
    fn links_stay_with_a_label_that_stays() {
        let verdicts = |label: f32| {
            let page = read(&format!(
                "<html><body><article>{}<p>Read more from the Harbour News:</p><p><a href='/a'>The ferry comes later today</a></p></article></body></html>",
                paragraphs(6)
            ));
            let context = Context::new(&page);
            let mut p = vec![0.95; context.blocks.len()];
            (p[6], p[7]) = (label, 0.1);
            with_bench(&context, &p, |bench| {
                let links = context.unit(7);
                let promos = bench.by_phrase(Reason::Promo);
                promos.iter().any(|verdict| verdict.node == links)
            })
        };
        assert!(verdicts(0.5));
        assert!(!verdicts(0.95));
    }
}
