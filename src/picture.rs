//! Where a picture comes from: its address among the attributes that pages, scripts and lazy loaders put it in, and what
//! that address is called by (`name.rs`, `stand_in.rs`).

mod name;
mod srcset;
mod stand_in;

use name::ENDINGS;
pub use name::{Declared, may_be_photograph};
use srcset::largest;
use stand_in::is_pixel;

use crate::chars::holds_any;
use crate::host::without_query;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// The address of a picture that is shown: the first that is one of what a lazy loader is told, the plain one, and those
/// for several sizes. Icons and counting pixels have none, and what shows something else.
pub fn picture_address(page: &Outline, id: NodeId) -> Option<&str> {
    if !is_picture(page, id) {
        return None;
    }
    let mut lazy = page.attr_all(id, Attr::LazySrc);
    let plain = || page.attr(id, Attr::Src).filter(|src| is_shown(src));
    let sized = |id| {
        let mut sets = page.attr_all(id, Attr::SrcSet).filter_map(largest);
        sets.find(|address| is_shown(address))
    };
    lazy.find(|value| is_address(value) && is_shown(value))
        .or_else(plain)
        .or_else(|| sized(id))
        .or_else(|| sources(page, id).find_map(sized))
}

/// How begins what stands in place of an address: "#", "about:blank", "//:0", a picture of a few bytes.
const NO_ADDRESSES: [&str; 4] = ["#", "about:", "//:", "data:"];

/// True for the address of a picture that is no stand-in.
fn is_shown(address: &str) -> bool {
    let lower = address.trim_start().to_ascii_lowercase();
    let is_none = NO_ADDRESSES.iter().any(|begin| lower.starts_with(begin));
    !lower.is_empty() && !is_none && !is_pixel(&lower)
}

/// What a loader is told may also be how far it is ("true", "loaded"), or what it makes an address of.
fn is_address(value: &str) -> bool {
    let ending = || value.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let path = value.contains(['/', '?']) || ENDINGS.contains(&ending().as_str());
    path && !value.trim_start().starts_with(['{', '['])
}

/// The sources beside a picture.
fn sources(page: &Outline, id: NodeId) -> impl Iterator<Item = NodeId> {
    let around = page.parent(id);
    let around = around.filter(|&up| page.tag(up) == Tag::Picture);
    let inside = around.into_iter().flat_map(|up| page.children(up));
    inside
        .take(MOST_SOURCES)
        .filter(|&c| page.tag(c) == Tag::Source)
}

/// A picture, or the element that a script makes one of.
pub fn is_picture(page: &Outline, id: NodeId) -> bool {
    let made = || {
        page.descendants(id)
            .take(MOST_MADE)
            .any(|d| page.tag(d) == Tag::Img)
    };
    match page.tag(id) {
        Tag::Img => true,
        Tag::Other => page.tag_name(id) == "amp-img" && !made(),
        _ => false,
    }
}

/// Elements in one that a script makes a picture of.
const MOST_MADE: usize = 8;

/// Sizes and formats of one picture.
const MOST_SOURCES: usize = 32;

/// True for a picture that the page gives the width of one, not of an icon or a face.
pub fn is_wide(page: &Outline, id: NodeId) -> bool {
    let width = page
        .attr(id, Attr::Width)
        .map(|width| width.trim_end_matches("px").trim());
    let said = width.and_then(|width| width.parse::<u32>().ok());
    // Of several sizes, as of an icon, the densities are told; of a picture the widths.
    let sized = || {
        let set = page.attr(id, Attr::SrcSet).unwrap_or("");
        set.split_ascii_whitespace().take(MOST_SOURCES).any(|word| {
            let width = word.trim_end_matches(',').strip_suffix('w');
            width
                .and_then(|width| width.parse::<u32>().ok())
                .is_some_and(|width| width >= 2 * WIDE)
        })
    };
    said.map_or_else(sized, |width| width >= WIDE)
}

/// Pixels.
const WIDE: u32 = 200;

/// A teaser's or an advert's picture leads to its page; one of the article at most to itself, larger.
pub fn leads_elsewhere(page: &Outline, link: NodeId) -> bool {
    let href = page.attr(link, Attr::Href).unwrap_or("").trim();
    let path = without_query(href);
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let larger = ENDINGS.contains(&ending.as_str());
    let attachment = page
        .attr(link, Attr::Rel)
        .is_some_and(|rel| holds_any(rel, &["attachment"]));
    let nowhere = (path.is_empty() && !href.starts_with('?')) || path.starts_with("javascript:");
    !(larger || attachment || nowhere)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn address_in(html: &str) -> Option<String> {
        let page = read(html);
        let id = (0..page.len()).find(|&id| page.tag(id) == Tag::Img)?;
        picture_address(&page, id).map(str::to_owned)
    }

    #[test]
    fn lazy_pictures_have_the_address_they_will_have() {
        let of = |html: &str| address_in(html);
        let lazy = "<img src='data:image/gif;base64,R0' data-src='/a.jpg'>";
        assert_eq!(of(lazy).as_deref(), Some("/a.jpg"));
        let set = "<img src='data:x' data-srcset='/l.jpg 1200w, /s.jpg 300w, /m.jpg 600w'>";
        assert_eq!(of(set).as_deref(), Some("/l.jpg"));
        let sources = "<picture><source srcset='/1.webp 1x, /2.webp 2x'><img alt=''></picture>";
        assert_eq!(of(sources).as_deref(), Some("/2.webp"));
        let dense = "<img srcset='/3.jpg 1.25x, /4.jpg 1.5x, /2.jpg'>";
        assert_eq!(of(dense).as_deref(), Some("/4.jpg"));
        let high = "<img srcset='/l.jpg 1200w 800h, /s.jpg 300w 200h'>";
        assert_eq!(of(high).as_deref(), Some("/l.jpg"));
        let tight = "<img srcset='/l,c_fill.jpg 1200w,/s.jpg 300w'>";
        assert_eq!(of(tight).as_deref(), Some("/l,c_fill.jpg"));
        for stand_in in [
            "/1x1.gif",
            "/clearpixel.gif",
            "/spacer10.gif",
            "/renderTimingPixel.png",
            "/sprite@2x.png",
            "/transparent_pixel_1.gif",
            "/pixel/track?x=1",
            "/a/tracking-pixel.png?u=1",
            "/icons/share.svg",
            "//pixel.e.org/events/1?t=2",
            "/clear_1x1.png",
            "/pixel-article.cfm?id=1",
        ] {
            assert_eq!(of(&format!("<img src='{stand_in}'>")), None, "{stand_in}");
        }
        for shown in [
            "/google-pixel-8.jpg",
            "https://pixel.e.org/a.jpg",
            "/hero_1x1.jpg",
            "/google-pixel-8.png",
            "/pixel-8-pro.png",
            "/pixel8.png",
            "/photos/google-pixel-8-review",
        ] {
            let found = of(&format!("<img src='{shown}'>"));
            assert_eq!(found.as_deref(), Some(shown));
        }
    }

    #[test]
    fn a_picture_has_the_first_address_that_is_one() {
        for (html, wanted) in [
            ("<img data-lazy='true' src='/a.jpg'>", "/a.jpg"),
            (
                "<img data-lazy='loaded' data-src='/b.jpg' src='/a.jpg'>",
                "/b.jpg",
            ),
            ("<img data-src='' src='/a.jpg'>", "/a.jpg"),
            (
                "<img data-src='data:image/gif;base64,R0/a' src='/a.jpg'>",
                "/a.jpg",
            ),
            (
                "<img data-src='[{\"url\":\"/b.jpg\"}]' src='/a.jpg'>",
                "/a.jpg",
            ),
            ("<img src='/1x1.gif' data-srcset='/a.jpg 640w'>", "/a.jpg"),
            ("<img src='/blank.gif' srcset='/a.jpg'>", "/a.jpg"),
            ("<img src='#' data-srcset='/a.jpg 640w'>", "/a.jpg"),
            ("<img src='about:blank' srcset='/a.jpg'>", "/a.jpg"),
            ("<img src='//:0' srcset='/a.jpg'>", "/a.jpg"),
            (
                "<img src='/blank.gif' srcset='/1x1.gif 1x' data-srcset='/a.jpg'>",
                "/a.jpg",
            ),
            (
                "<picture><source srcset='/a.webp'><img src='/blank.gif'></picture>",
                "/a.webp",
            ),
            ("<img data-src='photo.JPG'>", "photo.JPG"),
            ("<img data-src='show?x=990'>", "show?x=990"),
        ] {
            assert_eq!(address_in(html).as_deref(), Some(wanted), "{html}");
        }
        for html in [
            "<img data-lazy='true'>",
            "<img src=''>",
            "<img src='/blank.gif' srcset=''>",
        ] {
            assert_eq!(address_in(html), None, "{html}");
        }
    }

    #[test]
    fn of_a_long_list_of_sizes_the_first_are_read() {
        let many: String = (1..200)
            .map(|n| format!("/harbour-{n}.jpg?sizes=1,2&amp;x {n}00w, "))
            .collect();
        let found = address_in(&format!("<img srcset='{many}'>"));
        assert!(found.is_some_and(|address| address.ends_with(".jpg?sizes=1,2&x")));
    }

    #[test]
    fn a_wide_picture_says_so() {
        let wide = |width: &str| {
            let page = read(&format!("<img src='/a.jpg' width='{width}'>"));
            is_wide(&page, 0)
        };
        assert!(wide("634") && wide("200px"));
        assert!(!wide("24") && !wide("100%") && !wide(""));
    }
}
