//! `clean-copy-zip FOLDER FILE` makes one zip of a folder. The same files give the same bytes: names are sorted and
//! have one time stamp. Stores unpack nothing but deflate; zopfli makes it a twentieth smaller.

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, process};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Levels from 10 on are zopfli's, this one with five rounds; fifteen gain a thousandth.
const LEVEL: i64 = 14;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match &args[..] {
        [folder, file] => pack(Path::new(folder), Path::new(file)),
        _ => Err("usage: clean-copy-zip FOLDER FILE".into()),
    };
    if let Err(error) = done {
        eprintln!("clean-copy-zip: {error}");
        process::exit(1);
    }
}

fn pack(folder: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(File::create(file)?);
    for path in files {
        let name = path
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&path)?)?;
    }
    zip.finish()?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
