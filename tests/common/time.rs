//! Time that a piece of work takes, compared with other work and never with a clock's reading of another machine.

use std::fs;
use std::time::{Duration, Instant};

/// Processor time is counted in ticks of some milliseconds: shorter work is done again and again.
const ENOUGH: Duration = Duration::from_millis(80);

/// The time of one run of `work`, the shortest of `rounds`: other programs can only make it longer.
pub fn shortest(rounds: usize, mut work: impl FnMut()) -> Duration {
    let mut round = |_| {
        let (start, mut runs) = (spent(), 0);
        loop {
            work();
            runs += 1;
            let all = spent().saturating_sub(start);
            if all >= ENOUGH {
                return all / runs;
            }
        }
    };
    (0..rounds).map(&mut round).min().unwrap_or_default()
}

/// Time this thread has had on a processor; where the system does not say, time that has gone by.
fn spent() -> Duration {
    let on_processor = || {
        let line = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let nanoseconds = line.split_whitespace().next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    };
    on_processor().unwrap_or_else(gone_by)
}

fn gone_by() -> Duration {
    use std::sync::OnceLock;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
