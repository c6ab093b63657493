//! Waiting: whatever happens while nobody looks, the next look finds it.

use std::{
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use astray_mailbox::{Event, Handle, Limits, Start, Waiting, spawn};

use crate::server::{SIGNED_IN, Server, examined, fetched, password, short};

/// Watches, and reports into a channel.
pub(crate) fn watch(server: &Server, limits: Limits) -> (Handle, Receiver<Event>) {
    let (sender, events) = mpsc::channel();
    let handle = spawn(
        server.account(),
        password(),
        Start::default(),
        limits,
        move |event| sender.send(event).is_ok(),
    );
    (handle, events)
}

pub(crate) fn next(events: &Receiver<Event>) -> Event {
    events.recv_timeout(Duration::from_secs(20)).unwrap()
}

/// The UIDs of the messages until the session ends, and how it ended.
fn all(events: &Receiver<Event>) -> (Vec<u32>, String) {
    let mut seen = Vec::new();
    loop {
        match next(events) {
            Event::Batch(batch) => seen.extend(batch.messages.iter().map(|message| message.uid.get())),
            Event::Ended(error) => return (seen, error.map_or_else(String::new, |error| error.to_string())),
            Event::SignedIn { .. } | Event::CaughtUp | Event::CaughtUpExcept(_) => {}
        }
    }
}

/// Signs in, finds one message, and waits; then this happens, and then the connection ends.
fn check(waiting: &str, expected: &[u32]) {
    let start = format!("{SIGNED_IN}\n{}\n{}", examined("a5", 1, 2), fetched("a6", 1..=1));
    let server = Server::tls(&[&format!("{start}\n{waiting}")]);
    let (handle, events) = watch(&server, short());
    let (seen, ended) = all(&events);
    assert_eq!(
        (&*seen, &*ended),
        (expected, "the connection to localhost was lost"),
        "{waiting}"
    );
    handle.stop();
    server.finish();
}

#[test]
fn news_ends_the_wait() {
    let found = format!("{}\n{}", examined("a8", 2, 3), fetched("a9", 2..=2));
    check(
        &format!("C: a7 IDLE\nS: + idling\nS: * 2 EXISTS\nC: DONE\nS: a7 OK done\n{found}\nC: a10 IDLE"),
        &[1, 2],
    );
}

#[test]
fn news_before_the_wait_begins_is_not_lost() {
    let found = format!("{}\n{}", examined("a8", 2, 3), fetched("a9", 2..=2));
    check(
        &format!("C: a7 IDLE\nS: * 2 EXISTS\nS: + idling\nC: DONE\nS: a7 OK done\n{found}\nC: a10 IDLE"),
        &[1, 2],
    );
}

#[test]
fn news_after_the_wait_has_ended_is_not_lost() {
    let found = format!("{}\n{}", examined("a8", 3, 4), fetched("a9", 2..=3));
    check(
        &format!(
            "C: a7 IDLE\nS: + idling\nS: * 2 EXISTS\nC: DONE\nS: * 3 EXISTS\nS: a7 OK done\n{found}\nC: a10 IDLE"
        ),
        &[1, 2, 3],
    );
}

#[test]
fn news_along_with_an_earlier_answer_is_not_lost() {
    let start = format!("{SIGNED_IN}\n{}", examined("a5", 1, 2));
    let first = fetched("a6", 1..=1).replace("S: a6 OK done", "JOINED a6 OK done|* 2 EXISTS");
    let found = format!("{}\n{}", examined("a8", 2, 3), fetched("a9", 2..=2));
    let server = Server::tls(&[&format!(
        "{start}\n{first}\nC: a7 IDLE\nS: + idling\nC: DONE\nS: a7 OK done\n{found}\nC: a10 IDLE"
    )]);
    let (_handle, events) = watch(&server, short());
    assert_eq!(all(&events).0, [1, 2]);
    server.finish();
}

#[test]
fn a_server_that_is_still_here_does_not_hold_the_wait() {
    let start = format!("{SIGNED_IN}\n{}\n{}", examined("a5", 1, 2), fetched("a6", 1..=1));
    let renewed = format!("C: DONE\nS: a7 OK done\n{}", examined("a8", 1, 2));
    let server = Server::tls(&[&format!(
        "{start}\nC: a7 IDLE\nS: + idling\nCHAT * OK Still here\n{renewed}"
    )]);
    let limits = Limits {
        idle_for: Duration::from_millis(400),
        command_for: Duration::from_secs(10),
        ..short()
    };
    let (_handle, events) = watch(&server, limits);
    assert_eq!(
        all(&events),
        (vec![1], "the connection to localhost was lost".to_owned())
    );
    server.finish();
}

#[test]
fn a_wait_that_ends_within_a_line_goes_on_with_its_rest() {
    let start = format!("{SIGNED_IN}\n{}\n{}", examined("a5", 1, 2), fetched("a6", 1..=1));
    let found = format!("{}\n{}", examined("a8", 2, 3), fetched("a9", 2..=2));
    let server = Server::tls(&[&format!(
        "{start}\nC: a7 IDLE\nS: + idling\nPART * 2 EX\nC: DONE\nS: ISTS\nS: a7 OK done\n{found}"
    )]);
    let (_handle, events) = watch(
        &server,
        Limits {
            idle_for: Duration::from_millis(300),
            ..short()
        },
    );
    assert_eq!(all(&events).0, [1, 2]);
    server.finish();
}

#[test]
fn idle_that_is_answered_at_once_ends_the_session() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 IDLE\nS: a6 OK done\nHOLD",
        examined("a5", 0, 1)
    )]);
    let (_handle, events) = watch(&server, short());
    let (_, ended) = all(&events);
    assert_eq!(
        ended,
        "localhost does not answer as an IMAP server must: it ended IDLE before it began"
    );
    server.finish();
}

#[test]
fn a_done_that_is_not_answered_is_cut_by_the_deadline() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 IDLE\nS: + idling\nS: * 1 EXISTS\nC: DONE\nHOLD",
        examined("a5", 0, 1)
    )]);
    let (_handle, events) = watch(&server, short());
    assert_eq!(
        all(&events).1,
        "localhost did not answer in time while waiting for sent mail"
    );
    server.finish();
}

#[test]
fn a_server_that_refuses_idle_is_polled() {
    let found = format!("{}\n{}", examined("a9", 1, 2), fetched("a10", 1..=1));
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 IDLE\nS: a6 NO not here\n{}\nC: a8 NOOP\nS: * 1 EXISTS\nS: a8 OK done\n{found}",
        examined("a5", 0, 1),
        examined("a7", 0, 1)
    )]);
    let (_handle, events) = watch(&server, short());
    assert_eq!(all(&events).0, [1]);
    server.finish();
}

#[test]
fn a_server_without_idle_is_polled() {
    let script = SIGNED_IN.replace("S: * CAPABILITY IMAP4rev1 IDLE\n", "S: * CAPABILITY IMAP4rev1\n");
    let noops = "C: a6 NOOP\nS: a6 OK done\nC: a7 NOOP\nS: * 1 EXISTS\nS: a7 OK done";
    let found = format!("{}\n{}", examined("a8", 1, 2), fetched("a9", 1..=1));
    let server = Server::tls(&[&format!("{script}\n{}\n{noops}\n{found}", examined("a5", 0, 1))]);
    let (_handle, events) = watch(&server, short());
    assert!(matches!(
        next(&events),
        Event::SignedIn {
            waiting: Waiting::Polling,
            ..
        }
    ));
    assert_eq!(all(&events).0, [1]);
    server.finish();
}

#[test]
fn a_check_ends_the_wait_at_once() {
    let idle = "C: a6 IDLE\nS: + idling\nC: DONE\nS: a6 OK done";
    let script = format!(
        "{SIGNED_IN}\n{}\n{idle}\n{}",
        examined("a5", 0, 1),
        examined("a7", 0, 1)
    );
    let polled = format!(
        "{}\n{}\n{}",
        SIGNED_IN.replace("S: * CAPABILITY IMAP4rev1 IDLE\n", "S: * CAPABILITY IMAP4rev1\n"),
        examined("a5", 0, 1),
        examined("a6", 0, 1)
    );
    for script in [script, polled] {
        let server = Server::tls(&[&script]);
        let limits = Limits {
            poll_every: Duration::from_secs(600),
            idle_for: Duration::from_secs(600),
            ..short()
        };
        let (handle, events) = watch(&server, limits);
        while !matches!(next(&events), Event::CaughtUp) {}
        handle.check_now();
        assert!(matches!(next(&events), Event::CaughtUp));
        // A server that is polled is found gone by the next look.
        handle.check_now();
        assert_eq!(all(&events).1, "the connection to localhost was lost");
        server.finish();
    }
}

#[test]
fn a_goodbye_in_the_wait_is_a_lost_connection() {
    check("C: a7 IDLE\nS: + idling\nS: * BYE shutting down", &[1]);
}

#[test]
fn a_mailbox_that_was_renamed_is_noticed_by_the_next_look() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 IDLE\nS: + idling\nC: DONE\nS: a6 OK done\nC: a7 EXAMINE \"Sent Items\"\nS: a7 NO no such mailbox\nHOLD",
        examined("a5", 0, 1)
    )]);
    let (_handle, events) = watch(
        &server,
        Limits {
            idle_for: Duration::from_millis(100),
            ..short()
        },
    );
    assert_eq!(
        all(&events).1,
        "localhost refused opening the mailbox for sent mail; it said “no such mailbox”"
    );
    server.finish();
}
