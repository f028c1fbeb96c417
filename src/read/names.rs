//! Names of tags in the source.

use std::borrow::Cow;

/// The tag name after the `<` at `start`.
pub fn tag_name(source: &str, start: usize) -> &str {
    name_in(source.get(start + 1..).unwrap_or(""))
}

/// The name that a tag's inside begins with.
pub fn name_in(tag: &str) -> &str {
    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'/');
    let end = tag.as_bytes().iter().position(ends);
    &tag[..end.unwrap_or(tag.len())]
}

/// Names of tags mean the same in both cases.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || one.eq_ignore_ascii_case(other)
}

/// The name as [`crate::tag::Tag`] knows it.
pub fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
