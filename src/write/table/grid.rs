//! Where the cells of a table stand, as a browser sets them.

use crate::outline::{Attr, NO_NODE, NodeId, Outline};
use crate::tag::Tag;

/// Spans are read in so many columns. A page says in a few bytes how far a cell reaches; what is written must stay as long
/// as the page.
pub const MOST_COLUMNS: usize = 32;

/// A cell and where it stands.
pub(super) struct Place {
    pub node: NodeId,
    /// The column it begins in.
    pub column: usize,
    /// One past the last column it stands over.
    pub past: usize,
}

/// A row: its own cells, and how many columns cells above hold.
pub(super) struct Row {
    pub cells: Vec<Place>,
    pub held: usize,
}

/// The rows of a table that are not `hidden`, as a browser sets them.
pub(super) fn grid(page: &Outline, table: NodeId, hidden: &[bool]) -> Vec<Row> {
    // For each column how many rows more, from this one on, the cell in it reaches down.
    let mut down = [0; MOST_COLUMNS];
    let mut group = NO_NODE;
    let mut out = Vec::new();
    for row in page.descendants(table) {
        if page.tag(row) != Tag::Tr || hidden.get(row as usize) == Some(&true) {
            continue;
        }
        if group != page.node(row).parent {
            (group, down) = (page.node(row).parent, [0; MOST_COLUMNS]);
        }
        let held = down.iter().filter(|&&rows| rows > 0).count();
        let (mut cells, mut column) = (Vec::new(), 0);
        for id in page.descendants(row) {
            if matches!(page.tag(id), Tag::Td | Tag::Th) {
                let place = place(page, id, column, &mut down);
                column = place.past;
                cells.push(place);
            }
        }
        for rows in &mut down {
            *rows = rows.saturating_sub(1);
        }
        out.push(Row { cells, held });
    }
    out
}

/// Where a cell stands that follows others up to `column`; what it stands over is held in this row and those below.
fn place(page: &Outline, node: NodeId, mut column: usize, down: &mut [usize]) -> Place {
    while down.get(column).is_some_and(|&rows| rows > 0) {
        column += 1;
    }
    let span = page.number(node, Attr::ColSpan).unwrap_or(1).max(1);
    let rows = match page.number(node, Attr::RowSpan) {
        // To the end of the group.
        Some(0) => usize::MAX,
        rows => rows.unwrap_or(1),
    };
    let past = column.saturating_add(span).min(down.len());
    let past = past.max(column + 1);
    for held in down.iter_mut().take(past).skip(column) {
        *held = rows;
    }
    Place { node, column, past }
}

/// One bit for each column in which a cell begins. In the others nothing would ever stand.
pub(super) fn used(grid: &[Row]) -> u64 {
    let places = grid.iter().flat_map(|row| &row.cells);
    let read = places.filter(|place| place.column < MOST_COLUMNS);
    read.fold(0, |used, place| used | 1 << place.column)
}

/// How many columns stand before this one.
pub(super) fn before(used: u64, column: usize) -> usize {
    let read = column.min(MOST_COLUMNS);
    (used & ((1 << read) - 1)).count_ones() as usize + column - read
}
