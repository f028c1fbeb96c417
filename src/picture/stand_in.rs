//! What stands on a page as a picture and shows nothing, told by its address.

use crate::chars::holds_any;
use crate::host::without_query;

/// What files of icons, stand-ins and counting pixels are called.
const PIXELS: [&str; 5] = ["pixel", "spacer", "blank", "1x1", "sprite"];
/// Words in the name of one, at most: "tracking-pixel", "sprite@2x".
const MOST_NAMES: usize = 3;

/// An icon, a stand-in or a counting pixel by its address. A photograph may be called after its equal sides.
pub(super) fn is_pixel(address: &str) -> bool {
    let path = without_query(address);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, kind) = file.rsplit_once('.').unwrap_or((file, ""));
    let named = match kind {
        "jpg" | "jpeg" | "webp" | "avif" => false,
        "png" => is_pixels_name(name),
        "gif" | "svg" => holds_any(file, &PIXELS),
        // A counter, which says so anywhere; of an address without an ending it may be one word of a text.
        "" => path.split(['/', '.']).any(is_counters_name) || is_pixels_name(name),
        _ => holds_any(path, &["pixel"]) || holds_any(file, &PIXELS),
    };
    named || folder.ends_with("/icons") || folder.contains("/icons/")
}

/// "clearpixel", "spacer10", "transparent_pixel_1".
fn is_pixels_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(['-', '_', '.', '@']).collect();
    let named = words.iter().enumerate().any(|(at, word)| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = &word[bare.len()..];
        let next = words.get(at + 1).filter(|_| number.is_empty());
        let next = next.copied().unwrap_or(number);
        match bare.ends_with("pixel") {
            // Telephones called so have a number and may be "pro".
            true => ["", "0", "1"].contains(&next) || next.starts_with("tra"),
            false => bare.ends_with("spacer") || PIXELS.contains(&bare) || *word == "1x1",
        }
    });
    named && words.len() <= MOST_NAMES
}

/// A folder, a host or a program called after pixels, and not a text of which they are one word.
fn is_counters_name(name: &str) -> bool {
    holds_any(name, &["pixel"]) && (!name.contains(['-', '_']) || is_pixels_name(name))
}
