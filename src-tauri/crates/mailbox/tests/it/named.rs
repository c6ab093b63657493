//! Mailboxes that are watched beside the one for sent mail.

use astray_mailbox::{Event, Start, Watched, catch_up_once};

use crate::{
    locate::{left, listing, opened},
    server::{Server, fetched, password, short},
};

/// Looks once at mailboxes by their names; what was read, and what could not be opened.
fn named(script: &[String], names: &[&str]) -> (Vec<(String, u32)>, Option<String>) {
    let server = Server::tls(&[&script.join("\n")]);
    let start = Start {
        watched: Watched::Named(names.iter().map(|&name| name.to_owned()).collect()),
        ..Start::default()
    };
    let (mut seen, mut refused) = (Vec::new(), None);
    let take = |event| {
        match event {
            Event::Batch(batch) => {
                assert!(!batch.is_sent);
                seen.extend(
                    batch
                        .messages
                        .iter()
                        .map(|message| (batch.mailbox.clone(), message.uid.get())),
                );
            }
            Event::CaughtUpExcept(error) => refused = Some(error.to_string()),
            Event::SignedIn { .. } | Event::CaughtUp | Event::Ended(_) => {}
        }
        true
    };
    catch_up_once(&server.account(), &password(), start, &short(), take).unwrap();
    server.finish();
    (seen, refused)
}

#[test]
fn named_mailboxes_are_looked_at_in_turn() {
    let (seen, refused) = named(
        &[
            listing("Sent|\\Sent Shared/Sales/Sent Entw&APw-rfe"),
            opened("a5", "Shared/Sales/Sent", 7, 2),
            fetched("a6", 1..=1),
            opened("a7", "Entw&APw-rfe", 9, 2),
            fetched("a8", 1..=1),
            left("a9"),
        ],
        &["Shared/Sales/Sent", "Sent", "Entwürfe"],
    );
    assert_eq!(
        seen,
        [
            ("Shared/Sales/Sent".to_owned(), 1),
            ("Entw&APw-rfe".to_owned(), 1)
        ]
    );
    assert_eq!(refused, None);
}

#[test]
fn a_named_mailbox_that_cannot_be_opened_is_told_and_hinders_no_other() {
    let (seen, refused) = named(
        &[
            listing("Sent|\\Sent Team"),
            "C: a5 EXAMINE \"&BB4-\"\nS: a5 NO [NONEXISTENT] no such mailbox".to_owned(),
            opened("a6", "Team", 7, 2),
            fetched("a7", 1..=1),
            left("a8"),
        ],
        &["О", "Team"],
    );
    assert_eq!(seen, [("Team".to_owned(), 1)]);
    assert_eq!(
        refused.as_deref(),
        Some("localhost does not open the mailbox О; it said “no such mailbox”")
    );
}
