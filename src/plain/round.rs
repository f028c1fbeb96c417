//! A round of cleaning: the lines, and what is decided about them.

use std::ops::Range;

use crate::plain::lines::{Line, LineKind};
use crate::plain::why::Why;

/// The lines and what is decided about them.
pub(super) struct Round<'r, 'a> {
    pub lines: &'r [Line<'a>],
    /// One for each line.
    pub gone: Vec<Option<Why>>,
    /// From the first paragraph to one past the last; nothing is decided where there is none.
    pub body: Range<usize>,
    /// The line below which another is to stand, and that other.
    pub below: Option<(usize, usize)>,
}

impl<'r, 'a> Round<'r, 'a> {
    /// The lines that stand next to a line, no blank between.
    pub(super) fn beside(&self, at: usize) -> impl Iterator<Item = usize> + use<'r, 'a> {
        let lines = self.lines;
        [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter(move |&b| lines.get(b).is_some_and(|line| !line.is_blank()))
    }

    /// The stretches without a blank line.
    pub(super) fn groups(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut start = within.start;
        for at in within.start..=within.end {
            if at == within.end || self.lines[at].is_blank() {
                if start < at {
                    out.push(start..at);
                }
                start = at + 1;
            }
        }
        out
    }

    /// True for a line that may go for where it stands: short, no code, still there.
    pub(super) fn is_loose(&self, at: usize) -> bool {
        self.lines[at].kind == LineKind::Short && self.gone[at].is_none()
    }

    pub(super) fn changes_nothing(&self) -> bool {
        self.below.is_none() && self.gone.iter().all(Option::is_none)
    }

    /// The lines that stay, in their new order, and those that go.
    pub(super) fn apply(&self) -> (Vec<Line<'a>>, Vec<(Line<'a>, Why)>) {
        let mut kept: Vec<Line<'a>> = Vec::with_capacity(self.lines.len());
        let mut lost = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(why) = self.gone[at] {
                lost.push((*line, why));
            } else if self.below.is_none_or(|(_, moved)| moved != at) {
                push(&mut kept, *line);
            }
            if let Some((_, moved)) = self.below.filter(|(upper, _)| *upper == at) {
                self.push_moved(&mut kept, at, moved);
            }
        }
        if kept.last().is_some_and(Line::is_blank) {
            kept.pop();
        }
        (kept, lost)
    }

    /// Lines that stood next to each other stay so, and a headline that stands alone goes on standing alone.
    fn push_moved(&self, kept: &mut Vec<Line<'a>>, upper: usize, moved: usize) {
        let blank = self.lines.get(upper + 1).filter(|next| next.is_blank());
        kept.extend(blank);
        kept.push(self.lines[moved]);
    }
}

/// Adds a line, but no second blank one, and none at the top.
fn push<'a>(kept: &mut Vec<Line<'a>>, line: Line<'a>) {
    if !line.is_blank() || kept.last().is_some_and(|last| !last.is_blank()) {
        kept.push(line);
    }
}
