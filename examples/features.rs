//! Writes the model's features of every block of the pages in a folder, for `tools/train/train.py`.
//!
//! `cargo run --release --features cli --example features -- PAGES OUT`: for each `PAGES/ID.html`, `OUT/ID.f32` (rows
//! of little-endian f32) and `OUT/ID.txt` (one line a block: hidden state, tab, text); `OUT/names.txt` once.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use clean_copy::judge::{context::Context, features};
use clean_copy::{normalise, read};
use rayon::prelude::*;

fn main() -> io::Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [pages, out] = arguments.as_slice() else {
        return Err(io::Error::other("usage: features PAGES OUT"));
    };
    fs::create_dir_all(out)?;
    let files: Vec<PathBuf> = fs::read_dir(pages)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files.par_iter().try_for_each(|file| write(file, out))
}

fn write(file: &Path, out: &Path) -> io::Result<()> {
    let Some(stem) = file.file_stem() else {
        return Ok(());
    };
    let page = read::read(&normalise::normalise(&fs::read(file)?).html);
    let context = Context::new(&page);
    let rows = features::rows(&context);
    let bytes: Vec<u8> = rows
        .iter()
        .flatten()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    let mut text = String::new();
    for (block, line) in context.blocks.iter().zip(&context.texts) {
        text.push_str(&format!("{}\t{line}\n", block.hidden as u8));
    }
    let names = out.join("names.txt");
    if !names.exists() && !context.blocks.is_empty() {
        fs::write(names, features::names(&context).join("\n"))?;
    }
    fs::write(out.join(stem).with_extension("f32"), bytes)?;
    fs::write(out.join(stem).with_extension("txt"), text)
}
