//! Lines that an author signs: below the headline, and, as blogs do, below the text.

use crate::article::{NameKind, Sites, begins_with_by, names_in, names_person, tells_publishing};
use crate::blocks::text_ends_sentence;
use crate::chars::plain_digits;
use crate::judge::context::{BlockId, Context, Hints, is_paragraph};
use crate::verdict::Reason;

/// Words of several authors with their jobs and two dates.
pub(super) const LONGEST_BYLINE: u32 = 25;

/// Lines from the headline down to its author: a standfirst and a picture's caption may come between.
const MOST_ABOVE: usize = 3;

/// "By Ida Brandt, 3 May 2026", "By Ida Brandt · Share": the model takes some such lines for the text that they stand over.
pub(super) fn signs_above(context: &Context<'_>, at: BlockId, headline: BlockId) -> bool {
    let text = context.text(at);
    let near = at > headline && at - headline <= MOST_ABOVE;
    let block = &context.blocks[at];
    near && block.is_in_sight()
        && block.stats.words <= LONGEST_BYLINE
        && begins_with_by(text)
        && !text_ends_sentence(text)
        && ((is_date(text) && names_someone(text)) || begins_with_author(context, at))
}

/// "By July 2026, 12 lamps will be lit" is a standfirst. A job may stand behind a name without a mark, and what was posted
/// was by somebody.
fn names_someone(text: &str) -> bool {
    let is_large = |name: &str| name.starts_with(char::is_uppercase) && name.contains(' ');
    let names = names_in(text, &Sites::default());
    let named = names.first();
    named.is_some_and(|name| name.kind == NameKind::Person || is_large(&name.text))
        || tells_publishing(text)
        || text.split_whitespace().take(2).any(is_site)
}

/// "Author: harbour.example".
fn is_site(word: &str) -> bool {
    let end = word.rsplit_once('.').map_or("", |(_, end)| end);
    end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Blocks below the body, where blogs have "Posted by Ida Brandt at 7:32 PM".
const MOST_BELOW: usize = 2;

/// The line below the body, which ends at `end`, that says who posted it.
pub(super) fn signs_below(context: &Context<'_>, end: BlockId) -> Option<BlockId> {
    let past = (end + MOST_BELOW).min(context.blocks.len());
    (end..past).find(|&at| says_who_posted(context, at))
}

/// A day or a time stands behind the name. Comments are signed so, too.
fn says_who_posted(context: &Context<'_>, at: BlockId) -> bool {
    let (page, block, text) = (context.page, &context.blocks[at], context.text(at));
    let mut around = page.self_and_ancestors(block.node).take(MOST_AROUND);
    block.is_in_sight()
        && block.stats.words <= LONGEST_BYLINE
        && block.stats.digits > 0
        && tells_publishing(text)
        && begins_with_by(text)
        && names_person(text)
        && context.phrases[at].is_none_or(|said| said.reason == Reason::Byline)
        && !around.any(|id| context.hints[id as usize].has(Hints::READERS))
}

/// Boxes around a line that may be called comments.
const MOST_AROUND: usize = 8;

/// Whatever else stands in the line: "By Ida Brandt · 7:10 on Monday · Share · 12 comments".
pub(super) fn begins_with_author(context: &Context<'_>, at: BlockId) -> bool {
    let text = context.text(at);
    let author = context.page.metadata.byline.as_deref().unwrap_or("");
    author.contains(char::is_whitespace) && begins_with_by(text) && text.contains(author)
}

/// A paragraph that begins with the author's name, as the metadata has it: it tells who that is. A paper that signs its
/// articles itself has asked the council for an answer.
pub(crate) fn tells_of_author(context: &Context<'_>, at: BlockId) -> bool {
    let metadata = &context.page.metadata;
    let begins = |name: &String| {
        let rest = context.text(at).strip_prefix(name.as_str());
        name.contains(' ')
            && Some(name) != metadata.site.as_ref()
            && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    is_paragraph(&context.blocks[at]) && metadata.authors.iter().any(begins)
}

/// A short line with a year and at least one more number, in the digits of any script: "9 Jan, 2020 19:03", "2024年5月6日".
pub(crate) fn is_date(text: &str) -> bool {
    // 80 characters are at most 320 bytes.
    if text.len() > 4 * LONGEST_DATE || text.chars().count() > LONGEST_DATE {
        return false;
    }
    let plain = plain_digits(text);
    let mut numbers = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty());
    let era = |n: &str| match &n[..2] {
        "19" | "20" => true,
        // Iran writes 1403, in digits of its own, and Thailand 2568.
        "13" | "14" => text.contains(|c| matches!(c, '۰'..='۹')),
        "25" => text.contains(|c| matches!(c, '\u{e00}'..='\u{e7f}')),
        _ => false,
    };
    let year = |n: &str| n.len() == 4 && era(n);
    numbers.clone().any(year) && numbers.any(|n| n.len() <= 2)
}

/// Characters of a line that is a date and not much else.
const LONGEST_DATE: usize = 80;

#[cfg(test)]
mod tests {
    use super::{is_date, signs_below};
    use crate::Options;
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{judge_by, paragraphs};
    use crate::read::read;

    /// The page with this below an article, and who wrote it.
    fn signed(below: &str) -> (String, Option<String>) {
        let html = format!(
            "<html><body><div class='post'><h3 class='post-title'>The lamp stays lit until the spring</h3>{}</div>{below}</body></html>",
            paragraphs(6)
        );
        let clean = crate::clean(&html, &Options::default());
        let byline = clean.article.metadata.byline.clone();
        (crate::rewrite(&html, &clean.plan), byline)
    }

    #[test]
    fn who_posted_it_stands_below_it() {
        let line = "<div class='post-footer'><span class='post-author'>Posted by Ida Brandt at 7:32 PM</span></div>";
        let tools =
            "<div class='share-buttons'><a href='#'>Email This</a> <a href='#'>BlogThis!</a></div>";
        let (page, byline) = signed(&format!("{line}{tools}"));
        assert!(page.contains("Posted by"), "{page}");
        assert!(!page.contains("BlogThis"), "{page}");
        assert_eq!(byline.as_deref(), Some("Ida Brandt"));
        let (page, byline) = signed(&format!(
            "<div class='comments'><div class='comment'><p>It was the oil.</p>{line}</div></div>"
        ));
        assert!(!page.contains("Posted by"), "{page}");
        assert_eq!(byline, None);
    }

    #[test]
    fn a_line_below_the_text_is_signed_by_a_verb_a_name_and_a_time() {
        let is_signed = |line: &str| {
            let text = paragraphs(1);
            let page = read(&format!(
                "<html><body>{text}<div>{line}</div></body></html>"
            ));
            signs_below(&Context::new(&page), 1) == Some(1)
        };
        assert!(is_signed("Posted by Ida Brandt at 7:32 PM"));
        assert!(!is_signed("Posted by Ida Brandt"));
        // A teaser's author.
        assert!(!is_signed("By Ida Brandt at 7:32 PM"));
        assert!(!is_signed("Posted on Monday at 7:32 PM"));
        assert!(!is_signed(
            "<p class='comment-list'>Posted by Ida Brandt at 7:32 PM</p>"
        ));
    }

    #[test]
    fn the_life_of_the_author_goes_by_the_name_it_begins_with() {
        let goes_where = |believed: f32, below: &str| {
            let page = read(&format!(
                "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":[{{\"name\":\"Ida Brandt\"}},{{\"name\":\"The Harbour Post\"}}]}}\
                 </script><meta property='og:site_name' content='The Harbour Post'></head><body><main><h1>The lamp stays lit</h1><div>{}</div>{below}</main></body></html>",
                paragraphs(8)
            ));
            let context = Context::new(&page);
            let life = |text: &String| {
                if text.contains("lighthouses") {
                    believed
                } else {
                    0.95
                }
            };
            let p = context.texts.iter().map(life).collect();
            let verdicts = judge_by(&context, p, &Options::default()).verdicts;
            let mut outside = verdicts.iter().filter(|v| v.evidence.clue == Clue::Outside);
            outside.any(|v| page.squeezed(v.node, 200).contains("lighthouses"))
        };
        let life = |name: &str| {
            format!(
                "<div><p>{name} writes of lighthouses, harbours and councils, and lives in Lower Marsh with a dog.</p></div>"
            )
        };
        let goes = |below: &str| goes_where(0.2, below);
        assert!(goes(&life("Ida Brandt")));
        assert!(!goes_where(0.3, &life("Ida Brandt")));
        assert!(!goes(&life("Bo Doe")));
        assert!(!goes(&life("Ida Brandtner")));
        assert!(!goes(&life("The Harbour Post")));
        assert!(!goes("<div><p>Ida Brandt, of lighthouses</p></div>"));
    }

    #[test]
    fn days_are_told_in_the_digits_and_years_of_other_scripts() {
        for date in [
            "শেষ আপডেট: ১৯ অগস্ট ২০২৪ ০৬:২০",
            "۰۵ خرداد ۱۴۰۳ - ۰۸:۱۵",
            "٨ يناير ٢٠٢٥",
            "20 พ.ค. 2568 06:30 น.",
            "2024年5月6日",
            "9 Jan, 2020 19:03",
        ] {
            assert!(is_date(date), "{date}");
        }
        for other in [
            "In 1403 there were 5 lamps",
            "2568 lamps, 20 of them lit",
            "১৯ জন",
        ] {
            assert!(!is_date(other), "{other}");
        }
    }
}
