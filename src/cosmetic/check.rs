//! Selectors: those that lol_html matches, and only where it matches what a browser would.
//!
//! lol_html compares attributes as they stand in the HTML, with `&amp;` for `&`, and takes `:not(.a.b)` for
//! "neither a nor b" where CSS means "not both". What would come out differently is turned away.

use cssparser::{Parser, ParserInput, Token};
use lol_html::Selector;
use lol_html::errors::SelectorError;

use super::{LONGEST_SELECTOR, MOST_PARTS, Problem};

/// How deep brackets may nest: `:not([a])`.
const DEEPEST: usize = 4;

/// What stands for a character in the attributes of serialised HTML.
const REFERENCES: [&str; 5] = ["amp;", "lt;", "gt;", "quot;", "nbsp;"];

/// Parses a selector, or says why it can't be used.
pub fn selector(text: &str) -> Result<Selector, Problem> {
    if text.is_empty() {
        return Err(Problem::EmptySelector);
    }
    if text.len() > LONGEST_SELECTOR {
        return Err(Problem::TooLong);
    }
    let mut input = ParserInput::new(text);
    let mut tokens = Parser::new(&mut input);
    let mut walk = Walk::default();
    // lol_html's parser descends into every bracket: what nests too deep must not reach it.
    walk.level(&mut tokens, 0);
    if let Some(problem) = walk.problem.filter(|p| *p == Problem::TooLong) {
        return Err(problem);
    }
    let parsed = text.parse::<Selector>().map_err(problem)?;
    match walk.problem {
        Some(problem) => Err(problem),
        None if walk.parts >= MOST_PARTS => Err(Problem::TooLong),
        None => Ok(parsed),
    }
}

fn problem(error: SelectorError) -> Problem {
    match error {
        SelectorError::UnsupportedPseudoClassOrElement
        | SelectorError::NestedNegation
        | SelectorError::NamespacedSelector
        | SelectorError::UnsupportedCombinator(_)
        | SelectorError::UnsupportedSyntax => Problem::UnsupportedSelector,
        _ => Problem::BadSelector,
    }
}

/// True for text that stands in serialised HTML as it is.
pub fn is_plain(text: &str) -> bool {
    !text.contains(['&', '<', '>', '"', '\u{a0}']) && !text.contains(char::is_control)
}

/// What a walk over the tokens of a selector found.
#[derive(Default)]
struct Walk {
    problem: Option<Problem>,
    /// Combinators and commas outside brackets.
    parts: usize,
}

impl Walk {
    fn blame(&mut self, problem: Problem) {
        // Too long comes first: it keeps the text from the parser.
        if self.problem != Some(Problem::TooLong) {
            self.problem = Some(problem);
        }
    }

    fn level(&mut self, tokens: &mut Parser<'_, '_>, depth: usize) {
        if depth > DEEPEST {
            return self.blame(Problem::TooLong);
        }
        let mut between = false;
        while let Ok(token) = tokens.next_including_whitespace().cloned() {
            match &token {
                Token::WhiteSpace(_) => {
                    between = true;
                    continue;
                }
                Token::Delim('>') | Token::Comma => between = true,
                _ if std::mem::take(&mut between) => self.parts += usize::from(depth == 0),
                _ => {}
            }
            self.token(&token, tokens, depth);
        }
    }

    fn token(&mut self, token: &Token<'_>, tokens: &mut Parser<'_, '_>, depth: usize) {
        match token {
            // A namespace.
            Token::Delim('|') => self.blame(Problem::UnsupportedSelector),
            Token::Ident(name) | Token::IDHash(name) | Token::Hash(name) if !is_plain(name) => {
                self.blame(Problem::UnsupportedSelector);
            }
            Token::SquareBracketBlock => {
                self.nested(tokens, |walk, inside| walk.attribute(inside, depth + 1));
            }
            Token::Function(name) if name.eq_ignore_ascii_case("not") => {
                self.nested(tokens, |walk, inside| walk.negation(inside, depth + 1));
            }
            Token::Function(_) | Token::ParenthesisBlock | Token::CurlyBracketBlock => {
                self.nested(tokens, |walk, inside| walk.level(inside, depth + 1));
            }
            _ => {}
        }
    }

    fn nested(
        &mut self,
        tokens: &mut Parser<'_, '_>,
        read: impl for<'i, 't> FnOnce(&mut Walk, &mut Parser<'i, 't>),
    ) {
        // The inside is read to its end, so that there is no error to give.
        let _ = tokens.parse_nested_block(|inside| {
            read(self, inside);
            Ok::<(), cssparser::ParseError<'_, ()>>(())
        });
    }

    /// `name`, `name="value"`, `name*="value" i`.
    fn attribute(&mut self, tokens: &mut Parser<'_, '_>, depth: usize) {
        let mut part_of_value = false;
        while let Ok(token) = tokens.next().cloned() {
            match &token {
                Token::SubstringMatch | Token::SuffixMatch => part_of_value = true,
                Token::Ident(value) | Token::QuotedString(value) => {
                    if !is_plain(value) || (part_of_value && hits_reference(value)) {
                        self.blame(Problem::UnsupportedSelector);
                    }
                    // After the value only `i` or `s` may follow.
                    part_of_value = false;
                }
                _ => self.token(&token, tokens, depth),
            }
        }
    }

    /// A list of simple selectors: `.a, [b]`.
    fn negation(&mut self, tokens: &mut Parser<'_, '_>, depth: usize) {
        if depth > DEEPEST {
            return self.blame(Problem::TooLong);
        }
        let mut simple = 0;
        let mut colon = false;
        while let Ok(token) = tokens.next().cloned() {
            match &token {
                Token::Comma => simple = 0,
                Token::Colon | Token::Delim('.') => {
                    simple += 1;
                    colon = true;
                }
                // The name that the dot or colon began.
                Token::Ident(_) | Token::Function(_) if std::mem::take(&mut colon) => {}
                _ => simple += 1,
            }
            let nests = matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("not"));
            if simple > 1 || nests {
                self.blame(Problem::UnsupportedSelector);
            }
            self.token(&token, tokens, depth);
        }
    }
}

/// True where part of an attribute could match inside `&amp;` and its like, or across its end.
fn hits_reference(value: &str) -> bool {
    // Nothing contains or ends with an empty text, in CSS and here.
    if value.is_empty() {
        return false;
    }
    let lower = value.to_ascii_lowercase();
    let tail = lower.split_once(';').map(|(before, _)| before);
    REFERENCES.iter().any(|reference| {
        reference.contains(&lower)
            || tail.is_some_and(|before| reference.trim_end_matches(';').ends_with(before))
    })
}
