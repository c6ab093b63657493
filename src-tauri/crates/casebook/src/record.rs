//! Recording what was seen: incidents, their first events, alerts, correspondents and the cursor, in one transaction.

use lookalike::{Lookalike, Severity};
use mailbox::{Cursor, Uid};
use message::{Address, Recipient, SentMessage, Timestamp};
use rusqlite::{Connection, params};

use crate::{
    AccountId, Casebook, Error, EventKind, Facts, IncidentId,
    table::{alerts, correspondents, cursors, events, incidents},
};

/// A message and what the judge said of its recipients.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Under which UID it lay.
    pub uid: Uid,
    /// When the server got it (INTERNALDATE).
    pub received_at: Option<Timestamp>,
    /// The message.
    pub message: SentMessage,
    /// The recipients that are lookalikes.
    pub lookalikes: Vec<(Recipient, Lookalike)>,
    /// The others, each once.
    pub fine: Vec<Address>,
}

/// What was seen in a mailbox, and the cursor past it.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// Whose mailbox.
    pub account: AccountId,
    /// Its name as the server gives it.
    pub mailbox: String,
    /// The cursor past all of `judged`.
    pub cursor: Cursor,
    /// The messages.
    pub judged: Vec<Judged>,
    /// When.
    pub at: Timestamp,
}

impl Casebook {
    /// Records a sighting, all or nothing, and returns the incidents that are new.
    ///
    /// A message that was judged before, under whatever UID, makes no incident, no alert and counts nobody twice.
    ///
    /// # Errors
    /// Where nothing can be written; the cursor has not moved then.
    pub fn record(&mut self, sighting: &Sighting) -> Result<Vec<IncidentId>, Error> {
        let transaction = self.connection.transaction()?;
        let mut new = Vec::new();
        let mut checked: i64 = 0;
        for judged in &sighting.judged {
            if !is_first_sight(&transaction, sighting.account, judged)? {
                continue;
            }
            checked = checked.saturating_add(1);
            for address in &judged.fine {
                correspondents::count(&transaction, address)?;
            }
            new.extend(incident(&transaction, sighting, judged)?);
        }
        let sql = "UPDATE accounts SET checked = checked + ?2 WHERE id = ?1";
        transaction.execute(sql, params![sighting.account.value(), checked])?;
        cursors::put(&transaction, sighting.account, &sighting.mailbox, sighting.cursor)?;
        transaction.commit()?;
        Ok(new)
    }
}

fn is_first_sight(connection: &Connection, account: AccountId, judged: &Judged) -> Result<bool, Error> {
    let sql = "INSERT INTO judged (account_id, message_key) VALUES (?1, ?2) ON CONFLICT (account_id, message_key) DO NOTHING";
    let added = connection
        .prepare_cached(sql)?
        .execute(params![account.value(), judged.message.key.as_bytes()])?;
    Ok(added > 0)
}

fn incident(
    connection: &Connection,
    sighting: &Sighting,
    judged: &Judged,
) -> Result<Option<IncidentId>, Error> {
    let Some(id) = incidents::add(
        connection,
        sighting.account,
        &sighting.mailbox,
        judged,
        sighting.at,
    )?
    else {
        return Ok(None);
    };
    let facts = Facts::of(judged, sighting.at).to_json()?;
    events::append(connection, id, EventKind::Noticed, &facts, sighting.at)?;
    if judged
        .lookalikes
        .iter()
        .any(|(_, lookalike)| lookalike.severity >= Severity::Medium)
    {
        alerts::add(connection, id)?;
    }
    Ok(Some(id))
}

#[cfg(test)]
mod tests {
    use lookalike::{Reference, Verdict, judge};
    use mailbox::{Account, Host, Security, UidValidity, UserName};
    use message::Domain;

    use super::*;
    use crate::{Decision, NewAccount, State, TrustScope};

    fn book() -> (Casebook, AccountId) {
        let mut book = Casebook::in_memory().unwrap();
        let account = Account {
            host: Host::parse("imap.acme.example").unwrap(),
            port: 993,
            security: Security::ImplicitTls,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: None,
        };
        let new = NewAccount {
            address: Address::parse("a.clerk@acme.example").unwrap(),
            account,
        };
        let id = book.add_account(&new, Timestamp::from_millis(1)).unwrap();
        (book, id)
    }

    fn sighting(account: AccountId, uid_validity: u32, uid: u32, to: &str, id: u32) -> Sighting {
        let reference = Reference::new(vec![Domain::parse("army.mil").unwrap()], Vec::new(), Vec::new());
        let block = format!("Message-ID: <{id}@acme.example>\r\nTo: {to}\r\nSubject: Plan {id}\r\n\r\n");
        let message = SentMessage::parse(block.as_bytes());
        let mut judged = Judged {
            uid: Uid::new(uid).unwrap(),
            received_at: None,
            message,
            lookalikes: Vec::new(),
            fine: Vec::new(),
        };
        for recipient in judged.message.recipients.clone() {
            match judge(&recipient.address, &reference) {
                Verdict::Lookalike(lookalike) => judged.lookalikes.push((recipient, lookalike)),
                Verdict::Trusted | Verdict::Unknown => judged.fine.push(recipient.address),
            }
        }
        let cursor = Cursor {
            uid_validity: UidValidity::new(uid_validity).unwrap(),
            last_uid: uid,
        };
        Sighting {
            account,
            mailbox: "Sent".into(),
            cursor,
            judged: vec![judged],
            at: Timestamp::from_millis(5),
        }
    }

    #[test]
    fn a_lookalike_becomes_one_incident_however_often_it_is_seen() {
        let (mut book, account) = book();
        let to = "john@army.ml, jane@army.mil";
        assert_eq!(book.record(&sighting(account, 1, 7, to, 1)).unwrap().len(), 1);
        for (uid_validity, uid) in [(1, 7), (1, 8), (2, 1)] {
            assert_eq!(
                book.record(&sighting(account, uid_validity, uid, to, 1)).unwrap(),
                [],
                "{uid_validity} {uid}"
            );
        }
        assert_eq!(
            (
                book.history("", 10).unwrap().len(),
                book.untold_alerts().unwrap().len()
            ),
            (1, 1)
        );
        assert_eq!(book.usual_count(&Domain::parse("army.mil").unwrap()).unwrap(), 1);
        assert_eq!(book.watch_notes().unwrap()[0].checked, 1);
        let cursors = book.cursors(account).unwrap();
        assert_eq!((cursors[0].1.uid_validity.get(), cursors[0].1.last_uid), (2, 1));
    }

    #[test]
    fn an_alert_is_due_until_it_is_told() {
        let (mut book, account) = book();
        let new = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap();
        book.mark_told(&new, Timestamp::from_millis(6)).unwrap();
        book.mark_told(&new, Timestamp::from_millis(7)).unwrap();
        assert_eq!(book.untold_alerts().unwrap(), []);
        let events: Vec<_> = book
            .incident(new[0])
            .unwrap()
            .unwrap()
            .events
            .iter()
            .map(|event| event.kind)
            .collect();
        assert_eq!(events, [EventKind::Noticed, EventKind::Told]);
    }

    #[test]
    fn decisions_change_the_state_and_can_be_taken_back() {
        let (mut book, account) = book();
        let id = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap()[0];
        let state = |book: &Casebook| {
            (
                book.incident(id).unwrap().unwrap().state,
                book.needs_you().unwrap(),
            )
        };
        assert_eq!(state(&book), (State::NeedsYou, 1));
        book.decide(
            id,
            Decision::ItsRight(TrustScope::Address),
            Timestamp::from_millis(8),
        )
        .unwrap();
        assert_eq!(state(&book), (State::NotAMistake, 0));
        assert!(matches!(
            book.decide(id, Decision::DealtWith, Timestamp::from_millis(9)),
            Err(Error::Refused(_))
        ));
        book.decide(id, Decision::Reopen, Timestamp::from_millis(9))
            .unwrap();
        book.decide(id, Decision::DealtWith, Timestamp::from_millis(10))
            .unwrap();
        assert_eq!(state(&book), (State::Done, 0));
        assert!(matches!(
            book.decide(
                IncidentId::from(99),
                Decision::DealtWith,
                Timestamp::from_millis(9)
            ),
            Err(Error::Unknown(99))
        ));
    }

    #[test]
    fn the_search_finds_addresses_and_subjects_and_takes_signs_literally() {
        let (mut book, account) = book();
        for (uid, to) in [(1, "john@army.ml"), (2, "jane@army.ml")] {
            book.record(&sighting(account, 1, uid, to, uid)).unwrap();
        }
        for (search, found) in [
            ("", 2),
            ("JOHN", 1),
            ("army.mil", 2),
            ("plan 2", 1),
            ("%", 0),
            ("_", 0),
            ("nobody", 0),
        ] {
            assert_eq!(book.history(search, 10).unwrap().len(), found, "{search}");
        }
    }

    #[test]
    fn events_are_kept_and_a_changed_one_shows() {
        let (mut book, account) = book();
        let id = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap()[0];
        book.mark_opened(id, Timestamp::from_millis(6)).unwrap();
        book.mark_opened(id, Timestamp::from_millis(7)).unwrap();
        assert_eq!(book.events(id).unwrap().len(), 2);
        assert_eq!(book.verify().unwrap(), Ok(()));
        for sql in ["UPDATE incident_events SET at = 0", "DELETE FROM incident_events"] {
            assert!(book.connection.execute(sql, []).is_err(), "{sql}");
        }
        book.connection
            .execute_batch(
                "DROP TRIGGER incident_events_are_kept; UPDATE incident_events SET at = 0 WHERE seq = 2",
            )
            .unwrap();
        assert_eq!(
            book.verify().unwrap(),
            Err(crate::Tampered {
                incident: id.value(),
                seq: 2
            })
        );
    }

    #[test]
    fn a_removed_account_leaves_its_incidents() {
        let (mut book, account) = book();
        let id = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap()[0];
        book.remove_account(account, Timestamp::from_millis(9)).unwrap();
        assert_eq!(book.accounts().unwrap().len(), 0);
        assert_eq!(
            book.incident(id).unwrap().unwrap().account_address.to_string(),
            "a.clerk@acme.example"
        );
        assert!(book.remove_account(account, Timestamp::from_millis(9)).is_err());
    }
}
