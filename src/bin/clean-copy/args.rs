//! What the command line says, and the job it makes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clean_copy::{CopyOptions, Links, Strength, TextForm};

use crate::failure::Failure;
use crate::rules;

/// Cleans news and article pages: takes out share bars, promos, icon names, banners
/// and the like, and keeps the article.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES, max_term_width = 96)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  clean-copy text page.html                    the article as plain text
  curl -s ADDRESS | clean-copy markdown --url ADDRESS
  clean-copy html --focus page.html > clean.html
  clean-copy report page.html                  what would go, and why
  clean-copy text pages/ --out texts/          a whole folder, in parallel
  clean-copy text --plain copied.txt           text that was copied without its HTML
  clean-copy html --rules mine.txt page.html   with rules of your own (example.com##.promo)
  clean-copy rules mine.txt                    what is wrong with them

Ends with 0, for a page that is no article too, which is said on standard error; with 1 where
a page can't be read, a result not written, or a rule is wrong; with 2 for wrong options.";

#[derive(Subcommand)]
enum Command {
    /// The article as plain text, with headline, byline and date on top
    Text {
        #[command(flatten)]
        common: Common,
        /// Only the article's body: no headline, byline, date or captions
        #[arg(long, conflicts_with = "header")]
        body: bool,
        /// The input is text that was copied or scraped from a page, not HTML
        #[arg(long, conflicts_with_all = ["body", "url", "header", "links", "rules"])]
        plain: bool,
        #[command(flatten)]
        header: Header,
        /// What becomes of links: their words alone, or with the address in angle brackets after them
        #[arg(long, value_enum, default_value_t = LinkForm::None, conflicts_with = "body")]
        links: LinkForm,
    },
    /// The article as Markdown, with links, pictures and captions
    Markdown {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        header: Header,
    },
    /// The whole page as HTML, without the clutter
    Html {
        #[command(flatten)]
        common: Common,
        /// Leave only the article, in the site's own style
        #[arg(long)]
        focus: bool,
    },
    /// What the cleaning hides and why, and what it knows of the article, as JSON
    Report {
        #[command(flatten)]
        common: Common,
        /// Report on leaving only the article
        #[arg(long)]
        focus: bool,
    },
    /// Looks at a list of cosmetic rules: a line for each error, as file:line: reason: text
    Rules {
        /// One rule a line: example.com##.promo hides, example.com#@#.promo keeps
        file: PathBuf,
    },
}

#[derive(Args)]
struct Common {
    /// A page, a folder of *.html, *.htm or *.xhtml pages (*.txt with --plain), or - for standard input; several with --out
    #[arg(default_value = "-", hide_default_value = true)]
    input: Vec<PathBuf>,
    /// Write one file for each page into this folder instead of to standard output
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The page's address: tells its own links from others and names the site's rules
    #[arg(long, value_parser = address)]
    url: Option<String>,
    /// Your own cosmetic rules, one a line; those for a site need the page's address
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Let the rules hide what looks like the article
    #[arg(long, requires = "rules")]
    confirm_rules: bool,
}

fn address(text: &str) -> Result<String, &'static str> {
    match text.split_once("://") {
        Some((scheme, rest)) if !scheme.is_empty() && !rest.is_empty() => Ok(text.to_owned()),
        _ => Err("expected an address as the browser shows it: https://example.com/page"),
    }
}

#[derive(Args)]
struct Header {
    /// The lines on top: words with {title} {byline} {date} {modified} {site} {url}, lines apart by \n; "" for none
    #[arg(long, value_name = "TEMPLATE")]
    header: Option<String>,
}

impl Header {
    /// A shell's quotes hold no line break that is easy to type.
    fn template(self) -> Option<String> {
        self.header.map(|text| text.replace("\\n", "\n"))
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum LinkForm {
    None,
    Wrapped,
}

impl From<LinkForm> for Links {
    fn from(form: LinkForm) -> Links {
        match form {
            LinkForm::None => Links::None,
            LinkForm::Wrapped => Links::Wrapped,
        }
    }
}

/// What to make of each page.
pub(crate) struct Task {
    pub(crate) form: Form,
    pub(crate) strength: Strength,
    pub(crate) url: Option<String>,
    pub(crate) copy: CopyOptions,
    pub(crate) rules: String,
    pub(crate) confirm_rules: bool,
}

/// The forms of output.
pub(crate) enum Form {
    Text(TextForm),
    Plain,
    Markdown,
    Html,
    Report,
}

impl Form {
    fn of_text(body: bool, plain: bool) -> Form {
        match (body, plain) {
            (_, true) => Form::Plain,
            (true, _) => Form::Text(TextForm::Body),
            _ => Form::Text(TextForm::Article),
        }
    }

    /// The endings of the files that go in.
    pub(crate) fn takes(&self) -> &'static [&'static str] {
        match self {
            Form::Plain => &["txt"],
            _ => &["html", "htm", "xhtml"],
        }
    }

    /// The ending of the files that come out.
    pub(crate) fn makes(&self) -> &'static str {
        match self {
            Form::Text(_) | Form::Plain => "txt",
            Form::Markdown => "md",
            Form::Html => "html",
            Form::Report => "json",
        }
    }
}

/// One run over pages.
pub(crate) struct Job {
    pub(crate) task: Task,
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) out: Option<PathBuf>,
}

/// What the tool is to do.
pub(crate) enum Work {
    Clean(Job),
    CheckRules(PathBuf),
}

impl Cli {
    pub(crate) fn into_work(self) -> Result<Work, Failure> {
        let mut copy = CopyOptions::default();
        let (common, form, focus) = match self.command {
            Command::Text {
                common,
                body,
                plain,
                header,
                links,
            } => {
                copy.header = header.template();
                copy.links = links.into();
                (common, Form::of_text(body, plain), false)
            }
            Command::Markdown { common, header } => {
                copy.header = header.template();
                (common, Form::Markdown, false)
            }
            Command::Html { common, focus } => (common, Form::Html, focus),
            Command::Report { common, focus } => (common, Form::Report, focus),
            Command::Rules { file } => return Ok(Work::CheckRules(file)),
        };
        let strength = if focus {
            Strength::Focus
        } else {
            Strength::Tidy
        };
        common.into_job(form, strength, copy).map(Work::Clean)
    }
}

impl Common {
    fn into_job(self, form: Form, strength: Strength, copy: CopyOptions) -> Result<Job, Failure> {
        let rules = self.rules.as_deref().map(rules::load).transpose()?;
        Ok(Job {
            task: Task {
                form,
                strength,
                url: self.url,
                rules: rules.unwrap_or_default(),
                confirm_rules: self.confirm_rules,
                copy,
            },
            inputs: self.input,
            out: self.out,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
