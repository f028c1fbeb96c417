//! The built tool, run as people run it.
#![allow(
    clippy::expect_used,
    reason = "what the tests prepare must be there; if not, they fail"
)]

use std::fs;
use std::io::Write;

use encoding_rs::WINDOWS_1251;

use crate::common::tool::*;

#[test]
fn prints_the_article_of_a_file() {
    let page = put(&folder("file").join("page.html"), PAGE);
    let output = run(&["text", &page]);
    assert!(output.status.success(), "{}", err(&output));
    assert_article(out(&output));
    assert!(out(&output).starts_with(HEADLINE));
    assert_eq!(err(&output), "");
}

#[test]
fn reads_standard_input_with_and_without_a_dash() {
    let named = run_with(PAGE.as_bytes(), &["text", "-"]);
    let silent = run_with(PAGE.as_bytes(), &["text"]);
    assert_article(out(&named));
    assert_eq!(out(&named), out(&silent));
}

#[test]
fn body_leaves_headline_and_byline_away() {
    let output = run_with(PAGE.as_bytes(), &["text", "--body"]);
    assert_article(out(&output));
    assert!(!out(&output).contains(HEADLINE));
    assert!(!out(&output).contains("Mira Tolland"));
}

#[test]
fn markdown_has_the_headline_as_a_heading() {
    let output = run_with(PAGE.as_bytes(), &["markdown"]);
    assert_article(out(&output));
    assert!(out(&output).starts_with(&format!("# {HEADLINE}")));
}

#[test]
fn header_says_what_stands_on_top() {
    let header = ["--header", "{title} ({site})\\nSource: {url}\\n{modified}"];
    let url = ["--url", "https://ostrel.example/bridge"];
    let of = |command: &str| {
        let output = run_with(PAGE.as_bytes(), &[&[command], &header[..], &url].concat());
        out(&output).to_owned()
    };
    let text = format!("{HEADLINE}\nSource: https://ostrel.example/bridge\n\nThe new bridge");
    assert!(of("text").starts_with(&text), "{}", of("text"));
    let markdown = format!("# {HEADLINE}\n\nSource: <https://ostrel.example/bridge>\n\nThe new");
    assert!(of("markdown").starts_with(&markdown), "{}", of("markdown"));
    let none = run_with(PAGE.as_bytes(), &["text", "--header", ""]);
    assert!(out(&none).starts_with(PARAGRAPHS[0]));
}

#[test]
fn text_can_carry_its_links() {
    let page = PAGE.replace("Anselm Brook", "<a href='/brook'><b>Anselm</b> Brook</a>");
    let arguments = ["text", "--url", "https://ostrel.example/bridge"];
    let output = run_with(page.as_bytes(), &arguments);
    assert!(out(&output).contains("mayor, Anselm Brook, said"));
    let output = run_with(
        page.as_bytes(),
        &[&arguments[..], &["--links", "wrapped"]].concat(),
    );
    assert!(out(&output).contains("mayor, Anselm Brook <https://ostrel.example/brook>, said"));
}

#[test]
fn html_keeps_the_doctype_and_the_page_around_the_article() {
    let output = run_with(PAGE.as_bytes(), &["html"]);
    let html = out(&output);
    assert_article(html);
    let doctype = PAGE.lines().next().expect("a line");
    assert!(html.starts_with(&format!("{doctype}\n<html lang=\"en\"")));
    assert!(html.contains("<li><a href=\"/weather\">Weather</a></li>"));
}

#[test]
fn html_says_that_it_is_utf_8_whatever_the_page_was_in() {
    let declaration = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>";
    for said in [declaration, "", "<meta charset=utf-8>"] {
        let html = PAGE.replace("Anselm Brook", "Ансельм Брук");
        let html = html.replace("<head>", &format!("<head>{said}"));
        let (bytes, ..) = WINDOWS_1251.encode(&html);
        let bytes = if said.contains("utf") {
            html.as_bytes()
        } else {
            &bytes
        };
        let once = run_with(bytes, &["html"]);
        assert!(out(&once).contains("The mayor, Ансельм Брук, said"));
        let twice = run_with(&once.stdout, &["html"]);
        for html in [out(&once), out(&twice)] {
            assert!(html.contains("<head><meta charset=\"utf-8\">"), "{html}");
            assert_eq!(html.matches("utf-8").count(), 1, "{html}");
        }
    }
    let ascii = run_with(b"<p>Sign in", &["html"]);
    assert!(
        out(&ascii).starts_with("<html><head></head>"),
        "{}",
        out(&ascii)
    );
}

#[test]
fn focus_leaves_only_the_article() {
    let output = run_with(PAGE.as_bytes(), &["html", "--focus"]);
    assert_article(out(&output));
    assert!(!out(&output).contains("Weather"));
}

#[test]
fn report_names_what_goes_and_why() {
    for (arguments, strength) in [(&["report"][..], "tidy"), (&["report", "--focus"], "focus")] {
        let output = run_with(PAGE.as_bytes(), arguments);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(report["outcome"], "cleaned");
        assert_eq!(report["strength"], strength);
        assert_eq!(report["article"]["title"], HEADLINE);
        let hidden = report["hidden"].as_array().expect("a list");
        let promo = hidden
            .iter()
            .find(|entry| entry["reason"] == "promo")
            .expect("a promo");
        assert!(
            promo["text"]
                .as_str()
                .expect("a text")
                .starts_with("Also on")
        );
        assert_ne!(promo["evidence"], "");
        assert!(promo["ordinal"].is_u64());
    }
}

#[test]
fn reads_the_encoding_that_a_page_declares() {
    let html = PAGE.replace("Anselm Brook", "Ансельм Брук").replace(
        "<head>",
        "<head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    );
    let (bytes, _, _) = WINDOWS_1251.encode(&html);
    let output = run_with(&bytes, &["text"]);
    assert!(out(&output).contains("The mayor, Ансельм Брук, said"));
}

#[test]
fn cleans_a_folder_and_the_folders_in_it() {
    let folder = folder("folder");
    put(&folder.join("in/one.html"), PAGE);
    put(&folder.join("in/deep/two.HTML"), PAGE);
    put(&folder.join("in/notes.txt"), "not a page");
    let (from, to) = (folder.join("in"), folder.join("new/out"));
    for (command, ending) in [
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
        ("report", "json"),
    ] {
        let output = run(&[
            command,
            &from.display().to_string(),
            "--out",
            &to.display().to_string(),
        ]);
        assert!(output.status.success(), "{}", err(&output));
        assert_eq!(err(&output), "", "no progress bar where nobody looks");
        for stem in ["one", "deep/two"] {
            let file = to.join(stem).with_extension(ending);
            let single = run_with(PAGE.as_bytes(), &[command]);
            assert_eq!(fs::read_to_string(file).expect("a result"), out(&single));
        }
    }
    assert!(!to.join("notes.txt").exists());
}

#[test]
fn a_bad_page_does_not_stop_the_others() {
    let folder = folder("bad");
    put(&folder.join("in/bad.html"), "%PDF-1.7");
    put(&folder.join("in/good.html"), PAGE);
    let (from, to) = (folder.join("in"), folder.join("out"));
    let output = run(&[
        "text",
        &from.display().to_string(),
        "--out",
        &to.display().to_string(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("bad.html is a PDF, not an HTML page"));
    assert!(err(&output).contains("1 of 2 pages failed"));
    assert_article(&fs::read_to_string(to.join("good.txt")).expect("a result"));
}

#[test]
fn refuses_to_write_over_its_input() {
    let folder = folder("same");
    put(&folder.join("page.html"), PAGE);
    let name = folder.display().to_string();
    let output = run(&["html", &name, "--out", &name]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("would be overwritten"));
    assert_eq!(
        fs::read_to_string(folder.join("page.html")).expect("the page"),
        PAGE
    );
}

#[test]
fn says_what_is_wrong_with_the_input() {
    let folder = folder("wrong");
    let missing = folder.join("missing.html").display().to_string();
    let binary = put(
        &folder.join("picture.html"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    );
    let empty = folder.join("empty");
    fs::create_dir_all(&empty).expect("a folder");
    let empty = empty.display().to_string();
    for (arguments, message) in [
        (
            &["text", missing.as_str()][..],
            format!("can't read {missing}: No such file"),
        ),
        (&["text", &binary], format!("{binary} holds binary data")),
        (
            &["text", &empty],
            format!("{empty} is a folder: name one for the results with --out DIR"),
        ),
        (
            &["text", &empty, "--out", "x"],
            format!("{empty} holds no files *.html, *.htm, *.xhtml"),
        ),
        (
            &["text", "-", "--out", "x"],
            "standard input has no name".into(),
        ),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(err(&output).contains(&message), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn tells_of_a_page_that_is_no_article() {
    for page in ["<p>Sign in</p>", "<frameset><frame src=a></frameset>"] {
        let output = run_with(page.as_bytes(), &["text"]);
        assert!(output.status.success());
        assert!(err(&output).contains("standard input: this does not look like an article"));
    }
}

#[test]
fn cleans_text_that_has_lost_its_html() {
    let text = "share\nbookmark_border\nHarbour bridge opens\n\nThe new bridge opened on Monday, and several hundred people walked across it.\nShare this story!\n";
    let output = run_with(text.as_bytes(), &["text", "--plain"]);
    assert!(output.status.success());
    assert!(out(&output).contains("The new bridge opened on Monday"));
    assert!(!out(&output).contains("bookmark_border"));
    assert!(!out(&output).contains("Share this story"));
}

#[test]
fn is_silent_when_its_reader_has_seen_enough() {
    let mut child = spawn(&["text"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(PAGE.as_bytes()).expect("the tool reads");
    drop(stdin);
    let output = child.wait_with_output().expect("the tool ends");
    assert!(output.status.success());
    assert_eq!(err(&output), "");
}

#[test]
fn explains_itself() {
    let output = run(&["--help"]);
    assert!(output.status.success());
    for command in ["text", "markdown", "html", "report"] {
        assert!(out(&output).contains(command));
        assert!(run(&[command, "--help"]).status.success());
    }
    assert_eq!(run(&["text", "--plain", "--body"]).status.code(), Some(2));
    assert_eq!(run(&["clean"]).status.code(), Some(2));
}
