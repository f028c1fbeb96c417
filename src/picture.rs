//! Where a picture comes from: its address among the attributes that pages, scripts and lazy loaders put it in, and what
//! that address is called by (`name.rs`).

mod name;

pub use name::Declared;
use name::ENDINGS;

use crate::chars::holds_any;
use crate::outline::{Attr, NodeId, Outline};
use crate::tag::Tag;

/// What files of icons, stand-ins and counting pixels are called.
const PIXELS: [&str; 5] = ["pixel", "spacer", "blank", "1x1", "sprite"];
/// Words in the name of one, at most: "tracking-pixel", "sprite@2x".
const MOST_NAMES: usize = 3;

/// An icon, a stand-in or a counting pixel by its address. A photograph of a phone may be called after a pixel, and one with
/// equal sides after its shape.
fn is_pixel(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, kind) = file.rsplit_once('.').unwrap_or((file, ""));
    let words = || {
        name.split(['-', '_', '.', '@'])
            .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    let named = match kind {
        "jpg" | "jpeg" | "webp" | "avif" => false,
        "png" => {
            let ends = |word: &str| word.ends_with("pixel") || word.ends_with("spacer");
            words().count() <= MOST_NAMES
                && words().any(|word| ends(word) || PIXELS.contains(&word))
        }
        "gif" | "svg" => holds_any(file, &PIXELS),
        // A counter, which says so anywhere.
        _ => holds_any(path, &["pixel"]) || holds_any(file, &PIXELS),
    };
    named || folder.ends_with("/icons") || folder.contains("/icons/")
}

/// The address of a picture that is shown: the lazy source where the plain one is a stand-in. Icons and counting
/// pixels have none.
pub fn picture_address(page: &Outline, id: NodeId) -> Option<&str> {
    let lazy = page.attr(id, Attr::LazySrc);
    let set = page.attr(id, Attr::SrcSet).and_then(largest);
    let plain = page
        .attr(id, Attr::Src)
        .filter(|src| !src.is_empty() && !src.starts_with("data:"));
    let found = lazy.or(plain).or(set).or_else(|| from_sources(page, id))?;
    let lower = found.to_ascii_lowercase();
    (!is_pixel(&lower) && !lower.starts_with("data:")).then_some(found)
}

/// The largest picture of a `srcset`: by its width or density, of equals the last.
fn largest(set: &str) -> Option<&str> {
    let mut rest = set;
    let candidates = std::iter::from_fn(|| candidate(&mut rest)).filter_map(|(url, size)| {
        let size = size.get(..size.len().saturating_sub(1));
        let size = size.and_then(thousandths).unwrap_or(1000);
        (!url.is_empty() && !url.starts_with("data:")).then_some((url, size))
    });
    candidates.max_by_key(|(_, size)| *size).map(|(url, _)| url)
}

/// Takes the next address and what is said of its size off a `srcset`. An address ends at white space and may hold
/// commas; one at its end ends the candidate, as the one behind a size does.
fn candidate<'s>(rest: &mut &'s str) -> Option<(&'s str, &'s str)> {
    let set = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    if set.is_empty() {
        return None;
    }
    let (url, after) = set.split_once(char::is_whitespace).unwrap_or((set, ""));
    if url.ends_with(',') {
        *rest = after;
        return Some((url.trim_end_matches(','), ""));
    }
    let (size, after) = after.split_once(',').unwrap_or((after, ""));
    *rest = after;
    // A height may follow the width.
    Some((url, size.split_whitespace().next().unwrap_or("")))
}

/// "1.5" → 1500. The standard library's way from text to a float brings 14 kB along.
fn thousandths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part = format!("{part:0<3}");
    let (whole, part): (u32, u32) = (whole.parse().ok()?, part.get(..3)?.parse().ok()?);
    whole.checked_mul(1000)?.checked_add(part)
}

/// The `srcset` of the sources beside a picture that has none itself.
fn from_sources(page: &Outline, id: NodeId) -> Option<&str> {
    let around = page
        .ancestors(id)
        .next()
        .filter(|&up| page.tag(up) == Tag::Picture)?;
    let mut sources = page
        .children(around)
        .take(MOST_SOURCES)
        .filter(|&c| page.tag(c) == Tag::Source);
    sources.find_map(|source| page.attr(source, Attr::SrcSet).and_then(largest))
}

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
    let path = href.split(['?', '#']).next().unwrap_or("");
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
        ] {
            assert_eq!(of(&format!("<img src='{stand_in}'>")), None, "{stand_in}");
        }
        for shown in [
            "/google-pixel-8.jpg",
            "https://pixel.e.org/a.jpg",
            "/hero_1x1.jpg",
        ] {
            let found = of(&format!("<img src='{shown}'>"));
            assert_eq!(found.as_deref(), Some(shown));
        }
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
