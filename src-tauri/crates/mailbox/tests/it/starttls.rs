//! STARTTLS: required, and whatever is not just that ends the connection before a name or a password is sent.

use crate::server::{SIGNED_IN, Server, examined, short};

const OFFERED: &str =
    "S: * OK hello\nC: s1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: s1 OK done\nC: s2 STARTTLS";

fn check(script: &str, expected: &str) {
    let server = Server::starttls(script);
    let (_, ended) = server.catch_up(&short());
    assert_eq!(ended.unwrap_err().to_string(), expected, "{script}");
    let heard = server.finish();
    assert!(
        heard
            .iter()
            .all(|line| line == "s1 CAPABILITY" || line == "s2 STARTTLS"),
        "{heard:?}"
    );
}

#[test]
fn a_proper_upgrade_is_made_and_all_before_it_is_forgotten() {
    let noise = "S: * LIST (\\Sent) \"/\" Trap\nS: * 99 EXISTS\nS: * 1 FETCH (UID 1)\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN";
    let after = SIGNED_IN.replace("S: * OK hello\n", "");
    let server = Server::starttls(&format!(
        "{OFFERED}\n{noise}\nS: s2 OK begin\nTLS\n{after}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 0, 1)
    ));
    let (_, ended) = server.catch_up(&short());
    ended.unwrap();
    server.finish();
}

#[test]
fn no_offer_no_connection() {
    check(
        "S: * OK hello\nC: s1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: s1 OK done\nHOLD",
        "localhost does not offer STARTTLS",
    );
    // An offer in words is none.
    check(
        "S: * OK [CAPABILITY STARTTLS] hello\nC: s1 CAPABILITY\nS: s1 OK STARTTLS\nHOLD",
        "localhost does not offer STARTTLS",
    );
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    check(
        &format!("{OFFERED}\nS: s2 NO not today\nHOLD"),
        "localhost refused STARTTLS; it said “not today”",
    );
    check(
        &format!("{OFFERED}\nS: s2 BAD\nHOLD"),
        "localhost refused STARTTLS",
    );
    check(
        &format!("{OFFERED}\nS: + go on\nHOLD"),
        "localhost did not answer STARTTLS as it must",
    );
    check(
        &format!("{OFFERED}\nS: s1 OK late\nHOLD"),
        "localhost refused STARTTLS; it said “late”",
    );
}

#[test]
fn what_is_slipped_in_before_the_encryption_is_refused() {
    let ended = Server::starttls(&format!(
        "{OFFERED}\nJOINED s2 OK begin|* CAPABILITY AUTH=PLAIN\nHOLD"
    ))
    .failure();
    assert_eq!(ended, "localhost sent more than the answer to STARTTLS");
}

#[test]
fn a_greeting_that_is_none_is_refused() {
    check(
        "S: * PREAUTH you are in\nHOLD",
        "localhost does not answer as an IMAP server must: it says that somebody is signed in already",
    );
    check(
        "S: * BYE go away\nHOLD",
        "localhost turned the connection away; it said “go away”",
    );
    check(
        &format!("{OFFERED}\nS: * BYE go away\nHOLD"),
        "localhost turned the connection away; it said “go away”",
    );
    let ended = Server::starttls("S: 220 smtp.example.org ESMTP\nHOLD").failure();
    assert!(
        ended.starts_with("what answers at localhost on port ") && ended.ends_with(" is not an IMAP server"),
        "{ended}"
    );
    let ended = Server::starttls(&format!("S: {}\nHOLD", "x".repeat(20_000))).failure();
    assert!(ended.ends_with("is not an IMAP server"), "{ended}");
}

#[test]
fn a_connection_that_ends_early_is_lost() {
    check("S: * OK hello", "the connection to localhost was lost");
    check(
        &format!("{OFFERED}\nS: s2 OK begin"),
        "the connection to localhost was lost",
    );
}
