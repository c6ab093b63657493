//! Signing in: how the password goes, and what a refusal means.

use astray_mailbox::{Error, NextMove, Password, Secret, Token, probe};

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

fn token() -> Secret {
    Token::new("vF9dft4qmT".to_owned().into()).unwrap().into()
}

fn check_token(script: &str, expected: &str) {
    let server = Server::tls(&[script]);
    let error = probe(&server.account(), &token(), &short()).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.next_move(), NextMove::AskUser);
    assert!(!format!("{error:?}").contains("vF9dft4qmT"));
    server.finish();
}

#[test]
fn a_token_goes_by_the_standard_where_that_is_offered() {
    // The refusal comes as a challenge first, which wants an answer (RFC 7628 section 3.2.3).
    check_token(
        &format!(
            "{}\nC: a2 AUTHENTICATE XOAUTH2\nS: + \nC: dXNlcj1hLmNsZXJrAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVQBAQ==\nS: + eyJzdGF0dXMiOiI0MDAifQ==\nC: \nS: a2 NO [AUTHENTICATIONFAILED] Invalid credentials",
            capable("AUTH=XOAUTH2 AUTH=PLAIN")
        ),
        "localhost refused the sign-in of a.clerk; it said “Invalid credentials”",
    );
    check_token(
        &format!("{}\nHOLD", capable("AUTH=PLAIN")),
        "localhost offers no sign-in on a provider's page",
    );
    let server = Server::tls(&[&format!(
        "{}\nC: a2 AUTHENTICATE OAUTHBEARER\nS: a2 NO no",
        capable("AUTH=XOAUTH2 AUTH=OAUTHBEARER")
    )]);
    let error = probe(&server.account(), &token(), &short()).unwrap_err();
    assert!(matches!(error, Error::TokenRefused { .. }), "{error}");
    server.finish();
}

#[test]
fn authenticate_login_is_used_where_nothing_else_is_offered() {
    check(
        &format!(
            "{}\nC: a2 AUTHENTICATE LOGIN\nS: + VXNlcm5hbWU6\nC: YS5jbGVyaw==\nS: + UGFzc3dvcmQ6\nC: aHVudGVyMg==\nS: a2 NO no",
            capable("LOGINDISABLED AUTH=LOGIN")
        ),
        "localhost refused the sign-in of a.clerk; it said “no”",
        NextMove::AskUser,
    );
}

#[test]
fn a_server_that_cannot_do_the_scram_that_it_offers_is_asked_in_another_way() {
    check(
        &format!(
            "{}\nC: a2 AUTHENTICATE SCRAM-SHA-256\nS: a2 NO [AUTHENTICATIONFAILED] Not with this account.\nC: a3 AUTHENTICATE PLAIN\nS: + \nC: AGEuY2xlcmsAaHVudGVyMg==\nS: a3 NO [AUTHENTICATIONFAILED] Wrong.",
            capable("AUTH=SCRAM-SHA-1 AUTH=SCRAM-SHA-256 AUTH=PLAIN")
        ),
        "localhost refused the sign-in of a.clerk; it said “Wrong.”",
        NextMove::AskUser,
    );
}

#[test]
fn a_server_that_lets_in_without_proof_is_left() {
    check(
        &format!(
            "{}\nC: a2 AUTHENTICATE SCRAM-SHA-256\nS: a2 OK come in",
            capable("AUTH=SCRAM-SHA-1 AUTH=SCRAM-SHA-256 AUTH=PLAIN")
        ),
        "localhost did not prove that it knows the password of a.clerk",
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
        &Password::new("a\r\na3 DELETE INBOX".into()).into(),
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
    probe(
        &server.account(),
        &Password::new("a \"b\\ c".into()).into(),
        &short(),
    )
    .unwrap_err();
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
