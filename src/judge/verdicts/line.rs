//! What stands in the line of author and date and is neither: reading times, tools, the number of comments.

use crate::blocks::block_runs;
use crate::chars::plain_digits;
use crate::evidence::{Clue, Evidence};
use crate::judge::bench::{Bench, evidence};
use crate::judge::context::{BlockId, is_tool, whole_phrase};
use crate::judge::roles::{Role, is_date};
use crate::outline::{NodeId, Outline};
use crate::squeeze::is_blank;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Characters of a label that are read.
const LONGEST_LABEL: usize = 80;
/// Pieces of text and levels of one that are looked at.
const MOST_PIECES: usize = 40;
const MOST_LEVELS: usize = 6;

/// Verdicts on the labels of such lines, each an element of its own.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let blocks = &bench.context.blocks;
    let is_line =
        |at: &BlockId| bench.parts.roles[*at] == Role::Byline && blocks[*at].is_in_sight();
    let lines = (0..blocks.len()).filter(is_line);
    lines.flat_map(|at| labels(bench, at)).collect()
}

fn labels(bench: &Bench<'_, '_>, at: BlockId) -> Vec<Verdict> {
    let page = bench.context.page;
    let labels = pieces(page, bench, at);
    if labels.len() < 2 {
        return Vec::new();
    }
    let shows_date = |id: NodeId| {
        page.tag(id) == Tag::Time
            || page
                .ancestors(id)
                .take(MOST_LEVELS)
                .any(|up| page.tag(up) == Tag::Time)
            || is_date(&page.squeezed(id, LONGEST_LABEL))
    };
    let dated = labels.iter().any(|&id| shows_date(id));
    let goes = |&id: &NodeId| {
        let (reason, evidence) = tool(bench, id, dated).filter(|_| !shows_date(id))?;
        Some(Verdict::hide(id, reason, Certainty::Strong, evidence))
    };
    labels.iter().filter_map(goes).collect()
}

/// The words of a tool, or how long it takes to read. "3 hours ago" is said so, too, where no other date stands.
fn tool(bench: &Bench<'_, '_>, id: NodeId, dated: bool) -> Option<(Reason, Evidence)> {
    let text = bench.context.page.squeezed(id, LONGEST_LABEL);
    let Some(phrase) = whole_phrase(bench.context.packs, &text) else {
        let takes = dated && tells_minutes(&text) && !names_source(bench.context.page, id, &text);
        return takes.then(|| (Reason::Byline, Clue::Says.on(text)));
    };
    let goes = match phrase.reason {
        Reason::Newsletter => true,
        Reason::Byline => dated && text.contains(|c: char| c.is_ascii_digit()),
        reason => is_tool(reason),
    };
    goes.then(|| (phrase.reason, evidence(phrase)))
}

/// "20 Minutes with AFP": a paper or a programme may be called so. Its name leads to it, or stands in the metadata.
fn names_source(page: &Outline, id: NodeId, text: &str) -> bool {
    let metadata = &page.metadata;
    let mut names = metadata.authors.iter().chain(&metadata.site);
    let mut near = page.subtree(id).chain(page.ancestors(id).take(MOST_LEVELS));
    near.any(|id| page.tag(id) == Tag::A)
        || names.any(|name| !name.is_empty() && text.contains(name.as_str()))
}

/// How minutes begin, and what is all of them: "perc" are minutes in Hungary, and "percent" are none.
const MINUTES: &[&str] = &[
    "minut",
    "minuu",
    "minú",
    "минут",
    "хвил",
    "λεπτ",
    "dakik",
    "phút",
    "menit",
    "分",
    "นาที",
    "دق",
    "דק",
    "मिन",
    "মিন",
];
const SHORT_MINUTES: &[&str] = &[
    "min", "mins", "мин", "хв", "dk", "dak", "perc", "perces", "분",
];
/// "2’", but not "70’s".
const SIGNS: &[char] = &['’', '′'];
/// "Ca. 4 min de lectura": between spaces, since what is written without them is one, and a colon alone is none.
const MOST_WORDS: usize = 5;

/// "4 mins to read", "Lästid: 2 min", "3分钟": a number of minutes, as every language says how long it takes to read or to
/// hear.
fn tells_minutes(text: &str) -> bool {
    let plain = plain_digits(text).to_lowercase();
    let Some(from) = plain.find(|c: char| c.is_ascii_digit()) else {
        return false;
    };
    let after = plain[from..].trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = after.trim_start_matches([' ', '\u{a0}', '-', '‑', '–']);
    let word = unit
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let signed = || unit.strip_prefix(SIGNS);
    let says = |word: &&str| word.contains(char::is_alphanumeric);
    plain.len() - from - after.len() <= 2
        && (MINUTES.iter().any(|minutes| unit.starts_with(minutes))
            || SHORT_MINUTES.contains(&word)
            || signed().is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
        && !unit.contains(|c: char| c.is_ascii_digit())
        && plain.split_whitespace().filter(says).count() <= MOST_WORDS
}

/// The elements that hold the line's texts, each the largest that shows one of them alone.
fn pieces(page: &Outline, bench: &Bench<'_, '_>, at: BlockId) -> Vec<NodeId> {
    let block = &bench.context.blocks[at];
    let shown = |id: NodeId| {
        let runs = page.runs_of(id).iter();
        runs.take(MOST_PIECES)
            .filter(|run| !is_blank(page.run_text(run)))
            .count()
    };
    let mut out: Vec<NodeId> = Vec::new();
    let runs = block_runs(page, block);
    let runs = runs.iter().filter(|run| !is_blank(page.run_text(run)));
    for run in runs.take(MOST_PIECES).filter(|run| run.node != block.node) {
        let up = page.ancestors(run.node).take_while(|&up| up != block.node);
        let alone = up.take(MOST_LEVELS).take_while(|&up| shown(up) == 1);
        let id = alone.last().unwrap_or(run.node);
        if shown(id) == 1 && page.tag(id).is_inline() {
            out.push(id);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean, rewrite};

    /// The page with this line under its headline.
    fn cleaned(line: &str) -> String {
        let html = format!(
            "<html lang='en'><body><article><h1>The lamp stays lit until the spring</h1><div class='byline'>{line}</div>{}</article></body></html>",
            paragraphs(8)
        );
        rewrite(&html, &clean(&html, &Options::default()).plan)
    }

    #[test]
    fn what_is_neither_author_nor_date_goes_from_their_line() {
        let page = cleaned(
            "<span>By Ann Lee</span> <time>3 May 2026</time> <span class='x'><b>6 min read</b></span> <button>Save</button>",
        );
        assert!(
            !page.contains("6 min read") && !page.contains("Save"),
            "{page}"
        );
        assert!(
            page.contains("Ann Lee") && page.contains("3 May 2026"),
            "{page}"
        );
    }

    #[test]
    fn what_may_be_the_date_stays() {
        let page = cleaned("<span>By Ann Lee</span> <span>3 hours ago</span>");
        assert!(page.contains("3 hours ago"), "{page}");
        let page =
            cleaned("<span>By Ann Lee</span> <time>3 hours ago</time> <span>5 May 2026</span>");
        assert!(page.contains("3 hours ago"), "{page}");
    }

    #[test]
    fn minutes_are_told_in_every_language() {
        for time in [
            "4 mins to read",
            "Lästid: 2 min",
            "3分钟",
            "4 min czytania",
            "2’ ανάγνωσης",
            "٣ دقائق",
            "‎3 Min",
            "5-minute read",
            "Czas czytania: 4 min.",
            "4 perc",
            "3분",
            "Temps de lecture : 2 min",
            "预计阅读时间：约3分钟",
        ] {
            assert!(super::tells_minutes(time), "{time}");
        }
        for other in [
            "12 Minster Road",
            "May 3, 2026",
            "3 May",
            "120 min",
            "12:05 min 3",
            "4 lamps",
            "He was back in 4 minutes with the oil",
            "4 percent",
            "70’s lamps",
            "9 Dakota News",
            "5 министров",
            "3분기 실적",
        ] {
            assert!(!super::tells_minutes(other), "{other}");
        }
    }

    #[test]
    fn how_long_it_takes_to_read_goes_without_a_phrase() {
        let page =
            cleaned("<span>By Ann Lee</span> <time>3 May 2026</time> <span>4 mins to read</span>");
        assert!(
            !page.contains("mins") && page.contains("3 May 2026"),
            "{page}"
        );
        let page = cleaned("<span>By Ann Lee</span> <span>4 mins to read</span>");
        assert!(page.contains("mins"), "{page}");
    }

    #[test]
    fn a_paper_that_is_called_minutes_stays_in_the_line() {
        let site = "<meta property='og:site_name' content='20 Minutes'>";
        let line = |label: &str| {
            format!("<span>By Ann Lee</span> <time>3 May 2026</time> <span>{label}</span>")
        };
        assert!(!cleaned(&line("20 Minutes with AFP")).contains("AFP"));
        assert!(cleaned(&format!("{site}{}", line("20 Minutes with AFP"))).contains("AFP"));
        assert!(cleaned(&line("<a href='/a'>60 Minutes</a>")).contains("60 Minutes"));
    }
}
