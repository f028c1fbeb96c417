//! read: HTML → [`Outline`], one `lol_html` pass, linear in the page, never failing.

mod attributes;
mod builder;
mod cooking;
pub mod entities;
mod json;
mod json_ld;
mod metadata;
mod names;
mod referred;

use std::borrow::Cow;
use std::cell::RefCell;

use lol_html::html_content::{Comment, Element};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, Selector, Settings};

use builder::Builder;

use crate::outline::{NodeId, Outline};
use crate::sink::Sink;

/// Reads a page as a browser serialises it (`documentElement.outerHTML`).
///
/// Raw HTML must be normalised first (`normalise`, or a browser's `DOMParser`): lol_html closes no implied end tags.
/// Bytes that no browser would serialise still give some outline; nothing panics.
pub fn read(html: &str) -> Outline {
    read_matching(html, &[]).0
}

/// Reads a page, and finds what the selectors match in the same pass: a list of elements for each, in document order.
pub fn read_matching(html: &str, selectors: &[&Selector]) -> (Outline, Vec<Vec<NodeId>>) {
    let builder = RefCell::new(Builder::new(html));
    let starts = pass(html, &builder, selectors);
    let mut builder = builder.into_inner();
    builder.read_to(html.len());
    builder.close_to(0, html.len());
    let Builder {
        mut outline,
        json_ld,
        title,
        ..
    } = builder;
    outline.metadata = metadata::metadata(&outline, &json_ld, &title);
    let found = starts.iter().map(|starts| at_starts(&outline, starts));
    let found = found.collect();
    (outline, found)
}

/// The elements whose start tags begin at these bytes; those inside templates are none.
fn at_starts(page: &Outline, starts: &[u32]) -> Vec<NodeId> {
    let mut from = 0;
    let mut found = Vec::with_capacity(starts.len());
    for &start in starts {
        let rest = &page.nodes[from..];
        from += rest.partition_point(|node| node.html_start < start);
        if page.nodes.get(from).is_some_and(|n| n.html_start == start) {
            found.push(from as NodeId);
        }
    }
    found
}

/// Runs lol_html over the page; gives where the start tags begin that each selector matches. A page it gives up on
/// midway leaves an outline of what came before.
///
/// End tags are not asked for: each would take a handler of its own. The builder finds them between the start tags.
fn pass(html: &str, builder: &RefCell<Builder<'_>>, selectors: &[&Selector]) -> Vec<Vec<u32>> {
    let starts = RefCell::new(vec![Vec::new(); selectors.len()]);
    let Ok(every) = "*".parse::<Selector>() else {
        return starts.take();
    };
    let on_element = |element: &mut Element<'_, '_>| {
        builder.borrow_mut().open(element);
        Ok(())
    };
    let on_comment = |comment: &mut Comment<'_>| {
        builder.borrow_mut().skip(comment.source_location().bytes());
        Ok(())
    };
    let elements = ElementContentHandlers::default().element(on_element);
    let mut settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler((Cow::Owned(every), elements))
        .append_document_content_handler(DocumentContentHandlers::default().comments(on_comment));
    for (at, selector) in selectors.iter().enumerate() {
        let starts = &starts;
        let on_match = move |element: &mut Element<'_, '_>| {
            starts.borrow_mut()[at].push(element.source_location().bytes().start as u32);
            Ok(())
        };
        settings = settings.append_element_content_handler((
            Cow::Borrowed(*selector),
            ElementContentHandlers::default().element(on_match),
        ));
    }
    let mut rewriter = HtmlRewriter::new(settings, Sink(None));
    // An error here means input that no browser serialises; what was read stays.
    if rewriter.write(html.as_bytes()).is_ok() {
        let _ = rewriter.end();
    }
    starts.take()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Attr;

    fn tags(page: &Outline) -> Vec<&str> {
        (0..page.len()).map(|id| page.tag_name(id)).collect()
    }

    #[test]
    fn counts_elements_in_document_order_without_those_in_templates() {
        let page = read(
            "<html><head></head><body><p>a<b>c</b></p><template><i>x</i><br></template><br><x-y>z</x-y></body></html>",
        );
        let names = ["html", "head", "body", "p", "b", "template", "br", "x-y"];
        assert_eq!(tags(&page), names);
        assert_eq!(page.node(2).end, 8);
        assert_eq!(page.squeezed(2, 99), "a c z");
    }

    #[test]
    fn decodes_entities_in_text_and_attributes_but_not_in_scripts() {
        let page =
            read("<p title=\"a &amp; b\">Q&amp;A&nbsp;&lt;now&gt;</p><script>&amp;</script>");
        assert_eq!(page.attr(0, Attr::Title), Some("a & b"));
        assert_eq!(page.text, "Q&A\u{a0}<now>");
    }

    #[test]
    fn what_stands_in_for_an_object_is_not_shown_however_deep() {
        let (open, close) = ("<div>".repeat(12), "</div>".repeat(12));
        let page = read(&format!(
            "<div>a<object>{open}<p>b</p>{close}</object><p>c</p></div>"
        ));
        assert_eq!(page.text, "ac");
    }

    #[test]
    fn keeps_html_places_of_elements() {
        let html = "<div><p>one</p><p>two</p></div>";
        let page = read(html);
        let second = page.node(2);
        assert_eq!(
            &html[second.html_start as usize..second.html_end as usize],
            "<p>two</p>"
        );
    }

    #[test]
    fn survives_unclosed_and_stray_tags() {
        let page = read("</p><div><p>a<div></span>b");
        assert_eq!(tags(&page), ["div", "p", "div"]);
        assert_eq!(page.node(0).end, 3);
    }

    #[test]
    fn end_tags_in_raw_text_are_text() {
        let page = read("<title>a </b> c</title><style></p></style><p>d</P >e");
        assert_eq!(page.metadata.title.as_deref(), Some("a </b> c"));
        assert_eq!(page.text, "d");
        assert_eq!(page.node(2).end, 3);
    }

    #[test]
    fn text_of_templates_is_no_text() {
        let page = read(
            "<div><template>a<p>b<i>c</i><br>d</p><template>e</template>f</template>g<b>h</b></div>",
        );
        assert_eq!(tags(&page), ["div", "template", "b"]);
        assert_eq!(page.text, "gh");
    }

    #[test]
    fn finds_what_selectors_match_in_the_same_pass() {
        let parse = |text: &str| text.parse::<Selector>().ok();
        let selectors = [parse("p"), parse("div > .b"), parse("*"), parse("br")];
        let selectors: Vec<&Selector> = selectors.iter().flatten().collect();
        let html =
            "<div><template><p class=b></p></template><p class=b>x</p><br><i><p></p></i></div>";
        let (page, found) = read_matching(html, &selectors);
        assert_eq!(tags(&page), ["div", "template", "p", "br", "i", "p"]);
        assert_eq!(
            found,
            [vec![2, 5], vec![2], vec![0, 1, 2, 3, 4, 5], vec![3]]
        );
    }

    #[test]
    fn leaves_silent_text_out() {
        let page = read("<body><style>p{}</style><noscript><p>no</p></noscript><p>yes</p></body>");
        assert_eq!(page.text, "yes");
    }
}
