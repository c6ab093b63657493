//! The words for each error of a mailbox.

use std::io;

use ::mailbox::{CaFault, Distrust, Doing, Error, Host, Said, StartTlsFault};

use super::{Line, Words, remedy};

pub(super) fn words(error: &Error) -> Words {
    Words {
        message: message(error),
        hint: remedy::line(error.remedy()),
    }
}

fn message(error: &Error) -> Line {
    match error {
        Error::UnknownHost { host, .. } => at("mailbox-unknown-host", host),
        Error::Unreachable { host, port, source } => at("mailbox-unreachable", host)
            .with("port", port.to_string())
            .with("why", cause(error, source)),
        Error::TimedOut { host, doing } => at("mailbox-timed-out", host).with("doing", step(*doing)),
        Error::UntrustedCertificate { host, why } => {
            at("mailbox-untrusted", host).with("why", distrust(*why))
        }
        Error::BadCaFile { path, why } => Line::of("mailbox-bad-ca")
            .with("path", message::shown(&path.display().to_string()))
            .with("why", ca_fault(why)),
        Error::NotTls { host, .. } => at("mailbox-not-tls", host),
        Error::NotImap { host, port } => at("mailbox-not-imap", host).with("port", port.to_string()),
        Error::NotSubmission { host, port } => {
            at("mailbox-not-submission", host).with("port", port.to_string())
        }
        Error::StartTlsRefused { host, why } => starttls(host, why),
        Error::TurnedAway { host, said } => at("mailbox-turned-away", host).quoting(said.words()),
        Error::UnusablePassword { user } => {
            Line::of("mailbox-unusable-password").with("user", user.to_string())
        }
        Error::NoPasswordSignIn { host } => at("mailbox-no-password-sign-in", host),
        Error::SignInRefused { host, user, said } => refused("mailbox-sign-in-refused", host, said, user),
        Error::NoTokenSignIn { host } => at("mailbox-no-token-sign-in", host),
        Error::TokenRefused { host, user, said } => refused("mailbox-token-refused", host, said, user),
        Error::Unproved { host, .. } => at("mailbox-unproved", host),
        Error::NoSentMailbox { host } => at("mailbox-no-sent", host),
        Error::NoDraftsMailbox { host } => at("mailbox-no-drafts", host),
        Error::MessageGone { host } => at("mailbox-message-gone", host),
        Error::MessageTooLarge { host, most } => at("mailbox-message-too-large", host).with("most", *most),
        Error::Refused { host, doing, said } => at("mailbox-refused", host)
            .with("doing", step(*doing))
            .quoting(said.words()),
        Error::MailboxRefused { host, mailbox, said } => at("mailbox-mailbox-refused", host)
            .with("mailbox", mailbox.shown())
            .quoting(said.words()),
        Error::ServerBroken { host, .. } => at("mailbox-broken", host),
        Error::ConnectionLost { host, .. } => at("mailbox-lost", host),
        Error::SessionCrashed { host } => at("mailbox-crashed", host),
        Error::NoResources(_) => Line::of("mailbox-no-resources"),
    }
}

fn at(id: &'static str, host: &Host) -> Line {
    Line::of(id).with("host", host.to_string())
}

fn refused(id: &'static str, host: &Host, said: &Said, user: &::mailbox::UserName) -> Line {
    at(id, host).with("user", user.to_string()).quoting(said.words())
}

fn starttls(host: &Host, why: &StartTlsFault) -> Line {
    let (why, words) = match why {
        StartTlsFault::NotOffered => ("not-offered", ""),
        StartTlsFault::Refused(said) => ("refused", said.words()),
        StartTlsFault::AskedForMore => ("other-answer", ""),
        StartTlsFault::Injected => ("injected", ""),
    };
    at("mailbox-starttls", host).with("why", why).quoting(words)
}

/// The step at which it happened, as the catalogue names it.
const fn step(doing: Doing) -> &'static str {
    match doing {
        Doing::Greeting => "connecting",
        Doing::Encrypting => "encrypting",
        Doing::SigningIn => "signing-in",
        Doing::FindingSent => "finding-sent",
        Doing::OpeningSent => "opening-sent",
        Doing::Reading => "reading",
        Doing::Waiting => "waiting",
        Doing::Sending => "sending",
        Doing::ReadingMessage => "reading-message",
        Doing::Looking => "looking",
        Doing::Filing => "filing",
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

const fn ca_fault(why: &CaFault) -> &'static str {
    match why {
        CaFault::Unreadable(_) => "unreadable",
        CaFault::Empty => "empty",
        CaFault::Unusable => "unusable",
    }
}

#[cfg(test)]
mod tests;
