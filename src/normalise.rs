//! Raw bytes → the page as a browser would hand it over.
//!
//! The core reads HTML the way a browser serialises it, so the command line
//! tool has to stand in for the browser: find the encoding, build the tree with
//! html5ever, and write it out as `document.documentElement.outerHTML` does.
//! Nothing of this is linked into the WASM.

mod depth;
mod encoding;
mod node;
mod outer_html;
mod streamed;
mod tree;
mod xhtml;

use encoding_rs::{Encoding, UTF_8};
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use depth::DepthLimit;
use encoding::Decoded;
use tree::Tree;
use xhtml::Xhtml;

/// A page as a browser serialises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `<!DOCTYPE html>` as the page spelled it, or nothing where it has none.
    pub doctype: String,
    /// What `document.documentElement.outerHTML` gives.
    pub html: String,
}

/// Reads `bytes` as a browser reads a saved page: any encoding, any mistakes.
///
/// Every input gives a page; the empty one gives an empty `<html>`.
pub fn normalise(bytes: &[u8]) -> Page {
    let first = encoding::decode(bytes);
    let mut tree = match parse(&first) {
        Ok(tree) => tree,
        Err(late) => build(&encoding::decode_as(late, bytes)),
    };
    if tree.join_pieces() {
        // Read once more, so that what is in each other now is held to the limits of a page.
        tree = build(&encoding::decode_as(
            UTF_8,
            (tree.doctype() + &tree.outer_html()).as_bytes(),
        ));
    }
    Page {
        doctype: tree.doctype(),
        html: tree.outer_html(),
    }
}

/// The text of a file that is no HTML: byte order mark, else a guess.
pub fn decode(bytes: &[u8]) -> String {
    encoding::decode_plain(bytes).text
}

/// Whether a page in UTF-8 says so where browsers look for it.
pub fn declares_utf_8(html: &str) -> bool {
    encoding::declared(html.as_bytes()) == Some(encoding_rs::UTF_8)
}

/// Builds the tree, or says which encoding a `<meta>` beyond the first
/// kilobyte declares when the present one was only a guess.
fn parse(page: &Decoded) -> Result<Tree, &'static Encoding> {
    let tokenizer = tokenizer(&page.text);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page.text.as_str()));
    loop {
        match tokenizer.feed(&input) {
            TokenizerResult::Done => break,
            // The text of a script is kept; nothing here runs it.
            TokenizerResult::Script(_) => {}
            TokenizerResult::EncodingIndicator(label) => {
                if let Some(other) = page.overruled_by(&label) {
                    return Err(other);
                }
            }
        }
    }
    tokenizer.end();
    Ok(tokenizer.sink.into_tree())
}

/// `parse` for a text whose encoding is settled.
fn build(page: &Decoded) -> Tree {
    parse(page).unwrap_or_default()
}

type Builder = TreeBuilder<tree::Handle, Tree>;

fn tokenizer(text: &str) -> Tokenizer<Xhtml> {
    let options = TreeBuilderOpts {
        // `<noscript>` holds text, as it does in every browser that runs scripts.
        scripting_enabled: true,
        ..TreeBuilderOpts::default()
    };
    let builder: Builder = TreeBuilder::new(Tree::default(), options);
    let options = TokenizerOpts {
        // The decoder has taken the byte order mark; a second one is text.
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let limit = DepthLimit::new(builder, text.len());
    Tokenizer::new(Xhtml::new(limit, text), options)
}

#[cfg(test)]
mod tests;
