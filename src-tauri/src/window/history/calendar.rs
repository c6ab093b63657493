//! Days and weeks as the user lives them. Pure: time zone and times are passed in.

use std::ops::Range;

use jiff::{Span, Timestamp, tz::TimeZone};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The first moment of the day that `at` lies in, and that of the next one. All times are milliseconds since 1970, UTC.
pub(super) fn day(at: i64, zone: &TimeZone) -> Range<i64> {
    let around = |at| {
        let start = Timestamp::from_millisecond(at)?
            .to_zoned_datetime(zone.clone())
            .start_of_day()?;
        let next = start.tomorrow()?.start_of_day()?;
        Ok::<_, jiff::Error>(start.timestamp().as_millisecond()..next.timestamp().as_millisecond())
    };
    // Only at the ends of time is there no such day.
    around(at).unwrap_or(at..at.saturating_add(DAY))
}

/// The first moments of the last `count` weeks, which begin on Mondays, oldest first, and behind them that of the next week. The
/// week that `now` lies in is the last one.
pub(super) fn weeks(now: i64, count: u8, zone: &TimeZone) -> Vec<i64> {
    let starts = || {
        let today = Timestamp::from_millisecond(now)?
            .to_zoned_datetime(zone.clone())
            .date();
        let monday = today.checked_sub(Span::new().days(today.weekday().to_monday_zero_offset()))?;
        (0..=count)
            .map(|week| {
                let first = monday.checked_add(Span::new().weeks(i64::from(week) - i64::from(count) + 1))?;
                Ok(first
                    .to_zoned_datetime(zone.clone())?
                    .timestamp()
                    .as_millisecond())
            })
            .collect::<Result<Vec<_>, jiff::Error>>()
    };
    starts().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn a_day_is_as_long_as_its_clocks_make_it() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (at, start, end) in [
            (
                "2026-03-17T12:00:00Z",
                "2026-03-16T23:00:00Z",
                "2026-03-17T23:00:00Z",
            ),
            (
                "2026-03-29T12:00:00Z",
                "2026-03-28T23:00:00Z",
                "2026-03-29T22:00:00Z",
            ), // 23 hours
            (
                "2026-10-25T00:30:00Z",
                "2026-10-24T22:00:00Z",
                "2026-10-25T23:00:00Z",
            ), // 25 hours
        ] {
            assert_eq!(day(millis(at), &berlin), millis(start)..millis(end), "{at}");
        }
        assert_eq!(day(i64::MAX, &berlin), i64::MAX..i64::MAX);
    }

    #[test]
    fn weeks_begin_on_mondays_and_end_with_this_one() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        // A Sunday and a Monday, either side of a week's end; the clocks changed between the first two weeks.
        for (now, last) in [
            ("2026-04-12T21:59:59Z", "2026-04-05T22:00:00Z"),
            ("2026-04-12T22:00:00Z", "2026-04-12T22:00:00Z"),
        ] {
            let starts = weeks(millis(now), 3, &berlin);
            assert_eq!(starts.len(), 4);
            assert_eq!(starts[2], millis(last), "{now}");
        }
        assert_eq!(
            weeks(millis("2026-04-05T12:00:00Z"), 2, &berlin),
            [
                "2026-03-22T23:00:00Z",
                "2026-03-29T22:00:00Z",
                "2026-04-05T22:00:00Z"
            ]
            .map(millis)
        );
    }
}
