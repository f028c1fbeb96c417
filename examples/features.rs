//! Writes the model's features of every block of the pages in a folder, for `tools/train/train.py`.
//!
//! `cargo run --release --features cli --example features -- PAGES OUT [GUESSES]`: for each `PAGES/ID.html`,
//! `OUT/ID.f32` (rows of little-endian f32) and `OUT/ID.txt` (one line a block: hidden state, tab, text);
//! `OUT/names.txt` once. With GUESSES, which holds the first look's probabilities as `ID.p32`, the rows are those of
//! the second look.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use clean_copy::judge::context::Context;
use clean_copy::judge::model::company::Company;
use clean_copy::judge::model::features::{self, Features, IN_BODY};
use clean_copy::{normalise, read};
use rayon::prelude::*;

fn main() -> io::Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (pages, out, guesses) = match arguments.as_slice() {
        [pages, out] => (pages, out, None),
        [pages, out, guesses] => (pages, out, Some(guesses.as_path())),
        _ => return Err(io::Error::other("usage: features PAGES OUT [GUESSES]")),
    };
    fs::create_dir_all(out)?;
    let files: Vec<PathBuf> = fs::read_dir(pages)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    write_names(out, guesses.is_some())?;
    files
        .par_iter()
        .try_for_each(|file| write(file, out, guesses))
}

fn write_names(out: &Path, second: bool) -> io::Result<()> {
    let page = read::read("<body><p>One block is enough to name the features.</p></body>");
    let context = Context::new(&page);
    let mut names = features::names(&context);
    if second {
        names.extend(Company::names(&context));
    }
    fs::write(out.join("names.txt"), names.join("\n"))
}

fn write(file: &Path, out: &Path, guesses: Option<&Path>) -> io::Result<()> {
    let Some(stem) = file.file_stem() else {
        return Ok(());
    };
    let page = read::read(&normalise::normalise(&fs::read(file)?).html);
    let context = Context::new(&page);
    let features = Features::new(&context);
    let mut rows: Vec<Vec<f32>> = vec![Vec::new(); context.blocks.len()];
    rows.iter_mut()
        .enumerate()
        .for_each(|(at, row)| features.write(at, row));
    if let Some(folder) = guesses {
        let p = floats(&fs::read(folder.join(stem).with_extension("p32"))?);
        let in_body: Vec<f32> = rows.iter().map(|row| row[IN_BODY]).collect();
        let company = Company::new(&context, &p, &in_body);
        rows.iter_mut()
            .enumerate()
            .for_each(|(at, row)| company.add(at, row));
    }
    let bytes: Vec<u8> = rows
        .iter()
        .flatten()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    let mut text = String::new();
    for (block, line) in context.blocks.iter().zip(&context.texts) {
        text.push_str(&format!("{}\t{line}\n", block.hidden as u8));
    }
    fs::write(out.join(stem).with_extension("f32"), bytes)?;
    fs::write(out.join(stem).with_extension("txt"), text)
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes
        .chunks_exact(4)
        .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        .collect()
}
