//! Bars that say the names of networks and nothing else: "X Facebook LINE". Where they lead says the rest.

use crate::blocks::{Hidden, block_runs};
use crate::evidence::Clue;
use crate::judge::bench::Bench;
use crate::judge::context::{BlockId, is_button, is_landmark, running};
use crate::judge::roles::{Role, introduces};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::verdict::{Certainty, Reason, Verdict};

/// Names that nothing else has.
const NETWORKS: &str = "facebook twitter whatsapp telegram linkedin pinterest reddit instagram youtube tiktok bluesky mastodon \
                        flipboard messenger snapchat viber xing tumblr weibo wechat kakaotalk vkontakte вконтакте одноклассники \
                        微博 微信";
/// What else stands among them.
const OTHERS: &str = "x line vk threads pocket google+ email e-mail mail sms rss print copy";
/// Words of one line of such a bar.
const MOST_WORDS: u32 = 12;

/// Levels from a name to what is pressed.
const LEVELS: usize = 4;

/// Verdicts on the outermost boxes of two names or more. Where all are pressed they are no list of the article's.
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
        .filter(|&id| !is_introduced(bench, id));
    boxes
        .map(|id| {
            let pressed = { context.blocks_in(id) }.all(|at| is_pressed(bench, at));
            let certainty = if pressed {
                Certainty::Strong
            } else {
                Certainty::Weak
            };
            let says = context.text(context.blocks_in(id).start);
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
    if block.hidden != Hidden::No || block.stats.words == 0 {
        return out;
    }
    // "Copy link" may stand among them.
    if context.phrases[at].is_some_and(|phrase| phrase.reason == Reason::Share) {
        return out;
    }
    if block.stats.words > MOST_WORDS || bench.is_material(at) {
        out.says_else = true;
        return out;
    }
    let text = context.text(at).to_lowercase();
    let signs = |c: char| c.is_whitespace() || matches!(c, '/' | '|' | '·' | '•' | ',');
    for word in text.split(signs).filter(|word| !word.is_empty()) {
        let is_in = |list: &str| list.split_ascii_whitespace().any(|name| name == word);
        if is_in(NETWORKS) {
            out.networks += 1;
        } else if is_in(OTHERS) {
            out.others += 1;
        } else {
            out.says_else = true;
            return out;
        }
    }
    out
}

/// Links and buttons from end to end.
fn is_pressed(bench: &Bench<'_, '_>, at: BlockId) -> bool {
    let (page, block) = (bench.context.page, &bench.context.blocks[at]);
    let runs = block_runs(page, block);
    let pressed = |id: NodeId| page.tag(id) == Tag::A || is_button(page, id);
    let in_label = |id: NodeId| page.self_and_ancestors(id).take(LEVELS).any(pressed);
    let mut says = runs
        .iter()
        .filter(|run| page.run_text(run).contains(char::is_alphanumeric));
    block.hidden != Hidden::No || says.all(|run| in_label(run.node))
}

/// The article tells what follows: "These networks were fined:".
fn is_introduced(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let before = bench.context.blocks_in(id).start.checked_sub(1);
    before
        .is_some_and(|at| bench.parts.roles[at] == Role::Body && introduces(bench.context.text(at)))
}

#[cfg(test)]
mod tests {
    use crate::judge::context::Context;
    use crate::judge::{judge_by, paragraphs};
    use crate::read::read;
    use crate::verdict::Certainty;
    use crate::{Options, Reason};

    /// How sure it is that this, below a paragraph of an article, is for sharing.
    fn certainty(bar: &str) -> Option<Certainty> {
        let page = read(&format!(
            "<html><body><article><h1>The lamp stays lit until the spring</h1>{}{bar}</article></body></html>",
            paragraphs(8)
        ));
        let context = Context::new(&page);
        let likely = |text: &String| if text.len() > 30 { 0.95 } else { 0.1 };
        let p = context.texts.iter().map(likely).collect();
        let verdicts = judge_by(&context, p, &Options::default()).verdicts;
        let share = verdicts.iter().find(|v| v.reason == Reason::Share);
        share.map(|v| v.certainty)
    }

    #[test]
    fn the_names_of_networks_alone_are_a_bar() {
        let link = |name: &str| format!("<li><a href='/{name}'>{name}</a></li>");
        let links = |names: &[&str]| {
            let all: String = names.iter().map(|name| link(name)).collect();
            certainty(&format!("<ul>{all}</ul>"))
        };
        let sure = Some(Certainty::Strong);
        assert_eq!(links(&["X", "Facebook", "LINE"]), sure);
        assert_eq!(links(&["Facebook", "Copy link", "E-Mail"]), sure);
        assert_eq!(
            certainty("<div><button>WhatsApp</button> <button>Mail</button></div>"),
            sure
        );
        assert_eq!(
            certainty("<p>Facebook / Twitter / WhatsApp / E-Mail</p>"),
            Some(Certainty::Weak)
        );
        assert_eq!(links(&["X", "Line", "Mail"]), None);
        assert_eq!(links(&["Facebook"]), None);
        assert_eq!(links(&["Facebook", "Harbour"]), None);
        let told = "<p>Of all networks that were told to pay, these three were late with it:</p>";
        assert_eq!(
            certainty(&format!(
                "{told}<ul>{}</ul>",
                ["Facebook", "Reddit"].map(link).concat()
            )),
            None
        );
    }
}
