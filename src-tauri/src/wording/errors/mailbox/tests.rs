//! Every error of a mailbox, said in both languages.

use std::{
    io::{self, Write as _},
    net::TcpListener,
};

use ::mailbox::{Account, Limits, MailboxName, Security, UserName, greet};

use super::*;
use crate::wording::line::tests::{check, differ};

fn host() -> Host {
    Host::parse("mail.example.org").unwrap()
}

fn user() -> UserName {
    UserName::parse("a.clerk").unwrap()
}

fn said() -> Said {
    Said::text("[NOPERM] Go away")
}

fn failed() -> io::Error {
    io::Error::from(io::ErrorKind::ConnectionRefused)
}

const STEPS: [Doing; 11] = [
    Doing::Greeting,
    Doing::Encrypting,
    Doing::SigningIn,
    Doing::FindingSent,
    Doing::OpeningSent,
    Doing::Reading,
    Doing::Waiting,
    Doing::Sending,
    Doing::ReadingMessage,
    Doing::Looking,
    Doing::Filing,
];

/// What is said of a server that does not speak TLS at all: such a one is asked.
fn not_tls() -> Error {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"* OK no TLS here\r\n").unwrap();
    });
    let account = Account {
        host: Host::parse("127.0.0.1").unwrap(),
        port: address.port(),
        user: user(),
        security: Security::ImplicitTls,
        ca_path: None,
    };
    let error = greet(&[address], &account, &Limits::default()).unwrap_err();
    server.join().unwrap();
    assert!(matches!(error, Error::NotTls { .. }), "{error:?}");
    error
}

fn of_connections() -> Vec<Error> {
    vec![
        Error::UnknownHost {
            host: host(),
            source: failed(),
        },
        Error::Unreachable {
            host: host(),
            port: 993,
            source: failed(),
        },
        Error::TimedOut {
            host: host(),
            doing: Doing::SigningIn,
        },
        Error::UntrustedCertificate {
            host: host(),
            why: Distrust::Expired,
        },
        Error::BadCaFile {
            path: "/etc/ca.pem".into(),
            why: CaFault::Empty,
        },
        not_tls(),
        Error::NotImap {
            host: host(),
            port: 993,
        },
        Error::NotSubmission {
            host: host(),
            port: 465,
        },
        Error::StartTlsRefused {
            host: host(),
            why: StartTlsFault::Refused(said()),
        },
        Error::TurnedAway {
            host: host(),
            said: said(),
        },
        Error::ConnectionLost {
            host: host(),
            source: None,
        },
        Error::NoResources(failed()),
    ]
}

fn of_sessions() -> Vec<Error> {
    vec![
        Error::UnusablePassword { user: user() },
        Error::NoPasswordSignIn { host: host() },
        Error::SignInRefused {
            host: host(),
            user: user(),
            said: said(),
        },
        Error::NoTokenSignIn { host: host() },
        Error::TokenRefused {
            host: host(),
            user: user(),
            said: said(),
        },
        Error::Unproved {
            host: host(),
            user: user(),
        },
        Error::NoSentMailbox { host: host() },
        Error::NoDraftsMailbox { host: host() },
        Error::MessageGone { host: host() },
        Error::MessageTooLarge {
            host: host(),
            most: 32,
        },
        Error::Refused {
            host: host(),
            doing: Doing::Reading,
            said: Said::text(""),
        },
        Error::MailboxRefused {
            host: host(),
            mailbox: MailboxName::parse("Team").unwrap(),
            said: said(),
        },
        Error::ServerBroken {
            host: host(),
            what: ::mailbox::Fault::Unintelligible,
        },
        Error::SessionCrashed { host: host() },
    ]
}

#[test]
fn every_error_is_worded_in_both_languages() {
    let errors = of_connections().into_iter().chain(of_sessions());
    let all: Vec<Words> = errors.map(|error| words(&error)).collect();
    check(include_str!("../mailbox.rs"), &all);
}

#[test]
fn steps_and_causes_are_told_apart_in_both_languages() {
    told_apart(STEPS.map(|doing| Error::TimedOut { host: host(), doing }));
    told_apart(STEPS.map(|doing| Error::Refused {
        host: host(),
        doing,
        said: said(),
    }));
    let distrusts = [
        Distrust::Expired,
        Distrust::NotYetValid,
        Distrust::WrongName,
        Distrust::UnknownIssuer,
        Distrust::Revoked,
        Distrust::Malformed,
        Distrust::NoIssuers,
    ];
    told_apart(distrusts.map(|why| Error::UntrustedCertificate { host: host(), why }));
    let faults = [
        StartTlsFault::NotOffered,
        StartTlsFault::Refused(said()),
        StartTlsFault::AskedForMore,
        StartTlsFault::Injected,
    ];
    told_apart(faults.map(|why| Error::StartTlsRefused { host: host(), why }));
    let faults = [CaFault::Unreadable(failed()), CaFault::Empty, CaFault::Unusable];
    told_apart(faults.map(|why| Error::BadCaFile {
        path: "/etc/ca.pem".into(),
        why,
    }));
}

fn told_apart(errors: impl IntoIterator<Item = Error>) {
    let lines: Vec<Line> = errors.into_iter().map(|error| message(&error)).collect();
    differ(&lines);
}

#[test]
fn a_servers_words_are_quoted_where_there_are_any() {
    let with = |said| message(&Error::TurnedAway { host: host(), said }).said();
    assert_eq!(
        with(Said::text("Too busy")),
        "mail.example.org takes no connection at the moment; it said “Too busy”."
    );
    assert_eq!(
        with(Said::text("")),
        "mail.example.org takes no connection at the moment."
    );
}
