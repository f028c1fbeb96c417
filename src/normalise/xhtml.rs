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
        let result = self.limit.process_token(token, line);
        let _ = self.limit.process_token(end_tag(closed), line);
        match result {
            // A `<meta/>` that says the encoding. What else a tag wants of the tokenizer ends with it.
            TokenSinkResult::EncodingIndicator(_) => result,
            _ => TokenSinkResult::Continue,
        }
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

#[cfg(test)]
mod tests {
    use crate::normalise::normalise;

    #[test]
    fn reads_old_xhtml_as_xml() {
        const XML: &str = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>";
        let rest = "<script src='a'/><div class='b'/><p>a<br/><a name='c'/>b</p><p><![CDATA[1 < 2]]></p>\
                    <svg><g><path/>x</g></svg>";
        let page = normalise(format!("{XML}<head><style/></head><body>{rest}").as_bytes()).html;
        let expected = "<head><style></style></head><body><script src=\"a\"></script><div class=\"b\"></div>\
                        <p>a<br><a name=\"c\"></a>b</p><p>1 &lt; 2</p>\
                        <svg><g><path></path>x</g></svg></body></html>";
        assert!(page.ends_with(expected), "{page}");
        // Without the words on top a browser reads it as HTML, where such a script goes on to the end.
        let page = normalise(b"<p>a<script/>b").html;
        assert!(page.contains("<p>a<script>b</script></p>"), "{page}");
    }

    #[test]
    fn any_two_elements_of_xhtml_may_close_themselves() {
        let tags = "a b base body br button col dd form frame frameset h1 head hr html iframe image img input li math nobr \
                    noscript optgroup option p plaintext pre rt ruby script select style svg table tbody td template \
                    textarea title tr xmp";
        for one in tags.split_whitespace() {
            for two in tags.split_whitespace() {
                let html = format!(
                    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><{one}/><{two}/>x"
                );
                let page = normalise(html.as_bytes()).html;
                assert!(
                    page.starts_with("<html") && page.ends_with("</html>"),
                    "{html}: {page}"
                );
                let is_frames = [one, two].contains(&"frameset");
                assert!(is_frames || page.contains('x'), "{html}: {page}");
            }
        }
    }
}
