//! Stands before the rest of the parser where a page is XHTML: there every `<a/>` is closed, as XML has it, and
//! `<![CDATA[…]]>` is text. Read as HTML, a `<script/>` would take the whole page along.

use html5ever::local_name;
use html5ever::tokenizer::{StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult};

use super::depth::{DepthLimit, end_tag};
use super::tree::{Handle, Tree};

/// The parser, and whether it is given XML.
pub(super) struct Xhtml {
    limit: DepthLimit,
    is_xml: bool,
}

impl Xhtml {
    pub(super) fn new(limit: DepthLimit, text: &str) -> Self {
        Xhtml {
            limit,
            is_xml: is_xhtml(text),
        }
    }

    pub(super) fn into_tree(self) -> Tree {
        self.limit.into_tree()
    }

    /// The builder closes elements of a drawing by itself, and `</br>` is a line break more.
    fn is_closed(&self, tag: &Tag) -> bool {
        let is_drawing = matches!(tag.name, local_name!("svg") | local_name!("math"))
            || self
                .limit
                .adjusted_current_node_present_but_not_in_html_namespace();
        tag.kind == StartTag && tag.self_closing && tag.name != local_name!("br") && !is_drawing
    }
}

/// Pages in HTML may have the one or the other on top.
fn is_xhtml(text: &str) -> bool {
    let says_so = |tag: &str| tag.contains("http://www.w3.org/1999/xhtml");
    text.trim_start().starts_with("<?xml") && text.split('>').take(6).any(says_so)
}

impl TokenSink for Xhtml {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let closed = match &token {
            TagToken(tag) if self.is_xml && self.is_closed(tag) => tag.name.clone(),
            _ => return self.limit.process_token(token, line),
        };
        let _ = self.limit.process_token(token, line);
        let _ = self.limit.process_token(end_tag(closed), line);
        TokenSinkResult::Continue
    }

    fn end(&self) {
        self.limit.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.is_xml
            || self
                .limit
                .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
