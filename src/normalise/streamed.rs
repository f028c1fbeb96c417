//! Pages that arrive in pieces. React sends what is slow after all else, in `<div hidden id="S:0">`, and a script of one
//! call puts it where it belongs: `$RC("B:0","S:0")` in place of `<template id="B:0">` and of what stands in for it up to
//! the comment `/$`, `$RS("S:1","P:1")` in place of `<template id="P:1">`. Nothing here runs scripts; the calls are read.
//! The format: `react-dom/src/server/ReactDOMFizzInstructionSet` of React.

use std::collections::{HashMap, VecDeque};

use html5ever::{Attribute, LocalName, local_name};

use super::node::{DOCUMENT, Data, Node, attach, detach};
use super::outer_html;
use super::tree::Tree;

/// Elements by their ids, in the order of the page.
type Ids = HashMap<String, VecDeque<usize>>;

/// Pieces that are put in place, and children of a stand-in: more than any page has, so that none takes long.
const MOST_PIECES: usize = 500;
const MOST_STAND_INS: usize = 1000;
/// What the calls are named, and whether the place comes first.
const CALLS: [(&str, bool); 3] = [("$RC(", true), ("$RR(", true), ("$RS(", false)];

impl Tree {
    /// Puts each piece in its place, and says whether there was any.
    pub(super) fn join_pieces(&self) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let mut ids = ids(&nodes);
        let joins = joins(&nodes, &ids);
        let root = outer_html::root(&nodes).unwrap_or(DOCUMENT);
        let mut tried = 0;
        let mut joined = false;
        for (place, piece) in joins {
            while let Some(at) = next(&mut ids, &place)
                && let Some(from) = next(&mut ids, &piece)
                && tried < MOST_PIECES
            {
                tried += 1;
                // A stand-in that went may have held the place.
                if is_inside(&nodes, at, root) && !is_inside(&nodes, at, from) {
                    join(&mut nodes, at, from);
                    joined = true;
                }
            }
        }
        joined
    }
}

fn next(ids: &mut Ids, id: &str) -> Option<usize> {
    ids.get_mut(id)?.pop_front()
}

/// The elements that are places or pieces by their ids.
fn ids(nodes: &[Node]) -> Ids {
    let mut ids = Ids::new();
    for (at, node) in nodes.iter().enumerate() {
        let id = attribute(node, &local_name!("id")).unwrap_or("");
        let is_place = || id.starts_with("B:") || id.starts_with("P:");
        if id.starts_with("S:") || is_place() && is_named(node, &local_name!("template")) {
            ids.entry(id.to_owned()).or_default().push_back(at);
        }
    }
    ids
}

/// Places with their pieces: as the scripts say, or by their numbers where the page has lost its scripts.
fn joins(nodes: &[Node], ids: &Ids) -> Vec<(String, String)> {
    if ids.is_empty() {
        return Vec::new();
    }
    let is_script = |node: &&Node| is_named(&nodes[node.parent], &local_name!("script"));
    let scripts = nodes.iter().filter(is_script);
    let called: Vec<_> = scripts.flat_map(calls).collect();
    if !called.is_empty() {
        return called;
    }
    let is_hidden = |at: usize| attribute(&nodes[at], &local_name!("hidden")).is_some();
    let are_hidden = |id: &String| {
        ids.get(id)
            .is_some_and(|all| all.iter().all(|&at| is_hidden(at)))
    };
    let mut numbered: Vec<_> = ids.iter().filter(|(id, _)| !id.starts_with("S:")).collect();
    numbered.sort_unstable_by_key(|(_, all)| all[0]);
    numbered
        .into_iter()
        .map(|(place, _)| (place.clone(), format!("S:{}", &place[2..])))
        .filter(|(_, piece)| are_hidden(piece))
        .collect()
}

fn is_named(node: &Node, tag: &LocalName) -> bool {
    matches!(&node.data, Data::Element(name, _) if name.local == *tag)
}

/// The calls in a script's text.
fn calls(node: &Node) -> Vec<(String, String)> {
    let Data::Text(text) = &node.data else {
        return Vec::new();
    };
    let mut calls = Vec::new();
    for (at, _) in text.match_indices("$R") {
        for (name, place_first) in CALLS {
            let Some(arguments) = text[at..].strip_prefix(name) else {
                continue;
            };
            // Where no quote follows right away, none is looked for: a script may be nothing but such names.
            let mut quoted = arguments.strip_prefix('"').unwrap_or("").splitn(4, '"');
            let (Some(first), Some(","), Some(second), Some(_)) =
                (quoted.next(), quoted.next(), quoted.next(), quoted.next())
            else {
                continue;
            };
            let pair = if place_first {
                (first, second)
            } else {
                (second, first)
            };
            calls.push((pair.0.to_owned(), pair.1.to_owned()));
        }
    }
    calls
}

fn attribute<'a>(node: &'a Node, name: &LocalName) -> Option<&'a str> {
    let Data::Element(_, attributes) = &node.data else {
        return None;
    };
    let has_name = |attribute: &&Attribute| attribute.name.local == *name;
    attributes.iter().find(has_name).map(|found| &*found.value)
}

fn is_inside(nodes: &[Node], mut at: usize, outer: usize) -> bool {
    while at != DOCUMENT && at != outer {
        at = nodes[at].parent;
    }
    at == outer
}

/// Moves what is in `piece` to `place`; both go, and with them what stands in.
fn join(nodes: &mut [Node], place: usize, piece: usize) {
    for stand_in in stand_ins(nodes, place) {
        // What holds the piece is no stand-in for it.
        if !is_inside(nodes, piece, stand_in) {
            detach(nodes, stand_in);
        }
    }
    let parent = nodes[place].parent;
    while nodes[piece].first != DOCUMENT {
        let child = nodes[piece].first;
        detach(nodes, child);
        attach(nodes, child, parent, place);
    }
    detach(nodes, place);
    detach(nodes, piece);
}

/// What follows a place up to the comment that ends it; nothing where the page has lost its comments.
fn stand_ins(nodes: &[Node], place: usize) -> Vec<usize> {
    let comment = |at: usize| match &nodes[at].data {
        Data::Comment(text) => &**text,
        _ => "",
    };
    let mut found = Vec::new();
    if !["$?", "$~"].contains(&comment(nodes[place].previous)) {
        return found;
    }
    let (mut at, mut open) = (nodes[place].next, 0);
    while at != DOCUMENT && found.len() < MOST_STAND_INS {
        match comment(at) {
            "/$" if open == 0 => return found,
            "/$" => open -= 1,
            "$" | "$?" | "$!" | "$~" => open += 1,
            _ => {}
        }
        found.push(at);
        at = nodes[at].next;
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::normalise::normalise;

    fn body(html: &str) -> String {
        let page = normalise(format!("<body>{html}").as_bytes()).html;
        let (_, body) = page.split_once("<body>").unwrap();
        body.trim_end_matches("</body></html>").to_owned()
    }

    const PLACE: &str = r#"<h1>Tide</h1><!--$?--><template id="B:0"></template><p>Loading</p><!--$--><i>…</i><!--/$--><!--/$--><footer>End</footer>"#;

    #[test]
    fn a_piece_takes_its_place_and_what_stood_in_goes() {
        let piece = r#"<div hidden id="S:3"><p>Slow <b>tide</b></p>Text</div><script>$RC("B:0","S:3")</script>"#;
        let joined = body(&format!("{PLACE}{piece}"));
        let expected = "<h1>Tide</h1><!--$?--><p>Slow <b>tide</b></p>Text<!--/$--><footer>End</footer><script>";
        assert!(joined.starts_with(expected), "{joined}");
    }

    #[test]
    fn pieces_of_pieces_and_rows_take_theirs() {
        let pieces = r#"<table><tr><td>1</td></tr><template id="P:1"></template></table><table hidden><tbody id="S:1"><tr><td>2</td></tr></tbody></table><script>$RS=function(a,b){};$RS("S:1","P:1")</script>"#;
        let joined = body(pieces);
        let rows = joined.split("</table>").next().unwrap();
        assert!(
            rows.contains("1</td>") && rows.contains("2</td>"),
            "{joined}"
        );
    }

    #[test]
    fn without_scripts_and_comments_numbers_say_it_and_nothing_goes() {
        let page = r#"<template id="B:a"></template><p>Loading</p><div hidden id="S:a"><p>Tide</p></div><template id="B:1"></template><div id="S:1">Shown</div>"#;
        let expected =
            r#"<p>Tide</p><p>Loading</p><template id="B:1"></template><div id="S:1">Shown</div>"#;
        assert_eq!(body(page), expected);
    }

    #[test]
    fn calls_that_lead_nowhere_change_nothing() {
        for page in [
            r#"<div hidden="" id="S:0"><template id="B:0"></template><p>Tide</p></div><script>$RC("B:0","S:0")</script>"#,
            r#"<div hidden="" id="S:0"><p>Tide</p></div><script>$RC("B:0","S:0")</script>"#,
            r#"<template id="B:0"></template><p>Tide</p><script>$RC("B:0","S:0");$RC("B:0"</script>"#,
        ] {
            assert_eq!(body(page), page);
        }
    }

    #[test]
    fn a_piece_whose_place_went_with_a_stand_in_stays_where_it_is() {
        let place = r#"<!--$?--><template id="B:0"></template><p><!--$?--><template id="B:1"></template><!--/$--></p><!--/$-->"#;
        let pieces = r#"<div hidden id="S:0">Tide</div><div hidden id="S:1">Ebb</div>"#;
        let calls = r#"<script>$RC("B:0","S:0");$RC("B:1","S:1")</script>"#;
        let joined = body(&format!("{place}{pieces}{calls}"));
        assert!(
            joined.starts_with("<!--$?-->Tide<!--/$--><div hidden=\"\" id=\"S:1\">Ebb"),
            "{joined}"
        );
    }

    #[test]
    fn a_stand_in_that_holds_the_piece_stays() {
        let page = r#"<!--$?--><template id="B:0"></template><section><div hidden id="S:0"><p>Tide</p></div></section><!--/$--><script>$RC("B:0","S:0")</script>"#;
        assert!(body(page).contains("<p>Tide</p><section></section>"));
    }
}
