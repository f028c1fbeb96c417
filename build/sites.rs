//! Compiles the rules that are for one site.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The rules of `rules/sites/<host>.txt`, by host. Their selectors are looked at by a test, which has the parser.
pub fn tables(folder: &Path) -> String {
    let mut all = BTreeSet::new();
    let entries = fs::read_dir(folder).expect("the folder of site rules");
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let name = path.file_name().and_then(|name| name.to_str());
        if name != Some("README.md") {
            let host = name.and_then(|name| name.strip_suffix(".txt"));
            let host = host.filter(|host| is_host(host)).unwrap_or_else(|| {
                let found = path.display();
                panic!("expected a file named for its host, such as rules/sites/example.com.txt, but found {found}")
            });
            let text = fs::read_to_string(&path).expect("a file of rules is UTF-8");
            site_file(&path, host, &text, &mut all);
        }
    }
    let all: Vec<_> = all.iter().collect();
    format!("static SITE_RULES: &[(&str, &str)] = &{all:?};\n")
}

/// Whether a name is spelled as browsers spell hosts.
fn is_host(name: &str) -> bool {
    let known = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '.');
    name.contains('.') && name.chars().all(known)
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
            assert!(
                why,
                "{place}: expected a comment above (`! Why …`, three words or more)"
            );
            assert!(
                line.strip_prefix(host)
                    .is_some_and(|rest| rest.starts_with('#')),
                "{place}: expected a rule for {host}, but found {line:?}"
            );
            all.insert((host.to_owned(), line.to_owned()));
        }
    }
}
