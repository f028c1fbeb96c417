//! White space: squeezed as a browser shows it, and told from text.

use crate::chars::{Kinds, kinds};

/// Appends text with its white space squeezed, one space kept at the seams.
pub fn squeeze_into(text: &str, out: &mut String) {
    let is_space = |c| kinds(c).has(Kinds::SPACE);
    let mut spaced = out.is_empty() || out.ends_with(' ');
    let mut rest = text;
    while !rest.is_empty() {
        let even = even_length(rest, spaced);
        // What is odd is white space, or a word with a character in it that may be some.
        let copied = match even {
            0 => rest.find(is_space).unwrap_or(rest.len()),
            even => even,
        };
        let (copied, others) = rest.split_at(copied);
        if copied.is_empty() {
            if !spaced {
                out.push(' ');
            }
            spaced = true;
            rest = without_space(others);
        } else {
            out.push_str(copied);
            spaced = copied.ends_with(' ');
            rest = others;
        }
    }
}

/// How many bytes of a text are surely words with single spaces between them: nearly all there is. `spaced` is true where
/// a space stands before it.
fn even_length(text: &str, mut spaced: bool) -> usize {
    let is_even = |byte: &u8| match byte {
        b' ' => !std::mem::replace(&mut spaced, true),
        // White space of all scripts begins with these.
        ..b' ' | 0xc2 | 0xe1..=0xe3 => false,
        _ => {
            spaced = false;
            true
        }
    };
    text.bytes().take_while(is_even).count()
}

/// The text behind the white space that it begins with: nearly always the indentation of a page's source.
fn without_space(text: &str) -> &str {
    let indentation = text.bytes().take_while(u8::is_ascii_whitespace).count();
    text[indentation..].trim_start()
}

/// True for nothing but white space, which the first character that is none tells.
pub fn is_blank(text: &str) -> bool {
    without_space(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_all_scripts_is_squeezed() {
        for text in [
            "one two",
            "  one\n\t two  \u{a0} three ",
            "東京\u{3000}都 “lamp”\u{2009}’s × ½",
            "\u{1}\u{85}a\u{1680}\u{200b}b \u{2028} c",
            " \n ",
        ] {
            let mut out = String::from("x");
            squeeze_into(text, &mut out);
            let words: Vec<&str> = text.split_whitespace().collect();
            let seam = if text.starts_with(char::is_whitespace) {
                "x "
            } else {
                "x"
            };
            assert_eq!(
                out.trim_end(),
                format!("{seam}{}", words.join(" ")).trim_end()
            );
            assert!(!out.contains("  "), "{out:?}");
        }
    }
}
