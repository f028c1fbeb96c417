//! The article's pictures, wherever they stand: what is called after a lightbox, a share button or an advert around one
//! takes it for its own.

use crate::judge::bench::Bench;
use crate::judge::context::Context;
use crate::judge::spared::SiteFrame;
use crate::outline::NodeId;
use crate::picture::{Declared, is_wide, leads_elsewhere, picture_address};
use crate::tag::Tag;

/// Where the article's pictures stand, in document order.
#[derive(Default)]
pub struct SparedPictures {
    /// Those that lead nowhere, amid the article.
    pub own: Vec<NodeId>,
    /// Of these the ones that are surely no signs on buttons.
    pub large: Vec<NodeId>,
    /// Those that the page declares as its own.
    pub lead: Vec<NodeId>,
}

/// Finds them, in time linear in the page.
pub fn spared_pictures(bench: &Bench<'_, '_>, frame: &SiteFrame) -> SparedPictures {
    let (context, parts) = (bench.context, bench.parts);
    let page = context.page;
    let declared = Declared::by(page);
    let mut found = SparedPictures::default();
    let mut around = Around::default();
    for id in 0..page.len() {
        around.enter(context, id);
        let drawn = matches!(page.tag(id), Tag::Img | Tag::Video) && id >= around.apart;
        if !drawn || context.is_kept_from_sight(id) {
            continue;
        }
        let address = picture_address(page, id);
        let is_lead =
            |picture: &Declared<'_>| address.is_some_and(|address| picture.is_at(address));
        let shown = address.is_some() || page.tag(id) == Tag::Video;
        let amid = shown && parts.is_amid(context, id);
        let large = amid && (id < around.figure || is_wide(page, id));
        // Below the article it may be the face of its author.
        let placed = id < around.figure || !parts.is_below_body(context, id);
        let lead = placed && declared.as_ref().is_some_and(is_lead) && !frame.is_inside(id);
        let own = large || (amid && id < around.picture);
        for (is_one, all) in [
            (own, &mut found.own),
            (large, &mut found.large),
            (lead, &mut found.lead),
        ] {
            all.extend(is_one.then_some(id));
        }
    }
    found
}

/// The elements around the one that is looked at, as far as they tell a picture of the article from others: of each kind
/// one past the last element in it.
#[derive(Default)]
struct Around {
    /// A link, a button, a menu.
    apart: NodeId,
    figure: NodeId,
    picture: NodeId,
}

impl Around {
    /// Goes on to an element, in document order.
    fn enter(&mut self, context: &Context<'_>, id: NodeId) {
        let page = context.page;
        let place = match page.tag(id) {
            Tag::A if context.pictures_in(id) > 0 && leads_elsewhere(page, id) => &mut self.apart,
            Tag::Nav | Tag::Footer => &mut self.apart,
            Tag::Button if id >= self.figure => &mut self.apart,
            Tag::Figure => &mut self.figure,
            Tag::Picture => &mut self.picture,
            _ => return,
        };
        *place = (*place).max(page.node(id).end);
    }
}
