//! Any text is read as a tree in document order whose parts lie in the text; nothing panics.
#![no_main]

use clean_copy::outline::NO_NODE;
use clean_copy::read::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let page = read(html);
    let count = page.nodes.len() as u32;
    for (id, node) in (0..).zip(&page.nodes) {
        assert!(
            id < node.end && node.end <= count,
            "an element ends behind itself"
        );
        assert!(node.html_start < node.html_end && node.html_end as usize <= html.len());
        if node.parent != NO_NODE {
            let parent = &page.nodes[node.parent as usize];
            assert!(node.parent < id && node.end <= parent.end, "subtrees nest");
        }
    }
    assert!(page.runs.iter().all(|run| run.node < count));
});
