//! The project's own files.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{project, text_of};

/// Made by tools, or fetched.
pub const NOT_OURS: [&str; 6] = [".git", "node_modules", "target", "dist", "core", "samples"];

/// Every file of the project, as a path from its root.
pub fn files() -> Vec<PathBuf> {
    let ours = |entry: &DirEntry| !NOT_OURS.iter().any(|name| entry.file_name() == *name);
    let walk = WalkDir::new(project("")).into_iter().filter_entry(ours);
    let files = walk
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file());
    let root = project("");
    let short = |e: DirEntry| e.path().strip_prefix(&root).map(Path::to_path_buf);
    files.filter_map(|e| short(e).ok()).collect()
}

/// The files of these kinds in a folder.
pub fn files_in(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let is_wanted = |path: &PathBuf| {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        path.starts_with(folder) && extensions.contains(&extension)
    };
    files().into_iter().filter(is_wanted).collect()
}

/// The lines of a source file that ship: without its tests and comments.
pub fn shipped(path: &Path) -> Vec<(usize, String)> {
    let text = text_of(path);
    let tests = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines = text[..tests].lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line.to_owned()))
        .collect()
}
