//! What went wrong with a mailbox, a sign-in, a letter or what was typed, and what to do about it, in the language that is spoken.
//!
//! The crates below say their errors in English, for logs and programs. Here each has its sentences in the catalogue. Every match is
//! exhaustive, so that a new error has no sentence only for as long as it does not compile.

mod letter;
mod mailbox;
mod remedy;
mod search;
mod sign_in;
mod typed;

use casebook::SignIn;
use watch::Trouble;

use super::line::{Line, Words};

pub(crate) use typed::{account, address, domain, recipient};

/// A mailbox's error.
pub(crate) fn mailbox(error: &::mailbox::Error) -> Trouble {
    mailbox::words(error).said()
}

/// An error of a letter. Whatever it says, nothing was sent.
pub(crate) fn letter(error: &response::Error) -> Trouble {
    letter::words(error).said()
}

/// An error of the search for a mail server.
pub(crate) fn search(error: &discovery::Error) -> Trouble {
    search::words(error).said()
}

/// An error of a sign-in on a provider's page.
pub(crate) fn sign_in(error: &oauth::Error) -> Trouble {
    sign_in::words(error).said()
}

/// The watch has stopped trying to sign in.
pub(crate) fn locked_out(sign_in: &SignIn) -> Trouble {
    lockout_words(sign_in).said()
}

/// A keyring's error.
pub(crate) fn keyring(error: &credentials::Error) -> Trouble {
    keyring_words(error).said()
}

const fn lockout_words(sign_in: &SignIn) -> Words {
    match sign_in {
        SignIn::Password => Words::plain("lockout", "lockout-hint"),
        SignIn::Provider(_) => Words::plain("lockout", "lockout-sign-in-hint"),
    }
}

fn keyring_words(error: &credentials::Error) -> Words {
    match error {
        credentials::Error::NoKeyring(_) => Words::plain("keyring-none", "keyring-none-hint"),
        credentials::Error::Locked => Words::plain("keyring-locked", "keyring-locked-hint"),
        credentials::Error::TimedOut { within } => Words {
            message: Line::of("keyring-silent").with("seconds", within.as_secs()),
            hint: Line::of("keyring-silent-hint"),
        },
        credentials::Error::Refused(_) => Words::plain("keyring-refused", "keyring-refused-hint"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::wording::line::tests::check;

    #[test]
    fn every_error_of_the_keyring_is_worded_in_both_languages() {
        let cause = || Box::new(std::io::Error::other("x"));
        let keyring = [
            credentials::Error::NoKeyring(cause()),
            credentials::Error::Locked,
            credentials::Error::TimedOut {
                within: Duration::from_secs(5),
            },
            credentials::Error::Refused(cause()),
        ];
        let mut words: Vec<Words> = keyring.iter().map(keyring_words).collect();
        words.push(lockout_words(&SignIn::Password));
        words.push(lockout_words(&SignIn::Provider("Google".to_owned())));
        check(include_str!("errors.rs"), &words);
    }
}
