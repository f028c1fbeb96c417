//! Compiles the rules that are for one site.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The rules of `rules/sites/<host>.txt`, by host. Their selectors are looked at by a test, which has the parser.
pub fn tables(folder: &Path) -> String {
    let mut all = BTreeSet::new();
    let entries = fs::read_dir(folder).expect("the folder of site rules");
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.extension().is_some_and(|ending| ending == "txt") {
            let host = path.file_stem().and_then(|name| name.to_str());
            let host = host.expect("a file is named for its host");
            let text = fs::read_to_string(&path).expect("a file of rules is UTF-8");
            site_file(&path, host, &text, &mut all);
        }
    }
    let all: Vec<_> = all.iter().collect();
    format!("static SITE_RULES: &[(&str, &str)] = &{all:?};\n")
}

/// Every rule stands under a comment that says why, and is for the host that the file is named for.
fn site_file(path: &Path, host: &str, text: &str, all: &mut BTreeSet<(String, String)>) {
    let mut why = false;
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        let place = format!("{}:{number}", path.display());
        if line.is_empty() {
            why = false;
        } else if let Some(comment) = line.strip_prefix('!') {
            why |= comment.split_whitespace().count() >= 3;
        } else {
            assert!(why, "{place}: expected a comment above that says why");
            assert!(
                line.strip_prefix(host)
                    .is_some_and(|rest| rest.starts_with('#')),
                "{place}: expected a rule for {host}, but found {line:?}"
            );
            all.insert((host.to_owned(), line.to_owned()));
        }
    }
}
