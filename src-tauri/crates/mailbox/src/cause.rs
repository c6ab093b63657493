//! From the errors of sockets, of TLS and of `imap` to what they mean for the user.

use std::io;

use crate::{Doing, Error, Fault, Host, Said, socket::Cut, tls};

/// What a failed read or write means.
pub(crate) fn of_io(host: &Host, doing: Doing, error: io::Error) -> Error {
    let host = host.clone();
    match Cut::of(&error) {
        Some(Cut::Deadline) => return Error::TimedOut { host, doing },
        Some(Cut::Bound(bound)) => return broken(&host, bound.into()),
        // Whoever stopped it wants no error; one is needed to unwind.
        Some(Cut::Stopped | Cut::Checked) => return Error::ConnectionLost { host, source: None },
        None => {}
    }
    match error.downcast::<rustls::Error>() {
        Ok(source) => tls::failure(&host, source),
        Err(error) => Error::ConnectionLost {
            host,
            source: Some(error),
        },
    }
}

/// What an error of `imap` means.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a foreign enum that grows; all others mean an answer out of order"
)]
pub(crate) fn of_imap(host: &Host, doing: Doing, error: imap::Error) -> Error {
    match error {
        imap::Error::Io(error) => of_io(host, doing, error),
        imap::Error::ConnectionLost => Error::ConnectionLost {
            host: host.clone(),
            source: None,
        },
        imap::Error::No(imap::error::No { information, .. })
        | imap::Error::Bad(imap::error::Bad { information, .. }) => Error::Refused {
            host: host.clone(),
            doing,
            said: Said::text(&information),
        },
        // `imap` has no other word for an answer that it cannot parse.
        imap::Error::Bye(bye) if bye.information == "no explanation given" => {
            broken(host, Fault::Unintelligible)
        }
        imap::Error::Bye(bye) => Error::TurnedAway {
            host: host.clone(),
            said: Said::text(&bye.information),
        },
        _ => broken(host, Fault::Unintelligible),
    }
}

pub(crate) fn broken(host: &Host, what: Fault) -> Error {
    Error::ServerBroken {
        host: host.clone(),
        what,
    }
}

pub(crate) fn no_connection(source: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    if Cut::of(source) == Some(Cut::Deadline) {
        return "it did not answer in time";
    }
    if source.kind() == Kind::ConnectionRefused {
        "nothing answers there"
    } else if matches!(
        source.kind(),
        Kind::NetworkUnreachable | Kind::HostUnreachable | Kind::NetworkDown
    ) {
        "it cannot be reached from this network"
    } else {
        "the system could not make one"
    }
}

#[cfg(test)]
mod tests {
    use crate::Bound;

    use super::*;

    #[test]
    fn what_a_lost_connection_means_is_told_by_its_cause() {
        let host = Host::parse("mail.example.org").unwrap();
        let text = |error: io::Error| of_io(&host, Doing::Reading, error).to_string();
        assert_eq!(
            text(Cut::Deadline.into()),
            "mail.example.org did not answer in time while reading the sent mail"
        );
        assert_eq!(
            text(Cut::Bound(Bound::Nesting).into()),
            "mail.example.org does not answer as an IMAP server must: it sent brackets nested more than 32 deep"
        );
        assert_eq!(
            text(io::ErrorKind::ConnectionReset.into()),
            "the connection to mail.example.org was lost"
        );
    }
}
