//! One page in, one text out.

use clean_copy::normalise::{Page, decode, normalise};
use clean_copy::{Clean, Copies, Options, Outcome, TextForm, clean, clean_plain, rewrite};

use crate::args::{Form, Task};

/// What became of a page.
pub(crate) struct Output {
    pub(crate) text: String,
    pub(crate) outcome: Outcome,
    /// Rules that hid nothing, since they would have hidden the article.
    pub(crate) held: Vec<String>,
}

/// What to say of a page that was not cleaned.
pub(crate) fn remark(outcome: Outcome) -> Option<&'static str> {
    match outcome {
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
        return Output {
            text: ended(clean_plain(&decode(bytes)).text),
            outcome: Outcome::Cleaned,
            held: Vec::new(),
        };
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
        held: held(&clean),
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
        Form::Html => page.doctype.clone() + "\n" + &rewrite(&page.html, &clean.plan),
        Form::Report => report(clean),
        Form::Plain => String::new(),
    }
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
