//! Selectors that may hide before anyone has looked at the page: those that a person chose to name one kind of block.

use cssparser::{Parser, ParserInput, Token};

use super::stable::is_stable;
use super::{Attribute, Selector, SelectorKind, Step};
use crate::cosmetic::is_plain;
use crate::judge::context::{Hints, hints_in};
use crate::outline::Attr;

/// Longest such selector, in bytes.
pub const LONGEST: usize = 200;
/// Shortest attribute value that names something, in characters.
const SHORTEST_VALUE: usize = 2;

impl Selector {
    /// Reads a selector in exactly the form that [`Selector`]s are written in, without places among siblings.
    pub fn parse(text: &str) -> Option<Selector> {
        if text.len() > LONGEST {
            return None;
        }
        let mut input = ParserInput::new(text);
        let mut tokens = Parser::new(&mut input);
        let mut steps = vec![Step::default()];
        while let Ok(token) = tokens.next_including_whitespace().cloned() {
            match token {
                Token::WhiteSpace(_) if steps.last() == Some(&Step::default()) => {}
                Token::WhiteSpace(_) => steps.push(Step::default()),
                // White space before it has begun the step already.
                Token::Delim('>') => {
                    steps.last_mut()?.child = true;
                    tokens.skip_whitespace();
                }
                token => steps.last_mut()?.take(&token, &mut tokens)?,
            }
        }
        let kind = steps.last()?.kind(steps.len())?;
        let selector = Selector { kind, steps };
        (selector.to_string() == text).then_some(selector)
    }

    /// True for a selector of names that last and that say a kind of block: an id, two classes, a class of several
    /// words, an attribute. What is named as text of an article is none.
    pub fn is_telling(&self) -> bool {
        let Some((last, around)) = self.steps.split_last() else {
            return false;
        };
        let compound = |class: &String| class.contains(['-', '_']) || has_hump(class);
        let said = last.id.is_some()
            || last.attribute.is_some()
            || last.classes.len() > 1
            || last.classes.iter().any(compound)
            || (!last.classes.is_empty() && !around.is_empty());
        let lasts = self.steps.iter().all(Step::lasts) && around.iter().all(Step::is_named);
        said && lasts && !last.names_text() && self.to_string().len() <= LONGEST
    }

    /// True where every name of the selector lasts.
    pub fn lasts(&self) -> bool {
        self.steps
            .iter()
            .all(|step| step.lasts() && step.is_named())
            && self.to_string().len() <= LONGEST
    }
}

fn has_hump(class: &str) -> bool {
    let mut letters = class.chars();
    letters.next();
    letters.as_str().contains(char::is_uppercase)
}

impl Step {
    fn take(&mut self, token: &Token<'_>, tokens: &mut Parser<'_, '_>) -> Option<()> {
        match token {
            Token::Ident(name) if self.tag.is_none() => self.tag = Some(name.to_string()),
            Token::IDHash(name) if self.id.is_none() => self.id = Some(name.to_string()),
            Token::Delim('.') => {
                let class = tokens.expect_ident().ok()?;
                self.classes.push(class.to_string());
            }
            Token::SquareBracketBlock if self.attribute.is_none() => {
                let inside = tokens.parse_nested_block(|inside| {
                    attribute(inside).ok_or_else(|| inside.new_custom_error::<(), ()>(()))
                });
                self.attribute = Some(inside.ok()?);
            }
            _ => return None,
        }
        Some(())
    }

    fn kind(&self, steps: usize) -> Option<SelectorKind> {
        Some(match (steps, &self.id, &self.attribute) {
            (2.., ..) => SelectorKind::Anchored,
            (_, Some(_), _) => SelectorKind::Id,
            (_, _, Some(_)) => SelectorKind::Attribute,
            _ if !self.classes.is_empty() => SelectorKind::Classes,
            _ => return None,
        })
    }

    fn is_named(&self) -> bool {
        self.id.is_some() || self.attribute.is_some() || !self.classes.is_empty()
    }

    fn lasts(&self) -> bool {
        let attribute = |attribute: &Attribute| {
            let value = attribute.value.trim_end_matches(['-', '_']);
            let label = attribute.kind == Attr::AriaLabel && !value.contains(char::is_numeric);
            // A role says what an element is for, not which one it is.
            attribute.kind != Attr::Role
                && value.chars().count() >= SHORTEST_VALUE
                && is_plain(value)
                && (label || is_stable(value))
        };
        self.nth.is_none()
            && self
                .id
                .iter()
                .chain(&self.classes)
                .all(|name| is_stable(name))
            && self.attribute.iter().all(attribute)
    }

    /// Named as the article's text or headline, and as nothing else.
    fn names_text(&self) -> bool {
        let values = self.attribute.iter().map(|attribute| &attribute.value);
        let names = self.id.iter().chain(&self.classes).chain(values);
        let hints = names.fold(Hints::default(), |all, name| all.or(hints_in(name)));
        let text = Hints::BODY
            .or(Hints::TITLE)
            .or(Hints::LEAD)
            .or(Hints::QUOTE);
        let neutral = Hints::LIST.or(Hints::HIDDEN).or(Hints::HEADER);
        hints.has(text) && !hints.has_beyond(text.or(neutral))
    }
}

/// `data-module="promo"`, `aria-label="Share"`, `id^="div-gpt-ad-"`.
fn attribute(inside: &mut Parser<'_, '_>) -> Option<Attribute> {
    let name = inside.expect_ident_cloned().ok()?.to_string();
    let starts = match inside.next().ok()? {
        Token::Delim('=') => false,
        Token::PrefixMatch => true,
        _ => return None,
    };
    let value = inside.expect_string_cloned().ok()?.to_string();
    let kind = match name.as_str() {
        "id" if starts => Attr::Id,
        _ if starts => return None,
        "aria-label" => Attr::AriaLabel,
        "role" => Attr::Role,
        _ if name.starts_with("data-") => Attr::Component,
        _ => return None,
    };
    let attribute = Attribute {
        kind,
        name,
        value,
        starts,
    };
    inside.is_exhausted().then_some(attribute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(text: &str) -> bool {
        Selector::parse(text).is_some_and(|selector| selector.is_telling())
    }

    #[test]
    fn names_of_one_kind_of_block_are_telling() {
        for text in [
            "#share-tools",
            ".promo.wide-box",
            ".related-stories",
            ".moreStories",
            "[data-module=\"newsletter\"]",
            "[aria-label=\"Share this story\"]",
            "[id^=\"div-gpt-ad-\"]",
            "#sidebar > .teaser",
            ".side-rail .promo",
            ".article-share",
        ] {
            assert!(telling(text), "{text}");
        }
    }

    #[test]
    fn broad_passing_and_article_names_are_not() {
        for text in [
            "",
            "*",
            "body",
            "article",
            "p",
            ".promo",
            ".side-rail > ul",
            "main .promo",
            "div[role=\"dialog\"]",
            ".article-body",
            "#story-text",
            ".css-x1y2z3",
            "#post-4711",
            ".related-stories:nth-of-type(2)",
            ".a-b, .c-d",
            ".a-b::before",
            ".a-b{}",
            "[class]",
            "[class*=\"a\"]",
            "[data-module]",
            "[data-module=\"a\"]",
            "[data-module=\"promo",
            " .related-stories",
            ".related-stories ",
            ".related-stories  .promo",
            ".related-stories>.promo",
            "> .related-stories",
            ".related-stories >",
            ".related-stories > > .promo",
        ] {
            assert!(!telling(text), "{text}");
        }
        assert!(!telling(&format!(".{}", "promo-".repeat(60))));
    }
}
