//! Catching up: what is read, in which steps, and what a broken or odd answer does.

use astray_mailbox::{Error, Event, Start, catch_up_once};

use crate::resume::{cursor, last_cursor};
use crate::server::{FIELDS, SIGNED_IN, Server, examined, fetched, message, password, short, uids};

const LOGOUT: &str = "C: a7 LOGOUT\nS: * BYE\nS: a7 OK bye";

#[test]
fn reads_all_and_says_so() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{LOGOUT}",
        examined("a5", 3, 4),
        fetched("a6", 1..=3)
    )]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    let [
        Event::SignedIn { sent, exists: 3, .. },
        Event::Batch(batch),
        Event::CaughtUp,
    ] = &*events
    else {
        panic!("{events:?}");
    };
    assert_eq!(
        (sent.wire(), &*batch.mailbox, batch.cursor),
        ("Sent Items", "Sent Items", cursor(7, 3))
    );
    let first = batch.messages.first().unwrap();
    assert_eq!(first.received_at.unwrap().to_string(), "2026-07-17T00:44:25Z");
    assert_eq!(
        first.message.recipients.first().unwrap().address.to_string(),
        "b1@army.ml"
    );
    server.finish();
}

#[test]
fn an_empty_mailbox_has_a_cursor_too() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 0, 1)
    )]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(last_cursor(&events), Some(cursor(7, 0)));
    server.finish();
}

#[test]
fn a_gap_of_any_size_costs_nothing() {
    let list = "C: a6 UID FETCH 1:4294967294 (UID)\nS: * 1 FETCH (UID 5)\nS: * 2 FETCH (UID 4000000000)\nS: a6 OK done";
    let fetch = format!(
        "C: a7 UID FETCH 5:4000000000 {FIELDS}\n{}{}S: a7 OK done",
        message(5),
        message(4_000_000_000)
    );
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{list}\n{fetch}\nC: a8 LOGOUT\nS: a8 OK bye",
        examined("a5", 2, u32::MAX)
    )]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(uids(&events), [5, 4_000_000_000]);
    assert_eq!(last_cursor(&events), Some(cursor(7, u32::MAX - 1)));
    server.finish();
}

#[test]
fn a_thousand_messages_come_in_steps_of_500() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\n{}\n{}\nC: a8 LOGOUT\nS: a8 OK bye",
        examined("a5", 1000, 1001),
        fetched("a6", 1..=500),
        fetched("a7", 501..=1000)
    )]);
    let limits = astray_mailbox::Limits {
        command_for: std::time::Duration::from_secs(20),
        ..short()
    };
    let (events, ended) = server.catch_up(&limits);
    ended.unwrap();
    assert_eq!(uids(&events), (1..=1000).collect::<Vec<_>>());
    server.finish();
}

#[test]
fn the_uid_that_comes_next_is_asked_for_where_it_is_not_said() {
    let opened = "C: a5 EXAMINE \"Sent Items\"\nS: * 1 EXISTS\nS: * OK [UIDVALIDITY 7] fine\nS: a5 OK done";
    let status =
        "C: a6 STATUS \"Sent Items\" (UIDNEXT)\nS: * STATUS \"Sent Items\" (UIDNEXT 2)\nS: a6 OK done";
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{opened}\n{status}\n{}\nC: a8 LOGOUT\nS: a8 OK bye",
        fetched("a7", 1..=1)
    )]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(uids(&events), [1]);
    server.finish();
}

#[test]
fn a_mailbox_without_numbering_is_refused() {
    for numbering in ["", "\nS: * OK [UIDVALIDITY 0] odd"] {
        let script = format!(
            "{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\nS: * 1 EXISTS{numbering}\nS: a5 OK done\nHOLD"
        );
        let ended = Server::tls(&[&script]).failure();
        assert_eq!(
            ended,
            "localhost does not answer as an IMAP server must: its mailbox has no UIDVALIDITY"
        );
    }
}

#[test]
fn an_account_without_a_mailbox_for_sent_mail_is_told() {
    let script = SIGNED_IN.replace("S: * LIST (\\HasNoChildren \\Sent) \"/\" \"Sent Items\"\n", "");
    let ended = Server::tls(&[&format!("{script}\nHOLD")]).failure();
    assert_eq!(ended, "localhost has no mailbox for sent mail that Astray knows");
}

#[test]
fn a_mailbox_that_is_refused_is_told() {
    let ended = Server::tls(&[&format!(
        "{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\nS: a5 NO gone\nHOLD"
    )])
    .failure();
    assert_eq!(
        ended,
        "localhost refused opening the mailbox for sent mail; it said “gone”"
    );
}

#[test]
fn a_legal_warning_is_left_out_and_nothing_is_lost() {
    let opened = examined("a5", 1, 2).replace(
        "S: * 1 EXISTS",
        "S: * NO 90% of your quota is used\nS: * bad (((\nS: * 1 EXISTS",
    );
    let fetch = fetched("a6", 1..=1).replace("S: a6", "S: * NO [ALERT] again\nS: a6");
    let server = Server::tls(&[&format!("{SIGNED_IN}\n{opened}\n{fetch}\n{LOGOUT}")]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(uids(&events), [1]);
    server.finish();
}

#[test]
fn a_panic_of_the_parser_ends_the_session_and_not_the_process() {
    let script = format!("{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\nS: * 1 FETCH (INTERNALDATE NIL)\nHOLD");
    let server = Server::tls(&[&script]);
    let (_, ended) = server.catch_up(&short());
    assert!(matches!(ended, Err(Error::SessionCrashed { .. })), "{ended:?}");
    server.finish();
}

#[test]
fn one_message_that_breaks_the_parser_does_not_hide_the_others() {
    let broken = "S: * 2 FETCH (UID 2 INTERNALDATE NIL BODY[HEADER.FIELDS (TO)] NIL)\n";
    let of = |tag: &str, uids: std::ops::RangeInclusive<u32>| {
        let mut script = format!("C: {tag} UID FETCH {}:{} {FIELDS}\n", uids.start(), uids.end());
        for uid in uids {
            script.push_str(&if uid == 2 { broken.to_owned() } else { message(uid) });
        }
        script
    };
    let opened = format!("{SIGNED_IN}\n{}", examined("a5", 10, 11));
    let server = Server::tls(&[
        &format!("{opened}\n{}HOLD", of("a6", 1..=10)),
        &format!("{opened}\n{}HOLD", of("a6", 1..=10)), // 63 at once
        &format!("{opened}\n{}HOLD", of("a6", 1..=8)),
        &format!(
            "{opened}\n{}S: a6 OK done\n{}HOLD",
            of("a6", 1..=1),
            of("a7", 2..=2)
        ),
        // The fault is found: 2 is not read again, and all after it are read at once.
        &format!("{opened}\n{}\n{LOGOUT}", fetched("a6", 3..=10)),
    ]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(uids(&events), (1..=10).collect::<Vec<_>>());
    let signed_in = events
        .iter()
        .filter(|event| matches!(event, Event::SignedIn { .. }))
        .count();
    assert_eq!(signed_in, 1);
    server.finish();
}

/// A server whose messages up to that one break the parser: the sessions that finding them out takes.
fn broken_up_to(last: u32, end: u32) -> Vec<String> {
    let opened = format!("{SIGNED_IN}\n{}", examined("a5", end, end + 1));
    let mut scripts = Vec::new();
    for uid in 1..=last {
        // 500 at once, then 63, then 8, then it alone.
        let ends = [end, end.min(uid + 62), end.min(uid + 7), uid];
        scripts.extend(ends.map(|end| {
            format!("{opened}\nC: a6 UID FETCH {uid}:{end} {FIELDS}\nS: * {uid} FETCH (UID {uid} INTERNALDATE NIL)\nHOLD")
        }));
    }
    scripts
}

#[test]
fn many_messages_that_break_the_parser_hide_no_other() {
    let mut scripts = broken_up_to(7, 8);
    scripts.push(format!(
        "{SIGNED_IN}\n{}\n{}\n{LOGOUT}",
        examined("a5", 8, 9),
        fetched("a6", 8..=8)
    ));
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let server = Server::tls(&scripts);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    assert_eq!(uids(&events), (1..=8).collect::<Vec<_>>());
    server.finish();
}

#[test]
fn a_server_whose_every_answer_breaks_the_parser_is_left_in_the_end() {
    let mut scripts = broken_up_to(51, 300);
    scripts.truncate(201);
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let server = Server::tls(&scripts);
    let (events, ended) = server.catch_up(&short());
    assert!(matches!(ended, Err(Error::SessionCrashed { .. })), "{ended:?}");
    assert_eq!(uids(&events), (1..=50).collect::<Vec<_>>());
    server.finish();
}

#[test]
fn only_reading_is_ever_asked_for() {
    let script = format!(
        "{SIGNED_IN}\n{}\n{}\n{LOGOUT}",
        examined("a5", 1, 2),
        fetched("a6", 1..=1)
    );
    let server = Server::tls(&[&script]);
    let (_, ended) = server.catch_up(&short());
    ended.unwrap();
    let allowed = ["CAPABILITY", "AUTHENTICATE", "LIST", "EXAMINE", "UID", "LOGOUT"];
    let heard = server.finish();
    let verbs: Vec<&str> = heard.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    assert!(verbs.iter().all(|verb| allowed.contains(verb)), "{verbs:?}");
    assert!(
        heard.iter().all(|line| !line.contains(" BODY[")),
        "only PEEK leaves a message as it is"
    );
}

#[test]
fn nobody_who_wants_no_more_gets_more() {
    let script = format!(
        "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 1, 2)
    );
    let server = Server::tls(&[&script]);
    catch_up_once(&server.account(), &password(), Start::default(), &short(), |_| {
        false
    })
    .unwrap();
    server.finish();
}
