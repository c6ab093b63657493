//! A casebook for tests.

use casebook::{AccountId, Casebook};
use lookalike::{Reference, Verdict, judge};
use mailbox::{Account, Cursor, Host, Security, Uid, UidValidity, UserName};
use message::{Address, Domain, SentMessage, Timestamp};

/// A casebook with one incident of the first day of 1970, and the account that it was found in.
pub(crate) fn casebook() -> (Casebook, AccountId) {
    let mut casebook = Casebook::in_memory().unwrap();
    let account = casebook::NewAccount {
        address: Address::parse("a.clerk@acme.example").unwrap(),
        account: Account {
            host: Host::parse("imap.acme.example").unwrap(),
            port: 993,
            security: Security::ImplicitTls,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: None,
        },
        sign_in: casebook::SignIn::Password,
    };
    let account = casebook.add_account(&account, Timestamp::from_millis(1)).unwrap();
    let message = SentMessage::parse(b"Message-ID: <1@acme.example>\r\nTo: john@army.ml\r\n\r\n");
    let reference = Reference::new(vec![Domain::parse("army.mil").unwrap()], Vec::new(), Vec::new());
    let recipient = message.recipients[0].clone();
    let Verdict::Lookalike(lookalike) = judge(&recipient.address, &reference) else {
        panic!("army.ml looks like army.mil");
    };
    let judged = casebook::Judged {
        uid: Uid::new(1).unwrap(),
        received_at: None,
        message,
        lookalikes: vec![(recipient, lookalike)],
    };
    let sighting = casebook::Sighting {
        account,
        mailbox: "Sent".into(),
        mailbox_id: None,
        is_sent: true,
        cursor: Cursor {
            uid_validity: UidValidity::new(1).unwrap(),
            last_uid: 1,
        },
        judged: vec![judged],
        vanished: 0,
        copies: 0,
        at: Timestamp::from_millis(1),
    };
    assert_eq!(casebook.record(&sighting).unwrap().len(), 1);
    (casebook, account)
}
