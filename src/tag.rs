//! Element names as small numbers.

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// An element name that a judge or a writer asks about; everything else is `Other`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum Tag { Other, $($variant),* }

        impl Tag {
            /// The tag of a lower-case name.
            pub fn from_name(name: &str) -> Tag {
                match packed(name.as_bytes()) { $(names::$variant => Tag::$variant,)* _ => Tag::Other }
            }

            /// The lower-case name; empty for `Other`.
            pub fn name(self) -> &'static str {
                match self { Tag::Other => "", $(Tag::$variant => $name),* }
            }
        }

        /// The names as numbers, so that one is found in a few steps.
        #[allow(non_upper_case_globals, reason = "the variants' names")]
        mod names {
            $(pub const $variant: u128 = super::packed($name.as_bytes());)*
        }
    };
}

/// A name of at most 16 bytes as a number; 0 for a longer one.
pub const fn packed(name: &[u8]) -> u128 {
    if name.len() > 16 {
        return 0;
    }
    let (mut bytes, mut at) = ([0; 16], 0);
    while at < name.len() {
        bytes[at] = name[at];
        at += 1;
    }
    u128::from_le_bytes(bytes)
}

tags! {
    A "a", Abbr "abbr", Address "address", Article "article", Aside "aside", Audio "audio", B "b", Bdi "bdi", Bdo "bdo",
    Big "big", Blockquote "blockquote", Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption",
    Center "center", Cite "cite", Code "code", Data "data", Dd "dd", Defs "defs", Del "del", Desc "desc",
    Details "details", Dfn "dfn", Dialog "dialog", Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed",
    Fieldset "fieldset", Figcaption "figcaption", Figure "figure", Font "font", Footer "footer", Form "form",
    Frame "frame", Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head",
    Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img", Input "input",
    Ins "ins", Kbd "kbd", Label "label", Legend "legend", Li "li", Link "link", Main "main", Map "map", Mark "mark",
    Math "math", Menu "menu", Meta "meta", Nav "nav", Noembed "noembed", Noframes "noframes", Noscript "noscript",
    Object "object", Ol "ol", Optgroup "optgroup", Option "option", P "p", Path "path", Picture "picture", Pre "pre",
    Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp", Script "script", Search "search", Section "section",
    Select "select", Small "small", Source "source", Span "span", Strong "strong", Style "style", Sub "sub",
    Summary "summary", Sup "sup", Svg "svg", Symbol "symbol", Table "table", Tbody "tbody", Td "td",
    Template "template", Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time", Title "title",
    Tr "tr", Tt "tt", U "u", Ul "ul", Use "use", Var "var", Video "video", Wbr "wbr", XNoscript "x-noscript",
}

impl Tag {
    /// Elements that flow inside a line of text and do not start a new block.
    pub fn is_inline(self) -> bool {
        use Tag::*;
        matches!(
            self,
            A | Abbr
                | B
                | Bdi
                | Bdo
                | Big
                | Cite
                | Code
                | Data
                | Del
                | Dfn
                | Em
                | Font
                | I
                | Img
                | Ins
                | Kbd
                | Label
                | Mark
                | Path
                | Picture
                | Q
                | Rp
                | Rt
                | Ruby
                | S
                | Samp
                | Small
                | Source
                | Span
                | Strong
                | Sub
                | Sup
                | Svg
                | Time
                | Tt
                | U
                | Use
                | Var
                | Wbr
                | Other
                | Title
                | Desc
                | Symbol
                | Defs
                | Math
                | Button
                | Input
                | Map
                | Audio
                | Canvas
                | Embed
                | Object
        )
    }

    /// Elements in which a tag is text, but for their own end tag.
    pub fn holds_raw_text(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script | Style | Title | Textarea | Iframe | Noembed | Noframes | Noscript
        )
    }

    /// Elements whose text a browser never shows as text of the page.
    pub fn is_silent(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script
                | Style
                | Noscript
                | XNoscript
                | Template
                | Iframe
                | Noembed
                | Noframes
                | Select
                | Option
                | Optgroup
                | Textarea
                | Head
                | Audio
                | Video
                | Canvas
                | Object
        )
    }

    /// `<h1>` … `<h6>`.
    pub fn is_heading(self) -> bool {
        matches!(
            self,
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6
        )
    }

    /// 1 … 6 for headings.
    pub fn heading_level(self) -> Option<usize> {
        self.is_heading()
            .then(|| self as usize - Tag::H1 as usize + 1)
    }
}
