//! Pages of any size that are made like news pages: the fixtures' own bodies, one after another.

use std::fs;
use std::path::Path;

use clean_copy::normalise::normalise;

/// A page of about `size` bytes, as a browser serialises it.
///
/// Every round of fixtures has a number in its paragraphs: repeated prose is no prose.
pub fn page(size: usize) -> String {
    let bodies = bodies();
    let mut html = String::from(
        "<html lang=\"en\"><head><title>Harbour bridge opens</title></head><body><h1>Harbour bridge opens</h1>",
    );
    for (at, body) in bodies.iter().cycle().enumerate() {
        if html.len() >= size {
            break;
        }
        let number = at / bodies.len() + 1;
        html.push_str(&body.replace("<p>", &format!("<p>Part{number} ")));
    }
    html + "</body></html>"
}

/// What stands between `<body>` and `</body>` of each fixture.
fn bodies() -> Vec<String> {
    let folder = Path::new("tests/pages");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the fixtures")
        .map(|entry| entry.expect("a fixture").path().join("page.html"))
        .collect();
    files.sort();
    let body = |bytes: Vec<u8>| {
        let html = normalise(&bytes).html;
        let start = html.find("<body").expect("a body");
        let open = start + html[start..].find('>').expect("its tag ends") + 1;
        html[open..html.rfind("</body>").expect("its end")].to_owned()
    };
    files
        .iter()
        .map(|file| body(fs::read(file).expect("a fixture's page")))
        .collect()
}
