//! Signing in: how the password goes, and what a refusal means.

use astray_mailbox::{NextMove, Password, probe};

use crate::server::{Server, password, short};

fn check(script: &str, expected: &str, next: NextMove) {
    let server = Server::tls(&[script]);
    let error = probe(&server.account(), &password(), &short()).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.next_move(), next);
    assert!(!format!("{error:?}").contains("hunter2"));
    server.finish();
}

fn capable(of: &str) -> String {
    format!("S: * OK hello\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 {of}\nS: a1 OK done")
}

#[test]
fn a_refusal_names_the_user_and_quotes_the_server() {
    let plain = format!(
        "{}\nC: a2 AUTHENTICATE PLAIN\nS: + \nC: AGEuY2xlcmsAaHVudGVyMg==",
        capable("AUTH=PLAIN")
    );
    let refused = "localhost refused the sign-in of a.clerk; it said “No such user.”";
    check(
        &format!("{plain}\nS: a2 NO [AUTHENTICATIONFAILED] No such user."),
        refused,
        NextMove::AskUser,
    );
    check(
        &format!("{plain}\nS: a2 NO [UNAVAILABLE] Try later."),
        "localhost turned the connection away; it said “Try later.”",
        NextMove::Retry,
    );
    // Asked again, it sends nothing.
    check(
        &format!("{plain}\nS: + \nC: \nS: a2 NO again"),
        "localhost refused the sign-in of a.clerk; it said “again”",
        NextMove::AskUser,
    );
}

#[test]
fn login_is_used_where_nothing_better_is_offered() {
    check(
        &format!(
            "{}\nC: a2 LOGIN \"a.clerk\" \"hunter2\"\nS: a2 NO Login failed.",
            capable("IDLE")
        ),
        "localhost refused the sign-in of a.clerk; it said “Login failed.”",
        NextMove::AskUser,
    );
}

#[test]
fn no_password_is_sent_where_none_is_taken() {
    check(
        &format!("{}\nHOLD", capable("LOGINDISABLED AUTH=XOAUTH2")),
        "localhost offers no sign-in with a password",
        NextMove::AskUser,
    );
}

#[test]
fn a_password_that_would_end_the_command_is_not_sent() {
    let server = Server::tls(&["S: * OK hello\nHOLD"]);
    let error = probe(
        &server.account(),
        &Password::new("a\r\na3 DELETE INBOX".into()),
        &short(),
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the password of a.clerk is empty or holds a line break"
    );
    server.finish();
}

#[test]
fn odd_characters_pass_whole() {
    let server = Server::tls(&[&format!(
        "{}\nC: a2 LOGIN \"a.clerk\" \"a \\\"b\\\\ c\"\nS: a2 NO no",
        capable("IDLE")
    )]);
    probe(&server.account(), &Password::new("a \"b\\ c".into()), &short()).unwrap_err();
    server.finish();
}

#[test]
fn greetings_of_other_services_are_told_apart() {
    let server = Server::tls(&["S: +OK POP3 ready\nHOLD"]);
    let ended = server.failure();
    assert!(ended.ends_with("is not an IMAP server"), "{ended}");
    assert_eq!(
        Server::tls(&["S: * BYE full\nHOLD"]).failure(),
        "localhost turned the connection away; it said “full”"
    );
    let preauth =
        "localhost does not answer as an IMAP server must: it says that somebody is signed in already";
    assert_eq!(Server::tls(&["S: * PREAUTH in\nHOLD"]).failure(), preauth);
}
