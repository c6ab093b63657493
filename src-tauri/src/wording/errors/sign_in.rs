//! The words for each error of a sign-in on a provider's page.

use ::mailbox::Remedy;
use oauth::Error;

use super::{Line, Words, keyring_words, remedy};
use crate::wording::files;

pub(super) fn words(error: &Error) -> Words {
    let plain = |message: Line, hint: &'static str| Words {
        message,
        hint: Line::of(hint),
    };
    match error {
        Error::UnknownProvider(name) => {
            plain(of("oauth-unknown-provider", name), "oauth-unknown-provider-hint")
        }
        Error::NoClient(name) => plain(of("oauth-no-client", name), "oauth-no-client-hint"),
        Error::ForeignServer { provider, host } => plain(
            of("oauth-foreign-server", provider).with("host", host.to_string()),
            "oauth-foreign-server-hint",
        ),
        Error::NoCode(name) => plain(of("oauth-no-code", name), "oauth-no-code-hint"),
        Error::NoBrowser(_) => Words::plain("oauth-no-browser", "oauth-no-browser-hint"),
        Error::Declined(name) => plain(of("oauth-declined", name), "oauth-declined-hint"),
        Error::TimedOut(name) => plain(of("oauth-timed-out", name), "oauth-when-ready-hint"),
        Error::Cancelled => Words::plain("oauth-cancelled", "oauth-when-ready-hint"),
        Error::WrongAnswer(name) => plain(of("oauth-wrong-answer", name), "oauth-wrong-answer-hint"),
        Error::NotSignedIn(name) => plain(of("oauth-not-signed-in", name), "sign-in-needed-hint"),
        Error::Withdrawn(name) => plain(of("sign-in-needed", name), "sign-in-needed-hint"),
        Error::Unreachable { provider, .. } => {
            plain(of("oauth-unreachable", provider), "oauth-unreachable-hint")
        }
        Error::Refused { provider, said } => {
            plain(of("oauth-refused", provider).quoting(said), "oauth-refused-hint")
        }
        Error::NoResources(_) => Words {
            message: Line::of("mailbox-no-resources"),
            hint: remedy::line(Remedy::CloseOthers),
        },
        Error::Keyring(error) => keyring_words(error),
        Error::Policy(error) => files::policy_words(error),
    }
}

fn of(id: &'static str, provider: &str) -> Line {
    Line::of(id).with("provider", message::shown(provider))
}

#[cfg(test)]
mod tests {
    use std::io;

    use ::mailbox::Host;

    use super::*;
    use crate::wording::line::tests::check;

    #[test]
    fn every_error_is_worded_in_both_languages() {
        let name = || "Example Post".to_owned();
        let failed = || io::Error::other("x");
        let all = [
            Error::UnknownProvider(name()),
            Error::NoClient(name()),
            Error::ForeignServer {
                provider: name(),
                host: Host::parse("mail.example.org").unwrap(),
            },
            Error::NoCode(name()),
            Error::NoBrowser(failed()),
            Error::Declined(name()),
            Error::TimedOut(name()),
            Error::Cancelled,
            Error::WrongAnswer(name()),
            Error::NotSignedIn(name()),
            Error::Withdrawn(name()),
            Error::Unreachable {
                provider: name(),
                what: "it is down".to_owned(),
            },
            Error::Refused {
                provider: name(),
                said: "unknown client".to_owned(),
            },
            Error::NoResources(failed()),
            Error::Keyring(credentials::Error::Locked),
            Error::Policy(policy::Error::Unwritable {
                path: "/etc/astray/policy.json".into(),
                source: failed(),
            }),
        ];
        check(include_str!("sign_in.rs"), &all.each_ref().map(words));
    }
}
