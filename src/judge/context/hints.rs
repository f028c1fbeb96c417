//! The set of what names can hint at.

macro_rules! kinds {
    ($($name:ident = $bit:literal),* $(,)?) => {
        /// A set of hints, one bit each.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Hints(pub u32);

        #[allow(missing_docs, reason = "the names say it")]
        impl Hints {
            $(pub const $name: Hints = Hints(1 << $bit);)*
            /// Every hint, in the order of the model's features.
            pub const ALL: &'static [Hints] = &[$(Hints::$name),*];
        }
    };
}

kinds! {
    SHARE = 0, RELATED = 1, PROMO = 2, NEWSLETTER = 3, ADVERT = 4, COMMENTS = 5, CONSENT = 6, OVERLAY = 7,
    NAVIGATION = 8, BYLINE = 9, CAPTION = 10, WIDGET = 11, SIDEBAR = 12, FOOTER = 13, HEADER = 14, BODY = 15,
    TITLE = 16, LEAD = 17, QUOTE = 18, HIDDEN = 19, LIST = 20,
}

impl Hints {
    /// The features of the model.
    pub const LEARNED: Hints = Hints((1 << Hints::ALL.len()) - 1);

    // No features of the model, which did not learn by them: words can be added to these without learning anew. With them
    // every bit is taken.
    /// Facts beside the text.
    pub const FACTS: Hints = Hints(1 << 21);
    /// The site's masthead or footer wherever it stands, and not only what is at the top or bottom of something.
    pub const SITE: Hints = Hints(1 << 22);
    /// What asks the reader something.
    pub const POLL: Hints = Hints(1 << 23);
    /// What an author's life has come to.
    pub const BIO: Hints = Hints(1 << 24);
    /// What is offered to the reader. Walls and callouts do not count: the article stands behind one, its notes in the other.
    pub const PITCH: Hints = Hints(1 << 25);
    /// What reads the article out.
    pub const VOICE: Hints = Hints(1 << 26);
    /// Pictures to look through.
    pub const GALLERY: Hints = Hints(1 << 27);
    /// A summary that a machine wrote.
    pub const MACHINE: Hints = Hints(1 << 28);
    /// A standfirst, by more names than [`Hints::LEAD`] knows.
    pub const DECK: Hints = Hints(1 << 29);
    /// Opens over the page. Drawers and lightboxes do not count: tips of a recipe and galleries are.
    pub const DIALOG: Hints = Hints(Hints::OVERLAY.0 | 1 << 30);
    /// Comments where they are called neither in English nor in German.
    pub const THREAD: Hints = Hints(1 << 31);
    /// What readers write, in all of these languages.
    pub const READERS: Hints = Hints::COMMENTS.or(Hints::THREAD);

    /// Both sets together.
    pub const fn or(self, other: Hints) -> Hints {
        Hints(self.0 | other.0)
    }

    /// The hints that are in both.
    pub const fn and(self, other: Hints) -> Hints {
        Hints(self.0 & other.0)
    }

    /// True where any hint is in that is not in `other`.
    pub fn has_beyond(self, other: Hints) -> bool {
        self.0 & !other.0 != 0
    }

    /// True where all of `other` are in.
    pub fn has_all(self, other: Hints) -> bool {
        self.0 & other.0 == other.0
    }

    /// True where any of `other` is in.
    pub fn has(self, other: Hints) -> bool {
        self.0 & other.0 != 0
    }

    /// True where any hint of what goes is in, from `SHARE` to `OVERLAY`.
    pub fn has_clutter(self) -> bool {
        self.0 & CLUTTER != 0
    }

    /// Adds hints.
    pub fn add(&mut self, other: Hints) {
        self.0 |= other.0;
    }
}

/// The hints of what goes, from `SHARE` to `OVERLAY`.
pub(super) const CLUTTER: u32 = 0xff;
