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

#[test]
fn ten_times_the_page_costs_at_most_twenty_times_the_work() {
    let slow = |shape: &Shape| {
        let ratio = cost(shape, SMALL * TIMES_LARGER, 2) / cost(shape, SMALL, 5);
        let wrong = format!("{}: {ratio:.0} times the work", shape.name);
        (ratio > TIMES_SLOWER).then_some(wrong)
    };
    let complaints: Vec<String> = shapes().iter().filter_map(slow).collect();
    complain(&complaints);
}

#[test]
fn hostile_pages_cost_no_square_either() {
    let slow = |shape: &Shape| {
        let ratio = cost(shape, SMALL * TIMES_LARGER, 1) / cost(shape, SMALL, 2);
        let wrong = format!("{}: {ratio:.0} times the work", shape.name);
        (ratio > TIMES_SLOWER).then_some(wrong)
    };
    let complaints: Vec<String> = odd_shapes::shapes().iter().filter_map(slow).collect();
    complain(&complaints);
}

/// Seconds for a clean and a rewrite.
fn cost(shape: &Shape, count: usize, rounds: usize) -> f64 {
    let html = (shape.page)(count);
    let work = || {
        let clean = clean(&html, &options(Strength::Focus));
        std::hint::black_box(rewrite(&html, &clean.plan));
    };
    shortest(rounds, work).as_secs_f64()
}
