//! Time is linear in the page: ten times the page costs at most twenty times the work.

use clean_copy::{Strength, clean, rewrite};

use super::options;
use crate::common::complain;
use crate::common::odd_shapes;
use crate::common::shapes::{Shape, shapes};
use crate::common::time::shortest;

/// Deeper than browsers nest: only what comes after that shows how the walks grow.
const SMALL: usize = 1000;
const TIMES_LARGER: usize = 10;
const TIMES_SLOWER: f64 = 20.0;
const MEASURED: usize = 3;

#[test]
fn ten_times_the_page_costs_at_most_twenty_times_the_work() {
    complain(&slow(&shapes(), 2, 5));
}

#[test]
fn hostile_pages_cost_no_square_either() {
    complain(&slow(&odd_shapes::shapes(), 1, 2));
}

/// The shapes that cost more than linear work, in this many rounds of the large page and of the small one. Work that grows
/// with the square is slow every time it is measured, and not only where something else took the machine.
fn slow(shapes: &[Shape], large: usize, small: usize) -> Vec<String> {
    let ratio =
        |shape: &Shape| cost(shape, SMALL * TIMES_LARGER, large) / cost(shape, SMALL, small);
    let complaint = |shape: &Shape| {
        let mut least = f64::INFINITY;
        for _ in 0..MEASURED {
            least = least.min(ratio(shape));
            if least <= TIMES_SLOWER {
                return None;
            }
        }
        Some(format!("{}: {least:.0} times the work", shape.name))
    };
    shapes.iter().filter_map(complaint).collect()
}

/// Seconds for a clean, a rewrite and a copy with pictures.
fn cost(shape: &Shape, count: usize, rounds: usize) -> f64 {
    let html = (shape.page)(count);
    let work = || {
        let clean = clean(&html, &options(Strength::Focus));
        std::hint::black_box((rewrite(&html, &clean.plan), clean.markdown()));
    };
    shortest(rounds, work).as_secs_f64()
}
