//! Whether a page is for something else, though it may hold prose.

use crate::chars::holds_any;
use crate::host::{is_front, without_query};
use crate::judge::context::{Context, is_paragraph};
use crate::judge::{Judgement, Role};
use crate::options::Options;
use crate::outline::{Attr, NodeId, Outline};
use crate::plan::headlines::{LITTLE_TEXT, is_list, is_named};
use crate::tag::Tag;

/// A page that is for something else though it may hold prose: a front page, a shop, a form, a place to work.
///
/// A page that says it is an article is one, unless its text is being written. Of others a text is expected, and nothing
/// that tells of another use. Leaving an article as it is costs a click; hiding a line of an order is not forgiven. Who
/// has clicked already has looked at the page, so then only little text beside clear signs is none.
pub(super) fn is_busy(context: &Context<'_>, judgement: &Judgement, options: &Options) -> bool {
    let (page, words) = (context.page, judgement.parts.words);
    if is_written(context, judgement) {
        return true;
    }
    let works = || page.metadata.offers || is_for_work(page);
    if page.metadata.declared {
        false
    } else if options.automatic {
        options.url.as_deref().is_some_and(is_front)
            || !is_text(context, judgement)
            || is_list(context, judgement)
            || works()
            || (words < LITTLE_TEXT && asks_password(page))
    } else {
        let aside = || works() || asks_password(page) || is_list(context, judgement);
        (words < LITTLE_TEXT && page.metadata.offers)
            || (words < LEAST_TEXT && aside() && !is_named(context, judgement))
    }
}

/// Most of the body stands in a field that is written in.
fn is_written(context: &Context<'_>, judgement: &Judgement) -> bool {
    let page = context.page;
    let field = |&id: &NodeId| {
        page.attr(id, Attr::Editable)
            .is_some_and(|value| value != "false")
            || page.attr(id, Attr::Role) == Some("textbox")
    };
    let mass = &judgement.mass;
    let mut fields = (0..page.len()).filter(field);
    fields.any(|id| mass.words(id) * 2.0 > mass.words(0))
}

/// Paragraphs that an article has at least.
const FEWEST_PARAGRAPHS: usize = 3;
/// And words.
const LEAST_TEXT: u32 = 150;

fn is_text(context: &Context<'_>, judgement: &Judgement) -> bool {
    let blocks = context.blocks.iter().zip(&judgement.parts.roles);
    let paragraphs = blocks.filter(|(block, role)| **role == Role::Body && is_paragraph(block));
    judgement.parts.words >= LEAST_TEXT && paragraphs.count() >= FEWEST_PARAGRAPHS
}

/// Fields of which no article has so many, its comments and its newsletter included.
const MOST_FIELDS: usize = 8;

/// What buttons, forms and links that sell are called, however it is written.
const SELLING: &[&str] = &[
    "addtocart",
    "addtobasket",
    "addtobag",
    "checkout",
    "shoppingcart",
    "viewcart",
    "warenkorb",
];

/// A word, or one of two, in a name, or a whole step of an address.
const BASKETS: &[&str] = &[
    "cart",
    "basket",
    "panier",
    "carrello",
    "carrito",
    "carrinho",
    "koszyk",
    "winkelwagen",
    "sepet",
    "sepetim",
    "корзина",
    "кошик",
    "kosarica",
    "kosik",
    "korpa",
    "krepselis",
    "grozs",
    "ostukorv",
    "cistella",
];
const MOST_WORDS: usize = 2;

/// In addresses a sport is called so.
const SPORT: &str = "basket";

/// A password is asked for on the page itself: most mastheads and dialogs ask for one too.
fn asks_password(page: &Outline) -> bool {
    let aside = |id: NodeId| {
        let tag = matches!(
            page.tag(id),
            Tag::Header | Tag::Nav | Tag::Footer | Tag::Dialog
        );
        tag || page.attr(id, Attr::Role) == Some("dialog")
    };
    (0..page.len()).any(|id| {
        page.tag(id) == Tag::Input
            && page.attr(id, Attr::Type) == Some("password")
            && !page.ancestors(id).any(aside)
    })
}

/// A shop, a form, or an application.
fn is_for_work(page: &Outline) -> bool {
    let mut fields = 0;
    (0..page.len()).any(|id| {
        let kind = page.attr(id, Attr::Type).unwrap_or("text");
        let field = match page.tag(id) {
            Tag::Input => !matches!(kind, "hidden" | "search" | "submit" | "button" | "image"),
            Tag::Select | Tag::Textarea => true,
            _ => false,
        };
        fields += usize::from(field);
        let role = page.attr(id, Attr::Role).unwrap_or_default();
        fields >= MOST_FIELDS
            || matches!(
                role,
                "application" | "grid" | "treegrid" | "feed" | "menubar"
            )
            || (matches!(page.tag(id), Tag::A | Tag::Button | Tag::Form) && sells(page, id))
    })
}

fn sells(page: &Outline, id: NodeId) -> bool {
    let names = [Attr::Class, Attr::Id];
    let names = names.iter().filter_map(|&attr| page.attr(id, attr));
    let mut names = names.flat_map(str::split_ascii_whitespace);
    names.any(is_basket) || page.attr(id, Attr::Href).is_some_and(leads_to_basket)
}

fn is_basket(name: &str) -> bool {
    let name = name.to_lowercase();
    let words = name.split(['-', '_', '.']);
    let is_short = words.clone().count() <= MOST_WORDS;
    (is_short && words.clone().any(|word| BASKETS.contains(&word)))
        || holds_any(&words.collect::<String>(), SELLING)
}

/// A step of the path, or the host's first name, is a basket's; what follows the path is searched for.
fn leads_to_basket(href: &str) -> bool {
    let path = without_query(href).to_lowercase();
    path.split('/').any(|step| {
        let word = step.split('.').next().unwrap_or(step);
        let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let joined = word.replace(['-', '_'], "");
        (plain != SPORT && BASKETS.contains(&plain)) || holds_any(&joined, SELLING)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_basket, leads_to_basket};

    #[test]
    fn a_basket_is_no_sport() {
        for name in [
            "cart",
            "mini-cart",
            "AddToCart",
            "add-to-bag",
            "btn--checkout",
            "basket",
        ] {
            assert!(is_basket(name), "{name}");
        }
        for name in [
            "basketball",
            "cartoons",
            "le-panier-de-la-place",
            "e-cartes",
            "",
        ] {
            assert!(!is_basket(name), "{name}");
        }
        for href in [
            "/cart",
            "/cart.php?a=1",
            "/cart2",
            "https://cart.example.com/",
            "/view-cart",
            "/checkout/1",
            "/kosarica",
            "/kosik/",
        ] {
            assert!(leads_to_basket(href), "{href}");
        }
        for href in [
            "/Basket/",
            "/sport/#basket",
            "/s?q=cart",
            "/news/golf-cart",
            "/cartoons",
            "/basketball",
        ] {
            assert!(!leads_to_basket(href), "{href}");
        }
    }
}
