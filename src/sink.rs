//! Where lol_html puts what it has passed.

use lol_html::OutputSink;

/// A place for a page, or none. One type for both: for each there is a copy of lol_html's parser in the module.
pub struct Sink<'o>(pub Option<&'o mut Vec<u8>>);

impl OutputSink for Sink<'_> {
    fn handle_chunk(&mut self, chunk: &[u8]) {
        if let Some(out) = &mut self.0 {
            out.extend_from_slice(chunk);
        }
    }
}
