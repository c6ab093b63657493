//! No certificate but a good one is taken, and each bad one has words of its own.

use std::fs;

use astray_mailbox::{NextMove, Security, probe};

use crate::{
    server::{SIGNED_IN, Server, examined, password, short},
    shown::Certificate,
};

fn check(certificate: Certificate, expected: &str) {
    for (security, start) in [
        (Security::ImplicitTls, "TLS"),
        (
            Security::StartTls,
            "S: * OK hi\nC: s1 CAPABILITY\nS: * CAPABILITY STARTTLS\nS: s1 OK\nC: s2 STARTTLS\nS: s2 OK\nTLS",
        ),
    ] {
        let server = Server::new(
            security,
            certificate,
            vec![format!("{start}\nS: * OK hello\nHOLD")],
        );
        let error = probe(&server.account(), &password(), &short()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("the certificate of localhost {expected}")
        );
        assert_eq!(error.next_move(), NextMove::AskUser);
        // Neither a user name nor a password was sent.
        assert!(server.finish().iter().all(|line| line.starts_with('s')));
    }
}

#[test]
fn bad_certificates_are_refused_each_with_its_reason() {
    check(Certificate::Expired, "has expired");
    check(Certificate::NotYetValid, "is not valid yet");
    check(Certificate::WrongName, "is for another server name");
    check(
        Certificate::UnknownIssuer,
        "was issued by nobody whom this computer trusts",
    );
}

#[test]
fn an_issuer_is_trusted_only_while_the_account_names_it() {
    let script = format!(
        "{SIGNED_IN}\n{}\nC: a6 LOGOUT\nS: a6 OK bye",
        examined("a5", 3, 9)
    );
    let server = Server::tls(&[&script, "HOLD"]);
    let probed = probe(&server.account(), &password(), &short()).unwrap();
    assert_eq!(
        (probed.sent.shown(), probed.messages),
        ("Sent Items".to_owned(), 3)
    );
    let account = astray_mailbox::Account {
        ca_path: None,
        ..server.account()
    };
    let refused = probe(&account, &password(), &short()).unwrap_err();
    // Which of the two depends on whether this computer has any issuers at all.
    assert!(
        refused.to_string().starts_with("the certificate of localhost "),
        "{refused}"
    );
    server.finish();
}

#[test]
fn a_ca_file_that_cannot_be_used_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::new(Security::ImplicitTls, Certificate::Good, Vec::new());
    for (name, content, expected) in [
        (
            "missing.pem",
            None,
            "cannot be read: No such file or directory (os error 2)",
        ),
        ("empty.pem", Some(""), "holds no certificate in PEM form"),
        (
            "letter.pem",
            Some("Dear all,\n"),
            "holds no certificate in PEM form",
        ),
        (
            "cut.pem",
            Some("-----BEGIN CERTIFICATE-----\nAAAA\n"),
            "holds no certificate in PEM form",
        ),
        (
            "odd.pem",
            Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            "holds a certificate that cannot be used",
        ),
    ] {
        let path = dir.path().join(name);
        if let Some(content) = content {
            fs::write(&path, content).unwrap();
        }
        let account = astray_mailbox::Account {
            ca_path: Some(path.clone()),
            ..server.account()
        };
        let error = probe(&account, &password(), &short()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("the CA file {} {expected}", path.display())
        );
    }
}

#[test]
fn what_answers_without_tls_is_told_apart() {
    let server = Server::new(
        Security::ImplicitTls,
        Certificate::Good,
        vec!["S: * OK IMAP without TLS\nHOLD".into()],
    );
    let error = probe(&server.account(), &password(), &short()).unwrap_err();
    assert_eq!(error.to_string(), "localhost does not speak TLS as it must");
    assert!(error.hint().contains("143"));
    server.finish();
}

#[test]
fn a_port_where_nothing_answers_and_a_name_that_nobody_has_are_told_apart() {
    let server = Server::new(Security::ImplicitTls, Certificate::Good, Vec::new());
    let mut account = server.account();
    account.ca_path = None; // it ends with the server
    server.finish();
    let error = probe(&account, &password(), &short()).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "no connection to localhost on port {}: nothing answers there",
            account.port
        )
    );
    let nowhere = astray_mailbox::Host::parse("imap.invalid").unwrap();
    let error = probe(
        &astray_mailbox::Account {
            host: nowhere,
            ..account
        },
        &password(),
        &short(),
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the server name imap.invalid could not be found"
    );
}
