//! The pipeline: read → judge → plan → write.

use std::cmp::Reverse;

use serde::Serialize;

use crate::article::Article;
use crate::cosmetic;
use crate::judge::context::Context;
use crate::judge::roles::{footnotes, shown, unseen, versions};
use crate::judge::{Judgement, Role, judge_by, model};
use crate::metadata::Metadata;
use crate::more;
use crate::options::{Copies, Options, Strength};
use crate::outline::Outline;
use crate::plan::{Edit, Outcome, Plan, RuleReport, plan};
use crate::recipe::{self, Recipe, Reviewed};
use crate::rules::Packs;
use crate::write::{self, TextForm};

/// Cleans a page as a browser serialises it. Never panics, whatever the input; time and memory are linear in it.
pub fn clean(html: &str, options: &Options) -> Clean {
    clean_by(html, options, model::probabilities)
}

/// The same with other probabilities than the model's, one for each block: those of a model that saw no page of the
/// site say how the rest does on new sites.
pub fn clean_by(
    html: &str,
    options: &Options,
    likely: impl FnOnce(&Context<'_>) -> Vec<f32>,
) -> Clean {
    let recipe = Recipe::for_page(options);
    let known = recipe.as_ref().map_or_else(Vec::new, Recipe::selectors);
    let (page, matched, found) =
        cosmetic::read_with_rules(html, options, &known.iter().collect::<Vec<_>>());
    let mut context = Context::with(&page, Packs::without(&options.packs_off), matched);
    if let Some(recipe) = &recipe {
        context.covering = recipe.covering(&found);
    }
    let p = likely(&context);
    let judgement = judge_by(&context, p, options);
    let plan = plan(&context, &judgement, options);
    let is_article = plan.outcome != Outcome::NotAnArticle;
    let shown = shown::shown(&context, &judgement.parts, is_article);
    let article = Article::new(&page.metadata, &shown, options.url.as_deref());
    let texts = Texts::of(&context, &judgement, &plan, &article, options);
    let cleaned = recipe::CleanedPage {
        context: &context,
        judgement: &judgement,
        plan: &plan,
        options,
    };
    let memory = (options.automatic || options.later).then(|| more::memory_of(&cleaned));
    let recipe = recipe::review(&cleaned, recipe, &found);
    let excerpts = excerpts(&context, &judgement);
    Clean {
        page,
        article,
        plan,
        judgement,
        recipe,
        memory,
        excerpts,
        texts,
    }
}

/// So many paragraphs tell one article from another, by so many characters.
const EXCERPTS: usize = 3;
const EXCERPT: usize = 120;

/// How the article's longest paragraphs begin.
fn excerpts(context: &Context<'_>, judgement: &Judgement) -> Vec<String> {
    let roles = judgement.parts.roles.iter().zip(&context.texts);
    let body = roles.filter(|(role, text)| **role == Role::Body && !text.is_empty());
    let mut texts: Vec<_> = body.map(|(_, text)| text).collect();
    texts.sort_by_key(|text| Reverse(text.len()));
    let begin = |text: &String| text.chars().take(EXCERPT).collect();
    texts.into_iter().take(EXCERPTS).map(begin).collect()
}

/// A page with its judgement: everything the writers need.
pub struct Clean {
    /// The page read.
    pub page: Outline,
    /// The article's metadata.
    pub article: Article,
    /// What is to be done to the page.
    pub plan: Plan,
    /// How the plan came about.
    pub judgement: Judgement,
    /// What became of the recipe of the page's host.
    pub recipe: Reviewed,
    /// The page in short, for [`clean_more`](crate::clean_more); where the options ask for it.
    pub memory: Option<String>,
    /// How its longest paragraphs begin, at most three of 120 characters: to tell the article by.
    pub excerpts: Vec<String>,
    texts: Texts,
}

/// The copies of the article, written while the page's blocks are at hand.
#[derive(Default)]
struct Texts {
    article: String,
    body: String,
    markdown: String,
    fragment: String,
}

impl Texts {
    fn of(
        context: &Context<'_>,
        judgement: &Judgement,
        plan: &Plan,
        article: &Article,
        options: &Options,
    ) -> Texts {
        let wanted = options.copies;
        if wanted == Copies::NONE {
            return Texts::default();
        }
        let mut hidden = left_out(context.page, plan);
        let (p, parts) = (&judgement.p, &judgement.parts);
        unseen::leave_out(context, p, parts, &options.facts.unseen, &mut hidden);
        versions::leave_out(context, parts, &mut hidden);
        footnotes::leave_out(context.page, &mut hidden);
        let copy = &write::Copy::new(context, judgement, article, &options.copy, hidden);
        Texts {
            article: if_wanted(wanted.article, || write::text(copy, TextForm::Article)),
            body: if_wanted(wanted.body, || write::text(copy, TextForm::Body)),
            markdown: if_wanted(wanted.markdown, || write::markdown(copy)),
            fragment: if_wanted(wanted.fragment, || write::fragment(copy)),
        }
    }
}

fn if_wanted(wanted: bool, write: impl FnOnce() -> String) -> String {
    if wanted { write() } else { String::new() }
}

/// Which elements are in no copy: hidden and muted ones with all they hold.
fn left_out(page: &Outline, plan: &Plan) -> Vec<bool> {
    let mut out = vec![false; page.nodes.len()];
    for edit in plan.edits.iter().filter(|edit| !edit.action.lifts()) {
        out[page.places(edit.ordinal)].fill(true);
    }
    out
}

/// The ledger as JSON, see `docs/interfaces.md`.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'c> {
    /// What the clean came to.
    pub outcome: Outcome,
    /// How much was to go.
    pub strength: Strength,
    /// Elements read.
    pub elements: u32,
    /// The part of the page's words that is not the article.
    pub share: f32,
    /// The article's metadata.
    pub article: &'c Metadata,
    /// Every edit.
    pub hidden: &'c [Edit],
    /// What became of the reader's rules for this page.
    pub rules: &'c [RuleReport],
}

impl Clean {
    /// What the clean came to.
    pub fn outcome(&self) -> Outcome {
        self.plan.outcome
    }

    /// The article as plain text; like all copies empty where it was not [asked for](Options::copies).
    pub fn text(&self, form: TextForm) -> String {
        match form {
            TextForm::Article => self.texts.article.clone(),
            TextForm::Body => self.texts.body.clone(),
        }
    }

    /// The article as Markdown.
    pub fn markdown(&self) -> String {
        self.texts.markdown.clone()
    }

    /// The article as an HTML fragment for the clipboard.
    pub fn fragment(&self) -> String {
        self.texts.fragment.clone()
    }

    /// The ledger.
    pub fn report(&self) -> Report<'_> {
        Report {
            outcome: self.plan.outcome,
            strength: self.plan.strength,
            elements: self.page.len(),
            share: self.plan.share,
            article: &self.article.metadata,
            hidden: &self.plan.edits,
            rules: &self.plan.rules,
        }
    }
}
