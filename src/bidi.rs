//! Characters that would change how the words around a copy are shown.
//!
//! A page can open a change of direction and never close it, or override it, and where its words are pasted the next
//! ones stand backwards: an address reads as another one. A copy closes on each line what it opens there, and holds no
//! other control characters than line ends and tabs.

/// Settles the text of one block, which may come in parts.
pub fn settle<'t>(parts: impl Iterator<Item = &'t mut String>) {
    let mut parts: Vec<&mut String> = parts.collect();
    if !parts.iter().any(|part| part.chars().any(is_special)) {
        return;
    }
    let mut keep = kept(&parts).into_iter();
    for part in &mut parts {
        part.retain(|c| !is_special(c) || keep.next().unwrap_or(false));
    }
}

/// The same for a text that stands alone.
pub fn settled(mut text: String) -> String {
    settle(std::iter::once(&mut text));
    text
}

/// For each special character whether it stays.
fn kept(parts: &[&mut String]) -> Vec<bool> {
    let mut keep = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let texts = parts.iter().flat_map(|part| part.chars());
    for c in texts {
        if c == '\n' {
            open.clear();
        }
        if !is_special(c) {
            continue;
        }
        let at = keep.len();
        keep.push(false);
        match c {
            '\u{202a}'..='\u{202b}' | '\u{202d}'..='\u{202e}' | '\u{2066}'..='\u{2068}' => {
                open.push((at, c));
            }
            '\u{202c}' => {
                let last = open.pop_if(|(_, opener)| *opener < '\u{2066}');
                if let Some((opened, '\u{202a}' | '\u{202b}')) = last {
                    (keep[opened], keep[at]) = (true, true);
                }
            }
            '\u{2069}' => {
                if let Some(isolate) = open.iter().rposition(|(_, c)| *c >= '\u{2066}') {
                    (keep[open[isolate].0], keep[at]) = (true, true);
                    open.truncate(isolate);
                }
            }
            _ => {}
        }
    }
    keep
}

fn is_special(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        settled(text.to_owned())
    }

    #[test]
    fn what_is_closed_on_its_line_stays() {
        for text in [
            "plain\twords\n",
            "\u{2067}שלום\u{2069} and \u{202b}עולם\u{202c}",
            "\u{2068}a \u{202a}b\u{202c}\u{2069}",
            "\u{200e}marks\u{200f} of direction\u{61c}",
        ] {
            assert_eq!(of(text), text);
        }
    }

    #[test]
    fn what_is_not_closed_or_not_opened_goes() {
        assert_eq!(of("a\u{202b}b\n\u{202c}c"), "ab\nc");
        assert_eq!(of("\u{2069}a\u{2066}b"), "ab");
        assert_eq!(
            of("\u{2067}a\u{202b}b\u{2069}c\u{202c}"),
            "\u{2067}ab\u{2069}c"
        );
    }

    #[test]
    fn overrides_and_controls_always_go() {
        assert_eq!(of("a\u{202e}cba\u{202c}d\u{202d}e"), "acbade");
        assert_eq!(of("a\0b\u{1b}[31mc\u{7f}\u{9b}"), "ab[31mc");
    }

    #[test]
    fn parts_of_a_block_close_each_other() {
        let mut parts = ["\u{202b}a".to_owned(), "b\u{202c}\u{202e}".to_owned()];
        settle(parts.iter_mut());
        assert_eq!(parts, ["\u{202b}a", "b\u{202c}"]);
    }
}
