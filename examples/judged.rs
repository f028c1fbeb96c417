//! Cleans the pages of a folder in all ways that are scored, and says what became of every block.
//!
//! `cargo run --release --features cli --example judged -- PAGES OUT [PROBABILITIES]`: for each `PAGES/ID.html`,
//! `OUT/text/ID.txt`, `OUT/tidy/ID.html`, `OUT/focus/ID.html` and `OUT/blocks/ID.tsv`. With PROBABILITIES, which holds
//! those of models that saw no page of the site as `ID.p32` (little-endian f32, one a block), pages are judged by them:
//! `tools/train/train.py` writes such a folder, `unseen`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use clean_copy::judge::context::Context;
use clean_copy::judge::model;
use clean_copy::outline::{Attr, NodeId, Outline};
use clean_copy::{
    Action, Clean, Options, Outcome, Strength, TextForm, clean_by, normalise, rewrite,
};
use rayon::prelude::*;

fn main() -> io::Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (pages, out, probabilities) = match arguments.as_slice() {
        [pages, out] => (pages, out, None),
        [pages, out, probabilities] => (pages, out, Some(probabilities.as_path())),
        _ => return Err(io::Error::other("usage: judged PAGES OUT [PROBABILITIES]")),
    };
    for folder in ["text", "tidy", "focus", "blocks"] {
        fs::create_dir_all(out.join(folder))?;
    }
    let files: Vec<PathBuf> = fs::read_dir(pages)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files
        .par_iter()
        .try_for_each(|file| write(file, out, probabilities))
}

fn write(file: &Path, out: &Path, probabilities: Option<&Path>) -> io::Result<()> {
    let Some(stem) = file.file_stem() else {
        return Ok(());
    };
    let known = match probabilities {
        Some(folder) => Some(floats(&fs::read(folder.join(stem).with_extension("p32"))?)),
        None => None,
    };
    let html = normalise::normalise(&fs::read(file)?).html;
    let cleaned = |strength| {
        let options = Options {
            strength,
            ..Options::default()
        };
        clean_by(&html, &options, |context| match &known {
            Some(p) => model::settled(context, p.clone()),
            None => model::probabilities(context),
        })
    };
    let (tidy, focus) = (cleaned(Strength::Tidy), cleaned(Strength::Focus));
    let to = |folder: &str, ending| out.join(folder).join(stem).with_extension(ending);
    fs::write(to("text", "txt"), tidy.text(TextForm::Body))?;
    fs::write(to("tidy", "html"), page(&html, &tidy))?;
    fs::write(to("focus", "html"), page(&html, &focus))?;
    fs::write(to("blocks", "tsv"), blocks(&tidy, &focus))
}

/// The page as the command line tool writes it.
fn page(html: &str, clean: &Clean) -> String {
    if clean.outcome() == Outcome::TooMuch {
        return html.to_owned();
    }
    rewrite(html, &clean.plan)
}

/// A line a block: number, probability, role, copied beside the body, in the frame, in the article's root, links,
/// words, what hides it in Tidy, what in Focus, the elements around it, whether it is hidden, whether it stands in a
/// landmark outside of the article, the probability that its box counts with, its place to the article, text.
fn blocks(tidy: &Clean, focus: &Clean) -> String {
    let context = Context::new(&tidy.page);
    let judged = &tidy.judgement;
    let mut out = String::new();
    for (at, block) in context.blocks.iter().enumerate() {
        let fate = |clean: &Clean| {
            let mut edits = clean.plan.edits.iter();
            let edit = edits.find(|e| {
                e.action != Action::Unlock && clean.page.contains(e.ordinal, block.inner)
            });
            edit.map_or("-", |e| e.reason.name()).to_owned()
        };
        let up = std::iter::once(block.inner).chain(context.page.ancestors(block.inner));
        let path: Vec<String> = up
            .take(8)
            .map(|id| {
                let class = context.page.attr(id, Attr::Class);
                let class = class.unwrap_or_default().replace(['\t', '\n'], " ");
                format!("{}.{class:.40}", context.page.tag_name(id))
            })
            .collect();
        let columns = [
            at.to_string(),
            format!("{:.4}", judged.p[at]),
            format!("{:?}", judged.parts.roles[at]),
            u8::from(judged.beside[at]).to_string(),
            u8::from(judged.frame.is_inside(block.node)).to_string(),
            u8::from(context.page.contains(judged.parts.root, block.node)).to_string(),
            format!("{:.2}", block.stats.link_density()),
            block.stats.words.to_string(),
            fate(tidy),
            fate(focus),
            path.join(" < "),
            format!("{:?}", block.hidden),
            u8::from(in_landmark(context.page, block.inner)).to_string(),
            format!("{:.3}", judged.mass.top(context.unit(at))),
            place(at, &judged.parts.range).to_owned(),
            context.text(at).to_owned(),
        ];
        out.push_str(&columns.join("\t"));
        out.push('\n');
    }
    out
}

fn place(at: usize, range: &std::ops::Range<usize>) -> &'static str {
    match () {
        () if at < range.start => "above",
        () if at >= range.end => "below",
        () => "between",
    }
}

/// As the scorer has it: in `<nav>`, `<header>` or `<footer>` that does not stand in `<article>` or `<main>`.
fn in_landmark(page: &Outline, id: NodeId) -> bool {
    let mut inside = false;
    for up in std::iter::once(id).chain(page.ancestors(id)) {
        match page.tag_name(up) {
            "nav" | "header" | "footer" => inside = true,
            "article" | "main" => inside = false,
            _ => {}
        }
    }
    inside
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes
        .chunks_exact(4)
        .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        .collect()
}
