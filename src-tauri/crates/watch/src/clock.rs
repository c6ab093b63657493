//! The only reader of the clock. Everything else is told the time.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use message::Timestamp;

/// How far the two clocks may drift apart between two looks before the computer must have slept, or its clock been set.
const JUMP: Duration = Duration::from_secs(30);

/// The time now. Before 1970 it is 1970.
pub fn now() -> Timestamp {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Notices that the computer slept: timers stop in sleep on Linux (`CLOCK_MONOTONIC`), the calendar does not.
#[derive(Debug)]
pub(crate) struct SleepWatch {
    monotonic: Instant,
    calendar: Timestamp,
}

impl SleepWatch {
    pub(crate) fn new() -> Self {
        Self {
            monotonic: Instant::now(),
            calendar: now(),
        }
    }

    /// Whether the computer slept since the last look.
    pub(crate) fn slept(&mut self) -> bool {
        self.sample(Instant::now(), now())
    }

    fn sample(&mut self, monotonic: Instant, calendar: Timestamp) -> bool {
        let ticked = monotonic.saturating_duration_since(self.monotonic);
        let passed = calendar.millis().saturating_sub(self.calendar.millis());
        *self = Self { monotonic, calendar };
        passed > i64::try_from(ticked.saturating_add(JUMP).as_millis()).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_that_runs_ahead_of_the_timers_is_a_sleep() {
        let start = Instant::now();
        for (ticked, passed, slept) in [
            (10, 10, false),
            (10, 35, false),
            (10, 60, true),
            (60, 10, false),
            (1, -3600, false),
        ] {
            let mut watch = SleepWatch {
                monotonic: start,
                calendar: Timestamp::from_millis(0),
            };
            let found = watch.sample(
                start + Duration::from_secs(ticked),
                Timestamp::from_millis(passed * 1000),
            );
            assert_eq!(
                found, slept,
                "{ticked} s by the timers, {passed} s by the calendar"
            );
        }
    }
}
