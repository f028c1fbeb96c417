//! write: the plan and the judgement → rewritten HTML, plain text, Markdown, an HTML fragment.
//!
//! Invariant: a writer never decides what goes; it asks the plan and the roles.

mod address;
mod code;
mod containers;
#[cfg(target_arch = "wasm32")]
pub mod dom;
mod formula;
mod fragment;
mod header;
mod inline;
mod level;
mod markdown;
mod markdown_text;
mod marks;
mod pieces;
mod rewrite;
mod table;
mod text;

pub use containers::Container;
pub use fragment::fragment;
pub use markdown::markdown;
pub use pieces::{Piece, Shape, pieces};
pub use rewrite::rewrite;
pub use text::{TextForm, text};

use crate::article::Article;
use crate::judge::Judgement;
use crate::judge::context::Context;
use crate::options::CopyOptions;

/// The texts that are not empty, with `between` between them.
fn joined(texts: impl Iterator<Item = String>, between: &str) -> String {
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.join(between)
}

/// What the writers of copies write.
pub struct Copy<'c, 'p> {
    context: &'c Context<'p>,
    article: &'c Article,
    options: &'c CopyOptions,
    /// Which elements are in no copy.
    hidden: Vec<bool>,
    pieces: Vec<Piece>,
    /// What relative addresses are relative to.
    base: Option<String>,
}

impl<'c, 'p> Copy<'c, 'p> {
    /// The article without the elements that are `hidden`.
    pub fn new(
        context: &'c Context<'p>,
        judgement: &Judgement,
        article: &'c Article,
        options: &'c CopyOptions,
        hidden: Vec<bool>,
    ) -> Copy<'c, 'p> {
        Copy {
            context,
            article,
            options,
            pieces: pieces(context, judgement, &hidden),
            base: address::base(context.page, article.address.as_deref()),
            hidden,
        }
    }

    fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    fn header(&self) -> Vec<header::Line> {
        header::header(self.article, self.options.header.as_deref())
    }
}
