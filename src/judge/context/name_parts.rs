//! The words of a class name, an id or a component's name.

/// Calls `f` with every word of "articleBody__share-tools2": lower case, digits cut off; two neighbouring words
/// are also given joined, so that "read-more" and "readmore" are one name.
pub(super) fn each_word(value: &str, mut f: impl FnMut(&[u8])) {
    let mut words = Words::default();
    let mut lower_before = false;
    for byte in value.bytes() {
        let upper = byte.is_ascii_uppercase();
        let letter = byte.is_ascii_alphabetic();
        if words.length == LONGEST_PAIR {
            words.end(&mut f);
            words = Words::default();
        } else if !letter || (upper && lower_before) {
            words.end(&mut f);
            words.go_on();
        }
        if letter {
            words.buffer[words.length % LONGEST_PAIR] = byte.to_ascii_lowercase();
            words.length += 1;
        }
        lower_before = letter && !upper;
    }
    words.end(&mut f);
}

/// Letters of two words after which both are told, finished or not.
const LONGEST_PAIR: usize = 64;

/// A word in lower case behind the one before it.
struct Words {
    buffer: [u8; LONGEST_PAIR],
    /// Where the word begins.
    start: usize,
    /// Where it ends so far.
    length: usize,
}

impl Default for Words {
    fn default() -> Words {
        Words {
            buffer: [0; LONGEST_PAIR],
            start: 0,
            length: 0,
        }
    }
}

impl Words {
    /// Tells of the word, and of both as one.
    fn end(&self, f: &mut impl FnMut(&[u8])) {
        let letters = &self.buffer[..self.length];
        if self.start < self.length {
            let whole = letters.get(self.start..).filter(|_| self.start > 0);
            whole.into_iter().chain([letters]).for_each(f);
        }
    }

    /// Makes the word, if there is one, the one before the next.
    fn go_on(&mut self) {
        if self.start < self.length {
            self.buffer.copy_within(self.start..self.length, 0);
            self.length -= self.start;
            self.start = self.length;
        }
    }
}
