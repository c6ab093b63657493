//! Recording what was seen: incidents, their first events, alerts, correspondents and the cursor, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use lookalike::{Lookalike, Severity};
use mailbox::{Cursor, Uid};
use message::{Address, Recipient, SentMessage, Timestamp};
use rusqlite::{Connection, params};

use crate::{
    AccountId, Casebook, Error, Facts, IncidentId,
    table::{alerts, correspondents, cursors, events, incidents, letters, unchecked},
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
    /// The recipients that are lookalikes. All others are fine.
    pub lookalikes: Vec<(Recipient, Lookalike)>,
}

impl Judged {
    /// The recipients that are fine, each once.
    fn fine(&self) -> Vec<&Address> {
        let lookalikes: BTreeSet<&Address> =
            self.lookalikes.iter().map(|(found, _)| &found.address).collect();
        let addresses = self.message.recipients.iter().map(|recipient| &recipient.address);
        let mut fine: Vec<&Address> = addresses
            .filter(|address| !lookalikes.contains(address))
            .collect();
        fine.sort_unstable();
        fine.dedup();
        fine
    }
}

/// What was seen in a mailbox, and the cursor past it.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// Whose mailbox.
    pub account: AccountId,
    /// Its name as the server gives it.
    pub mailbox: String,
    /// What the server knows it by, whatever its name; none where it does not tell.
    pub mailbox_id: Option<String>,
    /// Whether it is the account's mailbox for sent mail.
    pub is_sent: bool,
    /// The cursor past all of `judged`.
    pub cursor: Cursor,
    /// The messages.
    pub judged: Vec<Judged>,
    /// Messages that came and were gone before they could be judged.
    pub vanished: u32,
    /// Messages beside `judged` that were first met here, and had been judged already: one message may lie in a mailbox twice.
    pub copies: u32,
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
        let mut correspondents: BTreeMap<&Address, u32> = BTreeMap::new();
        let first = first_sights(&transaction, sighting)?;
        let (checked, copies) = (
            i64::try_from(first.len()).unwrap_or(i64::MAX),
            sighting.judged.len().saturating_sub(first.len()),
        );
        for judged in first {
            for address in judged.fine() {
                let sent = correspondents.entry(address).or_default();
                *sent = sent.saturating_add(1);
            }
            match incident(&transaction, sighting, judged)? {
                Some(id) => new.push(id),
                None => unchecked::add(
                    &transaction,
                    (sighting.account, &sighting.mailbox),
                    judged,
                    sighting.at,
                )?,
            }
        }
        for (address, sent) in correspondents {
            correspondents::count(&transaction, address, sent)?;
        }
        // Before an account was once caught up with, a gap is what years of deleting have left.
        let sql = "UPDATE accounts SET checked = checked + ?2, copies = copies + ?3, \
                   vanished = vanished + iif(last_checked_at > 0, ?4, 0) WHERE id = ?1";
        let id = sighting.account.value();
        transaction.execute(
            sql,
            params![
                id,
                checked,
                i64::try_from(copies)
                    .unwrap_or(i64::MAX)
                    .saturating_add(i64::from(sighting.copies)),
                sighting.vanished
            ],
        )?;
        cursors::put(&transaction, sighting)?;
        transaction.commit()?;
        Ok(new)
    }
}

/// Those of the messages that were never judged before, in their order.
fn first_sights<'a>(connection: &Connection, sighting: &'a Sighting) -> Result<Vec<&'a Judged>, Error> {
    let sql = "INSERT INTO judged (account_id, message_key) VALUES (?1, ?2) ON CONFLICT (account_id, message_key) DO NOTHING";
    let mut statement = connection.prepare_cached(sql)?;
    // In the order of their keys neighbours are written together: many times as fast as here and there.
    let mut by_key: Vec<(usize, &Judged)> = sighting.judged.iter().enumerate().collect();
    by_key.sort_by_key(|(_, judged)| judged.message.key);
    let mut first = Vec::with_capacity(by_key.len());
    for (place, judged) in by_key {
        let key = judged.message.key.as_bytes();
        if statement.execute(params![sighting.account.value(), key])? > 0 {
            first.push((place, judged));
        }
    }
    first.sort_unstable_by_key(|(place, _)| *place);
    Ok(first.into_iter().map(|(_, judged)| judged).collect())
}

fn incident(
    connection: &Connection,
    sighting: &Sighting,
    judged: &Judged,
) -> Result<Option<IncidentId>, Error> {
    // A request to delete goes to the wrong address on purpose.
    if let Some(id) = &judged.message.message_id
        && letters::is_known(connection, id)?
    {
        return Ok(None);
    }
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
    events::begin(connection, id, &facts, sighting.at)?;
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
pub(crate) mod tests {
    use lookalike::{Reference, Verdict, judge};
    use mailbox::{Account, Host, Security, UidValidity, UserName};
    use message::Domain;

    use super::*;
    use crate::{
        Became, Bounce, Decision, Delivery, EventKind, Fate, Intent, Letter, Marked, NewAccount, Note,
        SignIn, State, Tampered, TrustScope, Unchecked, WatchNote, WatchState, Way,
    };

    #[test]
    fn a_letter_of_an_incident_is_none_itself() {
        let (mut book, account) = book();
        let [incident] = recorded(&mut book, ["stray"]);
        let at = Timestamp::from_millis(9);
        let message_id = message::MessageId::parse("request@acme.example").unwrap();
        let intent = Intent {
            letter: Letter::Recall,
            way: Way::Send,
            message_id: message_id.clone(),
            to: vec![Address::parse("john@army.ml").unwrap()],
            kept: None,
        };
        book.decide(incident, Decision::Confirmed, at).unwrap();
        book.decide(incident, Decision::Marked(Marked::No), at).unwrap();
        book.intend_letter(incident, &intent, Some(b"letter"), at)
            .unwrap();
        let mut seen = sighting(account, 1, 7, "john@army.ml", 7);
        seen.judged[0].message.message_id = Some(message_id);
        assert_eq!(book.record(&seen).unwrap(), []);
    }

    /// Records an incident of each subject, for other tests.
    pub(crate) fn recorded<const N: usize>(book: &mut Casebook, subjects: [&str; N]) -> [IncidentId; N] {
        let account = account(book);
        let mut number = 0;
        subjects.map(|subject| {
            number += 1;
            let mut seen = sighting(account, 1, number, "john@army.ml", number);
            seen.judged[0].message.subject = message::HeaderText::clean(subject);
            book.record(&seen).unwrap()[0]
        })
    }

    fn book() -> (Casebook, AccountId) {
        let mut book = Casebook::in_memory().unwrap();
        let id = account(&mut book);
        (book, id)
    }

    fn account(book: &mut Casebook) -> AccountId {
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
            sign_in: SignIn::Password,
        };
        book.add_account(&new, Timestamp::from_millis(1)).unwrap()
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
        };
        for recipient in judged.message.recipients.clone() {
            if let Verdict::Lookalike(lookalike) = judge(&recipient.address, &reference) {
                judged.lookalikes.push((recipient, lookalike));
            }
        }
        let cursor = Cursor {
            uid_validity: UidValidity::new(uid_validity).unwrap(),
            last_uid: uid,
        };
        Sighting {
            account,
            mailbox: "Sent".into(),
            mailbox_id: None,
            is_sent: true,
            cursor,
            judged: vec![judged],
            vanished: 0,
            copies: 0,
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
        let cursor = book.cursors(account).unwrap()[0].cursor;
        assert_eq!((cursor.uid_validity.get(), cursor.last_uid), (2, 1));
    }

    #[test]
    fn the_mailbox_that_was_looked_at_last_comes_first_whatever_the_clock_says() {
        let (mut book, account) = book();
        for (mailbox, id, is_sent, at) in [
            ("Old", "F1", true, 9),
            ("Team", "F3", false, 5),
            ("Sent", "F2", true, 2),
        ] {
            let seen = Sighting {
                mailbox: mailbox.into(),
                mailbox_id: Some(id.into()),
                is_sent,
                at: Timestamp::from_millis(at),
                ..sighting(account, 1, 1, "a@x.example", 1)
            };
            book.record(&seen).unwrap();
        }
        let known = book.cursors(account).unwrap();
        let names: Vec<_> = known
            .iter()
            .map(|known| (known.mailbox.as_str(), known.id.as_deref(), known.is_sent))
            .collect();
        assert_eq!(
            names,
            [
                ("Sent", Some("F2"), true),
                ("Team", Some("F3"), false),
                ("Old", Some("F1"), true)
            ]
        );
        let shown = |book: &Casebook| book.watch_notes().unwrap()[0].sent_mailbox.clone();
        assert_eq!(shown(&book).as_deref(), Some("Sent"));
        let team = Sighting {
            mailbox: "Team".into(),
            is_sent: false,
            ..sighting(account, 1, 2, "a@x.example", 2)
        };
        book.record(&team).unwrap();
        assert_eq!(shown(&book).as_deref(), Some("Sent"));
    }

    #[test]
    fn mailboxes_that_are_also_watched_are_those_that_were_named_last() {
        let (mut book, account) = book();
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        for wanted in [
            names(&["Shared/Sales/Sent", "Alias"]),
            names(&["Team", "Team"]),
            names(&[]),
        ] {
            book.also_watch(account, &wanted).unwrap();
            let mut expected = wanted.clone();
            expected.sort();
            expected.dedup();
            assert_eq!(book.account(account).unwrap().unwrap().also_watch, expected);
            assert_eq!(book.watch_notes().unwrap()[0].account.also_watch, expected);
        }
    }

    #[test]
    fn the_counts_add_up_to_what_was_seen() {
        let (mut book, account) = book();
        let all = [
            (1, "a@army.mil", 1),
            (2, "john@army.ml", 2),
            (3, "john", 3),
            (4, "a@army.mil", 1),
        ];
        for (uid, to, id) in all {
            book.record(&sighting(account, 1, uid, to, id)).unwrap();
        }
        let note = &book.watch_notes().unwrap()[0];
        assert_eq!((note.checked, note.copies, note.incidents), (3, 1, 1));
        assert_eq!(note.fine(), 1);
    }

    #[test]
    fn what_could_not_be_checked_is_counted_once_and_by_its_kind() {
        let (mut book, account) = book();
        let recordings = [
            (1, "john", 1),
            (2, "john", 1),
            (3, "jane", 2),
            (4, "john@army.ml, jane", 3),
        ];
        for (uid, to, id) in recordings {
            book.record(&sighting(account, 1, uid, to, id)).unwrap();
        }
        let note = &book.watch_notes().unwrap()[0];
        let expected = Unchecked {
            messages: 0,
            recipients: 2,
        }; // the third is an incident
        assert_eq!((note.unchecked, note.checked), (expected, 3));
        assert_eq!(book.history("", 10).unwrap().len(), 1);
    }

    #[test]
    fn messages_that_vanished_count_once_the_account_was_caught_up_with() {
        let (mut book, account) = book();
        let mut seen = sighting(account, 1, 9, "a@x.example", 1);
        seen.vanished = 3;
        book.record(&seen).unwrap();
        assert_eq!(book.watch_notes().unwrap()[0].vanished, 0);
        let note = WatchNote {
            state: WatchState::Watching,
            trouble: None,
            at: Timestamp::from_millis(6),
        };
        book.note_watch(account, &note).unwrap();
        book.record(&seen).unwrap();
        assert_eq!(book.watch_notes().unwrap()[0].vanished, 3);
    }

    #[test]
    fn judged_messages_are_known_again_under_any_uid() {
        let (mut book, account) = book();
        let fetched = |seen: &Sighting| mailbox::Fetched {
            uid: Uid::new(99).unwrap(),
            received_at: None,
            message: seen.judged[0].message.clone(),
        };
        let (old, new) = (
            sighting(account, 1, 1, "a@x.example", 1),
            sighting(account, 1, 2, "a@x.example", 2),
        );
        book.record(&old).unwrap();
        let unjudged = book
            .unjudged(account, vec![fetched(&old), fetched(&new)])
            .unwrap();
        assert_eq!(unjudged, [fetched(&new)]);
    }

    #[test]
    fn refused_sign_ins_are_counted_until_the_account_is_changed() {
        let (mut book, account) = book();
        for at in [10, 20, 30] {
            book.note_refused_sign_in(account, Timestamp::from_millis(at))
                .unwrap();
        }
        let since = |book: &Casebook| {
            book.refused_sign_ins(account, Timestamp::from_millis(20))
                .unwrap()
        };
        assert_eq!(since(&book), [20, 30].map(Timestamp::from_millis));
        let row = book.account(account).unwrap().unwrap();
        let same = NewAccount {
            address: row.address,
            account: row.account,
            sign_in: SignIn::Provider("Example Post".to_owned()),
        };
        book.change_account(account, &same, Timestamp::from_millis(40))
            .unwrap();
        assert_eq!(since(&book), []);
        assert_eq!(book.account(account).unwrap().unwrap().sign_in, same.sign_in);
    }

    #[test]
    fn that_the_user_must_sign_in_again_is_news_once_until_they_did() {
        let (mut book, account) = book();
        let must = |book: &Casebook| book.watch_notes().unwrap()[0].must_sign_in;
        assert!(book.note_must_sign_in(account).unwrap() && must(&book));
        assert!(!book.note_must_sign_in(account).unwrap());
        for (state, expected) in [(WatchState::Trouble, true), (WatchState::Watching, false)] {
            let note = WatchNote {
                state,
                trouble: None,
                at: Timestamp::from_millis(5),
            };
            book.note_watch(account, &note).unwrap();
            assert_eq!(must(&book), expected);
        }
        assert!(book.note_must_sign_in(account).unwrap());
        book.note_signed_in(account).unwrap();
        assert!(!must(&book) && book.note_must_sign_in(account).unwrap());
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
            .map(|event| event.kind.clone())
            .collect();
        assert_eq!(events, [EventKind::Noticed, EventKind::Told]);
    }

    #[test]
    fn an_alert_waits_until_the_user_decides() {
        let (mut book, account) = book();
        let mut new = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap();
        new.extend(book.record(&sighting(account, 1, 2, "jane@army.ml", 2)).unwrap());
        book.mark_told(&new[..1], Timestamp::from_millis(6)).unwrap();
        let waiting = |book: &Casebook| -> Vec<_> {
            let alerts = book
                .waiting_alerts(&[new[1], new[0], IncidentId::from(99)])
                .unwrap();
            alerts.iter().map(|alert| alert.incident).collect()
        };
        assert_eq!(waiting(&book), new);
        let right = Decision::ItsRight(TrustScope::Once);
        book.decide(new[0], right, Timestamp::from_millis(8)).unwrap();
        assert_eq!(waiting(&book), new[1..]);
    }

    #[test]
    fn an_alert_that_is_passed_over_is_not_due_and_nobody_was_told() {
        let (mut book, account) = book();
        let new = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap();
        book.pass_over(&new, Timestamp::from_millis(6)).unwrap();
        book.mark_told(&new, Timestamp::from_millis(7)).unwrap();
        assert_eq!(book.untold_alerts().unwrap(), []);
        assert_eq!(book.incident(new[0]).unwrap().unwrap().events.len(), 1);
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
        book.decide(id, Decision::Reopened, Timestamp::from_millis(9))
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
            ("2 jane  MIL", 1), // every word, in any order
            ("jane john", 0),
            ("%", 0),
            ("_", 0),
            ("nobody", 0),
        ] {
            assert_eq!(book.history(search, 10).unwrap().len(), found, "{search}");
            assert_eq!(
                book.index(search, Timestamp::from_millis(9)).unwrap().len(),
                found,
                "{search}"
            );
        }
    }

    #[test]
    fn the_index_says_how_each_incident_stands_and_the_lines_come_as_asked() {
        let (mut book, account) = book();
        for (uid, to) in [(1, "john@army.ml"), (2, "jane@mail.army.ml"), (3, "a@army.mil")] {
            book.record(&sighting(account, 1, uid, to, uid)).unwrap();
        }
        let ids: Vec<_> = book
            .index("", Timestamp::from_millis(9))
            .unwrap()
            .iter()
            .map(|item| item.id)
            .collect();
        book.decide(ids[0], Decision::DealtWith, Timestamp::from_millis(8))
            .unwrap();
        let index = book.index("", Timestamp::from_millis(9)).unwrap();
        let stands: Vec<_> = index
            .iter()
            .map(|item| (item.state, item.domain.as_str(), item.account))
            .collect();
        assert_eq!(
            stands,
            [
                (State::Done, "mail.army.ml", account),
                (State::NeedsYou, "army.ml", account)
            ]
        );
        let asked = [ids[1], IncidentId::from(99), ids[0]];
        let lines = book.history_items(&asked).unwrap();
        assert_eq!(
            lines.iter().map(|item| item.id).collect::<Vec<_>>(),
            [ids[1], ids[0]]
        );
        let accounts = book.accounts_with_incidents().unwrap();
        assert_eq!(accounts.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [account]);
    }

    #[test]
    fn a_message_is_bounced_when_every_lookalike_recipient_returned_it() {
        let (mut book, account) = book();
        let now = Timestamp::from_millis(9);
        let mut check = |uid, to: &str, returned: &[(&str, Delivery)]| {
            let id = book.record(&sighting(account, 1, uid, to, 1)).unwrap()[0];
            for (recipient, expected) in returned {
                let bounce = Bounce {
                    recipient: Address::parse(recipient).unwrap(),
                    status: Note::new("5.1.1"),
                };
                book.note_bounce(id, bounce, now).unwrap();
                let index = book.index("", now).unwrap();
                let indexed = index.iter().find(|item| item.id == id).unwrap();
                assert_eq!(indexed.delivery, *expected, "{to}: {recipient}");
                let item = book.history_item(id).unwrap().unwrap();
                assert_eq!(item.delivery(now), *expected, "{to}: {recipient}");
            }
        };
        let of_two = [
            ("a@army.mil", Delivery::Unknown),
            ("john@army.ml", Delivery::Unknown),
            ("jane@army.ml", Delivery::Bounced),
        ];
        check(1, "john@army.ml, Jane@army.ml, a@army.mil", &of_two);
        let of_one = [
            ("a@army.mil", Delivery::Unknown),
            ("jane@army.ml", Delivery::Bounced),
        ];
        check(2, "Jane@army.ml, a@army.mil", &of_one);
    }

    #[test]
    fn events_are_kept_and_a_changed_one_shows() {
        let (mut book, account) = book();
        let id = book.record(&sighting(account, 1, 1, "john@army.ml", 1)).unwrap()[0];
        book.mark_opened(id, Timestamp::from_millis(6)).unwrap();
        book.mark_opened(id, Timestamp::from_millis(7)).unwrap();
        assert_eq!(book.incident(id).unwrap().unwrap().events.len(), 2);
        assert_eq!(book.verify().unwrap(), []);
        for sql in [
            "UPDATE incident_events SET at = 0",
            "DELETE FROM incident_events",
            "UPDATE incidents SET subject = ''",
        ] {
            assert!(book.connection.execute(sql, []).is_err(), "{sql}");
        }
        let changed = |sql: &str, expected: Tampered| {
            book.connection.execute_batch("SAVEPOINT before").unwrap();
            book.connection.execute_batch(sql).unwrap();
            assert_eq!(book.verify().unwrap(), [expected], "{sql}");
            book.connection.execute_batch("ROLLBACK TO before").unwrap();
        };
        let incident = id.value();
        changed(
            "DROP TRIGGER incident_events_are_kept; UPDATE incident_events SET at = 0 WHERE seq = 2",
            Tampered::Event { incident, seq: 2 },
        );
        changed(
            "DROP TRIGGER incident_events_stay; DELETE FROM incident_events WHERE seq = 1",
            Tampered::Event { incident, seq: 2 },
        );
        changed(
            "DROP TRIGGER incident_events_stay; DELETE FROM incident_events WHERE seq = 2",
            Tampered::End { incident },
        );
        for column in [
            "subject = 'x'",
            "address = 'x@y.example'",
            "severity = 'low'",
            "lookalike_of = 'x.example'",
        ] {
            changed(
                &format!("DROP TRIGGER incidents_are_kept; UPDATE incidents SET {column}"),
                Tampered::Row { incident },
            );
        }
    }

    #[test]
    fn a_letter_is_kept_and_a_changed_one_shows() {
        let mut book = Casebook::in_memory().unwrap();
        let [id] = recorded(&mut book, ["Plan"]);
        let now = Timestamp::from_millis(9);
        let message_id = message::MessageId::parse("r@acme.example").unwrap();
        let intent = Intent {
            letter: Letter::Recall,
            way: Way::Send,
            message_id: message_id.clone(),
            to: vec![Address::parse("john@army.ml").unwrap()],
            kept: None,
        };
        let early = book.intend_letter(id, &intent, Some(b"Subject: x\r\n\r\n"), now);
        assert!(
            matches!(early, Err(Error::Refused(_))),
            "it is not said to be a mistake"
        );
        assert_eq!(
            book.letter(id, &message_id).unwrap(),
            None,
            "nothing is kept of what was refused"
        );
        book.decide(id, Decision::Confirmed, now).unwrap();
        book.intend_letter(id, &intent, Some(b"Subject: x\r\n\r\n"), now)
            .unwrap();
        let sent = Became {
            message_id: message_id.clone(),
            fate: Fate::Sent,
        };
        book.letter_became(id, sent, now).unwrap();
        book.letter_filed(id, message_id.clone(), now).unwrap();
        let letter = &book.incident(id).unwrap().unwrap().progress.letters[0];
        assert_eq!((letter.went_at(), letter.filed.is_some()), (Some(now), true));
        let kept = book.letter(id, &message_id).unwrap();
        assert_eq!(kept.as_deref(), Some(&b"Subject: x\r\n\r\n"[..]));
        assert_eq!(book.verify().unwrap(), []);
        for sql in [
            "DROP TRIGGER letters_are_kept; UPDATE letters SET eml = X'00'",
            "DROP TRIGGER letters_stay; DELETE FROM letters",
        ] {
            book.connection.execute_batch("SAVEPOINT before").unwrap();
            book.connection.execute_batch(sql).unwrap();
            let expected = Tampered::Letter {
                incident: id.value(),
                message_id: "r@acme.example".into(),
            };
            assert_eq!(book.verify().unwrap(), [expected], "{sql}");
            book.connection.execute_batch("ROLLBACK TO before").unwrap();
        }
    }

    #[test]
    fn decisions_are_taken_back_with_what_rests_on_them_and_bounces_are_noted_once() {
        let mut book = Casebook::in_memory().unwrap();
        let [id] = recorded(&mut book, ["Plan"]);
        let now = Timestamp::from_millis(9);
        for decision in [Decision::Confirmed, Decision::Marked(Marked::No)] {
            book.decide(id, decision, now).unwrap();
        }
        let bounce = Bounce {
            recipient: Address::parse("john@army.ml").unwrap(),
            status: Note::new("5.1.1"),
        };
        assert!(book.note_bounce(id, bounce.clone(), now).unwrap());
        assert!(!book.note_bounce(id, bounce, now).unwrap());
        let confirmed = book
            .incident(id)
            .unwrap()
            .unwrap()
            .progress
            .confirmed
            .unwrap()
            .seq;
        assert!(book.incident(id).unwrap().unwrap().can_take_back(confirmed));
        book.take_back(id, confirmed, now).unwrap();
        let incident = book.incident(id).unwrap().unwrap();
        assert_eq!(
            (incident.state, incident.progress.marked),
            (State::NeedsYou, None)
        );
        assert_eq!(incident.progress.bounces.len(), 1);
        assert!(matches!(
            book.take_back(id, confirmed, now),
            Err(Error::Refused(_))
        ));
        assert!(matches!(
            book.take_back(IncidentId::from(99), 1, now),
            Err(Error::Unknown(99))
        ));
        assert_eq!(book.verify().unwrap(), []);
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
