//! How the page itself keeps text from sight.

use super::span_of;
use crate::chars::holds_any;
use crate::outline::{Attr, NodeId, Outline};

/// How text is kept from sight by the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Hidden {
    /// It is in sight.
    #[default]
    No,
    /// `hidden`, `display: none`: nobody sees it unless a script says so.
    Off,
    /// A label for screen readers.
    ScreenReader,
}

/// How each element of a page itself hides its content from sight.
pub struct Labels(Vec<Hidden>);

impl Labels {
    /// Looks at every class attribute and every element once: several judges ask the same of one.
    pub fn of(page: &Outline) -> Labels {
        let labels = |name: &str| may_name_screen_readers(name) && is_screen_reader_class(name);
        let hides = |class: &str| {
            let mut names = class.split_ascii_whitespace();
            names.clone().any(labels) && !names.any(undoes_hiding)
        };
        let classes = 0..page.classes.len() as u32;
        let classes: Vec<bool> = classes.map(|class| hides(page.class(class))).collect();
        let own = |id: NodeId| {
            if is_off(page, id) {
                Hidden::Off
            } else if classes[page.node(id).class as usize] && is_short(page, id) {
                Hidden::ScreenReader
            } else {
                Hidden::No
            }
        };
        Labels((0..page.len()).map(own).collect())
    }

    /// How an element itself hides its content from sight.
    pub fn own_hidden(&self, id: NodeId) -> Hidden {
        self.0[id as usize]
    }
}

fn is_off(page: &Outline, id: NodeId) -> bool {
    let hidden = page.attr(id, Attr::Hidden);
    hidden.is_some_and(|value| value != "until-found")
        || page.attr(id, Attr::Style).is_some_and(style_hides)
}

/// Bytes of a label at most. What is longer is in sight, whatever its name says: the name may speak of a part of it.
const LONGEST_LABEL: usize = 600;

fn is_short(page: &Outline, id: NodeId) -> bool {
    span_of(page.runs_of(id)) <= LONGEST_LABEL
}

/// A quick no for nearly all names: every name that [`is_screen_reader_class`] knows holds one of these.
fn may_name_screen_readers(class: &str) -> bool {
    let known = |three: &[u8]| {
        let folded = [three[0] | 0x20, three[1] | 0x20, three[2] | 0x20];
        matches!(&folded, b"hid" | b"scr" | b"ass" | b"onl" | b"inv" | b"srt")
    };
    class.as_bytes().windows(3).any(known)
}

fn style_hides(style: &str) -> bool {
    let mut declarations = style.split(';').filter_map(|one| one.split_once(':'));
    declarations.any(|(property, value)| {
        let is = |text: &str, name: &str| text.trim().eq_ignore_ascii_case(name);
        let value = value.split('!').next().unwrap_or("");
        (is(property, "display") && is(value, "none"))
            || (is(property, "visibility") && is(value, "hidden"))
    })
}

/// "sr-only lg:not-sr-only" is in sight on larger screens; a skip link with "focus:not-sr-only" is not.
fn undoes_hiding(class: &str) -> bool {
    let (state, name) = class.rsplit_once(':').unwrap_or(("", class));
    name == "not-sr-only" && !holds_any(state, &["focus", "active", "hover", "checked", "print"])
}

/// The class names by which frameworks hide labels from sight but not from screen readers.
fn is_screen_reader_class(class: &str) -> bool {
    let mut plain = String::with_capacity(class.len());
    plain.extend(
        class
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase()),
    );
    // Styles that add "focusable" or "not" undo the hiding.
    // "field--label-visually_hidden" names the field, of which only the label is hidden.
    // "sr-only-mobile" is in sight elsewhere.
    let not_here = ["notsronly", "labelvisually", "mobile"];
    if plain.starts_with("not") || holds_any(&plain, &not_here) {
        return false;
    }
    plain == "sronly"
        || plain == "srt"
        || holds_any(&plain, &SCREEN_READER)
        || (plain.contains("sronly") && !plain.contains("focus"))
}

/// Parts of such names, without what stands between their words.
const SCREEN_READER: [&str; 8] = [
    "visuallyhidden",
    "visuallyhide",
    "screenreader",
    "assistivetext",
    "vhsonly",
    "offscreen",
    "isvishidden",
    "elementinvisible",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn own_hidden(html: &str) -> Hidden {
        let page = read(html);
        Labels::of(&page).own_hidden(0)
    }

    #[test]
    fn a_field_whose_label_is_hidden_is_in_sight() {
        let label = "<div class='field__label visually-hidden'>Body</div>";
        assert_eq!(own_hidden(label), Hidden::ScreenReader);
        let field =
            "<div class='field field--label-visually_hidden'><p>The lamp stays lit.</p></div>";
        assert_eq!(own_hidden(field), Hidden::No);
    }

    #[test]
    fn a_name_that_undoes_the_hiding_is_heard() {
        let of = |class: &str| own_hidden(&format!("<h1 class='{class}'>The lamp</h1>"));
        assert_eq!(of("sr-only"), Hidden::ScreenReader);
        assert_eq!(of("sr-only lg:not-sr-only"), Hidden::No);
        assert_eq!(of("sr-only focus:not-sr-only"), Hidden::ScreenReader);
        assert_eq!(
            of("sr-only active:not-sr-only print:not-sr-only"),
            Hidden::ScreenReader
        );
        assert_eq!(of("visually-hidden-mobile"), Hidden::No);
    }

    #[test]
    fn styles_hide_by_their_own_properties() {
        let of = |style: &str| own_hidden(&format!("<div style='{style}'>The lamp</div>"));
        assert_eq!(of("color: red; DISPLAY : None !important"), Hidden::Off);
        assert_eq!(of("visibility:hidden"), Hidden::Off);
        assert_eq!(of("backface-visibility:hidden"), Hidden::No);
        assert_eq!(of("display:block"), Hidden::No);
    }

    #[test]
    fn a_long_text_is_no_label() {
        let words = "The council voted to keep the lamp lit. ";
        let of = |count| format!("<div class='sr-only'><p>{}</p></div>", words.repeat(count));
        assert_eq!(own_hidden(&of(3)), Hidden::ScreenReader);
        assert_eq!(own_hidden(&of(30)), Hidden::No);
    }
}
