//! A look at a server without signing in: what it offers is told, and nothing is sent that anybody may not hear.

use std::net::SocketAddr;

use astray_mailbox::{Greeting, greet};

use crate::server::{Server, short};

fn check(server: Server, expected: Greeting, heard: &[&str]) {
    let here = SocketAddr::from(([127, 0, 0, 1], server.port));
    let greeting = greet(&[here], &server.account(), &short()).unwrap();
    assert_eq!(greeting, expected);
    assert_eq!(server.finish(), heard);
}

fn capable(of: &str) -> String {
    format!("S: * OK hello\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 {of}\nS: a1 OK done\nC: z1 LOGOUT")
}

#[test]
fn says_how_users_sign_in_and_sends_no_name() {
    for (of, takes_password, takes_token) in [
        ("IDLE", true, false), // LOGIN needs no mention
        ("AUTH=PLAIN AUTH=XOAUTH2", true, true),
        ("LOGINDISABLED AUTH=OAUTHBEARER", false, true),
        ("LOGINDISABLED AUTH=PLAIN", true, false),
    ] {
        check(
            Server::tls(&[&capable(of)]),
            Greeting {
                takes_password,
                takes_token,
            },
            &["a1 CAPABILITY", "z1 LOGOUT"],
        );
    }
}

#[test]
fn believes_nothing_that_was_said_before_the_encryption() {
    let before =
        "S: * OK hello\nC: s1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS AUTH=XOAUTH2\nS: s1 OK done";
    let after = capable("AUTH=PLAIN").replace("S: * OK hello\n", "");
    check(
        Server::starttls(&format!("{before}\nC: s2 STARTTLS\nS: s2 OK begin\nTLS\n{after}")),
        Greeting {
            takes_password: true,
            takes_token: false,
        },
        &["s1 CAPABILITY", "s2 STARTTLS", "a1 CAPABILITY", "z1 LOGOUT"],
    );
}
