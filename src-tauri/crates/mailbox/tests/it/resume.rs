//! Going on where the cursor is: what is read again, what is new, and what has vanished.

use astray_mailbox::{Cursor, Event, Known, Start, UidValidity, catch_up_once};

use crate::server::{FIELDS, SIGNED_IN, Server, examined, fetched, message, password, short, uids};

const LOGOUT: &str = "C: a7 LOGOUT\nS: * BYE\nS: a7 OK bye";

pub(crate) fn cursor(uid_validity: u32, last_uid: u32) -> Cursor {
    Cursor {
        uid_validity: UidValidity::new(uid_validity).unwrap(),
        last_uid,
    }
}

/// The mailbox for sent mail as it was looked at in an earlier session.
pub(crate) fn looked_at(mailbox: &str, id: Option<&str>, cursor: Cursor) -> Known {
    Known {
        mailbox: mailbox.to_owned(),
        id: id.map(str::to_owned),
        cursor,
        is_sent: true,
    }
}

pub(crate) fn last_cursor(events: &[Event]) -> Option<Cursor> {
    let batches = events.iter().filter_map(|event| {
        if let Event::Batch(batch) = event {
            Some(batch)
        } else {
            None
        }
    });
    batches.map(|batch| batch.cursor).next_back()
}

/// The events of a session that begins with that cursor.
fn resumed(server: &Server, known: Cursor) -> Vec<Event> {
    let start = Start {
        known: vec![
            looked_at("Sent Items", None, known),
            looked_at("Sent", None, cursor(7, 99)),
        ],
        ..Start::default()
    };
    let mut events = Vec::new();
    catch_up_once(&server.account(), &password(), start, &short(), |event| {
        events.push(event);
        true
    })
    .unwrap();
    events
}

fn vanished(events: &[Event]) -> u32 {
    let batches = events.iter().map(|event| {
        if let Event::Batch(batch) = event {
            batch.vanished
        } else {
            0
        }
    });
    batches.sum()
}

#[test]
fn begins_above_the_cursor_and_looks_at_the_last_ones_again() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{}\nC: a8 LOGOUT\nS: a8 OK bye",
        examined("a5", 250, 252),
        fetched("a6", 51..=250),
        fetched("a7", 251..=251)
    )]);
    let events = resumed(&server, cursor(7, 250));
    assert_eq!(uids(&events), (51..=251).collect::<Vec<_>>());
    assert_eq!(last_cursor(&events), Some(cursor(7, 251)));
    assert_eq!(vanished(&events), 0);
    server.finish();
}

#[test]
fn another_numbering_is_read_from_its_start() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{LOGOUT}",
        examined("a5", 3, 4),
        fetched("a6", 1..=3)
    )]);
    let events = resumed(&server, cursor(6, 2));
    assert_eq!(uids(&events), [1, 2, 3]);
    assert_eq!(last_cursor(&events), Some(cursor(7, 3)));
    server.finish();
}

#[test]
fn messages_that_came_and_went_are_counted_but_not_those_before_the_first_look() {
    for (known, first, expected) in [(cursor(7, 2), 3, 3), (cursor(6, 2), 1, 0)] {
        let again = match known.uid_validity.get() {
            7 => format!("\n{}", fetched("a6", 1..=2)),
            _ => String::new(),
        };
        let (tag, last) = if again.is_empty() {
            ("a6", "a7")
        } else {
            ("a7", "a8")
        };
        let read = format!(
            "C: {tag} UID FETCH {first}:6 {FIELDS}\n{}S: {tag} OK done",
            message(4)
        );
        let server = Server::tls(&[&format!(
            "{SIGNED_IN}\n{}{again}\n{read}\nC: {last} LOGOUT\nS: {last} OK bye",
            examined("a5", 3, 7)
        )]);
        let events = resumed(&server, known);
        assert_eq!(vanished(&events), expected, "{known:?}");
        server.finish();
    }
}

#[test]
fn a_known_message_that_cannot_be_read_costs_one_more_session_and_no_search() {
    let broken = "S: * 2 FETCH (UID 2 INTERNALDATE NIL BODY[HEADER.FIELDS (TO)] NIL)";
    let opened = format!("{SIGNED_IN}\n{}", examined("a5", 3, 4));
    let server = Server::tls(&[
        &format!("{opened}\nC: a6 UID FETCH 1:2 {FIELDS}\n{broken}\nHOLD"),
        &format!("{opened}\n{}\n{LOGOUT}", fetched("a6", 3..=3)),
    ]);
    assert_eq!(uids(&resumed(&server, cursor(7, 2))), [3]);
    server.finish();
}

#[test]
fn messages_that_were_not_asked_for_are_not_taken() {
    let answer = format!(
        "C: a7 UID FETCH 3:3 {FIELDS}\n{}{}S: * 9 FETCH (FLAGS (\\Seen))\nS: * 4 EXISTS\nS: a7 OK done",
        message(2),
        message(3)
    );
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{answer}\n{}\nC: a9 LOGOUT\nS: a9 OK bye",
        examined("a5", 3, 4),
        fetched("a6", 1..=2),
        examined("a8", 4, 4)
    )]);
    assert_eq!(uids(&resumed(&server, cursor(7, 2))), [1, 2, 3]);
    server.finish();
}
