//! Records whose time is over: deleted once a day.

use std::time::{Duration, Instant};

use message::Timestamp;

use crate::{Output, clock::now, run::Running};

/// How long the watch runs before it deletes anything: a clock that was wrong when the computer started is right by then.
const FIRST: Duration = Duration::from_secs(10 * 60);

/// How long until the next time.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

const MILLIS_OF_DAY: i64 = 24 * 60 * 60 * 1000;

/// When records are deleted next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expiry(Instant);

impl Expiry {
    pub(crate) fn new(started: Instant) -> Self {
        Self(started.checked_add(FIRST).unwrap_or(started))
    }

    /// Whether it is time, which then is so again in a day.
    fn is_due(&mut self, now: Instant) -> bool {
        let is_due = self.0 <= now;
        if is_due {
            self.0 = now.checked_add(DAY).unwrap_or(now);
        }
        is_due
    }
}

impl<F: FnMut(Output)> Running<F> {
    /// Deletes the records whose time is over, once a day. Where policy or preferences cannot be read nobody knows that time, and
    /// nothing is deleted.
    pub(crate) fn expire(&mut self) {
        if !self.expiry.is_due(Instant::now()) {
            return;
        }
        let Some(days) = self.knowledge.kept_days() else {
            return;
        };
        match self.casebook.delete_before(days_before(now(), days), now()) {
            Ok(0) | Err(casebook::Error::Busy) => {}
            Ok(count) => tracing::info!("{count} records were deleted: their time is over"),
            Err(error) => self.not_saved(&error),
        }
    }
}

/// The moment so many days earlier.
pub fn days_before(at: Timestamp, days: u32) -> Timestamp {
    Timestamp::from_millis(
        at.millis()
            .saturating_sub(MILLIS_OF_DAY.saturating_mul(i64::from(days))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_ten_minutes_after_the_start_and_then_once_a_day() {
        let start = Instant::now();
        let mut expiry = Expiry::new(start);
        for (minutes, expected) in [
            (0, false),
            (9, false),
            (10, true),
            (11, false),
            (1440, false),
            (1450, true),
        ] {
            let now = start + Duration::from_secs(minutes * 60);
            assert_eq!(expiry.is_due(now), expected, "{minutes} minutes");
        }
    }

    #[test]
    fn days_go_back_from_a_moment() {
        assert_eq!(days_before(Timestamp::from_millis(86_400_001), 1).millis(), 1);
    }
}
