//! Evidence: what a judge saw on a block, as data that every language of the interface can put into words.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// The clues, each with its key and its English; `{}` stands for the value.
macro_rules! clues {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $english:literal;)+) => {
        /// What was seen. The set is closed, so that every clue has words in every language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Clue {
            $($(#[$doc])* $name,)+
        }

        impl Clue {
            /// All of them.
            pub const ALL: &[Clue] = &[$(Clue::$name,)+];

            /// The name in reports and, as `why_…`, in the extension's messages.
            pub fn key(self) -> &'static str {
                match self {
                    $(Clue::$name => $key,)+
                }
            }

            /// In English.
            pub fn english(self) -> &'static str {
                match self {
                    $(Clue::$name => $english,)+
                }
            }
        }
    };
}

clues! {
    /// Its whole text is a phrase of the rules.
    Says = "says", "says “{}”";
    /// It begins with a phrase of the rules.
    Begins = "begins", "begins with “{}”";
    /// A phrase of the rules stands in it.
    Holds = "holds", "says “… {} …”";
    /// A name in its markup.
    Named = "named", "named “{}”";
    /// A name in its markup, and it asks for an address.
    NamedAsking = "named-asking", "named “{}”, with a field for an address";
    /// A list or grid of teasers.
    Teasers = "teasers", "a list of links to other articles";
    /// Marked as a dialog.
    Dialog = "dialog", "a dialog over the page";
    /// Its style fixes it, its name says what it is.
    Fixed = "fixed", "fixed over the page";
    /// Its name alone says that it covers.
    NamedOverlay = "named-overlay", "named as an overlay";
    /// The live page shows that it covers.
    Covers = "covers", "covers the page";
    /// A scroll lock.
    Locks = "locks", "keeps the page from scrolling";
    /// It shows the article's beginning only.
    Folds = "folds", "folds the article";
    /// A line of icons' names.
    IconLine = "icon-line", "nothing but names of icons";
    /// A title in a sprite.
    SpriteName = "sprite-name", "the name of an icon in a sprite";
    /// A title in a drawing.
    IconName = "icon-name", "the name of an icon";
    /// A ligature that an icon font draws.
    FontIcon = "font-icon", "the name of an icon of an icon font";
    /// Shown to screen readers only.
    SpokenLabel = "spoken-label", "a label for screen readers";
    /// The headline, said again.
    HeadlineAgain = "headline-again", "the headline once more";
    /// Any text, said again.
    TextAgain = "text-again", "stands on the page already";
    /// The model found nothing of the article in it.
    Outside = "outside", "not part of the article";
    /// Named as what was hidden on the page, or on other pages of the site.
    HiddenBefore = "hidden-before", "named like what was hidden here before";
    /// A rule of the reader.
    YourRule = "your-rule", "your rule “{}”";
    /// A rule that came with Clean Copy.
    SiteRule = "site-rule", "the site’s rule “{}”";
}

impl Clue {
    /// The clue with the words of the page, or of the rule, that it speaks of.
    pub fn on(self, value: impl Into<String>) -> Evidence {
        Evidence {
            clue: self,
            value: Some(value.into()),
        }
    }
}

/// A clue and what it speaks of. Shown, it is English; serialised, `{ key, values }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What was seen.
    pub clue: Clue,
    /// Text of the page, or the text of a rule.
    pub value: Option<String>,
}

impl From<Clue> for Evidence {
    fn from(clue: Clue) -> Evidence {
        Evidence { clue, value: None }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.as_deref().unwrap_or_default();
        match self.clue.english().split_once("{}") {
            Some((before, after)) => write!(f, "{before}{value}{after}"),
            None => f.write_str(self.clue.english()),
        }
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Evidence", 2)?;
        fields.serialize_field("key", self.clue.key())?;
        fields.serialize_field("values", self.value.as_slice())?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_as_they_are_in_the_english_and_beside_the_key() {
        let evidence = Clue::Begins.on("Also on {} “more”");
        assert_eq!(evidence.to_string(), "begins with “Also on {} “more””");
        let json = serde_json::to_value(&evidence).unwrap_or_default();
        assert_eq!(
            json,
            serde_json::json!({ "key": "begins", "values": ["Also on {} “more”"] })
        );
    }

    #[test]
    fn a_clue_alone_has_no_values() {
        let evidence = Evidence::from(Clue::Outside);
        assert_eq!(evidence.to_string(), "not part of the article");
        let json = serde_json::to_value(&evidence).unwrap_or_default();
        assert_eq!(json["values"], serde_json::json!([]));
    }

    #[test]
    fn keys_name_one_clue_each() {
        let mut keys: Vec<_> = Clue::ALL.iter().map(|clue| clue.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Clue::ALL.len());
    }
}
