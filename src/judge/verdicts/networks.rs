//! Bars that say the names of networks and nothing else: "X Facebook LINE". An article on networks has lists and headings
//! of such names, too.

use crate::blocks::{block_runs, text_ends_sentence};
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{
    BlockId, heading_around, is_inward, is_landmark, is_pressed, running, whole_phrase,
};
use crate::judge::roles::{Role, introduces};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Names that nothing else has.
const NETWORKS: &[&str] = &[
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "linkedin",
    "pinterest",
    "reddit",
    "instagram",
    "youtube",
    "tiktok",
    "bluesky",
    "mastodon",
    "flipboard",
    "messenger",
    "snapchat",
    "viber",
    "xing",
    "tumblr",
    "weibo",
    "wechat",
    "kakaotalk",
    "vkontakte",
    "вконтакте",
    "одноклассники",
    "微博",
    "微信",
    "フェイスブック",
    "페이스북",
    "เฟซบุ๊ก",
    "фейсбук",
    "телеграм",
    "твиттер",
    "ফেসবুক",
    "টুইটার",
    "হোয়াটসঅ্যাপ",
    "फेसबुक",
    "व्हाट्सऐप",
    "فيسبوك",
    "واتساب",
    "تويتر",
    "فیسبوک",
    "واتساپ",
    "تلگرام",
    "פייסבוק",
    "ווטסאפ",
];
/// What else stands among them.
const OTHERS: &[&str] = &[
    "x", "line", "vk", "threads", "pocket", "google+", "email", "e-mail", "mail", "sms", "rss",
    "print", "copy",
];
/// Words of one line of such a bar, and bytes of its label.
const MOST_WORDS: u32 = 12;
const LONGEST_LABEL: usize = 80;

/// Levels from a name to what is pressed.
const LEVELS: usize = 4;

/// Verdicts on the outermost boxes of two names or more. Where all are pressed, and no text of the article stands before
/// and after them, they are no list of its.
pub fn judge(bench: &Bench<'_, '_>) -> Vec<Verdict> {
    let (context, page) = (bench.context, bench.context.page);
    let lines: Vec<Line> = (0..context.blocks.len())
        .map(|at| line(bench, at))
        .collect();
    let named = running(lines.iter().map(|line| line.networks));
    let names = running(lines.iter().map(|line| line.networks + line.others));
    let else_said = running(lines.iter().map(|line| u32::from(line.says_else)));
    let is_bar = |id: NodeId| {
        context.held_in_blocks(&names, id) >= 2
            && context.held_in_blocks(&named, id) >= 1
            && context.held_in_blocks(&else_said, id) == 0
            && !is_landmark(page.tag(id))
    };
    let boxes = page
        .outermost_of_all(is_bar)
        .filter(|&id| !is_introduced(bench, id) && !leads_inward(page, id));
    boxes
        .map(|id| {
            let mut blocks = context.blocks_in(id);
            let mut pressed = || blocks.all(|at| is_all_pressed(bench, at));
            let certainty = if !is_amid(bench, id) && pressed() {
                Certainty::Strong
            } else {
                Certainty::Weak
            };
            let runs = block_runs(page, &context.blocks[context.blocks_in(id).start]).iter();
            let says = runs
                .map(|run| page.run_text(run))
                .find(|text| says_word(text));
            let says = says.unwrap_or_default().trim();
            Verdict::hide(id, Reason::Share, certainty, Clue::Says.on(says))
        })
        .collect()
}

/// What a block says of networks.
#[derive(Default)]
struct Line {
    networks: u32,
    others: u32,
    says_else: bool,
}

fn line(bench: &Bench<'_, '_>, at: BlockId) -> Line {
    let (context, block) = (bench.context, &bench.context.blocks[at]);
    let mut out = Line::default();
    if !block.is_in_sight() || block.stats.words == 0 {
        return out;
    }
    // "Copy link" may stand among them.
    if context.phrases[at].is_some_and(|phrase| phrase.reason == Reason::Share) {
        return out;
    }
    let heads = heading_around(context.page, block.node).is_some();
    if block.stats.words > MOST_WORDS || heads || bench.is_material(at) {
        out.says_else = true;
        return out;
    }
    // Buttons may touch: "FacebookTwitter".
    let runs = block_runs(context.page, block).iter();
    let said = runs.map(|run| context.page.run_text(run));
    let strange: Vec<&str> = said.filter(|text| !says_names(text, &mut out)).collect();
    let named = out.networks > 0;
    out.says_else = strange.iter().any(|text| !named || !is_label(bench, text));
    out
}

/// Counts the names in a text; false where it says something else, such as how many in a hundred use it. How often it was
/// shared is neither.
fn says_names(text: &str, line: &mut Line) -> bool {
    let signs = |c: char| c.is_whitespace() || matches!(c, '/' | '|' | '·' | '•' | ',');
    // Most of what stands between tags is white space.
    let words = text.trim().split(signs);
    let words = words.filter(|word| says_word(word) || word.contains('%'));
    for word in words.map(str::to_lowercase) {
        if NETWORKS.contains(&word.as_str()) {
            line.networks += 1;
        } else if OTHERS.contains(&word.as_str()) {
            line.others += 1;
        } else {
            return false;
        }
    }
    true
}

/// "Share this article".
fn is_label(bench: &Bench<'_, '_>, text: &str) -> bool {
    text.len() <= LONGEST_LABEL
        && whole_phrase(bench.context.packs, text.trim())
            .is_some_and(|phrase| phrase.reason == Reason::Share)
}

fn says_word(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// Links and buttons from end to end.
fn is_all_pressed(bench: &Bench<'_, '_>, at: BlockId) -> bool {
    let (page, block) = (bench.context.page, &bench.context.blocks[at]);
    let runs = block_runs(page, block);
    let in_label = |id: NodeId| {
        let mut around = page.self_and_ancestors(id).take(LEVELS);
        around.any(|up| is_pressed(page, up))
    };
    let mut says = runs.iter().filter(|run| {
        let text = page.run_text(run);
        says_word(text) && !is_label(bench, text)
    });
    !block.is_in_sight() || says.all(|run| in_label(run.node))
}

/// The article's text or heading right before a box.
fn text_before(bench: &Bench<'_, '_>, id: NodeId) -> Option<BlockId> {
    let before = bench.context.blocks_in(id).start.checked_sub(1);
    before.filter(|&at| bench.parts.roles[at] == Role::Body)
}

/// The article tells what follows: "These networks were fined:", or a heading over it. A standfirst ends without a mark,
/// too, and has the bar right below it.
fn is_introduced(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let Some(at) = text_before(bench, id) else {
        return false;
    };
    let (text, parts) = (bench.context.text(at), bench.parts);
    let top = parts.roles.get(parts.range.start..at).unwrap_or_default();
    let is_first = || !top.iter().take(NEAR_TOP).any(|role| *role == Role::Body);
    introduces(text) || (!text_ends_sentence(text) && !is_first())
}

/// Blocks at the top of an article among which one of its body stands.
const NEAR_TOP: usize = 20;

fn is_amid(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    text_before(bench, id).is_some() && !bench.is_below_body(id)
}

/// A table of contents: its links lead to what the article says of each.
fn leads_inward(page: &Outline, id: NodeId) -> bool {
    let links = page.descendants(id).filter(|&d| page.tag(d) == Tag::A);
    let mut inward = links.map(|link| is_inward(page, link)).peekable();
    inward.peek().is_some() && inward.all(|inward| inward)
}

#[cfg(test)]
mod tests;
