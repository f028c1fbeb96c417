//! Lists of cosmetic rules: looked at, and loaded.

use std::path::Path;

use clean_copy::cosmetic::{BadLine, check_rules};

use crate::failure::{Failure, say};
use crate::input;

/// Says what is wrong with a list, a line each, as `file:line: reason: text`.
pub(crate) fn check(path: &Path) -> Result<String, Failure> {
    let text = input::read_text(path)?;
    let checked = check_rules(&text);
    let mut out = String::new();
    for bad in &checked.errors {
        out += &sentence(path, bad);
        out.push('\n');
    }
    let (good, bad) = (checked.rules, checked.errors.len());
    say(format_args!("rules: {good}; lines that are none: {bad}"));
    Ok(out)
}

/// The list as it is; what is wrong with it is said and left out.
pub(crate) fn load(path: &Path) -> Result<String, Failure> {
    let text = input::read_text(path)?;
    for bad in &check_rules(&text).errors {
        say(sentence(path, bad));
    }
    Ok(text)
}

fn sentence(path: &Path, bad: &BadLine) -> String {
    let BadLine { line, text, reason } = bad;
    format!("{}:{line}: {reason}: {text}", path.display())
}
