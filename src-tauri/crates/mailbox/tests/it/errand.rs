//! Errands against servers that do as they please.

use astray_mailbox::{Error, Put, Stray, Uid, fetch_message, find_letter, put_draft};
use message::{MessageId, MessageKey};

use crate::server::{FIELDS, SIGNED_IN, Server, password, short};

const DRAFTS: &str = r#"S: * OK hello
C: a1 CAPABILITY
S: * CAPABILITY IMAP4rev1 AUTH=PLAIN
S: a1 OK done
C: a2 AUTHENTICATE PLAIN
S: + 
C: AGEuY2xlcmsAaHVudGVyMg==
S: a2 OK welcome
C: a3 CAPABILITY
S: * CAPABILITY IMAP4rev1
S: a3 OK done
C: a4 LIST "" *
S: * LIST () "/" INBOX
S: * LIST (\drafts) "/" "My Drafts"
S: a4 OK done
C: a5 EXAMINE "My Drafts"
S: * 0 EXISTS
S: * OK [UIDVALIDITY 7] fine
S: * OK [UIDNEXT 1] fine
S: a5 OK done
C: a6 UID SEARCH HEADER Message-ID "1@acme.example"
S: * SEARCH
S: a6 OK done
C: a7 APPEND "My Drafts" (\Draft \Seen) {12}"#;

fn draft(rest: &str) -> Result<Put, Error> {
    let server = Server::tls(&[&format!("{DRAFTS}\n{rest}")]);
    let id = MessageId::parse("1@acme.example").unwrap();
    let put = put_draft(
        &server.account(),
        &password(),
        &short(),
        (&id, b"To: x\r\n\r\nab\n"),
    );
    server.finish();
    put
}

#[test]
fn news_before_the_server_is_ready_is_no_refusal() {
    let put = draft(
        "S: * 3 EXISTS\nS: + go on\nC: To: x\nC: \nC: ab\nC: \nS: * 4 EXISTS\nS: a7 OK [APPENDUID 7 1] done\n\
         C: a8 LOGOUT\nS: * BYE\nS: a8 OK done",
    );
    assert!(matches!(put, Ok(Put::Added(_))), "{put:?}");
}

#[test]
fn a_letter_that_the_server_does_not_take_is_refused_in_its_words() {
    for rest in [
        "S: a7 NO [OVERQUOTA] The mailbox is full",
        "S: + go on\nC: To: x\nC: \nC: ab\nC: \nS: a7 NO [OVERQUOTA] The mailbox is full",
    ] {
        let refused = draft(rest).unwrap_err().to_string();
        let expected = "localhost refused putting a letter into a mailbox; it said “The mailbox is full”";
        assert_eq!(refused, expected);
    }
}

#[test]
fn a_connection_that_breaks_says_so() {
    let lost = draft("S: + go on\nC: To: x\nC: \nC: ab\nC: ");
    assert!(matches!(lost, Err(Error::ConnectionLost { .. })), "{lost:?}");
}

#[test]
fn a_server_without_drafts_is_named() {
    let server = Server::tls(&[SIGNED_IN]);
    let id = MessageId::parse("1@acme.example").unwrap();
    let put = put_draft(&server.account(), &password(), &short(), (&id, b"x"));
    assert!(matches!(put, Err(Error::NoDraftsMailbox { .. })), "{put:?}");
    server.finish();
}

#[test]
fn a_letter_is_looked_for_where_there_are_mailboxes_for_it() {
    let script = format!(
        "{SIGNED_IN}\nC: a5 EXAMINE \"Sent Items\"\nS: * 1 EXISTS\nS: * OK [UIDVALIDITY 7] fine\nS: * OK [UIDNEXT 2] fine\n\
         S: a5 OK done\nC: a6 UID SEARCH HEADER Message-ID \"1@acme.example\"\nS: * SEARCH 1\nS: a6 OK done\n\
         C: a7 LOGOUT\nS: a7 OK done"
    );
    let server = Server::tls(&[&script]);
    let id = MessageId::parse("1@acme.example").unwrap();
    let found = find_letter(&server.account(), &password(), &short(), &id).unwrap();
    assert_eq!((found.in_drafts, found.in_sent), (false, true));
    server.finish();
}

#[test]
fn a_message_that_is_not_the_one_is_never_read() {
    let script = SIGNED_IN.split("\nC: a4").next().unwrap();
    let opened = "S: * 1 EXISTS\nS: * OK [UIDVALIDITY 7] fine\nS: * OK [UIDNEXT 8] fine";
    let script = format!(
        "{script}\nC: a4 EXAMINE \"Sent\"\n{opened}\nS: a4 OK done\nC: a5 UID FETCH 7:7 {FIELDS}\n\
         S: * 1 FETCH (UID 7 INTERNALDATE \"17-Jul-2026 02:44:25 +0200\" RFC822.SIZE 900 BODY[HEADER.FIELDS (TO)] {{11}}\n\
         S: To: x@y.z\nS: )\nS: a5 OK done\nC: a6 UID SEARCH HEADER Message-ID \"1@acme.example\"\nS: * SEARCH\nS: a6 OK done\n\
         C: a7 LIST \"\" *\nS: * LIST (\\Sent) \"/\" Sent\nS: a7 OK done"
    );
    let server = Server::tls(&[&script]);
    let stray = Stray {
        mailbox: "Sent".into(),
        uid: Uid::new(7).unwrap(),
        key: MessageKey::from_bytes([7; 32]),
        message_id: MessageId::parse("1@acme.example"),
    };
    let gone = fetch_message(&server.account(), &password(), &short(), &stray);
    assert!(matches!(gone, Err(Error::MessageGone { .. })), "{gone:?}");
    server.finish();
}
