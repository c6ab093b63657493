//! The only reader of the clock. Everything else is told the time.

use std::time::{SystemTime, UNIX_EPOCH};

use message::Timestamp;
use rustix::time::{ClockId, clock_gettime};

/// How long a sleep must be to matter, in milliseconds: after a shorter one connections are as they were.
const SLEEP: i64 = 5_000;

/// How far the calendar may run ahead of the timers, in milliseconds, before the computer must have slept, or its clock been set.
const JUMP: i64 = 30_000;

/// The time now. Before 1970 it is 1970.
pub fn now() -> Timestamp {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Notices that the computer slept. Timers stop in sleep on Linux (`CLOCK_MONOTONIC`); the calendar does not, nor does the clock that
/// counts sleep in (`CLOCK_BOOTTIME`), which nobody sets.
#[derive(Debug)]
pub(crate) struct SleepWatch(Sample);

/// The clocks at one moment, in milliseconds of their own.
#[derive(Clone, Copy, Debug)]
struct Sample {
    timers: i64,
    awake_and_asleep: i64,
    calendar: i64,
}

impl SleepWatch {
    pub(crate) fn new() -> Self {
        Self(Sample::now())
    }

    /// Whether the computer slept since the last look.
    pub(crate) fn slept(&mut self) -> bool {
        let now = Sample::now();
        let before = std::mem::replace(&mut self.0, now);
        now.is_after_sleep(before)
    }
}

impl Sample {
    fn now() -> Self {
        Self {
            timers: millis(ClockId::Monotonic),
            awake_and_asleep: asleep_too(),
            calendar: now().millis(),
        }
    }

    fn is_after_sleep(self, before: Self) -> bool {
        let ticked = self.timers.saturating_sub(before.timers);
        let ran_ahead = |now: i64, then: i64| now.saturating_sub(then).saturating_sub(ticked);
        ran_ahead(self.awake_and_asleep, before.awake_and_asleep) > SLEEP
            || ran_ahead(self.calendar, before.calendar) > JUMP
    }
}

#[cfg(target_os = "linux")]
fn asleep_too() -> i64 {
    millis(ClockId::Boottime)
}

#[cfg(not(target_os = "linux"))]
fn asleep_too() -> i64 {
    millis(ClockId::Monotonic)
}

fn millis(clock: ClockId) -> i64 {
    let time = clock_gettime(clock);
    time.tv_sec
        .saturating_mul(1000)
        .saturating_add(time.tv_nsec / 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_ahead_of_the_timers_is_a_sleep() {
        let at = |timers: i64, awake_and_asleep: i64, calendar: i64| Sample {
            timers: timers * 1000,
            awake_and_asleep: awake_and_asleep * 1000,
            calendar: calendar * 1000,
        };
        for (now, slept) in [
            (at(5, 5, 5), false),
            (at(5, 20, 20), true),
            (at(5, 20, -3600), true), // the calendar was set back meanwhile
            (at(5, 5, 20), false),    // the calendar was corrected
            (at(5, 5, 60), true),     // where no clock counts sleep in
            (at(60, 60, 10), false),
            (at(1, 1, -3600), false),
        ] {
            assert_eq!(now.is_after_sleep(at(0, 0, 0)), slept, "{now:?}");
        }
        let mut watch = SleepWatch::new();
        assert!(!watch.slept());
    }
}
