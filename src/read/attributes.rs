//! Which attributes the outline keeps.

use lol_html::html_content::Element;

use super::entities::decode;
use crate::outline::Attr;

/// Longest attribute value kept, in bytes; inline pictures and state blobs are longer.
const LONGEST: usize = 4096;

/// Calls `push` with every attribute that a judge or writer reads, its value entity-decoded.
///
/// Names and values are cut out of the source: lol_html would allocate a string for each.
pub fn keep(source: &str, element: &Element<'_, '_>, mut push: impl FnMut(Attr, &str)) {
    for attribute in element.attributes() {
        let Some(name) = attribute.name_source_location() else {
            continue;
        };
        let Some((name, attr)) = source.get(name.bytes()).and_then(|n| Some((n, kind(n)?))) else {
            continue;
        };
        let value = attribute
            .value_source_location()
            .and_then(|place| source.get(place.bytes()))
            .unwrap_or("");
        let value = if attr == Attr::SrcSet {
            cut(value)
        } else {
            value
        };
        if value.len() <= LONGEST {
            if attr == Attr::Component {
                push(Attr::ComponentName, name);
            }
            push(attr, &decode(value));
        }
    }
}

/// As many pictures of a list as are kept.
fn cut(set: &str) -> &str {
    let begin = set.as_bytes().get(..LONGEST);
    let ends = |two: &[u8]| two[0] == b',' && two[1].is_ascii_whitespace();
    let end = begin.and_then(|begin| begin.windows(2).rposition(ends));
    end.map_or(set, |end| &set[..end])
}

/// The commonest first: they are compared one after another.
fn kind(name: &str) -> Option<Attr> {
    if let Some(name) = name.strip_prefix("data-") {
        return data_kind(name);
    }
    Some(match name {
        "class" => Attr::Class,
        "href" => Attr::Href,
        "id" => Attr::Id,
        "src" => Attr::Src,
        "style" => Attr::Style,
        "alt" => Attr::Alt,
        "title" => Attr::Title,
        "rel" => Attr::Rel,
        "type" => Attr::Type,
        "role" => Attr::Role,
        "width" => Attr::Width,
        "content" => Attr::Content,
        "property" => Attr::Property,
        "name" => Attr::Name,
        "srcset" => Attr::SrcSet,
        "aria-label" => Attr::AriaLabel,
        "aria-hidden" => Attr::AriaHidden,
        "aria-modal" => Attr::AriaModal,
        "colspan" => Attr::ColSpan,
        "contenteditable" => Attr::Editable,
        "datetime" => Attr::DateTime,
        "dir" => Attr::Dir,
        "hidden" => Attr::Hidden,
        "http-equiv" => Attr::HttpEquiv,
        "itemprop" => Attr::ItemProp,
        "itemtype" => Attr::ItemType,
        "lang" => Attr::Lang,
        "reversed" => Attr::Reversed,
        "rowspan" => Attr::RowSpan,
        "start" => Attr::Start,
        "value" => Attr::Value,
        _ => return None,
    })
}

fn data_kind(name: &str) -> Option<Attr> {
    Some(match name {
        "clean-copy-cleaned" => Attr::Cleaned,
        "clean-copy-new" => Attr::New,
        "srcset" | "lazy-srcset" => Attr::SrcSet,
        "src" | "original" | "lazy-src" | "lazy" | "hi-res-src" | "full-src" | "url-src" => {
            Attr::LazySrc
        }
        _ if names_component(name) => Attr::Component,
        _ => return None,
    })
}

/// `data-…` attributes that hold the name of a component rather than data.
fn names_component(name: &str) -> bool {
    matches!(
        name,
        "testid"
            | "test-id"
            | "test"
            | "qa"
            | "component"
            | "component-name"
            | "component-type"
            | "module"
            | "module-name"
            | "module-type"
            | "widget"
            | "widget-type"
            | "type"
            | "name"
            | "block"
            | "block-name"
            | "section"
            | "area"
            | "zone"
            | "role"
            | "track-module"
            | "tracking-area"
            | "analytics-module"
            | "ad"
            | "ad-client"
            | "ad-slot"
            | "ad-unit"
            | "adunit"
            | "google-query-id"
            | "embed-type"
            | "element"
            | "gtm-name"
            | "t"
            | "tb-region"
            | "tb-region-item"
            | "node"
            | "content-type"
            | "print-layout"
            | "nosnippet"
    )
}
