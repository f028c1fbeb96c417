//! What the command line says, and the job it makes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clean_copy::{Strength, TextForm};

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
  clean-copy text --plain copied.txt           text that was copied without its HTML";

#[derive(Subcommand)]
enum Command {
    /// The article as plain text, with headline, byline and date on top
    Text {
        #[command(flatten)]
        common: Common,
        /// Only the article's body: no headline, byline, date or captions
        #[arg(long)]
        body: bool,
        /// The input is text that was copied or scraped from a page, not HTML
        #[arg(long, conflicts_with_all = ["body", "url"])]
        plain: bool,
    },
    /// The article as Markdown, with links, pictures and captions
    Markdown {
        #[command(flatten)]
        common: Common,
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
}

#[derive(Args)]
struct Common {
    /// A page, a folder of *.html pages (*.txt with --plain), or - for standard input
    #[arg(default_value = "-", hide_default_value = true)]
    input: PathBuf,
    /// Write one file for each page into this folder instead of to standard output
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The page's address: tells its own links from others and names the site's rules
    #[arg(long)]
    url: Option<String>,
}

/// What to make of each page.
pub(crate) struct Task {
    pub(crate) form: Form,
    pub(crate) strength: Strength,
    pub(crate) url: Option<String>,
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
    /// The ending of the files that go in.
    pub(crate) fn takes(&self) -> &'static str {
        match self {
            Form::Plain => "txt",
            _ => "html",
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

/// One run of the tool.
pub(crate) struct Job {
    pub(crate) task: Task,
    pub(crate) input: PathBuf,
    pub(crate) out: Option<PathBuf>,
}

impl Cli {
    pub(crate) fn into_job(self) -> Job {
        let (common, form, focus) = match self.command {
            Command::Text {
                common,
                plain: true,
                ..
            } => (common, Form::Plain, false),
            Command::Text {
                common, body: true, ..
            } => (common, Form::Text(TextForm::Body), false),
            Command::Text { common, .. } => (common, Form::Text(TextForm::Article), false),
            Command::Markdown { common } => (common, Form::Markdown, false),
            Command::Html { common, focus } => (common, Form::Html, focus),
            Command::Report { common, focus } => (common, Form::Report, focus),
        };
        let strength = if focus {
            Strength::Focus
        } else {
            Strength::Tidy
        };
        Job {
            task: Task {
                form,
                strength,
                url: common.url,
            },
            input: common.input,
            out: common.out,
        }
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
