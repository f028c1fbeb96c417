//! Words, and how likely they are the article's.

/// Sums of the first look over a stretch of blocks.
#[derive(Clone, Copy, Default)]
pub struct Sum {
    /// Words, each counted as likely as its block is the article's.
    pub mass: f32,
    /// Words.
    pub words: f32,
}

impl Sum {
    pub fn minus(self, other: Sum) -> Sum {
        Sum {
            mass: self.mass - other.mass,
            words: self.words - other.words,
        }
    }

    pub fn plus(self, other: Sum) -> Sum {
        Sum {
            mass: self.mass + other.mass,
            words: self.words + other.words,
        }
    }

    /// The mean probability, weighed by words; -1 where nothing stands.
    pub fn mean(self) -> f32 {
        if self.words < 0.5 {
            -1.0
        } else {
            (self.mass / self.words).clamp(0.0, 1.0)
        }
    }

    /// What is won by taking all of it for the article: words that are less those that are not.
    pub fn gain(self) -> f32 {
        2.0 * self.mass - self.words
    }
}
