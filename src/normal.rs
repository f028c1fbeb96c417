// The normal form in which phrases are stored and looked for. Shared by the build script, which stores them, and the
// core, which looks for them; so this file is included in both, beside `chars`, and uses nothing else but std.

/// Case folded, white space squeezed to single spaces, typographic apostrophes made plain, outer punctuation cut.
/// Every number becomes `#`: "3 min read" and "12 min read" are one phrase, written "# min read" in the rules.
/// A colon or question mark at the end stays: "read more:" is surer than "read more".
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let plain = plain_length(rest, out.bytes().next_back());
        out.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let mut chars = rest.chars();
        match chars.next() {
            // Letters of ASCII are folded below, all at once.
            Some(c) if c.is_ascii() => fold(c, &mut out),
            Some(c) => chars::each_lower(c, |c| fold(c, &mut out)),
            None => break,
        }
        rest = chars.as_str();
    }
    out.make_ascii_lowercase();
    let cut = |c: char| !chars::is_alphanumeric(c) && !ends_words(c) && c != '#';
    let start = out.len() - out.trim_start_matches(cut).len();
    out.drain(..start);
    let end = out.trim_end_matches(cut).len();
    let mark = out[end..].trim_start().chars().next().filter(|c| MARKS.contains(c));
    out.truncate(end);
    out.extend(mark);
    out
}

/// What may stand at the end of a normal form, and is no part of a phrase that is a whole text.
const MARKS: [char; 2] = [':', '?'];

/// How many bytes of a text have nothing to fold but their case: nearly all there is. No two spaces are among them, nor one
/// behind another: `before` is the byte that they will stand behind.
fn plain_length(text: &str, before: Option<u8>) -> usize {
    let mut before = before.unwrap_or(b' ');
    let is_plain = |byte: &u8| {
        let space = *byte == b' ' && before != b' ';
        before = *byte;
        space || byte.is_ascii_alphabetic() || matches!(byte, b',' | b'.' | b'-' | b'\'')
    };
    text.bytes().take_while(is_plain).count()
}

/// Marks that are no letters but part of words all the same: tones and silent letters of Thai, bare consonants of Hindi,
/// Bengali and Tamil.
fn ends_words(c: char) -> bool {
    matches!(c, '\u{94d}' | '\u{9cd}' | '\u{bcd}' | '\u{e47}'..='\u{e4e}')
}

/// Adds a character in lower case to a text in normal form.
fn fold(c: char, out: &mut String) {
    match c {
        ' ' => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
        // French sets a space before its colons.
        ':' | '：' => {
            out.truncate(out.trim_end().len());
            out.push(':');
        }
        '？' | '؟' => out.push('?'),
        // Greek capitals stand without accents, Romanian is typed with two kinds of cedilla, and what shouts in Turkish does not
        // say which of its two letters a capital I is.
        'ΐ' | 'ά'..='ώ' | 'ş' | 'ţ' | 'ı' => out.push(plain(c)),
        // Bengali letters with a dot are one character or two.
        '\u{9bc}' => {
            if let Some(whole) = out.chars().next_back().and_then(dotted) {
                out.pop();
                out.push(whole);
            }
        }
        // Invisible marks: soft hyphen, joiners, direction marks, the dot that folding "İ" leaves, and the dot of Hindi
        // letters, which is often left out.
        '\u{93c}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{307}' => {}
        c if chars::kinds(c).has(chars::Kinds::NUMERIC) => {
            // "1,234" and "4.5" are one number.
            if out.ends_with("#,") || out.ends_with("#.") {
                out.pop();
            }
            if !out.ends_with('#') {
                out.push('#');
            }
        }
        c if chars::kinds(c).has(chars::Kinds::SPACE) => fold(' ', out),
        c => out.push(c),
    }
}

/// A letter without its accent.
fn plain(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ς' => 'σ',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ş' => 'ș',
        'ţ' => 'ț',
        'ı' => 'i',
        c => c,
    }
}

/// A Bengali letter and the dot behind it, as one character.
fn dotted(c: char) -> Option<char> {
    match c {
        'ড' => Some('\u{9dc}'),
        'ঢ' => Some('\u{9dd}'),
        'য' => Some('\u{9df}'),
        _ => None,
    }
}
