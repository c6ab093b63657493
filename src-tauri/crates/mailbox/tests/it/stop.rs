//! Stopping: within a second, wherever the session is, and always with a last word.

use std::{
    net::TcpListener,
    time::{Duration, Instant},
};

use astray_mailbox::{Account, Event, Host, Limits, Security, Start, UserName, spawn};

use crate::{
    server::{FIELDS, SIGNED_IN, Server, examined, password},
    shown::Certificate,
    wait::{next, watch},
};

/// Nothing but a stop ends these.
fn patient() -> Limits {
    let long = Duration::from_secs(600);
    Limits {
        connect_for: long,
        command_for: long,
        idle_for: long,
        poll_every: long,
    }
}

/// Stops where the script holds.
fn check(security: Security, script: &str) {
    let server = Server::new(
        security,
        Certificate::Good,
        vec![format!("{script}\nREADY\nHOLD")],
    );
    let (handle, events) = watch(&server, patient());
    server.await_ready();
    let started = Instant::now();
    handle.stop();
    assert!(
        started.elapsed() < Duration::from_secs(1),
        "{:?} {script}",
        started.elapsed()
    );
    assert!(
        matches!(events.iter().last(), Some(Event::Ended(None))),
        "{script}"
    );
    server.finish();
}

#[test]
fn stops_in_every_phase() {
    check(Security::ImplicitTls, ""); // in the handshake
    check(Security::ImplicitTls, "TLS"); // before the greeting
    check(Security::StartTls, ""); // before the greeting
    check(Security::StartTls, "S: * OK hello\nC: s1 CAPABILITY");
    check(Security::ImplicitTls, "TLS\nS: * OK hello\nC: a1 CAPABILITY"); // in the sign-in
    check(
        Security::ImplicitTls,
        &format!("TLS\n{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\""),
    );
    let opened = format!("TLS\n{SIGNED_IN}\n{}", examined("a5", 1, 2));
    check(
        Security::ImplicitTls,
        &format!("{opened}\nC: a6 UID FETCH 1:1 {FIELDS}\nS: * 1 FETCH (UID 1"),
    );
    let empty = format!("TLS\n{SIGNED_IN}\n{}", examined("a5", 0, 1));
    check(Security::ImplicitTls, &format!("{empty}\nC: a6 IDLE")); // before the wait
    check(
        Security::ImplicitTls,
        &format!("{empty}\nC: a6 IDLE\nS: + idling"),
    ); // in the wait
    check(
        Security::ImplicitTls,
        &format!("{empty}\nC: a6 IDLE\nS: + idling\nS: * 1 EXISTS\nC: DONE"),
    ); // after it
}

#[test]
fn stops_between_two_polls() {
    let script = SIGNED_IN.replace("S: * CAPABILITY IMAP4rev1 IDLE\n", "S: * CAPABILITY IMAP4rev1\n");
    let server = Server::tls(&[&format!("{script}\n{}\nHOLD", examined("a5", 0, 1))]);
    let (handle, events) = watch(&server, patient());
    while !matches!(next(&events), Event::CaughtUp) {}
    let started = Instant::now();
    handle.stop();
    assert!(
        started.elapsed() < Duration::from_secs(1),
        "{:?}",
        started.elapsed()
    );
    server.finish();
}

#[test]
fn stops_while_it_connects() {
    // A full queue: nobody accepts, and the system does not answer the next one.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let account = |host: &str| Account {
        host: Host::parse(host).unwrap(),
        port: listener.local_addr().unwrap().port(),
        security: Security::ImplicitTls,
        user: UserName::parse("a.clerk").unwrap(),
        ca_path: None,
    };
    for host in ["127.0.0.1", "localhost", "192.0.2.1"] {
        let (sender, events) = std::sync::mpsc::channel();
        let handle = spawn(
            account(host),
            password(),
            Start::default(),
            patient(),
            move |event| sender.send(event).is_ok(),
        );
        let started = Instant::now();
        drop(handle);
        assert!(
            started.elapsed() < Duration::from_secs(1),
            "{:?}",
            started.elapsed()
        );
        assert!(matches!(events.iter().last(), Some(Event::Ended(_))));
    }
}

#[test]
fn whoever_wants_no_more_ends_it() {
    let server = Server::tls(&[&format!(
        "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 0, 1)
    )]);
    let (sender, events) = std::sync::mpsc::channel();
    let handle = spawn(
        server.account(),
        password(),
        Start::default(),
        patient(),
        move |event| {
            let goes_on = !matches!(event, Event::CaughtUp);
            sender.send(event).is_ok() && goes_on
        },
    );
    assert!(matches!(events.iter().last(), Some(Event::Ended(None))));
    handle.stop();
    server.finish();
}
