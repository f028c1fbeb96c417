//! Settles the rules: which of them would take the article, and what they keep.

use serde::Serialize;

use super::Case;
use super::budget::{FEW_WORDS, grants, may_take};
use super::loss::MOST_LOST;
use crate::cosmetic::Owner;
use crate::judge::Role;
use crate::judge::context::{Context, is_paragraph};
use crate::judge::verdicts::rule::Ruled;
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Action, Verdict};

/// A paragraph as likely as that is surely the article's.
const SURE: f32 = 0.9;

/// What became of a rule of the reader's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleReport {
    /// Its line in the list, from 1.
    pub line: u32,
    /// The line without white space around it.
    pub text: String,
    /// How many elements it matches, nested ones too.
    pub matched: usize,
    /// It would hide the article, so it hides nothing until it is confirmed.
    pub held: bool,
}

/// The verdicts of the rules that are not held, and the reports on the reader's.
pub(super) fn settle(case: &Case<'_, '_>) -> (Vec<Verdict>, Vec<RuleReport>) {
    let (context, judgement) = (case.context, case.judgement);
    let mut guard = Guard {
        case,
        lost: 0.0,
        counted: vec![false; context.page.nodes.len()],
    };
    let mut held = vec![false; context.matched.len()];
    let mut granted = Vec::new();
    for ruled in &judgement.ruled {
        held[ruled.rule] = guard.holds(ruled);
        if !held[ruled.rule] {
            granted.extend(ruled.verdicts.iter().cloned());
        }
    }
    let all = context.matched.iter().zip(held);
    let reports = all
        .filter(|(matched, _)| matched.rule.owner == Owner::Reader)
        .map(|(matched, held)| RuleReport {
            line: matched.rule.line,
            text: matched.rule.text.clone(),
            matched: matched.nodes.len(),
            held,
        })
        .collect();
    (granted, reports)
}

struct Guard<'g, 'p> {
    case: &'g Case<'g, 'p>,
    /// The article's words that rules have taken so far.
    lost: f32,
    counted: Vec<bool>,
}

impl Guard<'_, '_> {
    /// True for a rule that must be confirmed first. The page itself is never hidden.
    fn holds(&mut self, ruled: &Ruled) -> bool {
        let page = self.case.context.page;
        let is_page = |v: &Verdict| matches!(page.tag(v.node), Tag::Html | Tag::Body);
        if ruled.verdicts.iter().any(is_page) {
            return true;
        }
        if self.case.context.matched[ruled.rule].rule.confirmed {
            return false;
        }
        if !self.case.article {
            return self.takes_most(&ruled.verdicts);
        }
        let mass = &self.case.judgement.mass;
        let fresh = || {
            let nodes = ruled.verdicts.iter().map(|v| v.node);
            nodes.filter(|&node| !self.counted[node as usize])
        };
        let words: f32 = fresh().map(|node| mass.words(node)).sum();
        let whole = mass.words(0);
        let held = words > may_take(FEW_WORDS, whole)
            || self.lost + words > MOST_LOST * whole.max(1.0)
            || ruled.verdicts.iter().any(|v| self.takes_prose(v.node));
        if !held {
            self.lost += words;
            let nodes = ruled.verdicts.iter().map(|v| v.node as usize);
            nodes.for_each(|node| self.counted[node] = true);
        }
        held
    }

    /// The headline, or a paragraph that is surely the article's.
    fn takes_prose(&self, id: NodeId) -> bool {
        let (context, judgement) = (self.case.context, self.case.judgement);
        context.blocks_in(id).any(|at| {
            let block = &context.blocks[at];
            let prose = judgement.p[at] >= SURE && is_paragraph(block);
            block.is_in_sight()
                && match judgement.parts.roles[at] {
                    Role::Headline => true,
                    Role::Body => prose,
                    _ => false,
                }
        })
    }

    /// On a page without an article: more than half of what it says.
    fn takes_most(&self, verdicts: &[Verdict]) -> bool {
        let sums = &self.case.context.sums;
        let words = |id: NodeId| sums.get(id as usize).map_or(0, |sums| sums.words);
        let taken: u32 = verdicts.iter().map(|v| words(v.node)).sum();
        taken * 2 > words(0)
    }
}

/// What exceptions keep on the page.
pub(super) struct Exceptions {
    named: Vec<bool>,
    /// Named, or inside what is.
    inside: Vec<bool>,
    /// Around what is named.
    around: Vec<bool>,
}

impl Exceptions {
    /// `None` where no exception matches anything.
    pub(super) fn of(context: &Context<'_>) -> Option<Exceptions> {
        let page = context.page;
        let count = page.nodes.len();
        let exceptions = context.matched.iter().filter(|m| m.rule.exception);
        let mut nodes = exceptions.flat_map(|m| &m.nodes).peekable();
        nodes.peek()?;
        let mut kept = Exceptions {
            named: vec![false; count],
            inside: vec![false; count],
            around: vec![false; count],
        };
        nodes.for_each(|&id| kept.named[id as usize] = true);
        for id in 0..page.len() {
            let above = page.parent(id).is_some_and(|up| kept.inside[up as usize]);
            kept.inside[id as usize] = kept.named[id as usize] || above;
        }
        for id in (0..page.len()).rev() {
            if let Some(up) = page.parent(id) {
                kept.around[up as usize] |= kept.named[id as usize] || kept.around[id as usize];
            }
        }
        Some(kept)
    }

    /// Named, or inside what is.
    pub(super) fn keep(&self, id: NodeId) -> bool {
        self.inside[id as usize]
    }

    /// The verdicts that leave alone what is kept. One on an element around it falls on everything else in there, as
    /// far as the budget granted the whole.
    pub(super) fn spare(&self, case: &Case<'_, '_>, verdicts: &[&Verdict]) -> Vec<Verdict> {
        let mut out = Vec::new();
        let mut opened = vec![false; self.named.len()];
        for verdict in verdicts {
            let id = verdict.node as usize;
            match verdict.action {
                Action::Unlock | Action::Lift(_) if self.named[id] => {}
                Action::Hide | Action::Mute if self.inside[id] => {}
                Action::Mute if self.around[id] => {}
                Action::Hide if self.around[id] => {
                    if grants(case, verdict) {
                        out.extend(self.opened(case.context, verdict, &mut opened));
                    }
                }
                _ => out.push((*verdict).clone()),
            }
        }
        out
    }

    /// What shows anything beside what is kept in a verdict's element. Verdicts nest, and none is `opened` twice.
    fn opened(
        &self,
        context: &Context<'_>,
        verdict: &Verdict,
        opened: &mut [bool],
    ) -> Vec<Verdict> {
        let (mut out, mut around) = (Vec::new(), vec![verdict.node]);
        while let Some(id) = around.pop() {
            if std::mem::replace(&mut opened[id as usize], true) {
                continue;
            }
            for child in context.page.children(id) {
                let at = child as usize;
                let shows = context.sums[at].blocks > 0 || context.pictures_in(child) > 0;
                if self.around[at] && !self.inside[at] {
                    around.push(child);
                } else if shows && !self.inside[at] {
                    out.push(Verdict {
                        node: child,
                        ..verdict.clone()
                    });
                }
            }
        }
        out
    }
}
