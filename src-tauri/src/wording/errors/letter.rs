//! The words for each error of a letter that is written or sent. None of it was sent.

use ::mailbox::Remedy;
use response::{Error, SendingRemedy};

use super::{Line, Words, mailbox, remedy};

pub(super) fn words(error: &Error) -> Words {
    match error {
        Error::Unsendable(address) => Words {
            message: Line::of("send-bad-address").with("address", message::shown(address)),
            hint: Line::of("send-bad-address-hint"),
        },
        Error::NotAsMeant(_) => Words::plain("send-not-as-meant", "send-not-as-meant-hint"),
        Error::Uncopied(_) => Words::plain("send-not-copied", "send-not-copied-hint"),
        Error::Connection(error) => connection(error),
        Error::NoSignIn { host } => Words {
            message: Line::of("send-no-sign-in").with("host", host.to_string()),
            hint: Line::of("send-no-sign-in-hint"),
        },
        Error::SignInRefused { host, user, said } => Words {
            message: Line::of("mailbox-sign-in-refused")
                .with("host", host.to_string())
                .with("user", user.to_string())
                .quoting(said.words()),
            hint: Line::of("send-sign-in-hint"),
        },
        Error::Incapable { host, .. } => Words {
            message: Line::of("send-incapable").with("host", host.to_string()),
            hint: Line::of("send-incapable-hint"),
        },
    }
}

/// The mailbox's own words, but where they say what helps.
fn connection(error: &::mailbox::Error) -> Words {
    let hint = match SendingRemedy::of(error) {
        SendingRemedy::CheckPort => remedy::line(Remedy::CheckSending),
        SendingRemedy::TryAgain => Line::of("send-again-hint"),
        SendingRemedy::Other(other) => remedy::line(other),
    };
    Words {
        hint,
        ..mailbox::words(error)
    }
}

#[cfg(test)]
mod tests {
    use ::mailbox::{Doing, Host, Said, UserName};

    use super::*;
    use crate::wording::line::tests::check;

    fn host() -> Host {
        Host::parse("mail.example.org").unwrap()
    }

    fn cut_off(doing: Doing) -> Error {
        Error::Connection(::mailbox::Error::TimedOut { host: host(), doing })
    }

    #[test]
    fn every_error_is_worded_in_both_languages() {
        let all = [
            Error::Unsendable("john@[1.2.3.4]".to_owned()),
            Error::NotAsMeant("form"),
            Error::Uncopied("text"),
            cut_off(Doing::Sending),
            cut_off(Doing::Greeting),
            Error::NoSignIn { host: host() },
            Error::SignInRefused {
                host: host(),
                user: UserName::parse("a.clerk").unwrap(),
                said: Said::text("no"),
            },
            Error::Incapable {
                host: host(),
                what: "x",
            },
        ];
        check(include_str!("letter.rs"), &all.each_ref().map(words));
    }

    #[test]
    fn what_helps_a_letter_is_said_of_sending() {
        assert!(words(&cut_off(Doing::Greeting)).hint.said().contains("465"));
        assert!(
            words(&cut_off(Doing::Sending))
                .hint
                .said()
                .contains("Nothing was sent")
        );
    }
}
