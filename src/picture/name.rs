//! One picture under several addresses.

use crate::host::without_query;
use crate::outline::Outline;

/// What the addresses of one picture share, whatever its size and format: the name of its file, with the folder of a short
/// one.
#[derive(Debug, PartialEq, Eq)]
pub struct Name(String);

/// Letters of a name that no other picture has.
const SHORTEST_NAME: usize = 8;
/// And of one without an ending, which may be that of a program.
const SHORTEST_BARE: usize = 16;
/// How files of pictures end.
pub(super) const ENDINGS: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "avif"];
/// Names that say what a file is and not what it shows.
const GENERIC: [&str; 11] = [
    "original", "image", "images", "master", "default", "index", "main", "large", "full",
    "facebook", "twitter",
];
/// And of what shows a site or nobody.
const SIGNS: [&str; 6] = ["logo", "logos", "favicon", "icon", "avatar", "placeholder"];

/// The picture that a page declares as its own.
pub struct Declared<'p> {
    address: &'p str,
    name: Option<Name>,
}

impl<'p> Declared<'p> {
    /// By the page's own word; nothing of a site's sign.
    pub fn by(page: &'p Outline) -> Option<Declared<'p>> {
        Declared::of(page.metadata.image.as_deref()?)
    }

    fn of(address: &'p str) -> Option<Declared<'p>> {
        let name = Name::of(address);
        let file = file(address);
        let is_sign = is_sign(&file) || file.split('.').next().is_some_and(is_generic);
        (name.is_some() || !is_sign).then_some(Declared { address, name })
    }

    /// True for an address of this picture: the same, or one with the same name.
    pub fn is_at(&self, address: &str) -> bool {
        let is_named = |name: &Name| name.is_of(address);
        address == self.address || self.name.as_ref().is_some_and(is_named)
    }
}

/// False for the address of a drawing, of a file of few colours, as banners are, and of a site's sign.
pub fn may_be_photograph(address: &str) -> bool {
    let file = file(address);
    !file.ends_with(".gif") && !file.ends_with(".svg") && !is_sign(&file)
}

/// The name of the file at an address, in small letters.
fn file(address: &str) -> String {
    let path = without_query(address);
    path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase()
}

fn is_sign(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .any(|word| SIGNS.contains(&word))
}

fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name)
}

impl Name {
    /// Nothing of an address whose file has a name that many have, or is a site's sign.
    pub fn of(address: &str) -> Option<Name> {
        let path = without_query(address);
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = match file.rsplit_once('.') {
            Some((stem, ending)) if ENDINGS.iter().any(|e| ending.eq_ignore_ascii_case(e)) => stem,
            None if file.len() >= SHORTEST_BARE => file,
            _ => return None,
        };
        let name = without_size(stem).to_ascii_lowercase();
        if is_sign(&name) {
            return None;
        }
        let generic = is_generic(&name);
        if name.len() >= SHORTEST_NAME && !generic {
            return Some(Name(name));
        }
        let folder = folder.rsplit('/').next().unwrap_or("").to_ascii_lowercase();
        let telling = !name.is_empty()
            && !generic
            && folder.len() + name.len() > SHORTEST_NAME
            && !is_generic(&folder);
        telling.then(|| Name(format!("{folder}/{name}")))
    }

    /// True for an address of the same picture, also where it is a parameter of another: `/image?url=…`.
    pub fn is_of(&self, address: &str) -> bool {
        let is_own = |address: &str| Name::of(address).as_ref() == Some(self);
        is_own(address) || inner(address).is_some_and(is_own)
    }
}

/// The file of an address that another has as a parameter.
fn inner(address: &str) -> Option<&str> {
    let (_, query) = address.split_once('?')?;
    query.split('&').find_map(|value| {
        let bytes = value.as_bytes();
        let slash = |three: &[u8]| three[0] == b'/' || three.eq_ignore_ascii_case(b"%2f");
        let at = bytes.windows(3).rposition(slash)?;
        let past = at + if bytes[at] == b'/' { 1 } else { 3 };
        // What follows is a question of that address's own.
        value.get(past..)?.split('%').next()
    })
}

/// "1200x675_ferry", "ferry-300x200", "ferry-scaled" and "ferry@2x" are the ferry.
fn without_size(name: &str) -> &str {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_size = |part: &str| {
        let sides = part.split_once('x');
        sides.is_some_and(|(width, height)| digits(width) && (height.is_empty() || digits(height)))
    };
    let name = name.strip_suffix("@2x").unwrap_or(name);
    let name = match name.split_once(['-', '_']) {
        Some((size, rest)) if is_size(size) => rest,
        _ => name,
    };
    let name = match name.rsplit_once(['-', '_']) {
        Some((rest, size)) if is_size(size) => rest,
        _ => name,
    };
    name.strip_suffix("-scaled")
        .or_else(|| name.strip_suffix("-rotated"))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_itself_whatever_it_is_called() {
        let numbered = "https://e.org/dms/image/cover/0/1?e=17&t=Qx";
        let declared = Declared::of(numbered);
        assert!(declared.is_some_and(|picture| {
            picture.is_at(numbered) && !picture.is_at("https://e.org/dms/image/cover/0/1?e=18&t=Qy")
        }));
        for sign in ["/img/gazette-logo.png", "/img/default.png"] {
            assert!(Declared::of(sign).is_none(), "{sign}");
        }
    }

    #[test]
    fn one_picture_is_known_in_all_its_sizes() {
        let name = |address| Name::of(address);
        let large = name("https://e.org/2026/ferry-at-dawn-1200x675.jpg?v=2");
        assert!(large.as_ref().is_some_and(|name| {
            name.is_of("/2026/ferry-at-dawn-300x200.webp")
                && name.is_of("/_next/image?url=https%3A%2F%2Fe.org%2F2026%2FFerry-at-dawn.jpg")
                && !name.is_of("/2026/ferry-at-dusk.jpg")
        }));
        assert_eq!(name("/a/1200x675_ferry-at-dawn.jpg"), large);
        for other in [
            "/2026/ferry-at-dawn-1-300x200.jpg",
            "/2026/ferry-at-dawn2.jpg",
            "/2026/old-ferry-at-dawn.jpg",
        ] {
            assert!(
                large.as_ref().is_some_and(|name| !name.is_of(other)),
                "{other}"
            );
        }
        assert_eq!(name("/a/ferry-at-dawn-scaled.jpg"), large);
        for many in [
            "/img/media/a1/0_0_5000_3000/master/5000.jpg",
            "/wp-apps/imrs.php?src=https://e.org/a.jpg",
            "/images/gazette-logo.png",
            "/x.jpg/renditions/original.jpg",
            "/_next/image",
        ] {
            assert_eq!(name(many), None, "{many}");
        }
        // A short name is one of many, unless its folder tells it.
        let short = name("/file/25122811/GMO2.jpeg");
        assert!(short.is_some_and(|name| {
            name.is_of("/x/file/25122811/gmo2.webp") && !name.is_of("/x/file/3/gmo2.jpg")
        }));
        assert_eq!(name("/1.jpg"), None);
    }
}
