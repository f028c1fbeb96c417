//! The addresses of a `srcset`.

/// The largest picture of a `srcset`: by its width or density, of equals the last.
pub(super) fn largest(set: &str) -> Option<&str> {
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
