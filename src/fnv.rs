//! FNV-1a, in 32 bits: short hashes that another language can make too.

/// The hash of nothing.
pub const START: u32 = 0x811c_9dc5;

/// A hash with more bytes.
pub fn with(hash: u32, bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(hash, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(super::with(super::START, *b"a"), 0xe40c_292c);
        assert_eq!(super::with(super::START, *b"foobar"), 0xbf9c_f968);
    }
}
