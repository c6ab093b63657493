//! The connection over which mail is handed in: encrypted before anything is said, its answers read within bounds.

use astray_mailbox::{Doing, Submission};

use crate::server::{Server, short};

const HELLO: &str =
    "C: EHLO [127.0.0.1]\nS: 250-localhost\nS: 250-AUTH PLAIN XOAUTH2\nS: 250-SIZE 1000\nS: 250 8BITMIME";
const OFFERED: &str = "S: 220 hello\nC: EHLO [127.0.0.1]\nS: 250-localhost\nS: 250 STARTTLS\nC: STARTTLS";

fn check(server: Server, expected: &str) {
    let error = Submission::open(&server.account(), &short()).unwrap_err();
    assert_eq!(error.to_string(), expected);
    let heard = server.finish();
    let is_said = |line: &String| line == "EHLO [127.0.0.1]" || line == "STARTTLS";
    assert!(heard.iter().all(is_said), "{heard:?}");
}

#[test]
fn what_is_offered_counts_only_where_it_is_encrypted() {
    for server in [
        Server::tls(&[&format!("S: 220 hello\n{HELLO}\nC: NOOP\nS: 250 ok")]),
        Server::starttls(&format!(
            "{}\nS: 220 go\nTLS\n{HELLO}\nC: NOOP\nS: 250 ok",
            OFFERED.replace("S: 250 STARTTLS", "S: 250-AUTH LOGIN\nS: 250 STARTTLS")
        )),
    ] {
        let mut submission = Submission::open(&server.account(), &short()).unwrap();
        assert_eq!(submission.offer("AUTH"), Some(vec!["PLAIN", "XOAUTH2"]));
        assert_eq!(submission.offer("SIZE"), Some(vec!["1000"]));
        assert_eq!(submission.offer("8BITMIME"), Some(Vec::new()));
        assert_eq!(
            (submission.offer("BITMIME"), submission.offer("STARTTLS")),
            (None, None)
        );
        let greeting = submission.greeting();
        assert!(greeting.takes_password && greeting.takes_token);
        assert!(submission.command("NOOP", Doing::Sending).unwrap().is_done());
        server.finish();
    }
}

#[test]
fn nothing_is_said_to_a_server_that_does_not_encrypt() {
    for (script, expected) in [
        (
            "S: 220 hello\nC: EHLO [127.0.0.1]\nS: 250-localhost\nS: 250 AUTH PLAIN\nHOLD".to_owned(),
            "localhost does not offer STARTTLS",
        ),
        (
            format!("{OFFERED}\nS: 454 not today\nHOLD"),
            "localhost refused STARTTLS; it said “not today”",
        ),
        (
            format!("{OFFERED}\nS: 334 more\nHOLD"),
            "localhost did not answer STARTTLS as it must",
        ),
        (
            format!("{OFFERED}\nJOINED 220 go|250 AUTH PLAIN\nHOLD"),
            "localhost sent more than the answer to STARTTLS",
        ),
        (
            "S: 554 go away\nHOLD".to_owned(),
            "localhost turned the connection away; it said “go away”",
        ),
    ] {
        check(Server::starttls(&script), expected);
    }
}

#[test]
fn a_server_that_never_ends_is_left() {
    let (late, lost) = (
        "localhost did not answer in time while greeting",
        "localhost did not answer in time while signing in",
    );
    check(Server::tls(&["HOLD"]), late);
    check(Server::tls(&["DRIP"]), late);
    check(Server::tls(&["S: 220 hello\nC: EHLO [127.0.0.1]\nHOLD"]), lost);
    for flood in ["S: 220 hello\nC: EHLO [127.0.0.1]\nFLOOD 250-x", "FLOOD 220-x"] {
        let server = Server::tls(&[flood]);
        let port = server.port;
        check(
            server,
            &format!("what answers at localhost on port {port} is not a server that sends mail"),
        );
    }
}
