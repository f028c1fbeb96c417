//! Where a block stands: its boxes, the candidates for the article's root, its neighbours.

use super::element::tag_class;
use super::{Whole, Writer};
use crate::blocks::Block;
use crate::judge::context::{BlockId, Context};
use crate::outline::{NodeId, Outline};
use crate::tag::Tag;

pub fn containers(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut impl Writer) {
    let page = context.page;
    let (node, unit) = (context.blocks[at].node, context.unit(at));
    w.put(
        "unit.height",
        f32::from(page.node(node).depth - page.node(unit).depth),
    );
    boxes(context, whole, unit, w);
    siblings(context, whole, unit, w);
    roots(context, whole, node, w);
}

/// The three elements around a unit.
fn boxes(context: &Context<'_>, whole: &Whole, unit: NodeId, w: &mut impl Writer) {
    let mut up = context.page.ancestors(unit);
    for step in ["c1", "c2", "c3"] {
        let id = up.next().unwrap_or(0);
        let sums = context.sums[id as usize];
        w.put(format_args!("{step}.words"), sums.words as f32);
        w.put(format_args!("{step}.blocks"), sums.blocks as f32);
        w.put(format_args!("{step}.links"), sums.link_density());
        w.put(
            format_args!("{step}.prose"),
            sums.prose as f32 / whole.prose,
        );
        w.put(
            format_args!("{step}.prose_share"),
            sums.prose as f32 / sums.words.max(1) as f32,
        );
    }
}

/// How many siblings a unit and the elements around it have, and figures among them.
fn siblings(context: &Context<'_>, whole: &Whole, unit: NodeId, w: &mut impl Writer) {
    let page = context.page;
    let mut repeats = [0u16; 2];
    let mut media = 0;
    for (steps, id) in page.self_and_ancestors(unit).take(6).enumerate() {
        let slot = usize::from(steps > 0);
        repeats[slot] = repeats[slot].max(whole.alike[id as usize]);
        media += u32::from(page.tag(id) == Tag::Figure);
    }
    w.put("alike.unit", f32::from(repeats[0]));
    w.put("alike.around", f32::from(repeats[1]));
    w.put("figures", media as f32);
}

/// The place to the elements that may be the article's.
fn roots(context: &Context<'_>, whole: &Whole, node: NodeId, w: &mut impl Writer) {
    let page = context.page;
    let roots = &whole.roots;
    for (name, root) in [
        ("root.scored", roots.scored),
        ("root.mass", roots.mass),
        ("root.self", roots.declared),
    ] {
        w.put(
            name,
            root.map_or(-1.0, |root| steps_outside(page, root, node)),
        );
    }
    w.put(
        "root.height",
        roots.scored.map_or(-1.0, |root| {
            if page.contains(root, node) {
                f32::from(page.node(node).depth - page.node(root).depth)
            } else {
                99.0
            }
        }),
    );
    w.put(
        "root.prose",
        roots.scored.map_or(0.0, |root| {
            context.sums[root as usize].prose as f32 / whole.prose
        }),
    );
}

/// How many steps up from `root` the first element around both stands: 0 inside.
pub fn steps_outside(page: &Outline, root: NodeId, node: NodeId) -> f32 {
    if page.contains(root, node) {
        return 0.0;
    }
    page.ancestors(root)
        .position(|up| page.contains(up, node))
        .map_or(99.0, |steps| steps as f32 + 1.0)
}

pub fn place(context: &Context<'_>, whole: &Whole, at: BlockId, w: &mut impl Writer) {
    let (words, prose) = whole.before[at];
    let (words, prose) = (words as f32, prose as f32);
    w.put("at.words", words / whole.words);
    w.put("at.prose", prose / whole.prose);
    w.put("at.prose_left", (whole.prose - prose) / whole.prose);
    w.put("at.prose_words", prose);
    let window = |reach: usize| {
        let from = at.saturating_sub(reach);
        let to = (at + reach + 1).min(context.blocks.len());
        let (before, after) = (whole.before[from], whole.before[to]);
        let (words, prose) = (after.0 - before.0, after.1 - before.1);
        prose as f32 / words.max(1) as f32
    };
    w.put("window.3", window(3));
    w.put("window.10", window(10));
}

pub fn neighbours(context: &Context<'_>, at: BlockId, w: &mut impl Writer) {
    let own = context.blocks[at].node;
    for (name, step) in [
        ("p1", -1i64),
        ("p2", -2),
        ("p3", -3),
        ("n1", 1),
        ("n2", 2),
        ("n3", 3),
    ] {
        let block = usize::try_from(at as i64 + step)
            .ok()
            .and_then(|i| context.blocks.get(i));
        let put = |f: fn(&Block) -> f32| block.map_or(-1.0, f);
        w.put(format_args!("{name}.words"), put(|b| b.stats.words as f32));
        w.put(
            format_args!("{name}.links"),
            put(|b| b.stats.link_density()),
        );
        w.put(
            format_args!("{name}.ends"),
            put(|b| f32::from(u8::from(b.stats.ends_sentence))),
        );
        w.put(
            format_args!("{name}.tag"),
            block.map_or(-1.0, |b| tag_class(context.page.tag(b.node))),
        );
        let together = block
            .is_some_and(|b| context.page.node(b.node).parent == context.page.node(own).parent);
        w.flag(format_args!("{name}.sibling"), together);
    }
}

/// How many siblings of each element have its tag and names, itself included.
pub fn alike(context: &Context<'_>) -> Vec<u16> {
    let page = context.page;
    let mut counts = vec![1u16; page.nodes.len()];
    let mut kin: Vec<(u64, NodeId)> = Vec::new();
    for id in 0..page.len() {
        kin.clear();
        kin.extend(
            page.children(id)
                .map(|child| (context.classes.signature(page, child), child)),
        );
        if kin.len() < 2 {
            continue;
        }
        kin.sort_unstable();
        for group in kin.chunk_by(|a, b| a.0 == b.0) {
            for (_, child) in group {
                counts[*child as usize] = group.len().min(999) as u16;
            }
        }
    }
    counts
}
