//! Tables of data: their cells, row by row, each in its column.

mod grid;

use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;
use crate::tag::Tag;
use crate::write::joined;
pub use grid::MOST_COLUMNS;
use grid::{Place, Row, before, grid, used};

/// One cell.
pub struct Cell {
    /// It names its row or column.
    pub names: bool,
    /// Its words, as the writer writes them.
    pub text: String,
    /// The column it begins in.
    pub column: usize,
    /// One past the last column it stands over.
    pub past: usize,
}

/// The cells of a table, each block written by `one`. Rows that are hidden or empty are left out; a cell that is hidden
/// is empty, since the others must stay under their headings.
pub fn rows(
    context: &Context<'_>,
    table: NodeId,
    hidden: &[bool],
    one: &dyn Fn(BlockId) -> String,
) -> Vec<Vec<Cell>> {
    let page = context.page;
    let grid = grid(page, table, hidden);
    let used = used(&grid);
    let cell = |place: &Place| Cell {
        names: page.tag(place.node) == Tag::Th,
        text: joined(context.blocks_in(place.node).map(one), " "),
        column: before(used, place.column),
        past: before(used, place.past),
    };
    let rows = grid.iter().map(|row| row.cells.iter().map(cell).collect());
    rows.filter(|row: &Vec<Cell>| row.iter().any(|cell| !cell.text.is_empty()))
        .collect()
}

/// The texts of a row column by column, where nothing spans several: what does stands in the first of them.
pub fn texts(row: Vec<Cell>) -> Vec<String> {
    let mut out = Vec::new();
    for cell in row {
        out.resize(cell.column, String::new());
        out.push(cell.text);
    }
    out
}

/// Words of a block from which on it is a text, laid out in a table.
const LONGEST_BLOCK: u32 = 60;

/// A table of data by its shape: in most rows several cells, and in a cell no more than one short paragraph. Cells are
/// those with words, or an empty one beside a text would make a table of a layout, but where a row shows three: below
/// such headings stand ticks and colours.
pub fn is_of_data(context: &Context<'_>, table: NodeId) -> bool {
    let page = context.page;
    let mut parts = 0;
    for id in page.descendants(table) {
        match page.tag(id) {
            Tag::Table => return false,
            Tag::P => parts += 1,
            tag => parts += usize::from(tag.is_heading()),
        }
    }
    let mut blocks = context.blocks[context.blocks_in(table)].iter();
    !blocks.any(|block| block.stats.words > LONGEST_BLOCK)
        && has_columns(context, &grid(page, table, &[]), parts)
}

/// True where most rows have several cells, and the cells of all hold no more than so many paragraphs.
fn has_columns(context: &Context<'_>, grid: &[Row], parts: usize) -> bool {
    let (mut rows, mut cells, mut headed) = (0, 0, false);
    let (mut wide, mut wide_in_words) = (0, 0);
    for row in grid {
        let has_words = |place: &&Place| !context.blocks_in(place.node).is_empty();
        let filled = row.cells.iter().filter(has_words).count();
        cells += row.cells.len();
        if filled > 0 {
            rows += 1;
            headed |= filled >= 3;
            wide += usize::from(row.cells.len() + row.held >= 2);
            wide_in_words += usize::from(filled + row.held >= 2);
        }
    }
    let wide = if headed { wide } else { wide_in_words };
    wide >= 2 && 2 * wide >= rows && parts <= cells
}

#[cfg(test)]
mod tests {
    use crate::judge::{later_paragraphs, paragraphs};
    use crate::{Clean, Options, TextForm, clean};

    fn with(table: &str) -> Clean {
        let (start, end) = (paragraphs(4), later_paragraphs());
        let article = format!("<h1>The lamp stays lit</h1>{start}<table>{table}</table>{end}");
        let options = Options::default();
        clean(
            &format!("<body><article>{article}</article></body>"),
            &options,
        )
    }

    /// The lines of the table in Markdown.
    fn lines(table: &str) -> Vec<String> {
        let markdown = with(table).markdown();
        let lines = markdown.lines().filter(|line| line.starts_with('|'));
        lines.map(str::to_owned).collect()
    }

    fn rows(rows: &[&str]) -> String {
        let cell = |text: &str| format!("<td>{text}</td>");
        let row = |row: &&str| format!("<tr>{}</tr>", row.split('|').map(cell).collect::<String>());
        rows.iter().map(row).collect()
    }

    #[test]
    fn a_table_is_one_of_data_by_its_shape() {
        let data = ["Port|Ships", "Lower Marsh|12", "Ostrel|30"];
        let paragraphs = rows(&data)
            .replace("<td>", "<td><p>")
            .replace("</td>", "</p></td>");
        assert_eq!(lines(&paragraphs).len(), 4);
        let titled = rows(&["Ships of the year"]).replace("<td>", "<th colspan=2>") + &rows(&data);
        assert_eq!(lines(&titled).len(), 5);
        let grouped = "<tr><td rowspan=3>Left bank</td><td>Ostrel</td></tr>".to_owned()
            + &rows(&["Lower Marsh", "Upper Marsh"]);
        assert_eq!(lines(&grouped).len(), 4);
        let ticks = rows(&["Port|Lamp|Ferry", "Ostrel||", "Lower Marsh||"]);
        assert_eq!(lines(&ticks).len(), 4);
        let card =
            "<h3>The ferry</h3><p>It left the harbour at noon, as on all days of the year.</p>";
        let cards = rows(&[&format!("{card}|{card}"), &format!("{card}|{card}")]);
        let beside = "|<p>The lamp was lit at nine, and the fishermen of Lower Marsh saw it from the sea.</p>";
        for layout in [
            cards,
            rows(&[beside, beside, beside]),
            rows(&["Ostrel", "Marsh", "Lamp"]),
        ] {
            assert_eq!(lines(&layout), [""; 0], "{layout}");
        }
    }

    #[test]
    fn cells_stand_in_their_columns_beside_those_that_span_several() {
        let table = "<tr><th rowspan=2>Port</th><th colspan=2>Ships</th><th rowspan=2>Lamps</th></tr>\
                     <tr><th>2025</th><th>2026</th></tr>\
                     <tr><td>Ostrel</td><td colspan=2>closed</td><td>4</td></tr>\
                     <tr><td>Marsh</td><td>12</td><td>30</td><td>9</td></tr>\
                     <tr><td colspan=100>Figures of the council</td></tr>";
        let wanted = [
            "| Port | Ships |  | Lamps |",
            "| --- | --- | --- | --- |",
            "|  | 2025 | 2026 |",
            "| Ostrel | closed |  | 4 |",
            "| Marsh | 12 | 30 | 9 |",
            "| Figures of the council |",
        ];
        let lines = lines(table);
        let short = lines
            .iter()
            .map(|line| line.trim_end_matches(" |").to_owned() + " |");
        assert_eq!(short.collect::<Vec<_>>(), wanted);
        let clean = with(table);
        let text = clean.text(TextForm::Body);
        assert!(
            text.contains("Port\tShips\t\tLamps\n\t2025\t2026\nOstrel\tclosed\t\t4\n"),
            "{text}"
        );
        let html = clean.fragment();
        assert!(
            html.contains("<th colspan=\"2\">Ships</th><th>Lamps</th>"),
            "{html}"
        );
        assert!(html.contains("<tr><td></td><th>2025</th>"), "{html}");
        assert!(html.contains("<td colspan=\"4\">Figures"), "{html}");
    }

    #[test]
    fn columns_in_which_nothing_stands_are_left_out() {
        let wide = rows(&["Port|Ships", "Ostrel|12", "Marsh|30"]).replace("<td>", "<td colspan=6>");
        assert_eq!(lines(&wide)[..2], ["| Port | Ships |", "| --- | --- |"]);
        let groups = "<tbody><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>\
                      <tbody><tr><td>d</td><td>e</td></tr></tbody>";
        assert_eq!(lines(groups)[2..], ["|  | c |", "| d | e |"]);
    }

    #[test]
    fn spans_that_nobody_means_cost_nothing() {
        for span in ["1000000000", "99999999999999999999999", "-1", "x"] {
            let cell = format!("<td colspan='{span}' rowspan='{span}'>lamp</td>");
            let row = format!("<tr>{cell}{cell}</tr>");
            let table = row.repeat(2000);
            assert!(with(&table).markdown().len() < 2 * table.len(), "{span}");
        }
        let many = "<td>lamp</td>".repeat(2000);
        let few = "<tr><td>a</td><td>b</td></tr>".repeat(2000);
        let table = format!("<tr>{many}</tr>{few}");
        assert!(with(&table).markdown().len() < 2 * table.len());
    }
}
