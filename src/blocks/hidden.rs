//! How the page itself keeps text from sight.

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

/// How an element itself hides its content from sight.
pub fn own_hidden(page: &Outline, id: NodeId) -> Hidden {
    if page
        .attr(id, Attr::Hidden)
        .is_some_and(|v| v != "until-found")
    {
        return Hidden::Off;
    }
    if page.attr(id, Attr::Style).is_some_and(style_hides) {
        return Hidden::Off;
    }
    let labels = |class: &str| class.split_ascii_whitespace().any(is_screen_reader_class);
    match page.attr(id, Attr::Class) {
        Some(class) if labels(class) => Hidden::ScreenReader,
        _ => Hidden::No,
    }
}

fn style_hides(style: &str) -> bool {
    let squeezed: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    squeezed.contains("display:none") || squeezed.contains("visibility:hidden")
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
    if plain.contains("notsronly") || plain.starts_with("not") {
        return false;
    }
    plain == "sronly"
        || plain == "srt"
        || [
            "visuallyhidden",
            "visuallyhide",
            "screenreader",
            "assistivetext",
            "vhsonly",
            "offscreen",
            "isvishidden",
            "uvisuallyhidden",
            "ascreenreader",
            "elementinvisible",
        ]
        .iter()
        .any(|name| plain.contains(name))
        || (plain.contains("sronly") && !plain.contains("focus"))
}
