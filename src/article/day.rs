//! Calendar days.

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: u32,
    month: u32,
    day: u32,
}

impl Day {
    pub(super) fn new(year: u32, month: u32, day: u32) -> Option<Day> {
        let known = (1900..2100).contains(&year);
        let calendar = (1..=12).contains(&month) && (1..=31).contains(&day);
        (known && calendar).then_some(Day { year, month, day })
    }

    /// The day in ISO 8601.
    pub(crate) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// True where this may be the local day of a moment given in UTC, whose day there is `utc`: zones reach from 12
    /// hours behind to 14 ahead.
    pub(super) fn is_same_moment(self, utc: Day, moment: &str) -> bool {
        let is_utc =
            moment.ends_with('Z') || moment.ends_with("+00:00") || moment.ends_with("+0000");
        let Some(hour) = moment.get(11..13).and_then(|hour| hour.parse::<u32>().ok()) else {
            return false;
        };
        is_utc
            && match self.number() - utc.number() {
                -1 => hour < 12,
                1 => hour >= 10,
                _ => false,
            }
    }

    /// The day so many days after the first of January 1970.
    pub(super) fn after_1970(days: i64) -> Option<Day> {
        let first = Day::new(1970, 1, 1)?.number();
        let year = (1970 + days / 366..).take(3).filter(|&year| {
            let start = Day::new(year as u32, 1, 1);
            start.is_some_and(|start| start.number() - first <= days)
        });
        let year = year.max()? as u32;
        let all = (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day)));
        let mut all = all.filter_map(|(month, day)| Day::new(year, month, day));
        all.find(|day| day.number() - first == days)
    }

    /// Days since an arbitrary one, counted as the Gregorian calendar does (years begin in March).
    fn number(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (self.year, self.month - 3)
        } else {
            (self.year - 1, self.month + 9)
        };
        let leaps = year / 4 - year / 100 + year / 400;
        i64::from(365 * year + leaps + (153 * month + 2) / 5 + self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let number = |year, month, day| Day::new(year, month, day).map(Day::number);
        assert_eq!(number(2024, 3, 1), number(2024, 2, 29).map(|n| n + 1));
        assert_eq!(number(2023, 3, 1), number(2023, 2, 28).map(|n| n + 1));
        assert_eq!(number(2024, 1, 1), number(2023, 12, 31).map(|n| n + 1));
        assert_eq!(Day::after_1970(0), Day::new(1970, 1, 1));
        assert_eq!(Day::after_1970(19_782), Day::new(2024, 2, 29));
        assert_eq!(Day::after_1970(99_999), None);
    }
}
