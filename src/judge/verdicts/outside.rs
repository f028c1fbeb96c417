//! Everything else that the model is sure is not the article.

use crate::evidence::Clue;
use crate::judge::bench::{Bench, loose};
use crate::judge::context::{is_landmark, running, stays_on_site};
use crate::judge::roles::{Role, contacts, notes::is_note, tells_of_author};
use crate::judge::spared::SiteFrame;
use crate::options::Strength;
use crate::outline::NodeId;
use crate::picture::leads_elsewhere;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Verdicts on the outermost elements without anything of the article. Tidy leaves masthead, menus and footer.
pub fn judge(bench: &Bench<'_, '_>, frame: &SiteFrame, strength: Strength) -> Vec<Verdict> {
    // Of what stays in Tidy teasers do not.
    let notes = running(
        (0..bench.context.blocks.len())
            .map(|at| u32::from(is_note(bench.context, bench.parts, at))),
    );
    let goes = |id: NodeId| {
        !stays(frame, id, strength)
            && outside(bench, frame, id, strength)
            && bench.context.held_in_blocks(&notes, id) == 0
    };
    let outermost = bench
        .context
        .page
        .outermost_of_all(|id| skips(bench, id) || goes(id));
    let mut out: Vec<Verdict> = outermost
        .filter(|&id| !skips(bench, id))
        .map(|id| {
            let reason = reason(bench, id, strength);
            Verdict::hide(id, reason, Certainty::Weak, Clue::Outside)
        })
        .collect();
    out.extend(loose_lines(bench, frame, strength));
    out
}

/// What shows nothing.
fn skips(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    page.tag(id) == Tag::Head || page.node(id).foreign
}

/// Tidy leaves the site's frame.
fn stays(frame: &SiteFrame, id: NodeId, strength: Strength) -> bool {
    strength == Strength::Tidy && frame.is_inside(id)
}

/// Verdicts on lines that share their element with the article: no element around them could go.
fn loose_lines(bench: &Bench<'_, '_>, frame: &SiteFrame, strength: Strength) -> Vec<Verdict> {
    let context = bench.context;
    let line = |at: usize| {
        let id = loose(context, at)?;
        // Between paragraphs a link may be a term or an item of the article's.
        let links = !bench.overlaps_article(id) && context.blocks[at].stats.link_density() > 0.5;
        let plain = bench.parts.roles[at] == Role::Other
            && context.blocks[at].is_in_sight()
            && !bench.beside[at];
        // In Tidy the links above the article that lead into it are of use.
        let above = strength == Strength::Tidy && bench.is_above_article(id);
        let goes = plain
            && !above
            && !stays(frame, id, strength)
            && !is_note(bench.context, bench.parts, at)
            && !bench.may_illustrate(id)
            && bench.mass.likeliest(id) < sure(bench, id, links, strength);
        goes.then(|| Verdict::hide(id, Reason::Outside, Certainty::Weak, Clue::Outside))
    };
    (0..context.blocks.len()).filter_map(line).collect()
}

/// True where an element shows text and none of it is the article's.
fn outside(bench: &Bench<'_, '_>, frame: &SiteFrame, id: NodeId, strength: Strength) -> bool {
    let tag = bench.context.page.tag(id);
    let landmark = match strength {
        Strength::Tidy => is_landmark(tag) || frame.is_held_by(id),
        Strength::Focus => matches!(tag, Tag::Html | Tag::Body | Tag::Head | Tag::Frameset),
    };
    let sums = bench.context.sums[id as usize];
    let shows = sums.blocks > 0 || holds_media(bench, id);
    let links = sums.link_density() > 0.5 && !is_contact(bench, id);
    !landmark
        && shows
        && bench.mass.likeliest(id) < sure(bench, id, links, strength)
        && !bench.mass.holds_display_text(id)
        && (!bench.may_illustrate(id) || is_teaser(bench, id))
        && !heads_article(bench, id)
}

/// Fewer words are a name, or what is done to a picture.
const HEADLINE: u32 = 4;
/// Elements of a teaser.
const FEW: usize = 20;

/// A picture and a headline that leads to another page of the site, in an aside: one would be left of it without the other.
/// What leads to another site may say whose the picture is.
fn is_teaser(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let (context, page) = (bench.context, bench.context.page);
    let mut links = page.descendants(id).filter(|&at| page.tag(at) == Tag::A);
    let mut blocks = context.blocks_in(id).map(|at| &context.blocks[at].stats);
    page.tag(id) == Tag::Aside
        && page.subtree(id).len() <= FEW
        && blocks.all(|own| own.link_density() > 0.9 && own.words >= HEADLINE)
        && links.all(|link| leads_elsewhere(page, link) && stays_on_site(page, link))
}

/// An address amid the article, or a link to call somebody: it leads to no other page.
fn is_contact(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let mut blocks = bench.context.blocks_in(id);
    blocks.len() == 1
        && !bench.is_below_body(id)
        && blocks.all(|at| contacts::says_address(bench.context, at))
}

/// True for an element that is one heading, or a line as short, over text of the article.
fn heads_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let mut blocks = bench.context.blocks_in(id);
    blocks.len() == 1 && blocks.all(|at| bench.beside[at])
}

/// Below this probability a block is surely not the article's. Chosen by what it costs on sites that the model had not
/// seen: text between paragraphs is most to lose and least to gain, above the article it is the other way round, and
/// of links little is lost anywhere. See `docs/accuracy.md`.
fn sure(bench: &Bench<'_, '_>, id: NodeId, links: bool, strength: Strength) -> f32 {
    let above = bench.is_above_article(id);
    if above && strength == Strength::Tidy {
        // A masthead without a name of its own stands here.
        return 0.03;
    }
    if links || above {
        return 0.15;
    }
    let (between, below) = match strength {
        Strength::Tidy => (0.03, 0.05),
        Strength::Focus => (0.05, 0.12),
    };
    match bench.is_below_body(id) {
        true if is_life(bench, id) => LIFE,
        true => below,
        false => between,
    }
}

/// Below this probability the life of the author goes, in a box of its own: it reads like the article, and is none of it.
const LIFE: f32 = 0.25;

fn is_life(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let mut blocks = bench.context.blocks_in(id);
    blocks.len() == 1 && blocks.all(|at| tells_of_author(bench.context, at))
}

fn holds_media(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    matches!(page.tag(id), Tag::Iframe | Tag::Form) && !page.contains(bench.root(), id)
}

fn reason(bench: &Bench<'_, '_>, id: NodeId, strength: Strength) -> Reason {
    let sums = bench.context.sums[id as usize];
    let list = sums.blocks >= 3 && sums.link_density() > 0.5;
    match (bench.context.page.tag(id), list, strength) {
        (Tag::Nav, ..) => Reason::Navigation,
        (Tag::Form, ..) => Reason::Widget,
        (_, true, Strength::Tidy) => Reason::Related,
        _ => Reason::Outside,
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::Clue;
    use crate::judge::context::Context;
    use crate::judge::{article_around, judge_by, paragraphs};
    use crate::read::read;
    use crate::tag::Tag;
    use crate::{Options, Strength, clean, rewrite};

    /// Whether a line below the text, in the article's element, is still on the page.
    fn stays_in_article(below: &str, strength: Strength) -> bool {
        let html = format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1><div>{}</div>{below}</article></body></html>",
            paragraphs(8)
        );
        let options = Options {
            strength,
            ..Options::default()
        };
        rewrite(&html, &clean(&html, &options).plan).contains("Loose")
    }

    /// Whether this line, loose beside the article's own element, is still on the page.
    fn stays(before: &str, after: &str, strength: Strength) -> bool {
        let html = format!(
            "<html><body>{before}<div><h1>The lamp stays lit until the spring</h1>{}</div>{after}</body></html>",
            paragraphs(8)
        );
        let options = Options {
            strength,
            ..Options::default()
        };
        rewrite(&html, &clean(&html, &options).plan).contains("Loose")
    }

    #[test]
    fn a_note_of_the_papers_stays_below_the_article() {
        let below = |line: &str| format!("<div class='foot'><p>{line}</p></div>");
        let kept = |line: &str, strength| stays_in_article(&below(line), strength);
        for strength in [Strength::Tidy, Strength::Focus] {
            assert!(kept("Correction: Loose ends were tied in 1931", strength));
            assert!(!kept("Loose-leaf teas: 20 off today", strength));
        }
    }

    #[test]
    fn an_address_amid_the_article_is_no_link_to_elsewhere() {
        let goes = |line: &str| {
            let page = read(&article_around(&format!("<div>{line}</div>")));
            let context = Context::new(&page);
            let doubted = |text: &String| if text.len() > 60 { 0.95 } else { 0.1 };
            let p = context.texts.iter().map(doubted).collect();
            let verdicts = judge_by(&context, p, &Options::default()).verdicts;
            let mut outside = verdicts.iter().filter(|v| v.evidence.clue == Clue::Outside);
            outside.any(|v| page.tag(v.node) == Tag::Div)
        };
        assert!(goes("<a href='/letters'>Letters to the harbour</a>"));
        assert!(!goes(
            "<a href='mailto:ida@lamp.example'>ida@lamp.example</a>"
        ));
    }

    #[test]
    fn a_teaser_amid_the_article_goes_with_its_picture() {
        let goes = |amid: &str| {
            let picture = "<img src='/lamp.jpg' width='300'>";
            let page = read(&article_around(&format!("<aside>{picture}{amid}</aside>")));
            let context = Context::new(&page);
            let likely = |text: &String| if text.len() > 60 { 0.95 } else { 0.1 };
            let p = context.texts.iter().map(likely).collect();
            let verdicts = judge_by(&context, p, &Options::default()).verdicts;
            verdicts.iter().any(|v| page.tag(v.node) == Tag::Aside)
        };
        assert!(goes("<p><a href='/b'>The books that came by boat</a></p>"));
        assert!(!goes(
            "<p><a href='/lamp-large.jpg'>See the lamp in full size</a></p>"
        ));
        assert!(!goes("<p><a href='/b'>Enlarge it</a></p>"));
        assert!(!goes(
            "<p><a href='https://ann.example/lamps'>Photograph by Ann Example</a></p>"
        ));
        assert!(!goes("<p>The lamp in the spring of 1874</p>"));
    }

    #[test]
    fn lines_without_an_element_of_their_own_go_alone() {
        let link = "<a href='#top'>Loose end, back to the top</a>";
        assert!(!stays("", link, Strength::Focus));
        assert!(!stays("", link, Strength::Tidy));
    }

    #[test]
    fn tidy_leaves_the_links_that_lead_into_the_article() {
        let link = "<a href='#text'>Loose: skip to the text</a>";
        assert!(stays(link, "", Strength::Tidy));
        assert!(!stays(link, "", Strength::Focus));
    }
}
