//! Cleans the pages of a folder in all ways that are scored, and says what became of every block.
//!
//! `cargo run --release --features cli --example judged -- PAGES OUT [PROBABILITIES]`: for each `PAGES/ID.html`,
//! `OUT/text/ID.txt`, `OUT/tidy/ID.html`, `OUT/focus/ID.html`, `OUT/blocks/ID.tsv` and `OUT/pictures/ID.tsv`. With
//! PROBABILITIES, which holds those of models that saw no page of the site as `ID.p32` (little-endian f32, one a block),
//! pages are judged by them, and those left out that are read otherwise since: `tools/train/train.py` writes such a folder, `unseen`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use clean_copy::judge::context::Context;
use clean_copy::judge::model;
use clean_copy::outline::{Attr, NodeId, Outline};
use clean_copy::picture::picture_address;
use clean_copy::{
    Action, Clean, Options, Outcome, Strength, TextForm, clean_by, normalise, read, rewrite,
};
use rayon::prelude::*;

fn main() -> io::Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (pages, out, probabilities) = match arguments.as_slice() {
        [pages, out] => (pages, out, None),
        [pages, out, probabilities] => (pages, out, Some(probabilities.as_path())),
        _ => return Err(io::Error::other("usage: judged PAGES OUT [PROBABILITIES]")),
    };
    for folder in ["text", "tidy", "focus", "blocks", "pictures"] {
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
    let page_read = read::read(&html);
    let count = Context::new(&page_read).blocks.len();
    if known.as_ref().is_some_and(|p| p.len() != count) {
        eprintln!(
            "{}: left out, it is read otherwise than when its probabilities were made",
            stem.display()
        );
        return Ok(());
    }
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
    fs::write(to("blocks", "tsv"), blocks(&tidy, &focus))?;
    fs::write(to("pictures", "tsv"), pictures(&tidy, &focus))
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
            path(context.page, block.inner, 8),
            format!("{:?}", block.hidden),
            u8::from(in_landmark(context.page, block.inner)).to_string(),
            format!("{:.3}", judged.mass.likeliest(context.unit(at))),
            place(at, &judged.parts.range).to_owned(),
            context.text(at).to_owned(),
        ];
        out.push_str(&columns.join("\t"));
        out.push('\n');
    }
    out
}

/// The element and those around it, with their classes.
fn path(page: &Outline, id: NodeId, levels: usize) -> String {
    let up = page.self_and_ancestors(id);
    let element = |id| {
        let class = page.attr(id, Attr::Class).unwrap_or_default();
        let class = class.replace(['\t', '\n'], " ");
        format!("{}.{class:.40}", page.tag_name(id))
    };
    up.take(levels).map(element).collect::<Vec<_>>().join(" < ")
}

/// A line a picture: the name of its file, whether the page declares it as its own, whether it stands above, between or
/// below the article's blocks, whether it is in a link, what hides it in Tidy, what in Focus, the elements around it.
fn pictures(tidy: &Clean, focus: &Clean) -> String {
    let context = Context::new(&tidy.page);
    let page = context.page;
    let declared = page.metadata.image.as_deref().map(file_name);
    let shown = (0..page.len()).filter(|&id| matches!(page.tag_name(id), "img" | "video"));
    let line = |id: NodeId| {
        let address = picture_address(page, id).unwrap_or("");
        let name = file_name(address);
        let at = context
            .blocks
            .partition_point(|block| block.runs.0 < page.node(id).runs.0);
        let fate = |clean: &Clean| {
            let mut edits = clean.plan.edits.iter();
            let edit =
                edits.find(|e| e.action == Action::Hide && clean.page.contains(e.ordinal, id));
            edit.map_or("-".to_owned(), |e| {
                format!("{} {} ({})", e.reason.name(), e.evidence, e.text.len())
            })
        };
        [
            name.clone(),
            u8::from(!name.is_empty() && declared.as_ref() == Some(&name)).to_string(),
            place(at, &tidy.judgement.parts.range).to_owned(),
            u8::from(page.ancestors(id).any(|up| page.tag_name(up) == "a")).to_string(),
            fate(tidy),
            fate(focus),
            path(page, id, 6),
        ]
        .join("\t")
            + "\n"
    };
    shown.map(line).collect()
}

/// What sizes and formats of one picture share.
fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.to_ascii_lowercase()
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
    for up in page.self_and_ancestors(id) {
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
