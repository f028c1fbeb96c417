//! Class names, ids and component names as hints.
//!
//! Invariant: a hint alone never hides prose. Names are chosen by whoever built the site; `promo` may wrap the article.

use crate::outline::{Attr, NodeId, Outline};

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
    /// True where any of `other` is in.
    pub fn has(self, other: Hints) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Hints) {
        self.0 |= other.0;
    }
}

/// The hints of an element's own attributes.
pub fn hints(page: &Outline, id: NodeId) -> Hints {
    let mut found = Hints::default();
    for attr in [
        Attr::Class,
        Attr::Id,
        Attr::Component,
        Attr::Role,
        Attr::ItemProp,
    ] {
        for value in page.attr_all(id, attr) {
            // Longer values are hashes, state or utility classes.
            if value.len() <= 300 {
                each_word(value, |word| found.add(hint(word)));
            }
        }
    }
    found
}

/// Calls `f` with every word of "articleBody__share-tools promo2": lower case, digits cut off; two neighbouring words
/// are also given joined, so that "read-more" and "readmore" are one name.
fn each_word(value: &str, mut f: impl FnMut(&str)) {
    let mut buffer = [0u8; 64];
    let (mut previous, mut start, mut length) = (0, 0, 0);
    let mut lower_before = false;
    let mut flush = |buffer: &[u8; 64],
                     previous: &mut usize,
                     start: &mut usize,
                     length: usize,
                     joined: bool| {
        if length > *start {
            if let Ok(word) = std::str::from_utf8(&buffer[*start..length]) {
                f(word);
            }
            if *start > *previous
                && let Ok(pair) = std::str::from_utf8(&buffer[*previous..length])
            {
                f(pair);
            }
            *previous = if joined { *start } else { length };
            *start = length;
        }
    };
    for byte in value.bytes() {
        let upper = byte.is_ascii_uppercase();
        let letter = byte.is_ascii_alphabetic();
        if !letter || (upper && lower_before) || length == buffer.len() {
            let space = byte.is_ascii_whitespace() || length == buffer.len();
            flush(&buffer, &mut previous, &mut start, length, !space);
            if space {
                (previous, start, length) = (0, 0, 0);
            } else {
                // Keep the last word for the pair, drop what stands before it.
                buffer.copy_within(previous..length, 0);
                (start, length) = (start - previous, length - previous);
                previous = 0;
            }
        }
        if letter && length < buffer.len() {
            buffer[length] = byte.to_ascii_lowercase();
            length += 1;
        }
        lower_before = letter && !upper;
    }
    flush(&buffer, &mut previous, &mut start, length, false);
}

fn hint(word: &str) -> Hints {
    let exact = exact(word);
    if exact != Hints::default() || word.len() < 6 || word.starts_with("shareholder") {
        return exact;
    }
    STEMS
        .iter()
        .find(|(stem, _)| word.starts_with(stem))
        .map_or(exact, |(_, hint)| *hint)
}

/// Beginnings that no other word shares.
const STEMS: &[(&str, Hints)] = &[
    ("newsletter", Hints::NEWSLETTER),
    ("subscri", Hints::NEWSLETTER),
    ("paywall", Hints::NEWSLETTER),
    ("donat", Hints::NEWSLETTER),
    ("advert", Hints::ADVERT),
    ("sponsor", Hints::ADVERT),
    ("adslot", Hints::ADVERT),
    ("adunit", Hints::ADVERT),
    ("adsby", Hints::ADVERT),
    ("publicid", Hints::ADVERT),
    ("comment", Hints::COMMENTS),
    ("disqus", Hints::COMMENTS),
    ("kommentar", Hints::COMMENTS),
    ("cookie", Hints::CONSENT),
    ("consent", Hints::CONSENT),
    ("onetrust", Hints::CONSENT),
    ("didomi", Hints::CONSENT),
    ("usercentrics", Hints::CONSENT),
    ("related", Hints::RELATED),
    ("recommend", Hints::RELATED),
    ("recirc", Hints::RELATED),
    ("outbrain", Hints::RELATED),
    ("taboola", Hints::RELATED),
    ("mostread", Hints::RELATED),
    ("mostpopular", Hints::RELATED),
    ("popularpost", Hints::RELATED),
    ("readnext", Hints::RELATED),
    ("readmore", Hints::PROMO),
    ("readalso", Hints::PROMO),
    ("alsoread", Hints::PROMO),
    ("teaser", Hints::RELATED),
    ("promo", Hints::PROMO),
    ("share", Hints::SHARE),
    ("social", Hints::SHARE),
    ("sharing", Hints::SHARE),
    ("breadcrumb", Hints::NAVIGATION),
    ("navig", Hints::NAVIGATION),
    ("navbar", Hints::NAVIGATION),
    ("paginat", Hints::NAVIGATION),
    ("sidebar", Hints::SIDEBAR),
    ("footer", Hints::FOOTER),
    ("masthead", Hints::HEADER),
    ("figcaption", Hints::CAPTION),
    ("caption", Hints::CAPTION),
    ("imagecredit", Hints::CAPTION),
    ("photocredit", Hints::CAPTION),
    ("articlebody", Hints::BODY),
    ("articlecontent", Hints::BODY),
    ("articletext", Hints::BODY),
    ("storybody", Hints::BODY),
    ("entrycontent", Hints::BODY),
    ("postcontent", Hints::BODY),
    ("postbody", Hints::BODY),
    ("paragraph", Hints::BODY),
    ("richtext", Hints::BODY),
    ("headline", Hints::TITLE),
    ("standfirst", Hints::LEAD),
    ("subtitle", Hints::LEAD),
    ("subhead", Hints::LEAD),
    ("pullquote", Hints::QUOTE),
    ("blockquote", Hints::QUOTE),
    ("author", Hints::BYLINE),
    ("byline", Hints::BYLINE),
    ("datetime", Hints::BYLINE),
    ("timestamp", Hints::BYLINE),
    ("publish", Hints::BYLINE),
    ("widget", Hints::WIDGET),
    ("player", Hints::WIDGET),
    ("carousel", Hints::WIDGET),
    ("gallery", Hints::WIDGET),
    ("slideshow", Hints::WIDGET),
    ("podcast", Hints::WIDGET),
    ("overlay", Hints::OVERLAY),
    ("lightbox", Hints::OVERLAY),
    ("popup", Hints::OVERLAY),
    ("interstitial", Hints::OVERLAY),
];

fn exact(word: &str) -> Hints {
    match word {
        "share" | "shares" | "sharing" | "social" | "addtoany" | "addthis" | "sharedaddy"
        | "follow" | "sns" | "whatsapp" | "tweet" | "teilen" | "partager" | "compartir"
        | "sharebar" | "socials" | "snsbox" | "bookmark" => Hints::SHARE,
        "related" | "recirc" | "trending" | "popular" | "latest" | "similar" | "outbrain"
        | "taboola" | "zergnet" | "revcontent" | "yarpp" | "suggested" | "upnext" | "card"
        | "cards" | "morefrom" | "morenews" | "nextarticle" | "morestories" | "moreon"
        | "seealso" | "linklist" | "headlines" | "relatedposts" | "onward" | "river" | "feed"
        | "tease" => Hints::RELATED,
        "promo" | "promos" | "cta" | "callout" | "readmore" | "crosslink" | "inline" | "insert"
        | "interlink" | "kicker" => match word {
            "inline" | "insert" | "kicker" => Hints::default(),
            _ => Hints::PROMO,
        },
        "newsletter" | "signup" | "subscribe" | "donate" | "membership" | "register"
        | "registration" | "optin" | "mailchimp" | "signin" | "login" | "paywall" | "regwall"
        | "piano" | "abo" | "offer" | "marketing" | "premium" | "mcwp" => Hints::NEWSLETTER,
        "ad" | "ads" | "adv" | "advert" | "dfp" | "gpt" | "adbox" | "adwrap" | "adwrapper"
        | "adcontainer" | "anzeige" | "werbung" | "reklama" | "reklam" | "publicite"
        | "commercial" | "affiliate" | "leaderboard" | "mpu" | "skyscraper" | "native"
        | "adsense" | "adplace" | "adzone" | "billboard" => Hints::ADVERT,
        "comment" | "comments" | "respond" | "reply" | "replies" | "spotim" | "viafoura"
        | "livefyre" | "coral" | "discussion" | "discuss" | "forum" | "commentlist"
        | "commentform" | "responses" => Hints::COMMENTS,
        "cookie" | "cookies" | "consent" | "gdpr" | "ccpa" | "cmp" | "privacy" => Hints::CONSENT,
        "modal" | "popup" | "overlay" | "dialog" | "alertdialog" | "backdrop" | "offcanvas"
        | "drawer" | "toast" | "flyout" | "tooltip" | "popover" => Hints::OVERLAY,
        "nav" | "menu" | "breadcrumb" | "breadcrumbs" | "crumb" | "crumbs" | "pager"
        | "pagination" | "skip" | "skiplink" | "tag" | "tags" | "topic" | "topics" | "category"
        | "categories" | "toc" | "tab" | "tabs" | "keywords" | "hamburger" | "search"
        | "section" | "taxonomy" => match word {
            "section" => Hints::default(),
            _ => Hints::NAVIGATION,
        },
        "author" | "authors" | "byline" | "bio" | "date" | "dateline" | "time" | "timestamp"
        | "published" | "meta" | "postmeta" | "contributor" | "writer" | "updated"
        | "datepublished" | "datemodified" | "readtime" | "readingtime" | "reporter" | "editor"
        | "autor" | "datum" => Hints::BYLINE,
        "caption" | "credit" | "credits" | "legend" | "copyright" | "figcaption"
        | "photographer" | "photo" | "imagecaption" | "cutline" | "wpcaption" | "attribution" => {
            Hints::CAPTION
        }
        "widget" | "player" | "video" | "audio" | "podcast" | "poll" | "quiz" | "toolbar"
        | "tools" | "print" | "rating" | "ratings" | "gallery" | "slider" | "slideshow"
        | "carousel" | "swiper" | "listen" | "weather" | "jwplayer" | "button" | "btn"
        | "buttons" | "actions" | "utility" | "form" | "infobox" | "factbox" | "embed"
        | "quicklinks" | "ticker" => Hints::WIDGET,
        "sidebar" | "aside" | "rail" | "rightcol" | "rightrail" | "secondary" | "complementary"
        | "side" | "rhs" | "sidecol" | "rightcolumn" | "leftcol" | "leftrail" => Hints::SIDEBAR,
        "footer" | "foot" | "colophon" | "contentinfo" | "bottom" | "legal" | "disclaimer"
        | "imprint" | "impressum" => Hints::FOOTER,
        "header" | "masthead" | "topbar" | "banner" | "top" | "logo" | "branding" => Hints::HEADER,
        "article" | "articlebody" | "body" | "content" | "entry" | "story" | "post" | "text"
        | "paragraph" | "prose" | "richtext" | "copy" | "main" | "txt" | "artikel" | "noticia"
        | "contenido" | "bodytext" | "entrycontent" | "postcontent" | "detail" | "blog"
        | "hentry" => Hints::BODY,
        "title" | "headline" | "hed" | "heading" | "titre" | "titel" | "titulo" | "pagetitle"
        | "entrytitle" => Hints::TITLE,
        "lead" | "lede" | "intro" | "standfirst" | "deck" | "dek" | "subtitle" | "subhead"
        | "summary" | "excerpt" | "abstract" | "chapo" | "description" | "subheadline"
        | "leadtext" | "introduction" | "synopsis" | "subheading" | "bajada" | "vorspann" => {
            Hints::LEAD
        }
        "quote" | "pullquote" | "blockquote" | "pull" => Hints::QUOTE,
        "hidden" | "hide" | "noprint" | "invisible" | "collapsed" => Hints::HIDDEN,
        "list" | "grid" | "item" | "items" | "listing" | "stack" | "row" => Hints::LIST,
        _ => Hints::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn of(class: &str) -> Hints {
        hints(&read(&format!("<div class=\"{class}\"></div>")), 0)
    }

    #[test]
    fn splits_camel_case_dashes_and_digits() {
        assert!(of("articleBody__share-tools").has(Hints::SHARE));
        assert!(of("c-promo2").has(Hints::PROMO));
        assert!(of("read-more").has(Hints::PROMO));
        assert!(of("mostRead").has(Hints::RELATED));
    }

    #[test]
    fn ordinary_names_are_no_hints() {
        assert_eq!(of("shareholders col-12 pt-3").0, 0);
        assert!(!of("read morethan").has(Hints::PROMO));
    }
}
