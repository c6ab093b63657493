//! What went wrong with a mailbox, a password or what was typed, and what to do about it, in the language that is spoken.
//!
//! The crates below say their errors in English, for logs and programs. Here each has its sentences in the catalogue. An error that
//! has none yet is said as its crate says it.

use std::io;

use casebook::SignIn;
use fluent_bundle::FluentValue;
use mailbox::{Distrust, Error, Said};
use message::{AddressError, DomainError};
use watch::Trouble;

use super::{say, say_with, sentence};

type Values = Vec<(&'static str, FluentValue<'static>)>;

/// A mailbox's error.
pub(crate) fn mailbox(error: &Error) -> Trouble {
    let message = match mailbox_message(error) {
        Some((id, values)) => say_with(id, &values),
        None => sentence(error.to_string()),
    };
    let hint = mailbox_hint(error).map_or_else(|| error.hint(), say);
    Trouble { message, hint }
}

/// The watch has stopped trying to sign in.
pub(crate) fn locked_out(sign_in: &SignIn) -> Trouble {
    let hint = match sign_in {
        SignIn::Password => say("lockout-hint"),
        SignIn::Provider(_) => say("lockout-sign-in-hint"),
    };
    Trouble {
        message: say("lockout"),
        hint,
    }
}

/// A keyring's error.
pub(crate) fn keyring(error: &credentials::Error) -> Trouble {
    let (message, hint) = match error {
        credentials::Error::NoKeyring(_) => (say("keyring-none"), say("keyring-none-hint")),
        credentials::Error::Locked => (say("keyring-locked"), say("keyring-locked-hint")),
        credentials::Error::TimedOut { within } => (
            say_with("keyring-silent", &[("seconds", within.as_secs().into())]),
            say("keyring-silent-hint"),
        ),
        credentials::Error::Refused(_) => (say("keyring-refused"), say("keyring-refused-hint")),
    };
    Trouble { message, hint }
}

/// Why a text is no address.
pub(crate) fn address(error: &AddressError) -> String {
    match error {
        AddressError::NoAt(text) => say_with("address-no-at", &[("text", text.clone().into())]),
        AddressError::BadLocalPart(text) => say_with("address-no-name", &[("text", text.clone().into())]),
        AddressError::BadDomain(error) => domain(error),
    }
}

/// Why a text is no domain.
pub(crate) fn domain(error: &DomainError) -> String {
    match error {
        DomainError::Empty => say("domain-none"),
        DomainError::Malformed(text) => say_with("domain-malformed", &[("text", text.clone().into())]),
        DomainError::BadLiteral(text) => say_with("domain-no-literal", &[("text", text.clone().into())]),
    }
}

/// Why a text is no server and no user name.
pub(crate) fn account(error: &mailbox::AccountError) -> String {
    use mailbox::AccountError;
    match error {
        AccountError::Host(text) => say_with("account-no-host", &[("text", text.clone().into())]),
        AccountError::User(text) => say_with("account-no-user", &[("text", text.clone().into())]),
        AccountError::Mailbox(text) => say_with("account-no-mailbox", &[("text", text.clone().into())]),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are those of a connection that stands"
)]
fn mailbox_message(error: &Error) -> Option<(&'static str, Values)> {
    let host = |host: &mailbox::Host| ("host", FluentValue::from(host.to_string()));
    let port = |port: &u16| ("port", FluentValue::from(port.to_string()));
    let said = |said: &Said| ("said", FluentValue::from(quoted(said)));
    Some(match error {
        Error::UnknownHost { host: at, .. } => ("mailbox-unknown-host", vec![host(at)]),
        Error::Unreachable {
            host: at,
            port: on,
            source,
        } => (
            "mailbox-unreachable",
            vec![host(at), port(on), ("why", cause(error, source).into())],
        ),
        Error::TimedOut { host: at, .. } => ("mailbox-timed-out", vec![host(at)]),
        Error::UntrustedCertificate { host: at, why } => (
            "mailbox-untrusted",
            vec![host(at), ("why", distrust(*why).into())],
        ),
        Error::BadCaFile { path, .. } => (
            "mailbox-bad-ca",
            vec![("path", path.display().to_string().into())],
        ),
        Error::NotTls { host: at, .. } => ("mailbox-not-tls", vec![host(at)]),
        Error::NotImap { host: at, port: on } => ("mailbox-not-imap", vec![host(at), port(on)]),
        Error::NotSubmission { host: at, port: on } => ("mailbox-not-submission", vec![host(at), port(on)]),
        Error::StartTlsRefused { host: at, .. } => ("mailbox-starttls", vec![host(at)]),
        Error::TurnedAway { host: at, said: it } => ("mailbox-turned-away", vec![host(at), said(it)]),
        _ => return session_message(error),
    })
}

/// The errors of a connection that stands.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "an error that has no sentence here is said as its crate says it"
)]
fn session_message(error: &Error) -> Option<(&'static str, Values)> {
    let host = |host: &mailbox::Host| ("host", FluentValue::from(host.to_string()));
    let said = |said: &Said| ("said", FluentValue::from(quoted(said)));
    Some(match error {
        Error::UnusablePassword { user } => (
            "mailbox-unusable-password",
            vec![("user", user.to_string().into())],
        ),
        Error::NoPasswordSignIn { host: at } => ("mailbox-no-password-sign-in", vec![host(at)]),
        Error::SignInRefused {
            host: at,
            user,
            said: it,
        } => (
            "mailbox-sign-in-refused",
            vec![host(at), ("user", user.to_string().into()), said(it)],
        ),
        Error::NoSentMailbox { host: at } => ("mailbox-no-sent", vec![host(at)]),
        Error::NoDraftsMailbox { host: at } => ("mailbox-no-drafts", vec![host(at)]),
        Error::MessageGone { host: at } => ("mailbox-message-gone", vec![host(at)]),
        Error::MessageTooLarge { host: at, most } => (
            "mailbox-message-too-large",
            vec![host(at), ("most", (*most).into())],
        ),
        Error::Refused {
            host: at, said: it, ..
        } => ("mailbox-refused", vec![host(at), said(it)]),
        Error::MailboxRefused {
            host: at,
            mailbox,
            said: it,
        } => (
            "mailbox-mailbox-refused",
            vec![host(at), ("mailbox", mailbox.shown().into()), said(it)],
        ),
        Error::ServerBroken { host: at, .. } => ("mailbox-broken", vec![host(at)]),
        Error::ConnectionLost { host: at, .. } => ("mailbox-lost", vec![host(at)]),
        Error::SessionCrashed { host: at } => ("mailbox-crashed", vec![host(at)]),
        Error::NoResources(_) => ("mailbox-no-resources", Vec::new()),
        _ => return None,
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a hint that has no sentence here is given as its crate gives it"
)]
fn mailbox_hint(error: &Error) -> Option<&'static str> {
    use mailbox::Doing;
    if let Some(code) = error.refusal() {
        return refusal_hint(code);
    }
    Some(match error {
        Error::UnknownHost { .. } => "hint-name-and-online",
        Error::Unreachable { .. } => "hint-name-port-and-online",
        Error::TimedOut {
            doing: Doing::Greeting | Doing::Encrypting,
            ..
        }
        | Error::NotTls { .. }
        | Error::NotImap { .. } => "hint-port",
        Error::TimedOut { .. } | Error::ConnectionLost { .. } => "hint-by-itself",
        Error::UntrustedCertificate { why, .. } => match why {
            Distrust::Expired => "hint-expired",
            Distrust::NotYetValid => "hint-clock",
            Distrust::WrongName => "hint-certificate-name",
            Distrust::UnknownIssuer => "hint-own-issuer",
            Distrust::Revoked | Distrust::Malformed => "hint-no-password-there",
            Distrust::NoIssuers => "hint-install-issuers",
        },
        Error::BadCaFile { .. } => "hint-ca-file",
        Error::StartTlsRefused { .. } => "hint-from-the-start",
        Error::TurnedAway { .. } => "hint-by-itself-or-administrator",
        Error::UnusablePassword { .. } => "hint-password-again",
        Error::NoPasswordSignIn { .. } => "hint-allow-password",
        Error::SignInRefused { .. } => "hint-sign-in",
        Error::NoSentMailbox { .. } => "hint-send-one",
        Error::MessageGone { .. } => "hint-go-on",
        Error::MessageTooLarge { .. } => "hint-mail-program",
        Error::MailboxRefused { .. } => "hint-mailbox",
        Error::ServerBroken { .. } | Error::SessionCrashed { .. } => "hint-right-server",
        Error::NoResources(_) => "hint-close-others",
        _ => return None,
    })
}

/// What a server's response code asks of the user (RFC 5530).
fn refusal_hint(code: &str) -> Option<&'static str> {
    Some(match code {
        "authenticationfailed" => "hint-sign-in",
        "expired" => "hint-password-expired",
        "contactadmin" => "hint-ask-administrator",
        "webalert" => "hint-web-page",
        _ => return None,
    })
}

fn quoted(said: &Said) -> String {
    match said.words() {
        "" => String::new(),
        words => say_with("mailbox-said", &[("words", words.to_owned().into())]),
    }
}

fn cause(error: &Error, source: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    let kind = source.kind();
    if error.is_out_of_time() {
        "slow"
    } else if kind == Kind::ConnectionRefused {
        "refused"
    } else if matches!(
        kind,
        Kind::NetworkUnreachable | Kind::HostUnreachable | Kind::NetworkDown
    ) {
        "network"
    } else {
        "other"
    }
}

const fn distrust(why: Distrust) -> &'static str {
    match why {
        Distrust::Expired => "expired",
        Distrust::NotYetValid => "not-yet",
        Distrust::WrongName => "wrong-name",
        Distrust::UnknownIssuer => "unknown",
        Distrust::Revoked => "revoked",
        Distrust::Malformed => "malformed",
        Distrust::NoIssuers => "no-issuers",
    }
}

#[cfg(test)]
mod tests {
    use mailbox::{Host, UserName};

    use super::*;

    #[test]
    fn an_error_is_said_in_english_as_its_crate_says_it() {
        let host = || Host::parse("mail.example.org").unwrap();
        let user = UserName::parse("a.clerk").unwrap();
        let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
        for error in [
            Error::UnknownHost {
                host: host(),
                source: refused(),
            },
            Error::Unreachable {
                host: host(),
                port: 993,
                source: refused(),
            },
            Error::UntrustedCertificate {
                host: host(),
                why: Distrust::WrongName,
            },
            Error::UntrustedCertificate {
                host: host(),
                why: Distrust::NoIssuers,
            },
            Error::NotImap {
                host: host(),
                port: 993,
            },
            Error::NotSubmission {
                host: host(),
                port: 587,
            },
            Error::UnusablePassword { user },
            Error::NoPasswordSignIn { host: host() },
            Error::NoSentMailbox { host: host() },
            Error::MessageGone { host: host() },
            Error::ConnectionLost {
                host: host(),
                source: None,
            },
            Error::SessionCrashed { host: host() },
        ] {
            let said = mailbox(&error);
            // A server's name stays as it is, at the beginning too.
            assert_eq!(
                said.message.to_lowercase(),
                sentence(error.to_string()).to_lowercase()
            );
            assert_eq!(said.hint, error.hint());
        }
    }

    #[test]
    fn what_was_typed_wrong_is_said_as_its_crate_says_it() {
        for text in ["john", "@army.mil", "john@", "john@army..mil", "john@[1.2.3]"] {
            let error = message::Address::parse(text).unwrap_err();
            assert_eq!(address(&error), sentence(error.to_string()), "{text}");
        }
        let error = Host::parse("no name").unwrap_err();
        assert_eq!(account(&error), sentence(error.to_string()));
    }
}
