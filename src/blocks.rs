//! Blocks: the page's text cut where a browser would break the line, the units that judges weigh.

use crate::outline::{Attr, NodeId, Outline, Run};
use crate::tag::Tag;

/// A stretch of text without a block boundary in it.
#[derive(Clone, Debug)]
pub struct Block {
    /// The nearest element around the text that is not inline.
    pub node: NodeId,
    /// The deepest element that holds all of the text: `node`, or an inline element in it.
    pub inner: NodeId,
    /// The text runs in [`Outline::runs`].
    pub runs: (u32, u32),
    /// What the text is made of.
    pub stats: Stats,
    /// How the page hides it, if it does.
    pub hidden: Hidden,
}

/// How text is kept from sight by the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Hidden {
    /// It is in sight.
    #[default]
    No,
    /// `hidden`, `display: none`: nobody sees it unless a script says so.
    Off,
    /// A label for screen readers.
    ScreenReader,
}

/// Counts of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stats {
    /// Words; in scripts without spaces two characters count as one word.
    pub words: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Letters and digits inside links.
    pub link_letters: u32,
    /// Letters and digits in bold or emphasis.
    pub strong_letters: u32,
    /// Digits.
    pub digits: u32,
    /// Capital letters.
    pub capitals: u32,
    /// Words that begin with a capital letter.
    pub capitalised: u32,
    /// Commas of all scripts.
    pub commas: u32,
    /// Sentence ends: `.`, `!`, `?`, `。` … before a space or the end.
    pub sentences: u32,
    /// Links.
    pub links: u32,
    /// The text ends as a sentence does, closing quotes and brackets apart.
    pub ends_sentence: bool,
    /// Quotation marks.
    pub quotes: u32,
}

impl Stats {
    /// The part of the letters that stands in links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        ratio(self.link_letters, self.letters)
    }
}

/// `part / whole`, 0 for an empty whole.
pub fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

/// Cuts the page into blocks, in document order. Blank text makes no block.
pub fn blocks(page: &Outline) -> Vec<Block> {
    let marks = Marks::of(page);
    let mut out: Vec<Block> = Vec::new();
    let mut start = 0;
    for index in 0..page.runs.len() {
        if marks.breaks[index] && index > start {
            push(page, &marks, start, index, &mut out);
            start = index;
        }
    }
    push(page, &marks, start, page.runs.len(), &mut out);
    out
}

/// Per-node and per-run facts computed once, top down.
struct Marks {
    breaks: Vec<bool>,
    hidden: Vec<Hidden>,
    /// In a link.
    linked: Vec<bool>,
    /// In bold, strong or emphasis.
    strong: Vec<bool>,
    /// In `<svg>` or `<math>`: no text of the page's flow.
    foreign: Vec<bool>,
}

impl Marks {
    fn of(page: &Outline) -> Marks {
        let count = page.nodes.len();
        let mut marks = Marks {
            breaks: vec![false; page.runs.len() + 1],
            hidden: vec![Hidden::No; count],
            linked: vec![false; count],
            strong: vec![false; count],
            foreign: vec![false; count],
        };
        let mut last_br = None;
        for id in 0..page.len() {
            marks.inherit(page, id);
            let node = page.node(id);
            let (first, past) = (node.runs.0 as usize, node.runs.1 as usize);
            if node.tag == Tag::Br {
                // Two line breaks with nothing between them end a paragraph, as pages without <p> have it.
                let blank_between = last_br.is_some_and(|at: usize| blank(page, at, first));
                marks.breaks[first] |= blank_between;
                last_br = Some(first);
            } else if !node.tag.is_inline() {
                marks.breaks[first] = true;
                marks.breaks[past] = true;
            }
        }
        marks
    }

    fn inherit(&mut self, page: &Outline, id: NodeId) {
        let at = id as usize;
        if let Some(parent) = page
            .nodes
            .get(page.node(id).parent as usize)
            .map(|_| page.node(id).parent as usize)
        {
            self.hidden[at] = self.hidden[parent];
            self.linked[at] = self.linked[parent];
            self.strong[at] = self.strong[parent];
            self.foreign[at] = self.foreign[parent];
        }
        if self.hidden[at] == Hidden::No {
            self.hidden[at] = own_hidden(page, id);
        }
        self.linked[at] |= page.tag(id) == Tag::A && page.attr(id, Attr::Href).is_some();
        self.strong[at] |= matches!(page.tag(id), Tag::B | Tag::Strong | Tag::Em | Tag::I);
        self.foreign[at] |= page.node(id).foreign;
    }
}

fn blank(page: &Outline, from: usize, to: usize) -> bool {
    page.runs[from..to]
        .iter()
        .all(|run| page.run_text(run).trim().is_empty())
}

/// How an element itself hides its content from sight.
pub fn own_hidden(page: &Outline, id: NodeId) -> Hidden {
    if page
        .attr(id, Attr::Hidden)
        .is_some_and(|v| v != "until-found")
    {
        return Hidden::Off;
    }
    if page.attr(id, Attr::Style).is_some_and(style_hides) {
        return Hidden::Off;
    }
    let labels = |class: &str| class.split_ascii_whitespace().any(is_screen_reader_class);
    match page.attr(id, Attr::Class) {
        Some(class) if labels(class) => Hidden::ScreenReader,
        _ => Hidden::No,
    }
}

fn style_hides(style: &str) -> bool {
    let squeezed: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    squeezed.contains("display:none") || squeezed.contains("visibility:hidden")
}

/// The class names by which frameworks hide labels from sight but not from screen readers.
fn is_screen_reader_class(class: &str) -> bool {
    let mut plain = String::with_capacity(class.len());
    plain.extend(
        class
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase()),
    );
    // Styles that add "focusable" or "not" undo the hiding.
    if plain.contains("notsronly") || plain.starts_with("not") {
        return false;
    }
    plain == "sronly"
        || plain == "srt"
        || [
            "visuallyhidden",
            "visuallyhide",
            "screenreader",
            "assistivetext",
            "vhsonly",
            "offscreen",
            "isvishidden",
            "uvisuallyhidden",
            "ascreenreader",
            "elementinvisible",
        ]
        .iter()
        .any(|name| plain.contains(name))
        || (plain.contains("sronly") && !plain.contains("focus"))
}

fn push(page: &Outline, marks: &Marks, start: usize, end: usize, out: &mut Vec<Block>) {
    let runs = &page.runs[start..end];
    let mut stats = Stats::default();
    let mut first = None;
    let mut inner = None;
    let mut hidden = Hidden::No;
    let mut last_link = None;
    for run in runs {
        let at = run.node as usize;
        let text = page.run_text(run);
        if marks.foreign[at] || text.trim().is_empty() {
            continue;
        }
        if first.is_none() {
            (first, hidden) = (Some(run.node), marks.hidden[at]);
        } else if marks.hidden[at] == Hidden::No {
            hidden = Hidden::No;
        }
        inner = Some(inner.map_or(run.node, |held| common(page, held, run.node)));
        let link = marks.linked[at].then(|| link_of(page, run.node)).flatten();
        stats.links += u32::from(link.is_some() && link != last_link);
        last_link = link;
        count(text, link.is_some(), marks.strong[at], &mut stats);
    }
    if let (Some(first), Some(inner)) = (first, inner) {
        stats.ends_sentence = ends_sentence(page, runs);
        let node = block_element(page, first);
        let runs = (start as u32, end as u32);
        out.push(Block {
            node,
            inner,
            runs,
            stats,
            hidden,
        });
    }
}

fn common(page: &Outline, one: NodeId, other: NodeId) -> NodeId {
    if page.contains(one, other) {
        return one;
    }
    page.ancestors(one)
        .find(|&up| page.contains(up, other))
        .unwrap_or(0)
}

fn link_of(page: &Outline, node: NodeId) -> Option<NodeId> {
    std::iter::once(node)
        .chain(page.ancestors(node))
        .find(|&id| page.tag(id) == Tag::A)
}

/// The nearest element at or around `node` that is not inline.
pub fn block_element(page: &Outline, node: NodeId) -> NodeId {
    std::iter::once(node)
        .chain(page.ancestors(node))
        .find(|&id| !page.tag(id).is_inline())
        .unwrap_or(0)
}

fn ends_sentence(page: &Outline, runs: &[Run]) -> bool {
    let last = runs
        .iter()
        .rev()
        .map(|run| page.run_text(run).trim_end())
        .find(|text| !text.is_empty());
    last.is_some_and(text_ends_sentence)
}

/// True where a text ends with sentence punctuation, closing quotes and brackets apart.
pub fn text_ends_sentence(text: &str) -> bool {
    let closing = |c: char| {
        matches!(
            c,
            '"' | '\'' | '”' | '’' | '»' | '«' | ')' | ']' | '」' | '』' | '）' | '“' | '*'
        ) || c.is_whitespace()
    };
    text.trim_end_matches(closing).ends_with(is_sentence_end)
}

fn is_sentence_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | ';' | '：' | ':'
    )
}

/// True for characters of scripts that put no spaces between words.
pub fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3040..=0x30ff
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Adds a text's counts to `stats`.
pub fn count(text: &str, linked: bool, strong: bool, stats: &mut Stats) {
    let (mut in_word, mut unspaced) = (false, 0u32);
    let mut letters = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_unspaced(c) {
            unspaced += 1;
            letters += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            let upper = c.is_uppercase();
            stats.capitals += u32::from(upper);
            stats.digits += u32::from(c.is_numeric());
            if !in_word {
                stats.words += 1;
                stats.capitalised += u32::from(upper);
            }
            in_word = true;
            letters += 1;
        } else {
            in_word = in_word
                && matches!(c, '\'' | '’' | '-' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}');
            punctuation(c, chars.peek().copied(), stats);
        }
    }
    stats.words += unspaced.div_ceil(2);
    stats.letters += letters;
    stats.link_letters += if linked { letters } else { 0 };
    stats.strong_letters += if strong { letters } else { 0 };
}

fn punctuation(c: char, next: Option<char>, stats: &mut Stats) {
    match c {
        ',' | '،' | '、' | '，' => stats.commas += 1,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => {
            stats.quotes += 1
        }
        '。' | '！' | '？' => stats.sentences += 1,
        '.' | '!' | '?' | '…' | '؟' | '۔' => {
            stats.sentences += u32::from(
                next.is_none_or(|n| n.is_whitespace() || matches!(n, '"' | '”' | '’' | '»' | ')')),
            );
        }
        _ => {}
    }
}

/// The text of a block, white space squeezed.
pub fn block_text(page: &Outline, block: &Block) -> String {
    let mut out = String::new();
    for run in &page.runs[block.runs.0 as usize..block.runs.1 as usize] {
        if page.node(run.node).foreign {
            continue;
        }
        squeeze_into(page.run_text(run), &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends text with its white space squeezed, one space kept at the seams.
pub fn squeeze_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn texts(html: &str) -> Vec<String> {
        let page = read(html);
        blocks(&page).iter().map(|b| block_text(&page, b)).collect()
    }

    #[test]
    fn breaks_at_block_elements_and_double_line_breaks() {
        let found = texts(
            "<body>a <b>b</b><div>c<p>d</p>e</div>f<br>g<br> <br>h<ul><li>i</li></ul></body>",
        );
        assert_eq!(found, ["a b", "c", "d", "e", "f g", "h", "i"]);
    }

    #[test]
    fn counts_words_with_and_without_spaces() {
        let mut stats = Stats::default();
        count("Don't stop, he said. 東京都庁", false, false, &mut stats);
        assert_eq!((stats.words, stats.commas, stats.sentences), (6, 1, 1));
    }

    #[test]
    fn knows_hidden_text_and_labels() {
        let page = read(
            "<body><p style='display: none'>a</p><p><span class='sr-only'>b</span></p><p hidden>c</p><p>d</p></body>",
        );
        let hidden: Vec<Hidden> = blocks(&page).iter().map(|b| b.hidden).collect();
        assert_eq!(
            hidden,
            [Hidden::Off, Hidden::ScreenReader, Hidden::Off, Hidden::No]
        );
    }

    #[test]
    fn leaves_icon_text_out_of_blocks() {
        assert_eq!(
            texts("<body><p><svg><title>icon share</title></svg>Read</p></body>"),
            ["Read"]
        );
    }
}
