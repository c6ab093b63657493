//! Each bound over a real connection: the session ends with an error that names it, and the program goes on.

use std::time::{Duration, Instant};

use crate::server::{SIGNED_IN, Server, examined, short};

const BROKEN: &str = "localhost does not answer as an IMAP server must: ";

/// The answer to EXAMINE goes wrong in this way.
fn check(answer: &str, expected: &str) {
    let server = Server::tls(&[&format!("{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\n{answer}")]);
    assert_eq!(server.failure(), expected, "{answer:.40}");
}

#[test]
fn an_endless_line_ends_the_session() {
    let line = "x".repeat(70_000);
    check(
        &format!("S: * FLAGS ({line})\nHOLD"),
        &format!("{BROKEN}it sent a line of more than 64 KiB"),
    );
    check(
        &format!("FLOOD {}", "x".repeat(100_000)),
        &format!("{BROKEN}it sent a line of more than 64 KiB"),
    );
}

#[test]
fn deep_nesting_ends_the_session_and_not_the_process() {
    let expected = format!("{BROKEN}it sent brackets nested more than 32 deep");
    let nested = format!("* 1 FETCH (BODYSTRUCTURE {})", "(".repeat(50_000));
    check(&format!("S: {nested}\nHOLD"), &expected);
    // Announcing a literal hides nothing where none can be.
    check(&format!("S: * OK {{60000}}\nS: {nested}\nHOLD"), &expected);
    check(
        &format!("S: * LIST () \"/\" {{60000}}\nS: {nested}\nHOLD"),
        &expected,
    );
}

#[test]
fn deep_nesting_before_the_sign_in_ends_it() {
    let nested = format!("* 1 FETCH (BODYSTRUCTURE {})", "(".repeat(50_000));
    let until_password = "S: * OK hello\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK done\nC: a2 AUTHENTICATE PLAIN";
    let server = Server::tls(&[&format!(
        "{until_password}\nS: * X {{60000}}\nS: +x\nS: {nested}\nHOLD"
    )]);
    assert_eq!(
        server.failure(),
        format!("{BROKEN}it sent brackets nested more than 32 deep")
    );
}

#[test]
fn an_endless_answer_ends_the_session() {
    let many = format!("FLOOD * FLAGS ({})", "x".repeat(30_000));
    let server = Server::tls(&[&format!("{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\n{many}")]);
    let limits = astray_mailbox::Limits {
        command_for: Duration::from_secs(30),
        ..short()
    };
    let (_, ended) = server.catch_up(&limits);
    assert_eq!(
        ended.unwrap_err().to_string(),
        format!("{BROKEN}it sent more than any answer needs")
    );
    server.finish();
}

#[test]
fn a_large_literal_is_refused_when_it_is_announced() {
    let connection = |tag: &str| {
        format!(
            "{SIGNED_IN}\n{}\nC: {tag} UID FETCH 1:1 {}\nS: * 1 FETCH (UID 1 BODY[HEADER.FIELDS (TO)] {{2097153}}\nHOLD",
            examined("a5", 1, 2),
            crate::server::FIELDS
        )
    };
    let after = format!(
        "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 1, 2)
    );
    let server = Server::tls(&[&connection("a6"), &after]);
    let (events, ended) = server.catch_up(&short());
    ended.unwrap();
    // The message is not hidden by its size: it is reported as one that could not be read.
    assert_eq!(crate::server::uids(&events), [1]);
    server.finish();
}

#[test]
fn a_silent_server_is_cut_by_the_deadline() {
    check(
        "HOLD",
        "localhost did not answer in time while opening the mailbox for sent mail",
    );
}

#[test]
fn a_dripping_server_is_cut_by_the_deadline_of_the_whole_command() {
    let started = Instant::now();
    check(
        "DRIP",
        "localhost did not answer in time while opening the mailbox for sent mail",
    );
    assert!(
        started.elapsed() < Duration::from_secs(10),
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn a_chattering_server_is_cut_by_the_deadline() {
    let server = Server::tls(&["S: * OK hello\nFLOOD * OK Still here"]);
    let ended = server.failure();
    assert!(
        ended.contains("did not answer in time") || ended.contains("more than any answer needs"),
        "{ended}"
    );
}

#[test]
fn silence_before_the_sign_in_is_told_by_its_step() {
    let server = Server::tls(&["HOLD"]);
    assert_eq!(
        server.failure(),
        "localhost did not answer in time while greeting"
    );
    let server = Server::new(
        astray_mailbox::Security::ImplicitTls,
        crate::shown::Certificate::Good,
        vec!["HOLD".to_owned()],
    );
    assert_eq!(
        server.failure(),
        "localhost did not answer in time while starting the encryption"
    );
    let server = Server::starttls("HOLD");
    assert_eq!(
        server.failure(),
        "localhost did not answer in time while greeting"
    );
}
