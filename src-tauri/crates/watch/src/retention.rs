//! Retention: once a day, and at the start, what is past its time is deleted, and a copy is made of what is kept.

use casebook::{Casebook, Error};
use message::Timestamp;
use policy::{Policy, Preferences, retention_days};

use crate::Judging;

const HOUR: i64 = 60 * 60 * 1000;

const DAY: i64 = 24 * HOUR;

/// When the record is looked through next.
#[derive(Debug, Default)]
pub(crate) struct Retention {
    due_at: Option<Timestamp>,
}

impl Retention {
    /// Deletes what is past its time and copies the rest, where a day has gone by since the last time.
    ///
    /// # Errors
    /// Where the casebook cannot be written.
    pub(crate) fn keep(
        &mut self,
        casebook: &mut Casebook,
        judging: &Judging,
        now: Timestamp,
    ) -> Result<(), Error> {
        // More than a day ahead, it was set by a clock that ran ahead.
        let waits = |due: Timestamp| (1..=DAY).contains(&due.millis().saturating_sub(now.millis()));
        if self.due_at.is_some_and(waits) {
            return Ok(());
        }
        let later = |wait: i64| Some(Timestamp::from_millis(now.millis().saturating_add(wait)));
        self.due_at = later(DAY);
        match delete(casebook, judging, now) {
            Ok(()) => casebook.copy_beside(),
            Err(Error::Busy) => {
                self.due_at = later(HOUR);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// Deletes what is past its time, where it can be read how long that is.
fn delete(casebook: &mut Casebook, judging: &Judging, now: Timestamp) -> Result<(), Error> {
    let read = Policy::read(&judging.policy_path)
        .and_then(|policy| Ok((policy, Preferences::read(&judging.preferences_path)?)));
    // What cannot be read may say to keep for longer. The trouble is told where the domains are read.
    let Ok((policy, preferences)) = read else {
        return Ok(());
    };
    let days = i64::from(retention_days(&policy, &preferences));
    let before = Timestamp::from_millis(now.millis().saturating_sub(days.saturating_mul(DAY)));
    let count = casebook.delete_before(before, now)?;
    if count > 0 {
        tracing::info!("{count} incidents deleted, as nothing happened in them for {days} days");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::samples::casebook;

    fn judging(dir: &Path) -> Judging {
        Judging {
            policy_path: dir.join("policy.json"),
            preferences_path: dir.join("preferences.json"),
        }
    }

    /// Whether the incident is still there after each of these days.
    fn check(policy: Option<&str>, days: &[(i64, bool)]) {
        let dir = tempfile::tempdir().unwrap();
        let judging = judging(dir.path());
        if let Some(policy) = policy {
            fs::write(&judging.policy_path, policy).unwrap();
        }
        let ((mut casebook, _), mut retention) = (casebook(), Retention::default());
        for (day, is_there) in days {
            let now = Timestamp::from_millis(day * DAY + 2);
            retention.keep(&mut casebook, &judging, now).unwrap();
            assert_eq!(
                casebook.history("", 9).unwrap().len() == 1,
                *is_there,
                "{policy:?} {day}"
            );
        }
    }

    #[test]
    fn what_is_past_its_time_is_deleted() {
        check(None, &[(0, true), (399, true), (400, false)]);
        check(Some("{\"retention_days\": 30}"), &[(29, true), (30, false)]);
    }

    #[test]
    fn nothing_is_deleted_by_a_policy_that_cannot_be_read() {
        check(Some("{\"retention_days\": 3000"), &[(500, true)]);
    }

    #[test]
    fn a_copy_is_made_whatever_the_policy_says() {
        let dir = tempfile::tempdir().unwrap();
        let judging = judging(dir.path());
        fs::write(&judging.policy_path, "{").unwrap();
        let mut casebook = Casebook::open(&dir.path().join("casebook.db")).unwrap();
        let at = Timestamp::from_millis(DAY);
        Retention::default().keep(&mut casebook, &judging, at).unwrap();
        assert!(dir.path().join("casebook.db.spare").exists());
    }

    #[test]
    fn the_record_is_looked_through_once_a_day_and_when_a_clock_that_ran_ahead_is_set() {
        let dir = tempfile::tempdir().unwrap();
        let judging = judging(dir.path());
        let ((mut casebook, _), mut retention) = (casebook(), Retention::default());
        let at = |hours: i64| Timestamp::from_millis(400 * DAY - 12 * HOUR + hours * HOUR);
        retention.due_at = Some(at(10 * 365 * 24));
        for (hours, is_there) in [(0, true), (13, true), (23, true), (25, false)] {
            retention.keep(&mut casebook, &judging, at(hours)).unwrap();
            assert_eq!(casebook.history("", 9).unwrap().len() == 1, is_there, "{hours}");
        }
    }
}
