//! Shows how every block of a page was judged: probability, role, what hides it, text.
//!
//! `cargo run --features cli --example blocks -- FILE [focus]`

use std::{env, fs, io};

use clean_copy::judge::context::Context;
use clean_copy::judge::judge;
use clean_copy::plan::plan;
use clean_copy::{Action, Options, Strength, normalise, read};

fn main() -> io::Result<()> {
    let file = env::args().nth(1).unwrap_or_default();
    let strength = if env::args().nth(2).as_deref() == Some("focus") {
        Strength::Focus
    } else {
        Strength::Tidy
    };
    let page = read::read(&normalise::normalise(&fs::read(file)?).html);
    let context = Context::new(&page);
    let options = Options {
        strength,
        ..Options::default()
    };
    let judgement = judge(&context, &options);
    let plan = plan(&context, &judgement, &options);
    println!(
        "{:?} root {} range {:?}",
        plan.outcome, judgement.parts.root, judgement.parts.range
    );
    for (at, block) in context.blocks.iter().enumerate() {
        let edit = plan
            .edits
            .iter()
            .find(|e| e.action != Action::Unlock && page.contains(e.ordinal, block.inner));
        let fate = edit.map_or(String::new(), |e| {
            format!("{}@{}", e.reason.name(), e.ordinal)
        });
        let frame = if judgement.frame.is_inside(block.node) {
            "frame"
        } else {
            ""
        };
        let text: String = context.text(at).chars().take(90).collect();
        let phrase = context.phrases[at].map_or("", |p| p.text);
        println!(
            "{at:4} {:.3} {:9} {fate:18} {frame:5} {:10} {text:?} {phrase}",
            judgement.p[at],
            format!("{:?}", judgement.parts.roles[at]),
            format!("{}#{}", page.tag_name(block.node), block.node)
        );
    }
    for v in &judgement.verdicts {
        if !plan.edits.iter().any(|e| page.contains(e.ordinal, v.node)) {
            println!(
                "overruled {:?} {} <{}> {:?} top {:.2} words {:.0} {}",
                v.reason,
                v.node,
                page.tag_name(v.node),
                v.certainty,
                judgement.mass.likeliest(v.node),
                judgement.mass.words(v.node),
                v.evidence
            );
        }
    }
    Ok(())
}
