//! The attributes that are kept of an element.

/// The attributes that judges and writers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Attr {
    /// Not an attribute: the name of an element that [`Tag`](crate::tag::Tag) does not list.
    TagName,
    /// `alt`
    Alt,
    /// `aria-hidden`
    AriaHidden,
    /// `aria-label`
    AriaLabel,
    /// `aria-modal`
    AriaModal,
    /// `class`
    Class,
    /// `data-clean-copy-cleaned`: our own mark on `<html>`
    Cleaned,
    /// `colspan`
    ColSpan,
    /// `content`
    Content,
    /// `data-…` names a component: `data-testid`, `data-component`, `data-module`, …
    Component,
    /// Not a value: the name of the [`Attr::Component`] that follows.
    ComponentName,
    /// `datetime`
    DateTime,
    /// `dir`
    Dir,
    /// `contenteditable`
    Editable,
    /// `hidden`
    Hidden,
    /// `href`
    Href,
    /// `http-equiv`
    HttpEquiv,
    /// `id`
    Id,
    /// `itemprop`
    ItemProp,
    /// `itemtype`
    ItemType,
    /// `lang`
    Lang,
    /// `data-src`, `data-original`, … of lazy images
    LazySrc,
    /// `name`
    Name,
    /// `data-clean-copy-new`: our own mark on blocks that arrived later
    New,
    /// `property`
    Property,
    /// `rel`
    Rel,
    /// `reversed`
    Reversed,
    /// `role`
    Role,
    /// `rowspan`
    RowSpan,
    /// `src`
    Src,
    /// `srcset` or `data-srcset`
    SrcSet,
    /// `start`
    Start,
    /// `style`
    Style,
    /// `title`
    Title,
    /// `type`
    Type,
    /// `value` of an item
    Value,
    /// `width`
    Width,
}

impl Attr {
    /// Its bit in a set of attributes.
    pub fn bit(self) -> u64 {
        1 << self as u8
    }
}
