//! A place in one of the outline's buffers.

/// A piece of a text buffer, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The piece that a text is once it stands at the end of `buffer`.
    pub fn appended(text: &str, buffer: &mut String) -> Span {
        let start = buffer.len() as u32;
        buffer.push_str(text);
        let end = buffer.len() as u32;
        Span { start, end }
    }

    /// The piece of `buffer` that the span names; empty where it does not fit.
    pub fn of(self, buffer: &str) -> &str {
        buffer
            .get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}
