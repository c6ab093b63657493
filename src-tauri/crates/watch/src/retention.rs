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
        if self.due_at.is_some_and(|due| now < due) {
            return Ok(());
        }
        let later = |wait: i64| Some(Timestamp::from_millis(now.millis().saturating_add(wait)));
        self.due_at = later(DAY);
        let read = Policy::read(&judging.policy_path)
            .and_then(|policy| Ok((policy, Preferences::read(&judging.preferences_path)?)));
        // What cannot be read may say to keep for longer. The trouble is told where the domains are read.
        let Ok((policy, preferences)) = read else {
            return Ok(());
        };
        let days = i64::from(retention_days(&policy, &preferences));
        let before = Timestamp::from_millis(now.millis().saturating_sub(days.saturating_mul(DAY)));
        match casebook.delete_before(before, now) {
            Ok(0) => {}
            Ok(count) => {
                tracing::info!("{count} incidents deleted, as nothing happened in them for {days} days")
            }
            Err(Error::Busy) => {
                self.due_at = later(HOUR);
                return Ok(());
            }
            Err(error) => return Err(error),
        }
        casebook.copy_beside()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use lookalike::{Reference, Verdict, judge};
    use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
    use message::{Address, Domain, SentMessage};

    use super::*;

    /// A casebook with one incident of the first day of 1970.
    fn casebook() -> Casebook {
        let mut casebook = Casebook::in_memory().unwrap();
        let account = casebook::NewAccount {
            address: Address::parse("a.clerk@acme.example").unwrap(),
            account: Account {
                host: Host::parse("imap.acme.example").unwrap(),
                port: 993,
                security: Security::ImplicitTls,
                user: UserName::parse("a.clerk").unwrap(),
                ca_path: None,
            },
            sign_in: casebook::SignIn::Password,
        };
        let account = casebook.add_account(&account, Timestamp::from_millis(1)).unwrap();
        let message = SentMessage::parse(b"Message-ID: <1@acme.example>\r\nTo: john@army.ml\r\n\r\n");
        let reference = Reference::new(vec![Domain::parse("army.mil").unwrap()], Vec::new(), Vec::new());
        let recipient = message.recipients[0].clone();
        let Verdict::Lookalike(lookalike) = judge(&recipient.address, &reference) else {
            panic!("army.ml looks like army.mil");
        };
        let judged = casebook::Judged {
            uid: Uid::new(1).unwrap(),
            received_at: None,
            message,
            lookalikes: vec![(recipient, lookalike)],
        };
        let sighting = casebook::Sighting {
            account,
            mailbox: "Sent".into(),
            mailbox_id: None,
            is_sent: true,
            cursor: Cursor {
                uid_validity: UidValidity::new(1).unwrap(),
                last_uid: 1,
            },
            judged: vec![judged],
            vanished: 0,
            copies: 0,
            at: Timestamp::from_millis(1),
        };
        assert_eq!(casebook.record(&sighting).unwrap().len(), 1);
        casebook
    }

    /// Whether the incident is still there after each of these days.
    fn check(policy: Option<&str>, days: &[(i64, bool)]) {
        let dir = tempfile::tempdir().unwrap();
        let judging = Judging {
            policy_path: dir.path().join("policy.json"),
            preferences_path: dir.path().join("preferences.json"),
        };
        if let Some(policy) = policy {
            fs::write(&judging.policy_path, policy).unwrap();
        }
        let (mut casebook, mut retention) = (casebook(), Retention::default());
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
    fn the_record_is_looked_through_once_a_day() {
        let (mut casebook, mut retention) = (casebook(), Retention::default());
        let dir = tempfile::tempdir().unwrap();
        let judging = Judging {
            policy_path: dir.path().join("policy.json"),
            preferences_path: dir.path().join("preferences.json"),
        };
        let at = |hours: i64| Timestamp::from_millis(400 * DAY - 12 * HOUR + hours * HOUR);
        for (hours, is_there) in [(0, true), (13, true), (23, true), (25, false)] {
            retention.keep(&mut casebook, &judging, at(hours)).unwrap();
            assert_eq!(casebook.history("", 9).unwrap().len() == 1, is_there, "{hours}");
        }
    }
}
