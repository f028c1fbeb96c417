//! A quick no for most words that are looked for.

/// The first four bytes of many texts.
pub(super) struct Beginnings {
    bits: Box<[u64; 1024]>,
    /// One of the texts is shorter: there is no quick no.
    any: bool,
}

impl Beginnings {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Beginnings {
        let (mut bits, mut any) = (Box::new([0; 1024]), false);
        for text in texts {
            match Beginnings::place(text) {
                Some(place) => bits[place >> 6] |= 1 << (place & 63),
                None => any = true,
            }
        }
        Beginnings { bits, any }
    }

    fn place(text: &str) -> Option<usize> {
        let first = u32::from_le_bytes(*text.as_bytes().first_chunk()?);
        Some((first.wrapping_mul(0x9e37_79b9) >> 16) as usize)
    }

    /// False where none of the texts begins `rest`.
    pub(super) fn may_begin(&self, rest: &str) -> bool {
        let known = |place: usize| self.bits[place >> 6] >> (place & 63) & 1 == 1;
        self.any || Beginnings::place(rest).is_some_and(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_no_to_what_none_of_the_texts_begins() {
        let some = Beginnings::of(["share this", "sign up"].into_iter());
        assert!(some.may_begin("share this story") && some.may_begin("signpost"));
        assert!(!some.may_begin("story") && !some.may_begin("si"));
    }

    #[test]
    fn has_no_quick_no_where_a_text_is_short() {
        assert!(Beginnings::of(["ad"].into_iter()).may_begin("story"));
    }
}
