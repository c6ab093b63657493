//! Which mailbox is the one for sent mail: followed by its special use and by its identity.

use std::time::Duration;

use astray_mailbox::{Error, Event, Limits, Start, catch_up_once};

use crate::{
    resume::{cursor, looked_at},
    server::{SIGNED_IN, Server, fetched, password, short},
    wait::{next, watch},
};

/// A sign-in to a server with identities, that lists these mailboxes: commands a1 to a4.
pub(crate) fn listing(mailboxes: &str) -> String {
    let mut script = SIGNED_IN.replace("IMAP4rev1 IDLE\nS: a3", "IMAP4rev1 IDLE OBJECTID\nS: a3");
    let start = script.find("S: * LIST").unwrap();
    script.truncate(start);
    for mailbox in mailboxes.split_whitespace() {
        let (name, attribute) = mailbox.split_once('|').unwrap_or((mailbox, ""));
        script.push_str(&format!("S: * LIST ({attribute}) \"/\" {name}\n"));
    }
    script + "S: a4 OK done"
}

fn status(tag: &str, mailbox: &str, id: &str) -> String {
    format!(
        "C: {tag} STATUS \"{mailbox}\" (MAILBOXID)\nS: * STATUS {mailbox} (MAILBOXID ({id}))\nS: {tag} OK done"
    )
}

pub(crate) fn opened(tag: &str, mailbox: &str, validity: u32, uid_next: u32) -> String {
    format!(
        "C: {tag} EXAMINE \"{mailbox}\"\nS: * 1 EXISTS\nS: * OK [UIDVALIDITY {validity}] fine\nS: * OK [UIDNEXT {uid_next}] fine\nS: * OK [MAILBOXID (Fx)] fine\nS: {tag} OK done"
    )
}

pub(crate) fn left(tag: &str) -> String {
    format!("C: {tag} LOGOUT\nS: {tag} OK bye")
}

/// Catches up where `Sent` of identity F1 was looked at up to UID 2, and checks what is read: mailbox, identity, UIDs.
fn check(script: &[String], expected: &[(&str, Option<&str>, &[u32])]) {
    let server = Server::tls(&[&script.join("\n")]);
    let start = Start {
        known: vec![looked_at("Sent", Some("F1"), cursor(7, 2))],
        ..Start::default()
    };
    let mut seen = Vec::new();
    let mut take = |event| {
        if let Event::Batch(batch) = event {
            let uids: Vec<u32> = batch.messages.iter().map(|message| message.uid.get()).collect();
            seen.push((batch.mailbox, batch.id, uids));
        }
        true
    };
    catch_up_once(&server.account(), &password(), start, &short(), &mut take).unwrap();
    let seen: Vec<_> = seen
        .iter()
        .map(|(mailbox, id, uids)| (mailbox.as_str(), id.as_deref(), uids.as_slice()))
        .collect();
    assert_eq!(seen, expected, "{script:#?}");
    server.finish();
}

#[test]
fn a_renamed_mailbox_that_keeps_its_use_goes_on_where_it_was() {
    check(
        &[
            listing("INBOX Outbox|\\Sent"),
            status("a5", "Outbox", "F1"),
            opened("a6", "Outbox", 7, 4),
            fetched("a7", 1..=2),
            fetched("a8", 3..=3),
            left("a9"),
        ],
        &[("Outbox", Some("F1"), &[1, 2]), ("Outbox", Some("F1"), &[3])],
    );
}

#[test]
fn what_was_left_in_a_mailbox_that_another_took_the_name_of_is_read() {
    check(
        &[
            listing("INBOX Old Sent|\\Sent"),
            status("a5", "Sent", "F2"),
            status("a6", "INBOX", "F0"),
            status("a7", "Old", "F1"),
            opened("a8", "Sent", 9, 2),
            opened("a9", "Old", 7, 4),
            fetched("a10", 1..=2),
            fetched("a11", 3..=3),
            opened("a12", "Sent", 9, 2),
            fetched("a13", 1..=1),
            left("a14"),
        ],
        &[
            ("Old", Some("F1"), &[1, 2]),
            ("Old", Some("F1"), &[3]),
            ("Sent", Some("F2"), &[1]),
        ],
    );
}

#[test]
fn a_mailbox_that_lost_its_use_to_none_is_followed_by_its_identity() {
    check(
        &[
            listing("INBOX Old"),
            status("a5", "INBOX", "F0"),
            status("a6", "Old", "F1"),
            opened("a7", "Old", 7, 3),
            fetched("a8", 1..=2),
            left("a9"),
        ],
        &[("Old", Some("F1"), &[1, 2])],
    );
}

#[test]
fn a_predecessor_that_cannot_be_opened_hinders_nothing() {
    check(
        &[
            listing("Old Sent|\\Sent"),
            status("a5", "Sent", "F2"),
            status("a6", "Old", "F1"),
            opened("a7", "Sent", 9, 2),
            "C: a8 EXAMINE \"Old\"\nS: a8 NO [NOPERM] no".to_owned(),
            opened("a9", "Sent", 9, 2),
            fetched("a10", 1..=1),
            left("a11"),
        ],
        &[("Sent", Some("F2"), &[1])],
    );
}

#[test]
fn a_mailbox_that_is_gone_with_its_identity_is_told() {
    let server = Server::tls(&[&format!(
        "{}\n{}\nHOLD",
        listing("INBOX"),
        status("a5", "INBOX", "F0")
    )]);
    let start = Start {
        known: vec![looked_at("Sent", Some("F1"), cursor(7, 2))],
        ..Start::default()
    };
    let ended = catch_up_once(&server.account(), &password(), start, &short(), |_| true);
    assert!(matches!(ended, Err(Error::NoSentMailbox { .. })), "{ended:?}");
    server.finish();
}

#[test]
fn a_mailbox_that_was_replaced_in_the_wait_is_noticed_by_the_next_look() {
    let idle = |tag: &str| format!("C: {tag} IDLE\nS: + idling\nC: DONE\nS: {tag} OK done");
    let second = listing("Old Sent|\\Sent")
        .split_once("C: a4")
        .map(|(_, list)| format!("C: a4{list}").replace("a4", "a10"))
        .unwrap();
    let server = Server::tls(&[&[
        listing("Sent|\\Sent"),
        status("a5", "Sent", "F1"),
        opened("a6", "Sent", 7, 2),
        fetched("a7", 1..=1),
        idle("a8"),
        opened("a9", "Sent", 9, 1),
        second,
        status("a11", "Sent", "F2"),
        status("a12", "Old", "F1"),
        opened("a13", "Sent", 9, 1),
        opened("a14", "Old", 7, 3),
        fetched("a15", 2..=2),
        opened("a16", "Sent", 9, 1),
        "C: a17 IDLE".to_owned(),
    ]
    .join("\n")]);
    let limits = Limits {
        idle_for: Duration::from_millis(200),
        ..short()
    };
    let (_handle, events) = watch(&server, limits);
    let mut seen = Vec::new();
    loop {
        match next(&events) {
            Event::Batch(batch) => seen.extend(
                batch
                    .messages
                    .iter()
                    .map(|message| (batch.mailbox.clone(), message.uid.get())),
            ),
            Event::Ended(_) => break,
            Event::SignedIn { .. } | Event::CaughtUp | Event::CaughtUpExcept(_) => {}
        }
    }
    assert_eq!(seen, [("Sent".to_owned(), 1), ("Old".to_owned(), 2)]);
    server.finish();
}

#[test]
fn without_identities_a_mailbox_that_lost_its_use_to_another_is_read_to_its_end() {
    let script = listing("Sent Outbox|\\Sent").replace(" OBJECTID", "");
    let open = |tag: &str, mailbox: &str, validity: u32, uid_next: u32| {
        opened(tag, mailbox, validity, uid_next).replace("S: * OK [MAILBOXID (Fx)] fine\n", "")
    };
    check(
        &[
            script.clone(),
            open("a5", "Outbox", 9, 2),
            open("a6", "Sent", 7, 4),
            fetched("a7", 1..=2),
            fetched("a8", 3..=3),
            open("a9", "Outbox", 9, 2),
            fetched("a10", 1..=1),
            left("a11"),
        ],
        &[
            ("Sent", Some("F1"), &[1, 2]),
            ("Sent", Some("F1"), &[3]),
            ("Outbox", None, &[1]),
        ],
    );
    // One of that name and of another numbering is another mailbox.
    check(
        &[
            script,
            open("a5", "Outbox", 9, 2),
            open("a6", "Sent", 8, 4),
            open("a7", "Outbox", 9, 2),
            fetched("a8", 1..=1),
            left("a9"),
        ],
        &[("Outbox", None, &[1])],
    );
}
