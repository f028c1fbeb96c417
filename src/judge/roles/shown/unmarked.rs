//! Names that nothing marks as the author's, told by where they stand: before or behind a date, below the article.

use super::naming::naming;
use super::seamed;
use crate::article::{NameKind, SEAM, Sites, begins_with_by, names_in};
use crate::blocks::is_unspaced;
use crate::judge::context::{BlockId, Context};
use crate::judge::roles::is_date;
use crate::outline::{Attr, NodeId};
use crate::tag::Tag;

/// "Ann Example | 3 May 2020": a person's name, a bar or dot, and a date.
pub(super) fn dated(
    context: &Context<'_>,
    at: BlockId,
    headline: Option<BlockId>,
) -> Option<String> {
    let text = seamed(context, at, |_| true);
    if let Some(name) = behind_date(&text) {
        return Some(name);
    }
    let (name, rest) = text.split_once(['|', '·', '•', '/'])?;
    let names = names_in(name, &Sites::default());
    let person =
        matches!(&names[..], [only] if only.kind == NameKind::Person && only.text == name.trim());
    let below = headline.is_some_and(|headline| at > headline);
    (person && below && is_date(rest)).then_some(name.to_owned())
}

/// "11 June 2026 with Ann Example": the person behind a date and "by". A colon makes it one of several fields, which may be
/// empty, and in Chinese and Japanese a short label and a name look alike.
fn behind_date(text: &str) -> Option<String> {
    let words = text.match_indices([' ', SEAM]).map(|(at, _)| at);
    let mut cuts = words.map(|at| (&text[..at], text[at..].trim_start_matches([' ', SEAM])));
    let (_, rest) = cuts.find(|(date, rest)| is_date(date) && is_by(rest))?;
    let names = names_in(rest.trim_start_matches("with "), &Sites::default());
    let name = names.into_iter().next()?;
    (name.kind == NameKind::Person && !rest.contains(is_unspaced)).then_some(name.text)
}

fn is_by(rest: &str) -> bool {
    let word = rest.split([' ', SEAM]).next().unwrap_or("");
    rest.starts_with("with ") || (begins_with_by(rest) && !word.ends_with(':'))
}

/// A name alone at the end of the article, in bold or to the right, or behind "Author:".
pub(super) fn sign_off(context: &Context<'_>, at: BlockId) -> Option<String> {
    let page = context.page;
    let block = &context.blocks[at];
    let right = |&id: &NodeId| {
        let style = page.attr(id, Attr::Style).unwrap_or("");
        style.contains("right") && style.contains("text-align")
    };
    let strong = page.runs_of(block.node).iter().all(|run| {
        page.self_and_ancestors(run.node)
            .take(3)
            .any(|id| matches!(page.tag(id), Tag::Strong | Tag::B))
    });
    let marked = strong || right(&block.node) || naming(context, at).is_some();
    let short = (2..=5).contains(&block.stats.words) && block.is_in_sight();
    let text = context.text(at);
    // Who is named so may have a page of articles; a link with no such label is to another article.
    let labelled = begins_with_by(text) && text.contains([':', '：']);
    let linked = block.stats.links > 0;
    (short && (labelled || (marked && !linked))).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::judge::paragraphs;
    use crate::{Options, clean};

    fn byline(above: &str, below: &str) -> Option<String> {
        let html = format!(
            "<body><main><div>{above}<h1>The lamp stays lit until the spring</h1>{below}</div>{}</main></body>",
            paragraphs(6)
        );
        clean(&html, &Options::default()).article.metadata.byline
    }

    #[test]
    fn who_stands_behind_a_date_and_by_is_the_author() {
        for line in [
            "June 11, 2026 by Ida Brandt",
            "11 June 2026 with Ida Brandt 47:12",
        ] {
            let line = format!("<div>{line}</div>");
            assert_eq!(byline(&line, "").as_deref(), Some("Ida Brandt"), "{line}");
            assert_eq!(byline("", &line).as_deref(), Some("Ida Brandt"), "{line}");
        }
        for line in [
            "Fish with Ida Brandt",
            "June 11, 2026 with pictures",
            "June 11, 2026 Ida Brandt",
            "11.6.2026 Author: Ida Brandt",
        ] {
            assert_eq!(byline("", &format!("<div>{line}</div>")), None, "{line}");
        }
    }

    /// The byline of an article with this below its last paragraph.
    fn signed(line: &str) -> Option<String> {
        let html = format!(
            "<body><main><h1>The lamp stays lit until the spring</h1>{}{line}</main></body>",
            paragraphs(6)
        );
        clean(&html, &Options::default()).article.metadata.byline
    }

    #[test]
    fn the_name_behind_a_label_below_the_article_is_the_author_s() {
        let linked = "<div>Autor: <a href='/lide/4'>Ida Brandtová</a></div>";
        assert_eq!(signed(linked).as_deref(), Some("Ida Brandtová"));
        assert_eq!(signed(&linked.replace("Autor: ", "")), None);
    }

    #[test]
    fn a_short_line_with_the_job_behind_a_name_is_the_author_s_in_korean() {
        assert_eq!(
            byline("", "<ul><li>강도윤 기자</li></ul>").as_deref(),
            Some("강도윤")
        );
        assert_eq!(
            byline("", "<ul><li>우리 기자 협회 소식 모음</li></ul>"),
            None
        );
    }
}
