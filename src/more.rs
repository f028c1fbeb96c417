//! Blocks that arrive after the clean, judged with the page in mind and without reading it again.
//!
//! The model is not asked: it weighs a whole page. What goes is what rules name, what the site's recipe or the first
//! clean knows, and what says itself that it is clutter. Nothing in the article goes on weak evidence.

mod memory;

use crate::cosmetic;
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{Context, Hints, is_marked_dialog, is_paragraph};
use crate::judge::roles::BODY;
use crate::judge::verdicts::at_sight;
use crate::judge::verdicts::rule::{self, Ruled};
use crate::judge::{Judgement, Mass, Parts, Role, SiteFrame, spared_pictures};
use crate::options::{Options, Strength};
use crate::outline::{Attr, NodeId, Outline};
use crate::plan::{self, Edit};
use crate::recipe::Recipe;
use crate::rules::Packs;
use crate::verdict::{Action, Certainty, Reason, Verdict};
use memory::Memory;
pub use memory::memory_of;

/// What is to be done with blocks that arrived later.
pub struct More {
    /// The pruned page.
    pub page: Outline,
    /// Edits of new elements, in document order; no hidden block stands in another.
    pub edits: Vec<Edit>,
    /// The scroll lock of an overlay among them, on `<html>` or `<body>`.
    pub unlocks: Vec<Edit>,
}

/// What stands for the model's probabilities, to be weighed by the plan's limits. Prose in the article is body text: what
/// says itself that it is clutter takes some forty words of it, nothing else any.
const PROSE_WITHIN: f32 = 0.6;
/// Prose beside it stays where the evidence is weak, which takes a quarter at most. Focus leaves nothing beside the article.
const PROSE_BESIDE: f32 = 0.3;
/// Over a line in the article no box grows around a sign: that ends at 0.15.
const LINES_WITHIN: f32 = 0.2;
/// Any sign takes a line beside it.
const LINES_BESIDE: f32 = 0.05;

/// Words of paragraphs in what is named like what was hidden before: more is the article going on.
const MUCH_PROSE: u32 = 60;

/// Judges new blocks. `html` is the page pruned to them: from `<html>` down the open tags of every element around a new
/// block, and the new blocks whole, each with `data-clean-copy-new` on it. `memory` is [that](crate::Clean::memory) of
/// the first clean. Never panics; time and space are linear in `html`.
pub fn clean_more(html: &str, memory: &str, options: &Options) -> More {
    let memory = Memory::parse(memory);
    let mut known = memory.hiding();
    known.extend(Recipe::for_page(options).map_or_else(Vec::new, |recipe| recipe.hiding()));
    let selectors: Vec<_> = known.iter().map(|(_, selector)| selector).collect();
    let (page, matched, named) = cosmetic::read_with_rules(html, options, &selectors);
    let mut context = Context::with(&page, Packs::without(&options.packs_off), matched);
    let new = new_elements(&page);
    context.confine(&new);
    let named = known.iter().zip(named);
    let later = Later {
        context: &context,
        options,
        root: memory.root(&page),
        named: named.map(|((reason, _), nodes)| (*reason, nodes)).collect(),
        memory,
        new,
    };
    let (edits, unlocks) = later.edits();
    More {
        edits,
        unlocks,
        page,
    }
}

/// Which elements are new.
fn new_elements(page: &Outline) -> Vec<bool> {
    let mut new = vec![false; page.nodes.len()];
    for id in 0..page.len() {
        let parent = page.node(id).parent;
        let inside = new.get(parent as usize).copied().unwrap_or(false);
        new[id as usize] = inside || page.attr(id, Attr::New).is_some();
    }
    new
}

struct Later<'c, 'p> {
    context: &'c Context<'p>,
    options: &'c Options,
    memory: Memory,
    /// The article's element, where something new stands in it.
    root: Option<NodeId>,
    /// What recipe and first clean know, by selector.
    named: Vec<(Reason, Vec<NodeId>)>,
    new: Vec<bool>,
}

impl Later<'_, '_> {
    fn edits(&self) -> (Vec<Edit>, Vec<Edit>) {
        let (context, options) = (self.context, self.options);
        let p = self.likely();
        let judgement = self.judgement(&p);
        let ruled = self.ruled(&judgement);
        let article = self.memory.article;
        let verdicts = judgement.verdicts.iter().chain(&ruled).collect();
        let case = plan::Case {
            context,
            judgement: &judgement,
            strength: options.strength,
            article,
        };
        let mut chosen = plan::choose(&case, verdicts, &options.facts.kept);
        if !article && options.automatic {
            chosen.retain(|verdict| verdict.certainty == Certainty::Rule);
        }
        let covered = chosen.iter().any(|verdict| {
            matches!(verdict.reason, Reason::Consent | Reason::Overlay)
                && verdict.action == Action::Hide
        });
        let edits = plan::edits(context, &judgement, &chosen).into_iter();
        let (unlocks, edits): (Vec<Edit>, Vec<Edit>) =
            edits.partition(|edit| edit.action == Action::Unlock);
        (edits, if covered { unlocks } else { Vec::new() })
    }

    fn in_article(&self, id: NodeId) -> bool {
        self.root
            .is_some_and(|root| self.context.page.contains(root, id))
    }

    /// How far each block is protected. Prose is, most of all in the article; what covers the page or was known before
    /// is not.
    fn likely(&self) -> Vec<f32> {
        let page = self.context.page;
        let mut bare = vec![false; page.nodes.len()];
        let known = self.known().map(|(_, id)| id);
        for id in known.chain(self.covers()) {
            bare[page.places(id)].fill(true);
        }
        let blocks = self.context.blocks.iter();
        blocks
            .map(
                |block| match (is_paragraph(block), self.in_article(block.node)) {
                    _ if bare[block.node as usize] => 0.0,
                    (true, true) => PROSE_WITHIN,
                    (true, false) if self.options.strength == Strength::Tidy => PROSE_BESIDE,
                    (false, true) => LINES_WITHIN,
                    _ => LINES_BESIDE,
                },
            )
            .collect()
    }

    /// New elements that are named like what was hidden before; in the article none that holds much prose.
    fn known(&self) -> impl Iterator<Item = (Reason, NodeId)> {
        let all = self.named.iter();
        let all = all.flat_map(|(reason, nodes)| nodes.iter().map(move |&id| (*reason, id)));
        all.filter(|&(_, id)| {
            let prose = self.context.sums[id as usize].prose;
            self.new[id as usize] && !(self.in_article(id) && prose > MUCH_PROSE)
        })
    }

    /// Dialogs, banners and what the live page saw covering it.
    fn covers(&self) -> impl Iterator<Item = NodeId> {
        let (page, context) = (self.context.page, self.context);
        let live = &self.options.facts.covering;
        (0..page.len()).filter(move |&id| {
            let said = is_marked_dialog(page, id) || context.hints[id as usize].has(Hints::CONSENT);
            self.new[id as usize] && (said || live.contains(&id))
        })
    }

    fn judgement(&self, p: &[f32]) -> Judgement {
        let context = self.context;
        let role = |&p: &f32| if p >= BODY { Role::Body } else { Role::Other };
        let parts = Parts {
            roles: p.iter().map(role).collect(),
            headline: context.headline,
            range: 0..0,
            root: self.root.unwrap_or(0),
            words: 0,
        };
        let beside = vec![false; context.blocks.len()];
        let mut mass = Mass::of(context, p, &parts);
        let old = (0..context.page.len()).filter(|&id| !self.new[id as usize]);
        mass.rule_out(old);
        let bench = Bench {
            context,
            mass: &mass,
            parts: &parts,
            beside: &beside,
            worn: Hints::default(),
            paragraphs: Vec::new(),
            contents: Vec::new(),
        };
        let frame = SiteFrame::of(&bench);
        let verdicts = self.verdicts(&bench);
        let pictures = spared_pictures(&bench, &frame);
        Judgement {
            p: p.to_vec(),
            beside,
            frame,
            lists: Vec::new(),
            galleries: Vec::new(),
            pictures,
            verdicts,
            ruled: Vec::new(),
            cut_off: false,
            pagers: Vec::new(),
            mass,
            parts,
        }
    }

    /// What new blocks bring on themselves, what is known of them, and in Focus where they stand.
    fn verdicts(&self, bench: &Bench<'_, '_>) -> Vec<Verdict> {
        let mut verdicts = at_sight(bench, &self.options.facts);
        verdicts.retain_mut(|verdict| self.stands(verdict));
        let known = self.known();
        verdicts.extend(
            known.map(|(reason, id)| {
                Verdict::hide(id, reason, Certainty::Strong, Clue::HiddenBefore)
            }),
        );
        verdicts.extend(self.outside());
        verdicts
    }

    /// False for verdicts on what is not new, and for weak ones in the article. Names of adverts and of banners are
    /// strong here.
    fn stands(&self, verdict: &mut Verdict) -> bool {
        if verdict.action == Action::Unlock {
            return true;
        }
        if matches!(verdict.reason, Reason::Advert | Reason::Consent) {
            verdict.certainty = Certainty::Strong;
        }
        let weak = verdict.certainty == Certainty::Weak;
        self.new[verdict.node as usize] && !(weak && self.in_article(verdict.node))
    }

    /// Focus: new blocks that do not stand in the article.
    fn outside(&self) -> Vec<Verdict> {
        if self.options.strength == Strength::Tidy || !self.memory.article {
            return Vec::new();
        }
        let page = self.context.page;
        let is_top = |&id: &NodeId| {
            let parent = self.new.get(page.node(id).parent as usize);
            self.new[id as usize] && !parent.copied().unwrap_or(false)
        };
        let tops = (0..page.len()).filter(is_top);
        let gone = tops.filter(|&id| !self.in_article(id) && !rule::is_metadata(page.tag(id)));
        gone.map(|id| Verdict::hide(id, Reason::Outside, Certainty::Strong, Clue::Outside))
            .collect()
    }

    /// The verdicts of rules that are not held. One that would take much prose of the article must be confirmed, as on
    /// the whole page.
    fn ruled(&self, judgement: &Judgement) -> Vec<Verdict> {
        let allowed = |ruled: &Ruled| {
            let rule = &self.context.matched[ruled.rule].rule;
            let words: f32 = ruled
                .verdicts
                .iter()
                .map(|v| judgement.mass.words(v.node))
                .sum();
            rule.confirmed || !(self.memory.held.contains(&rule.text) || words > plan::FEW_WORDS)
        };
        let rules = rule::judge(self.context).into_iter().filter(allowed);
        let verdicts = rules.flat_map(|ruled| ruled.verdicts);
        verdicts
            .filter(|verdict| self.new[verdict.node as usize])
            .collect()
    }
}
