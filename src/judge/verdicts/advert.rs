//! Ad slots and their labels.

use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::Hints;
use crate::outline::{Attr, NodeId};
use crate::rules::disclosure_in;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on adverts. Slots are hidden as a style sheet would hide them; their nodes stay, so adblock walls sleep on.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let is_no_prose = |id: NodeId| bench.context.sums[id as usize].prose == 0;
    let mut verdicts = bench.by_phrase_or_hint(Reason::Advert, Hints::ADVERT, is_no_prose);
    verdicts.extend(bench.by_sentence(Reason::Advert, SURE, disclosure_in));
    verdicts.extend(slots(bench));
    verdicts
}

/// The text budget takes nothing that is as likely, so its sentences need not be read.
const SURE: f32 = 0.9;

/// Attributes by which the scripts of ad networks find a slot. Players have the unit of what runs before a film, too:
/// "data-ad-unit" and "data-adunit" say nothing.
const SLOTS: [&str; 3] = ["data-ad-client", "data-ad-slot", "data-google-query-id"];
/// Elements of an empty slot.
const FEW: usize = 4;

/// Slots that are told by nothing else: empty boxes, over which at most a style sheet writes that they are adverts. The
/// script that fills them names the account, too, and is no box.
fn slots<'b>(bench: &'b Bench<'_, '_>) -> impl Iterator<Item = Verdict> + use<'b> {
    let (context, page) = (bench.context, bench.context.page);
    let slot = move |id| {
        let mut names = page.attr_all(id, Attr::ComponentName);
        names
            .find(|name| SLOTS.contains(name))
            .map(|name| (id, name))
    };
    (0..page.len())
        .filter_map(slot)
        .filter(move |&(id, _)| {
            let small = page.subtree(id).len() <= FEW && context.pictures_in(id) == 0;
            small && page.tag(id) != Tag::Script && page.squeezed(id, 1).is_empty()
        })
        .map(|(id, name)| Verdict::hide(id, Reason::Advert, Certainty::Weak, Clue::Named.on(name)))
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::tidied_around;

    /// Whether this stays amid an article.
    fn stays(amid: &str) -> bool {
        tidied_around(amid).contains("zone")
    }

    #[test]
    fn a_site_says_what_it_earns_by_its_links_and_others_may_too() {
        assert!(!stays(
            "<p><em>Each zone is chosen by our editors. If you buy through a link on this page, we may be sent a commission.</em></p>"
        ));
        assert!(stays(
            "<p>Each zone has its dealer, who takes a commission when ships buy coal there.</p>"
        ));
        assert!(stays(
            "<p>“Each zone that we link to pays a commission when captains buy,” the dealer said.</p>"
        ));
    }

    #[test]
    fn an_empty_box_goes_that_an_ad_network_knows() {
        assert!(!stays("<div class='zone' data-ad-slot='12'></div>"));
        assert!(!stays(
            "<div class='zone' data-google-query-id='x'><div></div></div>"
        ));
        assert!(stays("<div class='zone' data-chart='12'></div>"));
        assert!(stays("<div class='zone' data-ad-unit='/1/film'></div>"));
        assert!(stays("<div class='zone' data-adunit='/1/film'></div>"));
        assert!(stays(
            "<div class='zone' data-ad-slot='12'><img src='a.jpg'></div>"
        ));
        assert!(stays(
            "<div class='zone' data-ad-slot='12'>Twelve lamps</div>"
        ));
        // The account is named where the script is called, on every page of a site with adverts.
        assert!(stays(
            "<script class='zone' data-ad-client='12' src='/ads.js'></script>"
        ));
    }
}
