//! Tables of data: their cells, row by row.

use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;
use crate::tag::Tag;

/// One cell.
pub struct Cell {
    /// It names its row or column.
    pub names: bool,
    /// Its words, as the writer writes them.
    pub text: String,
}

/// The cells of a table, each block written by `one`. Rows that are hidden or empty are left out; a cell that is hidden
/// is empty, since the others must stay under their headings.
pub fn rows(
    context: &Context<'_>,
    table: NodeId,
    hidden: &[bool],
    one: impl Fn(BlockId) -> String,
) -> Vec<Vec<Cell>> {
    let page = context.page;
    let shown = |id: &NodeId| !hidden[*id as usize];
    let cell = |id: NodeId| {
        let texts = context.blocks_in(id).map(&one);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        Cell {
            names: page.tag(id) == Tag::Th,
            text: texts.join(" "),
        }
    };
    let row = |id: NodeId| -> Vec<Cell> {
        let cells = page
            .descendants(id)
            .filter(|&d| matches!(page.tag(d), Tag::Td | Tag::Th));
        cells.map(cell).collect()
    };
    let rows = page
        .descendants(table)
        .filter(|&id| page.tag(id) == Tag::Tr);
    rows.filter(shown)
        .map(row)
        .filter(|row| row.iter().any(|cell| !cell.text.is_empty()))
        .collect()
}
