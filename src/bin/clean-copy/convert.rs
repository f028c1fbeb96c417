//! One page in, one text out.

use clean_copy::normalise::{Page, declares_utf_8, decode, normalise};
use clean_copy::{Clean, Copies, Options, Outcome, TextForm, clean, clean_plain, rewrite};

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::args::{Form, Task};

/// What became of a page.
pub(crate) struct Output {
    pub(crate) text: String,
    pub(crate) outcome: Outcome,
    /// What to say of it where it was not cleaned, or was nothing to clean.
    pub(crate) remark: Option<&'static str>,
    /// Rules that hid nothing, since they would have hidden the article.
    pub(crate) held: Vec<String>,
}

fn remark(page: &Page, clean: &Clean) -> Option<&'static str> {
    // Every page has `<html>`, `<head>` and `<body>`, whatever it was made of.
    let holds_no_tag = clean.page.len() <= 3;
    match clean.outcome() {
        _ if page.html.ends_with("<body></body></html>") && holds_no_tag => {
            Some("the page is empty")
        }
        _ if holds_no_tag => {
            Some("this holds no HTML; text that was copied without it is cleaned by text --plain")
        }
        Outcome::Cleaned | Outcome::Nothing => None,
        Outcome::NotAnArticle => {
            Some("this does not look like an article; what comes out is a best effort")
        }
        Outcome::TooMuch => Some(
            "cleaning would take most of the text, so the page was left as it is; \
             what comes out is a best effort",
        ),
        Outcome::CutOff => {
            Some("the page has the beginning of its article only, so it was left as it was")
        }
    }
}

/// Does what the task says with the bytes of one page.
pub(crate) fn convert(task: &Task, bytes: &[u8]) -> Output {
    if let Form::Plain = task.form {
        return plain(&decode(bytes));
    }
    let page = normalise(bytes);
    let options = Options {
        strength: task.strength,
        url: task.url.clone(),
        copy: task.copy.clone(),
        confirmed: confirmed(task),
        rules: task.rules.clone(),
        copies: copies(&task.form),
        ..Options::default()
    };
    let clean = clean(&page.html, &options);
    Output {
        text: ended(write(&task.form, &page, &clean)),
        outcome: clean.outcome(),
        remark: remark(&page, &clean),
        held: held(&clean),
    }
}

fn plain(text: &str) -> Output {
    let start: String = text.trim_start().chars().take(14).collect();
    let is_html = ["<!doctype html", "<html"].map(|tag| start.to_lowercase().starts_with(tag));
    Output {
        text: ended(clean_plain(text).text),
        outcome: Outcome::Cleaned,
        remark: is_html
            .contains(&true)
            .then_some("this is HTML; leave --plain away to have it cleaned"),
        held: Vec::new(),
    }
}

/// What of the article will be written out.
fn copies(form: &Form) -> Copies {
    Copies {
        article: matches!(form, Form::Text(TextForm::Article)),
        body: matches!(form, Form::Text(TextForm::Body)),
        markdown: matches!(form, Form::Markdown),
        fragment: false,
    }
}

fn confirmed(task: &Task) -> Vec<String> {
    let lines = task.rules.lines().filter(|_| task.confirm_rules);
    lines.map(|line| line.trim().to_owned()).collect()
}

fn held(clean: &Clean) -> Vec<String> {
    let held = clean.plan.rules.iter().filter(|rule| rule.held);
    held.map(|rule| rule.text.clone()).collect()
}

fn write(form: &Form, page: &Page, clean: &Clean) -> String {
    match form {
        Form::Text(form) => clean.text(*form),
        Form::Markdown => clean.markdown(),
        Form::Html => html(page, clean),
        Form::Report => report(clean),
        Form::Plain => String::new(),
    }
}

fn html(page: &Page, clean: &Clean) -> String {
    let mut out = page.doctype.clone();
    if !out.is_empty() {
        out.push('\n');
    }
    out += &rewrite(&page.html, &clean.plan);
    if out.is_ascii() || declares_utf_8(&out) {
        return out;
    }
    // The page was in another encoding, or did not say: browsers take the first that is said.
    let says_so = element!("html > head", |head| {
        head.prepend("<meta charset=\"utf-8\">", ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(says_so);
    rewrite_str(&out, settings).unwrap_or(out)
}

fn report(clean: &Clean) -> String {
    // Strings and numbers only: there is nothing in a report that JSON can't hold.
    serde_json::to_string_pretty(&clean.report()).unwrap_or_default()
}

/// A text file ends with a line break, an empty one has none.
fn ended(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
