//! Lines and what each is by itself, wherever it stands.

use crate::blocks::{Stats, count, is_unspaced, text_ends_sentence};
use crate::judge::roles::is_date;
use crate::plain::sign;
use crate::plain::why::Why;

/// What a line is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing; stands for any number of blank lines.
    Blank,
    /// A paragraph, in any script: goes on a phrase only, never for where it stands.
    Prose,
    /// A short sentence: stays where lines go for where they stand.
    Sentence,
    /// A line of code: stays, and so does what stands next to it.
    Code,
    /// Anything else.
    Short,
}

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its number in the text.
    pub place: u32,
    /// Without the white space at its end.
    pub text: &'a str,
    pub kind: LineKind,
    /// Words; in scripts without spaces half the characters.
    pub words: u32,
    /// What marks it as clutter by itself.
    pub sign: Option<Why>,
    /// It holds a date, and is short.
    pub dated: bool,
    /// It begins with a bullet or a number.
    pub item: bool,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.kind == LineKind::Blank
    }

    /// No white space in it, and words that are set off by white space elsewhere.
    pub(super) fn is_one_word(&self) -> bool {
        let text = self.text.trim();
        text.chars().any(char::is_alphabetic)
            && !text.chars().any(|c| c.is_whitespace() || is_unspaced(c))
    }

    /// "87", "1.2k": no words.
    pub(super) fn is_number(&self) -> bool {
        let text = self.text.trim().trim_end_matches(['k', 'K', 'm', 'M', '+']);
        text.starts_with(|c: char| c.is_numeric())
            && text
                .chars()
                .all(|c| c.is_numeric() || matches!(c, '.' | ',' | ' '))
    }

    /// In a script that puts no spaces between words.
    pub(super) fn is_unspaced(&self) -> bool {
        self.text.chars().any(is_unspaced)
    }
}

/// Cuts a text into lines. Runs of blank lines become one, and there is none at either end.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = Vec::new();
    let mut fenced = false;
    for (place, text) in (0..).zip(text.lines()) {
        let line = read(place, text.trim_end(), &mut fenced);
        if !line.is_blank() || out.last().is_some_and(|last| !last.is_blank()) {
            out.push(line);
        }
    }
    if out.last().is_some_and(Line::is_blank) {
        out.pop();
    }
    out
}

fn read<'a>(place: u32, text: &'a str, fenced: &mut bool) -> Line<'a> {
    let bare = text.trim_start();
    let mut stats = Stats::default();
    count(bare, false, false, &mut stats);
    let fence = bare.starts_with("```") || bare.starts_with("~~~");
    let kind = match kind(bare, &stats) {
        _ if bare.is_empty() => LineKind::Blank,
        _ if *fenced || fence => LineKind::Code,
        // Prose about code holds code.
        LineKind::Short | LineKind::Sentence if is_code(bare) => LineKind::Code,
        kind => kind,
    };
    *fenced ^= fence;
    let marked = !matches!(kind, LineKind::Blank | LineKind::Code);
    Line {
        place,
        text: if bare.is_empty() { "" } else { text },
        kind,
        words: stats.words,
        sign: marked.then(|| sign::of(bare, stats.words)).flatten(),
        dated: marked && is_date(bare),
        item: is_item(bare),
    }
}

fn kind(text: &str, stats: &Stats) -> LineKind {
    let stops = sign::ends_with_stop(text);
    let punctuated = stats.sentences > 0 || stats.commas > 1 || stops || text_ends_sentence(text);
    // Thai and its neighbours end a sentence with a space, and so do some who write Chinese.
    let unspaced = text.chars().filter(|&c| is_unspaced(c)).count();
    let long = unspaced >= 60 || (unspaced >= 32 && text.contains(char::is_whitespace));
    if long || (stats.words >= 12 && punctuated) {
        LineKind::Prose
    } else if stops && stats.words >= 5 {
        LineKind::Sentence
    } else {
        LineKind::Short
    }
}

/// What prose does not hold and most lines of code do.
fn is_code(text: &str) -> bool {
    text.ends_with(['{', '}', ';'])
        || ["()", "=>", "==", " = ", "+=", "</", "/>", "::"]
            .iter()
            .any(|mark| text.contains(mark))
}

fn is_item(text: &str) -> bool {
    let marker = text.split_whitespace().next().unwrap_or("");
    let number = marker.trim_end_matches(['.', ')']);
    matches!(marker, "-" | "*" | "•" | "·" | "–" | "+")
        || (number.len() < marker.len()
            && !number.is_empty()
            && number.chars().all(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<LineKind> {
        split(text).iter().map(|line| line.kind).collect()
    }

    #[test]
    fn tells_prose_in_any_script() {
        for prose in [
            "The gates rose at nine in the evening, and the river went to work.",
            "مطر الخريف تأخر أسبوعين عما كان عليه في شباب الرجل، وتضاعف عدد الأيام الغزيرة فيه.",
            "砂時計は一九九三年、当時の市長が「急がない町」を掲げて造らせた。",
            "बूढ़े माली ने बताया कि बरसात के बाद यह पेड़ हर साल दो बार फूल देता है।",
            "ชาวบ้านเล่าว่าระฆังใบเก่าถูกนำกลับมาแขวนไว้ที่หอหลังจากหายไปนานกว่าสามสิบปีแล้วและทุกคนดีใจ",
        ] {
            assert_eq!(kinds(prose), [LineKind::Prose], "{prose}");
        }
    }

    #[test]
    fn squeezes_blank_lines_and_cuts_those_at_the_ends() {
        let lines = split("\r\n \r\na \r\n\r\n\t\r\n  b\r\n\r\n");
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        assert_eq!(texts, ["a", "", "  b"]);
    }

    #[test]
    fn knows_dates_in_other_digits() {
        assert!(is_date("١٥ نوفمبر ٢٠١٨") && is_date("２０２３年３月３日"));
        assert!(!is_date("Fifteen years later"));
    }

    #[test]
    fn knows_code_and_what_is_fenced() {
        assert_eq!(kinds("if ready {\n```\nnext\n```\nnext"), {
            use LineKind::{Code, Short};
            [Code, Code, Code, Code, Short]
        });
    }

    #[test]
    fn prose_about_code_is_prose() {
        let about =
            "The call main() comes last, and whatever stands behind it is never reached by anyone.";
        assert_eq!(kinds(about), [LineKind::Prose]);
        assert_eq!(kinds("main()"), [LineKind::Code]);
    }

    #[test]
    fn a_sentence_in_bold_is_one() {
        let plain = "The gates rose at nine.";
        assert_eq!(kinds(plain), [LineKind::Sentence]);
        assert_eq!(kinds(&format!("**{plain}**")), [LineKind::Sentence]);
    }

    #[test]
    fn knows_list_items() {
        assert!(is_item("- Print") && is_item("12. Print") && is_item("3) Print"));
        assert!(!is_item("Print") && !is_item("2020 was wet") && !is_item("-Print"));
    }
}
